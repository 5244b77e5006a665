"""`remind --send` as the clerk and cron run it, against mail and robots on loopback."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import GOLDEN, program
from tests.sending.servers import (
    DING_SIGN,
    FEISHU_SIGN,
    MAIL_PASSWORD,
    SECRET_WORDS,
    MailServer,
    RobotServer,
)

if TYPE_CHECKING:
    from tests.conftest import Outcome, Run

pytestmark = pytest.mark.usefixtures("trust")

CONTACTS = """\
mail:
  host: localhost
  port: PORT
  from: 督查室 <ducha@example.gov.cn>
  user: ducha
  password: mail
robots:
  审批科群: {kind: wecom, webhook: shenpi}
  中心群: {kind: dingtalk, webhook: zhongxin, sign: zhongxin_sign}
  局务群: {kind: feishu, webhook: juwu, sign: juwu_sign}
units:
  行政审批科: [shenpi@example.gov.cn, 审批科群]
  道路运输中心: [中心群]
  建管科: [jianguan@example.gov.cn]
  规划科: []
  养护科: []
  法规科: []
  综合运输科: []
  办公室: []
  公路事务中心: []
  执法支队: []
everyone: [bangongshi@example.gov.cn, 局务群]
"""
MAILED = ["bangongshi@example.gov.cn", "jianguan@example.gov.cn", "shenpi@example.gov.cn"]


@pytest.fixture(autouse=True)
def _office(ledger: Path) -> None:
    shutil.copy(GOLDEN / "progress.yaml", ledger / "data")


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What `run` would have slept."""
    slept: list[float] = []
    monkeypatch.setattr("qjtask.cli.sending.sleep", slept.append)
    return slept


@pytest.fixture
def contacts(
    ledger: Path, mails: MailServer, robots: RobotServer, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
) -> Path:
    """The office's contacts, and every secret in the environment."""
    path = ledger / "data" / "contacts.yaml"
    path.write_text(CONTACTS.replace("PORT", str(mails.port)), encoding="utf-8")
    secrets = {
        "MAIL": MAIL_PASSWORD,
        "SHENPI": robots.wecom,
        "ZHONGXIN": robots.dingtalk,
        "ZHONGXIN_SIGN": DING_SIGN,
        "JUWU": robots.feishu,
        "JUWU_SIGN": FEISHU_SIGN,
    }
    for name, secret in secrets.items():
        monkeypatch.setenv(f"QJTASK_SECRET_{name}", secret)
    assert pauses == []
    return path


@pytest.fixture
def send(run: Run, ledger: Path) -> Callable[..., Outcome]:
    """`remind --send`, in whose output and log no secret may stand."""

    def send(*args: str) -> Outcome:
        outcome = run("remind", "--send", *args)
        log = ledger / "data" / "deliveries.yaml"
        told = outcome.out + outcome.err + (log.read_text("utf-8") if log.exists() else "")
        assert not [secret for secret in SECRET_WORDS if secret in told]
        return outcome

    return send


def logged(ledger: Path) -> list[dict[str, object]]:
    lines = (ledger / "data" / "deliveries.yaml").read_text("utf-8").splitlines()
    return [json.loads(line.removeprefix("- ")) for line in lines]


def edit(contacts: Path, old: str, new: str) -> None:
    text = contacts.read_text("utf-8")
    assert old in text
    contacts.write_text(text.replace(old, new), encoding="utf-8")


