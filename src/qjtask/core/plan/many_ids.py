"""Numbers typed where several plans stand side by side: 交通:9.2, 交通: for all of it, 9.2 of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from unicodedata import normalize

from qjtask.core.plan.ids import TAG, select_groups, select_items, words_typed
from qjtask.core.plan.many_plans import ManyPlans, NamedPlan, tagged_id
from qjtask.core.plan.plan_address import PlanAddress
from qjtask.core.problem import Problem, Refused

_MOST_NAMED = 10


def many_items(typed: Iterable[str], many: ManyPlans) -> frozenset[str]:
    """The tagged ids of the items meant. Raises Refused with every word that names nothing."""

    def select(word: str, one: NamedPlan) -> Iterable[str]:
        return (
            select_items([word], one.plan, _address(one)) if word else [item.id for item in one.plan.items()]
        )

    return _selected(typed, many, select)


def many_groups(typed: Iterable[str], many: ManyPlans) -> frozenset[str]:
    """The tagged ids of the groups meant. Raises Refused with every word that names none."""

    def select(word: str, one: NamedPlan) -> Iterable[str]:
        return (
            select_groups([word], one.plan, _address(one))
            if word
            else [group.id for group in one.plan.groups]
        )

    return _selected(typed, many, select)


def known_of_many(
    typed: Iterable[str], names: Sequence[str], known: Callable[[str, str], Sequence[str] | None]
) -> frozenset[str] | None:
    """The tagged ids meant, where it is known which ids a word means in the plan of a name: all, if it is "".

    None where it is not known of one of the plans, or a word names nothing.
    """
    chosen: set[str] = set()
    for word in words_typed(typed):
        name, tag, rest = word.rpartition(TAG)
        meant = _meant(name, names) if tag else names
        found = {one: known(rest, one) for one in meant}
        if (tag and len(meant) != 1) or None in found.values() or not any(found.values()):
            return None
        chosen |= {tagged_id(one, marked) for one, ids in found.items() for marked in ids or ()}
    return frozenset(chosen)


def by_plan(tagged: Iterable[str]) -> dict[str, frozenset[str]]:
    """Ids that carry a plan's name, without it, by that name."""
    pairs = sorted(one.rpartition(TAG) for one in tagged)
    return {
        name: frozenset(marked for _, _, marked in each)
        for name, each in groupby(pairs, key=lambda pair: pair[0])
    }


def of_one_plan(typed: Iterable[str], names: Sequence[str]) -> tuple[str, list[str]]:
    """The plan that all the words name, and what they name in it; Refused where they name none or several."""
    problems, parts = [], []
    for word in words_typed(typed):
        name, tag, rest = word.rpartition(TAG)
        found = _meant(name, names) if tag else names if len(names) == 1 else []
        if len(found) == 1 and rest:
            parts.append((found[0], rest))
        elif name in found:
            problems.append(Problem(word, "计划名后面没有写编号", f"如 {name}{TAG}9.2"))
        else:
            problems.append(_no_plan(word, name, found or names))
    if len({name for name, _ in parts}) > 1 and not problems:
        told = "这些编号不在同一个计划里，一次只能登记一个计划的"
        problems.append(Problem("、".join(typed), told, "请分几次登记"))
    if problems:
        raise Refused(problems)
    return parts[0][0], [rest for _, rest in parts]


def owned_tags(office: str, many: ManyPlans) -> list[str]:
    """What stands before the ids of the plans whose office is the one of that name, or of a part of it."""
    wanted = normalize("NFKC", office).strip()
    owned = [(normalize("NFKC", one.office), tagged_id(one.name, "")) for one in many.named]
    exactly = [tag for name, tag in owned if name == wanted]
    return exactly or [tag for name, tag in owned if wanted and wanted in name]


def _selected(
    typed: Iterable[str], many: ManyPlans, select: Callable[[str, NamedPlan], Iterable[str]]
) -> frozenset[str]:
    chosen: set[str] = set()
    problems: list[Problem] = []
    for word in words_typed(typed):
        found = _found(word, many, select)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            chosen |= found
    if problems:
        raise Refused(problems)
    return frozenset(chosen)


def _found(
    word: str, many: ManyPlans, select: Callable[[str, NamedPlan], Iterable[str]]
) -> set[str] | Problem:
    """The tagged ids that a word means in the plan that it names, or in every plan that has it."""
    name, tag, rest = word.rpartition(TAG)
    names = [one.name for one in many.named]
    meant = _meant(name, names) if tag else names
    if tag and len(meant) != 1:
        return _no_plan(word, name, meant or names)
    found: set[str] = set()
    refusals = []
    for one in many.named:
        if one.name in meant:
            try:
                found.update(tagged_id(one.name, marked) for marked in select(rest, one))
            except Refused as refused:
                refusals.append(refused.problems[0])
    if found:
        return found
    return refusals[0] if tag else Problem(word, "没有一个计划有这个编号", f"如 {names[0]}{TAG}1.1")


def _address(one: NamedPlan) -> PlanAddress:
    return PlanAddress(tagged_id(one.name, ""))


def _meant(name: str, names: Sequence[str]) -> list[str]:
    """The plans that a name means: the one called so, else all whose names hold it."""
    return [name] if name in names else [one for one in names if name and name in one]


def _no_plan(word: str, name: str, near: Sequence[str]) -> Problem:
    shown = "、".join(near[:_MOST_NAMED]) + ("等" if len(near) > _MOST_NAMED else "")
    if not name:
        return Problem(word, "有几个计划，没有说是哪一个的", f"请写成 {near[0]}{TAG}9.2；计划有{shown}")
    return Problem(word, f"没有说清是哪个计划：“{name}”", f"可以是{shown}")
