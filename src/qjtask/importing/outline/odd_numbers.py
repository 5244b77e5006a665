"""What is odd about the numbers of a table, told once for what comes of one thing."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from qjtask.importing.document.doubts import Doubt, in_part, in_runs
from qjtask.importing.outline.groups import EXTRACT, Odd, OddKind

_OF_EXTRACTS = frozenset((OddKind.GAP, OddKind.JUMP, OddKind.EMPTY))
_TOGETHER = {  # how many of a kind are told in one doubt, what it says of their count and list, and assumes
    OddKind.TAKEN: (2, "编号有{}处重复，标题却不同（{}）", "后面的改编"),
    OddKind.JUMP: (4, "编号有{}处不连着（{}）", "照印的编号记"),
    OddKind.GAP: (2, "序号有{}处不连着（{}）", "照印的编号记"),
    OddKind.AGAIN: (2, "序号有{}处重复（{}）", "后面的接着编号"),
    OddKind.UNFIT: (2, "序号有{}处不能当编号（{}）", "接着编号"),
    OddKind.UNNUMBERED: (2, "{}项没有印序号，别的行有（{}）", "接着编号"),
}
_EXTRACT = 3  # numbers that do not follow, of which an extract of a longer table has so many


def told_together(odd: Sequence[Odd], numbers: Sequence[int]) -> list[Doubt]:
    """What is odd about works with these numbers, each cause said once: an extract, several jumps."""
    kinds = _by_kind(odd)
    is_extract = _is_extract(kinds, numbers)
    said = _OF_EXTRACTS if is_extract else frozenset()
    together = {kind: one for kind in _TOGETHER if kind not in said and (one := _of_kind(kind, kinds[kind]))}
    first = [_on_extract(kinds[OddKind.GAP], numbers)] if is_extract else []
    return [*first, *together.values(), *(one.doubt for one in odd if one.kind not in {*said, *together})]


def _by_kind(odd: Sequence[Odd]) -> Mapping[OddKind, Sequence[Odd]]:
    return {kind: [one for one in odd if one.kind is kind] for kind in OddKind}


def _of_kind(kind: OddKind, same: Sequence[Odd]) -> Doubt | None:
    """All that is odd in one way, told as one; None for so few that each is told."""
    fewest, read, assumed = _TOGETHER[kind]
    if len(same) < fewest:
        return None
    told = read.format(len(same), in_part([one.step for one in same]))
    return _joined(same, same[0].doubt._replace(read=told, assumed=assumed))


def _on_extract(gaps: Sequence[Odd], numbers: Sequence[int]) -> Doubt:
    """That a table is a part of a longer one, told in place of each of its gaps."""
    listed = in_part(in_runs(numbers, lambda one, other: other == one + 1))
    told = f"序号不连着（{listed}），像是从一个更长的表里摘出来的"
    assumed = "照印的编号记，没有工作的标题略去"
    return _joined(gaps, Doubt("", told, assumed, EXTRACT, field="no"))


def _joined(same: Sequence[Odd], doubt: Doubt) -> Doubt:
    """A doubt about all that several ones are about, at the place of the first."""
    items = dict.fromkeys(item for one in same for item in one.doubt.items)
    return doubt._replace(place=same[0].doubt.place, items=tuple(items))


def _is_extract(odd: Mapping[OddKind, Sequence[Odd]], numbers: Sequence[int]) -> bool:
    """Whether numbers that rise have so many gaps that the rest must stand in a longer table."""
    gaps, left_out = len(odd[OddKind.GAP]), len(odd[OddKind.EMPTY]) + len(odd[OddKind.JUMP])
    has_many = gaps >= _EXTRACT or (gaps > 1 and gaps + left_out >= _EXTRACT)
    return has_many and all(one < other for one, other in pairwise(numbers))
