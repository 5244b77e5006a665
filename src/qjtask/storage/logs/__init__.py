"""The log's lines: what each may hold, and how the file of them is read."""
