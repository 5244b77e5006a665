"""Where the heading of a table stands whose cells a page gave as lines of text."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, takewhile

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.columns.heading_words import role_of
from qjtask.importing.document.grid import GridCell, GridRow
from qjtask.importing.tables.table_header import heading_score, may_head
from qjtask.importing.words.column_roles import OFFICES, TEXTS, Role
from qjtask.importing.words.numbering import read_ordinal

_FEWEST, _MOST = 3, 14  # columns
_TRIES = 6  # headings of one document
_MOST_BEFORE = 2  # columns left of the numbers
_LONGEST_NAME = 24  # characters of a column's name


class FlatHeading(NamedTuple):
    """A heading with each column's name in a line of its own.

    `before` columns stand left of the numbers; the heading begins with line `start`, and the first number
    stands in line `first`. Numbers without a name have a blank one.
    """

    names: tuple[str, ...]
    before: int
    start: int
    first: int


def flat_headings(texts: Sequence[str]) -> Iterator[FlatHeading]:
    """The headings that may stand in these lines, with the columns that they name."""
    roles = [role_of(text) if len(text) <= _LONGEST_NAME else None for text in texts]
    return islice(_all_headings(texts, roles), _TRIES)


def _all_headings(texts: Sequence[str], roles: Sequence[Role | None]) -> Iterator[FlatHeading]:
    may_name = cache(may_head)  # behind each of many 序号 the same lines are looked at
    before: Role | None = None
    for at, role in enumerate(roles):
        if role is Role.NUMBER:
            names = tuple(takewhile(may_name, texts[at : at + _MOST]))
            yield from filter(None, _with_number(texts, roles, at, names))
        elif role is not None and before is None and (flat := _without_number(texts, roles, at)):
            yield flat
        before = role


def ordinal_of(text: str) -> int | None:
    """The number of a row, when a line is one and nothing else."""
    found = read_ordinal(text) if text[:1].isdigit() or text[:1] in "（(" else None
    return found[0] if found and len(found) == 1 else None


def _with_number(
    texts: Sequence[str], roles: Sequence[Role | None], at: int, names: Sequence[str]
) -> Iterator[FlatHeading | None]:
    """A heading with 序号, and the columns that it names before it: 考核项目; that may be a title."""
    most = len(list(takewhile(TEXTS.__contains__, reversed(roles[max(0, at - _MOST_BEFORE) : at]))))
    for before in range(most, -1, -1):
        start = at - before
        whole = (*texts[start:at], *names)
        yield _heading(whole, before, start, start + len(whole) + before, texts)


def _without_number(texts: Sequence[str], roles: Sequence[Role | None], at: int) -> FlatHeading | None:
    """A heading whose numbers have no name: they stand first, or after a cell or two."""
    end = at + len(list(takewhile(lambda role: role is not None, roles[at : at + _MOST])))
    places = (k for k in range(_MOST_BEFORE + 1) if end + k < len(texts) and ordinal_of(texts[end + k]))
    before = next(places, None)
    if before is None:
        return None
    names = (*texts[at : at + before], "", *texts[at + before : end])
    return _heading(names, before, at, end + before, texts)


def _heading(
    names: Sequence[str], before: int, start: int, first: int, texts: Sequence[str]
) -> FlatHeading | None:
    """A heading that names the columns of a plan, with a number where the first has to stand."""
    if not _FEWEST <= len(names) <= _MOST or first >= len(texts) or ordinal_of(texts[first]) is None:
        return None
    row = GridRow(tuple(map(GridCell, filter(None, names))), "")
    roles = {role_of(name) for name in names if name}
    is_plan = bool(roles & {*TEXTS, Role.TARGET}) and bool(roles & {*OFFICES, Role.DEADLINE})
    return FlatHeading(tuple(names), before, start, first) if is_plan and heading_score(row) else None
