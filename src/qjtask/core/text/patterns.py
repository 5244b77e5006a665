"""Patterns kept as text: importing them is free, and each is compiled at its first use and kept."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The compiled pattern, for matching from a place inside a text, or often."""
    return re.compile(pattern)
