"""A letter as mail: made with email.message, taken by one SMTP server (RFC 5321, 3207, 4954)."""

from __future__ import annotations

import re
import smtplib
import socket
from contextlib import suppress
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

from qjtask.core.letters.contacts import MailServer, Security
from qjtask.core.letters.message import Message
from qjtask.sending.failure import NotDelivered, unreachable
from qjtask.sending.time_limit import tls_for

TIMEOUT = 30.0
"""Seconds to connect, and to wait for each answer. RFC 5321 4.5.3.2 allows minutes; cron does not."""

LONGEST = 120.0
"""Seconds from the handshake on until the mail is taken, however busily the server talks."""

_HOST_NAME = r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253}[A-Za-z0-9])?"

_STATUS = re.compile(rb"[245]\.[0-9]{1,3}\.[0-9]{1,3}\b")  # RFC 3463


def compose(server: MailServer, to: str, message: Message, at: datetime) -> EmailMessage:
    """A mail with a plain and an HTML part, written at `at`.

    Its Message-ID is made of `to` and the message's words: the same letter sent twice is one letter
    to a mail program that knows it already. A line break in a header is refused by the policy.
    """
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = message.subject
    mail["From"] = Address(server.sender_name, addr_spec=server.sender)
    mail["To"] = Address(addr_spec=to)
    mail["Date"] = format_datetime(at)
    name = sha256(f"{message.digest} {to}".encode()).hexdigest()[:32]
    mail["Message-ID"] = f"<{name}@{server.sender.rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: no machine answers
    mail.set_content(message.plain, cte="base64")
    mail.add_alternative(message.html, subtype="html", cte="base64")
    return mail


def send(server: MailServer, password: str, mail: EmailMessage, to: str, timeout: float = TIMEOUT) -> None:
    """Hand a mail to the server. Returns only when it has taken it for `to`; NotDelivered otherwise.

    The certificate is verified, and there is no falling back to a connection in the clear.
    """
    connected = False
    try:
        smtp = _connected(server, timeout)
        try:
            if server.user:
                smtp.login(server.user, password)
            connected = True
            smtp.send_message(mail, server.sender, [to])
            with suppress(smtplib.SMTPException, OSError):
                smtp.quit()  # the mail has been taken, whatever becomes of the farewell
        finally:
            smtp.close()
    except OSError as error:  # SMTPException is one
        why = _refused(error) if isinstance(error, smtplib.SMTPException) else unreachable(error)
        why.for_all = not connected
        raise why from None
    except UnicodeError:  # smtplib logs in with ASCII only
        told = "用户名或密码里有邮件服务器不能接受的字符"
        raise NotDelivered(told, "请核对 user 和密码（常须用授权码）", for_all=True) from None
    except ValueError:  # a challenge that is no base64 (RFC 4954, 4)
        told = "邮件服务器的登录应答不合规范"
        raise NotDelivered(told, "请核对 mail 的 host 和 port，或问邮件管理员", for_all=True) from None


def _connected(server: MailServer, timeout: float) -> smtplib.SMTP:
    name = _own_name()
    if server.security is Security.TLS:
        return smtplib.SMTP_SSL(server.host, server.port, name, timeout=timeout, context=tls_for(LONGEST))
    smtp = smtplib.SMTP(server.host, server.port, name, timeout=timeout)
    if server.security is Security.STARTTLS:
        try:
            smtp.starttls(context=tls_for(LONGEST))
        except BaseException:
            smtp.close()
            raise
    return smtp


def _own_name() -> str:
    """What this computer says it is: its full name where that is a host's, else its address literal.

    A computer in a Chinese office may be called 张三-pc, which no EHLO can carry (RFC 5321, 4.1.1.1).
    """
    name = socket.getfqdn()
    return name if re.fullmatch(_HOST_NAME, name) and "." in name else "[127.0.0.1]"


_MEANINGS = (
    (smtplib.SMTPSenderRefused, "发件人被邮件服务器拒绝", "请核对 mail 的 from 和 user"),
    (smtplib.SMTPAuthenticationError, "邮件服务器不接受用户名或密码", "请核对 user 和密码（常须用授权码）"),
    (smtplib.SMTPResponseException, "邮件服务器没有接受", "请按代码问邮件管理员"),
)


def _refused(error: smtplib.SMTPException) -> NotDelivered:
    """What an SMTP failure means. The server's words are left out but for the codes."""
    match error:
        case smtplib.SMTPRecipientsRefused(recipients=refused):
            return _by_code("收件人被邮件服务器拒收", "请核对收件人的邮箱", *next(iter(refused.values())))
        case smtplib.SMTPResponseException(smtp_code=code, smtp_error=words):
            what, fix = next((what, fix) for kind, what, fix in _MEANINGS if isinstance(error, kind))
            return _by_code(what, fix, code, words)
        case smtplib.SMTPServerDisconnected():
            return NotDelivered("邮件服务器中途断开了连接", "请稍后再运行一次", may_pass=True)
    told = "邮件服务器不支持所要的加密或登录，没有改用不加密的"
    return NotDelivered(told, "请核对 mail 的 host、port 和 security")


def _by_code(what: str, fix: str, code: int, words: bytes | str) -> NotDelivered:
    """RFC 5321 4.2.1: what begins with 4 may pass, what begins with 5 will not."""
    raw = words.encode("ascii", "replace") if isinstance(words, str) else words
    status = _STATUS.match(raw)
    shown = f"{code} {status[0].decode()}" if status else str(code)
    return NotDelivered(f"{what}（{shown}）", fix, may_pass=400 <= code < 500)
