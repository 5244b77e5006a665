"""A text file and its YAML: encodings, single values, faults with their places."""
