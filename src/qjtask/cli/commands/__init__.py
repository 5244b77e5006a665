"""One file a command, imported only when it is run."""
