"""Rows, sheets and documents drawn: for screens, pipes, programs, offices and browsers."""
