"""What every kind of ledger promises. A kind's tests inherit `LedgerContract` and give it their `office`."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta, timezone
from typing import Protocol

import pytest

from qjtask.core.log.entry import Do, Entry
from qjtask.core.problem import Refused
from qjtask.storage.ledger import Ledger, SideKind
from qjtask.storage.plans.plan_file import parse_plan

PLAN = """\
title: 重点工作任务分解表
year: 2021
groups:
- id: "1"
  heading: 建设
  items:
  - id: "1.1"
    work: 推进农村公路建设
    units: [建管科]
    deadline: 2021年6月30日
  - id: "1.2"
    work: 承接下放的许可事项
    units: [审批科]
    deadline: 持续推进
"""
RENUMBERED = PLAN.replace('"1.2"', '"1.3"')
MOMENT = datetime(2021, 6, 9, 9, 0, tzinfo=timezone(timedelta(hours=8)))
WRITERS, EACH = 6, 4
BY = "zhangsan"
"""Whoever opens the office's ledger: in a database a login, and nobody writes under another name."""
LONG = 600
"""Seconds after which a test that hangs is given up; none that is only slow takes so long."""


class Office(Protocol):
    """A ledger made for one test, with PLAN and no log."""

    def open(self) -> Ledger:
        """Open the ledger anew, as another process would."""

    def lay(self, kind: SideKind, content: bytes) -> None:
        """Lay something beside the plan."""


def note(name: str, item: str = "1.1") -> Entry:
    return Entry(name, item, Do.NOTE, date(2021, 6, 9), MOMENT, BY, text=f"进展{name}")


def ids(ledger: Ledger) -> list[str]:
    return [entry.id for entry in ledger.log().entries]


def nobody() -> None:
    """Nobody is to wait."""
    pytest.fail("it waited")


def patiently() -> None:
    """Waiting is no matter here."""


def whole(_: bytes) -> bool:
    return True


