"""Text as such: its width, its signs, names of files."""
