"""Stage 3: words of a provision -> acts, timings, conditions, references."""
