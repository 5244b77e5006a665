"""qjtask drop."""

from __future__ import annotations

from qjtask.cli.marks import marking_command
from qjtask.core.log.entry import Do

EXAMPLES = ("qjtask drop 9.2 --note 市政府已取消该事项",)

command = marking_command(Do.DROP, "on", "note", "by")
