"""What is written beside a line: the works that it is about, and seldom the index of all of them."""

from __future__ import annotations

import pytest

from qjtask.core.log.entry import Do
from qjtask.storage.postgres import projecting
from tests.database_office import DatabaseOffice, check_projection
from tests.database_server import OWNER
from tests.storage.ledger_contract import BY, nobody, note

KEPT = "SELECT login, reach, text_version, places FROM qjtask.projections WHERE plan = 1 ORDER BY reach"
ALL = 2**31 - 1


@pytest.mark.parametrize("most_behind", [1, 3, 64])
def test_what_was_appended_one_by_one_is_what_is_made_of_all(
    most_behind: int, office: DatabaseOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(projecting, "_MOST_BEHIND", most_behind)
    for name in "abcdef":
        with office.open().writing(nobody) as book:
            book.append([note(name, "1.1" if name in "ace" else "1.2")])
        check_projection(office)


def test_what_a_report_says_of_another_is_indexed_at_once(office: DatabaseOffice) -> None:
    with office.open().writing(nobody) as book:
        book.append([note("a"), note("b")])
        book.append([note("c")._replace(do=Do.UNDO, undoes="b")])
    assert office.sql(KEPT) == [(BY, 0, 1, 3), (OWNER, ALL, 1, 0)]
    check_projection(office)


def test_an_index_is_written_where_there_is_none_or_one_of_much_fewer_rows(office: DatabaseOffice) -> None:
    owners = (OWNER, ALL, 1, 0)
    with office.open().writing(nobody) as book:
        book.append([note(str(number)) for number in range(63)])
        assert office.sql(KEPT) == [owners]
        check_projection(office)
        book.append([note("a")])
        assert office.sql(KEPT) == [(BY, 0, 1, 64), owners]
        book.append([note("b")])
        assert office.sql(KEPT) == [(BY, 0, 1, 64), owners]
    office.sql("DELETE FROM qjtask.projections")
    with office.open().writing(nobody) as book:
        book.append([note("c")])
    assert office.sql(KEPT) == [(BY, 0, 1, 66)]
    check_projection(office)


@pytest.mark.parametrize("text", [b"- x", b"- {id: b, item: '1.1', do: done, on: 2021-06-20}"], ids=str)
def test_what_a_hand_wrote_is_taken_with_all_the_rest(text: bytes, office: DatabaseOffice) -> None:
    with office.open().writing(nobody) as book:
        book.append([note("a")])
    (line,) = office.open().log().lines()
    with office.open(OWNER).writing(nobody) as book:
        book.append_lines([line._replace(id="b", text=text)])
    check_projection(office, OWNER)
    with office.open().writing(nobody) as book:
        book.append([note("c")])
    check_projection(office)
