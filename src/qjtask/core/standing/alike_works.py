"""The wanted works of several plans that are only counted, those that are alike together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from qjtask.core.standing.due_asked import Unread
from qjtask.core.standing.what_to_read import RHYTHM, WANTED, Outlooks, alike_in, counted
from qjtask.core.time.span import Span


class AlikeWorks:
    """How many works there are whose silence counts from one day and that are of one kind.

    A kind names its rhythm by its place among the `rhythms`; three of `numbers` stand for those alike.
    """

    def __init__(self, rhythms: Iterable[Span] = (), numbers: Iterable[int] = ()) -> None:
        self.rhythms = list(rhythms)
        self._works = Counter(alike_in(numbers))

    @property
    def numbers(self) -> list[int]:
        """What is kept of them."""
        return [
            number for (since, kind), works in self._works.items() if works for number in (since, kind, works)
        ]

    def add(self, numbers: Iterable[int], rhythms: Sequence[Span], times: int = 1) -> None:
        """Count those of a plan with its own rhythms, so many times more."""
        places = self._places(rhythms)
        one = iter(numbers)
        for since, kind, works in zip(one, one, one, strict=True):
            self._works[since, kind % RHYTHM + places[kind // RHYTHM]] += times * works

    def take_out(self, works: Iterable[int], found: Outlooks) -> None:
        """Count those works of a plan no more: they are read."""
        places = self._places(found.rhythms)
        for work in works:
            kind = found.kind[work]
            if kind & WANTED:
                self._works[found.since[work], kind % RHYTHM + places[kind // RHYTHM]] -= 1

    def unread(self, today: date) -> Unread:
        """What `due` counts of them."""
        return counted(self._works, self.rhythms, today)

    def _places(self, rhythms: Sequence[Span]) -> list[int]:
        """What a kind of theirs has for each of some rhythms."""
        self.rhythms += [one for one in rhythms if one not in self.rhythms]
        return [RHYTHM * self.rhythms.index(one) for one in rhythms]
