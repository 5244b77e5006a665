"""The index of a plan and its log made of all of them."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from qjtask.core.log.entry import Entry
from qjtask.core.log.history import history
from qjtask.core.log.order import written
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Item, Plan
from qjtask.core.plan.unit_names import printed_offices, unit_names
from qjtask.core.standing.acceptance import own_acceptances
from qjtask.core.standing.row import Row
from qjtask.core.standing.rows import rows_of
from qjtask.storage.index.index_form import (
    INT,
    Arrays,
    Content,
    IndexHead,
    IndexWords,
    ToldLine,
    Unfit,
    id_mark,
)
from qjtask.storage.index.line_columns import counted_lines, ids_of, line_columns, line_places
from qjtask.storage.index.outlook_columns import offices_of, outlook_columns, outlooks_of
from qjtask.storage.index.packed_index import pack, pack_offices
from qjtask.storage.index.plan_places import first_works, plan_places
from qjtask.storage.index.told_lines import (
    before_own_acceptances,
    days_ahead,
    lasting_doubts,
    told_by_reader,
)
from qjtask.storage.index.wanted_columns import wanted_columns
from qjtask.storage.plans.snapshot import Snapshot


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
    places, headings = plan_places(contents.plan, plan)
    lines_at = _places_of_lines(contents)
    looks = outlooks_of(rows, past)
    rhythms = list(dict.fromkeys(one.rhythm for one in looks))
    newest = max(log.entries, key=written, default=None)
    lines = counted_lines([past.by_item.get(item.id, ()) for item in items], newest)
    outlooks = outlook_columns(looks, rhythms)
    columns: Arrays = {
        "place": array(INT, places),
        **outlooks,
        **wanted_columns(outlooks),
        "group_place": array(INT, headings),
        "group_first": array(INT, first_works(plan)),
        **line_columns(lines, lines_at, len(items)),
        "id_mark": array(INT, sorted({id_mark(one) for one in ids_of(log.entries)})),
    }
    head = IndexHead(
        seen_ns=contents.seen_ns,
        plan=contents.plan_known,
        log=contents.log_known,
        year=plan.year,
        rules=plan.rules,
        rhythms=tuple(rhythms),
        told=(*told_by_reader(log.problems, log_shown), *_told_of_entries(plan, log.entries, rows)),
        ahead=(*days_ahead(log.entries), *before_own_acceptances(rows)),
        lines=len(lines_at),
        newest=bisect_left([line for line, _ in lines], newest.line) if newest else -1,
    )
    return pack(head, _words(plan, items), columns, pack_offices(offices_of(looks)))


def _places_of_lines(contents: Contents) -> Sequence[int]:
    """Where each line of the log begins; in a log in rows, its number."""
    places = line_places(contents.log)
    return range(len(places)) if contents.in_rows else places


def _told_of_entries(plan: Plan, entries: Sequence[Entry], rows: Sequence[Row]) -> list[ToldLine]:
    """What is told of the entries on any day, acceptances by who claimed included."""
    own = own_acceptances(rows, "") if plan.rules.accept else []
    return [*lasting_doubts(plan, entries), *told_by_reader(own, "")]


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
