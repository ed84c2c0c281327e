"""The command line: parses the call, has it done by `operative.bootstrap`, and shows what came of it."""
