"""What was finished, as the bulletin tells it: works, and apart from them milestones and periods."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from qjtask.core.layout.document import Block, Paragraph, date_words
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.letters.bulletin_cells import ID, WORK, office_words, owner_column, what_words
from qjtask.core.letters.bulletin_reports import Reports
from qjtask.core.letters.first_words import first_words
from qjtask.core.log.fold import Status
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.numbers import shown_id
from qjtask.core.standing.dues import DueKind
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import Share, shares
from qjtask.core.standing.words import owner_words

_COUNTED = {
    DueKind.ITEM: "{}项工作",
    DueKind.MILESTONE: "{}个时间节点",
    DueKind.PERIOD: "{}期周期性工作",
}
"""What is counted, and told under its own word, in this order: a milestone or a period is no work."""

_HEADINGS = {DueKind.ITEM: "工作", DueKind.MILESTONE: "时间节点", DueKind.PERIOD: "周期性工作"}


class _Finished(NamedTuple):
    """A thing finished: the day, the one that it is held to, and the printed one."""

    kind: DueKind
    row: Row
    id: str
    what: str
    on: date
    by: date | None
    printed: date | None
    told: str


def finished_blocks(rows: Sequence[Row], only: Collection[str], since: date, reports: Reports) -> list[Block]:
    """What was finished since then, that day included, as it stands for the units in `only`, if any."""
    found = [one for share in shares(rows, only) for one in _finished(share, since, reports)]
    if not found:
        return [Paragraph("这段时间没有新完成的工作。")]
    by_kind = {kind: ones for kind in _COUNTED if (ones := [one for one in found if one.kind is kind])}
    counts = [_COUNTED[kind].format(len(ones)) for kind, ones in by_kind.items()]
    offices = owner_column([one.row for one in found])
    days = (Column("完成日期"), Column("是否按期"))
    columns = (ID, WORK, offices, *days, Column("报送情况", weight=4))
    lines: list[tuple[Cell, ...]] = []
    sections: dict[int, str] = {}
    for kind, ones in by_kind.items():
        if len(by_kind) > 1:
            sections[len(lines)] = _HEADINGS[kind]
        lines += map(_cells, ones)
    return [Paragraph(f"共完成{'、'.join(counts)}："), Sheet("", columns, tuple(lines), sections=sections)]


def _cells(one: _Finished) -> tuple[Cell, ...]:
    marked, owners = shown_id(one.id, one.row.item), office_words(one.row, owner_words(one.row))
    return (Cell(marked), Cell(one.what), Cell(owners), Cell(one.on), _in_time(one), Cell(one.told))


def _finished(share: Share, since: date, reports: Reports) -> Iterator[_Finished]:
    """One line for each thing of a row finished since then: its milestones, its periods, the whole."""
    yield from _finished_dues(share.row, since, reports)
    work = _finished_work(share, since, reports)
    if work is not None:
        yield work


def _finished_dues(row: Row, since: date, reports: Reports) -> Iterator[_Finished]:
    for due in (*row.milestones, *row.periods):
        if due.done_on and due.done_on >= since:
            period = f"（{date_words(due.by)}一期）" if due.kind is DueKind.PERIOD else ""
            what = what_words(row, due._replace(what=first_words(due.what)))
            what, told = f"{what}{period}", reports.of_due(row, due)
            yield _Finished(due.kind, row, due.id, what, due.done_on, due.by, due.printed, told)


def _finished_work(share: Share, since: date, reports: Reports) -> _Finished | None:
    """The whole of a row; of one that is not finished, the share of those who have done theirs.

    What had to be accepted is finished since then when it was accepted since then.
    """
    row = share.row
    is_finished = row.status is Status.DONE or (share.is_ahead and not row.periods)
    if not is_finished or share.done_on is None:
        return None
    known_on = row.state.accepted.on if row.state.accepted else share.done_on
    if known_on < since:
        return None
    days = (None, None) if row.periods else (row.deadline, row.extended_from)
    what, told = first_words(row.item.work), reports.of_work(row)
    return _Finished(DueKind.ITEM, row, row.item.id, what, share.done_on, *days, told)


def _in_time(one: _Finished) -> Cell:
    """按期, or by how many days late; never plain 按期 where that is so by virtue of an extension."""
    if one.by is None:
        return Cell("")
    late = (one.on - one.by).days
    if late > 0:
        return Cell(f"逾期{late}天", Tone.RED)
    if one.printed and one.on > one.printed:
        return Cell(f"延期后按期（原定{date_words(one.printed)}）")
    return Cell("按期")
