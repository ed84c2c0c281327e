"""Tables that people keep, as sheets: XLSX, CSV and JSON, read in a bounded child process."""
