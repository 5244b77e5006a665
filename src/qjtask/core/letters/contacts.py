"""Who is told, and by which way: the values of contacts.yaml, and of the secrets that it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Place

_Told = TypeVar("_Told")


class Channel(StrEnum):
    """The ways to an office."""

    MAIL = "mail"
    WECOM = "wecom"
    DINGTALK = "dingtalk"
    FEISHU = "feishu"

    @property
    def shown(self) -> str:
        """What people call it."""
        return ROBOT_SERVICES[self].shown if self in ROBOT_SERVICES else "邮件"


class RobotService(NamedTuple):
    """What is asked of a robot of one kind: its service's name, and whether it can be given a signing key."""

    shown: str
    has_sign: bool = True


ROBOT_SERVICES = {
    Channel.WECOM: RobotService("企业微信", has_sign=False),
    Channel.DINGTALK: RobotService("钉钉"),
    Channel.FEISHU: RobotService("飞书"),
}
"""The services whose group robots take letters. How each is spoken to stands in `sending`."""


class Security(StrEnum):
    """How the way to the mail server is kept private."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


class MailServer(NamedTuple):
    """The server that takes the mails. `password` is a secret's name; without `user` there is no login."""

    host: str
    port: int
    security: Security
    sender: str
    sender_name: str = ""
    user: str = ""
    password: str = ""


class Robot(NamedTuple):
    """A group's robot. `webhook` and `sign` are names of secrets; `sign` is "" where none is used."""

    name: str
    kind: Channel
    webhook: str
    sign: str = ""


class Address(NamedTuple):
    """Where a message goes: a mail address, or the name of a robot."""

    kind: Channel
    name: str

    def __str__(self) -> str:
        return f"{self.kind.shown} {self.name}"


class Contacts(NamedTuple):
    """Who is told. A unit whose addresses are an empty tuple is not written to, on purpose.

    `people` are the mobile numbers (企业微信, 钉钉) and ids (飞书, ou_…) of those whom a unit's message calls
    by name when that is asked for. `secret_places` says where each secret is named;
    `is_guarded` is whether the user alone can write these contacts.
    """

    units: Mapping[str, tuple[Address, ...]]
    everyone: tuple[Address, ...] = ()
    server: MailServer | None = None
    robots: Mapping[str, Robot] = {}
    people: Mapping[str, tuple[str, ...]] = {}
    secret_places: Mapping[str, Place] = {}
    is_guarded: bool = True

    def reaching(self, members: Mapping[str, tuple[str, ...]]) -> Contacts:
        """These, with what stands under a collective name for each of its `members` that has none of its own.

        Under several such names all count. An empty list of a member's own is its own: it is not written to.
        """
        return self._replace(units=_reaching(self.units, members), people=_reaching(self.people, members))

    def addresses(self) -> Iterator[Address]:
        """Every address, as often as it is written."""
        for addresses in (*self.units.values(), self.everyone):
            yield from addresses

    def secrets(self, address: Address) -> tuple[str, ...]:
        """The names of the secrets without which nothing can be sent to `address`."""
        if address.kind is not Channel.MAIL:
            robot = self.robots[address.name]
            return (robot.webhook, robot.sign) if robot.sign else (robot.webhook,)
        return (self.server.password,) if self.server and self.server.password else ()


def _reaching(
    by_name: Mapping[str, tuple[_Told, ...]], members: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[_Told, ...]]:
    found: dict[str, tuple[_Told, ...]] = {}
    for name, told in by_name.items():
        for office in members.get(name, ()):
            if office not in by_name:
                found[office] = tuple(dict.fromkeys((*found.get(office, ()), *told)))
    return {**by_name, **found}


SECRET_PREFIX = "QJTASK_SECRET_"  # noqa: S105 - a prefix of names, no secret
"""The secret `mail` is QJTASK_SECRET_MAIL in the environment."""


class Secret:
    """A text that no message, log or traceback may show: only `reveal` gives it.

    `host` is the mail server that it is the password for, where it says so; "" where it does not.
    """

    __slots__ = ("_text", "host")

    def __init__(self, text: str, host: str = "") -> None:
        self._text = text
        self.host = host

    def __repr__(self) -> str:
        return "Secret(***)"

    @property
    def is_url(self) -> bool:
        """Whether it is a robot's address: good for a webhook, and for nothing else."""
        return self._text.startswith(("https://", "http://"))

    def reveal(self) -> str:
        """The text itself, for the one who sends it to its own service."""
        return self._text


def why_no_password(secret: Secret, contacts: Contacts) -> tuple[str, str] | None:
    """Why a secret may not go to the contacts' mail server, and what to do; None where it may.

    Whoever can edit the contacts names the host. So a password goes only where the secret itself says,
    or where the contacts say if nobody else can write them.
    """
    if secret.is_url:
        return "要当密码用的秘密是机器人的网址，没有发出", "请核对 mail 的 password 写的是哪个秘密"
    host = contacts.server.host if contacts.server else ""
    if secret.host and secret.host.casefold() != host.casefold():
        return "密码是给另一台邮件服务器的，没有发出", "请核对 mail 的 host 和秘密文件里的 host"
    if not secret.host and not contacts.is_guarded:
        told = "别人也能改通讯录，密码又没有写明给哪台服务器，没有发出"
        return told, "请在秘密文件里写成 名称: {host: 邮件服务器, password: '密码'}"
    return None
