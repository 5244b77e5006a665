"""qjtask reopen."""

from __future__ import annotations

from qjtask.cli.marks import marking_command
from qjtask.core.log.entry import Do

EXAMPLES = ("qjtask reopen 9.2 --note 复核未通过", "qjtask reopen 9.4 --unit 道路运输中心")

command = marking_command(Do.REOPEN, "on", "unit", "note", "by")
