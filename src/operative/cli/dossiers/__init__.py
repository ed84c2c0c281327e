"""The commands on dossiers: parse the call, have it done by `operative.bootstrap`, show what came of it."""
