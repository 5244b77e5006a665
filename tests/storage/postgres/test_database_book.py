"""Writing to a database: each line once, whatever becomes of the connection, and nothing decided in vain."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

import pytest

from qjtask.core.log.entry import Do, Entry
from qjtask.core.problem import Refused
from qjtask.storage.logs.entry_line import format_entry
from qjtask.storage.logs.log_file import FENCE
from qjtask.storage.plans.plan_file import parse_plan
from qjtask.storage.postgres import addition, database_lock, projecting, statements
from qjtask.storage.postgres.connection import Connection
from qjtask.storage.postgres.database_book import DatabaseBook
from qjtask.storage.postgres.database_ledger import DatabaseLedger, ledger_at
from qjtask.storage.postgres.database_plan import DatabasePlan
from tests.cutting_proxy import ANYTHING, WRITING, Cut, CuttingProxy
from tests.database_office import OFFICE, UNPROJECTED, DatabaseOffice, check_projection
from tests.database_server import OWNER
from tests.storage.ledger_contract import BY, PLAN, RENUMBERED, ids, nobody, note, patiently

Proxied = Callable[..., CuttingProxy]
WRITERS = 50


@pytest.fixture
def proxied(office: DatabaseOffice) -> Iterator[Proxied]:
    """Puts a proxy before the office's server."""
    made: list[CuttingProxy] = []

    def proxied(decide: Callable[[], Cut], words: Sequence[bytes] = WRITING) -> CuttingProxy:
        made.append(CuttingProxy(office.server, decide, words))
        return made[-1]

    yield proxied
    for one in made:
        one.close()


def in_turn(*cuts: Cut) -> Callable[[], Cut]:
    left = iter(cuts)
    return lambda: next(left, Cut.NOWHERE)


def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addition, "PERSISTENCE", 0.3)


# Cut --------------------------------------------------------------------------------------------


def opened(ledger: DatabaseLedger, *, in_part: bool) -> AbstractContextManager[DatabaseBook]:
    return ledger.writing_in_part(nobody) if in_part else ledger.writing(nobody)


@pytest.mark.parametrize("in_part", [False, True])
@pytest.mark.parametrize("cut", [Cut.BEFORE, Cut.AFTER])
def test_a_cut_connection_loses_and_doubles_nothing(
    cut: Cut, in_part: bool, office: DatabaseOffice, proxied: Proxied
) -> None:
    proxy = proxied(in_turn(cut, cut))
    with opened(ledger_at(proxy.address(office.name, BY)), in_part=in_part) as book:
        book.append([note("a"), note("b")])
        book.append([note("c")])
    assert ids(office.open()) == ["a", "b", "c"]
    assert proxy.cuts == 2


@pytest.mark.parametrize("cut", [Cut.BEFORE, Cut.AFTER])
@pytest.mark.parametrize("entries", [[], [note("a", "1.3")]], ids=["alone", "with an entry"])
def test_a_plan_is_replaced_once_over_a_cut(
    cut: Cut, entries: list[Entry], office: DatabaseOffice, proxied: Proxied
) -> None:
    proxy = proxied(in_turn(cut))
    with ledger_at(proxy.address(office.name, BY)).writing(nobody) as book:
        book.replace_plan(RENUMBERED, entries)
        book.append([note("z")])
    with office.open().writing(nobody) as book:
        assert book.plan_text == RENUMBERED
    assert ids(office.open()) == [*(entry.id for entry in entries), "z"]
    assert office.sql("SELECT version FROM qjtask.plans WHERE id = 1") == [(3,)]


class Meddler:
    """Lets another write while a connection is cut and its lock free."""

    def __init__(self, office: DatabaseOffice, write: Callable[[DatabaseLedger], None]) -> None:
        self._office = office
        self._write: Callable[[DatabaseLedger], None] | None = write

    def __call__(self) -> Cut:
        write, self._write = self._write, None
        if write is None:
            return Cut.NOWHERE
        # The lock is not asked for: the writer's own connection has it until it is cut.
        write(self._office.open())
        return Cut.BEFORE


def send_without_lock(
    *names: str, item: str = "1.1", text: str | None = None
) -> Callable[[DatabaseLedger], None]:
    """What another writes meanwhile, through the function alone."""

    def write(ledger: DatabaseLedger) -> None:
        connection = ledger.source.connections.take(writing=True)
        lines = [f"{format_entry(note(name, item))}\n".encode() for name in names]
        content = ledger.source.content(connection)
        assert content
        new = text.encode() if text else None
        values = (1, content.version, list(names), lines, b"", new, *UNPROJECTED)
        assert connection.rows(statements.APPEND, values) == [(content.version + 1,)]

    return write


