"""What a superuser did shows: in the counts, in the rules, and beside a dump."""

from __future__ import annotations

from pathlib import Path

import pytest

from qjtask.core.log.digest import log_digest, signs
from qjtask.core.problem import Problem
from qjtask.storage.postgres.database_content import read_content
from qjtask.storage.postgres.dumping import dump
from qjtask.storage.postgres.mending import mend
from qjtask.storage.postgres.verifying import PlanState, verify
from tests.database_office import OFFICE, OTHER_OFFICE, DatabaseOffice
from tests.database_server import OWNER
from tests.storage.ledger_contract import BY, MOMENT, PLAN, nobody, note

DAY = MOMENT.date()
MEDDLE = """
ALTER TABLE qjtask.{table} DISABLE TRIGGER keep;
{what};
ALTER TABLE qjtask.{table} ENABLE ALWAYS TRIGGER keep;
"""


@pytest.fixture
def written(office: DatabaseOffice) -> DatabaseOffice:
    with office.open().writing(nobody) as book:
        book.append([note("a"), note("b"), note("c")])
    return office


@pytest.fixture
def backup(written: DatabaseOffice, tmp_path: Path) -> Path:
    connection = written.connection()
    dump(connection, tmp_path / "备份", "p")
    connection.close()
    return tmp_path / "备份"


def found(office: DatabaseOffice, folder: Path | None = None) -> tuple[list[PlanState], list[Problem]]:
    connection = office.connection()
    try:
        return verify(connection, DAY, folder, "p")
    finally:
        connection.close()


def told(office: DatabaseOffice, folder: Path | None = None) -> list[str]:
    return [problem.what for problem in found(office, folder)[1]]


def meddle(office: DatabaseOffice, table: str, what: str) -> None:
    """What a superuser can do who means it."""
    office.sql(MEDDLE.format(table=table, what=what))


def test_all_is_well(written: DatabaseOffice, backup: Path) -> None:
    sign = signs(log_digest(written.open().log().lines(), DAY))
    empty = signs(log_digest([], DAY))
    with written.open().writing(nobody) as book:
        book.append([note("d")])
    states, problems = found(written, backup)
    assert problems == []
    now = signs(log_digest(written.open().log().lines(), DAY))
    assert states == [
        PlanState(f"{OFFICE}/tasks.yaml", OFFICE, 4, now, 1),
        PlanState(f"{OTHER_OFFICE}/tasks.yaml", OTHER_OFFICE, 0, empty, 0),
    ]
    assert now != sign


@pytest.mark.parametrize("place", [1, 2, 3])
def test_a_line_that_was_removed_shows(place: int, written: DatabaseOffice, backup: Path) -> None:
    meddle(written, "lines", f"DELETE FROM qjtask.lines WHERE plan = 1 AND place = {place}")
    assert told(written) == ["记录应有3行，现有2行：有人绕过规则改了数据库"]
    assert told(written, backup)[1:] == [f"数据库里少了文件夹里有的记录：1条，{'abc'[place - 1]}"]


def test_a_line_that_was_changed_shows_beside_a_dump(written: DatabaseOffice, backup: Path) -> None:
    statement = (
        "UPDATE qjtask.lines SET bytes = replace(convert_from(bytes, 'UTF8'), '进展b', '没有进展')::bytea"
    )
    meddle(written, "lines", statement.replace("::bytea", "::text::bytea"))
    assert told(written) == []
    assert told(written, backup) == ["数据库里的记录和文件夹里的不同：1条，b"]


def test_a_text_that_was_changed_shows_beside_a_dump(written: DatabaseOffice, backup: Path) -> None:
    meddle(written, "texts", "UPDATE qjtask.texts SET bytes = bytes || '# 改' WHERE plan = 1")
    assert told(written, backup) == ["文件夹里的计划，数据库里从来没有过"]


def test_a_plan_that_was_replaced_as_is_due_is_no_fault(written: DatabaseOffice, backup: Path) -> None:
    with written.open().writing(nobody) as book:
        book.replace_plan(PLAN + "# 改\n")
    assert told(written, backup) == []


def test_a_plan_that_the_database_lacks_shows(written: DatabaseOffice, backup: Path) -> None:
    (backup / "水利局.yaml").write_text(PLAN, "utf-8")
    assert told(written, backup) == ["数据库里没有这份计划"]


