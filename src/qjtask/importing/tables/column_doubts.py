"""What is told of a table's columns: guesses, near misses, and what was not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from qjtask.core.text.comparing import bare
from qjtask.core.text.patterns import compiled
from qjtask.importing.columns.column_content import is_deadline
from qjtask.importing.columns.column_reading import CLOSE, ColumnReading, evidence_of_name
from qjtask.importing.columns.columns_above import is_above
from qjtask.importing.columns.columns_before_works import is_unknown_heading
from qjtask.importing.columns.columns_of_dates import A_TIME
from qjtask.importing.columns.heading_words import plain_heading
from qjtask.importing.columns.text_levels import is_scattered
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.tables.matrix_signs import signs_in
from qjtask.importing.tables.tables import Table
from qjtask.importing.tables.unread_columns import is_plainly_unread, without_place
from qjtask.importing.words.column_roles import OFFICES, OWNERS, TEXTS, UNREAD, Role
from qjtask.importing.words.vocabulary import words

_BODIES = ("党组织", "群团组织", "社会组织", "工会组织", "团组织")  # who they are is plain
# 由市交通局牵头，并负责报进度: who leads, and nothing of the work.
_WHO_LEADS = (
    r"由[^，,；;。]{2,40}(?:牵头|主办|承办|负责)"
    r"(?:[，,]?并?(?:负责)?(?:报|报告|上报|报送|通报|汇总|反馈)[^，,；;。]{1,12})?[。；;]?"
)
_MOST = 0.6  # of the rows
_SURE = 6  # what a heading weighs that names works for certain


def doubts_on_columns(table: Table, *, is_mapped: bool) -> Iterator[Doubt]:
    """The doubts on the columns of the plan's table; `is_mapped` when a person named some of them."""
    if not table.header.is_printed and not is_mapped:
        yield _guessed(table)
    yield from _unread(table)
    yield from _alike(table)
    yield from _above(table)
    yield from _by_signs(table)
    if table.header.is_printed:
        yield from _on_each(table)


def _unread(table: Table) -> Iterator[Doubt]:
    """The columns that say something and have no place in a plan, though nobody would expect that."""
    unread = [column for column in without_place(table) if not is_plainly_unread(column)]
    if unread:
        fix = f"要读请用 --map，如 --map 备注={unread[0].at + 1}"
        yield _told(table, unread, _not_read(unread), "略去", fix)


def said_of_columns(table: Table) -> Iterator[str]:
    """The columns whose headings say for certain that no plan has them: 进展情况, 联系电话, 督办单位."""
    plain = [*filter(is_plainly_unread, without_place(table))]
    if plain:
        yield _not_read(plain)
    for column in filter(_is_of_helpers, table.columns):
        if _are_members(column, table):
            yield f"“{_name(column)}”一列作{Role.SUPPORT.value}"
    for column in filter(is_unknown_heading, table.columns):
        role = Role.TASK if column.role in TEXTS else column.role
        yield f"“{_name(column)}”一列排在具体工作前面，作{(role or Role.OTHER).value}"
    for column in filter(_is_work_by_content, table.columns):
        if not table.has(Role.TASK):  # beside which it is doubted
            yield f"“{_name(column)}”一列按格里写的，作{Role.WORK.value}"


def _is_work_by_content(column: ColumnReading) -> bool:
    """Whether works stand under a heading that nobody knows."""
    return column.role is Role.WORK and bool(column.name) and column.said is None and not column.is_mapped


def _not_read(columns: Sequence[ColumnReading]) -> str:
    """That columns were not read."""
    names = "".join(f"“{_name(column)}”" for column in columns)
    return f"{names}{f'{len(columns)}列' if len(columns) > 1 else '一列'}没有读"


def _on_each(table: Table) -> Iterator[Doubt]:
    """Of each column what the first rule that doubts it says."""
    for column in table.columns:
        doubt = next(filter(None, (rule(column, table) for rule in _ON_COLUMNS)), None)
        if doubt is not None:
            yield doubt


def _alike(table: Table) -> Iterator[Doubt]:
    """Two columns of offices in one role, whose names are read together."""
    for role in OFFICES:
        both = [column for column in table.columns if column.role is role and column.content.texts]
        if len(both) > 1 and not any(column.is_mapped for column in both):
            names = "".join(f"“{_name(column)}”" for column in both)
            fix = f"不对请用 --map，如 --map 配合单位={both[-1].at + 1}"
            yield _told(table, both, f"{names}{len(both)}列都像{role.value}", "合在一起读", fix)


