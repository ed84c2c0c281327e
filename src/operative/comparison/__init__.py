"""Two texts: redline by provision, and how a draft treats each element of a resolution."""
