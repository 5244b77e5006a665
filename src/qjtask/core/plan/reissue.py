"""A plan brought up to date with a new print of its table: which item is which, and what that changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.differences import Compared, Difference, differences
from qjtask.core.plan.ids import item_id_of
from qjtask.core.plan.keeping import KeptItem, Prints, Reread, kept_item, kept_plan, unsaid_of_items
from qjtask.core.plan.likeness import match
from qjtask.core.plan.moves import Move, Moves, read_moves
from qjtask.core.plan.owners import owned
from qjtask.core.plan.plan import Item, Plan
from qjtask.core.plan.renumbering import new_ids, printed_heading, printed_nos
from qjtask.core.plan.shifts import Shifts, measured_parts, shifted_measures, shifted_steps
from qjtask.core.plan.unit_changes import Rename, suspected_renames, with_renames
from qjtask.core.plan.unit_names import unit_names
from qjtask.core.plan.withdrawn_items import with_withdrawn


class UpdateFacts(NamedTuple):
    """What is known beside the two plans.

    A person says which works were moved, and which old name of an office is which new one's. The log says
    of which items it speaks, taken back or not, which are done, claimed to be or dropped, by item whose
    shares are done, and which an earlier reissue withdrew. `reread` reads the words of a work. `unnumbered`
    are the new print's works without a 序号, where others have one.
    """

    reread: Reread
    moved: Sequence[Move] = ()
    same: Mapping[str, str] = {}
    reported: Collection[str] = ()
    finished: Collection[str] = ()
    claimed: Collection[str] = ()
    dropped: Collection[str] = ()
    shares: Mapping[str, Collection[str]] = {}
    withdrawn: Collection[str] = ()
    unnumbered: Collection[str] = ()


class Update(NamedTuple):
    """The updated plan, what changed, and what that does to the log.

    `ids` are those of its groups and items, by their numbers in the new print; `origins` the ids that its
    items had in the old plan, by their ids in the updated one. `renames` are offices that seem to go by
    another name, which nobody has confirmed.
    """

    plan: Plan
    changes: tuple[Difference, ...]
    shifts: Shifts
    ids: Mapping[str, str]
    origins: Mapping[str, str]
    renames: tuple[Rename, ...] = ()


class _Pairing(NamedTuple):
    """The two plans, which item of them is which, and what the new print's items are called from now on.

    `items` are old ids, `ids` those of the updated plan, and `nos` what is printed that these do not say, all
    by the id in the new print.
    """

    old: Plan
    new: Plan
    moves: Moves
    items: Mapping[str, str]
    ids: Mapping[str, str]
    nos: Mapping[str, str]

    @property
    def origins(self) -> dict[str, str]:
        """The old ids of what goes on, by the ids in the updated plan."""
        return {self.ids[after]: before for after, before in self.items.items()}


def update(old: Plan, new: Plan, known: UpdateFacts) -> Update:
    """Bring `old` up to date with `new`, the plan as imported.

    An item keeps its id as long as it stays in its group; what a hand added to it is kept, as `keeping`
    says. An item that the print no longer has stays where it was. Refused when a move names what is not
    there.
    """
    moves = read_moves(known.moved, old, new, known.reported)
    found = match(old, new, moves, known.withdrawn)
    ids = new_ids(old, new, found, known.reported)
    pairing = _Pairing(old, new, moves, found.items, ids, printed_nos(new, ids, known.unnumbered))
    kept = _kept_items(pairing, known.reread)
    stays = {*found.items.values(), *moves.joined}
    gone = tuple(item.id for item in old.items() if item.id not in stays)
    plan = with_renames(with_withdrawn(_printed_plan(pairing, kept), old, gone), known.same)
    shifts = _shifts(pairing, plan, kept, gone, known)
    origins = pairing.origins
    changes = differences(Compared(old, plan, origins, kept, shifts, known.finished))
    renames = suspected_renames(old, new, found.items)
    unconfirmed = tuple(one for one in renames if known.same.get(one.before) != one.after)
    return Update(plan, tuple(changes), shifts, pairing.ids, origins, unconfirmed)


def _kept_items(pairing: _Pairing, reread: Reread) -> dict[str, KeptItem]:
    """The items that go on, by their ids in the updated plan."""
    old, new, _, items, ids, nos = pairing
    before = {item.id: item for item in old.items()}
    prints = Prints(old, new, unsaid_of_items(new), reread)
    kept: dict[str, KeptItem] = {}
    for item in new.items():
        if item.id in items:
            one = kept_item(before[items[item.id]], item, ids[item.id], prints)
            no = nos[item.id] or ("" if "." in one.item.no else one.item.no)
            kept[ids[item.id]] = one._replace(item=one.item._replace(no=no))
    return kept


def _printed_plan(pairing: _Pairing, kept: Mapping[str, KeptItem]) -> Plan:
    """What the new print has, under the ids of the updated plan."""
    old, new, _, _, ids, nos = pairing

    def item_of(item: Item) -> Item:
        one = ids[item.id]
        return kept[one].item if one in kept else item._replace(id=one, no=nos[item.id])

    groups = tuple(
        group._replace(
            id=ids[group.id],
            items=tuple(map(item_of, group.items)),
            printed=printed_heading(group, ids[group.id], old),
        )
        for group in new.groups
    )
    return kept_plan(old, new)._replace(groups=groups)


def _shifts(
    pairing: _Pairing, plan: Plan, kept: Mapping[str, KeptItem], gone: Iterable[str], known: UpdateFacts
) -> Shifts:
    before, origins = {item.id: item for item in pairing.old.items()}, pairing.origins
    out = {*known.dropped, *known.withdrawn}
    joined = {one: pairing.ids[after] for one, after in pairing.moves.joined.items()}
    parts = {pairing.ids[after]: one for after, one in pairing.moves.parts.items()}
    going_on = [(before[origins[one]], kept[one]) for one in origins]
    return Shifts(
        items={one: after for after, one in origins.items() if after != one},
        steps={number: to for pair in going_on for number, to in shifted_steps(*pair)},
        measures={one.id: names for one, after in going_on if (names := shifted_measures(after))},
        joined=joined,
        parts=parts,
        measured=measured_parts(parts, origins, plan),
        reopened=tuple(dict.fromkeys(_reopened(pairing, joined, known))),
        cancelled=tuple(one for one in gone if one not in out),
        restored=tuple(one for one in origins if origins[one] in known.withdrawn),
    )


def _reopened(
    pairing: _Pairing, joined: Mapping[str, str], known: UpdateFacts
) -> Iterator[tuple[str, str | None]]:
    """What was done before an unfinished work was joined to it: the whole, or an office's share."""
    closed = {*known.finished, *known.claimed, *known.dropped}
    names, before = unit_names(pairing.old), {item.id: item for item in pairing.old.items()}
    origins = pairing.origins
    for one, after in joined.items():
        goes_on = origins[after]
        if one in closed:
            continue
        if goes_on in closed:
            yield after, None
        owing = names.each(owned(before[one], pairing.old.rules).names)
        yield from ((after, unit) for unit in known.shares.get(goes_on, ()) if unit in owing)


def items_reported(entry_items: Collection[str]) -> frozenset[str]:
    """The ids of the items that entries speak of."""
    return frozenset(map(item_id_of, entry_items))
