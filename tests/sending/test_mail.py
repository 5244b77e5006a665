"""Mail against a real SMTP server: encryption, login, refusals, and what reaches the reader."""

from __future__ import annotations

import traceback
from datetime import date, datetime, timedelta, timezone
from email.message import EmailMessage
from typing import TYPE_CHECKING, Any

import pytest

from qjtask.core.letters.contacts import MailServer, Security
from qjtask.core.letters.message import Message
from qjtask.core.letters.reminder import Letter, ReminderLine, ReminderPart, UnitSection
from qjtask.core.standing.light import Reason
from qjtask.sending.failure import NotDelivered
from qjtask.sending.mail import compose, send
from tests.sending.servers import MAIL_PASSWORD, SECRET_WORDS, mail_server, reciting_server

if TYPE_CHECKING:
    from tests.sending import servers
    from tests.sending.fixtures import QuickClock

AT = datetime(2021, 6, 7, 9, 7, tzinfo=timezone(timedelta(hours=8)))
TO = "shenpi@example.gov.cn"


def message(unit: str = "审批科", title: str = "2021年政务服务工作任务分解：工作提醒") -> Message:
    line = ReminderLine(
        "9.2", date(2021, 6, 30), "还有20天", "<b>全程网办</b> & “占比”", "区行政服务中心", Reason.DUE_SOON
    )
    section = UnitSection(unit, (ReminderPart("7月10日前到期", (line,)),))
    letter = Letter(title, date(2021, 6, 7), date(2021, 6, 14), (section,), 0, 0, 1, 0)
    return Message(unit, letter, "<p>提醒</p>")


def settings(server: servers.MailServer, **changed: Any) -> MailServer:
    base = MailServer(
        "localhost", server.port, Security.STARTTLS, "ducha@example.gov.cn", "督查室", "ducha", "mail"
    )
    return base._replace(**changed)


def deliver(server: servers.MailServer, to: str = TO, password: str = MAIL_PASSWORD, **changed: Any) -> None:
    found = settings(server, **changed)
    send(found, password, compose(found, to, message(), AT), to, changed.pop("timeout", 5.0))


def failure(server: servers.MailServer, **changed: Any) -> NotDelivered:
    with pytest.raises(NotDelivered) as caught:
        deliver(server, **changed)
    why = caught.value
    told = "".join([why.what, why.fix, *traceback.format_exception(why)])
    assert not [secret for secret in SECRET_WORDS if secret in told]
    return why


def test_a_mail_arrives_over_starttls_with_login(mails: servers.MailServer) -> None:
    deliver(mails)
    [(to, mail)] = mails.mails
    assert (to, mails.logins) == (TO, ["ducha"])
    assert mail["Subject"] == "2021年政务服务工作任务分解：工作提醒（审批科，2021年第23周）"
    assert mail["From"] == "督查室 <ducha@example.gov.cn>"
    assert mail["To"] == TO
    assert mail["Date"].datetime == AT
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"].endswith("@example.gov.cn>")
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert isinstance(plain, EmailMessage)
    assert isinstance(html, EmailMessage)
    assert "- 9.2" in plain.get_content()
    assert "“占比”" in plain.get_content()
    assert html.get_content().strip() == "<p>提醒</p>"
    assert (plain.get_content_charset(), html.get_content_charset()) == ("utf-8", "utf-8")


def test_a_mail_is_plain_ascii_in_short_lines(mails: servers.MailServer) -> None:
    """RFC 5321: a server without 8BITMIME takes no other; a line has at most 998 octets."""
    mail = compose(settings(mails), TO, message(title="很长的标题" * 60), AT)
    raw = bytes(mail)
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    send(settings(mails), MAIL_PASSWORD, mail, TO)
    assert mails.mails[0][1]["Subject"].startswith("很长的标题" * 60)


def test_the_same_words_to_the_same_reader_are_the_same_mail(mails: servers.MailServer) -> None:
    one, again = (compose(settings(mails), TO, message(), AT) for _ in range(2))
    other = compose(settings(mails), "other@example.gov.cn", message(), AT)
    assert one["Message-ID"] == again["Message-ID"] != other["Message-ID"]


@pytest.mark.parametrize(
    "bad", ["审批科\nBcc: thief@example.com", "审批科\r\n\r\nhi", "审批科\x0b\x85\u2028x"]
)
def test_no_header_can_be_smuggled_in_by_a_name(bad: str, mails: servers.MailServer) -> None:
    mail = compose(settings(mails), TO, message(unit=bad, title=f"标题\r\nX-Evil: {bad}"), AT)
    assert "Bcc" not in mail
    assert "X-Evil" not in mail
    assert b"\r\nBcc" not in bytes(mail)
    send(settings(mails), MAIL_PASSWORD, mail, TO)
    [(to, taken)] = mails.mails
    assert to == TO
    assert "Bcc" not in taken
    assert "X-Evil" not in taken


