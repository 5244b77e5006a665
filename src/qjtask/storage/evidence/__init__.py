"""Evidence and returned workbooks: found, and told apart by their digests."""
