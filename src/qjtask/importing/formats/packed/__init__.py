"""Packed files and XML from strangers, opened without trusting them."""