# Sending ------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("contacts")
def test_each_unit_gets_its_own_letter_and_the_office_the_whole(
    send: Callable[..., Outcome], mails: MailServer, robots: RobotServer, ledger: Path
) -> None:
    outcome = send()
    assert (outcome.code, outcome.err) == (0, "")
    mailed = {to: mail.get_body(("plain",)).get_content() for to, mail in mails.mails}  # type: ignore[union-attr]
    assert sorted(mailed) == MAILED
    assert "【审批科】" in mailed["shenpi@example.gov.cn"]
    assert "【建管科】" not in mailed["shenpi@example.gov.cn"]
    assert "【建管科】" in mailed["bangongshi@example.gov.cn"]
    assert "【养护科】" in mailed["bangongshi@example.gov.cn"]
    wecom = [post for post in robots.posts if post.kind == "wecom"]
    assert len(wecom) > 1
    assert all(post.size <= 2048 for post in wecom)
    assert [post.text.split("\n")[0] for post in wecom] == [
        f"工作提醒（{number}/{len(wecom)}）" for number in range(1, len(wecom) + 1)
    ]
    assert {post.kind for post in robots.posts} == {"wecom", "dingtalk", "feishu"}
    lines = logged(ledger)
    assert len(lines) == len(mails.mails) + len(robots.posts)
    assert {line["result"] for line in lines} == {"ok"}
    assert {line["week"] for line in lines} == {"2021-W23"}


@pytest.mark.usefixtures("contacts")
def test_a_second_run_in_the_week_sends_nothing(
    send: Callable[..., Outcome], mails: MailServer, robots: RobotServer
) -> None:
    send()
    sent = len(mails.mails), len(robots.posts)
    outcome = send("--today", "2021-06-11")
    assert outcome.code == 0
    assert "已送达，没有要发的" in outcome.out
    assert (len(mails.mails), len(robots.posts)) == sent
    assert send("--again").code == 0
    assert (len(mails.mails), len(robots.posts)) == (2 * sent[0], 2 * sent[1])


@pytest.mark.usefixtures("contacts")
def test_the_next_week_is_sent_anew(send: Callable[..., Outcome], mails: MailServer) -> None:
    send()
    assert send("--today", "2021-06-14").code == 0
    assert len(mails.mails) == 2 * len(MAILED)


@pytest.mark.usefixtures("contacts")
def test_one_unit_alone(send: Callable[..., Outcome], mails: MailServer, robots: RobotServer) -> None:
    """A letter narrowed to some units is no letter for everyone."""
    assert send("--unit", "建管科").code == 0
    assert [to for to, _ in mails.mails] == ["jianguan@example.gov.cn"]
    assert robots.posts == []
    assert send().code == 0
    assert sorted(to for to, _ in mails.mails) == MAILED


def test_an_address_under_a_collective_name_reaches_its_members(
    send: Callable[..., Outcome], mails: MailServer, contacts: Path, ledger: Path
) -> None:
    edit(
        ledger / "data" / "tasks.yaml",
        "units:\n",
        "units:\n  业务科室: {members: [养护科, 规划科, 建管科]}\n",
    )
    edit(contacts, "  规划科: []\n  养护科: []\n", "  业务科室: [yewu@example.gov.cn]\n  规划科: []\n")
    outcome = send()
    assert (outcome.code, outcome.err) == (0, "")
    (mail,) = [mail for to, mail in mails.mails if to == "yewu@example.gov.cn"]
    assert "（养护科，" in str(mail["subject"])
    assert "已送达 养护科 → 邮件 yewu@example.gov.cn" in outcome.out


@pytest.mark.usefixtures("contacts")
def test_a_quiet_week_sends_nothing_and_says_so(
    send: Callable[..., Outcome], mails: MailServer, ledger: Path
) -> None:
    outcome = send("--today", "2021-02-01")
    assert (outcome.code, outcome.err) == (0, "")
    assert "没有要发的" in outcome.out
    assert mails.mails == []
    assert not (ledger / "data" / "deliveries.yaml").exists()


