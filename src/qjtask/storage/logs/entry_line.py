"""An entry as its line of the log: `- ` and one JSON object, which is a YAML list item too."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from qjtask.core.log.entry import Entry

_FULL_WIDTH_SPACE = "\u3000"
_PLANE = 0x10000
"""From here on JSON's \\u takes two escapes, which YAML reads as two characters."""


def format_entry(entry: Entry) -> str:
    """An entry as its line of the log, without the newline."""
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
        "batch": entry.batch,
        "period": entry.period.isoformat() if entry.period else None,
        "sha256": dict(entry.sha256) or None,
        "grade": entry.grade,
        "approved_by": entry.approved_by,
        "doc": entry.doc,
    }
    fields.update((key, value) for key, value in optional.items() if value is not None)
    return list_line(fields)


def list_line(fields: Mapping[str, Any]) -> str:
    """`- ` and one JSON object: a line of a log, without the newline, that is a YAML list item too."""
    return "- " + _escaped(json.dumps(fields, ensure_ascii=False))


def _escaped(line: str) -> str:
    r"""Characters that some reader takes for a line's end, or a terminal for a command, written as \u.

    Beyond the first 65,536 there are none, only rare Han characters newer than this Python, and
    tags: they stay, since JSON and YAML escape them differently.
    """
    if line.isprintable():
        return line
    return "".join(
        char
        if char.isprintable() or char == _FULL_WIDTH_SPACE or ord(char) >= _PLANE
        else f"\\u{ord(char):04x}"
        for char in line
    )
