"""Pages: one module each, which takes a request and gives a page."""
