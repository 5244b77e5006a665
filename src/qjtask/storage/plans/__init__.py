"""The plan's text: read by pattern or by events, written without losing a comment."""
