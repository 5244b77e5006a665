"""Who does what by when, in the words of one clause or sentence."""
