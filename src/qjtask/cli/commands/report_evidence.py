"""qjtask report evidence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from qjtask.cli.attaching import evidence_now
from qjtask.cli.documents import ForceOption, OutputOption, destination, hand_out
from qjtask.cli.opening import open_session
from qjtask.cli.options import FileOption, LeadsOption, TodayOption, UnitsOption
from qjtask.cli.output import confirm, say
from qjtask.cli.session import Session
from qjtask.core.letters.evidence_list import Proof, Proved, evidence_document, reported_evidence
from qjtask.core.standing.query import Query, keep
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import whose_words
from qjtask.storage.evidence.evidence_files import Digests, Found, write_zip

EXAMPLES = ("qjtask report evidence", "qjtask report evidence --zip 佐证材料.zip")


def command(
    ctx: typer.Context,
    package: Annotated[
        str | None,
        typer.Option(
            "--zip", metavar="FILE", show_default=False, help="把材料连同目录和 SHA-256 校验值装成一个压缩包"
        ),
    ] = None,
    unit: UnitsOption = None,
    lead: LeadsOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Show which finished items have evidence and which files are missing; pack them with --zip."""
    session = open_session(ctx, file, today)
    with session.arguments() as given:
        units = given.units("--unit", unit, session.units)
        leads = given.units("--lead", lead, session.leads)
        path = destination(given, output, force=force)
        zip_path = destination(given, package, (".zip",), "--zip", force=force)
    rows = keep(session.rows, Query(units=units, leads=leads))
    about = whose_words(units, leads)
    found = _found(session, rows)
    items = [_proved(row, found[row.item.id]) for row in rows if row.item.id in found]
    if zip_path:
        _pack(session, zip_path, items, found, about, force=force)
    if path or not zip_path:
        hand_out(
            lambda: evidence_document(session.plan, items, session.today, about=about), path, force=force
        )


def _found(session: Session, rows: Sequence[Row]) -> dict[str, dict[str, Found]]:
    """What stands at each path by item, and of a folder that is not as it was reported, at its files'."""
    reported = reported_evidence(rows, session.past)
    return {
        item: {name: one for path in evidence_now(paths, session) for name, one in path.items()}
        for item, paths in reported.items()
    }


def _proved(row: Row, found: dict[str, Found]) -> Proved:
    return Proved(row, tuple(Proof(typed, one.finding) for typed, one in found.items()))


def _pack(
    session: Session,
    path: Path,
    items: list[Proved],
    found: dict[str, dict[str, Found]],
    about: str,
    *,
    force: bool,
) -> None:
    def index(digests: Digests) -> dict[str, bytes]:
        from qjtask.render.page import page

        document = evidence_document(session.plan, items, session.today, digests, about)
        return {"目录.html": page(document).encode()}

    files = {(item, typed): one.files for item, paths in found.items() for typed, one in paths.items()}
    for (item, _), found_files in files.items():
        say(f"装入 {item}：{_seen_from_here(file)}" for file in found_files)
    digests = write_zip(path, str(path), files, session.today, index, force=force)
    count = sum(map(len, digests.values()))
    confirm([f"已写入 {path}：{len(found)}项工作的{count}份材料，附目录和 SHA256SUMS"])


def _seen_from_here(file: Path) -> Path:
    """A file as it is named from the folder worked in, where it stands in it."""
    here = Path.cwd().resolve()
    return file.relative_to(here) if file.is_relative_to(here) else file
