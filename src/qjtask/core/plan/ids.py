"""Numbers of groups, items and milestones, as people type them: 9, 9.2, 9.4.1, 9.2-9.4, 九, （九）.

The printed 序号 is typed no27, 27号 or 第27项: see `numbers`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from unicodedata import normalize

from qjtask.core.plan.numbers import RANGE, ItemNumbers, no_such_number, resolved
from qjtask.core.plan.plan import Item, Plan
from qjtask.core.plan.plan_address import HERE, PlanAddress
from qjtask.core.problem import Problem, Refused
from qjtask.core.time.numerals import to_int

Ref = tuple[int, ...]
"""(9,) is group 9, (9, 2) its second item, (9, 4, 1) the first milestone of item 9.4."""

TAG = ":"
"""Between a plan's name and an id of it, where several plans stand side by side: 交通:9.2."""

_BRACKETS = str.maketrans("", "", "()〔〕[]【】 第")
_SEPARATORS = r"[,、;\s]+"
_BLANK = "（空）"
_PLAIN = r"[1-9][0-9]{0,3}(?:\.[1-9][0-9]{0,3}){1,2}"
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
    """The sort key of an id that the plan holds; of several plans, within its own."""
    return tuple(map(int, item_id.rpartition(TAG)[2].split(".")))


def item_id_of(entry_item: str) -> str:
    """The item that an entry's `item` is about: a milestone's 9.4.1 belongs to 9.4."""
    return entry_item if milestone_number(entry_item) is None else entry_item.rpartition(".")[0]


def milestone_number(entry_item: str) -> int | None:
    """1 for 9.4.1; None for an item."""
    if entry_item.count(".") != _DEEPEST - 1:
        return None
    parts = entry_item.split(".")
    is_one = parts[2].isdecimal() and len(parts[2]) <= _LONGEST
    return int(parts[2]) if is_one else None


def select_items(typed: Iterable[str], plan: Plan, address: PlanAddress = HERE) -> list[str]:
    """The ids of the items meant by groups, items, milestones and ranges, in the table's order.

    Raises Refused with every word that is no number or names nothing in the plan; `address` is the plan's,
    here and below.
    """
    chosen: set[str] = set()
    problems: list[Problem] = []
    items = {item.id: item for item in plan.items()}
    refs = [(ref_of(item_id), item_id) for item_id in items]
    for word in words_typed(typed):
        numbered = resolved(word, list(items.values()))
        words = [word] if numbered is None else numbered
        found = [item_id for one in words for item_id in _items_meant(one, items, refs)]
        chosen.update(found)
        if not found:
            problems.append(_no_such(word, plan, address))
    if problems:
        raise Refused(problems)
    return [item_id for _, item_id in refs if item_id in chosen]


def numbers_meant(word: str, items: Sequence[Item | ItemNumbers]) -> list[str] | None:
    """The ids of the items meant by a word, by their numbers alone, in no order; none where it names nothing.

    None where a milestone may be meant: whether an item has it, its number does not say.
    """
    numbered = resolved(word, items)
    words = [word] if numbered is None else numbered
    if any(len(end or ()) == _DEEPEST for one in words for end in _ends(one)):
        return None
    refs = [(ref_of(item.id), item.id) for item in items]
    return [item_id for one in words for item_id in _items_meant(one, {}, refs)]


def plain_ids(typed: Iterable[str]) -> list[str] | None:
    """The ids typed, as 9.2 or 9.4.1; None where one of the words may be anything else than an id."""
    words = words_typed(typed)
    return words if all(re.fullmatch(_PLAIN, word) for word in words) else None


def select_groups(typed: Iterable[str], plan: Plan, address: PlanAddress = HERE) -> frozenset[str]:
    """The ids of the groups meant: 9, 九, （九）. Raises Refused with every word that names none."""
    known = [group.id for group in plan.groups]
    meant = [(word, group_meant(word, known)) for word in words_typed(typed)]
    problems = [_no_group(word, plan, address) for word, group in meant if group is None]
    if problems:
        raise Refused(problems)
    return frozenset(group for _, group in meant if group is not None)


def group_meant(word: str, known: Collection[str]) -> str | None:
    """The one of the groups' ids that a word means: 9, 九, （九）; None where it means none."""
    ref = parse_ref(word)
    found = str(ref[0]) if ref and len(ref) == 1 else ""
    return found if found in known else None


