"""Which way a job goes, with which secrets, and how large it is."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from qjtask.core.letters.contacts import Address, Channel, Contacts, MailServer, Robot, Secret, Security
from qjtask.core.letters.deliveries import Job
from qjtask.core.letters.message import Message
from qjtask.core.letters.reminder import Letter
from qjtask.sending.channels import Channels, cut
from qjtask.sending.failure import NotDelivered
from tests.sending.servers import DING_SIGN, MAIL_PASSWORD

if TYPE_CHECKING:
    from tests.sending import servers

AT = datetime(2021, 6, 7, 9, 7, tzinfo=timezone(timedelta(hours=8)))
LETTER = Letter("工作计划：工作提醒", date(2021, 6, 7), date(2021, 6, 14), (), 0, 0, 0, 0)
MESSAGE = Message("审批科", LETTER, "<p>提醒</p>")


def now() -> datetime:
    return datetime.now().astimezone()


def job(kind: Channel, name: str) -> Job:
    pieces = cut(MESSAGE, kind)
    return Job(MESSAGE, Address(kind, name), pieces, tuple(range(1, len(pieces) + 1)))


def contacts(port: int = 587) -> Contacts:
    server = MailServer(
        "localhost",
        port,
        Security.STARTTLS,
        "ducha@example.gov.cn",
        user="ducha",
        password="mail",  # noqa: S106
    )
    robots = {
        "群": Robot("群", Channel.DINGTALK, "url", "key"),
        "旧群": Robot("旧群", Channel.DINGTALK, "url"),
    }
    return Contacts({}, server=server, robots=robots)


def test_a_mail_goes_with_its_password(mails: servers.MailServer) -> None:
    found = Channels(contacts(mails.port), {"mail": Secret(MAIL_PASSWORD)}, now)
    sent = job(Channel.MAIL, "a@b.cn")
    found.send(sent, 1)
    [(to, mail)] = mails.mails
    assert to == "a@b.cn"
    assert abs(mail["Date"].datetime - now()) < timedelta(minutes=1)
    assert found.size(sent, 1) == len(bytes(found.mail(sent)))


def test_a_robot_is_signed_with_the_real_time(robots: servers.RobotServer) -> None:
    """The service refuses a sign that is an hour old: the day a letter is made for is no clock."""
    secrets = {"url": Secret(robots.dingtalk), "key": Secret(DING_SIGN)}
    sent = job(Channel.DINGTALK, "群")
    Channels(contacts(), secrets, now).send(sent, 1)
    assert robots.posts[0].text == sent.pieces[0]
    assert robots.posts[0].size == Channels(contacts(), {}, now).size(sent, 1)
    with pytest.raises(NotDelivered, match="310000"):
        Channels(contacts(), secrets, lambda: AT).send(sent, 1)


def test_a_robot_without_a_key_is_not_signed(robots: servers.RobotServer) -> None:
    with pytest.raises(NotDelivered, match="310000"):
        Channels(contacts(), {"url": Secret(robots.dingtalk)}, now).send(job(Channel.DINGTALK, "旧群"), 1)
    assert "sign=" not in robots.paths[0]


@pytest.mark.parametrize(("kind", "name"), [(Channel.MAIL, "a@b.cn"), (Channel.DINGTALK, "群")])
def test_without_its_secret_nothing_is_tried(kind: Channel, name: str) -> None:
    with pytest.raises(NotDelivered) as caught:
        Channels(contacts(), {}, now).send(job(kind, name), 1)
    assert "QJTASK_SECRET_" in caught.value.fix
    assert caught.value.for_all
    assert not caught.value.may_pass


def test_without_a_server_no_mail_counts_as_sent() -> None:
    with pytest.raises(NotDelivered, match="邮件服务器"):
        Channels(Contacts({}), {}, now).send(job(Channel.MAIL, "a@b.cn"), 1)


def test_a_mail_is_one_piece_however_long_and_a_chat_is_cut() -> None:
    long = Message("审批科", LETTER._replace(title="长" * 3000))
    assert len(cut(long, Channel.MAIL)) == 1
    assert [len(cut(long, kind)) for kind in (Channel.WECOM, Channel.DINGTALK, Channel.FEISHU)] == [5, 1, 1]


def test_no_text_of_a_plan_calls_anybody() -> None:
    calling = Message("审批科", LETTER._replace(title='<@all> <AT user_id="all">所有人</at> a<b'))
    [wecom] = cut(calling, Channel.WECOM)
    [feishu] = cut(calling, Channel.FEISHU)
    assert "＜@all> " in wecom
    assert "<@" not in wecom
    assert '＜AT user_id="all">所有人＜/at> a<b' in feishu
    assert "<at" not in feishu.lower()
    assert "<@all> <AT" in cut(calling, Channel.DINGTALK)[0]


@pytest.mark.parametrize(
    ("secret", "is_guarded", "told"),
    [
        (Secret("https://robot.example/send?key=0a1b"), True, "机器人的网址"),
        (Secret("code", "smtp.elsewhere.cn"), True, "另一台邮件服务器"),
        (Secret("code"), False, "没有写明给哪台服务器"),
    ],
)
def test_a_secret_goes_to_its_own_host_only(
    secret: Secret, is_guarded: bool, told: str, mails: servers.MailServer
) -> None:
    """Whoever can edit the contacts could otherwise have it sent to a host of his own."""
    known = contacts(mails.port)._replace(is_guarded=is_guarded)
    with pytest.raises(NotDelivered, match=told) as caught:
        Channels(known, {"mail": secret}, now).send(job(Channel.MAIL, "a@b.cn"), 1)
    assert caught.value.for_all
    assert mails.mails == []


def test_a_password_bound_to_the_host_goes_whoever_may_edit_the_contacts(mails: servers.MailServer) -> None:
    known = contacts(mails.port)._replace(is_guarded=False)
    Channels(known, {"mail": Secret(MAIL_PASSWORD, "LocalHost")}, now).send(job(Channel.MAIL, "a@b.cn"), 1)
    assert len(mails.mails) == 1


def test_people_are_called_by_the_first_piece_alone(robots: servers.RobotServer) -> None:
    secrets = {"url": Secret(robots.dingtalk), "key": Secret(DING_SIGN)}
    sent = job(Channel.DINGTALK, "群")._replace(
        pieces=("甲", "乙"), wanted=(1, 2), people=("13800000000", "ou_1")
    )
    for part in sent.wanted:
        Channels(contacts(), secrets, now).send(sent, part)
    assert [one.text for one in robots.posts] == ["甲\n@13800000000", "乙"]
