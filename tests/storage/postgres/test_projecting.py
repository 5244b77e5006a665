"""What core makes of a plan goes with every append, and misleads nobody but who wrote it."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from qjtask.core.log.entry import Do
from qjtask.core.problem import Refused
from qjtask.storage.index.index_form import INDEX_KIND, INT
from qjtask.storage.index.plan_index import PlanIndex
from qjtask.storage.logs.entry_line import format_entry
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.database_content import read_content
from qjtask.storage.postgres.database_index import DatabaseIndex
from qjtask.storage.postgres.database_ledger import ledger_at
from qjtask.storage.postgres.granting import grant
from qjtask.storage.postgres.projecting import Projection, projection
from tests.database_office import OFFICE, OTHER_OFFICE, STRANGER, DatabaseOffice
from tests.database_server import OWNER
from tests.storage.ledger_contract import BY, RENUMBERED, nobody, note

COLLEAGUE = "wangwu"
TODAY = date(2021, 6, 20)
WORKS = "SELECT item, owners, next_due, since, latest FROM qjtask.works WHERE plan = 1 ORDER BY place"
KEPT = "SELECT login, reach, text_version, places FROM qjtask.projections WHERE plan = 1 ORDER BY reach"
DUE = date(2021, 6, 30)
ALL = 2**31 - 1


def test_works_stand_there_as_core_sees_them(office: DatabaseOffice) -> None:
    first, second = office.sql(WORKS)
    assert first[:3] == ("1.1", "建管科", DUE)
    assert second[:3] == ("1.2", "审批科", None)
    with office.open().writing(nobody) as book:
        book.append([note("a"), note("b")])
    assert office.sql(WORKS) == [("1.1", "建管科", DUE, note("a").on, note("a").on), second]
    with office.open().writing(nobody) as book:
        book.append([note("c")._replace(do=Do.DONE)])
    assert office.sql(WORKS)[0][2] is None
    with office.open().writing(nobody) as book:
        book.append([note("d")._replace(do=Do.UNDO, undoes="c")])
    assert office.sql(WORKS)[0][2] == DUE


def test_another_plan_has_other_works(office: DatabaseOffice) -> None:
    with office.open().writing(nobody) as book:
        book.append([note("a")])
        book.replace_plan(RENUMBERED, [note("b", "1.3")])
    assert [(row[0], row[-1]) for row in office.sql(WORKS)] == [("1.1", note("a").on), ("1.3", note("b").on)]
    assert office.sql(KEPT) == [(BY, 0, 3, 2)]


def test_a_plan_that_is_none_has_no_works(office: DatabaseOffice) -> None:
    with office.open().writing(nobody) as book:
        book.replace_plan("title: [\n")
    assert (office.sql(WORKS), office.sql(KEPT)) == ([], [])


def test_whoever_belongs_to_more_offices_takes_the_place_of_others(office: DatabaseOffice) -> None:
    with office.open().writing(nobody) as book:
        book.append([note(str(number)) for number in range(64)])
    assert office.sql(KEPT) == [(BY, 0, 1, 64), (OWNER, ALL, 1, 0)]
    with office.open(OWNER).writing(nobody) as book:
        book.append([note("b")._replace(by="别人")])
    assert office.sql(KEPT) == [(OWNER, ALL, 1, 65)]


def test_of_many_clerks_the_newest_indexes_stay(office: DatabaseOffice) -> None:
    office.sql(
        "INSERT INTO qjtask.projections SELECT 1, 'clerk' || n, 0, office, text_version, n, form, bytes"
        " FROM qjtask.projections, generate_series(1, 40) a (n) WHERE plan = 1"
    )
    with office.open().writing(nobody) as book:
        book.append([note(str(number)) for number in range(64)])
    kept = office.sql(KEPT)
    assert len(kept) == 16
    assert {login for login, *_ in kept} == {BY, OWNER, *(f"clerk{number}" for number in range(27, 41))}


# A lie -----------------------------------------------------------------------------------------------


def lie(office: DatabaseOffice, login: str = BY) -> None:
    """Append an entry with an index that says that nothing is wanted any more."""
    connection = office.connection(login)
    content = read_content(connection, 1, "p")
    line = f"{format_entry(note('m')._replace(by=login))}\n".encode()
    after = content.after(content.version + 1, [line], None)
    made = projection(1, after)
    assert made.packed
    index = PlanIndex(memoryview(made.packed))
    columns = {**index.columns, "kind": array(INT, [0]) * index.size}
    packed = index.grown(index.head, columns, index.offices).packed()
    sent = Projection(packed, is_whole=True, works=made.works).values()
    assert connection.rows(statements.APPEND, (1, content.version, ["m"], [line], b"", None, *sent))
    connection.close()


def kinds_seen(office: DatabaseOffice, login: str) -> Sequence[int] | None:
    """What the index says that this login goes by."""
    ledger = ledger_at(f"{office.address(login)}&plan={OFFICE}")
    ledger.source.asked(ledger.source.place)
    found = DatabaseIndex(ledger).open(TODAY)
    return found.index.columns["kind"] if found else None


@pytest.fixture
def colleague(office: DatabaseOffice) -> DatabaseOffice:
    """Somebody else is of the same office."""
    if not office.sql(f"SELECT 1 FROM pg_roles WHERE rolname = '{COLLEAGUE}'"):
        office.server.sql(f"CREATE ROLE {COLLEAGUE} LOGIN")
    connection = office.connection()
    grant(connection, COLLEAGUE, [OFFICE], may_write=True)
    connection.close()
    return office


def test_a_lie_misleads_nobody_but_who_told_it(colleague: DatabaseOffice) -> None:
    before = kinds_seen(colleague, BY)
    assert before
    assert any(before)
    lie(colleague)
    assert not any(kinds_seen(colleague, BY) or [1])
    for login in (COLLEAGUE, OWNER):
        assert kinds_seen(colleague, login) == before


def test_who_sees_all_is_trusted_by_those_who_do_not(colleague: DatabaseOffice) -> None:
    before = kinds_seen(colleague, BY)
    connection = colleague.connection()
    grant(connection, STRANGER, None, may_write=True)
    connection.close()
    lie(colleague, STRANGER)
    for login in (BY, COLLEAGUE, STRANGER):
        assert not any(kinds_seen(colleague, login) or [1])
    connection = colleague.connection()
    grant(connection, COLLEAGUE, [OFFICE, OTHER_OFFICE], may_write=True)
    grant(connection, BY, None, may_write=True)
    for login in (BY, COLLEAGUE, OWNER):  # each of them sees as much
        assert kinds_seen(colleague, login) == before


def test_who_is_of_several_offices_misleads_nobody_of_one(colleague: DatabaseOffice) -> None:
    before = kinds_seen(colleague, BY)
    connection = colleague.connection()
    grant(connection, COLLEAGUE, [OFFICE, OTHER_OFFICE], may_write=True)
    connection.close()
    lie(colleague, COLLEAGUE)
    assert kinds_seen(colleague, BY) == before


def test_a_lie_ends_with_the_owners_next_look(colleague: DatabaseOffice) -> None:
    before = kinds_seen(colleague, BY)
    lie(colleague)
    connection = colleague.connection()
    content = read_content(connection, 1, "p")
    connection.rows(statements.PROJECT, (*projection(1, content).values(), 1, content.version))
    assert kinds_seen(colleague, BY) == before


HOSTILE: dict[str, tuple[Any, ...]] = {
    "too many works": (INDEX_KIND, b"x", True, [0, 1], ["1"], ["x"], [None], [DUE], [None]),
    "a place twice": (INDEX_KIND, None, True, *([one] * 2 for one in (0, "1", "x", None, DUE, None))),
    "no form": (None, b"x", False, [], [], [], [], [], []),
    "no place": (INDEX_KIND, None, True, [None], ["1"], ["x"], [None], [DUE], [None]),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_projection_keeps_the_line_out(name: str, office: DatabaseOffice) -> None:
    connection = office.connection(BY)
    line = f"{format_entry(note('m'))}\n".encode()
    with pytest.raises(Refused):
        connection.rows(statements.APPEND, (1, 1, ["m"], [line], b"", None, *HOSTILE[name]))
    assert office.open().log().entries == ()
