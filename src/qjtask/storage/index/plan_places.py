"""Where works and groups begin in a plan's bytes, so that a part of it can be read without the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from qjtask.core.plan.plan import Plan
from qjtask.core.problem import Refused
from qjtask.storage.index.index_form import Unfit
from qjtask.storage.plans.plan_file import parse_plan

_OPENING = re.compile(
    rb" *- (?:id: (.*?)(?: #.*)?|\{ *id: *(\"[^\"]*\"|'[^']*'|[^ ,}]*) *[,}].*)\r?", re.DOTALL
)
"""The line that opens an item, in lines of its own or in braces, by its id."""

_LATER_KEY = re.compile(rb"^[^ \-#\r\n]", re.MULTILINE)
"""A line that may say more of the whole plan."""

_BOM = b"\xef\xbb\xbf"


def first_works(plan: Plan) -> list[int]:
    """Of each group its first work."""
    return [0, *accumulate(len(group.items) for group in plan.groups)][:-1]


def plan_places(data: bytes, plan: Plan) -> tuple[list[int], list[int]]:
    """Where each work begins in the plan's bytes, and where each group does.

    Unfit where what begins there does not read as the plan's own heads, headings and first works.
    """
    lines = data.split(b"\n")
    begins = [0, *accumulate(len(line) + 1 for line in lines)]
    items = list(plan.items())
    if not all(_opens(lines[item.line - 1 : item.line], item.id) for item in items):
        raise Unfit
    places = [begins[item.line - 1] for item in items]
    headings = [begins[_heading_over(lines, items[first].line - 1)] for first in first_works(plan)]
    _prove(data, plan, places, headings)
    return places, headings


def _opens(line: Sequence[bytes], item_id: str) -> bool:
    """Whether a line, if there is one, opens the item of that id."""
    found = _OPENING.fullmatch(line[0]) if line else None
    return found is not None and (found[1] or found[2] or b"").strip(b" \r\"'") == item_id.encode()


def _heading_over(lines: Sequence[bytes], number: int) -> int:
    """The line that opens the group of the work at a line: the next above that opens one further left."""
    indent = _indent(lines[number])
    while number and not (_indent(lines[number]) < indent and lines[number].lstrip(b" ").startswith(b"- ")):
        number -= 1
    return number


def _indent(line: bytes) -> int:
    return len(line) - len(line.lstrip(b" "))


def _prove(data: bytes, plan: Plan, places: Sequence[int], headings: Sequence[int]) -> None:
    """Unfit where a plan of the first works alone does not read as the plan does."""
    if _LATER_KEY.search(data, headings[0]):
        raise Unfit  # it would go with the last work alone
    ends = [*places[1:], len(data)]
    pieces = [data[: headings[0]]]
    for first, heading, after in zip(first_works(plan), headings, (*headings[1:], len(data)), strict=True):
        pieces += [data[heading : places[first]], data[places[first] : min(ends[first], after)]]
    try:
        read = parse_plan(b"".join(pieces).removeprefix(_BOM).decode(), "")
    except Refused as refused:
        raise Unfit from refused
    alone = plan._replace(groups=tuple(group._replace(items=group.items[:1]) for group in plan.groups))
    if _placeless(read) != _placeless(alone):
        raise Unfit


def _placeless(plan: Plan) -> Plan:
    return plan._replace(
        groups=tuple(
            group._replace(items=tuple(item._replace(line=0, column=0) for item in group.items))
            for group in plan.groups
        )
    )