def test_tls_from_the_start() -> None:
    with mail_server(security="tls") as mails:
        deliver(mails, security=Security.TLS)
        assert len(mails.mails) == 1


def test_without_encryption_and_login_where_the_office_wants_it() -> None:
    with mail_server(security="none", login=False) as mails:
        deliver(mails, security=Security.NONE, user="")
        assert (len(mails.mails), mails.logins) == (1, [])


def test_there_is_no_falling_back_to_the_clear() -> None:
    with mail_server(security="none", login=False) as mails:
        why = failure(mails)
        assert "不支持" in why.what
        assert not why.may_pass
        assert (mails.mails, mails.logins) == ([], [])


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_a_certificate_for_another_name_gets_no_password(security: Security) -> None:
    with mail_server(security=security, name="other.example") as mails:
        why = failure(mails, security=security)
        assert "证书" in why.what
        assert not why.may_pass
        assert mails.logins == []


def test_a_wrong_password_is_told_for_all_mails_and_would_not_pass(mails: servers.MailServer) -> None:
    why = failure(mails, password=MAIL_PASSWORD[:-1])
    assert "用户名或密码" in why.what
    assert "535" in why.what
    assert (why.may_pass, why.for_all) == (False, True)


@pytest.mark.parametrize("changed", [{"password": f"口令{MAIL_PASSWORD}"}, {"user": "督查室"}])
def test_what_smtp_cannot_carry_is_told_for_all_mails(
    changed: dict[str, str], mails: servers.MailServer
) -> None:
    why = failure(mails, **changed)
    assert "用户名或密码里有" in why.what
    assert (why.may_pass, why.for_all) == (False, True)
    assert mails.logins == []


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_a_server_that_talks_on_and_on_is_given_up(
    security: Security, monkeypatch: pytest.MonkeyPatch, quick_clock: QuickClock
) -> None:
    monkeypatch.setattr("qjtask.sending.mail.LONGEST", 60.0)
    with mail_server(security=security) as mails:
        mails.chatter = 200
        why = failure(mails, security=security)
        assert why.may_pass
        assert quick_clock.now <= 65
        assert mails.mails == []


def test_a_refused_reader_is_told_and_the_others_still_get_theirs(mails: servers.MailServer) -> None:
    mails.refused["gone@example.gov.cn"] = "550 5.1.1 no such user"
    why = failure(mails, to="gone@example.gov.cn")
    assert "收件人" in why.what
    assert "550 5.1.1" in why.what
    assert (why.may_pass, why.for_all) == (False, False)
    deliver(mails)
    assert len(mails.mails) == 1


@pytest.mark.parametrize(
    ("answer", "told", "may_pass"),
    [
        ("451 4.7.1 greylisted", "451 4.7.1", True),
        ("554 5.7.1 spam", "554 5.7.1", False),
        ("cut", "断开", True),
    ],
)
def test_a_mail_that_is_not_taken(answer: str, told: str, may_pass: bool, mails: servers.MailServer) -> None:
    mails.data_answers.append(answer)
    why = failure(mails)
    assert told in why.what
    assert (why.may_pass, why.for_all) == (may_pass, False)
    assert mails.mails == []


def test_what_a_server_says_is_not_repeated(mails: servers.MailServer) -> None:
    mails.data_answers.append(f"554 5.7.1 {MAIL_PASSWORD} is a strange password")
    assert "strange" not in failure(mails).what


def test_an_uncivil_farewell_does_not_undo_a_delivery(mails: servers.MailServer) -> None:
    mails.quit_answer = "421 4.4.2 in a hurry"
    deliver(mails)
    assert len(mails.mails) == 1


def test_nobody_there_may_pass_and_counts_for_all() -> None:
    with mail_server() as mails:
        pass
    why = failure(mails)
    assert (why.may_pass, why.for_all) == (True, True)


@pytest.mark.parametrize("name", ["张三-pc.ju.local", "pc", "", "a b.example", "-x.example"])
def test_a_computer_without_a_hosts_name_gives_its_address(
    name: str, mails: servers.MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.getfqdn", lambda _="": name)
    deliver(mails)
    assert len(mails.mails) == 1


@pytest.mark.usefixtures("trust")
def test_a_login_that_is_answered_in_no_base64_is_told() -> None:
    answers = (b"220 mx.example\r\n", b"250-mx.example\r\n250 AUTH LOGIN\r\n", b"334 a\r\n")
    with reciting_server(*answers) as port:
        found = MailServer("localhost", port, Security.TLS, "a@b.cn", user="a", password="mail")  # noqa: S106
        mail = compose(found, TO, message(), AT)
        with pytest.raises(NotDelivered) as caught:
            send(found, MAIL_PASSWORD, mail, TO, 5.0)
    why = caught.value
    assert "登录应答" in why.what
    assert why.for_all
