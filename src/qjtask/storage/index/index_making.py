"""The index of a plan and its log made of all of them."""

from __future__ import annotations

import json
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from qjtask.core.log.entry import Entry
from qjtask.core.log.history import History, history
from qjtask.core.log.log_doubts import log_doubts
from qjtask.core.log.order import written
from qjtask.core.plan.plan import Item, Plan
from qjtask.core.plan.unit_names import printed_offices, unit_names
from qjtask.core.problem import Problem, Refused
from qjtask.core.standing.acceptance import own_acceptances
from qjtask.core.standing.outlook import Outlook, outlook
from qjtask.core.standing.row import Row
from qjtask.core.standing.rows import rows_of
from qjtask.core.standing.what_to_read import (
    BY_OWNER,
    OPEN,
    OWNERS,
    RHYTHM,
    STATUSES,
    UNDATED,
    UNREAD,
    WANTED,
)
from qjtask.core.time.span import Span
from qjtask.storage.index.plan_index import (
    INT,
    ROLES,
    Columns,
    Content,
    IndexHead,
    IndexWords,
    Offices,
    ToldLine,
    Unfit,
    id_mark,
    pack,
)
from qjtask.storage.logs.log_chunks import is_ended
from qjtask.storage.plans.plan_file import parse_plan
from qjtask.storage.plans.snapshot import Snapshot

OUTLOOK = ("next_due", "printed", "since", "share_since", "latest", "kind", "standing")
EVER = 0
"""The day from which on what is told of the log depends on the day, where an acceptance is by who claimed."""

_OPENING = re.compile(
    rb" *- (?:id: (.*?)(?: #.*)?|\{ *id: *(\"[^\"]*\"|'[^']*'|[^ ,}]*) *[,}].*)\r?", re.DOTALL
)
"""The line that opens an item, in lines of its own or in braces, by its id."""

_LATER_KEY = re.compile(rb"^[^ \-#\r\n]", re.MULTILINE)
"""A line that may say more of the whole plan."""

_BOM = b"\xef\xbb\xbf"


class Contents(NamedTuple):
    """The bytes of a plan and its log, what they were when they were read, and the moment.

    A log `in_rows` is kept line by line: the place of a line in it is its number.
    """

    plan: bytes
    log: bytes
    plan_known: Content
    log_known: Content
    seen_ns: int
    in_rows: bool = False


def make_index(contents: Contents, found: Snapshot, log_shown: str) -> bytes:
    """The index of a plan and its log, packed. Unfit where no index can point into them."""
    plan, log = found
    past = history(log.entries, date.max)
    rows = rows_of(plan, past, date.max)
    items = [row.item for row in rows]
    if not items:
        raise Unfit
    places, headings = _plan_places(contents.plan, plan)
    places_of_lines: Sequence[int] = _line_places(contents.log)
    if contents.in_rows:
        places_of_lines = range(len(places_of_lines))
    looks = outlooks_of(rows, past)
    rhythms = list(dict.fromkeys(one.rhythm for one in looks))
    columns: Columns = {
        "place": array(INT, places),
        **_outlook_columns(looks, rhythms),
        "group_place": array(INT, headings),
        "group_first": array(INT, _firsts(plan)),
    }
    newest = max(log.entries, key=written, default=None)
    lines = _chains([past.by_item.get(item.id, ()) for item in items], newest)
    columns |= _line_columns(lines, places_of_lines, len(items))
    columns["id_mark"] = array(INT, sorted({id_mark(one) for one in _ids(log.entries)}))
    own = own_acceptances(rows, "") if plan.rules.accept else []
    doubts = (*lasting_doubts(plan, log.entries), *_read_doubts(own, ""))
    head = IndexHead(
        seen_ns=contents.seen_ns,
        plan=contents.plan_known,
        log=contents.log_known,
        year=plan.year,
        rules=plan.rules,
        rhythms=tuple(rhythms),
        told=(*_read_doubts(log.problems, log_shown), *doubts),
        ahead=(*days_ahead(log.entries), *_before_own(rows)),
        lines=len(places_of_lines),
        newest=bisect_left([line for line, _ in lines], newest.line) if newest else -1,
    )
    return pack(head, _words(plan, items), columns, _offices(looks))


def _words(plan: Plan, items: Sequence[Item]) -> IndexWords:
    numbers, shown = "".join(f"{item.no}\n" for item in items), unit_names(plan).shown()
    if numbers.count("\n") > len(items) or any("\n" in name for name in shown):
        raise Unfit
    return IndexWords(
        "".join(f"\n{one}" for one in (*(item.id for item in items), "")).encode(),
        numbers.encode("utf-8", "surrogatepass") if any(item.no for item in items) else b"",
        "\n".join(shown).encode(),
        json.dumps([printed_offices(plan), {**plan.units}, {**plan.members}], ensure_ascii=False).encode(),
    )


# Of the plan ---------------------------------------------------------------------------------


def _firsts(plan: Plan) -> list[int]:
    """Of each group its first work."""
    return [0, *accumulate(len(group.items) for group in plan.groups)][:-1]


def _plan_places(data: bytes, plan: Plan) -> tuple[list[int], list[int]]:
    """Where each work begins in the plan's bytes, and where each group does.

    Unfit where what begins there does not read as the plan's own heads, headings and first works.
    """
    lines = data.split(b"\n")
    begins = [0, *accumulate(len(line) + 1 for line in lines)]
    items = list(plan.items())
    if not all(_opens(lines[item.line - 1 : item.line], item.id) for item in items):
        raise Unfit
    places = [begins[item.line - 1] for item in items]
    headings = []
    for first in _firsts(plan):
        number = items[first].line - 1
        indent = _indent(lines[number])
        while number and not (
            lines[number].lstrip(b" ").startswith(b"- ") and _indent(lines[number]) < indent
        ):
            number -= 1
        headings.append(begins[number])
    _try(data, plan, places, headings)
    return places, headings


