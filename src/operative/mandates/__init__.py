"""Stage 4: acts -> mandates, conditions with elements, goals."""
