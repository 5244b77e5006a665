"""Why there is no connection: one Chinese line, without a password; and the choice among several servers."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
import trustme

from qjtask.core.problem import Refused
from qjtask.storage.ledger import SideKind
from qjtask.storage.postgres import connection as room
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.address import parse_address
from qjtask.storage.postgres.connection import Servers
from qjtask.storage.postgres.connection_faults import is_unknown, not_connected, refusal
from qjtask.storage.postgres.database_ledger import ledger_at
from tests.database_office import OFFICE, DatabaseOffice
from tests.database_server import free_port
from tests.storage.ledger_contract import BY


def why(typed: str) -> str:
    """The one line in which a refusal is told."""
    with pytest.raises(Refused) as refused:
        ledger_at(typed).log()
    (line,) = str(refused.value).splitlines()
    return line


def loopback(office: DatabaseOffice, login: str = BY, words: str = "") -> str:
    """The office's address where a password is asked for."""
    return f"postgresql://{login}@127.0.0.1:{office.server.port}/{office.name}{words}"


@pytest.fixture
def password(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Libpq's own place for passwords."""
    path = tmp_path / "pgpass"
    path.touch(stat.S_IRUSR | stat.S_IWUSR)
    monkeypatch.setenv("PGPASSFILE", str(path))
    return path


# Refused ----------------------------------------------------------------------------------------


def test_an_unknown_host_is_told() -> None:
    assert why("postgresql://wang@nirgends.invalid/qj") == (
        "postgresql://wang@nirgends.invalid/qj: 没有这台主机；请核对地址里的主机名"
    )


def test_a_host_that_does_not_listen_is_told() -> None:
    port = free_port()
    assert f"主机上的 {port} 端口没有数据库在听" in why(f"postgresql://wang@127.0.0.1:{port}/qj")


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "连不上本机的服务器" in why(f"postgresql:///qj?host={tmp_path}")


def test_passwords_come_from_their_own_place_and_are_never_shown(
    office: DatabaseOffice, password: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PGPASSWORD", raising=False)
    assert "服务器要口令；请把口令写进 ~/.pgpass（权限 600）" in why(loopback(office))
    password.write_text(f"127.0.0.1:*:*:{BY}:hunter2\n", "utf-8")
    told = why(loopback(office))
    assert "登录名或口令不对；请核对登录名，以及 ~/.pgpass 里的口令" in told
    assert "hunter2" not in told
    password.write_text(f"127.0.0.1:*:*:{BY}:{BY}-口令\n", "utf-8")
    assert ledger_at(loopback(office)).log().entries == ()


def test_a_password_file_that_others_can_read_is_told_in_one_line(
    office: DatabaseOffice, password: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Libpq leaves it alone, and says so in English on the process's own stderr."""
    monkeypatch.delenv("PGPASSWORD", raising=False)
    password.write_text(f"127.0.0.1:*:*:{BY}:{BY}-口令\n", "utf-8")
    password.chmod(0o644)
    told = why(loopback(office))
    assert told.endswith(
        f"服务器要口令，口令文件 {password} 别人也能读，没有用它；请运行 chmod 600 {password}"
    )
    assert capfd.readouterr().err == ""
    password.chmod(0o600)
    assert ledger_at(loopback(office)).log().entries == ()


def test_a_database_that_is_not_there_is_told(office: DatabaseOffice) -> None:
    assert "服务器上没有这个数据库" in why(office.server.address("nirgends", BY))


def test_a_login_that_is_not_there_is_told(office: DatabaseOffice) -> None:
    assert "服务器上没有这个登录名" in why(office.address("niemand"))


def test_a_login_without_rights_is_told(office: DatabaseOffice) -> None:
    office.sql("CREATE ROLE fremder LOGIN")
    try:
        assert "这个登录名没有被授权；请管理员运行 qjtask db grant" in why(office.address("fremder"))
    finally:
        office.sql("DROP ROLE fremder")


def test_a_database_without_a_ledger_is_told(office: DatabaseOffice) -> None:
    assert "这个数据库里还没有台账；请管理员运行 qjtask db init" in why(
        office.server.address("postgres", "postgres")
    )


def test_a_server_without_row_security_is_told(
    office: DatabaseOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_OLDEST", 10**6 * 99)
    assert "服务器的版本太旧，没有行级权限；请升级到 PostgreSQL 9.5 或更新" in why(office.address())


def test_without_the_driver_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg2", None)
    assert why("postgresql://db1/qj") == (
        "postgresql://: 没有安装连接数据库的组件（psycopg2）；请运行 pip install 'qjtask[server]'"
    )


def test_tls_is_as_libpq_does_it(office: DatabaseOffice, password: Path, tmp_path: Path) -> None:
    if office.sql("SHOW ssl_library") == [("",)]:
        pytest.skip("this build of the server has no TLS")
    password.write_text(f"127.0.0.1:*:*:{BY}:{BY}-口令\n", "utf-8")
    told = "和服务器的加密连接（TLS）没有建成"
    assert told in why(loopback(office, words="?sslmode=require"))
    ours, another = trustme.CA(), trustme.CA()
    issued = ours.issue_cert("127.0.0.1")
    key, chain = office.server.data / "tls.key", office.server.data / "tls.crt"
    issued.private_key_pem.write_to_path(key)
    chain.write_bytes(b"".join(pem.bytes() for pem in issued.cert_chain_pems))
    owner = office.server.data.stat()
    for path in (key, chain):
        os.chown(path, owner.st_uid, owner.st_gid)
        path.chmod(0o600)
    for ca, name in ((ours, "ours"), (another, "another")):
        ca.cert_pem.write_to_path(tmp_path / name)
    for setting in (f"ssl_cert_file = '{chain}'", f"ssl_key_file = '{key}'", "ssl = on"):
        office.sql(f"ALTER SYSTEM SET {setting}")
    office.sql("SELECT pg_reload_conf()")
    try:
        strict = "?sslmode=verify-full&sslrootcert="
        assert ledger_at(loopback(office, words=f"{strict}{tmp_path / 'ours'}")).log().entries == ()
        assert told in why(loopback(office, words=f"{strict}{tmp_path / 'another'}"))
    finally:
        office.sql("ALTER SYSTEM RESET ssl")
        office.sql("SELECT pg_reload_conf()")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ('FATAL: password authentication failed for user "x"', "登录名或口令不对"),
        ('致命错误:  用户 "x" Password 认证失败', "登录名或口令不对"),
        ("fe_sendauth: no password supplied", "服务器要口令"),
        ('FATAL: no pg_hba.conf entry for host "x", SSL off', "不许从这台机器这样登录"),
        ("FATAL: sorry, too many clients already", "连接已满"),
        ("FATAL: the database system is starting up", "正在启动或关闭"),
        ("server closed the connection unexpectedly\n\tThis probably", "服务器断开了连接"),
        ('致命错误:  数据库 "qj" 不存在', "没有这个数据库"),
        ('致命错误:  角色 "qj" 不存在', "没有这个登录名"),
        ("SSL error: certificate verify failed", "TLS"),
        ('connection to server at "10.9.9.9", port 5432 failed: timeout expired', "主机没有应答"),
        ("something new\n  and more", "连不上（something new）"),
    ],
)
def test_a_servers_words_become_one_line(said: str, words: str, office: DatabaseOffice) -> None:
    what, fix = not_connected(said, {"host": "127.0.0.1", "port": str(office.server.port)})
    assert words in what
    assert fix
    assert "\n" not in what


@pytest.mark.parametrize(
    ("code", "is_one"),
    [
        *((code, True) for code in (None, "57P01", "08006", "40001", "25006")),
        *((code, False) for code in ("42501", "QJ003", "53100")),
    ],
)
def test_what_may_be_asked_again(code: str | None, is_one: bool) -> None:
    assert is_unknown(code) is is_one


def test_an_unusual_code_is_told_with_its_words() -> None:
    assert str(refusal("22012", "ERROR: division by zero\nLINE 1", "p")) == (
        "p: 服务器没有照办（22012：ERROR: division by zero）；请向管理员核对"
    )


# Which plan -------------------------------------------------------------------------------------


def test_the_plan_of_a_name(office: DatabaseOffice) -> None:
    office.sql(f"INSERT INTO qjtask.members VALUES ('{BY}', '农委', true)")
    assert f"有几份计划，不知道是哪一份：{OFFICE}/tasks.yaml、农委/tasks.yaml；请写明" in why(
        office.address()
    )
    for name in (OFFICE, f"{OFFICE}/tasks", f"{OFFICE}/tasks.yaml"):
        ledger = ledger_at(f"{office.address()}&plan={name}")
        ledger.log()
        assert ledger.shown == f"{office.address()}&plan={OFFICE}/tasks.yaml"
        assert ledger.log_shown == f"{office.address()}&plan={OFFICE}/progress.yaml"
    assert "没有名叫“水利局”的计划，或登录名 zhangsan 看不到它" in why(f"{office.address()}&plan=水利局")
    office.sql(f"DELETE FROM qjtask.members WHERE login = '{BY}'")
    assert "没有一份计划，或登录名 zhangsan 看不到它" in why(office.address())


def test_a_plan_that_may_not_be_seen_any_more_is_told(office: DatabaseOffice) -> None:
    ledger = office.open()
    ledger.log()
    office.sql(f"DELETE FROM qjtask.members WHERE login = '{BY}'")
    with pytest.raises(Refused, match="看不到这份计划了"):
        ledger.log()


# Several servers, and none ----------------------------------------------------------------------


def test_the_next_server_is_asked_where_one_does_not_answer(office: DatabaseOffice) -> None:
    hosts = f"127.0.0.1,{office.server.folder}"
    typed = f"postgresql://{BY}@/{office.name}?host={hosts}&port={free_port()},{office.server.port}"
    assert ledger_at(typed).log().entries == ()


def test_each_servers_reason_is_told() -> None:
    one, other = free_port(), free_port()
    with pytest.raises(Refused) as refused:
        Servers(parse_address(f"postgresql://127.0.0.1:{one},nirgends.invalid:{other}/qj")).connect(
            writing=True
        )
    first, second = str(refused.value).splitlines()
    assert first.startswith(f"127.0.0.1:{one}: 主机上的")
    assert second == f"nirgends.invalid:{other}: 没有这台主机；请核对地址里的主机名"


def test_a_reader_goes_on_after_its_connection_broke(office: DatabaseOffice) -> None:
    ledger = office.open()
    assert ledger.log().entries == ()
    office.sql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{BY}'")
    assert ledger.log().entries == ()
    office.sql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{BY}'")
    with ledger.writing(pytest.fail) as book:
        assert book.log.entries == ()


def test_another_ledger_under_the_same_address_is_not_used(office: DatabaseOffice) -> None:
    """As when the second host is no standby of the first."""
    ledger = office.open()
    ledger.log()
    office.sql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{BY}'")
    office.sql("UPDATE qjtask.about SET ledger = 'another'")
    with pytest.raises(Refused, match="这台服务器上的是另一个台账，没有用它"):
        ledger.log()


def test_a_connection_that_always_breaks_is_given_up(
    office: DatabaseOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = office.open()
    ledger.log()
    monkeypatch.setattr(statements, "SIDE", "SELECT pg_terminate_backend(pg_backend_pid()), %s, %s")
    with pytest.raises(Refused, match="和数据库的连接总是断"):
        ledger.side(SideKind.CONTACTS).read()
