"""Cells without their columns, as a page gives them one a line: which column each belongs to."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.columns.column_content import is_deadline
from qjtask.importing.columns.heading_words import role_of
from qjtask.importing.words.column_roles import OFFICES, Role
from qjtask.importing.words.numbering import read_number
from qjtask.importing.words.office_words import looks_like_offices

MOST_CELLS = 20
"""Cells of one row with its lines; more are no row whose columns are certain."""

_BLANK, _ODD = 4, 3  # what a column without a cell costs, and a cell that looks like another column's
_NEVER = 1 << 20
_LONGEST_NAME = 30  # characters of a cell that may stand under 责任单位
_NUMERALS = frozenset("（(第一二三四五六七八九十㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩")
_SHORT_NAME = 8  # and of one that ends as no office does


class CellKind(Enum):
    """What a cell looks like, or a column holds."""

    NUMBER = "编号"
    OFFICES = "单位"
    TIME = "时限"
    TEXT = "文字"
    HEADING = "标题"


class PlacedCell(NamedTuple):
    """A row whose cells were given to columns; `missing` are the columns that none was given to."""

    cells: tuple[str, ...]
    missing: frozenset[int]


def kinds_of_columns(names: Sequence[str]) -> tuple[CellKind, ...]:
    """What each column holds by its heading. A column without one holds the numbers."""
    return tuple(map(_kind_of_heading, names))


def fits(cells: Sequence[str], kinds: Sequence[CellKind]) -> bool:
    """Whether as many cells as there are columns belong to them in their order: none gainsays its column."""
    return len(cells) == len(kinds) and all(map(_may_hold, kinds, cells))


def kinds_of_first(
    kinds: Sequence[CellKind], names: Sequence[str], cells: Sequence[str]
) -> tuple[CellKind, ...]:
    """The kinds with the column of headings, where the first row numbers its own and no other text."""
    texts = [at for at, kind in enumerate(kinds) if kind is CellKind.TEXT and at < len(cells)]
    numbered = [at for at in texts if _is_heading(cells[at])]
    if len(numbered) != 1 or role_of(names[numbered[0]]) is not Role.TASK:
        return tuple(kinds)
    return tuple(CellKind.HEADING if at in numbered else kind for at, kind in enumerate(kinds))


def aligned(cells: Sequence[str], kinds: Sequence[CellKind]) -> tuple[PlacedCell, ...]:
    """Cells given to columns by what they look like, as one row, or as two under one number.

    The second row begins where a text stands right of what ends the first. Nothing when the cells can be
    given in two ways that are equally good, or in none.
    """
    if len(cells) > MOST_CELLS:
        return ()
    looks = tuple(_look(cell, has_headings=CellKind.HEADING in kinds) for cell in cells)
    tries = [*_as_one(cells, looks, kinds), *_as_two(cells, looks, kinds)]
    best = min((cost for cost, _ in tries), default=_NEVER)
    found = [rows for cost, rows in tries if cost == best]
    return found[0] if len(found) == 1 else ()


def is_time(text: str) -> bool:
    """Whether a cell says when: 12月底前, and not 12."""
    return not re.fullmatch(r"[\d.,，%％]+", text) and is_deadline(text)


class _Way(NamedTuple):
    """What it costs to give cells to columns, in how many ways, each cell's column."""

    cost: int
    ways: int
    columns: tuple[int, ...]


_NO_WAY = _Way(_NEVER, 0, ())


def _may_hold(kind: CellKind, cell: str) -> bool:
    """Whether a cell may stand in a column. Not all offices and times look like such: 党政办, 长期."""
    if kind is CellKind.OFFICES:
        is_name = looks_like_offices(cell) or (len(cell) <= _SHORT_NAME and not cell.isdigit())
        return is_name and _is_short(cell) and not is_time(cell) and read_number(cell) is None
    if kind is CellKind.HEADING:
        return _is_heading(cell)
    if kind is CellKind.TIME:
        return is_time(cell) or (_is_short(cell) and not looks_like_offices(cell))
    return True


def _is_short(cell: str) -> bool:
    return len(cell) <= _LONGEST_NAME and cell[-1] not in "。；"


_Try = tuple[int, tuple[PlacedCell, ...]]


