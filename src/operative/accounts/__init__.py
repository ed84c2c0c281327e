"""People who sign in: accounts, one-time links, tokens for programs, and the files that they brought."""