# Failures -----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("contacts")
def test_what_fails_is_told_at_the_end_and_only_that_is_sent_again(
    send: Callable[..., Outcome], mails: MailServer, robots: RobotServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    mails.refused["jianguan@example.gov.cn"] = "550 5.1.1 no such user"
    monkeypatch.setenv("QJTASK_SECRET_JUWU_SIGN", "wrong")
    outcome = send()
    assert outcome.code == 1
    assert outcome.err.splitlines() == [
        "建管科 → 邮件 jianguan@example.gov.cn: 收件人被邮件服务器拒收（550 5.1.1）；请核对收件人的邮箱",
        (
            "全部单位 → 飞书 局务群: 签名不对，或本机时间差了一小时以上（错误码 19021）；"
            "请核对 sign 的密钥和本机时间"
        ),
    ]
    sent = len(robots.posts)
    assert sorted(to for to, _ in mails.mails) == ["bangongshi@example.gov.cn", "shenpi@example.gov.cn"]
    mails.refused.clear()
    monkeypatch.setenv("QJTASK_SECRET_JUWU_SIGN", FEISHU_SIGN)
    assert send().code == 0
    assert [post.kind for post in robots.posts[sent:]] == ["feishu"]
    assert sorted(to for to, _ in mails.mails) == MAILED


@pytest.mark.usefixtures("contacts")
def test_a_limit_is_waited_for_with_growing_pauses(
    send: Callable[..., Outcome], robots: RobotServer, pauses: list[float], ledger: Path
) -> None:
    robots.script.extend([{"errcode": 45009}, {"errcode": 0}])
    outcome = send("--unit", "审批科")
    assert (outcome.code, outcome.err) == (0, "2秒后再试没有送达的……\n")
    assert pauses == [2.0]
    results = [line["result"] for line in logged(ledger) if line["to"] == "审批科群"]
    assert results[0] == "failed"
    assert set(results[1:]) == {"ok"}


@pytest.mark.usefixtures("contacts")
def test_pieces_that_arrived_are_not_sent_again(
    send: Callable[..., Outcome], robots: RobotServer, pauses: list[float]
) -> None:
    robots.script.extend([{"errcode": 0}, *[{"errcode": 45009}] * 4])
    outcome = send("--unit", "审批科")
    assert outcome.code == 1
    assert "限流" in outcome.err
    assert pauses == [2.0, 15.0, 60.0]
    assert robots.posts == []
    assert send("--unit", "审批科").code == 0
    assert robots.posts[0].text.startswith("工作提醒（2/")


@pytest.mark.usefixtures("contacts")
def test_pieces_of_other_words_do_not_complete_a_letter(
    send: Callable[..., Outcome], robots: RobotServer
) -> None:
    """The next day the days left read otherwise: the whole letter is sent, not the rest of the old one."""
    robots.script.extend([{"errcode": 0}, {"errcode": 93000}])
    assert send("--unit", "审批科").code == 1
    assert send("--unit", "审批科", "--today", "2021-06-11").code == 0
    assert robots.posts[0].text.startswith("工作提醒（1/")


@pytest.mark.usefixtures("contacts")
def test_a_wrong_password_is_tried_once_only(
    send: Callable[..., Outcome], mails: MailServer, robots: RobotServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three readers are three logins: too many wrong ones would lock the office's account."""
    monkeypatch.setenv("QJTASK_SECRET_MAIL", "wrong")
    outcome = send()
    assert outcome.code == 1
    assert mails.logins == ["ducha", "ducha"]  # AUTH PLAIN, then AUTH LOGIN, on one connection
    assert len([line for line in outcome.err.splitlines() if "密码" in line]) == 1
    assert {post.kind for post in robots.posts} == {"wecom", "dingtalk", "feishu"}


@pytest.mark.usefixtures("contacts")
def test_a_missing_secret_stops_its_own_way_only(
    send: Callable[..., Outcome], mails: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QJTASK_SECRET_SHENPI")
    outcome = send()
    assert outcome.code == 1
    assert "没有通讯录里这个名称的秘密" in outcome.err
    assert "SHENPI" not in outcome.err.upper()
    assert sorted(to for to, _ in mails.mails) == MAILED


@pytest.mark.parametrize("args", [(), ("--dry-run",)])
def test_each_of_many_units_without_an_address_is_told(
    args: tuple[str, ...], send: Callable[..., Outcome], contacts: Path, ledger: Path
) -> None:
    """`qjtask check`, to which a cut list sends its reader, tells nothing of contacts."""
    lines = "".join(
        f'  - {{id: "1.{n}", work: 报表, units: [第{n}科], deadline: 2021年6月1日}}\n' for n in range(1, 31)
    )
    head = 'title: 工作\nyear: 2021\nissued: 2021-03-26\ngroups:\n- id: "1"\n  heading: 报送\n  items:\n'
    (ledger / "data" / "tasks.yaml").write_text(head + lines, encoding="utf-8")
    (ledger / "data" / "progress.yaml").unlink()
    contacts.write_text("mail: {host: h, from: a@b.cn}\nunits: {第1科: []}\n", encoding="utf-8")
    told = send(*args).err.splitlines()
    assert len([line for line in told if "没有地址，它的提醒没有发" in line]) == 29
    assert len(told) == 29


def test_a_user_that_smtp_cannot_carry_is_told_with_its_place(
    send: Callable[..., Outcome], contacts: Path, mails: MailServer
) -> None:
    edit(contacts, "user: ducha", "user: 督查室")
    outcome = send()
    assert outcome.code == 1
    assert outcome.err.startswith("data/contacts.yaml:5:9: 用户名")
    assert mails.logins == []


@pytest.mark.usefixtures("contacts")
@pytest.mark.parametrize("counts", ['1, "parts": 1000000000', '0, "parts": 0', '2, "parts": 1'])
def test_a_line_with_strange_counts_neither_stops_nor_silences(
    counts: str, send: Callable[..., Outcome], mails: MailServer, ledger: Path
) -> None:
    send("--unit", "建管科")
    log = ledger / "data" / "deliveries.yaml"
    log.write_text(log.read_text("utf-8").replace('1, "parts": 1', counts), encoding="utf-8")
    outcome = send("--unit", "建管科")
    assert outcome.code == 0
    assert outcome.err.startswith("data/deliveries.yaml:1:1: 这一行不是完整的发送记录")
    assert len(mails.mails) == 2


@pytest.mark.usefixtures("contacts")
def test_each_of_many_torn_lines_of_the_log_is_told(send: Callable[..., Outcome], ledger: Path) -> None:
    (ledger / "data" / "deliveries.yaml").write_text("- torn\n" * 30, encoding="utf-8")
    assert len(send("--dry-run").err.splitlines()) == 30


def test_a_unit_without_an_address_is_told_and_the_others_are_sent(
    send: Callable[..., Outcome], contacts: Path, mails: MailServer
) -> None:
    edit(contacts, "  养护科: []\n", "")
    outcome = send()
    assert outcome.code == 1
    assert "“养护科”没有地址" in outcome.err
    assert sorted(to for to, _ in mails.mails) == MAILED


def test_faulty_contacts_send_nothing(
    send: Callable[..., Outcome], contacts: Path, mails: MailServer, robots: RobotServer
) -> None:
    edit(contacts, "  规划科: []\n  养护科: []\n", "  规划课: []\n  养护科: [没有的群]\n")
    outcome = send()
    assert outcome.code == 1
    assert len(outcome.err.splitlines()) == 2
    assert "data/contacts.yaml:15:3" in outcome.err
    assert (mails.mails, robots.posts) == ([], [])


def test_without_contacts_it_says_what_to_do(send: Callable[..., Outcome]) -> None:
    outcome = send()
    assert outcome.code == 1
    assert "data/contacts.yaml" in outcome.err
    assert "README" in outcome.err


@pytest.mark.usefixtures("contacts")
def test_when_the_log_takes_no_more_nothing_more_is_sent(
    send: Callable[..., Outcome], mails: MailServer, robots: RobotServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be logged would be sent again: one may, not all."""
    calls = iter(range(100))

    def full(fd: int, data: bytes, write: Callable[[int, bytes], int] = os.write) -> int:
        if not data.startswith(b"- {") or next(calls) < 1:
            return write(fd, data)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("qjtask.storage.files.line_append.os.write", full)
    outcome = send()
    assert outcome.code == 1
    assert "磁盘已满" in outcome.err
    assert "没有记下" in outcome.out
    assert len(mails.mails) + len(robots.posts) == 2


@pytest.mark.usefixtures("contacts")
def test_a_log_that_cannot_be_written_stops_all_before_the_first(
    send: Callable[..., Outcome], mails: MailServer, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (ledger / "data" / "deliveries.yaml").write_text("- torn", encoding="utf-8")

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("qjtask.storage.files.line_append.os.write", full)
    assert send().code == 1
    assert mails.mails == []


# Two at once, and one killed ------------------------------------------------------------------------


@pytest.mark.usefixtures("contacts")
def test_two_runs_at_once_send_once(ledger: Path, robots: RobotServer, mails: MailServer) -> None:
    robots.script.append("wait")
    env = {**os.environ, "QJTASK_TODAY": "2021-06-10"}
    command = program(["remind", "--send"])
    with subprocess.Popen(command, cwd=ledger, env=env, stdout=subprocess.PIPE, text=True) as first:
        assert robots.arrived.wait(20)
        with subprocess.Popen(
            command, cwd=ledger, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as second:
            assert second.stderr
            assert "等它写完" in second.stderr.readline()
            robots.released.set()
            out, err = second.communicate(timeout=20)
        first.communicate(timeout=20)
    assert (first.returncode, second.returncode, err) == (0, 0, "")
    assert "已送达，没有要发的" in out
    assert sorted(to for to, _ in mails.mails) == MAILED
    kinds = [post.kind for post in robots.posts]
    assert (kinds.count("dingtalk"), kinds.count("feishu")) == (1, 1)


@pytest.mark.usefixtures("contacts")
def test_a_run_that_is_killed_loses_no_message(
    send: Callable[..., Outcome], ledger: Path, robots: RobotServer, mails: MailServer
) -> None:
    robots.script.append("wait")
    env = {**os.environ, "QJTASK_TODAY": "2021-06-10"}
    with subprocess.Popen(
        program(["remind", "--send"]), cwd=ledger, env=env, stdout=subprocess.DEVNULL
    ) as killed:
        assert robots.arrived.wait(20)
        killed.kill()
        killed.wait(20)
    robots.released.set()
    assert send().code == 0
    assert sorted({to for to, _ in mails.mails}) == MAILED
    assert {post.kind for post in robots.posts} == {"wecom", "dingtalk", "feishu"}
    assert all(line["result"] == "ok" for line in logged(ledger))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.usefixtures("contacts")
def test_a_screen_that_is_gone_stops_no_letter(ledger: Path, mails: MailServer, robots: RobotServer) -> None:
    env = {**os.environ, "QJTASK_TODAY": "2021-06-10", "PYTHONUNBUFFERED": "1"}
    with Path("/dev/full").open("wb") as full:
        subprocess.run(program(["remind", "--send"]), cwd=ledger, env=env, stdout=full, check=False)
    assert sorted(to for to, _ in mails.mails) == MAILED
    assert {post.kind for post in robots.posts} == {"wecom", "dingtalk", "feishu"}


# Showing, checking, asking amiss ------------------------------------------------------------------


@pytest.mark.usefixtures("contacts")
def test_a_dry_run_shows_everything_and_sends_nothing(
    send: Callable[..., Outcome],
    mails: MailServer,
    robots: RobotServer,
    ledger: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = [name for name in os.environ if name.startswith("QJTASK_SECRET_")]
    with monkeypatch.context() as bare:
        for name in names:
            bare.delenv(name)
        outcome = send("--dry-run")
    assert (outcome.code, outcome.err) == (0, "")
    assert (mails.mails, robots.posts, robots.requests) == ([], [], 0)
    assert not (ledger / "data" / "deliveries.yaml").exists()
    send()
    for post in robots.posts:
        assert post.text in outcome.out
        assert f"{post.size}字节" in outcome.out or post.kind == "feishu"
    for to, mail in mails.mails:
        body = mail.get_body(("plain",))
        assert body is not None
        assert f"→ 邮件 {to}" in outcome.out
        assert f"主题：{mail['Subject']}" in outcome.out
        assert body.get_content().replace("\r\n", "\n").strip() in outcome.out
    assert "共0份要发" in send("--dry-run").out


def test_the_dry_run_reads_as_it_should(
    send: Callable[..., Outcome], contacts: Path, golden: Callable[[str, str], None]
) -> None:
    edit(contacts, "everyone: [bangongshi@example.gov.cn, 局务群]\n", "")
    golden("sending/dry-run.txt", send("--dry-run").out)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--dry-run",), "--send"),
        (("--again",), "--send"),
        (("--send", "--format", "json"), "--format"),
        (("--check-contacts", "--send"), "--check-contacts"),
        (("--check-contacts", "--unit", "审批科"), "--check-contacts"),
    ],
)
def test_options_that_make_no_sense_together(args: tuple[str, ...], told: str, run: Run) -> None:
    outcome = run("remind", *args)
    assert outcome.code == 2
    assert told in outcome.err


@pytest.mark.usefixtures("contacts")
def test_contacts_without_fault(run: Run) -> None:
    outcome = run("remind", "--check-contacts")
    assert (outcome.code, outcome.out) == (0, "# 没有发现错误和疑点\n")


def test_what_is_wrong_with_contacts_is_told_at_once(
    run: Run, contacts: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(contacts, "  养护科: []\n", "")
    edit(contacts, "  道路运输中心: [中心群]\n", "  道路运输中心: []\n")
    monkeypatch.delenv("QJTASK_SECRET_JUWU_SIGN")
    outcome = run("remind", "--check-contacts", "--format", "json")
    assert outcome.code == 1
    problems = json.loads(outcome.out)["problems"]
    assert [(one["level"], one["what"]) for one in problems] == [
        ("error", "“养护科”没有地址"),
        ("error", "没有通讯录里这个名称的秘密"),
        ("warning", "没有单位用机器人“中心群”"),
    ]
    secrets = ledger / "data" / "secrets.yaml"
    secrets.write_text(f"juwu_sign: {FEISHU_SIGN}\n", encoding="utf-8")
    secrets.chmod(0o644)
    outcome = run("remind", "--check-contacts")
    assert outcome.code == 1
    assert "chmod 600 data/secrets.yaml" in outcome.out
    assert FEISHU_SIGN not in outcome.out
    secrets.chmod(0o600)
    assert "秘密" not in run("remind", "--check-contacts").out


@pytest.mark.usefixtures("contacts")
def test_a_webhook_that_could_not_be_sent_to_is_told_beforehand(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QJTASK_SECRET_JUWU", "http://example.invalid/SECRETKEY")
    outcome = run("remind", "--check-contacts")
    assert outcome.code == 1
    assert "的网址不是完整的 https:// 网址" in outcome.out
    assert "SECRETKEY" not in outcome.out + outcome.err


def test_check_contacts_tells_unknown_units_and_open_secrets_together(
    run: Run, contacts: Path, ledger: Path
) -> None:
    edit(contacts, "  养护科: []\n", "  养护课: []\n")
    (ledger / "data" / "secrets.yaml").write_text("a: b\n", encoding="utf-8")
    (ledger / "data" / "secrets.yaml").chmod(0o640)
    out = run("remind", "--check-contacts").out
    assert "最接近的是养护科" in out
    assert "chmod 600" in out


def test_a_plan_of_another_name_has_contacts_of_its_own(
    send: Callable[..., Outcome], contacts: Path, ledger: Path, mails: MailServer
) -> None:
    for name in ("tasks.yaml", "contacts.yaml"):
        source = ledger / "data" / name
        source.rename(ledger / "data" / ("y.yaml" if name == "tasks.yaml" else "y.contacts.yaml"))
    (ledger / "data" / "progress.yaml").rename(ledger / "data" / "y.progress.yaml")
    assert send("--file", "data/y.yaml").code == 0
    assert (ledger / "data" / "y.deliveries.yaml").exists()
    assert sorted(to for to, _ in mails.mails) == MAILED
    assert not contacts.exists()


def test_printing_the_letter_pays_for_no_sending(ledger: Path) -> None:
    code = (
        "import sys; from qjtask.cli.main import run; run(['remind', '--today', '2021-06-10']);"
        "print([name for name in sys.modules if 'sending' in name or name in"
        " {'smtplib', 'ssl', 'http.client', 'urllib.request', 'email.message'}],"
        "file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ledger, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr.splitlines()[-1] == "[]"
