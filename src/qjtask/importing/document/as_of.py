"""The day on which a ledger was filled in, which is none of issue: 截至2023年8月15日, 填报时间：…."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qjtask.core.time.dates import read_date
from qjtask.importing.document.titles import DAY

_AS_OF = r"截[至止]|[填制]表|填报|更新|统计|数据"
_ANY_YEAR = 2000  # the day names its own


def year_as_of(lines: Iterable[str]) -> int | None:
    """The year of such a day in the lines over a table; None for none."""
    found = (re.search(rf"(?:{_AS_OF}).{{0,6}}?({DAY})", line) for line in lines)
    days = (read_date(one[1], year=_ANY_YEAR) for one in found if one)
    return next((day.year for day in days if day), None)
