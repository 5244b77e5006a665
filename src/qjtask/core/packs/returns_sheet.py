"""What was collected: the change that each answer makes, and the sheet on which people see it first."""

from __future__ import annotations

from datetime import UTC, datetime

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.log.entry import Entry
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.packs.filled_rows import Answer
from qjtask.core.problem import Problem
from qjtask.core.standing.words import joined
from qjtask.core.text.width import shorten

_COLUMNS = (
    Column("单位", weight=1),
    Column("编号"),
    Column("变化", weight=2),
    Column("内容", weight=4),
    Column("出处", on_screen=False),
)
_SHOWN = 200  # terminal cells of a text: enough to know it by before agreeing; the log gets it whole
_NEVER = datetime.min.replace(tzinfo=UTC)


class ReturnChange(NamedTuple):
    """What one answer does: the entry to append, or None and why it needs none."""

    answer: Answer
    entry: Entry | None
    words: str


class Collected(NamedTuple):
    """What the files come to, in the order in which it is to be written; `doubts` stop nothing.

    `silent` are the units that sent theirs back as it was.
    """

    changes: tuple[ReturnChange, ...]
    doubts: tuple[Problem, ...]
    files: int
    silent: tuple[str, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries to append."""
        return tuple(change.entry for change in self.changes if change.entry)

    def is_like(self, other: Collected) -> bool:
        """Whether the same would be written, but for the moment of writing."""
        return [*map(_timeless, self.changes)] == [*map(_timeless, other.changes)]


def _timeless(change: ReturnChange) -> tuple[str, tuple[object, ...]]:
    return change.words, tuple(change.entry._replace(at=_NEVER)) if change.entry else ()


def collected_sheet(collected: Collected, title: str) -> Sheet:
    """One line per answer: whose, about what, from what to what, and the words."""
    changes, new = collected.changes, len(collected.entries)
    known = len(changes) - new
    told = f"{collected.files}份填报表，填了{len(changes)}行：要登记{new}条"
    notes = [f"{told}，不用登记{known}条" if known else told]
    if collected.silent:
        notes.append(f"一行也没有填的：{joined(collected.silent)}")
    return Sheet(title, _COLUMNS, tuple(map(_cells, changes)), tuple(notes))


def _cells(change: ReturnChange) -> tuple[Cell, ...]:
    answer, tone = change.answer, Tone.PLAIN if change.entry else Tone.DIM
    text = change.entry.text if change.entry else answer.text
    evidence = f"佐证：{joined(answer.evidence)}" if answer.evidence else ""
    content = "；".join(shorten(part, _SHOWN, 1)[0] for part in (text, evidence) if part)
    return (
        Cell(answer.unit, tone),
        Cell(answer.item, Tone.STRONG if change.entry else Tone.DIM),
        Cell(change.words, tone),
        Cell(content, tone),
        Cell(answer.where, tone),
    )
