"""Words as data: what the languages, bodies and drafting styles call things, in TOML, and the one loader of it."""