def select_marked(typed: Iterable[str], plan: Plan, address: PlanAddress = HERE) -> list[tuple[str, Item]]:
    """What a marking command is told to mark: `(9.2 or 9.4.1, the item it belongs to)`, each once.

    A group or a range is refused: a mark is a statement about one piece of work.
    """
    items = {item.id: item for item in plan.items()}
    chosen: dict[str, Item] = {}
    problems: list[Problem] = []
    for word in words_typed(typed):
        meant = _mark_meant(word, plan, items, address)
        if isinstance(meant, Problem):
            problems.append(meant)
        else:
            chosen.update([meant])
    if problems:
        raise Refused(problems)
    return list(chosen.items())


def words_typed(typed: Iterable[str]) -> list[str]:
    """The numbers and ranges one by one; a blank text stays a word, to be refused and not passed over."""
    split = (re.split(_SEPARATORS, normalize("NFKC", text)) for text in typed)
    return [word for words in split for word in list(filter(None, words)) or [_BLANK]]


def _items_meant(word: str, items: Mapping[str, Item], refs: Sequence[tuple[Ref, str]]) -> list[str]:
    """The ids of the items that a group's, an item's or a milestone's number or a range of these means."""
    first, last = _ends(word)
    if not first or not last:
        return []
    found = [item_id for ref, item_id in refs if ref[: len(first)] >= first and ref[: len(last)] <= last]
    if not found and first == last and (item := _meant(first, items)):
        return [item.id]
    return found


def _mark_meant(
    word: str, plan: Plan, items: Mapping[str, Item], address: PlanAddress
) -> tuple[str, Item] | Problem:
    """The item or milestone that is to be marked, or why there is none."""
    numbered = resolved(word, list(items.values()))
    one = numbered[0] if numbered and len(numbered) == 1 else word
    ref = parse_ref(one)
    item = _meant(ref, items)
    if len(re.split(RANGE, one)) > 1:
        fix = f"请逐项写出，如 {address.id('9.2')} {address.id('9.3')}"
        return Problem(address.id(word), "登记时不能写一段编号", fix)
    if numbered and len(numbered) > 1:
        again = "、".join(map(address.id, numbered))
        return Problem(address.id(word), f"这个序号印了几次：{again}", "请写编号")
    if ref and len(ref) == 1 and any(group.id == str(ref[0]) for group in plan.groups):
        fix = f"请写到具体工作，如 {address.id(f'{ref[0]}.1')}"
        return Problem(address.id(word), "这是一项重点任务，不是一项具体工作", fix)
    return (".".join(map(str, ref)), item) if ref and item else _no_such(word, plan, address)


def _meant(ref: Ref | None, items: Mapping[str, Item]) -> Item | None:
    """The item that an item's or milestone's number names."""
    item = items.get(".".join(map(str, ref[:2]))) if ref else None
    if ref and item and len(ref) == _DEEPEST and not 1 <= ref[2] <= len(item.all_milestones):
        return None
    return item


def _ends(word: str) -> tuple[Ref | None, Ref | None]:
    first, *rest = re.split(RANGE, word)
    if not rest:
        return parse_ref(first), parse_ref(first)
    return parse_ref(first), parse_ref(rest[0]) if len(rest) == 1 else None


def _no_such(word: str, plan: Plan, address: PlanAddress) -> Problem:
    if resolved(word, list(plan.items())) is not None:
        return no_such_number(word, plan)._replace(where=address.id(word))
    first, last = _ends(word)
    if first and last and first > last:
        return Problem(address.id(word), "起止颠倒了", "请从小到大写全，如 9.2-9.4")
    return Problem(
        address.id(word), "计划里没有这个编号", _there_is(first if first == last else None, plan, address)
    )


def _there_is(ref: Ref | None, plan: Plan, address: PlanAddress) -> str:
    """The numbers that the plan has where `ref` points."""
    group = next((group for group in plan.groups if ref and ref_of(group.id) == ref[:1]), None)
    if ref is None or group is None:
        return f"重点任务编号从 {address.id(plan.groups[0].id)} 到 {address.id(plan.groups[-1].id)}"
    item = next((item for item in group.items if ref_of(item.id) == ref[:2]), None)
    if item is None:
        first, last = (address.id(one.id) for one in (group.items[0], group.items[-1]))
        return f"重点任务 {address.id(group.id)} 下有 {first} 到 {last}"
    return f"{address.id(item.id)} 有{len(item.all_milestones)}个时间节点"


def _no_group(word: str, plan: Plan, address: PlanAddress) -> Problem:
    ref = parse_ref(word)
    if ref and len(ref) > 1:
        return Problem(
            address.id(word), "这不是重点任务的编号", f"请只写重点任务，如 {address.id(str(ref[0]))}"
        )
    return Problem(address.id(word), "计划里没有这个编号", _there_is(None, plan, address))
