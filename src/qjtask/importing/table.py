"""Which tables are the plan, where their headings end, and what each column holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from qjtask.core.problem import Problem, Refused
from qjtask.core.text.comparing import bare
from qjtask.importing.columns import OFFICES, REPORTED, TEXTS, Role, plain_heading, role_of
from qjtask.importing.doubts import Doubt
from qjtask.importing.grid import Grid, GridRow, SourceDocument
from qjtask.importing.guess import guess_roles
from qjtask.importing.numbering import read_number, read_ordinal
from qjtask.importing.times import is_period

_HEADER_WITHIN = 12  # rows in which a heading is looked for: titles and dates may stand above it
_FEWEST = 2  # headings that make a row a header
_SURE = 3
_WHOLE_ID = 2  # numbers: the group's and the item's
_A_WORK = 6  # characters, at the least, of a work


class Header(NamedTuple):
    """A table's heading: the role of each column, and the rows it takes."""

    roles: tuple[Role | None, ...]
    names: tuple[str, ...]
    start: int
    end: int


class TablePlan(NamedTuple):
    """The rows of the plan, gathered from one table or from several of one shape.

    A string among the rows is a paragraph that stood between two tables: it may be a heading.
    `above` is what stood in the table over its header, and the paragraph before it.
    """

    roles: tuple[Role | None, ...]
    names: tuple[str, ...]
    rows: tuple[GridRow | str, ...]
    above: tuple[str, ...]
    doubts: tuple[Doubt, ...]


class _Candidate(NamedTuple):
    at: int  # its place among the document's blocks
    number: int
    grid: Grid
    header: Header | None


def find_plan(
    document: SourceDocument, shown: str, mapped: Mapping[str, int], chosen: int | None
) -> TablePlan:
    """The plan's rows. `mapped` names columns by their number, `chosen` the table by its own.

    Refused when there is no table, none that could be a plan, or a column that is not there.
    """
    candidates = _candidates(document)
    if not candidates:
        raise _refused(shown, "没有找到表格", "请核对是不是选错了文件；扫描件要先转成文字")
    picked = _picked(candidates, shown, chosen)
    main = picked[0]
    header = main.header or _no_header(main.grid)
    doubts: list[Doubt] = []
    roles = _with_number(header, main.grid)
    if mapped:
        roles = _mapped(mapped, header, main.grid)
    else:
        doubts.extend(_guessed(_unnamed_work(roles, header, main.grid), header, main.grid))
    if Role.WORK not in _leveled(roles) or not any(
        role in roles for role in (*OFFICES, Role.DEADLINE, Role.STEP)
    ):
        roles, told = guess_roles(roles, main.grid.rows[header.end :], fixed=bool(mapped))
        doubts.extend(_guessed(told, header, main.grid))
    roles = _leveled(roles)
    if Role.WORK not in roles:
        raise _refused(
            shown,
            f"{main.grid.name}里认不出哪一列是具体工作",
            "请用 --map 指明，如 --map 具体工作=2 --map 责任单位=3",
        )
    doubts.extend(_unread(roles, header, main.grid))
    doubts.extend(_left_out(candidates, picked, chosen))
    rows = _rows(document, picked, header)
    return TablePlan(tuple(roles), header.names, rows, _above(document, main, header), tuple(doubts))


def is_header_again(row: GridRow, names: Sequence[str]) -> bool:
    """Whether a row repeats the heading, as pages do."""
    shown = [plain_heading(cell.text) for cell in row.cells if not cell.left]
    wanted = {plain_heading(part) for name in names for part in (name, *name.split("\n"))} - {""}
    filled = [text for text in shown if text]
    return len(filled) >= _FEWEST and all(text in wanted for text in filled)


# Choosing ------------------------------------------------------------------------------------


def _candidates(document: SourceDocument) -> list[_Candidate]:
    found = []
    number = 0
    for at, block in enumerate(document.blocks):
        if isinstance(block, Grid):
            number += 1
            found.append(_Candidate(at, number, block, find_header(block)))
    return found


