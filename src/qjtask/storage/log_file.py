"""The progress log read: one entry a line, what is not one told with its line, nothing dropped.

A line is `- ` and one JSON object. People may edit it too, so an entry in block or flow YAML is
understood as well; it is told, since the next hand should know.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from qjtask.core.log.entry import Entry
from qjtask.core.problem import Problem
from qjtask.storage.entry_fields import CHINA, BadEntry, quoted, read_entry
from qjtask.storage.source import read_bytes

if TYPE_CHECKING:
    from json import JSONDecoder

FENCE = b" # \xe6\x9c\xaa\xe5\x86\x99\xe5\xae\x8c"
"""` # 未写完`: what the next writer appends to a last line without its newline, which it never was."""

_BOM = b"\xef\xbb\xbf"
_CONFLICTS = (b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")
_LONGEST_BY_HAND = 64 * 1024
"""Bytes. A machine's line may be longer; what a hand wrote is not, and YAML is slow."""


class Log(NamedTuple):
    """The entries in the file's order, and what there is to tell about its other lines."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()


def load_log(path: Path, shown: str) -> Log:
    """Read the log at `path`; a log that does not exist yet is empty. Refused when it cannot be opened."""
    return parse_log(read_bytes(path, shown), shown) if path.exists() else Log()


def parse_log(data: bytes, shown: str) -> Log:
    """Read a log's bytes. Never refuses: every line that does not count is a warning with its place."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    first: dict[str, Entry] = {}
    written = datetime.min.replace(tzinfo=CHINA)

    def tell(what: str, fix: str) -> None:
        problems.append(Problem(f"{shown}:{number}:1", what, fix, is_warning=True))

    for number, chunk in _chunks(data):
        try:
            fields, by_hand = _fields(chunk)
            entry = read_entry(fields, number, written)
        except BadEntry as bad:
            tell(str(bad), "这一行原样留着，没有计入")
            continue
        if by_hand:
            tell("这一行是手写的 YAML，已按其内容计入", "请核对")
        if not entry.id:
            entry = entry._replace(id=_id_by_hand(chunk))
        twin = first.setdefault(entry.id, entry)
        if twin is not entry:
            differ = "" if twin._replace(line=number) == entry else "而内容不同"
            tell(f"编号与第 {twin.line} 行的相同{differ}，只计一条", "请核对后只留一行")
        written = max(written, entry.at)
        entries.append(entry)
    return Log(tuple(entries), tuple(problems))


def _chunks(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The entries' lines with their numbers; the indented lines of hand-written YAML go with their first.

    A last line without its newline is given out as the next writer will leave it: fenced.
    """
    lines = data.removeprefix(_BOM).split(b"\n")
    if lines[-1].strip():
        lines[-1] += FENCE
    number = 0
    while number < len(lines):
        start = number
        number += 1
        line = lines[start].rstrip(b"\r")
        if line.startswith(b"- ") and not (line.startswith(b"- {") and line.endswith(b"}")):
            while number < len(lines) and (
                not lines[number].strip() or lines[number].startswith((b" ", b"\t", b"#"))
            ):
                number += 1
            line = b"\n".join(part.rstrip(b"\r") for part in lines[start:number]).rstrip()
        if line.strip() and not line.lstrip().startswith(b"#"):
            yield start + 1, line


def _fields(chunk: bytes) -> tuple[dict[str, Any], bool]:
    """The fields of a chunk, and whether a hand wrote them: in YAML that is not JSON."""
    if chunk.endswith(FENCE):
        raise BadEntry("这一行没有写完（写入时被中断），从未得到确认")
    if chunk.startswith(_CONFLICTS):
        raise BadEntry("这是 git 合并冲突的标记，请把冲突两边的记录都留下，只删去标记行")
    try:
        text = chunk.decode()
    except UnicodeDecodeError as error:
        raise BadEntry("这一行不是 UTF-8 编码") from error
    if text.startswith("- {"):
        with suppress(ValueError, RecursionError):
            return _json().decode(text[2:]), "\n" in text
    if not text.startswith("- "):
        raise BadEntry("这一行不是一条记录，记录以“- ”开头")
    if len(chunk) > _LONGEST_BY_HAND:
        raise BadEntry("这一行不是一条记录，又太长，不像是手写的")
    return _yaml_fields(text), True


@cache
def _json() -> JSONDecoder:
    import json  # 2 ms, for a log that has entries

    return json.JSONDecoder(object_pairs_hook=_once_each)


def _yaml_fields(text: str) -> dict[str, Any]:
    """The fields of one hand-written YAML entry, all values text, or lists or mappings of text."""
    from qjtask.storage.yaml_reader import YamlReader

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
        raise BadEntry("这一行不是一条记录")
    fields: dict[str, Any] = entries.value[0]
    percent = fields.get("percent")
    if isinstance(percent, str) and percent.isdecimal() and len(percent) <= len("100"):
        fields["percent"] = int(percent)
    return fields


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A mapping of pairs in which no key stands twice: which of two is meant, a reader must not guess."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        raise BadEntry(f"键{quoted(counts.most_common(1)[0][0])}写了不止一次")
    return fields


def _id_by_hand(chunk: bytes) -> str:
    """An id for an entry that a hand wrote without one: its content's, so that a merge may move its line."""
    from hashlib import blake2b

    return f"hand-{blake2b(chunk, digest_size=8).hexdigest()}"
