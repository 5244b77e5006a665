"""A primary is killed under its writers, its synchronous standby promoted: no acknowledged line is lost."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from time import monotonic
from typing import NamedTuple

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.postgres.database_index import DatabaseIndex
from qjtask.storage.postgres.database_ledger import ledger_at
from tests.database_office import OFFICE, prepared
from tests.database_server import OWNER, DatabaseServer, server_folder
from tests.storage.ledger_contract import BY, patiently
from tests.storage.ledger_contract import note as noted

pytestmark = pytest.mark.slow
WRITERS, BEFORE, AFTER = 20, 100, 100
NAME = "qj_pair"


class Pair(NamedTuple):
    """A primary and its synchronous standby."""

    primary: DatabaseServer
    standby: DatabaseServer

    def address(self, login: str = BY) -> str:
        hosts = ",".join(str(one.folder) for one in self)
        ports = ",".join(str(one.port) for one in self)
        return f"postgresql://{login}@/{NAME}?host={hosts}&port={ports}"


@pytest.fixture
def pair() -> Iterator[Pair]:
    """Two servers, the second a synchronous standby of the first."""
    pytest.importorskip("psycopg2")
    with ExitStack() as held:
        primary, standby = (DatabaseServer(held.enter_context(server_folder())) for _ in range(2))
        primary.make()
        primary.start()
        held.callback(primary.stop)
        primary.sql(f"CREATE ROLE {OWNER} LOGIN")
        prepared(primary, NAME)
        source = f"host={primary.folder} port={primary.port} user=postgres application_name=standby"
        standby.run(
            "pg_basebackup", "-D", str(standby.data), "-d", source, "-R", "-X", "stream", "-c", "fast", "-N"
        )
        standby.start()
        held.callback(standby.stop)
        primary.sql("ALTER SYSTEM SET synchronous_standby_names = '*'")
        primary.sql("SELECT pg_reload_conf()")
        while primary.sql("SELECT sync_state FROM pg_stat_replication") != [("sync",)]:
            pass
        yield Pair(primary, standby)


class Crowd:
    """Writers that go on until they are told to stop; what they were acknowledged, and when."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._stop = threading.Event()
        self._heard = threading.Condition()
        self.acknowledged: list[str] = []
        self.unknown: list[str] = []
        self.moments: list[float] = []
        self._threads = [threading.Thread(target=self._write, args=(number,)) for number in range(WRITERS)]
        for thread in self._threads:
            thread.start()

    def hear(self, count: int) -> None:
        """Wait for so many acknowledgements more."""
        with self._heard:
            wanted = len(self.acknowledged) + count
            assert self._heard.wait_for(lambda: len(self.acknowledged) >= wanted, timeout=120)

    def stop(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(120)
            assert not thread.is_alive()

    def _write(self, writer: int) -> None:
        ledger = ledger_at(self._address)
        number = 0
        while not self._stop.is_set():
            name = f"w{writer}-{number}"
            try:
                with ledger.writing(patiently) as book:
                    book.append([noted(name)])
            except Refused as refused:
                if "不知道" in str(refused):
                    self.unknown.append(name)
                    number += 1
                continue
            number += 1
            with self._heard:
                self.acknowledged.append(name)
                self.moments.append(monotonic())
                self._heard.notify()


def test_no_acknowledged_line_is_lost(pair: Pair) -> None:
    crowd = Crowd(pair.address())
    try:
        crowd.hear(BEFORE)
        pair.primary.kill()
        killed = len(crowd.moments)
        pair.standby.run("pg_ctl", "promote", "-w", "-D", str(pair.standby.data))
        crowd.hear(AFTER)
    finally:
        crowd.stop()
    waits = [
        later - one for one, later in zip(crowd.moments[killed - 1 :], crowd.moments[killed:], strict=False)
    ]
    print(f"seconds without writing: {max(waits):.2f}")  # shown by `pytest -s`

    log = ledger_at(pair.address()).log()
    times = Counter(entry.id for entry in log.entries)
    assert [name for name in crowd.acknowledged if times[name] != 1] == []
    assert set(times) <= {*crowd.acknowledged, *crowd.unknown}
    assert set(times.values()) == {1}
    assert log.problems == ()

    # The old primary comes back and believes itself to be one: nobody reads or writes there any more.
    pair.primary.start()
    assert ledger_at(pair.address()).log() == log
    with ledger_at(pair.address()).writing(patiently) as book:
        book.append([noted("last")])
    assert pair.standby.sql("SELECT count(*) FROM qjtask.lines WHERE id = 'last'", NAME) == [(1,)]
    with pytest.raises(Refused, match="这台服务器知道的比以前看到的少，没有用它；它可能是换下来的旧服务器"):
        ledger_at(f"{pair.primary.address(NAME, BY)}&plan={OFFICE}").log()


def test_who_looks_at_a_part_is_given_no_other_lines_of_as_high_a_version(
    pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old primary comes back, and another clerk, who had not seen the new one, writes there."""
    old = f"{pair.primary.address(NAME, BY)}&plan={OFFICE}"
    append_in_part(pair.address(), "a")
    pair.primary.kill()
    pair.standby.run("pg_ctl", "promote", "-w", "-D", str(pair.standby.data))
    append_in_part(pair.address(), "b")
    pair.primary.start()
    pair.primary.sql("ALTER SYSTEM SET synchronous_standby_names = ''")
    pair.primary.sql("SELECT pg_reload_conf()")
    with monkeypatch.context() as another:
        another.setenv("XDG_STATE_HOME", str(tmp_path))
        append_in_part(old, "c", "d")
        append_in_part(old, "e")
    versions = [one.sql("SELECT version FROM qjtask.plans WHERE id = 1", NAME) for one in pair]
    assert versions == [[(4,)], [(3,)]]

    found = DatabaseIndex(ledger_at(pair.address())).open(date(2021, 6, 20))
    assert found
    assert [entry.id for entry in found.part([0]).log.entries] == ["a", "b"]
    append_in_part(pair.address(), "f")
    assert pair.standby.sql("SELECT id FROM qjtask.lines ORDER BY place", NAME) == [("a",), ("b",), ("f",)]
    for look in (
        lambda: DatabaseIndex(ledger_at(old)).open(date(2021, 6, 20)),
        lambda: append_in_part(old, "g"),
        lambda: ledger_at(old).plan(),
        lambda: ledger_at(old).read(),
    ):
        with pytest.raises(Refused, match="以前看到过的记录在这台服务器上变了样，没有用它"):
            look()


def append_in_part(address: str, *names: str) -> None:
    """Append as a mark does that is found by the index."""
    with ledger_at(address).writing_in_part(patiently) as book:
        book.append([noted(name) for name in names])


def test_who_has_no_primary_may_still_read(pair: Pair) -> None:
    with ledger_at(pair.address()).writing(patiently) as book:
        book.append([noted("a")])
    pair.primary.stop()
    while pair.standby.sql("SELECT count(*) FROM qjtask.lines", NAME) != [(1,)]:
        pass  # the standby has the line, and shows it when it has replayed it
    ledger = ledger_at(pair.address())
    assert [entry.id for entry in ledger.log().entries] == ["a"]
    with pytest.raises(Refused) as refused, ledger.writing(patiently):
        pytest.fail("it was locked")
    told = [problem.what for problem in refused.value.problems]
    assert told[0].startswith("连不上本机的服务器")
    assert told[1:] == ["这是备用服务器，只能读"]
    pair.primary.start()


def test_a_standby_that_is_cut_off_is_no_acknowledgement(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """The wait for it can be broken off by an administrator: the server says success, and warns."""
    from qjtask.storage.postgres import addition

    monkeypatch.setattr(addition, "PERSISTENCE", 2.0)
    pair.standby.stop()
    cancelled = threading.Event()

    def cancel() -> None:
        waiting = "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
        while not cancelled.is_set():
            pair.primary.sql(waiting)

    canceller = threading.Thread(target=cancel)
    canceller.start()
    try:
        with (
            pytest.raises(Refused, match="不知道这一次记下了没有"),
            ledger_at(pair.address()).writing(patiently) as book,
        ):
            book.append([noted("a")])
    finally:
        cancelled.set()
        canceller.join()
        pair.standby.start()
    monkeypatch.undo()
    with ledger_at(pair.address()).writing(patiently) as book:
        book.append([noted("b")])
    assert [entry.id for entry in ledger_at(pair.address()).log().entries] == ["a", "b"]
