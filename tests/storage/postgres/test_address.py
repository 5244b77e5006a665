"""The address of a ledger in a database: libpq's own, a plan's name with it, and never a password."""

from __future__ import annotations

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.postgres.address import parse_address

pytest.importorskip("psycopg2")


@pytest.mark.parametrize(
    ("typed", "shown", "plan"),
    [
        ("postgresql://wang@db1/qjtask", "postgresql://wang@db1/qjtask", ""),
        ("postgres://db1:5433/qjtask?plan=交通局", "postgres://db1:5433/qjtask", "交通局"),
        (
            "postgresql://db1,db2/q?plan=a/b.yaml&sslmode=prefer",
            "postgresql://db1,db2/q?sslmode=prefer",
            "a/b.yaml",
        ),
        ("postgresql:///qj?host=/tmp/x&port=5433", "postgresql:///qj?host=/tmp/x&port=5433", ""),
        ("postgresql://db1/qj?plan=a%26b", "postgresql://db1/qj", "a&b"),
        ("postgresql://", "postgresql://", ""),
    ],
)
def test_the_plan_is_ours_and_the_rest_is_libpqs(typed: str, shown: str, plan: str) -> None:
    address = parse_address(typed)
    assert (address.shown, address.plan) == (shown, plan)


@pytest.mark.parametrize("file", ["交通局/tasks.yaml", "a&b.yaml", "a b.yaml", "100%.yaml", "a+b#c.yaml"])
def test_what_is_shown_can_be_typed(file: str) -> None:
    for typed in ("postgresql://wang@db1/qj", "postgresql:///qj?host=/tmp/x"):
        assert parse_address(parse_address(typed).shown_with(file)).plan == file


@pytest.mark.parametrize(
    "typed",
    [
        "postgresql://wang:hunter2@db1/qj",
        "postgresql://wang:@db1/qj",
        "postgresql://db1/qj?password=hunter2",
        "postgresql://db1/qj?sslpassword=hunter2",
        "postgresql://db1:hunter2/qj",
        "postgresql://db1/qj?hunter2",
        "postgresql://db1/qj?hunter2=1",
        "postgresql://db1/qj#hunter2",
        "postgresql://wang:hunter2#@db1/qj",
        "postgresql://db1/qj?plan=hunter2&plan=hunter2",
        "postgresql://[hunter2/qj",
        "postgresql://db1/qj?plan=",
        "postgresql://db1/qj?plan=hunter2%00",
    ],
)
def test_a_password_is_refused_and_never_shown(typed: str) -> None:
    """What cannot be read may hold one too."""
    with pytest.raises(Refused) as refused:
        parse_address(typed)
    assert "hunter2" not in str(refused.value)
    assert str(refused.value).startswith("postgresql://: ")
    assert len(str(refused.value).splitlines()) == 1


def test_each_host_is_a_server_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    servers = parse_address("postgresql://db1:1,db2:2/qj").servers
    assert [(one["host"], one["port"]) for one in servers] == [("db1", "1"), ("db2", "2")]
    servers = parse_address("postgresql://db1,db2/qj?port=7").servers
    assert [(one["host"], one["port"]) for one in servers] == [("db1", "7"), ("db2", "7")]
    with pytest.raises(Refused, match="主机和端口的个数不一样"):
        parse_address("postgresql:///qj?host=a,b,c&port=1,2")
    monkeypatch.setenv("PGHOST", "db3,db4")
    assert [one["host"] for one in parse_address("postgresql:///qj").servers] == ["db3", "db4"]


@pytest.mark.parametrize("words", ["service=qj", "hostaddr=127.0.0.1,127.0.0.2&host=a,b"])
def test_what_libpq_alone_knows_is_left_to_it(words: str) -> None:
    assert len(parse_address(f"postgresql:///qj?{words}").servers) == 1


def test_a_machine_that_vanished_is_given_up_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    (server,) = parse_address("postgresql://db1/qj").servers
    assert {"connect_timeout", "keepalives_idle", "tcp_user_timeout"} <= server.keys()
    (server,) = parse_address("postgresql://db1/qj?connect_timeout=60").servers
    assert server["connect_timeout"] == "60"
    monkeypatch.setenv("PGCONNECT_TIMEOUT", "7")
    (server,) = parse_address("postgresql://db1/qj").servers
    assert server["connect_timeout"] == "7"
