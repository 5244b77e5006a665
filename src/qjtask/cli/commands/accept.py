"""qjtask accept."""

from __future__ import annotations

from qjtask.cli.marks import marking_command
from qjtask.core.log.entry import Do

EXAMPLES = ("qjtask accept 9.2 --by 李明", "qjtask accept 9.2 9.4 --grade 优秀 --note 现场核查")

command = marking_command(Do.ACCEPT, "grade", "on", "note", "evidence", "by")
