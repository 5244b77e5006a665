"""An index brought up to date with the lines that were appended to a log."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.history import History, history
from qjtask.core.log.order import written
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.ids import item_id_of
from qjtask.core.plan.unit_names import UnitNames, unit_names
from qjtask.core.problem import Refused
from qjtask.core.standing.outlook import Outlook
from qjtask.core.standing.rows import rows_of
from qjtask.storage.index.index_form import INT, Arrays, Offices, Unfit, id_mark
from qjtask.storage.index.indexed_plan import MANY, IndexedPlan
from qjtask.storage.index.outlook_columns import OUTLOOK, outlook_numbers, outlooks_of
from qjtask.storage.index.plan_index import PlanIndex
from qjtask.storage.index.told_lines import EVER, days_ahead, lasting_doubts
from qjtask.storage.index.wanted_columns import change
from qjtask.storage.logs.log_file import Log, parse_log
from qjtask.storage.plans.snapshot import Snapshot

_FAR_REACHING = frozenset((Do.UNDO, Do.CHASE))
"""Entries that say something of others: of one that is taken back, of letters with the same number."""


class Growth(NamedTuple):
    """What was appended to a log that an index knows the beginning of, and what comes of it.

    `read` are the plan and the entries of the works that the `added` ones are about, `looks` their outlooks
    by their places, `names` those of their offices, `marks` those of all ids.
    """

    tail: bytes
    added: Sequence[Entry]
    read: Snapshot
    past: History
    looks: dict[int, Outlook]
    names: UnitNames
    marks: array[int]


def growth(found: IndexedPlan, more: Iterable[int] = (), *, in_all: int = 0) -> Growth:
    """What the lines come to that an index does not know yet; some `more` lines of those before are read too.

    `in_all` works are read, where other plans are read beside it.
    Unfit where what was appended is anything but whole new reports, one a line.
    """
    index = found.index
    (tail,) = found.log.pieces([(index.head.log.size, found.log.size)])
    added = new_reports(tail, index.head.lines, are_many=in_all > MANY)
    marks = _with_marks(index.columns["id_mark"], added)
    works = sorted({place for one in added if (place := index.find(item_id_of(one.item))) is not None}) or [0]
    plan, log = found.part(works, more, in_all=in_all)
    entries = (*(entry._replace(line=0) for entry in log.entries), *added)
    past = history(entries, date.max)
    names = unit_names(plan)
    rows = rows_of(plan, past, date.max, names)
    if any(row.state.own_acceptances for row in rows) or any(first == EVER for first, _ in index.head.ahead):
        raise Unfit  # these are told of last
    looks = dict(zip(works, outlooks_of(rows, past), strict=True))
    return Growth(tail, added, Snapshot(plan, Log(entries)), past, looks, names, marks)


def grown_index(found: IndexedPlan, seen_ns: int, *, in_all: int = 0) -> PlanIndex:
    """The index of a plan whose log has grown. `in_all` and Unfit as above."""
    index = found.index
    before = index.head.newest
    tail, added, (plan, log), past, looks, names, marks = growth(
        found, [before] if before >= 0 else (), in_all=in_all
    )
    columns = {name: array(INT, column.tobytes()) for name, column in index.columns.items()}
    columns["id_mark"] = marks
    rhythms = index.head.rhythms
    change(
        columns,
        {
            work: dict(zip(OUTLOOK, outlook_numbers(look, rhythms), strict=True))
            for work, look in looks.items()
        },
    )
    lengths = found.log.lengths(tail)
    places = [*accumulate(lengths, initial=index.head.log.size)]
    counted = {entry.line for each in past.by_item.values() for entry in each}
    newest = max(log.entries, key=written)
    newest_line = before
    for entry in added:
        counts_for = index.find(item_id_of(entry.item)) if entry.line in counted else None
        if entry is newest:
            newest_line = len(columns["line_place"])
        if counts_for is not None or entry is newest:
            _append_line(columns, places[entry.line - index.head.lines - 1], counts_for)
    head = index.head._replace(
        seen_ns=seen_ns,
        plan=found.plan.content,
        log=found.log.content,
        told=(*index.head.told, *lasting_doubts(plan, added, names)),
        ahead=(*index.head.ahead, *days_ahead(added)),
        lines=index.head.lines + len(lengths),
        newest=newest_line,
    )
    return index.grown(head, columns, _finished(index, looks))


def _append_line(columns: Arrays, place: int, work: int | None) -> None:
    """Add a line of the log, which counts for a work or for none."""
    if work is None:
        columns["line_before"].append(-1)
    else:
        columns["line_before"].append(columns["last"][work])
        columns["last"][work] = len(columns["line_place"])
    columns["line_place"].append(place)


def _with_marks(known: array[int] | memoryview[int], entries: Sequence[Entry]) -> array[int]:
    """The marks of the ids, with those of new entries. Unfit where one of these may be there already."""
    found = array(INT, known.tobytes())
    for entry in entries:
        mark = id_mark(entry.id)
        at = bisect_left(found, mark)
        if found[at : at + 1] == array(INT, [mark]):
            raise Unfit
        found.insert(at, mark)
    return found


def new_reports(tail: bytes, lines: int, *, are_many: bool = False) -> Sequence[Entry]:
    """The entries that were appended to a log of so many lines; they or those beside them may be many.

    Unfit where they are anything but whole reports, one a line, each of its own work alone.
    """
    if not tail.startswith(b"- ") or not tail.endswith(b"\n"):
        raise Unfit
    try:
        log = parse_log(tail, "", are_many=are_many)
    except Refused as refused:
        raise Unfit from refused
    entries = log.entries
    if log.problems or log.newer or not entries or any(map(_is_far_reaching, entries)):
        raise Unfit
    return [entry._replace(line=entry.line + lines) for entry in entries]


def _is_far_reaching(entry: Entry) -> bool:
    return entry.do in _FAR_REACHING or entry.id.startswith("hand-")


def _finished(index: PlanIndex, looks: dict[int, Outlook]) -> Offices | None:
    """The works by office, with what the looks say of finished shares; None where these are the same."""
    shares = [(name, work, name in look.finished) for work, look in looks.items() for name in look.owners]
    known = index.works_by_office("finished")
    if all((work in known.get(name, ())) == is_done for name, work, is_done in shares):
        return None
    found = {**known}
    for name, work, is_done in shares:
        works = array(INT, found.get(name, ()))
        at = bisect_left(works, work)
        is_there = at < len(works) and works[at] == work
        if is_there and not is_done:
            del works[at]
        elif is_done and not is_there:
            works.insert(at, work)
        found[name] = works
    return {**index.offices, "finished": {name: works for name, works in found.items() if works}}
