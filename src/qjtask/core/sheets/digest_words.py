"""A letter held against the log: the line under it, and the words in which the answer is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from qjtask.core.log.digest import Comparison

_MOST_NAMED = 10
"""Record numbers named of many; `log` has them all."""


def digest_line(sign: str) -> str:
    """The line under a letter by which `check --digest` holds it against the ledger."""
    return f"台账校验码：{sign}"


def sign_words(sign: str, day: date) -> str:
    """The sign of the log under a check: who keeps it, or a letter, sees by it whether a line was changed."""
    return f"{digest_line(sign)}（截至 {day}）；公文下方的可用 check --digest 核对，看记录改过没有"


def comparison_words(found: Comparison, day: date, now: str) -> Iterator[str]:
    """What the ledger says to a letter of that day; `now` is the sign that it would have today."""
    if not found.agrees:
        yield f"对不上：出函以后，{day} 及以前的记录被改过、删过，或从别的副本并入过更早的记录"
        yield f"现在的校验码是 {now}；请与备份或 git 里的 progress.yaml 比对"
        return
    yield f"对得上：出函时的记录一条也没有改动（截至 {day}）"
    if found.since:
        named = "、".join(line.id for line in found.since[:_MOST_NAMED])
        more = "等" if len(found.since) > _MOST_NAMED else ""
        yield f"出函以后又登记了{len(found.since)}条 {day} 及以前的事：{named}{more}，见 qjtask log"
