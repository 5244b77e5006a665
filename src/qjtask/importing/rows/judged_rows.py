"""Every row of the plan's table with what it is, why, and what it says."""

from collections.abc import Iterator, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.document.grid import GridRow
from qjtask.importing.rows.parallel_lines import columns_of_lines, rows_apart
from qjtask.importing.rows.row_headings import SHORT
from qjtask.importing.rows.row_rules import RULES
from qjtask.importing.rows.row_verdicts import Before, RowKind, RowVerdict, Seen, texts_of_row
from qjtask.importing.rows.row_view import RowView, TableFacts, facts_of, view_of
from qjtask.importing.tables.part_names import PartName
from qjtask.importing.tables.tables import Table
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.numbering import read_number
from qjtask.importing.words.tidy_text import flow

_INSTRUCTIONS = ("填表说明", "填报说明", "填写说明", "填报要求", "填表要求", "填写要求")
_SHOWN = 12  # characters of a text that stands for its place


class JudgedRow(NamedTuple):
    """A row with its verdict; a paragraph between two parts of the table, or the name of one, has no view."""

    place: str
    verdict: RowVerdict
    view: RowView | None = None
    part: PartName | None = None

    @property
    def kind(self) -> RowKind:
        """What it is."""
        return self.verdict.kind


def judge_rows(table: Table) -> tuple[JudgedRow, ...]:
    """The rows of a table in order."""
    lines = columns_of_lines(table)
    views: list[RowView | str | PartName] = []
    for row in table.rows:
        if not isinstance(row, GridRow):
            views.append(row)
        else:
            views.extend(view_of(part, table) for part in rows_apart(row, lines))
    facts = facts_of([view for view in views if isinstance(view, RowView)], table)
    return tuple(_with_instructions(list(_judged(views, facts))))


def _with_instructions(rows: Sequence[JudgedRow]) -> Iterator[JudgedRow]:
    """The rows; under 填表说明, behind the last work, how a form is filled in is one note and no heading."""
    works = [at for at, row in enumerate(rows) if row.kind in {RowKind.WORK, RowKind.MORE, RowKind.CUT}]
    begins = (works[-1] + 1) if works else len(rows)
    label = next((at for at in range(begins, len(rows)) if _is_label(rows[at])), len(rows))
    yield from rows[:label]
    for at, row in enumerate(rows[label:]):
        kind = RowKind.EMPTY if at else RowKind.NOTE
        yield row._replace(verdict=RowVerdict(kind, "表下的填表说明", row.verdict.text or _INSTRUCTIONS[0]))


def _is_label(row: JudgedRow) -> bool:
    """Whether a row says that below it stands how the form is filled in, and nothing else."""
    texts = texts_of_row(row.view) if row.view and row.view.filled else []
    return len(texts) == 1 and texts[0].rstrip("：:") in _INSTRUCTIONS


def _judged(views: Sequence[RowView | str | PartName], facts: TableFacts) -> Iterator[JudgedRow]:
    before = Before()
    for at, view in enumerate(views):
        if isinstance(view, str):
            row = JudgedRow(_place_of(view), _verdict_on_text(view, facts))
        elif isinstance(view, PartName):
            row = _named_part(view)
        else:
            after = views[at + 1] if at + 1 < len(views) else None
            seen = Seen(view, after if isinstance(after, RowView) else None, facts, before)
            row = JudgedRow(view.row.place, _verdict(seen), view)
        before = _after(before, row)
        yield row


def _verdict(seen: Seen) -> RowVerdict:
    return next(verdict for rule in RULES if (verdict := rule(seen)) is not None)


def _verdict_on_text(text: str, facts: TableFacts) -> RowVerdict:
    """Text between two parts of the table: a heading when it is numbered like one, over those of a column."""
    is_heading = read_number(text) is not None and len(text) <= SHORT and text[-1] not in "。；"
    reason = "表格之间带编号的一行" if is_heading else "表格之间的文字"
    heading = RowKind.WIDER if facts.has(Role.TASK) else RowKind.HEADING
    return RowVerdict(heading if is_heading else RowKind.TEXT, reason, flow(text))


def _named_part(name: PartName) -> JudgedRow:
    text = name.heading or f"{name.role.value}：{name.offices}"
    return JudgedRow(_place_of(text), RowVerdict(RowKind.PART, "标题行上方写明的", text), part=name)


def _place_of(text: str) -> str:
    """How messages name a paragraph between two parts: by its first words."""
    plain = flow(text)
    return f"“{plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + '…'}”"


def _after(before: Before, row: JudgedRow) -> Before:
    """What the next row has before it."""
    if row.kind in {RowKind.HEADING, RowKind.WIDER, RowKind.PART}:
        return before._replace(heading=row.verdict.text)
    if row.view is None or row.kind not in {RowKind.WORK, RowKind.CUT}:
        return before
    work = flow(row.view.text(Role.WORK))
    if row.kind is RowKind.CUT:
        return before._replace(work=before.work + work)
    heading = flow(row.view.text(Role.TASK)) if Role.TASK in row.view.begins else before.heading
    return Before(work, heading, has_work=True)
