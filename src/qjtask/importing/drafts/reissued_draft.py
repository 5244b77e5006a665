"""The draft of a reissue as the plan has it that it brings up to date: its ids, and what is settled."""

from __future__ import annotations

from collections.abc import Mapping

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Plan
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.drafts.answers import HEAD_FIELDS, OF_THE_FIRST_IMPORT
from qjtask.importing.drafts.draft import Draft
from qjtask.importing.words.numbering import read_number


def under_ids(draft: Draft, ids: Mapping[str, str]) -> Draft:
    """The draft of a reissue with the ids that its works have in the plan, by those of its own print."""
    groups = tuple(
        group._replace(id=ids[group.id], items=tuple(item._replace(id=ids[item.id]) for item in group.items))
        for group in draft.plan.groups
    )
    doubts = (one._replace(items=tuple(ids.get(item, item) for item in one.items)) for one in draft.doubts)
    places = {ids[item]: place for item, place in draft.places.items()}
    rows = {ids[item]: row for item, row in draft.rows.items()}
    plan = draft.plan._replace(groups=groups)
    return draft._replace(plan=plan, doubts=tuple(doubts), places=places, rows=rows)


def unnumbered(draft: Draft) -> frozenset[str]:
    """The works that are printed without a number where others have one, by their ids in the print."""
    found = [one for one, row in draft.rows.items() if not row.number and read_number(row.work) is None]
    return frozenset(found) if len(found) < len(draft.rows) else frozenset()


class Settled(NamedTuple):
    """What a person has settled in a plan: keys by item, names of offices, collective names told apart."""

    keys: Mapping[str, frozenset[str]]
    names: frozenset[str]
    members: frozenset[str]


def settled_in(plan: Plan) -> Settled:
    """What is settled in a plan, so that no reissue asks it again."""
    names = (name for shown, others in plan.units.items() for name in (shown, *others))
    keys = {item.id: frozenset(item.settled) for item in plan.items()}
    return Settled(keys, frozenset(names), frozenset(plan.members))


def is_open(doubt: Doubt, settled: Settled) -> bool:
    """Whether a doubt of a reissue is still to be asked.

    One without a field is for a person to see, and for nobody to answer.
    """
    if not doubt.field or doubt.field in OF_THE_FIRST_IMPORT:
        return False
    if doubt.field == "aliases":
        return doubt.about not in settled.names
    if doubt.field == "members" and doubt.about in settled.members:
        return False
    keys = [settled.keys[item] for item in doubt.items if item in settled.keys]
    return not keys or any(doubt.field not in one for one in keys)


def unsettled(draft: Draft, settled: Settled) -> Draft:
    """The draft of a reissue without the doubts that a person settled in the plan.

    Whose reports are owed is settled by the plan's rule.
    """
    kept = ("", *HEAD_FIELDS)
    doubts = tuple(one for one in draft.doubts if one.field in kept or is_open(one, settled))
    return draft._replace(doubts=doubts)
