"""The delivery log, deliveries.yaml beside the plan: one try of one piece a line, `- ` and one JSON object.

It is written like the progress log, and read as strictly as its use asks: a line that cannot be read
is told and does not count as delivered, so a message may come twice but is never lost.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from qjtask.core.letters.deliveries import Delivery
from qjtask.core.letters.message import MOST_PIECES
from qjtask.core.problem import Place, Problem
from qjtask.storage.ledger import SideBook
from qjtask.storage.logs.entry_line import list_line

_NONE = (ValueError, KeyError, TypeError, RecursionError)
"""What is raised by a line that is no delivery."""


def parse_deliveries(data: bytes, shown: str) -> tuple[list[Delivery], list[Problem]]:
    """`load_deliveries`, of the log's bytes."""
    found: list[Delivery] = []
    problems: list[Problem] = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip() or line.lstrip().startswith(b"#"):
            continue
        try:
            found.append(_read(line))
        except _NONE:
            told = "这一行不是完整的发送记录，不算已送达"
            fix = "若确已送达，下面会再发一次"
            problems.append(Problem(Place(shown, number), told, fix, is_warning=True))
    return found, problems


def prepare(book: SideBook) -> None:
    """Refuse a log that cannot be written, before anything is sent that it would have to keep."""
    book.append(b"", _is_whole)


def append_delivery(book: SideBook, delivery: Delivery) -> None:
    """Append a line. Refused when the disk does not take it."""
    book.append(_line(delivery).encode("utf-8", "replace"), _is_whole)


def _is_whole(last: bytes) -> bool:
    try:
        _read(last)
    except _NONE:
        return False
    return True


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
