"""What is known of a plan and its log without reading them: where each work stands, and its outlook."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.numbers import ItemNumbers
from qjtask.core.plan.unit_names import PrintedOffices
from qjtask.core.problem import Problem
from qjtask.core.standing.what_to_read import Outlooks
from qjtask.storage.index.index_form import Columns, IndexHead, Offices
from qjtask.storage.index.packed_index import PackedIndex, gist_of, pack, pack_offices


class SaidNames(NamedTuple):
    """What a plan says of the names of offices: its `units` and its `members`."""

    units: Mapping[str, tuple[str, ...]]
    members: Mapping[str, tuple[str, ...]]


class WorksByOffice(Mapping[str, Sequence[int]]):
    """The works in which each office has a role, by an index of which that is not asked as a rule."""

    def __init__(self, index: PackedIndex, role: str) -> None:
        self._index = index
        self._role = role

    def __getitem__(self, office: str) -> Sequence[int]:
        """Those of an office."""
        return self._index.offices[self._role][office]

    def __iter__(self) -> Iterator[str]:
        """The offices."""
        return iter(self._index.offices[self._role])

    def __len__(self) -> int:
        """How many offices there are."""
        return len(self._index.offices[self._role])


class PlanIndex(PackedIndex):
    """What an index tells. Unfit where its bytes are damaged."""

    def under(self, head: IndexHead) -> PlanIndex:
        """The same, but for its head."""
        one = copy(self)
        one.head, one.said = head, head.said
        return one

    def grown(self, head: IndexHead, columns: Columns, offices: Offices | None) -> PlanIndex:
        """That of the same plan once its log has grown; no `offices` where their works are the same."""
        one = self.under(head)
        one.columns = columns
        if offices is not None:
            one.offices, one.packed_offices = offices, pack_offices(offices)
        one.gist = gist_of(columns)
        return one

    def packed(self) -> bytes:
        """The index in the bytes that are kept. Unfit where a file has a time that no index can hold."""
        return pack(self.head, self.words, self.columns, self.packed_offices)

    def told(self, shown: str) -> list[Problem]:
        """The log's lines that do not count, or are odd, and why; `shown` is how messages name the log."""
        return [Problem(f"{shown}:{one.line}:1", one.what, one.fix, one.is_warning) for one in self.said.told]

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

    @property
    def printed(self) -> PrintedOffices:
        """The names of offices as the works print them."""
        printed, *_ = self._names
        return PrintedOffices(*map(tuple, printed))

    @cached_property
    def _names(self) -> Sequence[Any]:
        found: Sequence[Any] = json.loads(self.words.names)
        return found

    def outlooks(self) -> Outlooks:
        """The outlooks of the works."""
        columns = self.columns
        return Outlooks(  # by place: by name costs three times as much
            columns["next_due"],
            columns["printed"],
            columns["since"],
            columns["share_since"],
            columns["latest"],
            columns["kind"],
            columns["standing"],
            self.said.rhythms,
            WorksByOffice(self, "owners"),
            WorksByOffice(self, "leads"),
            WorksByOffice(self, "others"),
            WorksByOffice(self, "finished"),
            columns["by_due"],
            columns["by_printed"],
            columns["unclear"],
            columns["alike"],
            self.gist,
        )

    def lines_of(self, work: int) -> Iterator[int]:
        """The lines of the log that count for a work, the last first."""
        before, line = self.columns["line_before"], self.columns["last"][work]
        while line >= 0:
            yield line
            line = before[line]

    def spans_of_lines(self, lines: Sequence[int]) -> list[tuple[int, int]]:
        """Where some lines of the log begin, and where the next that counts does, or the log ends."""
        places, size = self.columns["line_place"], self.head.log.size
        last = len(places) - 1
        return [(places[line], places[line + 1] if line < last else size) for line in lines]

    def spans_of(self, works: Sequence[int]) -> list[list[tuple[int, int]]]:
        """Where works, in the plan's order, begin and end in its bytes: by group, behind its heading.

        Each ends where what follows begins, or the plan ends.
        """
        places, firsts, begins = (self.columns[name] for name in ("place", "group_first", "group_place"))
        found: list[list[tuple[int, int]]] = []
        first = end = close = 0
        for work in works:
            if not first <= work < end:
                group = bisect_right(firsts, work) - 1
                first = firsts[group]
                is_last = group + 1 == len(firsts)
                end = len(places) if is_last else firsts[group + 1]
                close = self.head.plan.size if is_last else begins[group + 1]
                found.append([(begins[group], places[first])])
            found[-1].append((places[work], places[work + 1] if work + 1 < end else close))
        return found