def _above(table: Table) -> Iterator[Doubt]:
    """The columns of offices that stand above those who owe the works."""
    above = [column for column in table.columns if is_above(column)]
    if above:
        names = "".join(f"“{_name(column)}”" for column in above)
        told = f"{names}{f'{len(above)}列' if len(above) > 1 else '一列'}写明是上级单位，旁边有本级的单位"
        fix = f"若由上级承办，请用 --map {Role.UNITS.value}={above[0].at + 1}"
        yield _told(table, above, told, "记在备注，不承办", fix)


def _by_signs(table: Table) -> Iterator[Doubt]:
    """Offices whose duty only a sign says that nothing explains: ▲, △."""
    by_sign = [(sign, column) for column in table.columns for sign in signs_in(column.name)]
    if by_sign and not any(column.is_mapped for _, column in by_sign):
        read = f"{''.join(f'“{sign}”' for sign, _ in by_sign)}没有写是牵头、责任还是配合"
        assumed = "，".join(f"“{sign}”作{(column.role or Role.OTHER).value}" for sign, column in by_sign)
        fix = "反过来或另有意思，请改 lead、units 或 support"
        yield _told(table, [column for _, column in by_sign], read, assumed, fix)


def _guessed(table: Table) -> Doubt:
    """A table without headings: what each column was taken for."""
    roles = [(column.at, column.role) for column in table.columns]
    told = "、".join(f"第{at + 1}列作{role.value}" for at, role in roles if role and role is not Role.OTHER)
    fix = "猜错了请用 --map 指明，如 --map 具体工作=2"
    return Doubt(table.place, "表格没有标题行", f"按内容猜：{told}", fix, rows=table.places())


def _is_plain_beside(role: Role, other: Role, column: ColumnReading, table: Table) -> bool:
    """Whether a column is plainly of one role, however close the other is: 下一步工作及时限 over days."""
    if (role, other) == (Role.DEADLINE, Role.OTHER):
        return column.speaks_of(role) and _are_times(column)
    if (role, other) == (Role.WORK, Role.TARGET):
        return _is_the_only_goal(column, table)
    return (role, other) == (Role.NUMBER, Role.OTHER)


def _close(column: ColumnReading, table: Table) -> Doubt | None:
    """A reading that another one nearly beat."""
    role, other = column.role, column.other
    if role is None or role is Role.OTHER or other is None or not column.is_close:
        return None
    if _is_plain_beside(role, other, column, table):
        return None
    fix = f"不对请用 --map，如 --map {other.value}={column.at + 1}"
    read = f"“{_name(column)}”一列像{role.value}，也像{other.value}"
    return _told(table, [column], read, f"按{role.value}读", fix)


def _are_times(column: ColumnReading) -> bool:
    return all(compiled(A_TIME).search(text) for text in column.content.texts)


def _unnamed_office(column: ColumnReading, table: Table) -> Doubt | None:
    """Offices under a heading that nobody knows: in which role, the cells do not say."""
    if not column.name or column.role not in OFFICES or column.said not in UNREAD:
        return None
    is_alone = sum(other.role in OFFICES for other in table.columns) == 1
    if is_alone and column.role is Role.UNITS and plain_heading(column.name).endswith(_BODIES):
        return None
    other = Role.UNITS if column.role is Role.SUPPORT else Role.SUPPORT
    fix = f"不对请用 --map，如 --map {other.value}={column.at + 1}"
    is_unknown = column.said is None
    read = f"“{_name(column)}”一列" + ("的标题不认识，格里像单位名称" if is_unknown else "是仅有的单位")
    return _told(table, [column], read, f"作{column.role.value}", fix)


def _is_of_helpers(column: ColumnReading) -> bool:
    """Whether offices help, though their heading says that they owe."""
    return column.role is Role.SUPPORT and column.said in OWNERS and not column.is_mapped


def _are_members(column: ColumnReading, table: Table) -> bool:
    """Whether they are the members or others beside who leads: 成员单位 beside 牵头单位."""
    return column.name.endswith(words().offices.members) and table.has(Role.LEAD)


def _helping(column: ColumnReading, table: Table) -> Doubt | None:
    """Offices that help by what stands in the column and beside it, and not by its heading."""
    if not _is_of_helpers(column) or _are_members(column, table):
        return None
    fix = f"不对请用 --map，如 --map {Role.UNITS.value}={column.at + 1}"
    read = f"“{_name(column)}”一列没有说是责任还是配合"
    return _told(table, [column], read, f"作{Role.SUPPORT.value}", fix)


