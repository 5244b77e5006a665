"""What the marking commands share: lock, read, decide, append, and only then say so."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path

import typer

from qjtask.cli.desk import Desk, open_desk
from qjtask.cli.faults import tell
from qjtask.cli.options import ByOption, FileOption, MarkedArgument, NoteOption, OnOption, TodayOption
from qjtask.cli.output import say
from qjtask.core.log.entry import Do
from qjtask.core.log.order import batched, moment_after
from qjtask.core.plan.ids import select_marked
from qjtask.core.problem import Problem
from qjtask.core.sheets.mark_words import told
from qjtask.core.standing.marking import Request, mark
from qjtask.storage.copies import copy_doubts
from qjtask.storage.log_file import Log
from qjtask.storage.log_writer import append, locked


def record(
    ctx: typer.Context,
    do: Do,
    ids: Sequence[str],
    *,
    file: str | None,
    today: str | None,
    on: str | None = None,
    unit: str | None = None,
    text: str = "",
    evidence: Sequence[str] | None = None,
    percent: int | None = None,
    to: str | None = None,
    values: Sequence[str] | None = None,
    period: str | None = None,
    by: str | None = None,
) -> None:
    """Append one entry for each id, all or none, and tell what that leads to."""
    desk = open_desk(ctx, file, today)
    given = desk.arguments()
    day = given.past_day("--on", on) or desk.today
    until = given.day("--to", to)
    name = given.unit("--unit", unit, desk.units)
    marked = given.attempt(lambda: select_marked(ids, desk.plan)) or []
    given.check()
    with locked(desk.ledger.log_path, desk.ledger.log_shown, waiting):
        request = Request(
            do=do,
            on=day,
            at=moment_of_writing(desk.log),
            by=by or login(),
            unit=name,
            text=text,
            evidence=tuple(evidence or ()),
            percent=percent,
            to=until,
            values=tuple(values or ()),
            period=period,
        )
        rows = {row.item.id: row for row in desk.rows}
        before = {marked_id: rows[item.id] for marked_id, item in marked}
        marks = mark(request, before, desk.plan, new_id)
        if marks.entries:
            append(desk.ledger.log_path, desk.ledger.log_shown, batched(marks.entries, new_id()))
    say(marks.already)
    tell(marks.doubts)
    after = {row.item.id: row for row in desk.reread().rows}
    for entry in marks.entries:
        was = before[entry.item]
        say(told(entry, was, after[was.item.id]))
    tell(copy_doubts(desk.ledger.log_path, desk.ledger.log_shown, desk.log))
    if evidence:
        tell(missing([("--evidence", path) for path in evidence], desk))


def plain_mark(do: Do) -> Callable[..., None]:
    """The command of a mark that takes a day and a note, and nothing else of its own."""

    def command(
        ctx: typer.Context,
        ids: MarkedArgument,
        on: OnOption = None,
        note: NoteOption = "",
        by: ByOption = None,
        file: FileOption = None,
        today: TodayOption = None,
    ) -> None:
        record(ctx, do, ids, file=file, today=today, on=on, text=note, by=by)

    return command


def waiting() -> None:
    """Say that another process holds the log."""
    print("另一个 qjtask 正在写记录，等它写完……", file=sys.stderr)


def moment_of_writing(log: Log) -> datetime:
    """Now, with this machine's offset from UTC; always after the log's latest entry."""
    return moment_after(log.entries, datetime.now().astimezone())


def login() -> str | None:
    """Who is logged in; None where the system does not say."""
    import getpass  # writers only

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return None


def new_id() -> str:
    """An entry's id: 64 random bits, so that two branches never make the same."""
    return os.urandom(8).hex()


def missing(evidence: Iterable[tuple[str, str]], desk: Desk) -> list[Problem]:
    """Evidence, each path after the place where it is named, in none of the folders of `report evidence`."""
    from qjtask.core.letters.evidence_list import Finding
    from qjtask.storage.evidence_files import find, homes

    places = homes(desk.ledger.log_path.absolute().parent, Path.cwd())
    return [
        Problem(where, f"台账文件夹里没有“{path}”这个文件，路径照登", "请核对", is_warning=True)
        for where, path in evidence
        if find(path, places).finding is Finding.MISSING
    ]