@pytest.mark.parametrize("in_part", [False, True])
def test_others_reports_on_other_works_do_not_stop_a_writer_that_was_cut(
    in_part: bool, office: DatabaseOffice, proxied: Proxied
) -> None:
    proxy = proxied(Meddler(office, send_without_lock("x", item="1.2")))
    with opened(ledger_at(proxy.address(office.name, BY)), in_part=in_part) as book:
        book.append([note("a", "1.1")])
        book.append([note("b", "1.1")])
    assert ids(office.open()) == ["x", "a", "b"]


@pytest.mark.parametrize(
    "write",
    [send_without_lock("x", item="1.1"), send_without_lock("x", item="1.2", text=RENUMBERED)],
    ids=["the same work", "another plan"],
)
@pytest.mark.parametrize("in_part", [False, True])
def test_what_was_decided_on_a_state_that_is_gone_is_not_written(
    write: Callable[[DatabaseLedger], None], in_part: bool, office: DatabaseOffice, proxied: Proxied
) -> None:
    proxy = proxied(Meddler(office, write))
    with (
        pytest.raises(Refused, match="什么也没有写入；请再运行一次"),
        opened(ledger_at(proxy.address(office.name, BY)), in_part=in_part) as book,
    ):
        book.append([note("a", "1.1")])
    assert ids(office.open()) == ["x"]


