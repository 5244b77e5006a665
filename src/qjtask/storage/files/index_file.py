"""The file in the user's cache folder that holds the indexes of a folder's plans.

It may be thrown away at any time. It is replaced by rename and not brought to the disk by force: what a
crash leaves of it is caught by its checksums.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

from qjtask.core.standing.alike_works import AlikeWorks
from qjtask.core.time.span import Span
from qjtask.storage.files.user_folders import user_folder
from qjtask.storage.index.alike_columns import alike_of, count, recount
from qjtask.storage.index.index_form import INDEX_KIND, Unfit
from qjtask.storage.index.plan_index import PlanIndex

_KIND = f"{INDEX_KIND}\n".encode()
"""How the file begins; one of another version or machine is none."""

_HEAD = len(_KIND)


class IndexFile:
    """The indexes of the plans under a folder, each by its plan's path, and what they come to together."""

    def __init__(self, home: Path) -> None:
        self._home = os.fspath(home)
        name = f"{crc32(os.fsencode(self._home)):08x}.index"
        self._path = user_folder("cache") / name
        self._alike: Any = None
        self._kept = self._read()
        self._found: dict[str, PlanIndex] = {}
        self._made: dict[str, tuple[Callable[[], bytes], PlanIndex | None]] = {}

    def get(self, plan: str) -> PlanIndex | None:
        """The index of a plan; None where there is none that can be used."""
        if plan not in self._found:
            data = self._kept.get(plan)
            if data is None:
                return None
            try:
                self._found[plan] = PlanIndex(data)
            except Unfit:
                return None
        return self._found[plan]

    def put(self, plan: str, packed: Callable[[], bytes], index: PlanIndex | None = None) -> None:
        """Take what packs the index of a plan, to be kept beside those of the others; or the `index` too."""
        self._made[plan] = packed, index

    @property
    def made(self) -> int:
        """How many indexes were taken to be kept."""
        return len(self._made)

    def alike(self, known: Iterable[PlanIndex]) -> AlikeWorks:
        """The wanted works of the plans that some indexes are of, counted.

        Of most plans these indexes are those that are kept, so that all but the others are counted already.
        """
        wanted = set(known)
        found = self._alike_kept()
        if found is None:
            return alike_of(wanted)
        for plan in self._kept:
            index = self.get(plan)
            if index is None:
                return alike_of(wanted)
            if index in wanted:
                wanted.remove(index)
            else:
                count(found, index, -1)
        for index in wanted:
            count(found, index)
        return found

    def save(self) -> None:
        """Keep what was taken. What cannot be kept is not."""
        if not self._made:
            return
        kept, found = {**self._kept}, {**self._found}
        for plan, (packed, index) in self._made.items():
            with suppress(Unfit):  # a file of a time that no index can hold
                kept[plan] = memoryview(packed())
                found.pop(plan, None)
                if index is not None:
                    found[plan] = index
        self._alike = self._alike_in(kept, found)
        self._kept, self._found, self._made = kept, found, {}
        places, at = {}, 0
        for plan, data in kept.items():
            places[plan] = (at, len(data))
            at += len(data)
        table = json.dumps([self._home, places, self._alike], ensure_ascii=True).encode()
        head = (_KIND, len(table).to_bytes(4, "big"), crc32(table).to_bytes(4, "big"), table)
        with suppress(OSError):
            self._write(b"".join((*head, *kept.values())))

    def forget(self) -> None:
        """Throw the file away."""
        with suppress(OSError):
            self._path.unlink()

    def _alike_kept(self) -> AlikeWorks | None:
        """The wanted works of all plans that are kept, counted; None where they were not."""
        if self._alike is None:
            return None
        rhythms, numbers = self._alike
        return AlikeWorks((Span(*one) for one in rhythms), numbers)

    def _alike_in(self, kept: Mapping[str, memoryview], indexes: Mapping[str, PlanIndex]) -> object:
        """The same of plans that are to be kept, as it is kept; None of a single one: nobody asks."""
        if len(kept) < 2:
            return None
        found = self._alike_kept()
        changed = [plan for plan, data in kept.items() if data is not self._kept.get(plan)]
        before = {plan: self.get(plan) for plan in changed if plan in self._kept}
        if found is None or None in before.values():
            found = AlikeWorks()
            changed, before = [*kept], {}
        for plan in changed:
            now = None
            with suppress(Unfit):
                now = indexes.get(plan) or PlanIndex(kept[plan])
            recount(found, before.get(plan), now)
        return [found.rhythms, found.numbers]

    def _read(self) -> dict[str, memoryview]:
        try:
            data = self._path.read_bytes()
        except OSError:
            return {}
        begin = _HEAD + 8
        size = int.from_bytes(data[_HEAD : _HEAD + 4], "big")
        table = data[begin : begin + size]
        is_whole = crc32(table) == int.from_bytes(data[_HEAD + 4 : begin], "big")
        if not data.startswith(_KIND) or not table or not is_whole:
            return {}
        home, places, alike = json.loads(table)
        begin += size
        if home != self._home:
            return {}
        self._alike = alike
        kept = memoryview(data)[begin:]
        return {plan: kept[at : at + length] for plan, (at, length) in places.items()}

    def _write(self, data: bytes) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = self._path.with_name(f"{self._path.name}.{os.urandom(4).hex()}")
        try:
            made.write_bytes(data)
            made.replace(self._path)
        finally:
            with suppress(OSError):
                made.unlink()
