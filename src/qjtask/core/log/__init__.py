"""The log: entries, their history, and the state that they add up to."""
