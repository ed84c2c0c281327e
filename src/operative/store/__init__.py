"""Where dossiers are kept: SQLite or PostgreSQL through Django, or memory, behind one port."""
