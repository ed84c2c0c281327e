"""What goes out: reports, status tables, matrices and briefs, every statement with its evidence."""
