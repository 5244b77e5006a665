"""Works shared out in numbered paragraphs: passages -> outline -> clauses -> tasks -> groups of the draft."""