def _picked(candidates: Sequence[_Candidate], shown: str, chosen: int | None) -> list[_Candidate]:
    """The plan's first table, and those that go on with it."""
    if chosen is not None:
        picked = [one for one in candidates if one.number == chosen]
        if not picked:
            raise _refused("--table", f"没有第 {chosen} 个表格", f"这份文件有 {len(candidates)} 个表格")
        return picked
    plans = [one for one in candidates if one.header is not None]
    if not plans:
        # A plan without headings: the largest table, if it is a table at all.
        largest = max(candidates, key=lambda one: (len(one.grid.rows) * min(one.grid.width, 8), -one.number))
        if largest.grid.width < _FEWEST:
            told = "没有找到像任务分解表的表格"
            raise _refused(shown, told, "请用 --table 指明是第几个表格，用 --map 指明各列")
        return [largest, *_going_on(candidates, largest, None)]
    shapes: Counter[tuple[Role | None, ...]] = Counter()
    for one in plans:
        assert one.header is not None  # noqa: S101 - for the type checker: `plans` holds no other
        shapes[one.header.roles] += len(one.grid.rows) * _weight(one.header)
    shape = max(shapes, key=lambda roles: shapes[roles])
    same = [one for one in plans if one.header is not None and one.header.roles == shape]
    first = same[0]
    return sorted({*same, *_going_on(candidates, first, shape)}, key=lambda one: one.at)


def _weight(header: Header) -> int:
    """A table with a work, an office and a date is worth more than a longer list of telephones."""
    roles = set(header.roles)
    kinds = (set(TEXTS), set(OFFICES), {Role.DEADLINE})
    return int(10 ** sum(bool(roles & kind) for kind in kinds))


def _going_on(
    candidates: Sequence[_Candidate], first: _Candidate, shape: tuple[Role | None, ...] | None
) -> list[_Candidate]:
    """Tables without a heading, as wide as the plan, that stand right after a part of it: its next pages."""
    found = []
    last = first
    for one in candidates:
        if one.at <= first.at:
            continue
        is_same = one.header is not None and one.header.roles == shape
        goes_on = one.header is None and one.grid.width == first.grid.width and one.at - last.at <= _FEWEST
        if is_same or goes_on:
            last = one
        if goes_on:
            found.append(one)
    return found


def _rows(
    document: SourceDocument, picked: Sequence[_Candidate], header: Header
) -> tuple[GridRow | str, ...]:
    rows: list[GridRow | str] = []
    before = None
    for one in picked:
        if before is not None:
            between = document.blocks[before + 1 : one.at]
            rows.extend(block for block in between if isinstance(block, str))
        body = one.grid.rows[header.end :]
        if one is not picked[0]:
            # Its heading may stand below the last rows of the page before; a title fills one cell only.
            upper, end = (one.header.start, one.header.end) if one.header else (0, 0)
            body = (*(row for row in one.grid.rows[:upper] if not _is_title(row)), *one.grid.rows[end:])
        rows.extend(row for row in body if not is_header_again(row, header.names))
        before = one.at
    styles = {printed.style for text in rows if isinstance(text, str) and (printed := read_number(text))}
    first = document.blocks[picked[0].at - 1] if picked[0].at else None
    printed = read_number(first) if isinstance(first, str) else None
    if isinstance(first, str) and printed and printed.style in styles:
        rows.insert(0, first)  # the tables after it have such headings between them
    return tuple(rows)


def _is_title(row: GridRow) -> bool:
    """Whether a row over a heading is the page's title, and neither a work nor a numbered heading."""
    filled = [cell.text for cell in row.cells if cell.text and not cell.left]
    return len(filled) < _FEWEST and not any(read_number(text) for text in filled)


def _above(document: SourceDocument, main: _Candidate, header: Header) -> tuple[str, ...]:
    """The texts right over the heading, nearest first: one of them is the table's title."""
    inside = [row.cells[0].text for row in main.grid.rows[: header.start]]
    before = []
    for block in reversed(document.blocks[: main.at]):
        if not isinstance(block, str):
            break
        before.append(block)
    return (*reversed(inside), *before[:6])


# Headers -------------------------------------------------------------------------------------


