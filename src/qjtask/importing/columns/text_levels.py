"""Which of the columns of text is the work, and which are the headings over it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from qjtask.importing.columns.column_content import says_what_to_do
from qjtask.importing.columns.column_reading import ColumnReading
from qjtask.importing.columns.heading_words import Evidence, plain_heading
from qjtask.importing.columns.rivals import Contender, Test, heaviest, weighed
from qjtask.importing.words.column_roles import OFFICES, TEXTS, UNREAD, Role
from qjtask.importing.words.vocabulary import words

_GOES_ON = 0.4  # of the rows; a heading's cell is merged over its works, or left blank under the first
_LONGER = 1.5
_MEASURES = ("任务", "措施", "举措")
_STANDARDS = ("标准", "测评要求")
_DEMAND = "要求"
_TASKS = ("任务", "工作", "计划")
_REASONS = {
    Role.WORK: "仅有的文字栏",
    Role.NOTE: "在具体工作右边",
    Role.OTHER: "在具体工作右边，没有标题",
}
_FEW = 2  # rows
_RUN = 2  # rows of one kind on average, where they stand together
_PARTS = 2  # times more than there are kinds that a column without merged cells changes from one to another


def leveled(columns: Sequence[ColumnReading]) -> tuple[ColumnReading, ...]:
    """The columns of text as the work and, widest first, the headings over it.

    重点任务 alone is the work; beside 工作内容 it is the group.
    """
    texts = [column for column in columns if column.role in TEXTS]
    if not texts:
        return tuple(columns)
    grounds = weighed({Role.WORK}, texts, columns, _TESTS) if len(texts) > 1 else {}
    work = heaviest(_candidates(texts), grounds) if grounds else texts[0]
    roles = _levels(texts, work)
    return tuple(
        _as(work if column.at == work.at else column, roles, grounds.get(column.at, ())) for column in columns
    )


def _levels(texts: Sequence[ColumnReading], work: ColumnReading) -> dict[int, Role]:
    """The roles of the work and of the texts over it by their places: the last of these is its task."""
    over = [column for column in texts if column.at != work.at and _is_over(column, work)]
    over.sort(key=lambda column: (column.role is not Role.FIELD, column.at))
    places = [column.at for column in over]
    return {
        **dict.fromkeys(_aims(texts, work), Role.TARGET),
        **dict.fromkeys(places, Role.FIELD),
        **dict.fromkeys(places[-1:], Role.TASK),
        work.at: Role.WORK,
    }


def _aims(texts: Sequence[ColumnReading], work: ColumnReading) -> list[int]:
    """Where it is said what a work aims at: a standard right of it, or a demand that is no more than that."""
    right = (column for column in texts if column.at > work.at and not column.is_mapped)
    return [
        column.at
        for column in right
        if plain_heading(column.name).endswith(_STANDARDS) or _is_slight(column, [work])
    ]


def _is_slight(column: ColumnReading, others: Sequence[ColumnReading]) -> bool:
    """Whether a demand says only how well: 不少于20处 and 账物相符 under 具体要求, right behind 工作事项.

    It is no longer than what each row has of its own before it, and says nothing that is to be done.
    """
    own = column.content
    return (
        plain_heading(column.name).endswith(_DEMAND)
        and not says_what_to_do(own)
        and any(
            other.at == column.at - 1 and other.content.goes_on == 0 and other.content.length >= own.length
            for other in others
        )
    )


def _candidates(texts: Sequence[ColumnReading]) -> Sequence[ColumnReading]:
    """The columns of text that may be the work: what a person called so, or what nobody called otherwise."""
    mapped = [column for column in texts if column.is_mapped and column.role is Role.WORK]
    return mapped or [column for column in texts if not column.is_mapped] or texts


def _is_longest(beside: Contender) -> bool:
    lengths = [other.content.length for other in beside.others]
    return beside.own.content.length >= max(lengths) * _LONGER


def _is_over_others(beside: Contender) -> bool:
    """Whether a text is merged over others, or is no last one under a heading that several have.

    Of several columns under one heading the last holds the parts of what the others name.
    """
    own = beside.own
    is_merged = own.content.goes_on > _GOES_ON > min(other.content.goes_on for other in beside.others)
    return is_merged or any(other.at > own.at and other.name == own.name != "" for other in beside.others)


def _is_behind(beside: Contender) -> bool:
    """Whether a text stands behind the offices and dates, and another one before them.

    What is done with the names before them stands where it has to.
    """
    if _does(beside.own, [other for other in beside.others if other.at < beside.own.at]):
        return False
    held = (one.at for one in beside.columns if one.role in {*OFFICES, Role.DEADLINE})
    first = min(held, default=len(beside.columns))
    return beside.own.at > first > min(other.at for other in beside.others)


def _is_same(beside: Contender) -> bool:
    """Whether a text is the same in all rows, while another one's differ.

    Two works may be said in the same words; two demands behind them hardly differ by chance.
    """
    texts = beside.own.content.texts
    is_same = len(texts) + _is_behind(beside) > _FEW > len(set(texts))
    return is_same and any(len(set(other.content.texts)) > 1 for other in beside.others)


def _has_gaps(beside: Contender) -> bool:
    """Whether rows leave a demand blank where another text headed as the work says something."""
    own = beside.own
    is_demand = _DEMAND in own.name and own.content.goes_on <= _GOES_ON
    filled = len(own.content.texts)
    return is_demand and any(
        other.said is Role.WORK and _DEMAND not in other.name and filled < len(other.content.texts)
        for other in beside.others
    )


def _run(beside: Contender) -> list[ColumnReading]:
    """The first columns of text that stand side by side and say what is to be done.

    Measures belong to them wherever they stand before the offices: 举措 behind 现状. Names alone say nothing
    of it, so that what is done with them goes on behind whatever stands between: 建设任务 behind 总投资.
    """
    run: list[ColumnReading] = []
    is_broken = is_behind = False
    for column in beside.columns:
        is_measure = column.role is column.said is Role.WORK and not is_behind
        if is_measure or (column.role in {Role.TASK, Role.WORK} and not is_broken) or _does(column, run):
            run.append(column)
        elif run and _parts_texts(column):
            is_broken = True
            is_behind = is_behind or column.role in {*OFFICES, Role.DEADLINE}
    return run


def _parts_texts(column: ColumnReading) -> bool:
    """Whether a column parts the texts left of it from those right of it: no number, goal or amount does."""
    return column.role not in {*TEXTS, Role.NUMBER, Role.TARGET} and not _is_amount(column)


def _is_amount(column: ColumnReading) -> bool:
    """Whether a column that is not read only says how much each work counts or costs: 分值, 总投资."""
    return column.role in UNREAD and any(map(column.name.__contains__, words().tables.amounts))


def only_names(column: ColumnReading) -> bool:
    """Whether texts are headed as names, and say nothing of what is to be done: 项目名称 over 神丹工业园."""
    is_headed = plain_heading(column.name).endswith(words().tables.only_names)
    return is_headed and not says_what_to_do(column.content)


def _does(column: ColumnReading, before: Sequence[ColumnReading]) -> bool:
    """Whether a text is headed as what is done with the names `before` it, and nothing before says so."""
    named = [other for other in before if other.role is not Role.FIELD]
    if column.role not in {Role.TASK, Role.WORK} or not named:
        return False
    is_deed = any(map(plain_heading(column.name).__contains__, words().tables.deeds))
    return is_deed and all(map(only_names, named))


def _is_last(beside: Contender) -> bool:
    return [column.at for column in _run(beside)][-1:] == [beside.own.at]


def _is_apart(beside: Contender) -> bool:
    """Whether what qualifies the works stands between them and a text: 抽查比例 before 监管要求."""
    run = _run(beside)
    is_right = bool(run) and beside.own.at > run[0].at and beside.own not in run
    return is_right and beside.own.role is not Role.FIELD and not _is_behind(beside)


def _is_looked_at(beside: Contender) -> bool:
    """Whether a text headed as what others look at stands left of one headed as what is to be done."""
    return plain_heading(beside.own.name).endswith("内容") and any(
        other.at > beside.own.at and plain_heading(other.name).endswith(_MEASURES) for other in beside.others
    )


def _is_shorter(beside: Contender) -> bool:
    """Whether a text is much shorter than one left of it that is headed as the content, and not merged."""
    own = beside.own
    return any(
        other.at < own.at
        and plain_heading(other.name).endswith("内容")
        and other.content.goes_on <= _GOES_ON
        and other.content.length >= own.content.length * _LONGER
        for other in beside.others
    )


def _is_only_named(beside: Contender) -> bool:
    """Whether a task is named in a few words, and the text right of it says it in sentences."""
    own = beside.own
    is_name = own.role is Role.TASK and not any("。" in text for text in own.content.texts)
    long = own.content.length * _LONGER
    right = (other.content for other in beside.others if is_name and other.at == own.at + 1)
    return any(one.length >= long and all("。" in text for text in one.texts) for one in right)


def _is_mended(beside: Contender) -> bool:
    """Whether measures stand right of a text that is headed as what they mend, and as no measure."""
    cures = words().telling.cures
    return not plain_heading(beside.own.name).endswith(cures) and any(
        other.at > beside.own.at and plain_heading(other.name).endswith(cures) for other in beside.others
    )


def _is_of_the_year(beside: Contender) -> bool:
    """Whether a text is headed as the year's task, right of one headed as the contents of all years."""
    own, known = beside.own, words().telling
    is_task = plain_heading(own.name).endswith(_TASKS) and any(map(own.name.__contains__, known.of_the_year))
    return is_task and any(
        other.at < own.at and any(map(other.name.__contains__, known.of_all_years)) for other in beside.others
    )