def test_who_never_hears_an_answer_says_that_it_does_not_know(
    office: DatabaseOffice, proxied: Proxied, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient(monkeypatch)
    proxy = proxied(lambda: Cut.AFTER)
    with (
        pytest.raises(Refused, match="不知道这一次记下了没有；请稍后运行 qjtask log 核对"),
        ledger_at(proxy.address(office.name, BY)).writing(nobody) as book,
    ):
        book.append([note("a")])
    assert ids(office.open()) == ["a"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "left_alone", "lines"), [(WRITING, 12, 20), (ANYTHING, 60, 4)], ids=["writing", "anything"]
)
def test_fifty_writers_over_cut_connections_lose_and_double_nothing(
    words: Sequence[bytes],
    left_alone: int,
    lines: int,
    office: DatabaseOffice,
    proxied: Proxied,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """1,000 of 1,000, none torn, none twice. Whoever is refused, and nothing was written, runs it again."""
    monkeypatch.setattr(addition, "PERSISTENCE", 3600.0)  # a slow machine is no reason to give up
    monkeypatch.setattr(database_lock, "PATIENCE", 3600.0)
    chance = random.Random(20210326)
    cuts = [Cut.BEFORE, Cut.AFTER, *[Cut.NOWHERE] * left_alone]
    proxy = proxied(lambda: chance.choice(cuts), words)

    def write(writer: int) -> None:
        ledger = ledger_at(proxy.address(office.name, BY))
        number = 0
        while number < lines:
            try:
                with ledger.writing(patiently) as book:
                    book.append([note(f"w{writer}-{number}", f"1.{writer % 2 + 1}")])
            except Refused as refused:
                assert "不知道" not in str(refused)  # noqa: PT017 - it goes on until it has heard
                continue
            number += 1

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    log = office.open().log()
    assert proxy.cuts > lines * WRITERS / 10
    assert (len(log.entries), log.problems) == (WRITERS * lines, ())
    assert {entry.id for entry in log.entries} == {
        f"w{writer}-{number}" for writer in range(WRITERS) for number in range(lines)
    }
    assert log.data.count(b"\n") == WRITERS * lines


# In part ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("most_behind", [1, 2, 64])
def test_what_is_written_in_part_is_what_is_written_of_all(
    most_behind: int, office: DatabaseOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(projecting, "_MOST_BEHIND", most_behind)
    with office.open().writing_in_part(nobody) as book:
        book.append([note("a"), note("b", "1.2")])
        book.append([note("c")])
        check_projection(office)
        book.append([note("d")._replace(do=Do.UNDO, undoes="c")])  # says something of another line
        check_projection(office)
        book.append([note("e")])
    assert ids(office.open()) == ["a", "b", "c", "d", "e"]


def test_a_plan_that_is_opened_in_part_can_be_replaced(office: DatabaseOffice) -> None:
    with office.open().writing_in_part(nobody) as book:
        book.append([note("a")])
        book.replace_plan(RENUMBERED, [note("b", "1.3")])
        book.append([note("c", "1.3")])
    check_projection(office)
    assert office.open().plan() == parse_plan(RENUMBERED, "p")


def test_in_part_nothing_is_fetched_but_what_is_asked_for(
    office: DatabaseOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def content(*_: object) -> None:
        pytest.fail("all of it was fetched")

    with monkeypatch.context() as patched, office.open().writing_in_part(nobody) as book:
        patched.setattr(DatabasePlan, "content", content)
        book.append([note("a")])
        book.append([note("b")])
    with office.open().writing_in_part(nobody) as book:
        assert [entry.id for entry in book.log.entries] == ["a", "b"]
        assert book.plan == parse_plan(PLAN, "p")


# Answers ----------------------------------------------------------------------------------------


def test_a_notice_beside_an_answer_is_no_acknowledgement(
    office: DatabaseOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wait for the standby that was broken off is told as success with a warning."""
    said: list[bool] = []

    def was_warned(self: Connection) -> bool:
        said.append(bool(self))
        return len(said) < 3

    with office.open().writing(nobody) as book:
        monkeypatch.setattr(Connection, "was_warned", property(was_warned))
        book.append([note("a")])
    assert len(said) == 3
    assert ids(office.open()) == ["a"]
    assert office.sql("SELECT version FROM qjtask.plans WHERE id = 1") == [(2,)]


def test_a_server_that_always_warns_is_not_believed(
    office: DatabaseOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient(monkeypatch)
    monkeypatch.setattr(Connection, "was_warned", property(lambda _: True))
    with pytest.raises(Refused, match="不知道这一次记下了没有"), office.open().writing(nobody) as book:
        book.append([note("a")])


@pytest.mark.parametrize(("torn", "ending"), [('- {"id": "x", "te', FENCE + b"\n"), ("# 备注", b"\n")])
def test_a_torn_last_line_is_fenced_off_and_kept(torn: str, ending: bytes, office: DatabaseOffice) -> None:
    connection = office.connection()
    values = (1, OFFICE, [None], [torn.encode()])
    connection.rows(statements.NEW_LINES, values)
    connection.rows("UPDATE qjtask.plans SET places = 1 WHERE id = 1")
    with office.open().writing(nobody) as book:
        book.append([note("a")])
        book.append([note("b")])
    log = office.open().log()
    assert log.data.startswith(torn.encode() + ending + b"- {")
    assert [entry.id for entry in log.entries] == ["a", "b"]


def test_an_id_that_another_line_has_is_refused(office: DatabaseOffice) -> None:
    with office.open().writing(nobody) as book:
        book.append([note("a")])
        with pytest.raises(Refused, match="有的记录号已经有了，内容却不同"):
            book.append([note("a")._replace(text="别的"), note("b")])
    assert ids(office.open()) == ["a"]


def test_a_clerk_takes_in_no_lines_of_others_and_the_owner_does(office: DatabaseOffice) -> None:
    with office.open().writing(nobody) as book:
        book.append([note("a")])
    (line,) = office.open().log().lines()
    theirs = line._replace(id="b", text=line.text.replace(b'"a"', b'"b"').replace(BY.encode(), b"lisi"))
    with office.open().writing(nobody) as book, pytest.raises(Refused, match="登记人不是登录名"):
        book.append_lines([theirs])
    with office.open(OWNER).writing(nobody) as book:
        book.append_lines([theirs])
    assert ids(office.open()) == ["a", "b"]


def test_nothing_to_write_is_nothing_written(office: DatabaseOffice) -> None:
    with office.open().writing(nobody) as book:
        book.append([])
    assert office.sql("SELECT version FROM qjtask.plans WHERE id = 1") == [(1,)]


def test_a_plan_at_fault_leaves_the_lock_free(office: DatabaseOffice) -> None:
    with office.open().writing(nobody) as book:
        book.replace_plan("title: [\n")
    for _ in range(2):
        with pytest.raises(Refused), office.open().writing(nobody):
            pytest.fail("it was read")
    assert office.open().log().entries == ()
    connection = office.connection()
    assert connection.rows(statements.TRY_LOCK, (0x716A0001, 1)) == [(True,)]
    assert PLAN.encode() in [bytes(text) for (text,) in connection.rows("SELECT bytes FROM qjtask.texts")]
