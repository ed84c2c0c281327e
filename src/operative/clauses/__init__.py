"""Stage 3: words of a provision -> acts, timings, conditions, references."""

__all__ = ["LOGIC_VERSION"]

LOGIC_VERSION = 2
"""The version of all rules of this stage; it goes up in the same change that alters what a rule finds."""
