"""The progress log read: one entry a line, what is not one told with its line, nothing dropped.

A line is `- ` and one JSON object. People may edit it too, so an entry in block or flow YAML is
understood as well; it is told, since the next hand should know.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NamedTuple

from qjtask.core.entry import Do, Entry
from qjtask.core.problem import Problem
from qjtask.storage.source import read_bytes

FENCE = b" # \xe6\x9c\xaa\xe5\x86\x99\xe5\xae\x8c"
"""` # 未写完`: what the next writer appends to a last line without its newline, which it never was."""

_CHINA = timezone(timedelta(hours=8))
_CONFLICTS = (b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")
_KEYS = frozenset(Entry._fields) - {"line"}


class Log(NamedTuple):
    """The entries in the file's order, and what there is to tell about its other lines."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()


class _Bad(Exception):  # noqa: N818 - told, never raised out of this module
    """Why a line is no entry."""


def load_log(path: Path, shown: str) -> Log:
    """Read the log at `path`; a log that does not exist yet is empty. Refused when it cannot be opened."""
    return parse_log(read_bytes(path, shown), shown) if path.exists() else Log()


def parse_log(data: bytes, shown: str) -> Log:
    """Read a log's bytes. Never refuses: every line that does not count is a warning with its place."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    written = datetime.min.replace(tzinfo=_CHINA)
    for number, chunk in _chunks(data):
        try:
            fields, by_hand = _fields(chunk)
            entry = _entry(fields, number, written)
        except _Bad as bad:
            problems.append(Problem(f"{shown}:{number}:1", str(bad), "这一行原样留着，没有计入", is_warning=True))
            continue
        if by_hand:
            told = "这一行是手写的 YAML，已按其内容计入"
            problems.append(Problem(f"{shown}:{number}:1", told, "请核对", is_warning=True))
        written = max(written, entry.at)
        entries.append(entry)
    return Log(tuple(entries), tuple(problems))


def format_entry(entry: Entry) -> str:
    """An entry as its line of the log, without the newline."""
    import json

    fields: dict[str, Any] = {
        "id": entry.id,
        "item": entry.item,
        "do": entry.do.value,
        "on": entry.on.isoformat(),
        "at": entry.at.isoformat(),
        "by": entry.by,
        "unit": entry.unit,
        "text": entry.text,
        "evidence": list(entry.evidence),
    }
    optional = {
        "percent": entry.percent,
        "to": entry.to.isoformat() if entry.to else None,
        "undoes": entry.undoes,
        "values": dict(entry.values) or None,
    }
    fields.update((key, value) for key, value in optional.items() if value is not None)
    return "- " + _escaped(json.dumps(fields, ensure_ascii=False))


def _escaped(line: str) -> str:
    """Characters that some reader takes for a line's end, or a terminal for a command, written as \\u."""
    if line.isprintable():
        return line
    return "".join(c if c.isprintable() or c == " " else "".join(_units(c)) for c in line)


def _units(char: str) -> Iterator[str]:
    data = char.encode("utf-16-be", "surrogatepass")
    for at in range(0, len(data), 2):
        yield f"\\u{data[at]:02x}{data[at + 1]:02x}"


