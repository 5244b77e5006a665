"""One work with its offices, deadline, milestones, targets and note, and what was doubtful in its cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import BLANK_WORK, Item
from qjtask.core.text.patterns import compiled
from qjtask.core.text.signs import is_blank
from qjtask.importing.cells.bare_days import PrintedDays
from qjtask.importing.cells.deadlines import STAGED, read_times
from qjtask.importing.cells.goals import Goals, read_goals, tell_dates_of_goals
from qjtask.importing.cells.named_offices import Offices, in_text, led, merged, with_own_leads
from qjtask.importing.cells.named_works import as_read, with_name
from qjtask.importing.cells.names import read_offices
from qjtask.importing.cells.several_works import are_of_one_work, are_several_works
from qjtask.importing.cells.work_times import PrintedTimes, Tell, TimeFrame, WorkTimes
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.row_words import is_blank_word
from qjtask.importing.numbers.target_cells import goals_of_year, named_goal
from qjtask.importing.outline.outline import FoundWork
from qjtask.importing.outline.work_numbers import GroupDraft, Member
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.joining_signs import listed_names
from qjtask.importing.words.lead_notes import LeadNote
from qjtask.importing.words.name_breaks import Known
from qjtask.importing.words.numbering import inner_numbers
from qjtask.importing.words.office_words import is_office

if TYPE_CHECKING:
    from qjtask.importing.cells.numbered_dates import NumberedDates

_FIRST_OF_SEVERAL = r"\s*(?:[（(]?1[.．、)）]|①)"
_ONLY_A_NUMBER = r"[0-9][0-9.,，]*[%％]?"
_SAYS_WHO = (
    r"(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])?由?"
    r"(?P<who>[^，,。；;：:]{2,40}?)(?:牵头)?(?:负责|牵头)(?!人)"
)
BLANK_WORDS = ("当作没有写", "不对请在计划里补上")
"""What is assumed of words that stand for a blank, and the fix."""
_SAID_BLANK = {
    "lead": Role.LEAD,
    "units": Role.UNITS,
    "support": Role.SUPPORT,
    "deadline_text": Role.DEADLINE,
}


class Reading(NamedTuple):
    """What all works are read with: the frame, the names known, the columns there are (None for text).

    Without `has_offices` no work of the table names one: that is told once for all. `leads` is what the table
    says of the leads among the offices in a cell, `has_goals_above` that its headings are goals, `days` what
    it says of its days. With `has_goals_of_year` its works say how big projects are, and promise nothing.
    """

    frame: TimeFrame
    names: Known
    roles: frozenset[Role] | None
    leads: LeadNote = LeadNote()
    has_offices: bool = True
    has_goals_above: bool = False
    days: PrintedDays = PrintedDays()
    has_goals_of_year: bool = False


class ReadItem(NamedTuple):
    """A work understood, where its source has it, and whether a note parted its leads from the others.

    Its leads may stand above the plan's level, as their label says: they owe nothing of it.
    """

    item: Item
    place: str
    doubts: tuple[Doubt, ...]
    is_led: bool = False
    is_led_from_above: bool = False


def read_item(member: Member, group: GroupDraft, reading: Reading) -> ReadItem:
    """The item of the plan, and its doubts in the order of its columns."""
    place = member.found.place
    doubts = list(member.doubts)

    def tell(read: str, assumed: str, fix: str, field: str = "", about: str = "", other: str = "") -> None:
        doubts.append(Doubt(place, read, assumed, fix, (member.id,), field, about, other))

    found, said_blank = _without_blank_words(member.found, tell)
    frame = reading.frame._replace(is_usual=True) if Role.DEADLINE in said_blank else reading.frame
    offices, work, term = _offices(found, member.work, group, reading)
    offices, is_led = led(offices, reading.leads, found.units)
    _tell_names(offices, tell)
    whole, said = with_name(found.name, work), as_read(found.name, work)
    _tell_odd_work(whole, work, tell)
    printed = reading.days.whole(found.deadline_text, reversed(found.path))
    dates = _numbered(printed, work, frame, tell)
    if dates is None:
        _tell_several(found, work, reading, tell)
    if reading.roles is not None:
        _tell_other_duties(work, offices, tell)
    of_year = goals_of_year(found.target, frame.year)
    last = dates.last if dates else printed
    times = PrintedTimes(last, term, offices.terms, found.note, said, found.steps, of_year)
    when = _with_dates(read_times(times, frame, tell), dates, printed)
    tell_dates_of_goals(found.target, when, frame, tell)
    goals = Goals(of_year, _heading_of(group, reading), found.name)
    targets = read_goals(_promising(found, said, of_year, reading), goals, when, frame, tell)
    item = Item(
        id=member.id,
        work=whole or BLANK_WORK,
        lead=offices.of(Role.LEAD),
        units=offices.of(Role.UNITS),
        support=offices.of(Role.SUPPORT),
        deadline=when.deadline,
        milestones=when.milestones,
        targets=targets,
        note="；".join(_notes(member, offices, when.note)),
        no=member.no,
    )
    if not said_blank:
        _tell_nobody(item, reading, tell)
    is_led_from_above = bool(item.lead) and {*item.lead} <= {*offices.above}
    return ReadItem(item, place, tuple(doubts), is_led, is_led_from_above)


def _tell_names(offices: Offices, tell: Tell) -> None:
    for name in offices.told:
        key = "units" if name.about else ""
        tell(name.read, name.assumed, "不对请改 lead 或 units", key, name.about, name.other)


def _promising(found: FoundWork, said: str, of_year: str, reading: Reading) -> str:
    """The words of a work whose numbers are promises, with their name from the heading where it lacks one.

    Beside goals of the year they say how big a project is, and promise none.
    """
    if reading.has_goals_of_year and of_year:
        return ""
    return named_goal(said, found.path[-1], "") if found.path and reading.roles is not None else said


def _tell_several(found: FoundWork, work: str, reading: Reading, tell: Tell) -> None:
    """That a cell numbers several things; in running text no cell beside the parts says who does them all."""
    is_listed = reading.roles is None and len(inner_numbers(work)) > 1 and not are_of_one_work(work)
    if is_listed or are_several_works(work, found, reading.frame):
        tell("一行里编着号写了几件事", "按一项记", "要分开管请在计划里拆成几项", "work")


def _numbered(printed: str, work: str, frame: TimeFrame, tell: Tell) -> NumberedDates | None:
    """The dates that bear the numbers of the work's measures; None where they do not."""
    if compiled(_FIRST_OF_SEVERAL).match(printed) is None:
        return None
    from qjtask.importing.cells.numbered_dates import numbered_dates  # few cells number their dates

    dates = numbered_dates(printed, work, year=frame.year, issued=frame.issued)
    if dates is not None and dates.milestones:
        assumed = f"逐条对应各项措施，按最后一个“{dates.last}”记，较早的记作时间节点"
        tell(f"完成时限“{printed}”写了几个时间", assumed, STAGED, "deadline")
    return dates


