"""qjtask start."""

from __future__ import annotations

from qjtask.cli.recording import plain_mark
from qjtask.core.log.entry import Do

EXAMPLES = ("qjtask start 9.2 9.3",)

command = plain_mark(Do.START)
