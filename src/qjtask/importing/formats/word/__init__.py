"""Word documents: their tables, paragraphs, numbers and what they hide."""
