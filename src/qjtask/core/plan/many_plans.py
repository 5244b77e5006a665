"""Several plans side by side as one: their ids carry a plan's name, as 交通:9.2, and so do names that clash.

Each plan keeps its own rules and days; what is worked out of it is put together afterwards.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.ids import TAG
from qjtask.core.plan.owners import owned
from qjtask.core.plan.plan import Item, Plan, Rules
from qjtask.core.plan.unit_names import CanonicalNames, UnitNames, unit_names

_OF = "·"
"""Between a plan's name and an office of it whose name another plan has too."""


class NamedPlan(NamedTuple):
    """A plan as its file has it, under a short name; `office` is whose plan it is."""

    name: str
    office: str
    plan: Plan


class ManyPlans(NamedTuple):
    """Plans under a title: as their files have them, and the same with ids and offices as told here.

    `here` are, by the names to show of each plan's offices, those that they go by here, and `names` these by
    all of their names; `apart` the names that several plans have, of offices that are not one.
    """

    title: str
    named: tuple[NamedPlan, ...]
    tagged: tuple[Plan, ...]
    here: tuple[Mapping[str, str], ...]
    names: tuple[CanonicalNames, ...]
    apart: frozenset[str]

    @property
    def joined(self) -> Plan:
        """All as one."""
        return _joined(self)

    @property
    def of_several(self) -> dict[str, tuple[str, ...]]:
        """Each name that is told apart, with the offices that go by it: typed, it means them all."""
        found: dict[str, list[str]] = {}
        for here in self.here:
            for unit, office in here.items():
                if unit in self.apart:
                    found.setdefault(unit, []).append(office)
        return {unit: tuple(offices) for unit, offices in found.items()}


def many_plans(
    named: Sequence[NamedPlan],
    title: str,
    shared: Collection[str] | None = (),
    shown: Iterable[Iterable[str]] | None = None,
) -> ManyPlans:
    """The plans side by side under a title.

    `shown` are the names to show of each plan's offices, where the plans are not here as a whole, or not all.

    An office of one name in several plans is one office where its name is in `shared`, or that is None;
    else it is told apart by the name of its plan.
    """
    names = [unit_names(one.plan) for one in named]
    each = (found.shown() for found in names) if shown is None else shown
    met = Counter(chain.from_iterable(each))
    apart = frozenset(
        unit for unit, times in met.items() if times > 1 and shared is not None and unit not in shared
    )
    here = tuple(_names_here(one, found, apart) for one, found in zip(named, names, strict=True))
    under = tuple(found.under(shown) for found, shown in zip(names, here, strict=True))
    tagged = tuple(_tagged(*each) for each in zip(named, under, here, strict=True))
    return ManyPlans(title, tuple(named), tagged, here, under, apart)


def tagged_id(name: str, marked: str) -> str:
    """The id of a group, item or milestone of the plan of that name."""
    return f"{name}{TAG}{marked}"


def own_page(one: NamedPlan) -> Plan:
    """A plan as it stands on a page of its own: its offices and groups need no name before theirs.

    Its works have the ids that they are typed with.
    """
    groups = (
        group._replace(items=tuple(item._replace(id=tagged_id(one.name, item.id)) for item in group.items))
        for group in one.plan.groups
    )
    return one.plan._replace(groups=tuple(groups), issuer=one.office or one.plan.issuer)


def _names_here(one: NamedPlan, names: UnitNames, apart: Collection[str]) -> dict[str, str]:
    of = f"{one.name}{_OF}"
    return {unit: f"{of}{unit}" if unit in apart else unit for unit in names.shown()}


def _tagged(one: NamedPlan, names: CanonicalNames, shown: Mapping[str, str]) -> Plan:
    """A plan with tagged ids; an office that is told apart has its own name for an alias."""
    plan, tag = one.plan, tagged_id(one.name, "")
    units = {
        here: plan.units.get(unit, ()) if here == unit else (unit, *plan.units.get(unit, ()))
        for unit, here in shown.items()
    }

    def tagged(item: Item) -> Item:
        return item._replace(
            id=f"{tag}{item.id}",
            lead=names.canonical(item.lead),
            units=names.canonical(item.units),
            support=names.canonical(item.support),
            owner=owned(item, plan.rules).owner,
        )

    groups = (
        group._replace(id=f"{tag}{group.id}", items=tuple(map(tagged, group.items))) for group in plan.groups
    )
    return plan._replace(groups=tuple(groups), units=units, issuer=one.office or plan.issuer)


def _joined(many: ManyPlans) -> Plan:
    tagged, of_several = many.tagged, many.of_several
    rules = {plan.rules for plan in tagged}
    members: dict[str, tuple[str, ...]] = {}
    for names in many.names:
        members.update(names.members)
    return Plan(
        title=many.title,
        year=max(plan.year for plan in tagged),
        groups=tuple(group for plan in tagged for group in plan.groups),
        units=_all_units(tagged, of_several),
        rules=rules.pop() if len(rules) == 1 else Rules(accept=any(one.accept for one in rules)),
        members={**members, **of_several},
    )


def _all_units(tagged: Iterable[Plan], of_several: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The names to show with their aliases; none that means several offices."""
    pairs = list(_pairs(tagged))
    times = Counter(other for _, other in {*pairs})
    shown = {unit for unit, _ in pairs}
    found: dict[str, list[str]] = {}
    for unit, other in dict.fromkeys(pairs):
        others = found.setdefault(unit, [])
        if other and times[other] == 1 and other not in shown and other not in of_several:
            others.append(other)
    return {unit: tuple(others) for unit, others in found.items()}


def _pairs(tagged: Iterable[Plan]) -> Iterator[tuple[str, str]]:
    """Each name to show beside each of its other names, and beside nothing."""
    for plan in tagged:
        for unit, others in plan.units.items():
            yield unit, ""
            for other in others:
                yield unit, other
