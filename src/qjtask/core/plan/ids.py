"""Numbers of groups, items and milestones, as people type them: 9, 9.2, 9.4.1, 9.2-9.4, 九, （九）."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from unicodedata import normalize

from qjtask.core.plan.plan import Item, Plan
from qjtask.core.problem import Problem, Refused
from qjtask.core.time.numerals import to_int

Ref = tuple[int, ...]
"""(9,) is group 9, (9, 2) its second item, (9, 4, 1) the first milestone of item 9.4."""

_BRACKETS = str.maketrans("", "", "()〔〕[]【】 第")
_RANGE = r"[-–—~至]+"
_SEPARATORS = r"[,、;\s]+"
_BLANK = "（空）"
_DEEPEST = 3
_LONGEST = 4  # digits


def parse_ref(text: str) -> Ref | None:
    """Read one number; None when it is none."""
    parts = normalize("NFKC", text).translate(_BRACKETS).rstrip(".").replace("。", ".").split(".")
    numbers = [to_int(part) for part in parts]
    if len(numbers) > _DEEPEST or None in numbers:
        return None
    return tuple(number for number in numbers if number is not None)


def ref_of(item_id: str) -> Ref:
    """The sort key of an id that the plan holds."""
    return tuple(map(int, item_id.split(".")))


def item_id_of(entry_item: str) -> str:
    """The item that an entry's `item` is about: a milestone's 9.4.1 belongs to 9.4."""
    return entry_item if milestone_number(entry_item) is None else entry_item.rpartition(".")[0]


def milestone_number(entry_item: str) -> int | None:
    """1 for 9.4.1; None for an item."""
    parts = entry_item.split(".")
    is_one = len(parts) == _DEEPEST and parts[2].isdecimal() and len(parts[2]) <= _LONGEST
    return int(parts[2]) if is_one else None


def select_items(typed: Iterable[str], plan: Plan) -> list[str]:
    """The ids of the items meant by groups, items, milestones and ranges, in the table's order.

    Raises Refused with every word that is no number or names nothing in the plan.
    """
    chosen: set[str] = set()
    problems: list[Problem] = []
    items = {item.id: item for item in plan.items()}
    refs = [(ref_of(item_id), item_id) for item_id in items]
    for word in _words(typed):
        first, last = _ends(word)
        found = [
            item_id
            for ref, item_id in refs
            if first and last and ref[: len(first)] >= first and ref[: len(last)] <= last
        ]
        if not found and first == last and (item := _meant(first, items)):
            found = [item.id]
        chosen.update(found)
        if not found:
            problems.append(_no_such(word, plan))
    if problems:
        raise Refused(problems)
    return [item_id for _, item_id in refs if item_id in chosen]


def select_groups(typed: Iterable[str], plan: Plan) -> frozenset[str]:
    """The ids of the groups meant: 9, 九, （九）. Raises Refused with every word that names none."""
    known = {group.id for group in plan.groups}
    refs = [(word, parse_ref(word)) for word in _words(typed)]
    problems = [
        _no_group(word, plan) for word, ref in refs if not ref or len(ref) > 1 or str(ref[0]) not in known
    ]
    if problems:
        raise Refused(problems)
    return frozenset(str(ref[0]) for _, ref in refs if ref)


def select_marked(typed: Iterable[str], plan: Plan) -> list[tuple[str, Item]]:
    """What a marking command is told to mark: `(9.2 or 9.4.1, the item it belongs to)`, each once.

    A group or a range is refused: a mark is a statement about one piece of work.
    """
    items = {item.id: item for item in plan.items()}
    chosen: dict[str, Item] = {}
    problems: list[Problem] = []
    for word in _words(typed):
        ref = parse_ref(word)
        item = _meant(ref, items)
        if len(re.split(_RANGE, word)) > 1:
            problems.append(Problem(word, "登记时不能写一段编号", "请逐项写出，如 9.2 9.3"))
        elif ref and len(ref) == 1 and any(group.id == str(ref[0]) for group in plan.groups):
            problems.append(
                Problem(word, "这是一项重点任务，不是一项具体工作", f"请写到具体工作，如 {ref[0]}.1")
            )
        elif ref and item:
            chosen[".".join(map(str, ref))] = item
        else:
            problems.append(_no_such(word, plan))
    if problems:
        raise Refused(problems)
    return list(chosen.items())


def _words(typed: Iterable[str]) -> list[str]:
    """The numbers and ranges one by one; a blank text stays a word, to be refused and not passed over."""
    split = (re.split(_SEPARATORS, normalize("NFKC", text)) for text in typed)
    return [word for words in split for word in list(filter(None, words)) or [_BLANK]]


def _meant(ref: Ref | None, items: Mapping[str, Item]) -> Item | None:
    """The item that an item's or milestone's number names."""
    item = items.get(".".join(map(str, ref[:2]))) if ref else None
    if ref and item and len(ref) == _DEEPEST and not 1 <= ref[2] <= len(item.all_milestones):
        return None
    return item


def _ends(word: str) -> tuple[Ref | None, Ref | None]:
    first, *rest = re.split(_RANGE, word)
    if not rest:
        return parse_ref(first), parse_ref(first)
    return parse_ref(first), parse_ref(rest[0]) if len(rest) == 1 else None


def _no_such(word: str, plan: Plan) -> Problem:
    first, last = _ends(word)
    if first and last and first > last:
        return Problem(word, "起止颠倒了", "请从小到大写全，如 9.2-9.4")
    return Problem(word, "计划里没有这个编号", _there_is(first if first == last else None, plan))


def _there_is(ref: Ref | None, plan: Plan) -> str:
    """The numbers that the plan has where `ref` points."""
    group = next((group for group in plan.groups if ref and ref_of(group.id) == ref[:1]), None)
    if ref is None or group is None:
        return f"重点任务编号从 {plan.groups[0].id} 到 {plan.groups[-1].id}"
    item = next((item for item in group.items if ref_of(item.id) == ref[:2]), None)
    if item is None:
        return f"重点任务 {group.id} 下有 {group.items[0].id} 到 {group.items[-1].id}"
    return f"{item.id} 有{len(item.all_milestones)}个时间节点"


def _no_group(word: str, plan: Plan) -> Problem:
    ref = parse_ref(word)
    if ref and len(ref) > 1:
        return Problem(word, "这不是重点任务的编号", f"请只写重点任务，如 {ref[0]}")
    return Problem(word, "计划里没有这个编号", _there_is(None, plan))
