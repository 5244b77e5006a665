"""`qjtask db load`: a folder's plans and logs put into a database, byte for byte."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import NamedTuple

from qjtask.core.problem import Problem, Refused
from qjtask.storage.ledger import SideKind
from qjtask.storage.log_chunks import chunks
from qjtask.storage.log_file import Log, parse_log
from qjtask.storage.plan_file import parse_plan
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.connection import Connection
from qjtask.storage.postgres.database_content import Content, PlanPlace, check_form, read_content
from qjtask.storage.postgres.plan_folder import PlanFiles, log_file_of, plan_files
from qjtask.storage.source import decode


class Loaded(NamedTuple):
    """A plan that is in the database now; `is_new` where it was not before."""

    file: str
    office: str
    is_new: bool


def load(connection: Connection, folder: Path, office: str | None, shown: str) -> list[Loaded]:
    """Put every plan under a folder into the database, all or none. Refused with every fault.

    A plan belongs to `office`, else to the uppermost folder that it lies in, else to whom its own name says.
    One that is there already, with nothing in its files that the database lacks, is left as it is, and takes
    their contacts and holidays.
    """
    found = plan_files(folder, shown)
    _check(found, office)
    with connection.transaction():
        check_form(connection, shown)
        connection.rows(statements.LOCK_PLANS)
        known = {files.file: _known(connection, files.file) for files in found}
        problems = [problem for files in found if (problem := _differs(files, known[files.file]))]
        if problems:
            raise Refused(problems)
        for files in found:
            there = known[files.file]
            plan = there[0] if there else _insert(connection, files, _office(files.file, office))
            _put_sides(connection, plan, files, is_new=there is None)
        offices = {file: name for _, file, name, _ in connection.rows(statements.ALL_PLANS)}
    return [Loaded(files.file, offices[files.file], known[files.file] is None) for files in found]


def _office(file: str, given: str | None) -> str:
    """The office that a plan belongs to; "" where nothing says it."""
    parts = PurePosixPath(file).parts
    if given or len(parts) > 1:
        return given or parts[0]
    return "" if file == "tasks.yaml" else file.removesuffix(".yaml")


def _check(found: list[PlanFiles], office: str | None) -> None:
    """Refused with every plan and log that cannot be read, and every plan of nobody."""
    problems: list[Problem] = []
    for files in found:
        try:
            parse_plan(decode(files.text, files.file), files.file)
            parse_log(files.log, log_file_of(files.file))
        except Refused as refused:
            problems += refused.problems
        if not _office(files.file, office):
            fix = "请把它放进以单位命名的文件夹，或加 --office 单位"
            problems.append(Problem(files.file, "不知道这份计划是哪个单位的", fix))
    if problems:
        raise Refused(problems)


def _known(connection: Connection, file: str) -> tuple[int, Content] | None:
    """The plan of that path with all that the database has of it; None where it has none."""
    found = connection.rows(statements.PLAN_OF_FILE, (file,))
    if not found:
        return None
    ((plan,),) = found
    return plan, read_content(connection, PlanPlace(plan, file, ""), file)


def _differs(files: PlanFiles, known: tuple[int, Content] | None) -> Problem | None:
    if known is None or (known[1].text == files.text and known[1].log.startswith(files.log)):
        return None
    fix = "数据库里的照旧，什么也没有载入；记录可用 qjtask merge 并入，计划可用 qjtask import --update 更新"
    return Problem(files.file, "数据库里已有这份计划，内容不同", fix)


def _insert(connection: Connection, files: PlanFiles, office: str) -> int:
    log = parse_log(files.log, log_file_of(files.file))
    rows = files.log.splitlines(keepends=True)
    ids = _ids(log)
    numbered = [ids.get(number) for number in range(1, len(rows) + 1)]
    connection.rows(statements.NEW_OFFICE, (office, office))
    connection.rows(statements.NEW_OFFICES_OVERSEERS, (office, office))
    ((plan,),) = connection.rows(statements.NEXT_PLAN)
    connection.rows(statements.NEW_PLAN, (plan, files.file, office, len(rows)))
    connection.rows(statements.NEW_TEXT, (plan, office, files.text))
    connection.rows(statements.NEW_LINES, (plan, office, numbered, rows))
    return int(plan)


def _ids(log: Log) -> dict[int, str]:
    """The entries' ids by the number of their line; of two with one id, the first has it."""
    newer = {line.text: line.id for line in log.newer}
    found = [(chunk.line, newer[chunk.data]) for chunk in chunks(log.data) if chunk.data in newer]
    found += [(entry.line, entry.id) for entry in log.entries]
    lines: dict[str, int] = {}
    for line, one in sorted(found):
        lines.setdefault(one, line)
    return {line: one for one, line in lines.items()}


def _put_sides(connection: Connection, plan: int, files: PlanFiles, *, is_new: bool) -> None:
    """Contacts and holidays as the files have them; deliveries with a new plan only: the database goes on."""
    ((office,),) = connection.rows(statements.OFFICE_OF_PLAN, (plan,))
    for kind, content in files.sides.items():
        if is_new or kind is not SideKind.DELIVERIES:
            connection.rows(statements.NO_SIDE, (plan, kind.value))
            connection.rows(statements.NEW_SIDE, (plan, kind.value, office, content))
