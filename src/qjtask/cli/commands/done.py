"""qjtask done."""

from __future__ import annotations

from qjtask.cli.marks import marking_command
from qjtask.core.log.entry import Do

EXAMPLES = (
    "qjtask done 9.2 --on 2021-06-20 --note 占比86% --evidence 附件/9.2.xlsx",
    "qjtask done 9.4 --unit 道路运输中心",
    "qjtask done 9.4.1",
    "qjtask done 6.3 --period 2021-04",
    "qjtask done 9.2 --anyway --note 平台年底才开通，明年一季度补上",
)

command = marking_command(Do.DONE, "on", "unit", "note", "evidence", "value", "period", "anyway", "by")
