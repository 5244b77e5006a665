"""qjtask hold."""

from __future__ import annotations

from qjtask.cli.marks import marking_command
from qjtask.core.log.entry import Do

EXAMPLES = ("qjtask hold 9.2 --note 等市级平台上线",)

command = marking_command(Do.HOLD, "on", "note", "by")
