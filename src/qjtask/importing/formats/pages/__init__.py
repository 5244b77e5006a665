"""Drawn pages (PDF, OFD): characters and rulings at places, made tables and paragraphs again."""
