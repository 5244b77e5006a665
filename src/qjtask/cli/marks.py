"""The marking commands: their options, read into the draft of an entry, and the way from there to the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from inspect import Parameter, Signature
from itertools import chain
from typing import TYPE_CHECKING, Any

import typer

from qjtask.cli.addressed import kept, told_rows
from qjtask.cli.attaching import Attached, attach
from qjtask.cli.faults import tell
from qjtask.cli.ledgers import is_large
from qjtask.cli.mark_options import (
    AnywayOption,
    ApprovedByOption,
    ByOption,
    DocOption,
    EvidenceOption,
    GradeOption,
    MarkedArgument,
    NoteOption,
    OnOption,
    PercentOption,
    PeriodOption,
    ReasonOption,
    TextArgument,
    ToOption,
    UnitOption,
    ValueOption,
)
from qjtask.cli.options import FileOption, TodayOption
from qjtask.cli.output import confirm, say
from qjtask.cli.reporter import reporter, tell_nobody
from qjtask.cli.session import Session
from qjtask.cli.which_ledger import ledger_to_mark, working_day
from qjtask.cli.writing import ledger_line, moment_of_writing, new_id, waiting
from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.order import batched
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.same_work import refuse_other_work
from qjtask.core.sheets.mark_words import told
from qjtask.core.standing.marking import Wanted, mark
from qjtask.core.text.signs import is_blank
from qjtask.storage.logs.log_file import Log

if TYPE_CHECKING:
    from datetime import date

    from qjtask.core.plan.plan import Item
    from qjtask.core.plan.plan_address import PlanAddress
    from qjtask.core.standing.row import Row
    from qjtask.storage.ledger import Ledger

_REQUIRED = Parameter.empty
_UNWRITTEN = datetime.min.replace(tzinfo=UTC)  # a draft's moment: the true one is known under the lock


class MarkOption(NamedTuple):
    """An option of the marking commands: how Typer reads it, its default, and the field of an entry."""

    annotation: Any
    default: Any
    field: str


OPTIONS = {
    "text": MarkOption(TextArgument, _REQUIRED, "text"),
    "to": MarkOption(ToOption, _REQUIRED, "to"),
    "percent": MarkOption(PercentOption, None, "percent"),
    "on": MarkOption(OnOption, None, "on"),
    "unit": MarkOption(UnitOption, None, "unit"),
    "note": MarkOption(NoteOption, "", "text"),
    "reason": MarkOption(ReasonOption, "", "text"),
    "approved_by": MarkOption(ApprovedByOption, None, "approved_by"),
    "doc": MarkOption(DocOption, None, "doc"),
    "evidence": MarkOption(EvidenceOption, None, "evidence"),
    "value": MarkOption(ValueOption, None, "values"),
    "period": MarkOption(PeriodOption, None, "period"),
    "anyway": MarkOption(AnywayOption, default=False, field="anyway"),
    "grade": MarkOption(GradeOption, None, "grade"),
    "by": MarkOption(ByOption, None, "by"),
}


class MarkRequest(NamedTuple):
    """What is asked: the ids with their items, and what is wanted of each."""

    marked: list[tuple[str, Item]]
    wanted: Wanted


def marking_command(do: Do, *options: str, ids: Any = MarkedArgument) -> Callable[..., None]:
    """The command of a mark, with some of OPTIONS; `ids` is the argument that names what is marked."""

    def command(ctx: typer.Context, **typed: Any) -> None:
        fields = {OPTIONS[name].field: typed[name] for name in options}
        named = typed["ids"]
        _record(ctx, do, [named] if isinstance(named, str) else named, fields, typed["file"], typed["today"])

    taken = {
        "ids": MarkOption(ids, _REQUIRED, ""),
        **{name: OPTIONS[name] for name in options},
        "file": MarkOption(FileOption, None, ""),
        "today": MarkOption(TodayOption, None, ""),
    }
    command.__annotations__ = {"ctx": typer.Context} | {name: one.annotation for name, one in taken.items()}
    command.__signature__ = Signature(  # type: ignore[attr-defined] # what Typer asks a command for
        [
            Parameter("ctx", Parameter.KEYWORD_ONLY, annotation=typer.Context),
            *(
                Parameter(name, Parameter.KEYWORD_ONLY, annotation=one.annotation, default=one.default)
                for name, one in taken.items()
            ),
        ]
    )
    return command


def _record(
    ctx: typer.Context,
    do: Do,
    ids: list[str],
    typed: Mapping[str, Any],
    file: Sequence[str] | None,
    today: str | None,
) -> None:
    """Append one entry for each id, all or none, and tell what that leads to."""
    day = working_day(ctx, today)
    ledger, ids, address = ledger_to_mark(ctx, file, ids)
    seen = _session(ledger, ids, day)
    by = reporter(typed.get("by"), ledger)
    typed = {**typed, "by": by}
    asked = _asked(do, ids, typed, seen, address)  # what cannot be read need not wait
    evidence = asked.wanted.draft.evidence
    attached = attach([("--evidence", evidence)], ledger) if evidence else Attached()
    with seen.writing(waiting) as (book, session):
        if session.edition != seen.edition:
            refuse_other_work([marked for marked, _ in asked.marked], seen.plan, session.plan, address)
            asked = _asked(do, ids, typed, session, address)
        before = told_rows(session.rows_of(asked.marked), address)

        def after(new: Sequence[Entry]) -> dict[str, Row]:
            return told_rows(session.after(new).rows_of(asked.marked), address)

        draft = attached.to(asked.wanted.draft)._replace(at=moment_of_writing(session.written))
        marks = mark(
            asked.wanted._replace(draft=draft),
            before,
            session.plan,
            new_id,
            lambda new: after(kept(new, address)),
        )
        entries = batched(kept(marks.entries, address), new_id())
        if entries:
            book.append(entries)
    tell([*session.log_problems, *marks.doubts])
    say(marks.already)
    now = after(entries)
    lines = (told(one, before[one.item], now[one.item]) for one in marks.entries)
    if entries:
        follows = dict.fromkeys(chain.from_iterable(lines))  # what follows of several shares is told once
        confirm([*follows, ledger_line(session)])
        tell_nobody(by)
    tell(session.strays)
    tell(attached.doubts)


def _session(ledger: Ledger, ids: Sequence[str], day: date) -> Session:
    """The plan as it is before the lock is taken; of a large ledger, no more than the works that ids name."""
    if is_large([ledger]):
        from qjtask.cli.marked_part import open_marked  # nobody else pays for it

        return open_marked(ledger, ids, day)
    return Session(ledger, ledger.plan(), Log(), day)


def _asked(
    do: Do, ids: list[str], typed: Mapping[str, Any], session: Session, address: PlanAddress
) -> MarkRequest:
    """What was typed, understood. Misused or Refused with every fault."""
    unit, to, today = typed.get("unit"), typed.get("to"), session.today
    with session.arguments() as given:
        draft = Entry(
            id="",
            item="",
            do=do,
            on=given.event_day("--on", typed.get("on"), today),
            at=_UNWRITTEN,
            by=typed.get("by"),
            unit=None if unit is None else given.unit("--unit", unit, session.units),
            text=typed.get("text") or "",
            evidence=tuple(typed.get("evidence") or ()),
            percent=typed.get("percent"),
            approved_by=typed.get("approved_by"),
            doc=typed.get("doc"),
            grade=typed.get("grade"),
            to=None if to is None else given.day("--to", to, today),
        )
        values = tuple(typed.get("values") or ())
        if do is Do.NOTE and not (values or _has_news(draft)):  # it would end a silence with nothing
            given.fault("TEXT", "没有写进展", "请写明做了什么；没有新进展的不用登记")
        if any(map(is_blank, draft.evidence)):  # an empty path is the ledger's own folder
            given.fault("--evidence", "没有写是哪个文件", "请写佐证材料的路径；没有佐证就不写 --evidence")
        marked = given.marked(ids, session.plan, address)
    return MarkRequest(marked, Wanted(draft, values, typed.get("period"), anyway=bool(typed.get("anyway"))))


def _has_news(draft: Entry) -> bool:
    return not is_blank(draft.text) or bool(draft.evidence) or draft.percent is not None
