"""Workbooks to fill in, and what comes back."""
