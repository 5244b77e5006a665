"""A plan's head, headings and works read each by itself, where an index says where they stand.

What nearly all works say is found by one pattern, and read by the readers of its keys; what a work says
beside that, the lines' own reader reads. It gives what `read_regular` gives of the pieces one behind the
other, but for the lines that works stand in, or gives up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from qjtask.core.plan.item_keys import ITEM, MILESTONE
from qjtask.core.plan.making import make_item, make_plan, plain_item
from qjtask.core.plan.plan import Group, Item, Milestone, Plan
from qjtask.core.plan.plan_keys import GROUP
from qjtask.core.text.patterns import compiled
from qjtask.storage.plans.plan_lines import Irregular, names_in
from qjtask.storage.plans.regular_plan import checked_group, checked_groups, head_of, shared_reader

_GROUPS = "\ngroups:\n"
_SAID = r"([^ #\n].*)\n"
_HEADING = rf"- id: {_SAID}  heading: {_SAID}(?:  printed: {_SAID})?  items:\n"
_NAME = r"([^ :#\[\]{}?,\"'\n][^:#\[\]{}?,\"'\n]*+)"
_MILESTONE = rf"(?m)^    - \{{by: {_NAME}, work: {_NAME}\}}\n"
_WORK = (
    rf"  - id: {_SAID}    work: {_SAID}"
    rf"(?:    lead: {_SAID})?(?:    units: {_SAID})?(?:    deadline: {_SAID})?"
    r"(?:    milestones:\n((?:    - \{by: .*\n)++))?((?:    .*\n)*+)\n*+"
)
_INNER = "    "

Headed = tuple[str, Sequence[str]]
"""A group's heading, and its works."""


def read_pieces(head: str, groups: Iterable[Headed]) -> Plan | None:
    """The plan of these pieces; None where it may be anything but ordinary."""
    above, key, below = head.partition(_GROUPS)
    if not key or below.strip("\n"):
        return None
    try:
        reader = _reader_below(f"{above}\n")
        found = checked_groups(tuple(reader.group(heading, works) for heading, works in groups))
        return reader.plan._replace(groups=found)
    except Irregular:
        return None


class _PieceReader:
    """Reads the groups of a plan of which the head is known; `plan` is what that alone makes."""

    def __init__(self, head: Mapping[str, Any]) -> None:
        if head.get("year") is None:
            raise Irregular
        self.head = {**head}
        self.plan = make_plan(shared_reader().whole({**head, "groups": ()}))
        self._year, self._issued = head["year"], head.get("issued")
        self._lines = shared_reader()
        self._heading_of, self._work_of = compiled(_HEADING).fullmatch, compiled(_WORK).fullmatch
        self._table = self._lines.table(ITEM, _INNER)
        self._id, self._text, self._deadline = map(self._table.inline, ("id", "work", "deadline"))
        milestone = self._lines.table(MILESTONE, "")
        self._milestones_in = compiled(_MILESTONE).findall
        self._by, self._step = map(milestone.inline, ("by", "work"))
        groups = self._lines.table(GROUP, "  ")
        self._group_id, self._heading, self._printed = map(groups.inline, ("id", "heading", "printed"))

    def group(self, heading: str, works: Iterable[str]) -> Group:
        """The group of a heading with works."""
        found = self._heading_of(heading)
        if found is None:
            raise Irregular
        number, said, printed = found.groups()
        items = tuple(map(self.work, works))
        return checked_group(
            Group(
                self._group_id(number), self._heading(said), items, self._printed(printed) if printed else ""
            )
        )

    def work(self, piece: str) -> Item:
        """A work."""
        found = self._work_of(piece)
        if found is None:
            return self._lines.begin(piece, 0, self.head).item()
        number, work, lead, units, deadline, milestones, more = found.groups()
        if not more:
            return plain_item(
                self._id(number),
                self._text(work),
                names_in(lead) if lead else (),
                names_in(units) if units else (),
                self._deadline(deadline) if deadline else "",
                self._milestones(milestones) if milestones else (),
                self._year,
                self._issued,
            )
        values: dict[str, Any] = {"id": self._id(number), "work": self._text(work)}
        if lead:
            values["lead"] = names_in(lead)
        if units:
            values["units"] = names_in(units)
        if deadline:
            values["deadline"] = self._deadline(deadline)
        if milestones:
            values["milestones"] = self._milestones(milestones)
        values = self._lines.begin(more, 0, self.head).rest(self._table, values)
        return make_item(values, self._year, self._issued)

    def _milestones(self, lines: str) -> tuple[Milestone, ...]:
        """The milestones of a work, one a line."""
        found = self._milestones_in(lines)
        if len(found) != lines.count("\n"):
            milestones: tuple[Milestone, ...] = self._lines.begin(lines, 0, self.head).parts(
                MILESTONE, _INNER
            )
            return milestones
        return tuple(Milestone(self._by(by), self._step(step)) for by, step in found)


@lru_cache(maxsize=16)
def _reader_below(head: str) -> _PieceReader:
    """The reader of what stands below a head: of many plans of one notice that is the same."""
    return _PieceReader(head_of(head))
