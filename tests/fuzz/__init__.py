"""Mutated plans, logs, workbooks and notices given to the real commands: `python -m tests.fuzz`."""
