"""What a work promises in numbers: in its words, its column of goals, and a heading that is of it alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Target
from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.named_works import is_deed
from qjtask.importing.cells.work_times import Tell, TimeFrame, WorkTimes
from qjtask.importing.columns.heading_words import is_year, role_of
from qjtask.importing.dates.named_times import is_within_year, rhythm_in
from qjtask.importing.dates.times import moments
from qjtask.importing.numbers.dated_values import DoubtfulNumber
from qjtask.importing.numbers.promises import OF_EACH_TIME, read_targets
from qjtask.importing.numbers.target_cells import bare_numbers
from qjtask.importing.words.column_roles import Role

PLAIN_NUMBER = "读错的请改 targets"
"""What to do about numbers that are plain, and what such doubts are known by."""


class Goals(NamedTuple):
    """What its column of goals says of a work, the heading that is of no other work, and its name."""

    column: str
    heading: str = ""
    name: str = ""


def read_goals(work: str, goals: Goals, when: WorkTimes, frame: TimeFrame, tell: Tell) -> tuple[Target, ...]:
    """The targets in the words of a work and in its goals, and those that only its own heading says."""
    steps = [one.work for one in when.milestones]
    targets, doubtful = read_targets(work, year=frame.year, issued=frame.issued, steps=steps)
    if not when.deadline.text and rhythm_in(work):  # told already, as the time that the work says
        doubtful = [one for one in doubtful if one.assumed != OF_EACH_TIME]
    column = _without_labels(goals.column)
    more, doubtful_too = read_targets(column, year=frame.year, issued=frame.issued)
    bare = [*bare_numbers(column)]
    _tell_numbers((*doubtful, *(one for one in doubtful_too if not _is_of(one, bare))), tell)
    _tell_bare(bare, targets, tell)
    own = _with_named((*targets, *more), goals, frame)
    # 力争6月底前新增充电桩80个 in the cell of the deadline; 完成80% there is a step of the work
    by_then = promised_besides(when.deadline.milestone or "", own, frame)
    own += [one for one in by_then if one.unit != "%"]
    return (*own, *promised_besides(goals.heading, own, frame))


def _with_named(said: Iterable[Target], goals: Goals, frame: TimeFrame) -> list[Target]:
    """What a work and its goals promise, after what its name does: 新增公交线路3条 over the measures for it.

    A measure says the same amount again in fewer words. A column that says how much says it of the name.
    """
    own = list(dict.fromkeys(said))
    if not is_deed(goals.name) or compiled(r"[0-9]").search(goals.column):
        return own
    named, _ = read_targets(goals.name, year=frame.year, issued=frame.issued)
    amounts = frozenset(map(_number, named))
    return [*named, *(one for one in own if _number(one) not in amounts)]


def _tell_numbers(doubtful: Iterable[DoubtfulNumber], tell: Tell) -> None:
    """The numbers that are no plain targets, and what each was taken for."""
    for one in doubtful:
        fix = PLAIN_NUMBER if one.is_plain else "请核对 targets"
        tell(one.read, one.assumed, fix, "targets", one.about, one.other)


def _is_of(number: DoubtfulNumber, bare: Iterable[str]) -> bool:
    """Whether a doubt is about a number that is told as bare."""
    return any(f"“{one}”" in number.read for one in bare)


def _tell_bare(bare: Iterable[str], targets: Sequence[Target], tell: Tell) -> None:
    """The numbers in a column of goals that count nothing, unless the work says of what they are."""
    for number in bare:
        if not _is_said(number, targets):
            tell(f"目标一栏的“{number}”没有写是什么的数", "没有记作目标", "请补上 targets", "targets")


def _without_labels(goals: str) -> str:
    """Goals without the headings of their columns, which name nothing that is counted: 目标值：新增20件."""
    if "：" not in goals:
        return goals
    parts = (part.partition("：") for part in goals.split("；"))
    return "；".join(
        said if sign and role_of(label) is Role.TARGET and not is_year(label[:5]) else label + sign + said
        for label, sign, said in parts
    )


def promised_besides(words: str, said: Collection[Target], frame: TimeFrame) -> list[Target]:
    """The targets in a heading or a deadline, but those whose number its works promise already."""
    found, _ = read_targets(words, year=frame.year, issued=frame.issued)
    known = {_number(one) for one in said} if found else ()
    return [one for one in found if _number(one) not in known]


def _number(target: Target) -> tuple[object, ...]:
    return target.at_least, target.at_most, target.unit


def _is_said(bare: str, targets: Sequence[Target]) -> bool:
    """Whether a work's own words promise a bare number of its column of goals: 新增20项 beside 20项."""
    return any(bare in {f"{one.at_least}{one.unit}", f"{one.at_most}{one.unit}"} for one in targets)


def tell_dates_of_goals(goals: str, when: WorkTimes, frame: TimeFrame, tell: Tell) -> None:
    """The dates by which a column of goals asks for something, but those that the work has already."""
    known = {when.deadline.date, *(one.by for one in when.milestones)}
    for moment in moments(goals, year=frame.year, issued=frame.issued) if goals else ():
        if moment.day not in known and not is_within_year(moment.words):
            step = f"{moment.day} {moment.work or moment.words}"
            read = f"目标一栏里写着时间“{moment.words}”"
            tell(read, "没有记作时间节点", "要提醒请写进 deadline 或 milestones", "milestones", other=step)
