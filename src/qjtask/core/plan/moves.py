"""What a person says of works in a new print: which goes on as which, which are joined, which were split."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Plan
from qjtask.core.problem import Problem, Refused

Move = tuple[str, str]
"""An old id and the id of the same work in the new print, each as its own print numbers it; or GONE."""

GONE = "取消"
"""What a person types for a work that the new print no longer has."""


class Moves(NamedTuple):
    """What becomes of the works that were named.

    `goes_on` is the one old work whose number and entries a new one takes over, by the new id. `joined`
    are further old works that became part of a new one, by the old id; `parts` further new works that
    an old one was split into, by the new id. `gone` are old works that no new one is, however like it is.
    """

    goes_on: Mapping[str, str] = {}
    joined: Mapping[str, str] = {}
    parts: Mapping[str, str] = {}
    gone: frozenset[str] = frozenset()


def read_moves(pairs: Sequence[Move], old: Plan, new: Plan, reported: Collection[str]) -> Moves:
    """The moves that the pairs say. Refused with every id that is not there, and what leads nowhere.

    The first pair of each work says which goes on; a pair of one number twice comes before all others.
    What an earlier update did already is passed over: the new work stands in the plan word for word, and
    is not the old one, of which at most the log, which has `reported` on it, still speaks.
    """
    pairs = [pair for pair in dict.fromkeys(pairs) if not _is_done(pair, old, new, reported)]
    _check_ids(pairs, old, new)
    gone = frozenset(before for before, after in pairs if after == GONE)
    goes_on: dict[str, str] = {}
    joined: dict[str, str] = {}
    parts: dict[str, str] = {}
    problems: list[Problem] = []
    lead_on = (pair for pair in pairs if pair[1] != GONE)
    for before, after in sorted(lead_on, key=lambda pair: pair[0] != pair[1]):
        if before in gone or not _leads_on(before, after, goes_on, joined, parts):
            told = f"{before} 和 {after} 都已另有所指"
            problems.append(Problem("--moved", told, "一项工作或者并入一项，或者拆成几项，不能两样都是"))
    if problems:
        raise Refused(problems)
    return Moves(goes_on, joined, parts, gone)


def _leads_on(
    before: str, after: str, goes_on: dict[str, str], joined: dict[str, str], parts: dict[str, str]
) -> bool:
    """Note that one work leads to another: as itself, joined to it, or split. False where neither is free."""
    if before in goes_on.values():
        is_free = after not in goes_on and after not in parts
        parts.update({after: before} if is_free else {})
        return is_free
    if after not in goes_on:
        goes_on[after] = before
        return True
    is_free = before not in joined
    joined.update({before: after} if is_free else {})
    return is_free


def _is_done(pair: Move, old: Plan, new: Plan, reported: Collection[str]) -> bool:
    before, after = pair
    work = next((item.work for item in new.items() if item.id == after), None)
    twins = {item.id for item in old.items() if item.work == work}
    return bool(twins) and before not in twins and (before in _ids(old) or before in reported)


def _check_ids(pairs: Iterable[Move], old: Plan, new: Plan) -> None:
    before, after = _ids(old), _ids(new)
    problems = [
        Problem("--moved", f"{plan}里没有 {one}", "请写成 旧编号=新编号，如 9.2=9.3")
        for pair in pairs
        for one, ids, plan in zip(pair, (before, {*after, GONE}), ("现有计划", "新表"), strict=True)
        if one not in ids
    ]
    if problems:
        raise Refused(problems)


def _ids(plan: Plan) -> Collection[str]:
    return {item.id for item in plan.items()}