def _with_dates(when: WorkTimes, dates: NumberedDates | None, printed: str) -> WorkTimes:
    """The times of a work with those that bear its measures' numbers, which are kept as printed."""
    if dates is None:
        return when
    others = (step for step in when.milestones if step.by not in {one.by for one in dates.milestones})
    steps = tuple(sorted((*dates.milestones, *others), key=lambda step: step.by))
    note = "；".join(filter(None, (when.note, f"完成时限：{printed}")))
    return when._replace(milestones=steps, note=note)


def _heading_of(group: GroupDraft, reading: Reading) -> str:
    """The goal in the heading of a work that stands alone under it: what it promises, this work does."""
    return group.heading if reading.has_goals_above and len(group.members) == 1 else ""


def _tell_odd_work(whole: str, work: str, tell: Tell) -> None:
    """A cell of works that says nothing, or a number alone; `whole` is the work with its name before it."""
    if not whole:
        tell("没有写具体工作", f"暂记“{BLANK_WORK}”", "请补上 work", "work")
    if work[:1].isdecimal() and compiled(_ONLY_A_NUMBER).fullmatch(work):
        tell("具体工作只写了一个数", "照印的记", "请补上 work，或用 --map 具体工作=列号", "work")


def _tell_other_duties(work: str, offices: Offices, tell: Tell) -> None:
    """A work of a table that says itself who does it, and names others than its columns do: 甲局负责，……."""
    found = compiled(_SAYS_WHO).match(work) if "负责" in work or "牵头" in work else None
    if found is None:
        return
    named = listed_names(found["who"])
    lead, units = set(offices.of(Role.LEAD)), set(offices.of(Role.UNITS))
    is_other = set(named) not in (lead, units, lead | units)
    if lead | units and is_other and all(map(is_office, named)):
        tell(f"具体工作里写着“{found[0]}”", "按单位一栏记", "不对请改 lead、units 或 support", "units")


def _without_blank_words(found: FoundWork, tell: Tell) -> tuple[FoundWork, frozenset[Role]]:
    """The work without 没有 and its like, which somebody wrote for a blank, and in which columns."""
    said = [key for key in _SAID_BLANK if is_blank_word(getattr(found, key))]
    if said:
        words = "、".join(dict.fromkeys(getattr(found, key).strip() for key in said))
        columns = "、".join(_SAID_BLANK[key].value for key in said)
        key = said[0].removesuffix("_text") if len(said) == 1 else ""
        tell(f"{columns}写的是“{words}”", *BLANK_WORDS, key)
    if not said:
        return found, frozenset()
    blank: dict[str, Any] = dict.fromkeys(said, "")
    return found._replace(**blank), frozenset(_SAID_BLANK[key] for key in said)


def _offices(found: FoundWork, work: str, group: GroupDraft, reading: Reading) -> tuple[Offices, str, str]:
    """The offices, the work without its 〔…〕, and the deadline that stood in these brackets.

    The offices are those of the row's columns, of the brackets, or else of the group's heading.
    """
    cells = ((found.lead, Role.LEAD), (found.units, Role.UNITS), (found.support, Role.SUPPORT))
    parts = [
        Offices({role: tuple(text.split("\n"))})
        if found.is_parted
        else read_offices(text, role, reading.names, reading.leads.mark)
        for text, role in cells
        if not is_blank(text)
    ]
    term = ""
    inside = in_text(work)
    if inside is not None:
        work, named, term = inside
        parts.append(read_offices(named, Role.UNITS, reading.names))
    if not is_blank(found.lead):
        parts[1:] = [with_own_leads(parts[0], part) for part in parts[1:]]
    offices = merged(parts)
    if group.lead and not offices.of(Role.LEAD):
        offices = merged([offices, read_offices(group.lead, Role.LEAD, reading.names)])
    return offices, work, term or offices.term


def _tell_nobody(item: Item, reading: Reading, tell: Tell) -> None:
    """A work that names nobody who could be asked for it: where no unit is named the lead owes it."""
    roles = reading.roles
    if roles is None or not reading.has_offices or item.units or item.lead:
        return
    leads = Role.LEAD in roles and Role.UNITS not in roles
    word, key = ("牵头单位", "lead") if leads else ("责任单位", "units")
    tell(f"没有写{word}", "空着", f"请补上 {key}", key)


def _notes(member: Member, offices: Offices, note: str) -> Iterator[str]:
    if member.note:
        yield member.note
    yield from offices.persons
    if note:
        yield note
