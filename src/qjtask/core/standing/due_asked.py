"""What `due` is asked, and what is counted of works that need not be looked at for it."""

from datetime import date

from qjtask.core.named_tuple import NamedTuple

MOST_NAMED = 10
"""How many works are named of those that are only counted."""


class DueAsked(NamedTuple):
    """What `due` is asked: up to which day, and whose; `units` in any role, `leads` those that lead."""

    until: date
    units: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()


class Unread(NamedTuple):
    """What is counted of the works that were not read. None is overdue.

    They are `put_off` past a printed day that is gone, `unclear` as to their deadline (the first MOST_NAMED
    of both were read), `undated`, or `silent` for the `longest` number of days at most; `is_open` says
    whether one is open.
    """

    put_off: int = 0
    unclear: int = 0
    undated: int = 0
    silent: int = 0
    longest: int = 0
    is_open: bool = False

    def __add__(self, other: object) -> "Unread":
        """Both counted together."""
        if not isinstance(other, Unread):
            return NotImplemented
        return Unread(
            put_off=self.put_off + other.put_off,
            unclear=self.unclear + other.unclear,
            undated=self.undated + other.undated,
            silent=self.silent + other.silent,
            longest=max(self.longest, other.longest),
            is_open=self.is_open or other.is_open,
        )


NOTHING_UNREAD = Unread()
