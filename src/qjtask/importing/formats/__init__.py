"""A file of any format -> one document. A new format is a reader in a room, and a row in `file_formats`."""
