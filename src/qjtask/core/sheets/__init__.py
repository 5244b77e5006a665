"""What a screen shows of rows."""
