"""Who is told, and by which way: the values of contacts.yaml, and of the secrets that it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple


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
    """Who is told. A unit whose addresses are an empty tuple is not written to, on purpose."""

    units: Mapping[str, tuple[Address, ...]]
    everyone: tuple[Address, ...] = ()
    server: MailServer | None = None
    robots: Mapping[str, Robot] = {}

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


SECRET_PREFIX = "QJTASK_SECRET_"  # noqa: S105 - a prefix of names, no secret
"""The secret `mail` is QJTASK_SECRET_MAIL in the environment."""


class Secret:
    """A text that no message, log or traceback may show: only `reveal` gives it."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return "Secret(***)"

    def reveal(self) -> str:
        """The text itself, for the one who sends it to its own service."""
        return self._text
