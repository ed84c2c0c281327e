"""Linked data: dossiers as JSON-LD 1.1, with PROV-O for evidence, SKOS for words, and ELI for texts and provisions."""
