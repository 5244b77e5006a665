"""The ledger in a folder: locks, appends, whole rewrites."""
