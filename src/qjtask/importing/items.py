"""One work with its offices, deadline, milestones, targets and note, and what was doubtful in its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from qjtask.core.plan.plan import Item, Milestone
from qjtask.core.time.deadline import Deadline, DeadlineClass, read_deadline
from qjtask.importing.columns import OFFICES, Role
from qjtask.importing.doubts import Doubt
from qjtask.importing.groups import GroupDraft, Member
from qjtask.importing.names import Offices, Vocabulary, in_text, merged, read_offices
from qjtask.importing.numbering import inner_numbers
from qjtask.importing.promises import read_targets
from qjtask.importing.tidy_text import flow, is_blank
from qjtask.importing.times import Moment, deadline_in, moments, passed_over, steps_of

_Tell = Callable[[str, str, str], None]
"""Adds a doubt about the item: what was read, what was assumed, how to change it."""

_KEPT = (Role.PERSON, Role.TARGET, Role.NOTE)


class Reading(NamedTuple):
    """What all works are read with: the plan's year and issue, the names known, the columns there are."""

    year: int
    issued: date | None
    vocabulary: Vocabulary
    roles: frozenset[Role]
    deadlines_blank: bool


def read_item(member: Member, group: GroupDraft, reading: Reading) -> tuple[Item, list[Doubt]]:
    """The item of the plan, and its doubts in the order of its columns."""
    item_id = f"{group.number}.{member.number}"
    place = member.line.place
    doubts = [doubt._replace(item=doubt.item or item_id) for doubt in member.doubts]

    def tell(read: str, assumed: str, fix: str) -> None:
        doubts.append(Doubt(place, read, assumed, fix, item_id))

    offices, work, term = _offices(member, group, reading)
    for read, assumed in offices.told:
        tell(read, assumed, "不对请改 lead 或 units")
    if not work:
        tell("没有写具体工作", "暂记“（原表空白）”", "请补上 work")
    if len(inner_numbers(work)) > 1:
        tell("一行里编着号写了几件事", "按一项记", "要分开管请在计划里拆成几项")
    planned = steps_of(member.line.text(Role.STEP), year=reading.year)
    if planned and not term:
        term = member.line.text(Role.STEP).split("\n")[-1].partition("：")[0]
    deadline, steps = _deadline(flow(member.line.text(Role.DEADLINE)), term, work, reading, tell)
    milestones = (*planned, *_milestones(work, deadline, steps, reading, tell))
    _tell_passed_over(work, deadline, reading, tell)
    targets, doubtful = read_targets(work, year=reading.year, issued=reading.issued)
    column = flow(member.line.text(Role.TARGET))
    more, doubtful_too = read_targets(column, year=reading.year, issued=reading.issued)
    for read, assumed in (*doubtful, *doubtful_too):
        tell(read, assumed, "请核对 targets")
    lead, units = _lead_and_units(offices, reading, member.line.text(Role.UNITS))
    if not units:
        tell("没有写责任单位", "空着", "请补上 units")
    item = Item(
        id=item_id,
        work=work or "（原表空白）",
        lead=lead,
        units=units,
        deadline=deadline,
        milestones=milestones,
        targets=tuple(dict.fromkeys((*targets, *more))),
        note="；".join(_notes(member)),
    )
    return item, doubts


def _offices(member: Member, group: GroupDraft, reading: Reading) -> tuple[Offices, str, str]:
    """The offices, the work without its 〔…〕, and the deadline that stood in these brackets.

    The offices are those of the row's columns, of the brackets, or else of the group's heading.
    """
    line, work = member.line, member.work
    parts = [
        read_offices(line.text(role), role, reading.vocabulary)
        for role in OFFICES
        if not is_blank(line.text(role))
    ]
    term = ""
    inside = in_text(work)
    if inside is not None:
        work, offices_named, term = inside
        parts.append(read_offices(offices_named, Role.UNITS, reading.vocabulary))
    offices = merged(parts)
    if group.lead and not offices.of(Role.LEAD):
        offices = merged([offices, read_offices(group.lead, Role.LEAD, reading.vocabulary)])
    return offices, work, term


def _lead_and_units(
    offices: Offices, reading: Reading, printed: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lead, and who is responsible: the responsible and the supporting, else the lead itself."""
    lead = offices.of(Role.LEAD)
    units = tuple(dict.fromkeys((*offices.of(Role.UNITS), *offices.of(Role.SUPPORT))))
    if not units and (Role.UNITS not in reading.roles or not is_blank(printed)):
        units = lead
    return lead, units


def _deadline(
    text: str, term: str, work: str, reading: Reading, tell: _Tell
) -> tuple[Deadline, list[Moment] | None]:
    """The deadline of the column, or of the brackets after the work.

    Where there is none, the text's own with the steps before it.
    """
    text = term if is_blank(text) else text
    if not is_blank(text):
        deadline = read_deadline(text, year=reading.year, issued=reading.issued)
        if deadline.doubt or deadline.kind is DeadlineClass.UNKNOWN:
            tell(f"完成时限“{text}”：{deadline.doubt or '没有读懂'}", "照印的记", "请改 deadline")
        return deadline, None
    found = deadline_in(work, year=reading.year, issued=reading.issued)
    if found is not None:
        where = "没有完成时限一栏" if Role.DEADLINE not in reading.roles else "完成时限一栏是空的"
        last = found[0]
        day = f" {last.date}" if last.date else ""
        tell(f"{where}，具体工作里写着“{last.text}”", f"当作完成时限{day}", "请核对 deadline")
        return found
    if not reading.deadlines_blank:
        tell("没有写完成时限", "空着", "请补上 deadline")
    return read_deadline("", year=reading.year), []


def _milestones(
    work: str, deadline: Deadline, steps: list[Moment] | None, reading: Reading, tell: _Tell
) -> Iterator[Milestone]:
    """Dates in the text that the deadline does not say."""
    hidden = moments(work, year=reading.year, issued=reading.issued) if steps is None else steps
    end = deadline.date if deadline.milestone is None else None
    seen = set()
    for moment in hidden:
        if moment.day == deadline.date or (moment.day, moment.work) in seen:
            continue
        seen.add((moment.day, moment.work))
        if end is not None and moment.day > end:
            read = f"具体工作里的“{moment.words}”晚于完成时限“{deadline.text}”"
            tell(read, "按完成时限一栏记", "请核对哪个对")
            continue
        read = f"具体工作里藏着时间“{moment.words}”，完成时限是“{deadline.text}”"
        tell(read, f"记作时间节点 {moment.day}", "不对请改 milestones")
        yield Milestone(moment.day, moment.work)


def _tell_passed_over(work: str, deadline: Deadline, reading: Reading, tell: _Tell) -> None:
    """Times in the text that are no steps, but those that the deadline says already."""
    for mention in passed_over(work, year=reading.year, issued=reading.issued):
        is_said = mention.day == deadline.date if mention.day else deadline.kind is DeadlineClass.RECURRING
        if not is_said:
            read = f"具体工作里的“{mention.words}”{mention.sense.value}"
            tell(read, "没有记作时间节点", "要提醒请写进 milestones")


def _notes(member: Member) -> Iterator[str]:
    if member.note:
        yield member.note
    for role in _KEPT:
        text = flow(member.line.text(role))
        if not is_blank(text):
            yield text if role is Role.NOTE else f"{role.value}：{text}"
