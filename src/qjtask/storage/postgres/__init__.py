"""A ledger in PostgreSQL: the plan's text and the log's lines byte for byte, and who may add to them."""
