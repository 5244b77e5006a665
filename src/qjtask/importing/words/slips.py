"""Names that look like slips of other names, suggested, never set: 法夫科 beside 法规科."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import permutations

from qjtask.core.text.patterns import compiled
from qjtask.importing.words.office_words import begins_with_region, is_collective
from qjtask.importing.words.vocabulary import words

_COLLECTIVE = r"^各|(?:部门|单位|乡镇|街道|企业|有关|相关)[）)]?$"
_END_PLACES = frozenset("省市县区州旗盟")
_OF_A_PLACE = r"^.{1,5}?(?:州[市县]|[省市县区州旗盟])(?=.{2})"
_MOST_ADDED = 4
_SHORTEST, _LONGEST = 3, 24  # characters; longer ones are no names, and cost as much as they are long
_SERIES = 100  # names as like as that are a series, as of companies, and none a slip
_RARE = 5  # a slip is at least so many times rarer than what it is a slip of, or comes once or twice


def slips(counts: Mapping[str, int]) -> dict[str, str]:
    """Suspicious names, each with the name it seems to mean. `counts` is how often each is printed."""
    found = {}
    for name, others in _near([name for name in counts if len(name) <= _LONGEST]).items():
        commoner = [other for other in others if _is_rarer(counts[name], counts[other])]
        if commoner and _is_of_one(name):
            found[name] = max(commoner, key=lambda other: (counts[other], other))
    found.update((short, long) for long, short in _without_region(counts) if long not in found)
    return {name: meant for name, meant in found.items() if meant not in found}


def _is_of_one(name: str) -> bool:
    """Whether a name is long enough to be one office's, and does not stand for many: 各镇, 有关部门."""
    is_of_one = len(name) >= _SHORTEST and compiled(_COLLECTIVE).search(name) is None
    return is_of_one and not is_collective(name)


def _without_region(counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """市住建局 with 住建局, where both are printed, however often."""
    for name in counts:
        short = name[1:]
        is_pair = begins_with_region(name) and not begins_with_region(short)
        if is_pair and short in counts and _is_of_one(short):
            yield name, short


def _near(names: Sequence[str]) -> dict[str, set[str]]:
    """Each name with those that it may be a slip or a variant of."""
    near: dict[str, set[str]] = {name: set() for name in names}
    for one, other in _alike(names, _wildcards):
        if _is_typo(one, other):
            near[one].add(other)
    shorter = ((name, short) for name in names for short in _shorter(name) if short in near)
    abbreviated = (pair for pair in _alike(names, _edges) if _is_abbreviated(*pair))
    for one, other in (*shorter, *abbreviated):
        near[one].add(other)
        near[other].add(one)
    return near


def _alike(names: Sequence[str], keys_of: Callable[[str], Iterable[str]]) -> Iterator[tuple[str, str]]:
    """The pairs of names that share a key; a key that very many share tells nothing."""
    shared: dict[str, list[str]] = {}
    for name in names:
        for key in keys_of(name):
            shared.setdefault(key, []).append(name)
    for alike in shared.values():
        if len(alike) <= _SERIES:
            yield from permutations(alike, 2)


def _edges(name: str) -> tuple[str]:
    return (f"{name[:2]}\0{name[-1]}",)


def _is_rarer(count: int, other: int) -> bool:
    return count < other and (count <= 2 or count * _RARE <= other)


def _wildcards(name: str) -> Iterator[str]:
    return (f"{name[:at]}\0{name[at + 1 :]}" for at in range(len(name)))


def _is_typo(name: str, other: str) -> bool:
    """One character differs, and what it makes is no word that offices are named after.

    Places differ by a character as a matter of course: 禾州市 and 岚州市, alone or before an office.
    """
    known = words().offices
    if name == other or name.rstrip("）)").endswith(known.places):
        return False
    at = next(at for at, (one, two) in enumerate(zip(name, other, strict=True)) if one != two)
    if at == len(name) - 1 or {name[at], other[at]} & known.serial or _is_in_a_place(at, name):
        return False
    return not {name[at - 1 : at + 1] if at else "", name[at : at + 2]} & known.known


def _is_in_a_place(at: int, name: str) -> bool:
    """Whether a character belongs to the place before an office: 岚 in 岚州市财政局."""
    place = None if _END_PLACES.isdisjoint(name) else compiled(_OF_A_PLACE).match(name)
    return place is not None and 1 < place.end() - 1 > at


def _shorter(name: str) -> Iterator[str]:
    """A name without a word that longer forms have put in: 审批科 for 行审批科."""
    padding = words().offices.padding
    for at in range(len(name)):
        for word in padding if name.startswith(padding, at) else ():
            if name.startswith(word, at):
                short = name[:at] + name[at + len(word) :]
                if _is_of_one(short):
                    yield short


def _is_abbreviated(long: str, short: str) -> bool:
    """区发展改革委 and 区发改委: the same beginning, and all characters of the short name in order."""
    if (
        not 0 < len(long) - len(short) <= _MOST_ADDED
        or len(short) <= _SHORTEST
        or compiled(_COLLECTIVE).search(short)
        or _counted(long) != _counted(short)
        or (long.startswith(short[:-1]) and short[:-1].endswith(words().offices.bodies))
    ):  # 区政府办 is the office of the 区政府, and no short form of 区政府法制办
        return False
    letters = iter(long)
    return all(char in letters for char in short)


def _counted(name: str) -> str:
    """The figures in a name: 第10号 is no short form of 第105号."""
    return "".join(compiled(r"[0-9]+").findall(name))
