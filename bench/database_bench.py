"""Measure a ledger in PostgreSQL and print a Markdown table: python bench/database_bench.py ADDRESS.

ADDRESS is that of an empty database, UTF-8, on a server that may be thrown away and trusts its socket, as
postgresql:///bench?host=FOLDER: without a login, since a clerk's is made by the superuser `postgres`.
Commands are given as times of `import typer`, the same on files beside them; appends as lines a second, each
locked, checked and written by itself with what core makes of the plan, by many writers at once, on one plan
and on one each. Works are counted by office in the server, under row security, by one who sees all of them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

from generate import write_plan
from growth import children_env
from measure import Command, against

from qjtask.core.log.entry import Do, Entry
from qjtask.storage.logs.entry_line import format_entry
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.address import DatabaseAddress, parse_address
from qjtask.storage.postgres.connection import Connection, Servers
from qjtask.storage.postgres.database_content import read_content
from qjtask.storage.postgres.database_lock import LockKind, free_lock, take_lock
from qjtask.storage.postgres.granting import grant
from qjtask.storage.postgres.installing import install
from qjtask.storage.postgres.loading import load
from qjtask.storage.postgres.projecting import Projection, is_due, projection

WORKS, LINES, TODAY, CLERK = 45, 72, "2021-09-10", "qjtask_bench"
FLOOR = (sys.executable, "-c", "import typer")


def entry(number: int | str) -> Entry:
    """A line of the log."""
    moment = datetime(2021, 6, 9, 9, 0, tzinfo=UTC)
    return Entry(
        f"x{number}", "1.1", Do.NOTE, date(2021, 6, 9), moment, CLERK, text="完成路基施工，正在铺设路面"
    )


def prepare(address: DatabaseAddress, folder: Path, plans: int) -> None:
    """Lay so many plans of one office into the folder and the database, and let the clerk in."""
    lines = "".join(format_entry(entry(number)) + "\n" for number in range(LINES))
    for number in range(plans):
        place = folder / "局" / str(number)
        place.mkdir(parents=True)
        with (place / "tasks.yaml").open("w", encoding="utf-8", newline="\n") as out:
            write_plan(WORKS, out)
        (place / "progress.yaml").write_text(lines, "utf-8")
    connection = Servers(address).connect(writing=True)
    if not connection.rows("SELECT 1 FROM pg_roles WHERE rolname = %s", (CLERK,)):
        connection.rows(f"CREATE ROLE {CLERK} LOGIN")
    install(connection, address.shown)
    load(connection, folder, None, str(folder))
    grant(connection, CLERK, ["局"], may_write=True)
    connection.close()


def commands(database: str, folder: Path, plans: int) -> Iterator[tuple[str, Command]]:
    """The commands that are measured, in files and in the database."""
    for where, place in (("files", str(folder)), ("database", database)):
        yield f"`due` of {plans} plans, {where}", _command("due", "--within", "30d", "--file", place)
    files = str(folder / "局" / "0" / "tasks.yaml")
    for where, place in (("files", files), ("database", f"{database}&plan=局/0")):
        for name, *words in (("due", "--within", "30d"), ("note", "1.1", "完成路基施工")):
            yield f"`{name}`, {where}", _command(name, *words, "--file", place)


def _command(*words: str) -> Command:
    return lambda _: (sys.executable, "-m", "qjtask", *words)


def appends_a_second(address: DatabaseAddress, writers: int, plans: int, seconds: float) -> float:
    """Lines appended a second, each writer on a connection of its own."""
    ready = threading.Barrier(writers)

    def write(writer: int) -> int:
        connection = Servers(address).connect(writing=True)
        plan, count = writer % plans + 1, 0
        made = projection(plan, read_content(connection, plan, ""))
        made = made._replace(is_whole=False, works=made.works[:1])
        ready.wait()
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            _append(connection, plan, f"{plans}-{writer}-{count}", made)
            count += 1
        return count

    with ThreadPoolExecutor(writers) as pool:
        return sum(pool.map(write, range(writers))) / seconds


def _append(connection: Connection, plan: int, name: str, made: Projection) -> None:
    """Append a line as a ledger does, but for reading the log and making something of it."""
    take_lock(connection, LockKind.LEDGER, plan, "", lambda: None)
    ((version, places, indexed),) = connection.rows(_STATE, (plan,))
    if not is_due(indexed, places + 1):
        made = made._replace(packed=None)
    line = f"{format_entry(entry(name))}\n".encode()
    values = (plan, version, [f"x{name}"], [line], b"", None, *made.values())
    connection.rows(statements.APPEND, values)
    free_lock(connection)


_STATE = """
SELECT p.version, p.places, (SELECT max(x.places) FROM qjtask.projections x WHERE x.plan = p.id)
FROM qjtask.plans p WHERE p.id = %s
"""


def counting(address: DatabaseAddress, plans: int, works: int, runs: int) -> float:
    """Milliseconds in the server in which the overdue works of so many plans are counted by office.

    A tenth of the works is overdue. Somebody who belongs to all the offices asks.
    """
    connection = Servers(address).connect(writing=True)
    connection.rows(_WORKS, (TODAY, plans, works))
    connection.rows(_OFFICES)
    grant(connection, CLERK, None, may_write=False)
    connection.rows("VACUUM ANALYZE qjtask.works")
    connection.close()
    reader = Servers(address._replace(servers=tuple({**one, "user": CLERK} for one in address.servers)))
    asking = reader.connect(writing=False)
    said = [asking.rows(f"EXPLAIN (ANALYZE, TIMING OFF) {_OVERDUE}", (TODAY,))[-1][0] for _ in range(runs)]
    asking.close()
    return min(float(one.removeprefix("Execution Time:").removesuffix("ms")) for one in said)


_WORKS = """
INSERT INTO qjtask.works (plan, place, office, item, owners, next_due, since)
SELECT 1000 + p.n, w.n, 'o' || p.n %% 400, '1.' || w.n, '科', %s::date - 20 + (p.n * 7 + w.n * 13) %% 200,
    '2021-01-01'
