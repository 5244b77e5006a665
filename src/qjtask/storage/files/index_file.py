"""The file in the user's cache folder that holds the indexes of a folder's plans.

It may be thrown away at any time. It is replaced by rename and not brought to the disk by force: what a
crash leaves of it is caught by its checksums.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from qjtask.storage.files.user_folders import user_folder
from qjtask.storage.index.index_form import INDEX_KIND, Unfit
from qjtask.storage.index.plan_index import PlanIndex

_KIND = f"{INDEX_KIND}\n".encode()
"""How the file begins; one of another version or machine is none."""

_HEAD = len(_KIND)


class IndexFile:
    """The indexes of the plans under a folder, each by its plan's path."""

    def __init__(self, home: Path) -> None:
        self._home = os.fspath(home)
        name = f"{crc32(os.fsencode(self._home)):08x}.index"
        self._path = user_folder("cache") / name
        self._kept = self._read()
        self._made: dict[str, Callable[[], bytes]] = {}

    def get(self, plan: str) -> PlanIndex | None:
        """The index of a plan; None where there is none that can be used."""
        data = self._kept.get(plan)
        if data is None:
            return None
        try:
            return PlanIndex(memoryview(data))
        except Unfit:
            return None

    def put(self, plan: str, packed: Callable[[], bytes]) -> None:
        """Take what packs the index of a plan, to be kept beside those of the others."""
        self._made[plan] = packed

    def save(self) -> None:
        """Keep what was taken. What cannot be kept is not."""
        if not self._made:
            return
        for plan, packed in self._made.items():
            with suppress(Unfit):  # a file of a time that no index can hold
                self._kept[plan] = packed()
        places, at = {}, 0
        for plan, data in self._kept.items():
            places[plan] = (at, len(data))
            at += len(data)
        table = json.dumps([self._home, places], ensure_ascii=True).encode()
        with suppress(OSError):
            self._write(
                b"".join(
                    (
                        _KIND,
                        len(table).to_bytes(4, "big"),
                        crc32(table).to_bytes(4, "big"),
                        table,
                        *self._kept.values(),
                    )
                )
            )

    def forget(self) -> None:
        """Throw the file away."""
        with suppress(OSError):
            self._path.unlink()

    def _read(self) -> dict[str, memoryview | bytes]:
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
        home, places = json.loads(table)
        begin += size
        if home != self._home:
            return {}
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
