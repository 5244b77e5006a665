"""Works shared out in numbered paragraphs: lines -> outline -> tasks -> groups of the draft."""
