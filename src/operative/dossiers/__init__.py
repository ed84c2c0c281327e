"""The follow-up of resolutions: a ledger of evidenced facts, and what follows from them on any day."""
