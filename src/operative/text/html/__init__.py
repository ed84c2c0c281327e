"""Web pages -> `Text`: blocks as lines, with the numbers that a browser would print."""

from operative.text.html.reader import read_html

__all__ = ["read_html"]
