"""qjtask start."""

from __future__ import annotations

from qjtask.cli.marks import marking_command
from qjtask.core.log.entry import Do

EXAMPLES = ("qjtask start 9.2 9.3",)

command = marking_command(Do.START, "on", "note", "by")
