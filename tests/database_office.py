"""A ledger in a database of a real server, for one test: its owner, its clerk, and a stranger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from qjtask.storage.index.plan_index import PlanIndex
from qjtask.storage.ledger import SideKind
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.address import parse_address
from qjtask.storage.postgres.connection import Connection, Servers
from qjtask.storage.postgres.database_content import read_content
from qjtask.storage.postgres.database_ledger import DatabaseLedger, ledger_at
from qjtask.storage.postgres.granting import grant
from qjtask.storage.postgres.installing import install
from qjtask.storage.postgres.kept_index import kept_indexes, opened
from qjtask.storage.postgres.loading import load
from qjtask.storage.postgres.projecting import Projection, projection
from tests.database_server import OWNER, DatabaseServer, running_server
from tests.storage.ledger_contract import BY, PLAN

STRANGER = "lisi"
OFFICE, OTHER_OFFICE = "交通局", "农委"
UNPROJECTED = Projection(None, is_whole=False, works=()).values()
"""What goes with an append that says nothing of what it makes of the plan."""

_TEMPLATE = "qj_template"
_numbers = count(1)


def check_projection(office: DatabaseOffice, login: str = BY) -> None:
    """What a reader makes of the clerk's plan by its index, and its works, are what is made of all anew."""
    connection = office.connection(login)
    made = projection(1, read_content(connection, 1, "p"))
    assert made.packed
    anew = PlanIndex(memoryview(made.packed))
    found = opened(kept_indexes(connection, {1: 0})[1], 1, connection.rows)
    index = PlanIndex(memoryview(found.index.packed()))
    assert (index.head, index.words, index.columns) == (anew.head, anew.words, anew.columns)
    assert index.offices == anew.offices
    assert connection.rows(statements.KEPT_WORKS, (1,)) == list(made.works)
    connection.close()


class DatabaseOffice:
    """A database with the plan of one office and of another; the clerk BY belongs to the first."""

    def __init__(self, server: DatabaseServer, name: str) -> None:
        self.server = server
        self.name = name

    def address(self, login: str = BY) -> str:
        return self.server.address(self.name, login)

    def open(self, login: str = BY) -> DatabaseLedger:
        plan = f"&plan={OFFICE}" if login == OWNER else ""
        return ledger_at(self.address(login) + plan)

    def lay(self, kind: SideKind, content: bytes) -> None:
        if kind is SideKind.SECRETS:
            path = Path(self.open().side(kind).shown)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(0o600)
            path.write_bytes(content)
            return
        connection = self.connection()
        connection.rows(statements.NEW_SIDE, (1, kind.value, OFFICE, content))
        connection.close()

    def connection(self, login: str = OWNER) -> Connection:
        return connected(self.address(login))

    def install(self) -> None:
        connection = self.connection()
        install(connection, "p")
        connection.close()

    def sql(self, statement: str, login: str = "postgres") -> list[tuple[object, ...]]:
        return self.server.sql(statement, self.name, login)


def connected(typed: str) -> Connection:
    return Servers(parse_address(typed)).connect(writing=True)


@pytest.fixture(scope="session")
def database_server() -> Iterator[DatabaseServer]:
    """One server for all tests of this process."""
    pytest.importorskip("psycopg2", reason="the driver of the extra `server` is not installed")
    with running_server() as server:
        yield server


def prepared(server: DatabaseServer, name: str) -> None:
    """A database with the plans of two offices, and a clerk of each."""
    for login in (BY, STRANGER):
        server.sql(f"CREATE ROLE {login} LOGIN PASSWORD '{login}-口令'")
    server.sql(f"CREATE DATABASE {name} OWNER {OWNER}")
    server.sql("REVOKE CREATE ON SCHEMA public FROM PUBLIC", name)  # before PostgreSQL 15 no owner can
    connection = connected(server.address(name))
    install(connection, "p")
    with TemporaryDirectory() as folder:
        for office in (OFFICE, OTHER_OFFICE):
            (Path(folder) / office).mkdir()
            (Path(folder) / office / "tasks.yaml").write_bytes(PLAN.encode())
        load(connection, Path(folder), None, "p")
    for login, office in ((BY, OFFICE), (STRANGER, OTHER_OFFICE)):
        grant(connection, login, [office], may_write=True)
    connection.close()


@pytest.fixture(scope="session")
def database_template(database_server: DatabaseServer) -> DatabaseServer:
    """The server, with a database that others are copied from."""
    prepared(database_server, _TEMPLATE)
    return database_server


@pytest.fixture
def office(database_template: DatabaseServer) -> Iterator[DatabaseOffice]:
    """A fresh ledger for one test."""
    with new_office(database_template) as office:
        yield office


@contextmanager
def new_office(database_template: DatabaseServer) -> Iterator[DatabaseOffice]:
    """A fresh ledger on the server."""
    name = f"qj_{next(_numbers)}"
    database_template.sql(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE} OWNER {OWNER}")
    # Rights of a database are no part of what is copied.
    office = DatabaseOffice(database_template, name)
    office.install()
    yield office
    # WITH (FORCE) is for PostgreSQL 13 and later.
    database_template.sql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
    database_template.sql(f"DROP DATABASE {name}")
