"""The tables made once, the rules and rights every time."""

from __future__ import annotations

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.postgres.installing import install
from tests.database_office import OFFICE, DatabaseOffice, connected
from tests.database_server import OWNER
from tests.storage.ledger_contract import BY, nobody, note


def test_a_second_time_changes_no_table(office: DatabaseOffice) -> None:
    with office.open().writing(nobody) as book:
        book.append([note("a")])
    before = office.sql("SELECT ledger FROM qjtask.about")
    connection = office.connection()
    assert install(connection, "p") == (False, [])
    assert office.sql("SELECT ledger FROM qjtask.about") == before
    assert [entry.id for entry in office.open().log().entries] == ["a"]


def test_a_member_whose_login_is_gone_is_told(office: DatabaseOffice) -> None:
    """As after a backup was restored on another server."""
    office.sql(f"INSERT INTO qjtask.members VALUES ('niemand', '{OFFICE}', true)")
    connection = office.connection()
    is_new, doubts = install(connection, "p")
    assert not is_new
    assert [doubt.what for doubt in doubts] == ["服务器上没有登录名 niemand"]
    assert doubts[0].is_warning


def test_a_members_rights_come_back(office: DatabaseOffice) -> None:
    office.sql(f"REVOKE ALL ON ALL TABLES IN SCHEMA qjtask FROM {BY}")
    office.sql(f"REVOKE ALL ON DATABASE {office.name} FROM {BY}")
    with pytest.raises(Refused, match="没有被授权；请管理员运行 qjtask db grant"):
        office.open().log()
    office.install()
    assert office.open().log().entries == ()


@pytest.mark.parametrize(
    ("form", "words"),
    [(3, "由更新的 qjtask 建的；请先更新 qjtask"), (0, "由旧的 qjtask 建的；请管理员用现在")],
)
def test_another_versions_tables_are_left_alone(form: int, words: str, office: DatabaseOffice) -> None:
    office.sql(f"UPDATE qjtask.about SET form = {form}")
    with pytest.raises(Refused, match=words):
        office.open().log()
    connection = office.connection()
    with pytest.raises(Refused, match=words):
        install(connection, "p")


def test_the_tables_of_form_1_get_what_they_lack(office: DatabaseOffice) -> None:
    """As qjtask made them before there were projections, with a log in them."""
    with office.open().writing(nobody) as book:
        book.append([note("a")])
    before = [office.sql(f"TABLE qjtask.{table}") for table in ("plans", "texts", "lines", "works")]
    office.sql("DROP TABLE qjtask.projections, qjtask.works")
    for name in ("append", "project"):
        office.sql(f"DROP FUNCTION qjtask.{name}")
    old = "qjtask.append(integer, bigint, text[], bytea[], bytea, bytea)"
    office.sql(f"CREATE FUNCTION {old} RETURNS bigint LANGUAGE sql AS 'SELECT NULL::bigint'")
    office.sql(f"ALTER FUNCTION {old} OWNER TO {OWNER}")
    office.sql("UPDATE qjtask.about SET form = 1")
    with pytest.raises(Refused, match="由旧的 qjtask 建的；请管理员用现在的 qjtask 运行 qjtask db init"):
        office.open().log()
    office.install()
    after = [office.sql(f"TABLE qjtask.{table}") for table in ("plans", "texts", "lines")]
    assert after == before[:3]
    assert sorted(map(str, office.sql("TABLE qjtask.works"))) == sorted(map(str, before[3]))
    assert office.sql("SELECT count(*) FROM pg_proc WHERE proname = 'append' AND pronargs = 6") == [(0,)]
    assert office.sql("SELECT login, places FROM qjtask.projections WHERE plan = 1") == [(OWNER, 1)]
    with office.open().writing(nobody) as book:
        book.append([note("b")])
    assert [entry.id for entry in office.open().log().entries] == ["a", "b"]


def test_a_database_in_another_encoding_is_refused(office: DatabaseOffice) -> None:
    name = f"{office.name}_latin"
    office.server.sql(f"CREATE DATABASE {name} OWNER {OWNER} ENCODING 'LATIN1' TEMPLATE template0")
    connection = connected(office.server.address(name))
    try:
        with pytest.raises(Refused, match="数据库的编码是 LATIN1；请用 createdb --encoding UTF8"):
            install(connection, "p")
    finally:
        connection.close()
        office.server.sql(f"DROP DATABASE {name}")


def test_an_owner_who_may_do_everything_is_told(office: DatabaseOffice) -> None:
    name = f"{office.name}_mighty"
    office.server.sql(f"CREATE DATABASE {name}")
    connection = connected(office.server.address(name, "postgres"))
    try:
        is_new, doubts = install(connection, "p")
        assert (is_new, [doubt.is_warning for doubt in doubts]) == (True, [True])
        assert "库主是超级用户" in doubts[0].what
    finally:
        connection.close()
        office.server.sql(f"DROP DATABASE {name}")


def test_a_clerk_makes_no_tables(office: DatabaseOffice) -> None:
    connection = office.connection(BY)
    with pytest.raises(Refused, match="没有这样的权限"):
        install(connection, "p")
