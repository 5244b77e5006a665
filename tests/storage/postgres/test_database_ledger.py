"""A ledger in PostgreSQL: it keeps every promise of a ledger."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import psycopg2
import pytest

from qjtask.core.problem import Refused
from qjtask.storage.postgres import database_lock, statements
from qjtask.storage.postgres.connection import Connection
from qjtask.storage.postgres.database_ledger import ledger_at
from tests.database_office import OFFICE, OTHER_OFFICE, DatabaseOffice
from tests.storage.ledger_contract import BY, PLAN, RENUMBERED, LedgerContract, ids, nobody, note, patiently


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    return lambda: monkeypatch.setattr(database_lock, "PATIENCE", 0.01)


class TestDatabaseLedger(LedgerContract):
    """The promises of every ledger."""


HOLDER = """
import sys
from qjtask.storage.postgres.database_ledger import DatabaseLedger, ledger_at
with ledger_at(sys.argv[1]).writing(lambda: None) as book:
    print("held", flush=True)
    sys.stdin.read()
"""


def test_killing_a_writer_frees_its_lock(office: DatabaseOffice) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, office.address()], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        holder.kill()
    with office.open().writing(patiently) as book:
        book.append([note("a")])
    assert ids(office.open()) == ["a"]


def test_who_holds_the_table_itself_is_waited_for_no_longer_than_the_server_says(
    office: DatabaseOffice,
) -> None:
    office.sql(f"ALTER ROLE {BY} SET lock_timeout = '50ms'")
    blocker = psycopg2.connect(office.address("postgres"))
    try:
        with office.open().writing(nobody) as book:
            with blocker.cursor() as cursor:
                cursor.execute("LOCK TABLE qjtask.plans")
            with pytest.raises(Refused, match="服务器上别的操作占着台账，什么也没有写入"):
                book.append([note("a")])
            blocker.rollback()
            book.append([note("b")])
    finally:
        blocker.close()
        office.sql(f"ALTER ROLE {BY} RESET lock_timeout")
    assert ids(office.open()) == ["b"]


def test_an_unchanged_plan_and_log_are_parsed_once(office: DatabaseOffice) -> None:
    ledger = office.open()
    plan, log = ledger.read()
    with ledger.writing(nobody) as book:
        assert (book.plan is plan, book.log is log) == (True, True)
    assert ledger.read().plan is plan


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The texts and logs that servers gave, one after another."""
    found: list[bytes] = []

    def rows(self: Connection, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        answer = asked(self, statement, values)
        if statement in {statements.CONTENT, statements.TEXT}:
            found.extend(bytes(one) for one in answer[0][-2:] if isinstance(one, memoryview))
        return answer

    asked = Connection.rows
    monkeypatch.setattr(Connection, "rows", rows)
    return found


def test_a_mark_fetches_plan_and_log_once(office: DatabaseOffice, fetched: list[bytes]) -> None:
    with office.open().writing(nobody) as book:
        book.append([note("a")])
    fetched.clear()
    ledger = office.open()
    assert ledger.plan().items()
    with ledger.writing(nobody) as book:
        assert [entry.id for entry in book.log.entries] == ["a"]
        book.append([note("b")])
    assert (fetched[0], len(fetched)) == (PLAN.encode(), 2)
    assert b'"a"' in fetched[1]


def test_of_what_others_wrote_meanwhile_only_that_is_fetched(
    office: DatabaseOffice, fetched: list[bytes]
) -> None:
    ledger, other = office.open(), office.open()
    with ledger.writing(nobody) as book:
        book.append([note("a")])
    for text in (None, RENUMBERED):
        with other.writing(nobody) as book:
            if text:
                book.replace_plan(text)
            else:
                book.append([note("b")])
        fetched.clear()
        plan, log = ledger.read()
        assert (len(fetched), [entry.id for entry in log.entries]) == (1, ["a", "b"])
        assert plan == office.open().plan()


def test_a_torn_line_that_was_fenced_off_is_fetched_once(office: DatabaseOffice) -> None:
    torn = (1, OFFICE, [None], [b'- {"id": "x", "te'])
    connection = office.connection()
    connection.rows(statements.NEW_LINES, torn)
    connection.rows("UPDATE qjtask.plans SET places = 1 WHERE id = 1")
    ledger = office.open()
    with ledger.writing(nobody) as book:
        book.append([note("a")])
    with office.open().writing(nobody) as book:
        book.append([note("b")])
    assert ledger.log().data == office.open().log().data


def test_a_plan_at_fault_is_told_under_its_address(office: DatabaseOffice) -> None:
    with office.open().writing(nobody) as book:
        book.replace_plan("title: x\nyaer: 2021\n")
    ledger = office.open()
    with pytest.raises(Refused) as refused:
        ledger.plan()
    assert f"{office.address()}&plan={OFFICE}/tasks.yaml:2:1" in {
        str(one.where) for one in refused.value.problems
    }
    assert ledger.log().entries == ()


def test_nothing_of_a_database_is_a_file(office: DatabaseOffice, tmp_path: Path) -> None:
    ledger = office.open()
    assert not ledger.is_log(tmp_path)
    assert ledger.stray_copies(ledger.log()) == []
    assert ledger.folder == Path.cwd()


def test_several_plans_share_one_connection(office: DatabaseOffice) -> None:
    """Of four hundred plans each with its own, the server would have no room for the others."""
    office.sql(f"INSERT INTO qjtask.members VALUES ('{BY}', '{OTHER_OFFICE}', true)")
    several = office.open().several()
    assert [(place.file, place.office) for place, _ in several] == [
        (f"{OFFICE}/tasks.yaml", OFFICE),
        (f"{OTHER_OFFICE}/tasks.yaml", OTHER_OFFICE),
    ]
    for _, ledger in several:
        with ledger.writing(nobody) as book:
            book.append([note("a")])
        assert ids(ledger) == ["a"]
    assert several[0][1].shown != several[1][1].shown
    counted = f"SELECT count(*) FROM pg_stat_activity WHERE usename = '{BY}' AND datname = '{office.name}'"
    assert office.sql(counted) == [(1,)]


def test_of_several_plans_an_address_may_name_one(office: DatabaseOffice) -> None:
    (only,) = ledger_at(f"{office.address()}&plan={OFFICE}").several()
    assert only[0].file == f"{OFFICE}/tasks.yaml"
