"""qjtask note."""

from __future__ import annotations

from qjtask.cli.mark_options import OneMarkedArgument
from qjtask.cli.marks import marking_command
from qjtask.core.log.entry import Do

EXAMPLES = ("qjtask note 9.2 已完成系统改造 --percent 60", "qjtask note 9.2 六月实绩 --value 行政许可=86")

command = marking_command(
    Do.NOTE, "text", "percent", "value", "on", "unit", "evidence", "by", ids=OneMarkedArgument
)
