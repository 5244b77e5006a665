"""The delivery log, deliveries.yaml beside the plan: one try of one piece a line, `- ` and one JSON object.

It is written like the progress log, and read as strictly as its use asks: a line that cannot be read
is told and does not count as delivered, so a message may come twice but is never lost.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from qjtask.core.letters.deliveries import Delivery
from qjtask.core.letters.message import MOST_PIECES
from qjtask.core.problem import Problem
from qjtask.storage.entry_line import list_line
from qjtask.storage.line_append import append_lines
from qjtask.storage.source import read_bytes


def load_deliveries(path: Path, shown: str) -> tuple[list[Delivery], list[Problem]]:
    """The deliveries in the file's order, and a warning for each line that is none."""
    found: list[Delivery] = []
    problems: list[Problem] = []
    data = read_bytes(path, shown) if path.exists() else b""
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip() or line.lstrip().startswith(b"#"):
            continue
        try:
            found.append(_read(line))
        except (ValueError, KeyError, TypeError, RecursionError):
            told = "这一行不是完整的发送记录，不算已送达"
            problems.append(
                Problem(f"{shown}:{number}:1", told, "若确已送达，下面会再发一次", is_warning=True)
            )
    return found, problems


def prepare(path: Path, shown: str) -> None:
    """Refuse a log that cannot be written, before anything is sent that it would have to keep."""
    append_lines(path, shown, b"")


def append_delivery(path: Path, shown: str, delivery: Delivery) -> None:
    """Append a line; the caller holds the lock. Refused when the disk does not take it."""
    append_lines(path, shown, _line(delivery).encode("utf-8", "replace"))


def _line(delivery: Delivery) -> str:
    fields = {
        "at": delivery.at.isoformat(),
        "week": delivery.week,
        "unit": delivery.unit,
        "kind": delivery.kind,
        "to": delivery.to,
        "part": delivery.part,
        "parts": delivery.parts,
        "result": "ok" if delivery.ok else "failed",
        "reason": delivery.reason,
        "digest": delivery.digest,
    }
    return list_line(fields) + "\n"


def _read(line: bytes) -> Delivery:
    text = line.decode()
    if not text.startswith("- {"):
        raise ValueError
    fields: dict[str, Any] = json.loads(text[2:])
    if fields["result"] not in {"ok", "failed"}:
        raise ValueError
    texts = [fields[key] for key in ("week", "unit", "kind", "to", "digest", "reason")]
    counts = [fields[key] for key in ("part", "parts")]
    if not all(isinstance(text, str) for text in texts) or not all(type(count) is int for count in counts):
        raise ValueError
    if not 1 <= counts[0] <= counts[1] <= MOST_PIECES:
        raise ValueError
    week, unit, kind, to, digest, reason = texts
    return Delivery(
        at=datetime.fromisoformat(fields["at"]),
        week=week,
        unit=unit,
        kind=kind,
        to=to,
        part=counts[0],
        parts=counts[1],
        ok=fields["result"] == "ok",
        digest=digest,
        reason=reason,
    )
