"""Rows as JSON: a promise to other programs, numbered by `schema`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from qjtask.core.log.entry import Entry
from qjtask.core.log.history import History
from qjtask.core.log.state import Extension
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import Share, by_unit
from qjtask.core.standing.target_marks import TargetMark, target_marks
from qjtask.core.text.signs import with_unseen

SCHEMA = 1

_LONGEST_NUMBER = 40


def json_text(today: date, content: Mapping[str, Any]) -> str:
    """The whole document, each item of a list on a line of its own.

    Absent values are null, Chinese stays readable, what is not seen is escaped.
    """
    from json import JSONEncoder, dumps  # 5 ms; importing this module for its objects costs nothing

    in_chinese = JSONEncoder(ensure_ascii=False).encode  # in C, which an indent would forgo

    def encode(value: Any) -> str:
        return with_unseen(in_chinese(value), lambda char: dumps(char)[1:-1])

    parts = {"schema": SCHEMA, "today": today.isoformat(), **content}
    lines = (f"{encode(key)}: {_listed(value, encode)}" for key, value in parts.items())
    return "{" + ",\n ".join(lines) + "}"


def _listed(value: Any, encode: Callable[[Any], str]) -> str:
    if not isinstance(value, list) or not value:
        return encode(value)
    return "[\n  " + ",\n  ".join(map(encode, value)) + "\n ]"


def items_object(rows: Iterable[Row]) -> dict[str, Any]:
    """What `list` and `due` give."""
    return {"items": [row_object(row) for row in rows]}


def row_object(row: Row) -> dict[str, Any]:
    """One item as it stands."""
    return {
        "id": row.item.id,
        "no": row.item.no or None,
        "group": row.group.id,
        "heading": row.group.heading,
        "work": row.item.work,
        "lead": list(row.lead),
        "units": list(row.units),
        "support": list(row.support),
        "owners": list(row.owners),
        **_times(row),
        **_standing(row),
        **_progress(row),
        **_course(row),
        "source": row.item.source or None,
        "last_entry": entry_object(row.state.last) if row.state.last else None,
    }


def _times(row: Row) -> dict[str, Any]:
    """By when a work has to be done."""
    printed = row.item.deadline
    return {
        "deadline": {
            "text": printed.text,
            "class": printed.kind.value,
            "date": iso(row.deadline or printed.date),
        },
        "next_due": iso(row.next_due),
        "original_due": iso(min((due.printed for due in row.open_dues if due.printed), default=None)),
        "days_left": row.days_left,
    }


def _standing(row: Row) -> dict[str, Any]:
    """What is thought of a work today, and why."""
    return {
        "status": row.status.value,
        "light": row.light.value if row.light else None,
        "reasons": [reason.value for reason in row.reasons],
        "why": row.why or None,
    }


def _progress(row: Row) -> dict[str, Any]:
    """How far a work is, as a whole and by its parts."""
    shares = by_unit((row,)).items() if row.owners else ()
    return {
        "percent": row.percent,
        "pace": {**row.pace._asdict(), "behind": row.pace.behind} if row.pace else None,
        "percent_is_mean": row.is_mean,
        "shares": [_share_object(unit, own) for unit, (own,) in shares],
        "milestones": [
            {"id": one.id, "by": iso(one.by), "work": one.what, "done": iso(one.done_on)}
            for one in row.milestones
        ],
        "targets": [_target_object(mark) for mark in target_marks(row)],
        "periods": [{"due": iso(one.by), "done_on": iso(one.done_on)} for one in row.periods],
    }


def _course(row: Row) -> dict[str, Any]:
    """What became of a work: put off, claimed, accepted, sent back, done."""
    state = row.state
    return {
        "extended_from": iso(row.extended_from),
        "extensions": [_extension_object(one) for one in state.extensions],
        "claimed_on": iso(state.claimed_on),
        "accepted": _judgement_object(state.accepted) if state.accepted else None,
        "returns": [_judgement_object(entry) for entry in state.returns],
        "done_on": iso(state.done_on),
    }


def _share_object(unit: str, own: Share) -> dict[str, Any]:
    return {"unit": unit, "done_on": iso(own.done_on), "percent": own.percent}


def history_object(entries: Iterable[Entry], past: History) -> list[dict[str, Any]]:
    """Entries, oldest first, each saying whether it was taken back."""
    return [{**entry_object(entry), "undone": entry.id in past.undone} for entry in entries]


def entry_object(entry: Entry) -> dict[str, Any]:
    """One entry of the log."""
    return {
        "id": entry.id,
        "item": entry.item,
        "do": entry.do.value,
        "on": iso(entry.on),
        "at": entry.at.isoformat(),
        "by": entry.by,
        "unit": entry.unit,
        "text": entry.text,
        "percent": entry.percent,
        "to": iso(entry.to),
        "values": dict(entry.values),
        "evidence": list(entry.evidence),
        "sha256": dict(entry.sha256),
        "period": iso(entry.period),
        "batch": entry.batch,
        "grade": entry.grade,
        "approved_by": entry.approved_by,
        "doc": entry.doc,
    }


def _extension_object(extension: Extension) -> dict[str, Any]:
    return {
        "id": extension.item,
        "on": iso(extension.on),
        "from": iso(extension.before),
        "to": iso(extension.to),
        "late": extension.is_late,
        "reason": extension.text or None,
        "approved_by": extension.approved_by,
        "doc": extension.doc,
    }


def _judgement_object(entry: Entry) -> dict[str, Any]:
    """An acceptance, or a return."""
    said = {"by": entry.by, "unit": entry.unit, "grade": entry.grade, "text": entry.text or None}
    return {"on": iso(entry.on), **said}


def _target_object(mark: TargetMark) -> dict[str, Any]:
    target = mark.target
    return {
        "name": target.name,
        "at_least": _number(target.at_least),
        "at_most": _number(target.at_most),
        "unit": target.unit,
        "cumulative": target.cumulative,
        "value": _number(mark.value),
        "met": mark.met,
        "term_gone": mark.term_gone,
    }


def iso(day: date | None) -> str | None:
    """A date as JSON has it."""
    return day.isoformat() if day else None


def _number(text: str | None) -> int | float | None:
    """Decimal text as a number; None for one that is longer than any measured value."""
    if text is None or len(text) > _LONGEST_NUMBER:
        return None
    return float(text) if "." in text else int(text)
