"""What is known of a plan and its log without reading them: where each work stands, and its outlook.

Numbers stand in arrays, one for each field, and are read back without being looked at one by one.
"""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, pairwise
from typing import Any, NamedTuple
from zlib import crc32

from qjtask import __version__
from qjtask.core.plan.numbers import ItemNumbers
from qjtask.core.plan.plan import Owner, Rules
from qjtask.core.plan.unit_names import PrintedOffices
from qjtask.core.standing.what_to_read import Gist, Outlooks, gist_of
from qjtask.core.time.span import Span
from qjtask.storage.texts.file_stamp import Stamp, as_stamp

_FORM = 3
"""To be raised with every change of what an index holds, or of what it means, between two versions."""

INDEX_KIND = f"qjtask index {_FORM} {__version__} {sys.byteorder}"
"""What an index is called; one of another version or machine has another name."""

INT = "i"
MOST = 2**31 - 1
"""The largest place in a file that an array holds."""

ROLES = ("owners", "leads", "others", "finished")

Columns = dict[str, "array[int]"]
"""Of each work its `place` in the plan's bytes, its `last` line of the log (-1 for none) and its outlook's
`next_due`, `printed`, `since`, `share_since`, `latest`, `kind` and `standing`. Of each group the
`group_place` of its heading, and its first work, `group_first`. Of each line of the log that counts for a
work its `line_place`, and `line_before`, the one before it that counts for the same work. Of the ids of
entries, and of those that they take back, the `id_mark`, sorted. And of the gist, `alike`.
"""
_COLUMNS = {
    *("place", "last", "next_due", "printed", "since", "share_since", "latest", "kind", "standing"),
    *("group_place", "group_first", "line_place", "line_before", "id_mark", "alike"),
}
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


class SaidNames(NamedTuple):
    """What a plan says of the names of offices: its `units` and its `members`."""

    units: Mapping[str, tuple[str, ...]]
    members: Mapping[str, tuple[str, ...]]


class ToldLine(NamedTuple):
    """A line of the log that does not count, or is odd."""

    line: int
    what: str
    fix: str
    is_warning: bool


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


def pack(head: IndexHead, words: IndexWords, columns: Columns, offices: Offices) -> bytes:
    """An index as it is kept.

    What stands apart from the head is asked of few of hundreds of plans, or is read more quickly by itself.
    """
    gist = gist_of(*(columns[name] for name in ("next_due", "printed", "since", "latest", "kind")))
    columns = {**columns, "alike": array(INT, chain.from_iterable(gist.alike))}
    sizes = {role: {name: len(one) for name, one in offices[role].items()} for role in ROLES}
    apart = (*words, json.dumps(sizes, ensure_ascii=False).encode())
    about = json.dumps(
        {
            "head": head,
            "gist": gist[:-1],
            "apart": [len(one) for one in apart],
            "columns": {name: len(column) for name, column in columns.items()},
        },
        ensure_ascii=False,
    ).encode()
    places = (array(INT, found) for role in ROLES for found in offices[role].values())
    parts: list[Any] = [len(about).to_bytes(4, "big"), about, *apart, *columns.values(), *places]
    checksum = 0
    for part in parts:
        checksum = crc32(part, checksum)
    return b"".join((checksum.to_bytes(4, "big"), *parts))


def id_mark(entry_id: str) -> int:
    """A number for an id of an entry: two ids seldom have the same."""
    return crc32(entry_id.encode("utf-8", "surrogatepass")) - 2**31


