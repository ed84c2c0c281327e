"""Stage 1: bytes of a source -> `Text`, with page geometry and a map back to the source."""
