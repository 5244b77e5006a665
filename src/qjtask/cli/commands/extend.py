"""qjtask extend."""

from __future__ import annotations

from qjtask.cli.marks import marking_command
from qjtask.core.log.entry import Do

EXAMPLES = (
    "qjtask extend 9.4 --to 2021-09-30 --reason 市级平台延后上线",
    "qjtask extend 9.4 --to 9月底 --reason 平台延后 --approved-by 李局长 --doc 会议纪要〔2021〕8号",
)

command = marking_command(Do.EXTEND, "to", "reason", "approved_by", "doc", "on", "by")
