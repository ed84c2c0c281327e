"""Many readings as one memory: search, citations, lineage, overlap, due dates, in force."""
