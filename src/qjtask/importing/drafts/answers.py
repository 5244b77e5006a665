"""What a person answers to doubts, put into the draft: the reading is right, or what to write instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.item_keys import SETTLED_KEYS
from qjtask.core.plan.owners import owned
from qjtask.core.plan.plan import Item, Owner, Plan
from qjtask.core.problem import refuse
from qjtask.importing.document.doubts import NONE, Doubt
from qjtask.importing.drafts.answer_values import ITEM_ANSWERS
from qjtask.importing.drafts.answer_words import listed
from qjtask.importing.drafts.draft import Draft

HEAD_FIELDS = frozenset(("year", "issued"))
"""The keys upon which the reading of a whole document depends: their answers are for `read_draft`."""

OF_THE_FIRST_IMPORT = frozenset((*HEAD_FIELDS, "owner"))
"""The keys of which a plan goes by its own, whatever a reissue says."""

PlanAnswer = Callable[[Plan, str, str | None], Plan]
"""Takes the plan, the name that the doubt is about, and what was typed. Refused what cannot be."""

_ROLES = frozenset(("lead", "units", "support"))
_RULES = {owner.value: owner for owner in Owner}


class DoubtAnswer(NamedTuple):
    """What a person said of a doubt: what to write; None where the reading is right as it is."""

    doubt: Doubt
    text: str | None


def answered(draft: Draft, answers: Sequence[DoubtAnswer]) -> Draft:
    """The draft with the answers in its plan, and without their doubts.

    A key of an item is settled when nothing about it is left to ask. Refused, with what to
    type instead, where an answer cannot be written.
    """
    plan = draft.plan
    of_items: dict[str, list[DoubtAnswer]] = {}
    for answer in answers:
        of_plan = _plan_answer(answer)
        if of_plan is not None:
            plan = of_plan(plan, answer.doubt.about, answer.text)
        for item in answer.doubt.items if of_plan is None else ():
            of_items.setdefault(item, []).append(answer)
    plan = _with_owners(_with_items(plan, of_items), _owners(plan))
    done = dict.fromkeys(answer.doubt for answer in answers)
    doubts = tuple(one for one in draft.doubts if one not in done)
    slips = {name: meant for name, meant in draft.slips.items() if _is_slip_open(name, doubts)}
    return draft._replace(plan=_settled(plan, done, doubts), doubts=doubts, slips=slips)


def _with_items(plan: Plan, answers: Mapping[str, Sequence[DoubtAnswer]]) -> Plan:
    """The plan whose items have what was typed about each."""

    def answered_item(item: Item) -> Item:
        for doubt, text in answers.get(item.id, ()):
            if text is not None:
                item = ITEM_ANSWERS[doubt.field](item, doubt.about, text, plan)
        return item

    return _each_item(plan, answered_item) if answers else plan


def _each_item(plan: Plan, change: Callable[[Item], Item]) -> Plan:
    groups = tuple(group._replace(items=tuple(map(change, group.items))) for group in plan.groups)
    return plan._replace(groups=groups)


def _plan_answer(answer: DoubtAnswer) -> PlanAnswer | None:
    """What puts an answer into the plan's head; None for one that belongs into the items.

    A name stays in the items as it is printed; the head says which office it is, or which ones, so that
    no other print of it asks again.
    """
    doubt, text = answer
    if doubt.field in _ROLES and doubt.about and text not in (None, NONE):
        return _alias if len(listed(text or "")) == 1 else _members
    return _PLAN_ANSWERS.get(doubt.field)


def _is_slip_open(name: str, doubts: Sequence[Doubt]) -> bool:
    return any(one.field == "aliases" and one.about == name for one in doubts)


def _settled(plan: Plan, done: Collection[Doubt], left: Sequence[Doubt]) -> Plan:
    """The plan in which the keys are settled of whose doubts none is left."""
    open_keys = Counter((item, one.field) for one in left for item in one.items)
    keys: dict[str, list[str]] = {}
    for one in done:
        if one.field == "members" and one.about in plan.members:
            continue  # the head says it
        for item in one.items:
            if one.field in SETTLED_KEYS and not open_keys[item, one.field]:
                keys.setdefault(item, []).append(one.field)

    def with_keys(item: Item) -> Item:
        return item._replace(settled=tuple(dict.fromkeys((*item.settled, *keys.get(item.id, ())))))

    return _each_item(plan, with_keys) if keys else plan


def _with_owners(plan: Plan, before: frozenset[str]) -> Plan:
    """The plan whose `units` list the offices that owe something now, and none that only did so before."""
    now = _owners(plan)
    if now == before:
        return plan
    gone = {name for name in before - now if not plan.units.get(name)}
    known = {name for shown, others in plan.units.items() for name in (shown, *others)}
    units = {name: others for name, others in plan.units.items() if name not in gone}
    return plan._replace(units={**units, **dict.fromkeys(sorted(now - known - before), ())})


def _owners(plan: Plan) -> frozenset[str]:
    return frozenset(name for item in plan.items() for name in owned(item, plan.rules).names)


def _alias(plan: Plan, about: str, text: str | None) -> Plan:
    """A name of its own, or another name of an office."""
    if text is None:
        return plan._replace(units={**plan.units, about: ()})
    if text in (NONE, about):
        raise refuse("", f"“{text}”不能是“{about}”的正名", "请写单位的正式名称")
    known = {shown: others for shown, others in plan.units.items() if shown != about}
    shown = next((one for one, others in known.items() if text in others), text)
    aliases = tuple(dict.fromkeys((*known.get(shown, ()), about)))
    return plan._replace(units={**known, shown: aliases})


def _members(plan: Plan, about: str, text: str | None) -> Plan:
    """Whom a collective name stands for."""
    if text is None:
        return plan
    names = listed(text)
    if about in names or NONE in names:
        raise refuse("", f"“{about}”不能是它自己的成员", "请写它所指的各个单位")
    return plan._replace(
        units={**plan.units, about: plan.units.get(about, ())}, members={**plan.members, about: names}
    )


def _rule(plan: Plan, _: str, text: str | None) -> Plan:
    if text is None:
        return plan
    owner = _RULES.get(text)
    if owner is None:
        raise refuse("", f"“{text}”不对", f"可写 {'、'.join(_RULES)}")
    return plan._replace(rules=plan.rules._replace(owner=owner))


def _of_the_head(plan: Plan, _: str, __: str | None) -> Plan:
    """The document was read with it."""
    return plan


_PLAN_ANSWERS: Mapping[str, PlanAnswer] = {
    "aliases": _alias,
    "members": _members,
    "owner": _rule,
    **dict.fromkeys(HEAD_FIELDS, _of_the_head),
}
