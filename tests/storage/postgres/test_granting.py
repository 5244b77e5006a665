"""To which offices a login belongs: to those that were named last, and to no other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.postgres.database_ledger import ledger_at
from qjtask.storage.postgres.granting import grant
from qjtask.storage.postgres.loading import load
from tests.database_office import OFFICE, OTHER_OFFICE, STRANGER, DatabaseOffice
from tests.database_server import OWNER
from tests.storage.ledger_contract import BY, PLAN, nobody, note


def granted(
    office: DatabaseOffice, login: str, offices: Sequence[str] | None, *, may_write: bool = True
) -> list[str]:
    connection = office.connection()
    try:
        return grant(connection, login, offices, may_write=may_write)
    finally:
        connection.close()


def seen_by(office: DatabaseOffice, login: str) -> list[object]:
    return [file for (file,) in office.sql("SELECT file FROM qjtask.plans ORDER BY id", login)]


def test_the_offices_named_last_are_all(office: DatabaseOffice) -> None:
    assert granted(office, BY, [OTHER_OFFICE, OTHER_OFFICE]) == [OTHER_OFFICE]
    assert seen_by(office, BY) == [f"{OTHER_OFFICE}/tasks.yaml"]
    assert granted(office, BY, [OFFICE, OTHER_OFFICE]) == [OFFICE, OTHER_OFFICE]
    assert len(seen_by(office, BY)) == 2
    assert seen_by(office, STRANGER) == [f"{OTHER_OFFICE}/tasks.yaml"]


def test_all_are_also_those_to_come(office: DatabaseOffice, tmp_path: Path) -> None:
    granted(office, BY, None)
    (tmp_path / "林业局.yaml").write_text(PLAN, "utf-8")
    connection = office.connection()
    load(connection, tmp_path, None, "p")
    connection.close()
    assert len(seen_by(office, BY)) == 3
    assert len(seen_by(office, STRANGER)) == 1
    granted(office, BY, [OFFICE])
    (tmp_path / "水利局.yaml").write_text(PLAN, "utf-8")
    connection = office.connection()
    load(connection, tmp_path, None, "p")
    connection.close()
    assert len(seen_by(office, BY)) == 1


def test_who_may_only_read_is_told_so_when_it_writes(office: DatabaseOffice) -> None:
    granted(office, BY, None, may_write=False)
    ledger = office.open(OWNER)  # the owner's address names the plan
    reader = ledger_at(office.address(BY) + f"&plan={OFFICE}")
    with reader.writing(nobody) as book, pytest.raises(Refused, match="没有这样的权限，什么也没有写入"):
        book.append([note("a")])
    assert ledger.log().entries == ()


@pytest.mark.parametrize(
    ("login", "words"),
    [
        ("niemand", "服务器上没有这个登录名；请先运行 createuser"),
        ("pg_monitor", "服务器上没有这个登录名"),
        ("postgres", "各单位的界限管不住它"),
        (OWNER, "各单位的界限管不住它"),
        ("deputy", "各单位的界限管不住它"),
        ("streamer", "各单位的界限管不住它"),
        ('quo"te', "记录不能照写的字符"),
    ],
)
def test_a_login_that_row_security_does_not_bind_is_refused(
    login: str, words: str, office: DatabaseOffice
) -> None:
    made = {
        "deputy": f"CREATE ROLE deputy LOGIN IN ROLE {OWNER}",
        "streamer": "CREATE ROLE streamer LOGIN REPLICATION",
        'quo"te': 'CREATE ROLE "quo""te" LOGIN',
    }
    if login in made:
        office.sql(made[login])
    try:
        with pytest.raises(Refused, match=words):
            granted(office, login, None)
    finally:
        if login in made:
            office.sql('DROP ROLE "' + login.replace('"', '""') + '"')


def test_an_office_that_is_none_is_told_with_those_that_are(office: DatabaseOffice) -> None:
    with pytest.raises(Refused, match=f"台账里没有“水利局”的计划；现有的单位：.*{OFFICE}"):
        granted(office, BY, [OFFICE, "水利局"])
    assert seen_by(office, BY) == [f"{OFFICE}/tasks.yaml"]


def test_a_clerk_grants_nothing(office: DatabaseOffice) -> None:
    connection = office.connection(BY)
    with pytest.raises(Refused, match="没有这样的权限"):
        grant(connection, BY, None, may_write=True)
    assert seen_by(office, BY) == [f"{OFFICE}/tasks.yaml"]


def test_a_chinese_login_writes_under_its_name(office: DatabaseOffice) -> None:
    office.sql('CREATE ROLE "王芳" LOGIN')
    try:
        granted(office, "王芳", [OFFICE])
        with office.open("王芳").writing(nobody) as book:
            book.append([note("a")._replace(by="王芳")])
        assert office.open("王芳").reporter == "王芳"
        assert [entry.by for entry in office.open().log().entries] == ["王芳"]
    finally:
        office.sql('DROP OWNED BY "王芳"')
        office.sql('DROP ROLE "王芳"')
