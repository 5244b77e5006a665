"""The printed 序号 of the items, as people read and type it: no27, 27号, 第27项, no3-no7, no27.1.

Not #27: a shell takes that for a comment.
"""

import re
from collections.abc import Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Item, Plan
from qjtask.core.problem import Problem
from qjtask.core.time.numerals import to_int

RANGE = r"[-–—~至]+"
_FORM = r"(?i:no|序号)[.:]?(?P<no>.+)|第?(?P<item>.+?)[号项]"
_MILESTONE = r"(?P<item>.+)\.(?P<milestone>[0-9]{1,4})"


class ItemNumbers(NamedTuple):
    """An item's numbers alone: its id, and its printed 序号 where that is another."""

    id: str
    no: str


def shown_id(marked: str, item: Item) -> str:
    """The id of an item or of a milestone, with the item's printed 序号 where it has another: 9.4（27）."""
    return f"{marked}（{item.no}）" if item.no and item.no != item.id else marked


def printed_numbers(plan: Plan) -> dict[str, str]:
    """The 序号 that a table of the plan prints, by the items' ids.

    It is the last part of an id where the notice's numbers run through all its groups; where they begin
    anew in each, it is the id, by which alone a work is known.
    """
    own = {item.id: item.no or item.id.rpartition(".")[2] for item in plan.items()}
    is_shifted = any("." in item.no for item in plan.items())  # a reissue's numbers that begin anew
    if not is_shifted and len(set(own.values())) == len(own):
        return own
    return {item.id: item.no or item.id for item in plan.items()}


def resolved(word: str, items: Sequence[Item | ItemNumbers]) -> list[str] | None:
    """The ids that a `word` means which names a 序号 or a range of them; None when it is no such word.

    `items` are those of the whole plan. It is empty where none has such a 序号, and holds several where that
    is printed more than once.
    """
    whole = _bare(word)
    if whole is not None and (found := _with(whole, items)):
        return found
    ends = re.split(RANGE, word)
    if all(_bare(end) is None for end in ends):
        return None
    if len(ends) == 1:
        return _milestones(whole or "", items)
    first, *_, last = (_with(_bare(end) or end.strip("第"), items) for end in ends)
    if len(ends) > 2 or not first or not last:
        return []
    places = [one.id for one in items]
    return places[places.index(first[0]) : places.index(last[-1]) + 1]


def no_such_number(word: str, plan: Plan) -> Problem:
    """That the plan has no such 序号, and which it has."""
    known = [item.no for item in plan.items() if item.no]
    fix = f"序号从 {known[0]} 到 {known[-1]}" if known else "计划里没有另写序号，请写编号，如 9.2"
    return Problem(word, "计划里没有这个序号", fix)


def _bare(text: str) -> str | None:
    """What stands in no27, 27号 or 第27项; None for another word."""
    found = re.fullmatch(_FORM, text)
    return found and (found["no"] or found["item"])


def _milestones(number: str, items: Sequence[Item | ItemNumbers]) -> list[str]:
    """no27.1: the first milestone of the item."""
    found = re.fullmatch(_MILESTONE, number)
    return [f"{item_id}.{found['milestone']}" for item_id in _with(found["item"], items)] if found else []


def _with(number: str, items: Sequence[Item | ItemNumbers]) -> list[str]:
    """The items of that number; without any, those whose ids end in it."""
    found = [item.id for item in items if _is(item, number)]
    value = to_int(number)
    tail = f".{value}" if value is not None else None
    return found or [item.id for item in items if tail and not item.no and item.id.endswith(tail)]


def _is(item: Item | ItemNumbers, number: str) -> bool:
    printed = item.no or item.id
    value = to_int(number)
    return printed == number or (value is not None and value == to_int(printed))
