"""A piece of the log as its fields: JSON as a machine writes it, or YAML by hand."""

from collections import Counter
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.quoting import quoted
from qjtask.storage.logs.entry_fields import BadEntry

if TYPE_CHECKING:
    from json import JSONDecoder

FENCE = b" # \xe6\x9c\xaa\xe5\x86\x99\xe5\xae\x8c"
"""` # 未写完`: what the next writer appends to a last line that is no whole entry, and never was one."""

TORN = "这一行没有写完（写入时被中断），从未得到确认"

_CONFLICTS = (b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")
_LONGEST_BY_HAND = 64 * 1024
"""Bytes. A machine's line may be longer; what a hand wrote is not, and YAML is slow."""


class Unreadable(BadEntry):
    """Bytes that are neither JSON nor YAML, or no text at all."""


class LineFields(NamedTuple):
    """What a piece holds, and whether a hand wrote it: in YAML that is not JSON."""

    values: dict[str, Any]
    by_hand: bool


def read_fields(piece: bytes) -> LineFields:
    """The fields of a piece. Raises Unreadable where there are none, BadEntry where they are not meant."""
    if piece.endswith(FENCE):
        raise BadEntry(TORN)
    if piece.startswith(_CONFLICTS):
        raise BadEntry("这是 git 合并冲突的标记，请把冲突两边的记录都留下，只删去标记行")
    try:
        text = piece.decode()
    except UnicodeDecodeError as error:
        raise Unreadable("这一行不是 UTF-8 编码") from error
    if text.startswith("- {"):
        with suppress(ValueError, RecursionError):
            values, end = _json().raw_decode(text, 2)
            if end == len(text):
                return LineFields(values, "\n" in text)
    if not text.startswith("- "):
        raise Unreadable("这一行不是一条记录，记录以“- ”开头")
    if len(piece) > _LONGEST_BY_HAND:
        raise Unreadable("这一行不是一条记录，又太长，不像是手写的")
    return LineFields(_yaml_fields(text), by_hand=True)


def is_whole(piece: bytes) -> bool:
    """Whether a last line without its line end says all that was written: only its line end is missing."""
    try:
        read_fields(piece)
    except Unreadable:
        return False
    except BadEntry:
        return True
    return True


@cache
def _json() -> "JSONDecoder":
    import json  # 2 ms, for a log that has entries

    return json.JSONDecoder(object_pairs_hook=_once_each)


def _yaml_fields(text: str) -> dict[str, Any]:
    """The fields of one hand-written YAML entry, all values text, or lists or mappings of text."""
    from qjtask.storage.texts.yaml_reader import YamlReader

    reader = YamlReader(text, "")

    def value(event: Any) -> Any:
        if type(event).__name__ == "SequenceStartEvent":
            values = reader.sequence(event, reader.scalar)
            return [node.value for node in values.value] if values else []
        if type(event).__name__ == "MappingStartEvent":
            return mapping(event)
        node = reader.scalar(event)
        return node.value if node else None

    def mapping(event: Any) -> dict[str, Any]:
        return _once_each([(key.value, value(inner)) for key, inner in reader.pairs(event, "记录")])

    entries = reader.read(lambda root: reader.sequence(root, mapping))
    if reader.problems or not (entries and entries.value and entries.value[0]):
        raise Unreadable("这一行不是一条记录")
    return _with_number(entries.value[0])


def _with_number(fields: dict[str, Any]) -> dict[str, Any]:
    """Fields in which the one that is a number is no text any more; what cannot be one is told later."""
    percent = fields.get("percent")
    if isinstance(percent, str) and percent.isdecimal() and len(percent) <= len("100"):
        return {**fields, "percent": int(percent)}
    return fields


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A mapping of pairs in which no key stands twice: which of two is meant, a reader must not guess."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        raise BadEntry(f"键{quoted(counts.most_common(1)[0][0])}写了不止一次")
    return fields
