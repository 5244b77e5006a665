"""The names of offices, and which office a person means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import chain
from types import MappingProxyType
from unicodedata import normalize

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.owners import owned
from qjtask.core.plan.plan import Plan
from qjtask.core.problem import Refused, refuse


class CanonicalNames:
    """The name to show of each office, by those that are printed.

    `known` has that of each name which is another's, or may be; `members` maps a collective name to show to
    the offices that it stands for.
    """

    def __init__(self, known: Mapping[str, str], members: Mapping[str, tuple[str, ...]]) -> None:
        self.members = members
        self._known = known
        self._rows: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._each: dict[tuple[str, ...], tuple[str, ...]] = {}

    def canonical(self, printed: tuple[str, ...]) -> tuple[str, ...]:
        """The names to show for a cell of printed names, each once."""
        if not printed:
            return ()
        found = self._rows.get(printed)
        if found is None:
            known = self._known
            found = tuple(dict.fromkeys([known.get(name, name) for name in printed]))
            self._rows[printed] = found
        return found

    def each(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The single offices that names stand for, each once."""
        if not self.members:  # as in most plans
            return self.canonical(names)
        found = self._each.get(names)
        if found is None:
            shown = self.canonical(names)
            found = tuple(dict.fromkeys(one for name in shown for one in self.members.get(name, (name,))))
            self._each[names] = found
        return found

    def under(self, here: Mapping[str, str]) -> CanonicalNames:
        """The same where offices go by other names: `here`, by their names to show."""
        known = {**here}
        for name, shown in self._known.items():
            if name != shown:
                known[name] = here.get(shown, shown)
        known.update(zip(here.values(), here.values(), strict=True))
        members = {
            here.get(name, name): tuple(here.get(one, one) for one in offices)
            for name, offices in self.members.items()
        }
        return CanonicalNames(known, members)


class UnitNames(CanonicalNames):
    """Every name by which offices go, in whatever role.

    `aliases` maps the name to show to its other names; `seen` adds names met only in the table;
    `members` maps a collective name to the offices that it stands for: those that are such names are parted
    too. A part of a name means one of the names in `first`, where it is a part of one of these.
    """

    def __init__(
        self,
        aliases: Mapping[str, Iterable[str]],
        seen: Iterable[str] = (),
        members: Mapping[str, Iterable[str]] = MappingProxyType({}),
        first: Iterable[str] = (),
    ) -> None:
        known = _shown_by(tuple(zip(aliases, map(tuple, aliases.values()), strict=True)))
        super().__init__(known, _parted(members, known) if members else {})
        self._met = chain(seen, *((name, *offices) for name, offices in members.items()))
        self._first_looked_for = first

    @cached_property
    def _shown(self) -> Mapping[str, str]:
        """The name to show of each: what was only met is its own. Who shows what is printed asks for none."""
        shown = {**self._known}
        for name in self._met:
            shown.setdefault(name, name)
        return shown

    @cached_property
    def _first(self) -> frozenset[str]:
        """The names to show among which a part of a name is looked for first: few look for any."""
        first = tuple(self._first_looked_for)
        return frozenset((*self.canonical(first), *self.each(first)))

    def shown(self) -> list[str]:
        """The names to show, in the plan's order."""
        return list(dict.fromkeys(self._shown.values()))

    def offices(self) -> list[str]:
        """The names to show of single offices: a collective name's members stand in its place."""
        return list(self.each(tuple(self.shown())))

    def find(self, typed: str, where: str = "--unit") -> str:
        """The name to show of the office that `typed` means: a name, an alias, or a unique part of one.

        Raises Refused otherwise, with the closest names. A near miss is never taken for the name:
        区水务局 is not 区商务局.
        """
        wanted = normalize("NFKC", typed).strip()
        by_form = {normalize("NFKC", name): shown for name, shown in self._shown.items()}
        if wanted in by_form:
            return by_form[wanted]
        holding = dict.fromkeys(shown for name, shown in by_form.items() if wanted and wanted in name)
        holding = {shown: None for shown in holding if shown in self._first} or holding
        if len(holding) == 1:
            return next(iter(holding))
        if holding:
            raise refuse(where, f"“{typed}”可以是{'、'.join(holding)}", "请写得更全一些")
        raise self._unknown(typed, wanted, by_form, where)

    @staticmethod
    def _unknown(typed: str, wanted: str, by_form: Mapping[str, str], where: str) -> Refused:
        from difflib import get_close_matches  # needed only to apologise

        near = dict.fromkeys(by_form[form] for form in get_close_matches(wanted, by_form))
        if near:
            return refuse(where, f"没有“{typed}”这个单位", f"最接近的是{'、'.join(near)}")
        return refuse(where, f"没有“{typed}”这个单位", "运行 qjtask units 可看全部名称")


