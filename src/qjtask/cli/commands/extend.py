"""qjtask extend."""

from __future__ import annotations

from qjtask.cli.marks import marking_command
from qjtask.core.log.entry import Do

EXAMPLES = ("qjtask extend 9.4 --to 2021-09-30 --reason 市级平台延后上线",)

command = marking_command(Do.EXTEND, "to", "reason", "on", "by")
