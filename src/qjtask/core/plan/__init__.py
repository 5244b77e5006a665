"""The plan: its items, ids, offices and targets, and the likeness of two plans."""
