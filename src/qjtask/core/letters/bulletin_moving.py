"""What moved and is not finished, as the bulletin tells it, and how far what was promised is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from qjtask.core.layout.document import Block, Paragraph
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.letters.bulletin_cells import ID, WORK, begin, office_words, owner_column
from qjtask.core.letters.bulletin_reports import Reports
from qjtask.core.log.fold import Status
from qjtask.core.plan.targets import target_words
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import shares
from qjtask.core.standing.target_marks import TargetMark, target_marks
from qjtask.core.standing.words import open_owner_words, owner_words, owners_word, progress_part


def moving_blocks(rows: Sequence[Row], only: Collection[str], since: date, reports: Reports) -> list[Block]:
    """The works still open to the units in `only`, or to anybody, on which something was reported since."""
    still = [one.row for one in shares(rows, only) if one.is_open]
    found = [(row, told) for row in still if (told := reports.since(row, since)) is not None]
    if not found:
        return [Paragraph("这段时间没有其他工作报送进展。")]
    offices = owner_column([row for row, _ in found])
    columns = (ID, WORK, offices, Column("报送情况", weight=6), Column("进度", weight=1))
    lines = tuple(
        (
            *begin(row),
            Cell(office_words(row, open_owner_words(row))),
            Cell(told),
            Cell(progress_part(row)),
        )
        for row, told in found
    )
    return [Paragraph(f"共{len(found)}项工作有新的进展："), Sheet("", columns, lines)]


def target_blocks(rows: Sequence[Row]) -> Iterator[Block]:
    """The promised numbers: how many are met, missed and not measured.

    Listed are those measured, with their pace, and those of finished works, which should have been.
    """
    promised = [(row, mark) for row in rows if row.status is not Status.DROPPED for mark in target_marks(row)]
    if not promised:
        return
    counts = Counter(mark.verdict for _, mark in promised)
    told = "，".join(f"{verdict}{count}个" for verdict, count in sorted(counts.items()))
    lines = tuple(_target_cells(row, mark) for row, mark in promised if _is_listed(row, mark))
    yield Paragraph(f"共{len(promised)}个指标：{told}{'：' if lines else '。'}")
    if lines:
        offices = owners_word([row for row, _ in promised])
        columns = (ID, Column("指标", weight=3), Column(offices, weight=2), Column("实绩"))
        yield Sheet("", (*columns, Column("是否达标"), Column("序时进度", weight=2)), lines)


def _is_listed(row: Row, mark: TargetMark) -> bool:
    return mark.value is not None or row.status is Status.DONE


def _target_cells(row: Row, mark: TargetMark) -> tuple[Cell, ...]:
    return (
        begin(row)[0],
        Cell(target_words(mark.target)),
        Cell(owner_words(row)),
        Cell("" if mark.value is None else f"{mark.value}{mark.target.unit}"),
        Cell(mark.verdict, Tone.RED if mark.is_missed else Tone.PLAIN),
        Cell(row.pace.words if row.pace else ""),
    )
