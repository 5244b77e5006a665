"""What the names under a plan's `units` may not be: a name stands for one office only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from qjtask.core.text.quoting import quoted

UnitLine = tuple[str, Mapping[str, Sequence[str]]]
"""The name to show, and the lists of names below it by key: its aliases, a collective's members."""

Spelled = tuple[int, str, int]
"""Where a name stands: the number of its line, its key ("" for the name to show), its number in that list."""


def unit_faults(lines: Sequence[UnitLine]) -> Iterator[tuple[Spelled, str, str]]:
    """Everything wrong with the names: where, what, and what to write instead."""
    names = [name for shown, lists in lines for name in (shown, *lists.get("aliases", ()))]
    if len({*names}) == len(names) and not any("members" in lists for _, lists in lines):
        return  # as in most plans
    owner: dict[str, str] = {}
    yield from _twice(lines, owner)
    collective = {shown for shown, lists in lines if "members" in lists}
    for at, (shown, lists) in enumerate(lines):
        if "members" not in lists:
            continue
        if not lists["members"]:
            yield (at, "", 0), f"合称{quoted(shown)}没有成员", "请在 members 里写出它所指的各个单位"
        for number, fault in _member_faults(shown, lists["members"], owner, collective):
            yield (at, "members", number), *fault


def _member_faults(
    shown: str, members: Sequence[str], owner: Mapping[str, str], collective: set[str]
) -> Iterator[tuple[int, tuple[str, str]]]:
    """The members of a name for several offices that name no other office, each with its number."""
    seen: set[str] = set()
    for number, name in enumerate(members):
        fault = _member_fault(name, shown, owner.get(name, name), collective, seen)
        if fault is not None:
            yield number, fault
        seen.add(name)


def _twice(lines: Sequence[UnitLine], owner: dict[str, str]) -> Iterator[tuple[Spelled, str, str]]:
    """The names that stand for two offices, or twice; fills `owner`: by every name the name to show."""
    listed: set[str] = set()
    for at, (shown, lists) in enumerate(lines):
        if shown in listed:
            yield (at, "", 0), f"单位{quoted(shown)}写了两次", "请合并成一行"
        listed.add(shown)
        aliases = lists.get("aliases", ())
        places = [(at, "", 0), *((at, "aliases", number) for number in range(len(aliases)))]
        seen: set[str] = set()
        for place, name in zip(places, (shown, *aliases), strict=True):
            if owner.setdefault(name, shown) != shown:
                told = f"{quoted(name)}同时是{quoted(owner[name])}和{quoted(shown)}的名称"
                yield place, told, "一个名称只能指一个单位"
            elif name in seen:
                yield place, f"别名{quoted(name)}写了两次", "请只留一个"
            if place[1]:
                seen.add(name)


def _member_fault(
    name: str, shown: str, owner: str, collective: set[str], seen: set[str]
) -> tuple[str, str] | None:
    if owner == shown:
        return f"合称{quoted(shown)}的成员里有它自己", "请写出它所指的各个单位"
    if owner in collective:
        return f"成员{quoted(name)}也是合称", "请直接写出它所指的各个单位"
    if owner != name:
        return f"成员{quoted(name)}是{quoted(owner)}的别名", f"请写{quoted(owner)}"
    if name in seen:
        return f"成员{quoted(name)}写了两次", "请只留一个"
    return None
