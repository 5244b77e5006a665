"""An item with what a person answered under one of its keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qjtask.core.plan.making import overruled
from qjtask.core.plan.plan import Item, Plan
from qjtask.core.problem import refuse
from qjtask.core.time.deadline import DeadlineClass, read_deadline
from qjtask.importing.document.doubts import NONE
from qjtask.importing.drafts.answer_words import day_of, listed, milestone_of_words, target_of_words

ItemAnswer = Callable[[Item, str, str, Plan], Item]
"""Takes the item, the value that the doubt is about, what was typed, and the plan. Refused what cannot be."""


def _deadline(item: Item, _: str, text: str, plan: Plan) -> Item:
    """Another deadline: a day overrules what is printed, or that nothing is; else words where none are."""
    if text == NONE:
        return item._replace(deadline=read_deadline("", year=plan.year), due=None)
    deadline = read_deadline(text, year=plan.year, issued=plan.issued)
    if item.deadline.text or deadline.kind is DeadlineClass.DATE:
        due = day_of(text, plan.year)
        return item._replace(due=due, deadline=overruled(item.deadline, due))
    if deadline.kind is DeadlineClass.UNKNOWN:
        raise refuse("", f"完成时限“{text}”读不懂", "请写成 2021-06-30、6月底前、持续推进 这样的形式")
    return item._replace(deadline=deadline)


def _milestones(item: Item, about: str, text: str, plan: Plan) -> Item:
    """Another milestone in the place of the one of a day; without that, one more."""
    place = next((at for at, one in enumerate(item.milestones) if one.by.isoformat() == about), None)
    before = item.milestones if place is None else item.milestones[:place]
    after = () if place is None else item.milestones[place + 1 :]
    if text == NONE:
        return item._replace(milestones=(*before, *after))
    work = item.work if place is None else item.milestones[place].work
    return item._replace(milestones=(*before, milestone_of_words(text, work, plan.year), *after))


def _targets(item: Item, about: str, text: str, _: Plan) -> Item:
    """Another target in the place of the one of a name; without that, one more."""
    place = next((at for at, one in enumerate(item.targets) if one.name == about), None)
    before = item.targets if place is None else item.targets[:place]
    after = () if place is None else item.targets[place + 1 :]
    if text == NONE:
        return item._replace(targets=(*before, *after))
    target = target_of_words(text)
    if place is not None and target.at_least is not None:
        target = target._replace(cumulative=item.targets[place].cumulative)
    return item._replace(targets=(*before, target, *after))


def _names(key: str) -> ItemAnswer:
    """Other offices under the key; or, without one name wherever the item has it, those that are left."""

    def change(item: Item, about: str, text: str, _: Plan) -> Item:
        roles = {role: getattr(item, role) for role in ("lead", "units", "support")}
        if about:
            roles = {role: tuple(name for name in own if name != about) for role, own in roles.items()}
        else:
            roles[key] = () if text == NONE else listed(text)
        return item._replace(lead=roles["lead"], units=roles["units"], support=roles["support"])

    return change


def _work(item: Item, _: str, text: str, __: Plan) -> Item:
    if text == NONE:
        raise refuse("", "具体工作不能空着", "请照原文写")
    return item._replace(work=text)


def _no(item: Item, _: str, text: str, __: Plan) -> Item:
    return item._replace(no="" if text == NONE else text)


ITEM_ANSWERS: Mapping[str, ItemAnswer] = {
    "deadline": _deadline,
    "milestones": _milestones,
    "targets": _targets,
    "lead": _names("lead"),
    "units": _names("units"),
    "support": _names("support"),
    "work": _work,
    "no": _no,
}
"""By the key of the item under which a doubt stands."""