def _opens(line: Sequence[bytes], item_id: str) -> bool:
    """Whether a line, if there is one, opens the item of that id."""
    found = _OPENING.fullmatch(line[0]) if line else None
    return found is not None and (found[1] or found[2] or b"").strip(b" \r\"'") == item_id.encode()


def _indent(line: bytes) -> int:
    return len(line) - len(line.lstrip(b" "))


def _try(data: bytes, plan: Plan, places: Sequence[int], headings: Sequence[int]) -> None:
    """Unfit where a plan of the first works alone does not read as the plan does."""
    if _LATER_KEY.search(data, headings[0]):
        raise Unfit  # it would go with the last work alone
    ends = [*places[1:], len(data)]
    pieces = [data[: headings[0]]]
    for first, heading, after in zip(_firsts(plan), headings, (*headings[1:], len(data)), strict=True):
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


# Of the outlooks -----------------------------------------------------------------------------


def outlooks_of(rows: Sequence[Row], past: History) -> list[Outlook]:
    """The outlook of each row."""
    days = ((entry.on for entry in past.by_item.get(row.item.id, ())) for row in rows)
    return [outlook(row, max(each, default=None)) for row, each in zip(rows, days, strict=True)]


def _outlook_columns(outlooks: Sequence[Outlook], rhythms: Sequence[Span]) -> Columns:
    return {
        name: array(INT, values)
        for name, values in zip(
            OUTLOOK, zip(*(outlook_numbers(one, rhythms) for one in outlooks), strict=True), strict=True
        )
    }


def outlook_numbers(one: Outlook, rhythms: Sequence[Span]) -> tuple[int, ...]:
    """The fields of an outlook as they are kept: the days, its kind and its standing."""
    flags = OPEN * one.is_open + WANTED * one.is_wanted + UNREAD * one.is_unread + UNDATED * one.is_undated
    days = (one.next_due, one.printed, one.since, one.share_since, one.latest)
    return (
        *(day.toordinal() if day else 0 for day in days),
        flags + RHYTHM * rhythms.index(one.rhythm),
        STATUSES.index(one.status) + BY_OWNER * OWNERS.index(one.owner),
    )


def _offices(outlooks: Sequence[Outlook]) -> Offices:
    found: dict[str, dict[str, list[int]]] = {role: {} for role in ROLES}
    for work, one in enumerate(outlooks):
        for role, names in zip(ROLES, (one.owners, one.leads, one.others, one.finished), strict=True):
            for name in names:
                found[role].setdefault(name, []).append(work)
    return found


# Of the log ----------------------------------------------------------------------------------


def _line_places(data: bytes) -> list[int]:
    """Where each line of a log begins. Unfit where the list is indented, or its last line was cut short."""
    lines = data.splitlines(keepends=True)
    first = next(
        (line for line in lines if line.removeprefix(_BOM).strip() and not line.startswith(b"#")), b""
    )
    if not is_ended(data) or first.removeprefix(_BOM).startswith(b" "):
        raise Unfit
    return [0, *accumulate(map(len, lines))][: len(lines)]


def _chains(past: Iterable[Sequence[Entry]], newest: Entry | None) -> list[tuple[int, int]]:
    """The lines that count, each with its work, in the log's order; and the newest, of no work it may be."""
    pairs = {entry.line: work for work, entries in enumerate(past) for entry in entries}
    if newest:
        pairs.setdefault(newest.line, -1)
    return sorted(pairs.items())


def _ids(entries: Iterable[Entry]) -> Iterator[str]:
    """The ids of entries, and of those that they take back."""
    for entry in entries:
        yield entry.id
        if entry.undoes:
            yield entry.undoes


def _line_columns(lines: Sequence[tuple[int, int]], places: Sequence[int], works: int) -> Columns:
    last = array(INT, [-1]) * works
    before = array(INT)
    for number, (_, work) in enumerate(lines):
        before.append(last[work] if work >= 0 else -1)
        if work >= 0:
            last[work] = number
    return {
        "last": last,
        "line_place": array(INT, (places[line - 1] for line, _ in lines)),
        "line_before": before,
    }


def _read_doubts(problems: Iterable[Problem], shown: str) -> Iterator[ToldLine]:
    """What the reader told of a log's lines."""
    for problem in problems:
        line = str(problem.where).removeprefix(f"{shown}:").removesuffix(":1")
        if not line.isdecimal():
            raise Unfit
        yield ToldLine(int(line), problem.what, problem.fix, problem.is_warning)


def lasting_doubts(plan: Plan, entries: Sequence[Entry]) -> list[ToldLine]:
    """What is told of entries on any day."""
    return list(_read_doubts(log_doubts(plan, entries, "", date.max), ""))


def _before_own(rows: Iterable[Row]) -> Iterator[tuple[int, int]]:
    """Up to which days acceptances by who claimed are not told of yet."""
    for row in rows:
        for entry in row.state.own_acceptances:
            yield EVER, entry.on.toordinal()


def days_ahead(entries: Iterable[Entry]) -> Iterator[tuple[int, int]]:
    """From which day on to before which one an entry is told of as dated ahead."""
    for entry in entries:
        if entry.at.date() < entry.on:
            yield entry.at.date().toordinal(), entry.on.toordinal()
