"""A table's row seen by its columns' roles, and what all rows of the table have in common."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.signs import is_blank
from qjtask.importing.cells.bare_days import month_of_column
from qjtask.importing.columns.column_reading import ColumnReading
from qjtask.importing.columns.heading_words import is_year, own_heading, plain_heading
from qjtask.importing.dates.times import is_period, step_lines
from qjtask.importing.document.grid import GridCell, GridRow
from qjtask.importing.document.row_words import is_as_above
from qjtask.importing.numbers.target_cells import named_in_row
from qjtask.importing.tables.tables import Table
from qjtask.importing.words.column_roles import OFFICES, TEXTS, UNREAD, Role
from qjtask.importing.words.office_words import listed
from qjtask.importing.words.tidy_text import flow
from qjtask.importing.words.vocabulary import words

SENTENCE_ENDS = "。；;！!？?）)”…"
_MAY_BE_USUAL = (Role.NUMBER, *OFFICES, Role.DEADLINE)
_MOSTLY = 0.6
_NOT_KEPT = frozenset((Role.OTHER, Role.MEASURE))
_BETWEEN = {
    Role.PERSON: "；",
    Role.TARGET: "；",
    Role.NOTE: "；",
    Role.NAME: "：",
    **dict.fromkeys(OFFICES, "、"),
}  # columns of one kind, read as one
_Pair = tuple[ColumnReading, GridCell]
_SAYS_MORE = frozenset(
    (Role.STEP, Role.TARGET, Role.NOTE, Role.PERSON)
)  # whose heading may be a part of what they say
_IN_PARTS = frozenset((*OFFICES, *TEXTS, Role.PERSON))
_NUMBERS = r"[\d.,，%％]+(?:分|项|个|万?元|亿元)?"


class RowView(NamedTuple):
    """A row by roles.

    `texts` is what its cells say, merged ones from above too, `begins` the roles of which a filled cell
    begins here, `goes_on` those whose cell is the lower part of a merged one, `fields` the text of each
    column of wider headings. `filled` are the places of the cells that begin here and hold text. A cell of
    spaces only holds none: every text here has a first and a last character.
    """

    row: GridRow
    texts: Mapping[Role, str]
    begins: frozenset[Role]
    goes_on: frozenset[Role]
    fields: tuple[str, ...]
    filled: tuple[int, ...]

    def text(self, role: Role) -> str:
        """What stands in the columns of this role, "" for nothing."""
        return self.texts.get(role, "")


class TableFacts(NamedTuple):
    """What the rules on rows ask of the whole table.

    `shares` is how much of each role's column is filled beside a work, `ends` how many of the works end
    as sentences do. `usual` are the columns that nearly every work fills.
    """

    roles: tuple[Role | None, ...]
    headings: tuple[str, ...]
    shares: Mapping[Role, float]
    ends: float
    usual: tuple[Role, ...]

    def has(self, role: Role) -> bool:
        """Whether a column holds it."""
        return role in self.roles


def facts_of(views: Sequence[RowView], table: Table) -> TableFacts:
    """The table's facts, counted once."""
    works = [flow(view.text(Role.WORK)) for view in views if view.text(Role.WORK)]
    counts: Counter[Role] = Counter()
    for view in views:
        if view.text(Role.WORK):
            counts.update(view.texts.keys())
    total = max(1, len(works))
    shares = {role: count / total for role, count in counts.items()}
    ends = sum(text[-1] in SENTENCE_ENDS for text in works) / total
    usual = tuple(role for role in _MAY_BE_USUAL if shares.get(role, 0) >= _MOSTLY)
    return TableFacts(table.roles, table.header.names, shares, ends, usual)


def view_of(row: GridRow, table: Table) -> RowView:
    """A row by the roles of the table's columns; columns of one role together, merged cells once."""
    pairs = list(zip(table.columns, row.cells, strict=False))
    roles = [column.role for column, _ in pairs]
    cells = list(_kept(pairs, roles))
    return RowView(
        row,
        _texts(cells, pairs, table),
        frozenset([role for role, _, cell in cells if not cell.up and not is_blank(cell.text)]),
        frozenset([role for role, _, cell in cells if cell.up]),
        _fields(pairs) if Role.FIELD in roles else (),
        tuple([at for at, cell in enumerate(row.cells) if not cell.left and cell.text.strip()]),
    )


