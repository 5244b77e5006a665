"""qjtask report pack."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from qjtask.cli.documents import ForceOption, check_free, keep, output_to
from qjtask.cli.faults import tell
from qjtask.cli.opening import open_session
from qjtask.cli.options import FileOption, LeadsOption, TodayOption, UnitsOption
from qjtask.core.packs.pack import not_packed, packs
from qjtask.core.problem import refuse, system_reason
from qjtask.core.standing.query import owed
from qjtask.core.text.file_names import file_names
from qjtask.core.text.signs import is_blank

_FOLDER = "每个单位一个文件，请写成 -o 填报"
EXAMPLES = (
    "qjtask report pack -o 填报",
    "qjtask report pack -o 填报 --unit 审批科 --force",
)


def command(
    ctx: typer.Context,
    output: Annotated[str | None, output_to("写到这个文件夹，没有就新建", metavar="FOLDER")] = None,
    unit: UnitsOption = None,
    lead: LeadsOption = None,
    force: ForceOption = False,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Write a fill-in workbook for each unit with something open; `collect` reads them back."""
    session = open_session(ctx, file, today)
    session.check_single()  # a workbook comes back to the plan that it was made from
    with session.arguments() as given:
        if not output or is_blank(output):  # an empty path is the folder worked in
            given.fault("--output", "没有写放到哪个文件夹", _FOLDER)
        elif Path(output).suffix[1:].isalpha() and Path(output).suffix.isascii():
            given.fault("--output", f"“{output}”像是文件名，这里要写文件夹", _FOLDER)
        only = given.units("--unit", unit, session.units)
        leads = given.units("--lead", lead, session.leads)
    rows = owed(session.rows, leads=leads)
    found = packs(session.plan, rows, session.past, session.today, only)
    tell(not_packed(rows, found, only))
    paths = _places(Path(output or "").expanduser(), [pack.unit for pack in found])
    with session.arguments() as given:
        for path in paths:
            given.attempt(partial(check_free, path, force=force), None)
    from qjtask.render.pack_excel import pack_excel

    for pack, path in zip(found, paths, strict=True):
        keep(path, pack_excel(pack), force=force)


def _places(folder: Path, units: Sequence[str]) -> list[Path]:
    """A file for each unit, in the folder, which is made when there is something to put into it."""
    if units:
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise refuse(
                str(folder), f"建不了这个文件夹：{system_reason(error)}", "请用 -o 换一个地方"
            ) from error
    return [folder / f"{name}.xlsx" for name in file_names(units)]
