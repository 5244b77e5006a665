"""holidays.yaml, beside the plan: the days off and the made-up working days that an office knows itself.

off: [2027-01-01, 2027-02-06..2027-02-12]
on: [2027-02-14]
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from qjtask.core.text.quoting import quoted
from qjtask.core.time.workdays import Calendar
from qjtask.storage.ledger import Side
from qjtask.storage.texts.field_values import Fields
from qjtask.storage.texts.source import decode
from qjtask.storage.texts.yaml_reader import Node, mark_of

_DAY = r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}"
_FORM = re.compile(rf"\s*(?P<first>{_DAY})(?:\s*\.\.\s*(?P<last>{_DAY}))?\s*")
_LONGEST = 366  # days of a range; a longer one is a slip


def load_holidays(side: Side) -> Calendar:
    """Read the days, none where there is no file. Raises Refused with every fault."""
    data = side.read()
    return Calendar() if data is None else parse_holidays(decode(data, side.shown), side.shown)


def parse_holidays(text: str, shown: str) -> Calendar:
    """Read the days from their YAML text. Raises Refused with every fault."""
    if all(line.strip() in {"", "---"} or line.lstrip().startswith("#") for line in text.splitlines()):
        return Calendar()
    reader = _HolidaysReader(text, shown)
    calendar = reader.calendar()
    if reader.yaml.problems:
        raise reader.yaml.refused()
    return calendar


class _HolidaysReader(Fields):
    """The file's two lists. A day may be in one of them only."""

    def calendar(self) -> Calendar:
        """The days; what comes with problems is to be thrown away."""
        ranges = self.several(self._range)
        root = self.yaml.read(
            lambda event: self.yaml.mapping(event, {"off": ranges, "on": ranges}, "放假安排")
        )
        found = {key: node.value for key, node in root.value.items() if node} if root else {}
        off, on = found.get("off", []), found.get("on", [])
        days_off = _days(off)
        for node in on:
            both = sorted(days_off.intersection(node.value))
            if both:
                told = f"{both[0]} 在 off 里已经是放假，这里又是上班"
                self.yaml.fault(mark_of(node), told, "请只留一处")
        return Calendar(days_off, _days(on))

    def _range(self, event: Any) -> Node | None:
        """The days that `2027-02-06` or `2027-02-06..2027-02-12` names."""
        node = self.yaml.scalar(event)
        if node is None:
            return None
        found = _FORM.fullmatch(node.value)
        if not found:
            fix = "请写成 2027-02-14，连着的几天写成 2027-02-06..2027-02-12"
            self.yaml.fault(mark_of(node), f"日期{quoted(node.value)}写法不对", fix)
            return None
        start = self._existing(node, found["first"])
        end = self._existing(node, found["last"]) if found["last"] else start
        if start is None or end is None:
            return None
        if not 0 <= (end - start).days < _LONGEST:
            told = "起止颠倒了" if end < start else "超过一年"
            self.yaml.fault(mark_of(node), f"{quoted(node.value)}{told}", "请核对起止日期")
            return None
        days = [start + timedelta(days=number) for number in range((end - start).days + 1)]
        return Node(days, node.start_mark)

    def _existing(self, node: Any, text: str) -> date | None:
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.yaml.fault(mark_of(node), f"没有“{text}”这一天", "请核对日期")
            return None


def _days(nodes: Iterable[Node]) -> frozenset[date]:
    return frozenset(day for node in nodes for day in node.value)
