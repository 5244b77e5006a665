"""The offices of a work by what they have to do: of its cells, of the bracket behind it, and who leads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.duties import has_label
from qjtask.importing.words.column_roles import OFFICES, Role
from qjtask.importing.words.lead_notes import LeadNote
from qjtask.importing.words.name_breaks import DoubtfulName

_TERM = r"(?:完成|整改|办结)?(?:时限|期限|时间)\s*[：:]\s*(?P<term>[^；;。]+)"
_REGION = 3  # characters: 市, 青禾县, 市级
_ENDS = {")": "(", "）": "（", "〕": "〔", "】": "【", "]": "["}


class Offices(NamedTuple):
    """The names in a cell by what they have to do, as printed, and what was decided on the way.

    `persons` are those named beside them, `terms` the deadlines that stood among them. `above` are those
    whose label says that they stand above the others: 省牵头单位：省商务厅. `term` is the deadline that a
    label among them says: 完成时限：9月底前.
    """

    named: Mapping[Role, tuple[str, ...]]
    told: tuple[DoubtfulName, ...] = ()
    persons: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    term: str = ""

    def of(self, role: Role) -> tuple[str, ...]:
        """The names that have this role."""
        return self.named.get(role, ())


def in_text(text: str) -> tuple[str, str, str] | None:
    """The work without its 〔牵头单位：…；完成时限：…〕, the offices in it, and the deadline in it."""
    plain = text.rstrip(" \n。；")
    begin = _last_bracket(plain)
    if begin < 0 or not has_label(plain[begin:]):
        return None
    inside = plain[begin + 1 : -1]
    term = compiled(_TERM).search(inside)
    offices = inside[: term.start()] + "；" + inside[term.end() :] if term else inside
    return plain[:begin].rstrip(), offices, term["term"].strip() if term else ""


def _last_bracket(text: str) -> int:
    """Where the bracket begins that ends a text; -1 when it ends in none."""
    opening = _ENDS.get(text[-1:])
    depth = 0
    for at in range(len(text) - 1, -1, -1) if opening else ():
        depth += (text[at] == text[-1]) - (text[at] == opening)
        if depth == 0:
            return at
    return -1


def merged(parts: Sequence[Offices]) -> Offices:
    """The names of several cells of one row together."""
    return Offices(
        {role: _each_once([part.named.get(role, ()) for part in parts]) for role in OFFICES},
        tuple(chain.from_iterable([part.told for part in parts])),
        _each_once([part.persons for part in parts]),
        _each_once([part.terms for part in parts]),
        _each_once([part.above for part in parts]),
        next((part.term for part in parts if part.term), ""),
    )


def _each_once(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """All that several lists hold, in order, what is in two of them once."""
    return tuple(dict.fromkeys(chain.from_iterable(lists)))


def with_own_leads(own: Offices, beside: Offices) -> Offices:
    """The names of a cell beside one of leads: its own leads repeat these, or are told as more of them.

    教育局 in the column and 市教育局牵头发起，县教育局按职责分工负责 in the cell are led by one office.
    """
    leads, others = own.of(Role.LEAD), beside.of(Role.LEAD)
    if not leads or not others:
        return beside
    more = tuple(name for name in others if not any(_is_same(name, lead) for lead in leads))
    read = f"牵头单位一栏是“{'、'.join(leads)}”，另一栏写着“{'、'.join(more)}”牵头"
    told = (DoubtfulName(read, "都记作牵头单位"),) if more else ()
    return beside._replace(named={**beside.named, Role.LEAD: more}, told=(*beside.told, *told))


def _is_same(name: str, other: str) -> bool:
    """Whether two names are one office's, with its region and without: 市教育局, 教育局."""
    short, long = sorted((name, other), key=len)
    return long.endswith(short) and len(long) - len(short) <= _REGION


def led(offices: Offices, note: LeadNote, cell: str) -> tuple[Offices, bool]:
    """The names with those apart that lead by the table's note, and whether the others owe what it says.

    `cell` is what the column of responsible offices holds. A work of one office stays as it is.
    """
    leads, units = offices.of(Role.LEAD), offices.of(Role.UNITS)
    if note.mark:
        others = units if leads and note.mark in cell else ()
    else:
        leads, others = (leads, ()) if leads else (units[:1], units[1:])
    if note.rest is None or not others:
        return offices, False
    named = {**offices.named, Role.LEAD: leads, Role.UNITS: ()}
    named[note.rest] = tuple(dict.fromkeys((*others, *named.get(note.rest, ()))))
    return offices._replace(named=named), True
