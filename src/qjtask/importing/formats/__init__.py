"""A file of any format -> one document. A new format is a reader here and a row in `file_formats`."""
