"""A text quoted in a message."""

from __future__ import annotations

LONGEST_QUOTED = 40
"""Characters of a quoted text; a slip can make one very long."""


def quoted(text: str) -> str:
    """A text as messages quote it: its beginning, when it is very long."""
    return f"“{text if len(text) <= LONGEST_QUOTED else text[:LONGEST_QUOTED] + '…'}”"
