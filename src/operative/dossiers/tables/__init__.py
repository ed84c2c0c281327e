"""Tables that people keep, taken into a dossier: headings, columns, rows, and what each row would enter."""
