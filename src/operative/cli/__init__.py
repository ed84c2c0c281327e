"""The command line: parse input, call, render."""
