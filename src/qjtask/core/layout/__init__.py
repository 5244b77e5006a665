"""Sheets and documents: what people read, laid out and not yet drawn."""
