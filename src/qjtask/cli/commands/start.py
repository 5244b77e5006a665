"""qjtask start."""

from __future__ import annotations

from qjtask.cli.marking import plain_mark
from qjtask.core.entry import Do

EXAMPLES = ("qjtask start 9.2 9.3",)

command = plain_mark(Do.START)