@lru_cache(maxsize=16)  # of many plans of one notice they are the same
def _shown_by(aliases: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, str]:
    """The name to show of each, by the names to show and their other names."""
    shown = dict.fromkeys((name for name, _ in aliases), "")
    for name, others in aliases:
        shown[name] = name
        for other in others:
            shown[other] = name
    return shown


def _parted(members: Mapping[str, Iterable[str]], known: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The offices of each collective name, under the names to show."""
    shown = {
        known.get(name, name): tuple(dict.fromkeys(known.get(one, one) for one in each))
        for name, each in members.items()
    }
    return {name: tuple(dict.fromkeys(_offices(name, shown, frozenset()))) for name in shown}


def _offices(name: str, members: Mapping[str, tuple[str, ...]], above: frozenset[str]) -> Iterator[str]:
    """A collective name's offices; a name that holds itself adds nothing."""
    if name not in members:
        yield name
    elif name not in above:
        for member in members[name]:
            yield from _offices(member, members, above | {name})


class PrintedOffices(NamedTuple):
    """The names that a plan's items print, each once, in the plan's order; `owners` are those who owe."""

    units: tuple[str, ...]
    leads: tuple[str, ...]
    support: tuple[str, ...]
    owners: tuple[str, ...]


def printed_offices(plan: Plan) -> PrintedOffices:
    """The names that the plan's items print."""
    items = list(plan.items())
    return PrintedOffices(
        _each_once(item.units for item in items),
        _each_once(item.lead for item in items),
        _each_once(item.support for item in items),
        _each_once(owned(item, plan.rules).names for item in items),
    )


def _each_once(cells: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(cells)))


def unit_names(plan: Plan, printed: PrintedOffices | None = None) -> UnitNames:
    """The names of the plan's offices in any role; a part of a name is first looked for among the owners.

    `printed` are the names that its items print, where they are known and the items need not be there.
    """
    if printed:
        seen = chain(printed.units, printed.leads, printed.support)
        return UnitNames(plan.units, seen, plan.members, chain(plan.units, printed.owners))
    items = list(plan.items())
    cells = chain(
        (item.units for item in items), (item.lead for item in items), (item.support for item in items)
    )
    owners = (
        name for item in items for name in owned(item, plan.rules).names
    )  # for who types part of a name
    return UnitNames(plan.units, chain.from_iterable(cells), plan.members, chain(plan.units, owners))


def owner_names(plan: Plan, names: UnitNames | None = None) -> list[str]:
    """The offices that owe something, and those declared that the table does not name, in the plan's order.

    A collective name stands for its members.
    """
    names = names or unit_names(plan)
    owing = {office for item in plan.items() for office in names.each(owned(item, plan.rules).names)}
    printed = (each for item in plan.items() for each in (item.lead, item.units, item.support))
    met = {office for each in printed for office in names.each(each)}
    declared = set(names.each(tuple(plan.units)))
    return [name for name in names.offices() if name in owing or (name in declared and name not in met)]


def lead_names(plan: Plan, printed_here: PrintedOffices | None = None) -> UnitNames:
    """The names of the plan's lead agencies alone; what the plan says of their names holds for them too."""
    printed = dict.fromkeys((printed_here or printed_offices(plan)).leads)
    aliases = {
        name: others
        for name, others in plan.units.items()
        if name in printed or not printed.keys().isdisjoint(others)
    }
    members = {name: offices for name, offices in plan.members.items() if name in printed or name in aliases}
    return UnitNames(aliases, printed, members)
