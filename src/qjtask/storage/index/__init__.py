"""What to read of a large ledger: it chooses, and never answers."""
