"""The same commands on a ledger in a database, and those that are for a database alone."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from qjtask.cli.completion import _plan
from qjtask.storage.ledger import SideKind
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.granting import grant
from tests.database_office import OFFICE, OTHER_OFFICE, STRANGER, DatabaseOffice
from tests.database_server import OWNER
from tests.sending.servers import MAIL_PASSWORD
from tests.storage.ledger_contract import BY, PLAN

if TYPE_CHECKING:
    from tests.conftest import Run
    from tests.sending.servers import MailServer

DRAWN = re.compile(
    r"\b[0-9a-f]{16}\b|台账校验码：[0-9A-F]{8}|20\d\d-\d\d-\d\dT[0-9:.+-]+|\d{4}-\d\d-\d\d \d\d:\d\d"
)
"""What is drawn by lot, and the moment of writing."""


@pytest.fixture
def clerk(office: DatabaseOffice, monkeypatch: pytest.MonkeyPatch) -> DatabaseOffice:
    """The environment names the office's ledger, as its clerk has it."""
    monkeypatch.setenv("QJTASK_FILE", office.address())
    return office


@pytest.fixture
def owner(office: DatabaseOffice, monkeypatch: pytest.MonkeyPatch) -> DatabaseOffice:
    """The environment names the database, as its owner has it."""
    monkeypatch.setenv("QJTASK_FILE", office.address(OWNER))
    return office


# The same commands --------------------------------------------------------------------------------


