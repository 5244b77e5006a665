"""What words and signs of a notice mean wherever they stand: the vocabulary, numerals, names of offices."""
