"""What a unit has filled in: from typed cells to answers, every fault with its cell's address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar
from unicodedata import normalize

from qjtask.core.log.bounds import LONGEST_TEXT, too_long
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.packs.pack_form import (
    EVIDENCE,
    FIELDS,
    FINISHED,
    FINISHED_ON,
    ID,
    PERCENT,
    PROGRESS,
    WORK,
    Identity,
    digest,
    milestone_work,
)
from qjtask.core.packs.typed_cells import Typed, flow, parts, read_day, read_percent, read_yes, said
from qjtask.core.plan.ids import item_id_of, milestone_number
from qjtask.core.plan.plan import Item, Plan
from qjtask.core.problem import Objection, Problem, Refused

T = TypeVar("T")


class Filled(NamedTuple):
    """A workbook as it came back; `unit` is the one that people see, each row's cells go by heading.

    `beyond` is what was written outside the table's columns.
    """

    shown: str
    identity: Identity
    unit: Typed | None
    rows: tuple[Mapping[str, Typed], ...]
    beyond: tuple[Typed, ...] = ()


class Answer(NamedTuple):
    """One row filled in: about the item or milestone `item`, as of the pack's `day`.

    `unit` is the name to show, `sent_to` the unit's name when the pack was made; `at` is where the
    row's cells stand, by heading.
    """

    unit: str
    sent_to: str
    day: date
    item: str
    text: str
    percent: int | None
    done_on: date | None
    evidence: tuple[str, ...]
    at: Mapping[str, str]

    @property
    def where(self) -> str:
        """The address of the row's first cell."""
        return self.at[ID]

    @property
    def meets_milestone(self) -> bool:
        """Whether it says that a milestone is met, which is marked for no unit in particular."""
        return self.done_on is not None and milestone_number(self.item) is not None


def answers(filled: Filled, unit: str, plan: Plan, today: date) -> tuple[list[Answer], list[Problem]]:
    """The rows filled in, and doubts that stop nothing; `unit` is the name to show.

    Raises Refused with every fault. Rows in which nothing is filled in are passed over.
    """
    items = {item.id: item for item in plan.items()}
    found: dict[str, Answer] = {}
    problems: list[Problem] = []
    for row in filled.rows:
        if not any(said(row[field.heading]) for field in FIELDS):
            continue
        try:
            answer = _answer(row, unit, filled.identity, items, (plan.year, today))
        except Refused as refused:
            problems.extend(refused.problems)
            continue
        if answer is None:
            continue
        twin = found.setdefault(answer.item, answer)
        if twin is not answer:
            problems.append(Problem(answer.where, f"{answer.item} 在 {twin.where} 已经有一行", "请只留一行"))
    if problems:
        raise Refused(problems)
    return list(found.values()), [*_doubts(filled, found.values())]


def _doubts(filled: Filled, found: Iterable[Answer]) -> Iterator[Problem]:
    """What was written beside the table, all but finished work that does not say so, and 1% for 100%."""
    for one in filled.beyond:
        yield Problem(one.at, "表外写了字，没有读", "请写进黄色的格", is_warning=True)
    for answer in found:
        if answer.percent == 100 and answer.done_on is None:
            where, told = answer.at[PERCENT.heading], "写了100%，没有选“是”，只记为进展"
            yield Problem(where, told, "如已完成，请选“是”并写完成日期", is_warning=True)
        if answer.percent == 1:  # what a cell holds into which 100% was typed
            where, told = answer.at[PERCENT.heading], "百分比是1，按1%读"
            yield Problem(where, told, "想写100%的，请把这一格改成 100", is_warning=True)


def _answer(
    row: Mapping[str, Typed], unit: str, identity: Identity, items: Mapping[str, Item], days: tuple[int, date]
) -> Answer | None:
    """What a row says; None when it says nothing. Refused with all that is wrong in it."""
    problems: list[Problem] = []

    def read(cell: Typed, reader: Callable[[str], T]) -> T | None:
        try:
            return reader(said(cell))
        except Objection as objection:
            problems.append(objection.at(cell.at))
            return None

    for cell in row.values():
        if len(cell.text) > LONGEST_TEXT:
            raise Refused([Problem(cell.at, *too_long("这一格", len(cell.text)))])
    marked = _bare_id(row[ID].text)
    problems += _not_the_same(marked, row, identity, items)
    percent = read(row[PERCENT.heading], read_percent)
    finished = read(row[FINISHED.heading], read_yes)
    day = read(row[FINISHED_ON.heading], lambda text: read_day(text, *days))
    if not problems:
        problems += _at_odds(marked, row, percent, day, finished=bool(finished))
    if problems:
        raise Refused(problems)
    answer = Answer(
        unit=unit,
        sent_to=identity.unit,
        day=identity.day,
        item=marked,
        text=flow(said(row[PROGRESS.heading])),
        percent=None if day else percent,
        done_on=day,
        evidence=parts(said(row[EVIDENCE.heading])),
        at={heading: cell.at for heading, cell in row.items()},
    )
    return answer if answer.text or answer.evidence or day or percent is not None else None


def _bare_id(typed: str) -> str:
    """The id in a cell such as 9.4（27）, less the printed 序号 beside it."""
    return normalize("NFKC", typed).partition("(")[0].strip()


def _not_the_same(
    marked: str, row: Mapping[str, Typed], identity: Identity, items: Mapping[str, Item]
) -> Iterator[Problem]:
    """Whether the row is still about what was sent out under its id, and what the plan has under it."""
    where, work = row[ID].at, row[WORK]
    if not marked:
        yield Problem(where, "填了这一行，却没有编号", "请恢复发下去时的编号")
        return
    if marked not in identity.digests:
        yield Problem(where, f"这份填报表里本来没有“{marked}”", "编号被改过，请恢复发下去时的编号")
        return
    number, item = milestone_number(marked), items.get(item_id_of(marked))
    if item is None or (number is not None and not 1 <= number <= len(item.all_milestones)):
        yield Problem(where, f"计划里已经没有 {marked}", "发下去以后计划改过，请清空这一行，另用 qjtask 登记")
        return
    now = digest(item.work if number is None else milestone_work(item.all_milestones[number - 1].work))
    typed = digest(work.text)
    if typed not in (now, identity.digests[marked]):
        yield Problem(
            work.at, f"文字和编号 {marked} 对不上", "这一行被改过或挪过，请恢复发下去时的编号和文字"
        )
    elif typed != now:
        fix = "如仍是同一项工作，请把这一格改成计划里现在的文字"
        yield Problem(work.at, f"发下去以后计划里 {marked} 的文字改了", fix)


def _at_odds(
    marked: str, row: Mapping[str, Typed], percent: int | None, day: date | None, *, finished: bool
) -> Iterator[Problem]:
    """Cells that cannot both be meant."""
    if finished and day is None:
        yield Problem(row[FINISHED_ON.heading].at, "选了“是”，没有写完成日期", "请写实际完成的那一天")
    if day and not finished:
        yield Problem(
            row[FINISHED.heading].at, f"写了完成日期 {day}，没有选“是”", "已完成请选“是”，没有完成请清空日期"
        )
    if finished and percent not in (None, 100):
        yield Problem(
            row[PERCENT.heading].at,
            f"选了“是”，百分比却是 {percent}",
            "已完成请写 100 或空着，没有完成请清空“是”",
        )
    if percent is not None and milestone_number(marked) is not None:
        yield Problem(row[PERCENT.heading].at, "时间节点不写百分比", "请清空这一格，把进度写在进展里")
