"""qjtask return."""

from __future__ import annotations

from qjtask.cli.marks import marking_command
from qjtask.core.log.entry import Do

EXAMPLES = ("qjtask return 9.2 --note 缺佐证", "qjtask return 9.4 --unit 道路运输中心 --note 台账不全")

command = marking_command(Do.RETURN, "on", "unit", "note", "by")