def test_a_log_that_cannot_be_read_shows_and_hides_no_other(written: DatabaseOffice) -> None:
    meddle(written, "lines", "UPDATE qjtask.lines SET bytes = 'x\n'")
    states, problems = found(written)
    assert [state.office for state in states] == [OTHER_OFFICE]
    assert "不像是登记记录" in problems[0].what


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("ALTER TABLE qjtask.lines DISABLE TRIGGER keep", "触发器不全"),
        ("ALTER TABLE qjtask.texts ENABLE TRIGGER keep_all", "触发器不全"),
        ("DROP TRIGGER keep ON qjtask.plans", "触发器不全"),
        ("ALTER TABLE qjtask.lines DISABLE ROW LEVEL SECURITY", "行级权限不全"),
        ("DROP POLICY own ON qjtask.sides", "行级权限不全"),
        ("GRANT TEMP ON DATABASE {name} TO PUBLIC", "谁都可以"),
        ("GRANT CONNECT ON DATABASE {name} TO PUBLIC", "谁都可以"),
        ("GRANT CREATE ON SCHEMA public TO PUBLIC", "谁都可以"),
        ("GRANT USAGE ON SCHEMA qjtask TO PUBLIC", "谁都可以"),
    ],
)
def test_a_rule_that_is_gone_shows_and_init_brings_it_back(
    statement: str, words: str, written: DatabaseOffice
) -> None:
    written.sql(statement.format(name=written.name))
    (problem,) = found(written)[1]
    assert words in problem.what
    assert problem.fix.startswith("请以库主的身份再运行一次 qjtask db init")
    written.install()
    if "SCHEMA public" in statement and written.connection().version < 150000:
        assert "超级用户收回 public 的 CREATE" in problem.fix
        written.sql("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    assert told(written) == []


WRONG = (
    "UPDATE qjtask.works SET next_due = '2030-01-01' WHERE plan = 1",
    "UPDATE qjtask.works SET owners = '别的科' WHERE plan = 1",
    "DELETE FROM qjtask.works WHERE plan = 1 AND place = 1",
    f"INSERT INTO qjtask.works VALUES (1, 9, '{OFFICE}', '1.9', '', NULL, '2021-01-01', NULL)",
)


@pytest.mark.parametrize("statement", WRONG)
def test_a_projection_that_is_wrong_is_told_and_made_anew(statement: str, written: DatabaseOffice) -> None:
    right = written.sql("SELECT * FROM qjtask.works ORDER BY plan, place")
    written.sql(statement)
    connection = written.connection(BY)
    assert [one.fix for one in verify(connection, DAY, None, "p")[1]] == [
        "请库主运行 qjtask db verify，它会重算"
    ]
    assert told(written) == ["库里记的各项下一时限等和计划、记录不符，已重算"]
    assert told(written) == []
    assert written.sql("SELECT * FROM qjtask.works ORDER BY plan, place") == right


def test_the_owners_index_is_brought_up_to_date(written: DatabaseOffice) -> None:
    kept = "SELECT login, places FROM qjtask.projections WHERE plan = 1 ORDER BY places"
    assert written.sql(kept) == [(OWNER, 0)]  # three rows behind is not yet far
    assert told(written) == []
    assert written.sql(kept) == [(OWNER, 3)]


def test_a_plan_that_is_written_meanwhile_is_left_alone(written: DatabaseOffice) -> None:
    connection = written.connection()
    before = read_content(connection, 1, "p")
    with written.open().writing(nobody) as book:
        book.append([note("d", "1.2")])
    asked = (
        "SELECT plan, login, places FROM qjtask.projections",
        "SELECT * FROM qjtask.works ORDER BY plan, place",
    )
    kept = [written.sql(statement) for statement in asked]
    assert mend(connection, 1, before, is_owner=True)
    assert [written.sql(statement) for statement in asked] == kept


def test_a_member_who_became_a_superuser_shows(written: DatabaseOffice) -> None:
    for power in ("SUPERUSER", "BYPASSRLS"):
        written.sql(f"ALTER ROLE {BY} {power}")
        try:
            assert told(written) == [f"登录名 {BY} 后来成了超级用户，各单位的界限管不住它"]
        finally:
            written.sql(f"ALTER ROLE {BY} NO{power}")
    assert told(written) == []


def test_a_clerk_verifies_what_it_sees(written: DatabaseOffice) -> None:
    connection = written.connection(BY)
    states, problems = verify(connection, DAY, None, "p")
    assert ([state.office for state in states], problems) == ([OFFICE], [])
