"""The sheet of `diff`: the works that are not as they were on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.plan.numbers import shown_id
from qjtask.core.sheets.list_sheets import ID, WORK
from qjtask.core.sheets.office_columns import office_columns
from qjtask.core.sheets.tones import LIGHT_TONES
from qjtask.core.standing.changes import FACET_WORDS, RowChange
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import LIGHT_WORDS, STATUS_WORDS, deadline_words, owners_told


def diff_sheet(changes: Sequence[RowChange], since: date, total: int) -> Sheet:
    """One line for each work that changed, of `total` that there are: what of it, as it was and as it is."""
    offices = office_columns([change.now for change in changes], owners_told)
    columns = (
        *(ID, Column("变化"), WORK, *offices.columns),
        *(Column("状态"), Column("期限"), Column("灯", under=True)),
    )
    lines = tuple(
        (
            Cell(shown_id(change.now.item.id, change.now.item), Tone.STRONG),
            Cell("、".join(FACET_WORDS[facet] for facet in change.facets)),
            Cell(change.now.item.work),
            *offices.cells(change.now),
            *_cells(change),
        )
        for change in changes
    )
    return Sheet("", columns, lines, (_note(changes, since, total),))


def _cells(change: RowChange) -> tuple[Cell, Cell, Cell]:
    """Status, date and light, each as it was and as it is."""
    then, now, _ = change
    tone = LIGHT_TONES[now.light] if now.light else Tone.PLAIN
    return (
        Cell(_from_to(STATUS_WORDS[then.status] if then else "", STATUS_WORDS[now.status])),
        Cell("；".join(_dates(then, now))),
        Cell(_from_to(_light(then) if then else "", _light(now)), tone),
    )


def _from_to(then: str, now: str) -> str:
    return f"{then} → {now}" if then and then != now else now


def _dates(then: Row | None, now: Row) -> Iterator[str]:
    """The day that the work is held to; of its milestones those that were moved."""
    yield _from_to(deadline_words(then) if then else "", deadline_words(now))
    for was, one in zip(then.milestones if then else (), now.milestones, strict=False):
        if was.by != one.by:
            yield f"{one.id} {was.by} → {one.by}"


def _light(row: Row) -> str:
    """The light; of work that is over, that it has none."""
    return LIGHT_WORDS[row.light] if row.light else "无灯"


def _note(changes: Sequence[RowChange], since: date, total: int) -> str:
    if not changes:
        return f"与{since}相比，没有变化（共{total}项）"
    counts = Counter(facet for change in changes for facet in change.facets)
    told = "，".join(f"{word}{counts[facet]}项" for facet, word in FACET_WORDS.items() if counts[facet])
    return f"与{since}相比，{len(changes)}项有变化（共{total}项）：{told}"
