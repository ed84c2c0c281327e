"""Stage 2: `Text` -> `Structure`: documents, provisions and notes."""
