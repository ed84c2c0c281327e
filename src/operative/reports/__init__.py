"""What goes out: papers made from what a dossier knows as of a day, every claim with a note that proves it."""