def _chunks(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The entries' lines with their numbers; the indented lines of block YAML go with their first."""
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    torn = lines.pop()
    number = 0
    while number < len(lines):
        first = number
        number += 1
        line = lines[first].rstrip(b"\r")
        if line.startswith(b"- ") and not line.startswith(b"- {"):
            while number < len(lines) and lines[number].startswith((b" ", b"\t")):
                line += b"\n" + lines[number].rstrip(b"\r")
                number += 1
        if line.strip() and not line.startswith(b"#"):
            yield first + 1, line
    if torn:
        yield len(lines) + 1, torn + FENCE


def _fields(chunk: bytes) -> tuple[dict[str, Any], bool]:
    """The fields of a chunk, and whether a hand wrote them: in YAML that is not JSON."""
    if chunk.endswith(FENCE):
        raise _Bad("最后一行没有写完（写入时被中断），从未得到确认")
    if chunk.startswith(_CONFLICTS):
        raise _Bad("这是 git 合并冲突的标记，请把冲突两边的记录都留下，只删去标记行")
    try:
        text = chunk.decode()
    except UnicodeDecodeError as error:
        raise _Bad("这一行不是 UTF-8 编码") from error
    if text.startswith("- {"):
        import json  # 2 ms, for a log that has entries

        with suppress(ValueError, RecursionError):
            return json.loads(text[2:]), False
    return _yaml_fields(text), True


def _yaml_fields(text: str) -> dict[str, Any]:
    """The fields of one hand-written YAML entry, all values text or lists of text."""
    from qjtask.storage.yaml_reader import YamlReader

    reader = YamlReader(text, "")
    found: dict[str, Any] = {}

    def one(key: Any, event: Any) -> None:
        if type(event).__name__ == "SequenceStartEvent":
            values = reader.sequence(event, reader.scalar)
            found[key.value] = [node.value for node in values.value] if values else []
        elif type(event).__name__ == "MappingStartEvent":
            inner: dict[str, str] = {}
            reader.pairs(event, lambda name, value: _put(inner, name, reader.scalar(value)), "values")
            found[key.value] = inner
        else:
            node = reader.scalar(event)
            found[key.value] = node.value if node else None

    reader.read(lambda root: reader.sequence(root, lambda event: reader.pairs(event, one, "记录")))
    if reader.problems or not found:
        raise _Bad("这一行不是一条记录")
    if isinstance(found.get("percent"), str) and found["percent"].isdecimal():
        found["percent"] = int(found["percent"])
    return found


def _put(inner: dict[str, str], name: Any, node: Any) -> None:
    if node is not None:
        inner[name.value] = node.value


def _entry(fields: dict[str, Any], line: int, after: datetime) -> Entry:
    """Check an entry's fields one by one. `after` stands in for a time of writing that is not given."""
    unknown = [key for key in fields if key not in _KEYS]
    if unknown:
        raise _Bad(f"有这个版本不认识的键“{'、'.join(unknown)}”，可能由更新的版本写入")
    try:
        do = Do(fields.get("do", ""))
    except ValueError as error:
        raise _Bad(f"不认识的记录种类“{fields.get('do', '')}”，可能由更新的版本写入") from error
    on = _day(fields, "on")
    if on is None:
        raise _Bad("记录缺少日期“on”")
    return Entry(
        id=_text(fields, "id") or f"line-{line}",
        item=_text(fields, "item") or "",
        do=do,
        on=on,
        at=_moment(fields, after),
        by=_text(fields, "by"),
        unit=_text(fields, "unit"),
        text=_text(fields, "text") or "",
        evidence=_texts(fields, "evidence"),
        percent=_percent(fields),
        to=_day(fields, "to"),
        undoes=_text(fields, "undoes"),
        values=_values(fields),
        line=line,
    )


def _text(fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if value is not None and not isinstance(value, str):
        raise _Bad(f"“{key}”应当是文字")
    return value


def _texts(fields: dict[str, Any], key: str) -> tuple[str, ...]:
    value = fields.get(key) or ()
    if not isinstance(value, (list, tuple)) or not all(isinstance(part, str) for part in value):
        raise _Bad(f"“{key}”应当是文字的列表")
    return tuple(value)


def _day(fields: dict[str, Any], key: str) -> date | None:
    value = _text(fields, key)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise _Bad(f"“{key}”的日期“{value}”不对，应写成 2021-06-30 的形式") from error


def _moment(fields: dict[str, Any], after: datetime) -> datetime:
    value = _text(fields, "at")
    try:
        at = datetime.fromisoformat(value) if value else after
    except ValueError as error:
        raise _Bad(f"“at”的时间“{value}”不对，应写成 2021-06-20T09:12:33+08:00 的形式") from error
    return at if at.tzinfo else at.replace(tzinfo=_CHINA)


def _percent(fields: dict[str, Any]) -> int | None:
    value = fields.get("percent")
    if value is not None and (not isinstance(value, int) or not 0 <= value <= 100):  # noqa: PLR2004 - per cent
        raise _Bad("“percent”应当是 0 到 100 的整数")
    return value


def _values(fields: dict[str, Any]) -> dict[str, str]:
    value = fields.get("values") or {}
    if not isinstance(value, dict) or not all(isinstance(part, str) for part in value.values()):
        raise _Bad("“values”应当是“指标: 数值”")
    return value