def test_a_year_of_commands_gives_the_same_on_files_and_in_a_database(
    run: Run, clerk: DatabaseOffice, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every screen is the same, but for where it says that it wrote, and numbers that are drawn by lot."""
    (ledger / "tasks.yaml").write_text(PLAN, "utf-8")
    database, files = str(clerk.address()), str(ledger / "tasks.yaml")
    commands = [
        ("start", "1.1"),
        ("note", "1.1", "推进", "--percent", "30"),
        ("done", "1.2", "--note", "办完"),
        ("undo", "1.2"),
        ("extend", "1.1", "--to", "2021-12-31", "--reason", "雨季"),
        ("hold", "1.2", "--note", "等文件"),
        ("list",),
        ("show", "1.1"),
        ("due", "--within", "30d"),
        ("stats", "--by", "unit"),
        ("timeline",),
        ("units",),
        ("remind",),
        ("report", "chase", "--unit", "建管科", "--log"),
        ("list", "--format", "json"),
        ("list", "--format", "csv"),
        ("check",),
    ]
    for command in commands:
        seen = []
        for place in (files, database):
            monkeypatch.setenv("QJTASK_FILE", place)
            outcome = run(*command)
            shown = "\n".join(line for line in outcome.out.splitlines() if not line.startswith("台账"))
            shown = shown.replace(f"{database}&plan={OFFICE}/", "")
            seen.append((outcome.code, DRAWN.sub("-", shown)))
        assert seen[0] == seen[1], command
        assert seen[0][0] == 0, command


def test_what_is_written_says_in_which_ledger(run: Run, clerk: DatabaseOffice) -> None:
    outcome = run("start", "1.1")
    assert (outcome.code, outcome.err) == (0, "")
    last = f"台账：重点工作任务分解表（{clerk.address()}&plan={OFFICE}/tasks.yaml）"
    assert outcome.out.splitlines()[-1] == last


def test_a_letters_sign_is_held_against_the_database(run: Run, clerk: DatabaseOffice) -> None:
    assert clerk.name
    run("start", "1.1", "--on", "2021-06-09")
    shown = run("report", "chase", "--unit", "建管科", "--today", "2021-07-01").out
    sign = shown[shown.index("台账校验码：") + 6 :][:8]
    agrees = run("check", "--digest", sign, "--today", "2021-07-01")
    assert (agrees.code, agrees.out.split("：")[0]) == (0, "对得上")


def test_the_login_stands_in_by_and_no_other(
    run: Run, clerk: DatabaseOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QJTASK_BY", "王芳")
    monkeypatch.setenv("LOGNAME", "root")
    for command in (("start", "1.1"), ("undo",), ("report", "chase", "--unit", "建管科", "--log")):
        assert run(*command).code == 0
    entries = json.loads(run("log", "--format", "json").out)["entries"]
    assert {entry["by"] for entry in entries} == {BY}
    refused = run("start", "1.1", "--by", "王芳")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == f"--by: 数据库里的登记人就是登录名 {BY}；请去掉 --by，或用那个人的登录名登录\n"
    assert run("start", "1.2", "--by", BY).code == 0
    assert clerk.open().reporter == BY


def test_an_update_of_the_plan_goes_into_the_database(run: Run, clerk: DatabaseOffice, ledger: Path) -> None:
    notice = (
        "重点任务\t具体工作\t责任单位\t完成时限\n"
        "（一）建设\t推进农村公路建设\t建管科\t2021年9月30日\n\t承接下放的许可事项\t审批科\t持续推进\n"
    )
    (ledger / "通知.txt").write_text(notice, "utf-8")
    outcome = run("import", "通知.txt", "--update", "--yes")
    assert outcome.code == 0, outcome.err
    assert clerk.open().plan().groups[0].items[0].deadline.text == "2021年9月30日"


@pytest.mark.parametrize("args", [("-o",), ("--file",)])
def test_a_new_plan_goes_through_a_file(
    args: tuple[str, ...], run: Run, clerk: DatabaseOffice, ledger: Path
) -> None:
    (ledger / "通知.txt").write_text("x", "utf-8")
    outcome = run("import", "通知.txt", *args, clerk.address())
    assert outcome.code == 1
    assert outcome.err.endswith(
        "新的计划不能直接写进数据库；请先用 -o 写成文件，核对好再用 qjtask db load 载入\n"
    )


def test_a_copy_made_away_from_the_database_is_merged(run: Run, clerk: DatabaseOffice, ledger: Path) -> None:
    assert clerk.name
    run("start", "1.1")
    assert run("db", "dump", "带走").code == 0
    away = ledger / "带走" / OFFICE
    assert run("note", "1.1", "路上写的", "--file", str(away / "tasks.yaml")).code == 0
    outcome = run("merge", str(away / "progress.yaml"), "--yes")
    assert outcome.code == 0, outcome.err
    assert "路上写的" in run("log").out


def test_letters_go_by_the_contacts_of_the_database(run: Run, clerk: DatabaseOffice) -> None:
    contacts = "units:\n  建管科: [a@example.com]\nmail: {host: mail.example.com, from: b@example.com}\n"
    clerk.lay(SideKind.CONTACTS, contacts.encode())
    clerk.lay(SideKind.HOLIDAYS, b"off: [2021-06-10]\n")
    shown = run("remind", "--send", "--dry-run")
    assert shown.code == 0, shown.err
    assert "建管科" in shown.out
    assert "审批科" in shown.err
    assert f"{clerk.address()}&plan={OFFICE}/contacts.yaml" in shown.err
    assert "2021-06-10 不是工作日" in run("remind", "--workdays").err


@pytest.mark.usefixtures("trust")
def test_a_letter_is_sent_once_whoever_sends_it(
    run: Run, clerk: DatabaseOffice, mails: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The deliveries are in the database; a password goes only to the host that it is for."""
    mail = (
        f"mail: {{host: localhost, port: {mails.port}, from: a@example.gov.cn, user: ducha, password: mail}}"
    )
    units = "units: {建管科: [jianguan@example.gov.cn], 审批科: []}"
    clerk.lay(SideKind.CONTACTS, f"{mail}\n{units}\n".encode())
    monkeypatch.setenv("QJTASK_SECRET_MAIL", MAIL_PASSWORD)
    refused = run("remind", "--send")
    assert (refused.code, mails.mails) == (1, [])
    assert "别人也能改通讯录，密码又没有写明给哪台服务器，没有发出" in refused.err
    monkeypatch.delenv("QJTASK_SECRET_MAIL")
    secret = f"mail: {{host: localhost, password: '{MAIL_PASSWORD}'}}\n"
    clerk.lay(SideKind.SECRETS, secret.encode())
    sent = run("remind", "--send")
    assert sent.code == 0, sent.err
    again = run("remind", "--send")
    assert "本周都已送达，没有要发的" in again.out
    assert [to for to, _ in mails.mails] == ["jianguan@example.gov.cn"]
    assert clerk.sql("SELECT count(*) FROM qjtask.sides WHERE kind = 'deliveries'") == [(2,)]


def test_a_completion_without_a_server_is_silent(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QJTASK_FILE", "postgresql://nirgends.invalid/qj")

    assert run("list").code == 1
    context = SimpleNamespace(params={})
    context.find_root = lambda: context
    assert _plan(context) is None


def test_who_sees_several_plans_looks_at_all_of_them(
    run: Run, office: DatabaseOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And marks a work by the plan's name before its id."""
    connection = office.connection()
    grant(connection, BY, None, may_write=True)
    connection.close()
    monkeypatch.setenv("QJTASK_FILE", office.address())
    marked = run("done", f"{OTHER_OFFICE}:1.2")
    assert marked.code == 0, marked.err
    assert marked.out.splitlines()[-1].endswith(f"&plan={OTHER_OFFICE}/tasks.yaml）")
    shown = json.loads(run("list", "--format", "json").out)["items"]
    assert {(one["id"], one["status"]) for one in shown} == {
        (f"{OFFICE}:1.1", "todo"),
        (f"{OFFICE}:1.2", "todo"),
        (f"{OTHER_OFFICE}:1.1", "todo"),
        (f"{OTHER_OFFICE}:1.2", "done"),
    }
    by_office = run("stats", "--by", "office").out
    assert f"\n{OFFICE}\t" in by_office
    assert f"\n{OTHER_OFFICE}\t" in by_office
    unnamed = run("done", "1.2")
    assert (unnamed.code, unnamed.out) == (1, ""), unnamed
    one = f"{office.address()}&plan={OFFICE}"
    assert len(json.loads(run("list", "--format", "json", "--file", one).out)["items"]) == 2
    two = ("--file", one, "--file", f"{office.address()}&plan={OTHER_OFFICE}")
    assert len(json.loads(run("list", "--format", "json", *two).out)["items"]) == 4


def test_a_list_of_plans_and_a_database_are_looked_at_together(
    run: Run, office: DatabaseOffice, ledger: Path
) -> None:
    assert (ledger / "data").is_dir()
    shown = run("list", "--format", "json", "--file", "data", "--file", office.address())
    assert shown.code == 0, shown.err
    assert f"{OFFICE}:1.1" in {one["id"] for one in json.loads(shown.out)["items"]}


# For a database alone -----------------------------------------------------------------------------


def test_from_an_empty_database_to_a_grant(
    run: Run, office: DatabaseOffice, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"{office.name}_new"
    office.server.sql(f"CREATE DATABASE {name} OWNER {OWNER}")
    monkeypatch.setenv("QJTASK_FILE", office.server.address(name))
    try:
        assert run("db", "init").out.startswith("已在数据库里建好台账：postgresql://")
        assert run("db", "init").out.startswith("台账早已建好，规则和权限已恢复齐：")
        assert run("db", "load", "data", "--office", "交通局").out == "已载入：tasks.yaml（交通局）\n"
        assert run("db", "load", "data", "--office", "交通局").out == "早已在库里：tasks.yaml（交通局）\n"
        granted = run("db", "grant", BY, "--office", "交通局")
        assert granted.out == f"已授权：{BY} 可看可登记 交通局\n"
        assert (
            run("db", "grant", STRANGER, "--all", "--read-only").out == f"已授权：{STRANGER} 只能看 交通局\n"
        )
        assert run("done", "9.2", "--file", office.server.address(name, BY)).code == 0
        shown = run("db", "dump", "备份").out.splitlines()
        assert shown == ["tasks.yaml", f"已从 {office.server.address(name)} 导出1份计划到 备份"]
        assert (ledger / "备份" / "tasks.yaml").read_bytes() == (ledger / "data" / "tasks.yaml").read_bytes()
        assert run("note", "9.2", "又", "--file", office.server.address(name, BY)).code == 0
        first, last = run("db", "verify", "备份").out.splitlines()
        assert first.startswith("tasks.yaml（交通局）：2条记录，比文件夹多1条，截至 2021-06-10 的台账校验码 ")
        assert last == "规则和权限齐全，记录连续，与文件夹对得上"
    finally:
        office.server.sql(f"DROP DATABASE {name} WITH (FORCE)")


def test_verify_tells_what_is_wrong_and_exits_1(run: Run, owner: DatabaseOffice) -> None:
    owner.sql("ALTER TABLE qjtask.lines DISABLE TRIGGER keep")
    outcome = run("db", "verify")
    assert outcome.code == 1
    assert [line.partition("（")[0] for line in outcome.out.splitlines()] == [
        f"{OFFICE}/tasks.yaml",
        f"{OTHER_OFFICE}/tasks.yaml",
    ]
    assert outcome.err.endswith("防止改删的触发器不全，或被停用了；请以库主的身份再运行一次 qjtask db init\n")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (
            ("init", "postgresql://a@h/b"),
            "DIR: 这是数据库的地址，不是文件夹；在数据库里建台账请运行 qjtask db init",
        ),
        (("db", "init"), "--file: 没有写是哪个数据库；请写 --file postgresql://登录名@主机/数据库"),
        (("db", "verify", "--file", "data/tasks.yaml"), "--file: 没有写是哪个数据库"),
        (("db", "grant", "x", "--file", "postgresql://h/d"), "--office: 没有写属于哪个单位"),
        (("db", "grant", "x", "--all", "--office", "y", "--file", "postgresql://h/d"), "二者取一"),
    ],
)
def test_a_request_that_says_too_little_is_misused(args: tuple[str, ...], words: str, run: Run) -> None:
    outcome = run(*args)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err


def test_a_clerk_is_told_who_may(run: Run, clerk: DatabaseOffice, ledger: Path) -> None:
    assert clerk.name
    assert (ledger / "data").is_dir()
    for args in (("db", "init"), ("db", "load", "data"), ("db", "grant", BY, "--all")):
        outcome = run(*args, *(["--office", "x"] if "load" in args else []))
        assert (outcome.code, outcome.out) == (1, "")
        assert "建立、载入、授权要用库主的登录名" in outcome.err


def test_a_connection_that_breaks_says_to_run_it_again(
    run: Run, owner: DatabaseOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert owner.name
    monkeypatch.setattr(statements, "ENCODING", "SELECT pg_terminate_backend(pg_backend_pid())")
    outcome = run("db", "init")
    assert (outcome.code, outcome.out) == (1, "")
    assert "和数据库的连接断了，不知道做完了没有；请再运行一次：已经做了的不会做第二遍" in outcome.err
