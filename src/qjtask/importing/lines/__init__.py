"""The paragraphs of a notice: joined, cut, each with its number and what its place in a list says."""