def _is_arranged(beside: Contender) -> bool:
    """Whether a text stands right before one headed as the arrangement of it: 工作任务安排."""
    right = (other for other in beside.others if other.at == beside.own.at + 1)
    return any(plain_heading(other.name).endswith(("任务安排", "工作安排")) for other in right)


_TESTS: dict[str, Test] = {
    "work": lambda beside: beside.own.role is Role.WORK,
    "task": lambda beside: beside.own.role is Role.TASK,
    "field": lambda beside: beside.own.role is Role.FIELD,
    "last": _is_last,
    "apart": _is_apart,
    "behind": _is_behind,
    "action": lambda beside: says_what_to_do(beside.own.content),
    "longest": _is_longest,
    "over": _is_over_others,
    "same": _is_same,
    "gaps": _has_gaps,
    "looked at": _is_looked_at,
    "shorter": _is_shorter,
    "slight": lambda beside: _is_slight(beside.own, beside.others),
    "only named": _is_only_named,
    "mended": _is_mended,
    "of the year": _is_of_the_year,
    "arranged": _is_arranged,
}


def _is_over(column: ColumnReading, work: ColumnReading) -> bool:
    """Whether a text heads the works: it stands left of them, or is merged over them."""
    if is_scattered(column) or _says_nothing(column, work):
        return False
    return column.at < work.at or column.content.goes_on > _GOES_ON or column.is_mapped


