"""qjtask: the ledger of a government office's yearly task-decomposition table."""

__version__ = "0.1.0"
