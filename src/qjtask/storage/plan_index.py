"""What is known of a plan and its log without reading them: where each work stands, and its outlook.

Numbers stand in arrays, one for each field, and are read back without being looked at one by one.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple
from zlib import crc32

from qjtask.core.plan.plan import Owner, Rules
from qjtask.core.plan.unit_names import PrintedOffices
from qjtask.core.standing.what_to_read import Gist, Outlooks, gist_of
from qjtask.core.time.span import Span
from qjtask.storage.file_stamp import Stamp, as_stamp

INT = "i"
MOST = 2**31 - 1
"""The largest place in a file that an array holds."""

ROLES = ("owners", "leads", "others", "finished")

Columns = dict[str, "array[int]"]
"""Of each work its `place` in the plan's bytes, its `last` line of the log (-1 for none) and its outlook's
`next_due`, `printed`, `since`, `latest` and `kind`. Of each group the `group_place` of its heading, and its
first work, `group_first`. Of each line of the log that counts for a work its `line_place`, and
`line_before`, the one before it that counts for the same work. Of the ids of entries, and of those that they
take back, the `id_mark`, sorted. And of the gist, `alike`.
"""
_COLUMNS = {
    *("place", "last", "next_due", "printed", "since", "latest", "kind"),
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


class Told(NamedTuple):
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
    told: tuple[Told, ...]
    ahead: tuple[tuple[int, int], ...]
    lines: int
    newest: int


class IndexNames(NamedTuple):
    """The names of a plan's offices: to show, without line breaks, and as its works print them."""

    shown: tuple[str, ...]
    printed: PrintedOffices


def pack(head: IndexHead, names: IndexNames, ids: bytes, columns: Columns, offices: Offices) -> bytes:
    """An index as it is kept; `ids` are those of the works, a line break before each and after the last."""
    # what stands apart from the head is asked of few of hundreds of plans
    gist = gist_of(*(columns[name] for name in ("next_due", "printed", "since", "latest", "kind")))
    columns = {**columns, "alike": array(INT, chain.from_iterable(gist.alike))}
    sizes = {role: {name: len(one) for name, one in offices[role].items()} for role in ROLES}
    shown = "\n".join(names.shown).encode()
    apart = json.dumps([names.printed, sizes], ensure_ascii=False).encode()
    about = json.dumps(
        {
            "head": head,
            "gist": gist[:-1],
            "shown": len(shown),
            "apart": len(apart),
            "ids": len(ids),
            "columns": {name: len(column) for name, column in columns.items()},
        },
        ensure_ascii=False,
    ).encode()
    places = (array(INT, found) for role in ROLES for found in offices[role].values())
    parts: list[Any] = [len(about).to_bytes(4, "big"), about, shown, apart, ids, *columns.values(), *places]
    checksum = 0
    for part in parts:
        checksum = crc32(part, checksum)
    return b"".join((checksum.to_bytes(4, "big"), *parts))


def id_mark(entry_id: str) -> int:
    """A number for an id of an entry: two ids seldom have the same."""
    return crc32(entry_id.encode("utf-8", "surrogatepass")) - 2**31


class PlanIndex:
    """An index as it was packed: its `head` and `ids`. Unfit where its bytes are damaged."""

    def __init__(self, data: memoryview) -> None:
        body = data[4:]
        if len(data) < 8 or crc32(body) != int.from_bytes(data[:4], "big"):
            raise Unfit
        shown = 4 + int.from_bytes(body[:4], "big")
        try:
            about: dict[str, Any] = json.loads(bytes(body[4:shown]))
            apart = shown + about["shown"]
            ids = apart + about["apart"]
            numbers = ids + about["ids"]
            self._shown = body[shown:apart]
            self._apart = body[apart:ids]
            self.ids = bytes(body[ids:numbers])
            self._numbers = array(INT)
            self._numbers.frombytes(body[numbers:])
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
        at = self.ids.find(f"\n{item_id}\n".encode()) if "\n" not in item_id else -1
        return None if at < 0 else self.ids.count(b"\n", 0, at)

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
        return tuple(str(self._shown, "utf-8").split("\n")) if self._shown else ()

    @property
    def printed(self) -> PrintedOffices:
        """The names of offices as the works print them."""
        printed, _ = self._read_apart
        return PrintedOffices(*map(tuple, printed))

    @property
    def names(self) -> IndexNames:
        """All these names."""
        return IndexNames(self.shown, self.printed)

    @cached_property
    def _read_apart(self) -> Sequence[Any]:
        """The names as they are printed, and how many works each office has in its roles."""
        found: Sequence[Any] = json.loads(bytes(self._apart))
        return found

    @cached_property
    def offices(self) -> dict[str, dict[str, array[int]]]:
        """The works of each office, by its role in them."""
        found: dict[str, dict[str, array[int]]] = {}
        _, sizes = self._read_apart
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
            latest=columns["latest"],
            kind=columns["kind"],
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
        tuple(Told(*one) for one in told),
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
