"""`qjtask db load`: a folder's plans and logs put into a database, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Problem, Refused
from qjtask.storage.files.ledger_files import PLAN_LIST
from qjtask.storage.files.plan_list import load_plan_list
from qjtask.storage.ledger import SideKind
from qjtask.storage.logs.log_chunks import chunks
from qjtask.storage.logs.log_file import Log, parse_log
from qjtask.storage.plans.plan_file import parse_plan
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.connection import Connection
from qjtask.storage.postgres.database_content import LedgerContent, check_form, read_content
from qjtask.storage.postgres.dumped_files import PlanFiles, log_file_of, plan_files
from qjtask.storage.postgres.projecting import projection
from qjtask.storage.texts.source import decode


class Loaded(NamedTuple):
    """A plan that is in the database now; `is_new` where it was not before."""

    file: str
    office: str
    is_new: bool


def load(connection: Connection, folder: Path, office: str | None, shown: str) -> list[Loaded]:
    """Put every plan under a folder into the database, all or none. Refused with every fault.

    A plan belongs to `office`, else to whom the folder's ledger.yaml says, else to the uppermost folder that
    it lies in, else to whom its own name says.
    One that is there already, with nothing in its files that the database lacks, is left as it is, and takes
    what lies beside them.
    """
    found = plan_files(folder, shown)
    listed = _listed_offices(folder)
    offices = {files.file: office or listed.get(files.file) or _office(files.file) for files in found}
    _check(found, offices)
    with connection.transaction():
        check_form(connection, shown)
        connection.rows(statements.LOCK_PLANS)
        known = {files.file: _known(connection, files.file) for files in found}
        problems = [problem for files in found if (problem := _differs(files, known[files.file]))]
        if problems:
            raise Refused(problems)
        for files in found:
            there = known[files.file]
            plan = there[0] if there else _insert(connection, files, offices[files.file])
            _put_sides(connection, plan, files, is_new=there is None)
        whose = {file: name for _, file, name, _ in connection.rows(statements.ALL_PLANS)}
    return [Loaded(files.file, whose[files.file], known[files.file] is None) for files in found]


def _listed_offices(folder: Path) -> dict[str, str]:
    """The offices by the files of the folder's ledger.yaml, where there is one. Refused with its faults."""
    path = folder / PLAN_LIST
    if not path.is_file():
        return {}
    plans = load_plan_list(path, PLAN_LIST).plans
    inside = (one for one in plans if one.path.is_relative_to(folder))
    return {one.path.relative_to(folder).as_posix(): one.office for one in inside}


def _office(file: str) -> str:
    """The office that a plan's path says: its uppermost folder, or its own name; "" where that says none."""
    path = PurePosixPath(file)
    if len(path.parts) > 1:
        return path.parts[0]
    return "" if path.name == "tasks.yaml" else path.stem


def _check(found: list[PlanFiles], offices: Mapping[str, str]) -> None:
    """Refused with every plan and log that cannot be read, and every plan of nobody."""
    problems: list[Problem] = []
    for files in found:
        try:
            parse_plan(decode(files.text, files.file), files.file)
            parse_log(files.log, log_file_of(files.file))
        except Refused as refused:
            problems += refused.problems
        if not offices[files.file]:
            fix = "请把它放进以单位命名的文件夹，或加 --office 单位"
            problems.append(Problem(files.file, "不知道这份计划是哪个单位的", fix))
    if problems:
        raise Refused(problems)


def _known(connection: Connection, file: str) -> tuple[int, LedgerContent] | None:
    """The plan of that path with all that the database has of it; None where it has none."""
    found = connection.rows(statements.PLAN_OF_FILE, (file,))
    if not found:
        return None
    ((plan,),) = found
    return plan, read_content(connection, plan, file)


def _differs(files: PlanFiles, known: tuple[int, LedgerContent] | None) -> Problem | None:
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
    made = projection(plan, LedgerContent(1, 1, files.text, len(rows), files.log))
    connection.rows(statements.PROJECT, (*made.values(), plan, 1))
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
