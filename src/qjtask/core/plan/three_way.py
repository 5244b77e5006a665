"""Promises of a work printed anew: what the old text said, what the plan holds, what the new one says.

A value that the plan holds as the program reads it in the old text came from there, and goes with it. One
that a person wrote or corrected stays, and where the new print says something else, that is told.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

_T = TypeVar("_T")
_MOST_PAIRS = 10_000  # compared by likeness; beyond it, only what is equal pairs


class Outcome(NamedTuple, Generic[_T]):
    """What becomes of one promise: `before` in the old plan, `after` in the new; None where it is not.

    It is `doubtful` where a person's word stays although the print no longer says what it said; then
    `printed` is what it says instead, None where that is nothing.
    """

    before: _T | None
    after: _T | None
    printed: _T | None = None
    doubtful: bool = False


class PromiseForm(NamedTuple, Generic[_T]):
    """How promises of one kind are compared.

    `likeness` says how much two are the same one, from 0; `mixed` makes one of the old reading, a person's
    correction of it and the new reading, and says whether the last two contradict each other; `stands_in`
    says whether a text still holds what it speaks of.
    """

    likeness: Callable[[_T, _T], float]
    mixed: Callable[[_T, _T, _T], tuple[_T, bool]]
    stands_in: Callable[[_T, str], bool]


class Readings(NamedTuple, Generic[_T]):
    """What is merged: the program's reading of the old text, the plan's, the new print's.

    `elsewhere` are those of the new print that stand in none of its texts but in a column of their own:
    so did the plan's, and nobody can tell these from a person's.
    """

    base: Sequence[_T]
    ours: Sequence[_T]
    theirs: Sequence[_T]
    elsewhere: Collection[_T] = ()


class _Pairs(NamedTuple):
    """Places of the same promise: `read` in the plan and the old reading, `again` in that and the new print.

    `meant` are in the plan and the new print where the old reading has none.
    """

    read: Mapping[int, int]
    again: Mapping[int, int]
    meant: Mapping[int, int]


def merged(readings: Readings[_T], form: PromiseForm[_T], old_text: str, new_text: str) -> list[Outcome[_T]]:
    """What becomes of each promise of the plan in its order, then what the new print adds."""
    base, ours, theirs, _ = readings
    pairs = _pairs(readings, form)
    found: list[Outcome[_T]] = []
    for at, own in enumerate(ours):
        if at in pairs.read:
            printed = pairs.again.get(pairs.read[at])
            after = None if printed is None else theirs[printed]
            found.append(_corrected(base[pairs.read[at]], own, after, form))
        elif at in pairs.meant:
            found.append(_beside(own, theirs[pairs.meant[at]], readings))
        else:
            is_stale = form.stands_in(own, old_text) and not form.stands_in(own, new_text)
            found.append(Outcome(own, own, None, is_stale))
    known = _known(readings, pairs)
    return found + [Outcome(None, one) for at, one in enumerate(theirs) if at not in known]


def _pairs(readings: Readings[_T], form: PromiseForm[_T]) -> _Pairs:
    """Which promises are the same, first by the old reading, then what is left of the plan and the print."""
    base, ours, theirs, _ = readings
    read = _paired(ours, base, form)
    again = _paired(base, theirs, form)
    by_hand = [at for at in range(len(ours)) if at not in read]
    loose = [at for at in range(len(theirs)) if at not in again.values()]
    beside = _paired([ours[at] for at in by_hand], [theirs[at] for at in loose], form)
    return _Pairs(read, again, {by_hand[at]: loose[other] for at, other in beside.items()})


def _known(readings: Readings[_T], pairs: _Pairs) -> set[int]:
    """What of the new print is no addition: the plan has it, or a person took it out of the plan."""
    base, _, theirs, _ = readings
    read = set(pairs.read.values())
    in_plan = {after for before, after in pairs.again.items() if before in read}
    unchanged = {after for before, after in pairs.again.items() if base[before] == theirs[after]}
    return in_plan | unchanged | set(pairs.meant.values())


def _corrected(base: _T, own: _T, printed: _T | None, form: PromiseForm[_T]) -> Outcome[_T]:
    """What becomes of one that the old text said, whether a person corrected it or not."""
    if printed is None:
        return Outcome(own, None) if own == base else Outcome(own, own, None, doubtful=True)
    after, contradicts = form.mixed(base, own, printed)
    return Outcome(own, after, printed if contradicts else None, contradicts)


def _beside(own: _T, printed: _T, readings: Readings[_T]) -> Outcome[_T]:
    """What becomes of one that no text said, where the new print has one like it."""
    if own == printed or printed in readings.elsewhere:
        return Outcome(own, printed)
    return Outcome(own, own, printed, doubtful=True)


def _paired(one: Sequence[_T], other: Sequence[_T], form: PromiseForm[_T]) -> dict[int, int]:
    """Places in `one` with those in `other`: the equal in order, then the likest."""
    found = _equal_pairs(one, other)
    taken = set(found.values())
    waiting = {at: value for at, value in enumerate(one) if at not in found}
    left = {place: value for place, value in enumerate(other) if place not in taken}
    if len(waiting) * len(left) > _MOST_PAIRS:
        return found
    return found | _likest_pairs(waiting, left, form)


def _equal_pairs(one: Sequence[_T], other: Sequence[_T]) -> dict[int, int]:
    places: dict[_T, deque[int]] = {}
    for place, value in enumerate(other):
        places.setdefault(value, deque()).append(place)
    return {at: places[value].popleft() for at, value in enumerate(one) if places.get(value)}


def _likest_pairs(waiting: Mapping[int, _T], left: Mapping[int, _T], form: PromiseForm[_T]) -> dict[int, int]:
    scores = (
        (-form.likeness(value, twin), at, place)
        for at, value in waiting.items()
        for place, twin in left.items()
    )
    found: dict[int, int] = {}
    free = set(left)
    for score, at, place in sorted(scores):
        if score < 0 and at not in found and place in free:
            found[at] = place
            free.remove(place)
    return found
