"""The REST API: the same views and commands as the command line, under OpenAPI 3.1."""