def _fields(pairs: Iterable[_Pair]) -> tuple[str, ...]:
    """The texts of the columns of wider headings."""
    return tuple([flow(cell.text) for column, cell in pairs if column.role is Role.FIELD])


def _kept(
    pairs: Sequence[_Pair], roles: Sequence[Role | None]
) -> Iterator[tuple[Role, ColumnReading, GridCell]]:
    """The cells of the columns that are read; one over several is of the first, or of the work, too."""
    is_both = Role.WORK in roles and _reaches_over_work(pairs, roles)
    day = _only_day(pairs) if Role.STEP in roles else None
    for column, cell in pairs:
        role = column.role
        if role is Role.STEP:
            role = Role.DEADLINE if cell is day else _role_of_step(column, cell)
        is_covered = cell.left and not (role is Role.WORK and is_both)
        if role is not None and role not in _NOT_KEPT and not is_covered:
            yield role, column, cell


def _role_of_step(column: ColumnReading, cell: GridCell) -> Role:
    """What a cell under a period says: a step, or no more than a note."""
    return Role.STEP if _is_step(column, cell) else Role.NOTE


def _only_day(pairs: Sequence[_Pair]) -> GridCell | None:
    """The one cell of a row's columns of periods, where it says itself when: 4月18日-26日 under 四月."""
    steps = [pair for pair in pairs if pair[0].role is Role.STEP and _begins(pair[1])]
    if len(steps) != 1:
        return None
    ((column, cell),) = steps
    return cell if is_period(flow(own_heading(column.name))) and is_period(flow(cell.text)) else None


def _is_step(column: ColumnReading, cell: GridCell) -> bool:
    """Whether a cell in a column of steps holds one; 全年推进 is a remark."""
    return is_period(flow(own_heading(column.name))) or bool(step_lines(cell.text))


def _texts(
    cells: Iterable[tuple[Role, ColumnReading, GridCell]], pairs: Sequence[_Pair], table: Table
) -> dict[Role, str]:
    """What the cells say by role; a number that is merged over several rows is that of the first."""
    found: dict[Role, list[str]] = {}
    for role, column, cell in cells:
        if cell.text.strip() and not (cell.up and role is Role.NUMBER):
            for own, said in _parted(role, column, cell.text):
                text = said
                if own is Role.TARGET:
                    names = (_first(pairs, Role.WORK), _first(pairs, Role.NAME))
                    text = named_in_row(said, names, _first(pairs, Role.MEASURE))
                elif own is Role.DEADLINE:
                    text = month_of_column(said, own_heading(column.name))
                found.setdefault(own, []).append(_labelled(text, own, column, table))
    return {role: _together(role, parts) for role, parts in found.items()}


def _together(role: Role, parts: list[str]) -> str:
    """The texts of several columns as one, each once; what says who leads stays apart, before names alone."""
    if len(parts) == 1 or len(parts := [*dict.fromkeys(parts)]) == 1:
        return parts[0]
    leads = words().duties.lead
    clauses = [one for one in parts if any(map(one.__contains__, leads))] if role in OFFICES else []
    if not clauses:
        return _BETWEEN.get(role, "\n").join(parts)
    return "；".join([*clauses, *(one for one in parts if one not in clauses)])


def _reaches_over_work(pairs: Sequence[_Pair], roles: Sequence[Role | None]) -> bool:
    """Whether one cell is heading and work, in a row that says more: a project without parts of its own."""
    at = roles.index(Role.WORK)
    work = pairs[at][1]
    if at == 0 or roles[at - 1] not in {Role.TASK, Role.NAME} or not work.left or work.up:
        return False
    beside = (cell for column, cell in pairs[at + 1 :] if column.role not in {*TEXTS, Role.NAME})
    return any(map(_begins, beside))


def _begins(cell: GridCell) -> bool:
    """Whether a cell holds words of its own, that go on from no other cell."""
    return bool(cell.text.strip()) and not cell.left and not cell.up


def _first(pairs: Iterable[_Pair], role: Role) -> str:
    """What the first column of a role says in a row."""
    return next((cell.text for column, cell in pairs if column.role is role), "")