FROM generate_series(1, %s) p (n), generate_series(1, %s) w (n)
"""
_OFFICES = "INSERT INTO qjtask.offices SELECT DISTINCT office FROM qjtask.works WHERE plan > 1000"
_OVERDUE = "SELECT office, count(*) FROM qjtask.works WHERE next_due < %s GROUP BY office"


_WORKS_A_PLAN = 50


def table(database: str, folder: Path, asked: argparse.Namespace) -> Iterator[str]:
    """The table's lines."""
    env = children_env(folder) | {"QJTASK_TODAY": TODAY}
    yield f"| {WORKS} works, {LINES} lines | times `import typer` |"
    yield "|---|---|"
    for name, command in commands(database, folder, asked.writers):
        yield f"| {name} | {against(FLOOR, command, env, asked.runs).ratio:.2f} |"
    for plans in (1, asked.writers):
        rate = appends_a_second(parse_address(database), asked.writers, plans, asked.seconds)
        yield f"| appends a second, {asked.writers} writers, plans: {plans} | {rate:,.0f} |"
    spent = counting(parse_address(f"{asked.address}&user=postgres"), asked.plans, _WORKS_A_PLAN, asked.runs)
    works = f"{asked.plans * _WORKS_A_PLAN:,} works of {asked.plans:,} plans"
    yield f"| overdue of {works} by office, in the server | {spent:.1f} ms |"


def main() -> None:
    """Read the command line, prepare, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("address")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--writers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--plans", type=int, default=20_000, help="plans whose overdue works are counted")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        prepare(parse_address(f"{asked.address}&user=postgres"), Path(place), asked.writers)
        for line in table(f"{asked.address}&user={CLERK}", Path(place), asked):
            print(line, flush=True)


if __name__ == "__main__":
    main()
