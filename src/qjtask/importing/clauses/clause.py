"""One clause of a notice: who does a work, and by when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled

_ANSWERS = re.compile(
    r"[^：]{0,6}(?:责任|牵头|分管|包联|包保|督办|主管)[^：]*："
    r"|[^：]{0,6}负责人：(?![^，。；]*负责)[^，。；]{1,24}$"  # 教务处负责人：负责教学 names nobody
)

_LEADS = r"(?P<name>[^、，,；;：:（()）]+)[（(](?:总|主)?牵头(?:单位|部门|科室)?[)）]"


class Clause(NamedTuple):
    """Names as printed, split; `notes` are persons and other labels, as 责任领导：张三.

    `work`, `title` and `target` stood under labels of their own. `told` is to be doubted: what was read and
    what was assumed. `and_others` is the key of the names that 等 followed, `above` that the clause speaks of
    the works before it (以上任务由…), `goes_on` that it holds for those after it too (下同), `is_bare` that
    nothing but names stood there, or a sentence says it in passing: one alone shares out nothing,
    `is_heading` that the names head the works below, `first_leads` that the first of them leads. `for_all`
    are offices that carry out all works after it, too (以下各项均需各镇落实). `is_decided` that minutes say
    what is to be done, and by nobody.
    """

    lead: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    deadline: str = ""
    work: str = ""
    title: str = ""
    target: str = ""
    notes: tuple[str, ...] = ()
    told: tuple[tuple[str, str], ...] = ()
    and_others: str = ""
    above: bool = False
    goes_on: bool = False
    is_bare: bool = False
    is_heading: bool = False
    first_leads: bool = False
    for_all: tuple[str, ...] = ()
    is_decided: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All offices of the clause."""
        return (*self.lead, *self.units, *self.support)

    @property
    def is_shared(self) -> bool:
        """Whether the clause says who does the work: an office, a person who answers for it, nobody yet."""
        return bool(self.names) or self.is_decided or any(_ANSWERS.match(note) for note in self.notes)


def joined(first: Clause, second: Clause) -> Clause:
    """Two parts of one clause: （责任单位：A）（完成时限：B）, or label lines one under the other."""
    return Clause(
        _each(first.lead, second.lead),
        _each(first.units, second.units),
        _each(first.support, second.support),
        _both(first.deadline, second.deadline),
        _both(first.work, second.work),
        first.title or second.title,
        _both(first.target, second.target),
        _each(first.notes, second.notes),
        (*first.told, *second.told),
        first.and_others or second.and_others,
        first.above or second.above,
        first.goes_on or second.goes_on,
        first.is_bare and second.is_bare,
        _heads_both(first, second),
        first.first_leads or second.first_leads,
        _each(first.for_all, second.for_all),
        first.is_decided or second.is_decided,
    )


def _heads_both(first: Clause, second: Clause) -> bool:
    """Whether two parts are those of a heading: 一、学工部 over 联系人：樊继福 stays one."""
    named = [one for one in (first, second) if one.names or one.is_heading]
    return bool(named) and all(one.is_heading for one in named)


def of_heading(text: str, names: Sequence[str]) -> Clause:
    """The clause of offices that head works; those lead that are marked so: 县教育局（牵头）、县人社局."""
    marked = tuple(found["name"].strip() for found in compiled(_LEADS).finditer(text))
    lead = tuple(name for name in names if any(one.endswith(name) for one in marked))
    return Clause(lead=lead, units=tuple(name for name in names if name not in lead), is_heading=True)


def with_names(clause: Clause, names: Sequence[str]) -> Clause:
    """A clause with only those of its offices."""
    return clause._replace(
        lead=tuple(name for name in clause.lead if name in names),
        units=tuple(name for name in clause.units if name in names),
        support=tuple(name for name in clause.support if name in names),
    )


def completed(own: Clause, given: Clause, *, takes_lead: bool) -> Clause:
    """A work's clause with who leads and who answers for it by its heading, where it does not say so.

    One that names persons only, as （负责人：李明） under 教务处, has all its offices from there; one
    that says who helps has those that own it.
    """
    lead = tuple(name for name in given.lead if name not in own.names) if takes_lead else own.lead
    whole = own._replace(lead=lead, notes=own.notes or given.notes)
    if not own.names:
        return whole._replace(units=given.units, support=given.support)
    only_helps = given.is_heading and own.support == own.names
    units = tuple(name for name in given.units if name not in own.support)
    return whole._replace(units=units) if only_helps else whole


def _each(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _both(first: str, second: str) -> str:
    return f"{first.rstrip('。；;')}；{second}" if first and second and first != second else first or second