def _of_both(column: ColumnReading, table: Table) -> Doubt | None:
    """Offices that owe and that help in one column, beside a column of leads: 责任主体与协同单位."""
    ours = (Role.UNITS, Role.SUPPORT)
    is_both = tuple(one.role for one in evidence_of_name(column.name)[:2]) == ours
    if not is_both or column.role not in ours or column.is_mapped or not table.has(Role.LEAD):
        return None
    other = Role.SUPPORT if column.role is Role.UNITS else Role.UNITS
    fix = f"不对请用 --map，如 --map {other.value}={column.at + 1}"
    read = f"“{_name(column)}”一列里责任和配合的单位没有分开"
    return _told(table, [column], read, f"都作{column.role.value}", fix)


def _named_beside(column: ColumnReading, table: Table) -> Doubt | None:
    """Works that stand beside a column of names, under a heading that is none of a work."""
    said = {one.role for one in evidence_of_name(column.name)}
    is_work = column.role is Role.WORK and bool(column.name) and said.isdisjoint({*TEXTS, *OFFICES})
    if not is_work or not table.has(Role.TASK) or _is_the_only_goal(column, table):
        return None
    other = Role.TARGET if column.said is Role.TARGET else Role.NOTE
    fix = f"不对请用 --map，如 --map {other.value}={column.at + 1}"
    read = f"“{_name(column)}”一列写着要做的事，它左边的只是名称"
    return _told(table, [column], read, f"作{Role.WORK.value}", fix)


def _is_the_only_goal(column: ColumnReading, table: Table) -> bool:
    """Whether goals are the works for certain: 工作任务及目标, or beside nothing but kinds of works."""
    if column.said is not Role.TARGET:
        return False
    beside = (other for other in table.columns if other.role in {*TEXTS, Role.NAME} and other is not column)
    says_work = any(map(column.name.__contains__, words().tables.deeds))
    return says_work or all(other.said is Role.FIELD for other in beside)


def _rivaled(column: ColumnReading, table: Table) -> Doubt | None:
    """A column that another one nearly beat in being the work, or the deadline."""
    rival, role = column.rival, column.role
    if rival is None or role not in {Role.WORK, Role.DEADLINE} or column.is_mapped:
        return None
    other = table.columns[rival.at]
    if _is_no_rival(role, rival.margin, other):
        return None
    both = sorted((column, other), key=lambda one: one.at)
    read = f"{'和'.join(f'“{_name(one)}”' for one in both)}两列都像{role.value}"
    assumed = f"按“{_name(column)}”读，“{_name(other)}”作{(other.role or Role.OTHER).value}"
    return _told(table, both, read, assumed, f"不对请用 --map，如 --map {role.value}={rival.at + 1}")


def _is_no_rival(role: Role, margin: int, other: ColumnReading) -> bool:
    """Whether the other column leaves no doubt: it is far behind, a name, or one of days without a day."""
    is_far = margin >= CLOSE and not (role is Role.WORK and _is_left_out(other))
    if is_far or other.role is Role.NAME:  # which is kept in the work, too
        return True
    if role is Role.WORK and all(map(compiled(_WHO_LEADS).fullmatch, other.content.texts)):
        return True
    texts = other.content.texts if role is Role.DEADLINE else ()
    return bool(texts) and not any(map(is_deadline, texts))  # 重要节点 may name what the day is for


def _is_left_out(column: ColumnReading) -> bool:
    """Whether a column headed as what is to be done, and filled in most rows, was put to the notes."""
    is_noted = column.role is Role.NOTE and column.content.share >= _MOST
    said = evidence_of_name(column.name)[:1] if is_noted and len(set(column.content.texts)) > 1 else ()
    return any(one.role is Role.WORK and one.weight >= _SURE for one in said)


def _scattered(column: ColumnReading, table: Table) -> Doubt | None:
    """Kinds of works that stand mixed, left of all texts; right of a name they qualify it."""
    texts = (other.at for other in table.columns if other.role in {*TEXTS, Role.NAME})
    if column.role is not Role.NOTE or column.at > min(texts, default=column.at) or not is_scattered(column):
        return None
    fix = f"要分组请用 --map，如 --map 重点任务={column.at + 1}"
    return _told(table, [column], f"“{_name(column)}”一列的各类交错着", "不按它分组，记在备注", fix)


_ON_COLUMNS: tuple[Callable[[ColumnReading, Table], Doubt | None], ...] = (
    _close,
    _rivaled,
    _unnamed_office,
    _helping,
    _of_both,
    _named_beside,
    _scattered,
)


def _told(table: Table, columns: Sequence[ColumnReading], read: str, assumed: str, fix: str) -> Doubt:
    """A doubt of columns, about the rows that have something in them."""
    rows = table.places(*(column.at for column in columns))
    return Doubt(table.place, read, assumed, fix, rows=rows, columns=tuple(map(_name, columns)))


def _name(column: ColumnReading) -> str:
    return bare(column.name) or f"第{column.at + 1}列"