def find_header(grid: Grid) -> Header | None:
    """The heading of a table, of one row or two; None when no row looks like one."""
    best: tuple[int, int] | None = None
    for at, row in enumerate(grid.rows[:_HEADER_WITHIN]):
        score = _score(row)
        if score >= _FEWEST and (best is None or score > best[1]):
            best = (at, score)
    if best is None:
        return None
    at = best[0]
    start = at - 1 if at and _is_upper(grid.rows[at - 1], grid.rows[at]) else at
    end = at + 1
    if start == at and end < len(grid.rows) and _is_upper(grid.rows[at], grid.rows[end]):
        end += 1
    return _header(grid, start, end)


def _score(row: GridRow) -> int:
    """How many kinds of column a row's cells name; 0 when other text stands among them."""
    texts = [cell.text for cell in row.cells if not cell.left and cell.text]
    roles = [role_of(text) for text in texts]
    named = {role for role in roles if role is not None}
    if not named & {*TEXTS, Role.TARGET} or len(named) * 2 < len(texts):
        return 0
    has_more = bool(named & {*OFFICES, Role.DEADLINE, Role.NUMBER, Role.PERSON})
    return len(named) if has_more and (len(named) >= _SURE or len(texts) <= _SURE) else 0


def _is_upper(upper: GridRow, lower: GridRow) -> bool:
    """Whether `upper` heads the columns that `lower` names again: 责任单位 over 牵头 and 配合."""
    spans = any(cell.left and not cell.up for cell in upper.cells)
    fresh = [cell.text for cell in lower.cells if cell.text and not cell.up and not cell.left]
    if not fresh or any(len(text) > 12 or (role_of(text) is None and not is_period(text)) for text in fresh):
        return False
    filled = [cell.text for cell in upper.cells if cell.text and not cell.left]
    return bool(filled) and any(role_of(text) for text in filled) and (spans or len(fresh) < len(upper.cells))


def _header(grid: Grid, start: int, end: int) -> Header:
    roles: list[Role | None] = []
    names: list[str] = []
    for column in range(grid.width):
        texts = list(
            dict.fromkeys(row.cells[column].text for row in grid.rows[start:end] if row.cells[column].text)
        )
        names.append("\n".join(texts))
        # The lower heading is the more exact one; both together say what either alone may not.
        tries = [texts[-1], "".join(texts), texts[0]] if texts else []
        role = next((role for text in tries if (role := role_of(text)) is not None), None)
        is_step = role is Role.DEADLINE and len(texts) > 1 and is_period(texts[-1])
        roles.append(Role.STEP if is_step else role)
    return Header(tuple(roles), tuple(names), start, end)


def _leveled(roles: Sequence[Role | None]) -> list[Role | None]:
    """Texts levelled by what stands beside: 重点任务 alone is the work, beside 工作内容 the group."""
    places = [(TEXTS.index(role), at) for at, role in enumerate(roles) if role in TEXTS]
    made = list(roles)
    wanted = {1: (Role.WORK,), 2: (Role.TASK, Role.WORK)}.get(len(places), TEXTS)
    for level, (_, at) in enumerate(sorted(places)):
        made[at] = wanted[level] if level < len(wanted) else Role.WORK
    if not places and Role.TARGET in made:
        made[made.index(Role.TARGET)] = Role.WORK
    return made


def _no_header(grid: Grid) -> Header:
    """A header of no rows; titles over the table's whole width stand above it."""
    start = 0
    for row in grid.rows[:_HEADER_WITHIN]:
        is_wide = len(row.cells) > 1 and all(cell.left for cell in row.cells[1:])
        if not is_wide or read_number(row.cells[0].text):
            break
        start += 1
    return Header((None,) * grid.width, ("",) * grid.width, start, start)


def _with_number(header: Header, grid: Grid) -> list[Role | None]:
    """The roles, a column of numbers without a heading among them."""
    roles = list(header.roles)
    if header.start < header.end and Role.NUMBER not in roles:
        body = grid.rows[header.end :]
        for at, name in enumerate(header.names):
            texts = [row.cells[at].text for row in body if row.cells[at].text and not row.cells[at].left]
            if not name and roles[at] is None and texts and all(read_ordinal(text) for text in texts):
                roles[at] = Role.NUMBER
                break
    return roles


