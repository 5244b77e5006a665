"""Dates inside running text, and what is asked for by each of them."""