def _as_one(cells: Sequence[str], looks: Sequence[CellKind], kinds: Sequence[CellKind]) -> Iterator[_Try]:
    cost, columns = _best(looks, kinds)
    if columns:
        yield cost, (_placed(cells, columns, len(kinds)),)


def _as_two(cells: Sequence[str], looks: Sequence[CellKind], kinds: Sequence[CellKind]) -> Iterator[_Try]:
    """The cells as a whole row, and one without a number that goes on from it in what it lacks."""
    without = [kind for kind in kinds if kind is not CellKind.NUMBER]
    free = [at for at, kind in enumerate(kinds) if kind is not CellKind.NUMBER]
    for cut in range(2, len(cells) - 1):
        upper_cost, upper = _best(looks[:cut], kinds)
        lower_cost, lower = _best(looks[cut:], without)
        if len(set(upper)) == len(kinds) and lower and looks[cut] is CellKind.TEXT:
            lower = tuple(free[at] for at in lower)
            rows = (
                _placed(cells[:cut], upper, len(kinds)),
                _placed(cells[cut:], lower, len(kinds)),
            )
            yield upper_cost + lower_cost, rows


def _best(looks: Sequence[CellKind], kinds: Sequence[CellKind]) -> tuple[int, tuple[int, ...]]:
    """The cheapest way to give cells to columns from left to right, when no other is as cheap.

    Only offices may stand several in a column: a cell's lines are cells here. By columns and cells, so
    that the time grows with their product.
    """
    # For so many cells given to the columns so far.
    state = [_Way(0, 1, ()), *[_NO_WAY] * len(looks)]
    for at, kind in enumerate(kinds):
        state = [_cheapest(_ways(state, looks, given, at, kind)) for given in range(len(looks) + 1)]
    last = state[-1]
    return (last.cost, last.columns) if last.ways == 1 and last.cost < _NEVER else (_NEVER, ())


def _ways(
    state: Sequence[_Way], looks: Sequence[CellKind], given: int, at: int, kind: CellKind
) -> Iterator[_Way]:
    """What it costs to have given so many cells when the column takes none, one, or several of them."""
    before = state[given]
    yield before._replace(cost=before.cost + _BLANK)
    price = 0
    most = given if kind is CellKind.OFFICES else min(given, 1)
    for taken in range(1, most + 1):
        price += _price(looks[given - taken], kind)
        before = state[given - taken]
        yield _Way(before.cost + price, before.ways, (*before.columns, *[at] * taken))


def _cheapest(ways: Iterator[_Way]) -> _Way:
    """The cheapest way, with how many there are that cost as much."""
    tried = [one for one in ways if one.cost < _NEVER]
    best = min((one.cost for one in tried), default=_NEVER)
    equal = [one for one in tried if one.cost == best]
    return equal[0]._replace(ways=sum(one.ways for one in equal)) if equal else _NO_WAY


def _price(look: CellKind, kind: CellKind) -> int:
    """What it costs to give a cell to a column: a text may look like an office, 建成残疾人服务中心."""
    if look is kind:
        return 0
    return _ODD if kind is CellKind.TEXT and look is not CellKind.NUMBER else _NEVER


def _placed(cells: Sequence[str], columns: Sequence[int], width: int) -> PlacedCell:
    texts = [
        "\n".join(cell for cell, column in zip(cells, columns, strict=True) if column == at)
        for at in range(width)
    ]
    return PlacedCell(tuple(texts), frozenset(range(width)) - frozenset(columns))


def _look(cell: str, *, has_headings: bool) -> CellKind:
    if re.fullmatch(r"\d{1,4}", cell):
        return CellKind.NUMBER
    if has_headings and _is_heading(cell):
        return CellKind.HEADING
    if is_time(cell):
        return CellKind.TIME
    return CellKind.OFFICES if looks_like_offices(cell) else CellKind.TEXT


def _is_heading(cell: str) -> bool:
    """Whether a cell is numbered as the headings of groups are: 一、, （二）."""
    return cell[:1] in _NUMERALS and read_number(cell) is not None and _is_short(cell)


def _kind_of_heading(name: str) -> CellKind:
    role = role_of(name) if name else Role.NUMBER
    if role is Role.NUMBER:
        return CellKind.NUMBER
    if role in OFFICES:
        return CellKind.OFFICES
    return CellKind.TIME if role in {Role.DEADLINE, Role.STEP} else CellKind.TEXT
