"""Who was chased and has not answered, as the bulletin tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from qjtask.core.layout.document import Block, Paragraph, date_words
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.letters.bulletin_cells import ID, WORK, begin
from qjtask.core.letters.bulletin_reports import Reports
from qjtask.core.letters.chase_answers import unanswered
from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.ids import TAG, item_id_of
from qjtask.core.plan.numbers import shown_id
from qjtask.core.standing.row import Row


def chased_blocks(rows: Sequence[Row], since: date, reports: Reports) -> Iterator[Block]:
    """How many works were chased since then, and those that wait for an answer, whenever it was asked for."""
    by_id = {row.item.id: row for row in rows}
    sent = [entry for row in rows for entry in reports.of(row) if entry.do is Do.CHASE and entry.on >= since]
    waiting = list(_waiting(unanswered(reports.past, reports.names), by_id, reports))
    if not sent and not waiting:
        return
    chased = _chased_words(sent, since)
    if not waiting:
        yield Paragraph(f"{chased}，都有答复。")
        return
    left = f"至今没有答复的{_works(last for last, _ in waiting)}项"
    yield Paragraph(f"{'；'.join(filter(None, (chased, left)))}：")
    columns = (
        *(ID, WORK, Column("被催办单位", weight=2), Column("最近催办"), Column("请答复日期")),
        Column("次数", is_number=True),
    )
    lines = tuple(_cells(by_id[item_id_of(last.item)], last, times) for last, times in waiting)
    yield Sheet("", columns, lines)


def _waiting(chases: Iterable[Entry], by_id: dict[str, Row], reports: Reports) -> Iterator[tuple[Entry, int]]:
    """The last unanswered chase of each unit for each thing that is still open, and how many there were."""
    found: dict[tuple[str, str | None], list[Entry]] = {}
    for entry in chases:
        row = by_id.get(item_id_of(entry.item))
        if row and row.is_open and reports.is_asked_for(entry):
            unit = reports.names.canonical((entry.unit,))[0] if entry.unit else None
            found.setdefault((entry.item, unit), []).append(entry)
    for entries in found.values():
        yield entries[-1], len(entries)


def _works(entries: Iterable[Entry]) -> int:
    return len({item_id_of(entry.item) for entry in entries})


def _chased_words(sent: Sequence[Entry], since: date) -> str:
    """How many works were chased since then, and by how many letters; empty where none was."""
    if not sent:
        return ""
    letters = len({(entry.item.rpartition(TAG)[0], entry.text) for entry in sent if entry.text})
    by_letter = f"发出催办单{letters}份，" if letters else ""
    return f"{date_words(since)}以来{by_letter}催办{_works(sent)}项工作"


def _cells(row: Row, last: Entry, times: int) -> tuple[Cell, ...]:
    is_late = last.to is not None and last.to < row.at.today
    return (
        Cell(shown_id(last.item, row.item)),
        begin(row)[1],
        Cell(last.unit),
        Cell(last.on),
        Cell(last.to, Tone.RED if is_late else Tone.PLAIN),
        Cell(times),
    )