def is_scattered(column: ColumnReading) -> bool:
    """Whether a column names the kind of each row, and rows of one kind stand apart: it heads none."""
    texts = column.content.texts
    changes = sum(one != other for one, other in pairwise(texts)) + 1
    is_kind = column.said is Role.FIELD and not column.is_mapped and column.content.goes_on == 0
    again = changes - len(set(texts))
    return is_kind and (again >= _PARTS or (again > 0 and len(texts) < changes * _RUN))


def _says_nothing(column: ColumnReading, work: ColumnReading) -> bool:
    """Whether a column repeats the works word for word, or names one kind in all rows: it heads nothing."""
    own, is_named = column.content, column.is_mapped
    is_constant = (
        column.said is Role.FIELD and own.goes_on == 0 and len(own.texts) >= _FEW > len(set(own.texts))
    )
    return not is_named and (own.texts == work.content.texts or is_constant)


def _as(column: ColumnReading, roles: dict[int, Role], grounds: tuple[Evidence, ...]) -> ColumnReading:
    """A column in its level; a text that has none is kept with the note, when its heading says what it is."""
    if column.role not in TEXTS:
        return column
    role = roles.get(column.at, Role.NOTE if column.said else Role.OTHER)
    more = grounds
    if role is not column.role and not (grounds and role is Role.WORK):
        more = (*more, Evidence(role, 0, _REASONS.get(role, "在具体工作之上")))
    return column._replace(role=role, evidence=(*column.evidence, *more))
