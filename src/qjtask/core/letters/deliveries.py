"""What is to be sent this week: messages for addresses, less what the delivery log says has arrived."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime

from qjtask.core.letters.contact_doubts import without_address
from qjtask.core.letters.contacts import Address, Channel, Contacts
from qjtask.core.letters.message import Message
from qjtask.core.letters.reminder import Letter
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Problem
from qjtask.core.standing.words import NOBODY


class Job(NamedTuple):
    """A message on its way to one address, in `pieces`; `wanted` are the numbers, from 1, still to send.

    `people` are those that it calls by name, where its way can.
    """

    message: Message
    address: Address
    pieces: tuple[str, ...]
    wanted: tuple[int, ...]
    people: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.message.shown} → {self.address}"

    @property
    def way(self) -> tuple[str, str]:
        """What it shares with others: all mails go by one server, and a robot has many messages."""
        kind, name = self.address
        return kind, "" if kind is Channel.MAIL else name


class Delivery(NamedTuple):
    """One line of the delivery log: one piece tried once. `reason` is "" when it arrived.

    `part` is from 1 to `parts`, which is at most message.MOST_PIECES.
    """

    at: datetime
    week: str
    unit: str
    kind: str
    to: str
    part: int
    parts: int
    ok: bool
    digest: str
    reason: str = ""


def week_of(day: date) -> str:
    """The ISO 8601 week of a day, as 2021-W23."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def jobs(
    contacts: Contacts,
    messages: Iterable[Message],
    cut: Callable[[Message, Channel], tuple[str, ...]],
    *,
    mention: bool = False,
) -> list[Job]:
    """A job for each address of each message, in the pieces that `cut` makes for its way.

    With `mention` a unit's message calls the people whom the contacts name for it.
    """
    made = []
    for message in messages:
        people = contacts.people.get(message.unit, ()) if mention else ()
        addresses = contacts.units.get(message.unit, ()) if message.unit else contacts.everyone
        for address in dict.fromkeys(addresses):
            pieces = cut(message, address.kind)
            made.append(Job(message, address, pieces, tuple(range(1, len(pieces) + 1)), people))
    return made


def unaddressed(contacts: Contacts, letter: Letter, shown: str) -> list[Problem]:
    """Who is asked something in the letter, and will not hear of it; `shown` names the contacts' file."""
    problems = []
    for section in letter.sections:
        if section.unit == NOBODY:
            if not contacts.everyone:
                told = "有的工作没有写责任单位，提醒没有人收"
                problems.append(Problem(shown, told, "请在计划里补上责任单位，或在这里写 everyone"))
        elif section.unit not in contacts.units:
            told, fix = without_address(section.unit)
            problems.append(Problem(shown, f"{told}，它的提醒没有发", fix))
    return problems


def outstanding(planned: Iterable[Job], log: Iterable[Delivery], week: str) -> list[Job]:
    """The jobs less what has arrived in `week`: all of it, or the same words' pieces that did.

    Any letter of the week that arrived whole is enough, since the words change from day to day.
    Pieces of other words do not fit together: then the whole message is wanted again.
    """
    arrived: dict[tuple[str, str, str], dict[tuple[str, int], set[int]]] = {}
    for line in log:
        if line.ok and line.week == week:
            to = arrived.setdefault((line.unit, line.kind, line.to), {})
            to.setdefault((line.digest, line.parts), set()).add(line.part)
    left = []
    for job in planned:
        sent = arrived.get((job.message.unit, job.address.kind, job.address.name), {})
        if any(len(found) == total for (_, total), found in sent.items()):
            continue
        same = sent.get((job.message.digest, len(job.pieces)), set())
        left.append(job._replace(wanted=tuple(number for number in job.wanted if number not in same)))
    return left
