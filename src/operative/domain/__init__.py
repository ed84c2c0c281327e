"""Nouns: frozen values and their rules, from the standard library only. One noun, one module."""
