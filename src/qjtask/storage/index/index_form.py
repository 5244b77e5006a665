"""What an index of a plan and its log is made of."""

import sys
from array import array
from collections.abc import Mapping, Sequence
from typing import Final
from zlib import crc32

from qjtask import __version__
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Rules
from qjtask.core.time.span import Span
from qjtask.storage.texts.file_stamp import Stamp

_FORM = 7
"""To be raised with every change of what an index holds, or of what it means, between two versions."""

INDEX_KIND = f"qjtask index {_FORM} {__version__} {sys.byteorder}"
"""What an index is called; one of another version or machine has another name."""

INT: Final = "i"
MOST = 2**31 - 1
"""The largest place in a file that an array holds."""

ROLES = ("owners", "leads", "others", "finished")

Arrays = Mapping[str, "array[int]"]
"""Columns that can be changed."""

Columns = Mapping[str, "array[int] | memoryview[int]"]
"""Of each work its `place` in the plan's bytes, its `last` line of the log (-1 for none) and its outlook's
`next_due`, `printed`, `since`, `share_since`, `latest`, `kind` and `standing`. Of the wanted works together
`by_due`, `by_printed`, `unclear` and `alike`. Of each group the `group_place` of its heading, and its first
work, `group_first`. Of each line of the log that counts for a work its `line_place`, and `line_before`, the
one before it that counts for the same work. Of the ids of entries, and of those that they take back, the
`id_mark`, sorted.
"""
COLUMNS = (
    *("place", "last", "next_due", "printed", "since", "share_since", "latest", "kind", "standing"),
    *("by_due", "by_printed", "unclear"),
    *("group_place", "group_first", "line_place", "line_before", "id_mark", "alike"),
)
Offices = Mapping[str, Mapping[str, Sequence[int]]]
"""By one of ROLES and an office's name, the works in which it has that role."""


class Unfit(Exception):  # noqa: N818 - the full read's turn
    """The index does not fit what is there, or is damaged."""


class Content(NamedTuple):
    """A file as it was: its stamp, None where there was none, and the checksum of all its bytes."""

    stamp: Stamp | None
    checksum: int

    @property
    def size(self) -> int:
        """Its bytes."""
        return self.stamp.size if self.stamp else 0


class IndexWords(NamedTuple):
    """The texts of an index that few ask for, as they are kept.

    `ids` are those of the works, a line break before each and after the last; `numbers` their printed 序号,
    where one is printed, a line break after each; `shown` the names of the offices, line breaks between them;
    `names` those that the works print, and what the plan says of names.
    """

    ids: bytes
    numbers: bytes
    shown: bytes
    names: bytes


class ToldLine(NamedTuple):
    """A line of the log that does not count, or is odd."""

    line: int
    what: str
    fix: str
    is_warning: bool


class SaidOfAll(NamedTuple):
    """What an index's head says in words."""

    rules: Rules
    rhythms: tuple[Span, ...]
    told: tuple[ToldLine, ...]
    ahead: tuple[tuple[int, int], ...]


class IndexHead(NamedTuple):
    """What an index says of the whole.

    Plan and log were read at `seen_ns`. `year` and `rules` are the plan's. `lines` is how many lines the log
    had, `newest` which of those that count was written last (-1 for none), `told` what is told of them on any
    day. On days from one of `ahead` on, and before the other, an entry is told of as dated ahead, which only
    all of them tell.
    """

    seen_ns: int
    plan: Content
    log: Content
    year: int
    rules: Rules
    rhythms: tuple[Span, ...]
    told: tuple[ToldLine, ...]
    ahead: tuple[tuple[int, int], ...]
    lines: int
    newest: int

    @property
    def said(self) -> SaidOfAll:
        """What of it is said in words."""
        return SaidOfAll(self.rules, self.rhythms, self.told, self.ahead)


def id_mark(entry_id: str) -> int:
    """A number for an id of an entry: two ids seldom have the same."""
    return crc32(entry_id.encode("utf-8", "surrogatepass")) - 2**31
