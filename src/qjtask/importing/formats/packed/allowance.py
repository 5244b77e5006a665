"""How much a packed file may hold: in proportion to what it weighs, whatever its parts and layers are."""

from __future__ import annotations

from qjtask.core.problem import refuse

# Office packs its files to a tenth, and a table of 10,000 generated rows, all alike, to a fortieth with
# three tags to a byte. What is small may be packed as tightly as it likes.
_BYTES_PER_BYTE = 100
_FREE_TAGS, _TAGS_PER_BYTE = 150_000, 5


class Allowance:
    """Counts what is unpacked from one file, each part as often as it is read.

    Deflate packs a thousand bytes into one, and layers or parts used many times multiply that: without
    this the cost of a file would have nothing to do with its length. `free` bytes come out of any.
    """

    def __init__(self, packed: int, shown: str, free: int) -> None:
        self._bytes = free + _BYTES_PER_BYTE * packed
        self._tags = _FREE_TAGS + _TAGS_PER_BYTE * packed
        self._shown = shown

    def take(self, size: int, tags: int = 0) -> None:
        """Refused when more bytes, or more tags of XML, come out than such a file may hold."""
        self._bytes -= size
        self._tags -= tags
        if self._bytes < 0 or self._tags < 0:
            raise refuse(
                self._shown, "解压后比文件本身大得太多，不像文档", "这不像任务分解表，请核对文件来源"
            )
