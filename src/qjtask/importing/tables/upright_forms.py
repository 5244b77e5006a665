"""Tables that stand upright, a label and its text in each row, laid down: a row for each work."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.columns.heading_words import LONGEST_HEADING, role_of
from qjtask.importing.document.grid import Grid, GridCell, GridRow, anchors
from qjtask.importing.words.column_roles import OFFICES, TEXTS, Role
from qjtask.importing.words.tidy_text import flow
from qjtask.importing.words.vocabulary import words

_FEWEST_LABELS = 2
_MOSTLY = 0.75  # of the labels are known headings, and of the texts none
_SAYS_WHEN_OR_WHO = frozenset((*OFFICES, Role.DEADLINE, Role.STEP))


class _Field(NamedTuple):
    """A label with its text."""

    label: str
    text: str


def laid_down(grid: Grid) -> Grid:
    """The table with its labels as its heading and a row for each work; any other table as it is.

    A work begins where a label comes again. A cell over the whole width is a heading among the works.
    """
    lines = [list(_fields(row)) for row in grid.rows]
    fields = list(chain.from_iterable(lines))
    if not _is_upright(fields) or _names_all(grid.rows[0]):
        return grid
    labels = list(dict.fromkeys(field.label for field in fields))
    rows = [GridRow(tuple(map(GridCell, labels)), grid.rows[0].place)]
    record: dict[str, str] = {}
    places: dict[str, None] = {}
    for row, line in zip(grid.rows, lines, strict=True):
        if not line:
            rows.extend(_closed(record, labels, places))
            record, places = {}, {}
            rows.extend(_heading(row, len(labels)))
        for field in line:
            if field.label in record:
                rows.extend(_closed(record, labels, places))
                record, places = {}, {}
            places[row.place] = None
            record[field.label] = field.text
    rows.extend(_closed(record, labels, places))
    return Grid(grid.name, tuple(rows))


def _fields(row: GridRow) -> Iterator[_Field]:
    """The labels of a row, each with the text on its right."""
    texts = [cell.text for cell in row.cells if not cell.up and not cell.left]
    if len(texts) % 2:
        return
    for at, (label, text) in enumerate(zip(texts[::2], texts[1::2], strict=True)):
        if at and not label and not text:
            continue  # what is left of a row beside its one field
        yield _Field(flow(label).rstrip("：: "), text)


def _is_upright(fields: Sequence[_Field]) -> bool:
    """Whether the labels are headings, of works and of offices or times, and the texts are none."""
    card = words().tables.card
    if any(field.label in card for field in fields):  # 发布机构 of a page's card
        return False
    known = _known_labels(fields)
    if len(set(known)) < _FEWEST_LABELS:
        return False
    if sum(_role(field.text) in {None, Role.STEP} for field in fields) < _MOSTLY * len(fields):
        return False
    return bool(_SAYS_WHEN_OR_WHO.intersection(known)) and any(role in TEXTS for role in known)


def _names_all(row: GridRow) -> bool:
    """Whether a row holds headings and nothing else, of several kinds: the heading of a table of columns."""
    roles = [_role(flow(cell.text)) for _, cell in anchors(row)]
    return None not in roles and len(set(roles)) > _FEWEST_LABELS


def _known_labels(fields: Sequence[_Field]) -> list[Role]:
    """The roles of the labels that are headings; none when too few are, as soon shows in most tables.

    A date is no label: 2026年4月 stands below one.
    """
    labels = [field.label for field in fields if _may_head(field.label)]
    fewest, known = _MOSTLY * len(fields), list[Role]()
    for at, label in enumerate(labels):
        if len(known) + len(labels) - at < fewest:
            return []
        role = None if compiled(r"\d{4}年").match(label) else role_of(label)
        if role is not None:
            known.append(role)
    return known if len(known) >= fewest else []


def _role(text: str) -> Role | None:
    return role_of(text) if _may_head(text) else None


def _may_head(text: str) -> bool:
    return 0 < len(text) <= LONGEST_HEADING


def _closed(record: dict[str, str], labels: Sequence[str], places: Iterable[str]) -> Iterator[GridRow]:
    if any(record.values()):
        first, *further = places
        cells = tuple(GridCell(record.get(label, "")) for label in labels)
        yield GridRow(cells, first, further=tuple(further))


def _heading(row: GridRow, width: int) -> Iterator[GridRow]:
    texts = [cell.text for _, cell in anchors(row) if cell.text]
    if texts:
        yield GridRow(tuple(GridCell(texts[0], left=at > 0) for at in range(width)), row.place)