def _unnamed_work(roles: list[Role | None], header: Header, grid: Grid) -> dict[int, Role]:
    """The column without a heading right of the only text, where its texts are the longer: the works.

    It is given its role in `roles`.
    """
    texts = [at for at, role in enumerate(roles) if role in TEXTS]
    at = texts[0] + 1 if len(texts) == 1 else grid.width
    if at >= grid.width or roles[at] is not None or header.names[at]:
        return {}
    named, unnamed = (
        [row.cells[column].text for row in grid.rows[header.end :] if not row.cells[column].left]
        for column in (at - 1, at)
    )
    total = sum(map(len, unnamed))
    if total <= sum(map(len, named)) or total < _A_WORK * len([text for text in unnamed if text]):
        return {}
    roles[at] = Role.WORK
    return {at: Role.WORK}


def _mapped(mapped: Mapping[str, int], header: Header, grid: Grid) -> list[Role | None]:
    """The columns that --map names, the others as their headings say."""
    roles = list(header.roles)
    problems = []
    wanted: dict[int, Role] = {}
    for name, column in mapped.items():
        role = role_of(name)
        if role is None:
            known = "、".join(role.value for role in Role if role is not Role.OTHER)
            problems.append(Problem("--map", f"没有“{name}”这种列", f"可用的有{known}"))
        elif not 1 <= column <= grid.width:
            problems.append(Problem("--map", f"{grid.name}没有第 {column} 列", f"它有 {grid.width} 列"))
        else:
            wanted[column - 1] = role
    if problems:
        raise Refused(problems)
    for at, role in enumerate(roles):
        if role in wanted.values() and at not in wanted:
            roles[at] = None
    for at, role in wanted.items():
        roles[at] = role
    return roles


# Doubts --------------------------------------------------------------------------------------


def _guessed(told: Mapping[int, Role], header: Header, grid: Grid) -> list[Doubt]:
    if not told:
        return []
    columns = "、".join(f"第{at + 1}列作{role.value}" for at, role in sorted(told.items()))
    what = "表格没有标题行" if header.end == header.start else "有的列的标题不认识"
    return [
        Doubt(
            grid.rows[min(header.start, len(grid.rows) - 1)].place,
            what,
            f"按内容猜：{columns}",
            "猜错了请用 --map 指明，如 --map 具体工作=2",
        )
    ]


def _unread(roles: Sequence[Role | None], header: Header, grid: Grid) -> list[Doubt]:
    """Columns that hold text and have no place in a plan."""
    if _is_progress_report(roles, header, grid):
        return []
    found = []
    body = grid.rows[header.end :]
    for at, role in enumerate(roles):
        if role in {None, Role.OTHER} and any(
            row.cells[at].text and not row.cells[at].left and not is_header_again(row, header.names)
            for row in body
        ):
            name = bare(header.names[at]) or f"第{at + 1}列"
            found.append(
                Doubt(
                    grid.rows[header.start].place,
                    f"“{name}”一列没有读",
                    "略去",
                    f"要读请用 --map，如 --map 备注={at + 1}",
                )
            )
    return found


def _is_progress_report(roles: Sequence[Role | None], header: Header, grid: Grid) -> bool:
    """Whether it is our own 进展情况表: its three columns and no others unread, beside whole ids (9.2)."""
    unread = [at for at, role in enumerate(roles) if role in {None, Role.OTHER}]
    if Role.NUMBER not in roles or {plain_heading(header.names[at]) for at in unread} != REPORTED:
        return False
    rows = (row for row in grid.rows[header.end :] if not is_header_again(row, header.names))
    numbers = [row.cells[roles.index(Role.NUMBER)].text for row in rows]
    return bool(numbers) and all(len(read_ordinal(text) or ()) == _WHOLE_ID for text in numbers)


def _left_out(
    candidates: Sequence[_Candidate], picked: Sequence[_Candidate], chosen: int | None
) -> list[Doubt]:
    if chosen is not None:
        return []
    return [
        Doubt(one.grid.rows[0].place, "这个表格也像任务分解表", "没有读", f"要读它请加 --table {one.number}")
        for one in candidates
        if one.header is not None and one not in picked and _weight(one.header) >= 1000
    ]


def _refused(where: str, what: str, fix: str) -> Refused:
    return Refused([Problem(where, what, fix)])