class PlanIndex:
    """An index as it was packed: its `head` and `words`. Unfit where its bytes are damaged."""

    def __init__(self, data: memoryview) -> None:
        body = data[4:]
        if len(data) < 8 or crc32(body) != int.from_bytes(data[:4], "big"):
            raise Unfit
        at = 4 + int.from_bytes(body[:4], "big")
        try:
            about: dict[str, Any] = json.loads(bytes(body[4:at]))
            places = [*accumulate(about["apart"], initial=at)]
            *words, self._office_sizes = (bytes(body[begin:end]) for begin, end in pairwise(places))
            self.words = IndexWords(*words)
            self._numbers = array(INT)
            self._numbers.frombytes(body[places[-1] :])
            self._sizes = about["columns"]
            self.head = _head(*about["head"])
            self._gist = about["gist"]
            if self._sizes.keys() != _COLUMNS:
                raise Unfit
        except (KeyError, TypeError, ValueError) as error:  # made by another state of the program
            raise Unfit from error

    @property
    def size(self) -> int:
        """How many works the plan has."""
        return len(self.columns["place"])

    def find(self, item_id: str) -> int | None:
        """The place among the works of the one with that id; None where there is none."""
        ids = self.words.ids
        at = ids.find(f"\n{item_id}\n".encode()) if "\n" not in item_id else -1
        return None if at < 0 else ids.count(b"\n", 0, at)

    @cached_property
    def numbered(self) -> list[ItemNumbers]:
        """The works by their numbers, in the plan's order."""
        ids = self.words.ids.decode().split("\n")[1:-1]
        numbers = self.words.numbers.decode("utf-8", "surrogatepass").split("\n")[:-1] or [""] * len(ids)
        return list(map(ItemNumbers, ids, numbers))

    @cached_property
    def groups(self) -> list[str]:
        """The ids of the groups, in the plan's order."""
        ids = self.words.ids.split(b"\n")
        return [ids[first + 1].partition(b".")[0].decode() for first in self.columns["group_first"]]

    def works_of(self, groups: Collection[str]) -> list[int]:
        """The works of some groups, in the plan's order."""
        ends = [*self.columns["group_first"][1:], self.size]
        each = zip(self.groups, self.columns["group_first"], ends, strict=True)
        return [work for group, first, end in each if group in groups for work in range(first, end)]

    @property
    def said_names(self) -> SaidNames:
        """What the plan says of the names of offices."""
        _, units, members = self._names
        return SaidNames(*({name: tuple(each) for name, each in one.items()} for one in (units, members)))

    @cached_property
    def gist(self) -> Gist:
        """The gist of the outlooks."""
        alike = self.columns["alike"]
        found = list(zip(alike[::3], alike[1::3], alike[2::3], strict=True))
        next_due, printed, latest, unclear = self._gist
        return Gist(next_due, printed, latest, unclear, found)

    @cached_property
    def columns(self) -> Columns:
        """The fields of works, groups and lines."""
        found, at = {}, 0
        for name, size in self._sizes.items():
            found[name] = self._numbers[at : at + size]
            at += size
        return found

    @property
    def shown(self) -> tuple[str, ...]:
        """The names of the plan's offices."""
        return tuple(self.words.shown.decode().split("\n")) if self.words.shown else ()

    @property
    def printed(self) -> PrintedOffices:
        """The names of offices as the works print them."""
        printed, *_ = self._names
        return PrintedOffices(*map(tuple, printed))

    @cached_property
    def _names(self) -> Sequence[Any]:
        found: Sequence[Any] = json.loads(self.words.names)
        return found

    @cached_property
    def offices(self) -> dict[str, dict[str, array[int]]]:
        """The works of each office, by its role in them."""
        found: dict[str, dict[str, array[int]]] = {}
        sizes = json.loads(self._office_sizes)
        at = sum(self._sizes.values())
        for role in ROLES:
            found[role] = {}
            for name, size in sizes[role].items():
                found[role][name] = self._numbers[at : at + size]
                at += size
        return found

    def outlooks(self) -> Outlooks:
        """The outlooks of the works."""
        columns, offices = self.columns, self.offices
        return Outlooks(
            next_due=columns["next_due"],
            printed=columns["printed"],
            since=columns["since"],
            share_since=columns["share_since"],
            latest=columns["latest"],
            kind=columns["kind"],
            standing=columns["standing"],
            rhythms=self.head.rhythms,
            owners=offices["owners"],
            leads=offices["leads"],
            others=offices["others"],
            finished=offices["finished"],
        )

    def lines_of(self, work: int) -> Iterator[int]:
        """The lines of the log that count for a work, the last first."""
        before, line = self.columns["line_before"], self.columns["last"][work]
        while line >= 0:
            yield line
            line = before[line]

    def span_of_line(self, line: int) -> tuple[int, int]:
        """Where a line of the log begins, and where the next that counts does, or the log ends."""
        places = self.columns["line_place"]
        return places[line], places[line + 1] if line + 1 < len(places) else self.head.log.size

    def group_of(self, work: int) -> int:
        """The place among the groups of the one that a work stands in."""
        return bisect_right(self.columns["group_first"], work) - 1

    def span_of_heading(self, group: int) -> tuple[int, int]:
        """Where a group begins in the plan's bytes, and where its first work does."""
        return self.columns["group_place"][group], self.columns["place"][self.columns["group_first"][group]]

    def span_of(self, work: int) -> tuple[int, int]:
        """Where a work begins in the plan's bytes, and where what follows it does, or the plan ends."""
        places, firsts = self.columns["place"], self.columns["group_first"]
        if work + 1 == len(places):
            return places[work], self.head.plan.size
        group = self.group_of(work) + 1
        is_last = group < len(firsts) and firsts[group] == work + 1
        return places[work], self.columns["group_place"][group] if is_last else places[work + 1]


def _head(
    seen_ns: int,
    plan: Sequence[Any],
    log: Sequence[Any],
    year: int,
    rules: Sequence[Any],
    rhythms: Sequence[Sequence[Any]],
    told: Sequence[Sequence[Any]],
    ahead: Sequence[Sequence[int]],
    lines: int,
    newest: int,
) -> IndexHead:
    """The head as JSON gave it back."""
    return IndexHead(
        seen_ns,
        Content(as_stamp(plan[0]), plan[1]),
        Content(as_stamp(log[0]), log[1]),
        year,
        _rules(*rules),
        tuple(Span(*one) for one in rhythms),
        tuple(ToldLine(*one) for one in told),
        tuple((first, end) for first, end in ahead),
        lines,
        newest,
    )


def _rules(
    warn: Sequence[Any],
    review: Sequence[Any],
    pace: int,
    owner: str,
    accept: bool,
    report_every: Sequence[Any] | None,
) -> Rules:
    every = Span(*report_every) if report_every else None
    return Rules(Span(*warn), Span(*review), pace, Owner(owner), accept, every)