class LedgerContract:
    """The promises, one a test."""

    def test_a_new_ledger_has_its_plan_and_an_empty_log(self, office: Office) -> None:
        ledger = office.open()
        assert ledger.plan() == parse_plan(PLAN, "p")
        assert (ledger.log().entries, ledger.log().problems) == ((), ())
        assert ledger.read() == (ledger.plan(), ledger.log())

    def test_what_is_appended_is_there_for_everybody_in_its_order(self, office: Office) -> None:
        with office.open().writing(nobody) as book:
            book.append([note("a"), note("b")])
            book.append([note("c")])
        ledger = office.open()
        assert [entry._replace(line=0) for entry in ledger.log().entries] == [note("a"), note("b"), note("c")]
        assert ledger.read().log == ledger.log()

    def test_lines_of_a_copy_are_taken_in_as_they_stand(self, office: Office) -> None:
        with office.open().writing(nobody) as book:
            book.append([note("a")])
        lines = office.open().log().lines()
        with office.open().writing(nobody) as book:
            book.append_lines([one._replace(id="b", text=one.text.replace(b'"a"', b'"b"')) for one in lines])
        assert ids(office.open()) == ["a", "b"]

    def test_a_book_has_read_plan_and_log(self, office: Office) -> None:
        with office.open().writing(nobody) as book:
            assert (book.plan, book.plan_text, book.log.entries) == (parse_plan(PLAN, "p"), PLAN, ())
            book.append([note("a")])
        with office.open().writing(nobody) as book:
            assert [entry.id for entry in book.log.entries] == ["a"]

    def test_a_book_is_read_after_the_lock_is_taken(self, office: Office) -> None:
        """Who reads before locking decides upon what another is changing."""
        ledger = office.open()
        ledger.read()
        waits, decided = threading.Event(), []

        def second() -> None:
            with ledger.writing(waits.set) as book:
                decided.append((book.plan, [entry.id for entry in book.log.entries]))

        with office.open().writing(nobody) as book:
            other = threading.Thread(target=second)
            other.start()
            assert waits.wait(LONG)
            book.replace_plan(RENUMBERED, [note("a", "1.3")])
        other.join(LONG)
        assert decided == [(parse_plan(RENUMBERED, "p"), ["a"])]

    def test_who_waits_is_told_once(self, office: Office) -> None:
        told: list[int] = []
        waits = threading.Event()

        def on_wait() -> None:
            told.append(1)
            waits.set()

        def second() -> None:
            with office.open().writing(on_wait):
                pass

        with office.open().writing(nobody):
            other = threading.Thread(target=second)
            other.start()
            assert waits.wait(LONG)
        other.join(LONG)
        assert told == [1]

    def test_the_lock_is_free_after_a_failure(self, office: Office) -> None:
        for _ in range(2):
            with pytest.raises(ZeroDivisionError), office.open().writing(nobody):
                raise ZeroDivisionError

    def test_a_book_ends_with_its_lock(self, office: Office) -> None:
        ledger = office.open()
        with ledger.writing(nobody) as book:
            pass
        with pytest.raises(RuntimeError):
            book.append([note("a")])
        with pytest.raises(RuntimeError):
            book.replace_plan(RENUMBERED)
        assert (ids(ledger), ledger.plan()) == ([], parse_plan(PLAN, "p"))

    def test_a_plan_is_replaced_alone(self, office: Office) -> None:
        with office.open().writing(nobody) as book:
            book.append([note("a")])
            book.replace_plan(RENUMBERED)
        assert office.open().plan() == parse_plan(RENUMBERED, "p")
        assert ids(office.open()) == ["a"]

    def test_a_plan_is_replaced_with_the_entries_that_go_with_it(self, office: Office) -> None:
        with office.open().writing(nobody) as book:
            book.append([note("a")])
        with office.open().writing(nobody) as book:
            book.replace_plan(RENUMBERED, [note("b", "1.3"), note("c", "1.3")])
        with office.open().writing(nobody) as book:
            assert book.plan_text == RENUMBERED
        assert office.open().read().plan == parse_plan(RENUMBERED, "p")
        assert ids(office.open()) == ["a", "b", "c"]

    def test_many_writers_at_once_lose_nothing(self, office: Office) -> None:
        def write(writer: int) -> None:
            for number in range(EACH):
                with office.open().writing(patiently) as book:
                    seen = len(book.log.entries)
                    book.append([note(f"{writer}-{number}-{seen}")])

        with ThreadPoolExecutor(WRITERS) as pool:
            list(pool.map(write, range(WRITERS)))
        found = ids(office.open())
        assert len(set(found)) == WRITERS * EACH
        assert [int(one.rpartition("-")[2]) for one in found] == [*range(WRITERS * EACH)]

    def test_a_reader_never_sees_one_half_of_an_update(self, office: Office) -> None:
        """The plan has 1.2 or 1.3; the log's last entry is always about the one that it has."""
        with office.open().writing(nobody) as book:
            book.append([note("0", "1.2")])
        stop = threading.Event()
        seen: set[tuple[str, str]] = set()

        def read() -> None:
            ledger = office.open()
            while not stop.is_set():  # a refusal ends the thread, and pytest tells it
                plan, log = ledger.read()
                seen.add(([item.id for item in plan.items()][-1], log.entries[-1].item))

        readers = [threading.Thread(target=read) for _ in range(2)]
        for reader in readers:
            reader.start()
        try:
            for number in range(1, 41):
                text, item = (RENUMBERED, "1.3") if number % 2 else (PLAN, "1.2")
                with office.open().writing(nobody) as book:
                    book.replace_plan(text, [note(str(number), item)])
        finally:
            stop.set()
            for reader in readers:
                reader.join(LONG)
        assert seen <= {("1.2", "1.2"), ("1.3", "1.3")}
        assert seen

    def test_what_is_not_beside_the_plan_is_none(self, office: Office) -> None:
        for kind in SideKind:
            assert office.open().side(kind).read() is None
            assert office.open().side(kind).read_private() is None

    def test_what_lies_beside_the_plan_is_read(self, office: Office) -> None:
        for kind in SideKind:
            office.lay(kind, kind.encode())
        for kind in SideKind:
            assert office.open().side(kind).read() == kind.encode()

    def test_each_kind_is_named_apart(self, office: Office) -> None:
        ledger = office.open()
        assert len(
            {ledger.shown, ledger.log_shown, *(ledger.side(kind).shown for kind in SideKind)}
        ) == 2 + len(SideKind)

    def test_a_side_is_locked_read_and_appended_to(self, office: Office) -> None:
        for line in (b"- 1\n", b"- 2\n"):
            with office.open().side(SideKind.DELIVERIES).writing(nobody) as book:
                before = book.content
                book.append(line, whole)
        assert before == b"- 1\n"
        assert office.open().side(SideKind.DELIVERIES).read() == b"- 1\n- 2\n"
        with pytest.raises(RuntimeError):
            book.append(b"- 3\n", whole)

    def test_a_locked_side_leaves_the_log_free(self, office: Office) -> None:
        """A letter takes minutes to send; the others go on reporting."""
        with office.open().side(SideKind.DELIVERIES).writing(nobody), office.open().writing(nobody) as book:
            book.append([note("a")])
        assert ids(office.open()) == ["a"]

    @pytest.mark.parametrize("locked", ["ledger", "side"])
    def test_who_waits_too_long_gives_up(
        self, office: Office, impatient: Callable[[], None], locked: str
    ) -> None:
        """`impatient` is the kind's own way to shorten the wait."""
        impatient()

        def take(on_wait: Callable[[], None]) -> object:
            ledger = office.open()
            return (ledger if locked == "ledger" else ledger.side(SideKind.DELIVERIES)).writing(on_wait)

        with take(nobody), pytest.raises(Refused, match="什么也没有写入"), take(patiently):  # type: ignore[attr-defined]
            pytest.fail("two have it")