def is_number_of_points(text: str, role: Role | None) -> bool:
    """Whether a cell is a bare number in a column that no work needs: the 60 points of a heading."""
    return role in UNREAD and re.fullmatch(_NUMBERS, flow(text)) is not None


def _parted(role: Role, column: ColumnReading, text: str) -> Iterable[tuple[Role, str]]:
    """A cell's text by role: apart what its heading names beside the column's own, a deadline or persons."""
    says_two, names_both = _says_two(role, column), role in OFFICES and column.is_of_persons
    if not (says_two or names_both) or is_blank(text) or is_as_above(text):
        return ((role, text),)
    said: list[tuple[Role, str]] = []
    if says_two:
        text, other = _of_two_things(role, column, text)
        said.append(other)
    said.extend(_of_offices_and_persons(role, text) if names_both else [(role, text)])
    return filter(itemgetter(1), said)


def _says_two(role: Role, column: ColumnReading) -> bool:
    """Whether a heading says that works, offices or persons have something else in their cells."""
    return role in _IN_PARTS and (column.is_dated or column.is_shared_out)


def _of_offices_and_persons(role: Role, text: str) -> Iterable[tuple[Role, str]]:
    """A cell of offices whose heading speaks of persons, too: both apart, each with its role."""
    from qjtask.importing.words.offices_with_persons import offices_and_persons  # few tables have such cells

    parts = offices_and_persons(text)
    return (role, parts.offices), (Role.PERSON, parts.persons)


def _of_two_things(role: Role, column: ColumnReading, text: str) -> tuple[str, tuple[Role, str]]:
    """A cell whose heading says two things: the column's own, and the other with its role; "" for none."""
    from qjtask.importing.cells.parted_cells import offices_apart, term_apart  # few tables have such headings

    if role not in TEXTS:
        names, term = term_apart(text)
        return names, (Role.DEADLINE, term)
    if not column.is_shared_out:
        return text, (Role.UNITS, "")
    work, names = offices_apart(text)
    return work, (Role.UNITS, names)


def _labelled(text: str, role: Role, column: ColumnReading, table: Table) -> str:
    """A cell's text with its column's heading, where the role alone does not say what it is."""
    if role not in _SAYS_MORE or is_blank(text):
        return text
    heading = flow(own_heading(column.name))
    if role is Role.PERSON:
        return _as_persons(text, column, heading, table)
    if role is Role.STEP and (lines := step_lines(text)):
        return "\n".join(lines)
    if not _needs_heading(column, heading, table):
        return text
    if column.role is Role.TARGET and is_year(heading):
        heading = f"{heading[:4]}年目标"  # as read_targets knows it
    return f"{heading}：{flow(text)}"


def _as_persons(text: str, column: ColumnReading, heading: str, table: Table) -> str:
    """Persons with what they are called, unless they alone answer for the work: 验证人：李四."""
    if _has_one_of_persons(table) and (is_as_above(text) or _are_owners(column, heading)):
        return text
    says_who = heading not in words().tables.anybody and column.said not in OFFICES
    named = heading if heading and says_who else Role.PERSON.value
    return f"{named}：{listed(text)}"


def _has_one_of_persons(table: Table) -> bool:
    """Whether a table has one column of persons, or of offices headed so, that is not empty."""
    filled = (column for column in table.columns if column.content.texts)
    return sum(Role.PERSON in {column.role, column.said} for column in filled) == 1


def _are_owners(column: ColumnReading, heading: str) -> bool:
    """Whether persons answer for the work, or their heading does not say what they do."""
    known = words().tables
    is_owner = heading in known.anybody or any(map(heading.__contains__, known.duty))
    return is_owner and column.role is Role.PERSON


def _needs_heading(column: ColumnReading, heading: str, table: Table) -> bool:
    """Whether a column is a step, one of several targets, or noted though it is headed as something else."""
    if column.role is Role.TARGET:
        return table.roles.count(Role.TARGET) > 1
    if column.role is Role.NOTE:
        is_remark = plain_heading(heading) in words().tables.remarks
        return bool(heading) and not is_remark and not column.is_mapped
    return column.role is Role.STEP
