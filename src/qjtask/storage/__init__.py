"""The plan file and the progress log: read, check, lock, append."""
