"""Rows and sheets made into a terminal table, plain lines, JSON or CSV."""
