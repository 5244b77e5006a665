"""Pieces of work under their headings and numbers, as every kind of source ends."""
