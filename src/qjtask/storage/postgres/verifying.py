"""`qjtask db verify`: whether the rules hold, the logs are whole, and the database has what a dump has."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qjtask.core.log.digest import LogLine, log_digest, signs
from qjtask.core.log.merging import differing_lines, missing_lines
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Problem, Refused
from qjtask.storage.logs.log_file import parse_log
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.connection import Connection
from qjtask.storage.postgres.database_content import check_form, read_content
from qjtask.storage.postgres.dumped_files import PlanFiles, log_file_of, plan_files
from qjtask.storage.postgres.mending import mend

_TRIGGERS, _POLICIES = 6, 7
"""How many rules.sql makes."""

_OWNED_PUBLIC = 150000
"""PostgreSQL 15, the first in which a database's owner has a say in its schema `public`."""

_MOST_NAMED = 10


class PlanState(NamedTuple):
    """A plan in the database: whose, its records, their digest's sign; how many a dump lacks, or None."""

    file: str
    office: str
    records: int
    sign: str
    since: int | None


def verify(
    connection: Connection, day: date, folder: Path | None, shown: str
) -> tuple[list[PlanState], list[Problem]]:
    """Every plan that this login may see as it stands, and all that is not as it must be.

    What is known of works to say what to read is brought up to date, where the owner asks.
    """
    check_form(connection, shown)
    dumped = {} if folder is None else {files.file: files for files in plan_files(folder, str(folder))}
    ((is_owner,),) = connection.rows(statements.IS_OWNER)
    states: list[PlanState] = []
    problems = list(_rules(connection, shown))
    for plan, file, office, places in connection.rows(statements.ALL_PLANS):
        ((count, last),) = connection.rows(statements.COUNT_LINES, (plan,))
        if not count == last == places:
            told = f"记录应有{places}行，现有{count}行：有人绕过规则改了数据库"
            problems.append(Problem(file, told, "请与备份比对，从备份恢复"))
        content = read_content(connection, plan, file)
        try:
            lines = _lines(content.log, log_file_of(file))
        except Refused as refused:
            problems += refused.problems
            continue
        if not mend(connection, plan, content, is_owner=bool(is_owner)):
            problems.append(_wrong_projection(file, is_owner=bool(is_owner)))
        files = dumped.pop(file, None)
        since = None if files is None else len(missing_lines(_lines(files.log, file), lines))
        states.append(PlanState(file, office, len(lines), signs(log_digest(lines, day)), since))
        if files:
            problems += _against(connection, plan, files, lines)
    problems += [Problem(file, "数据库里没有这份计划", "请核对是不是换了数据库") for file in dumped]
    return states, problems


def _wrong_projection(file: str, *, is_owner: bool) -> Problem:
    told = "库里记的各项下一时限等和计划、记录不符"
    if is_owner:
        return Problem(file, f"{told}，已重算", "", is_warning=True)
    return Problem(file, told, "请库主运行 qjtask db verify，它会重算", is_warning=True)


def _lines(log: bytes, shown: str) -> list[LogLine]:
    return parse_log(log, shown).lines()


def _rules(connection: Connection, shown: str) -> list[Problem]:
    """What of rules.sql is not in force."""
    ((triggers,),) = connection.rows(statements.TRIGGERS)
    ((policies,),) = connection.rows(statements.ROW_SECURITY)
    ((is_open,),) = connection.rows(statements.OPEN_TO_ALL)
    found = []
    if triggers != _TRIGGERS:
        found.append("防止改删的触发器不全，或被停用了")
    if policies != _POLICIES:
        found.append("行级权限不全，或被停用了")
    if is_open:
        found.append("谁都可以连进来，或谁都可以在里面建东西")
    fix = "请以库主的身份再运行一次 qjtask db init"
    if is_open and connection.version < _OWNED_PUBLIC:
        fix += "；PostgreSQL 14 和更早的还要超级用户收回 public 的 CREATE"
    problems = [Problem(shown, what, fix) for what in found]
    for (login,) in connection.rows(statements.UNBOUND):
        fix = "请收回它的权限：ALTER ROLE … NOSUPERUSER NOBYPASSRLS"
        problems.append(Problem(shown, f"登录名 {login} 后来成了超级用户，各单位的界限管不住它", fix))
    return problems


def _against(connection: Connection, plan: int, files: PlanFiles, lines: list[LogLine]) -> list[Problem]:
    """What a dump holds and the database does not any more, or holds otherwise."""
    found = []
    dumped = _lines(files.log, log_file_of(files.file))
    lost = [line.id for line in missing_lines(lines, dumped)]
    changed = [line.id for line in differing_lines(lines, dumped)]
    for ids, what in ((lost, "数据库里少了文件夹里有的记录"), (changed, "数据库里的记录和文件夹里的不同")):
        if ids:
            named = "、".join(ids[:_MOST_NAMED]) + ("等" if len(ids) > _MOST_NAMED else "")
            found.append(Problem(files.file, f"{what}：{len(ids)}条，{named}", "请查明是谁改的，从备份恢复"))
    ((has_text,),) = connection.rows(statements.HAS_TEXT, (plan, files.text))
    if not has_text:
        found.append(Problem(files.file, "文件夹里的计划，数据库里从来没有过", "请查明是哪一份被改过"))
    return found
