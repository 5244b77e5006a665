"""A piece of a job sent by its way: which secrets it takes, and who speaks to the other side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from email.message import EmailMessage

from qjtask.core.letters.contact_doubts import without_secret
from qjtask.core.letters.contacts import Channel, Contacts, MailServer, Secret, why_no_password
from qjtask.core.letters.deliveries import Job
from qjtask.core.letters.message import Message, pieces
from qjtask.sending import dingtalk, feishu, mail, robot, wecom
from qjtask.sending.failure import NotDelivered

_SERVICES = {Channel.WECOM: wecom.SERVICE, Channel.DINGTALK: dingtalk.SERVICE, Channel.FEISHU: feishu.SERVICE}


class Channels:
    """The ways to every address of the contacts. `clock` gives the real time, for dates and signs."""

    def __init__(
        self, contacts: Contacts, secrets: Mapping[str, Secret], clock: Callable[[], datetime]
    ) -> None:
        self._contacts = contacts
        self._secrets = secrets
        self._clock = clock

    def send(self, job: Job, part: int) -> None:
        """Deliver the piece of that number, from 1. Raises NotDelivered."""
        if job.address.kind is Channel.MAIL:
            password = self._password()
            mail.send(self._server, password, self.mail(job), job.address.name)
        else:
            to = self._contacts.robots[job.address.name]
            webhook, sign, now = self._secret(to.webhook), self._secret(to.sign), self._clock().timestamp()
            people = job.people if part == 1 else ()  # nobody is called twice by one letter
            robot.send(_SERVICES[to.kind], webhook, sign, job.pieces[part - 1], now, people=people)

    def size(self, job: Job, part: int) -> int:
        """The bytes that a piece takes: of a mail all, of a chat's text those that its limit counts."""
        if job.address.kind is Channel.MAIL:
            return len(bytes(self.mail(job)))
        return _SERVICES[job.address.kind].size(job.pieces[part - 1])

    def mail(self, job: Job) -> EmailMessage:
        """The job's letter as a mail of this moment."""
        return mail.compose(self._server, job.address.name, job.message, self._clock())

    @property
    def _server(self) -> MailServer:
        if self._contacts.server is None:
            raise NotDelivered("没有写邮件服务器", "请在通讯录里补上 mail", for_all=True)
        return self._contacts.server

    def _password(self) -> str:
        """The mail server's password; "" where there is no login."""
        name = self._server.password
        why = why_no_password(self._secrets[name], self._contacts) if name in self._secrets else None
        if why:
            raise NotDelivered(*why, for_all=True)
        return self._secret(name)

    def _secret(self, name: str) -> str:
        """The text of a secret; "" for the name of none."""
        if name and name not in self._secrets:
            raise NotDelivered(*without_secret(name, self._secrets), for_all=True)
        return self._secrets[name].reveal() if name else ""


def a_minute(job: Job) -> int | None:
    """How many messages the way of a job takes in a minute; None where no limit is known."""
    return None if job.address.kind is Channel.MAIL else _SERVICES[job.address.kind].a_minute


def cut(message: Message, kind: Channel) -> tuple[str, ...]:
    """The texts that a way can carry: a mail is one, whatever its length."""
    if kind is Channel.MAIL:
        return (message.plain,)
    service = _SERVICES[kind]
    return pieces([service.harmless(line) for line in message.chat], service.limit, service.size)
