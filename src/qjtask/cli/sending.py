"""`remind --send`: letters to their addresses, each delivery logged, failures told at the end."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from math import ceil
from time import monotonic, sleep

import typer

from qjtask.cli.faults import tell
from qjtask.cli.output import say
from qjtask.cli.session import Session
from qjtask.cli.writing import waiting
from qjtask.core.letters.contact_doubts import contact_doubts
from qjtask.core.letters.contacts import Channel, Contacts, Secret, why_no_password
from qjtask.core.letters.deliveries import Delivery, Job, jobs, outstanding, unaddressed, week_of
from qjtask.core.letters.message import Message
from qjtask.core.letters.reminder import Letter
from qjtask.core.plan.unit_names import owner_names
from qjtask.core.problem import Problem, Refused
from qjtask.core.standing.words import NOBODY
from qjtask.render.letter_html import letter_html
from qjtask.sending.channels import Channels, a_minute, cut
from qjtask.sending.deliver import Failed, deliver
from qjtask.sending.failure import NotDelivered
from qjtask.sending.http import check_url
from qjtask.sending.rate_limit import RateLimit
from qjtask.storage.ledger import SideBook, SideKind
from qjtask.storage.office.contacts_file import load_contacts
from qjtask.storage.office.delivery_log import append_delivery, parse_deliveries, prepare
from qjtask.storage.office.secrets import load_secrets


def send_letters(session: Session, letter: Letter, *, is_whole: bool, again: bool, mention: bool) -> None:
    """Send to each address what it has not had this week. Exit 1 if anything failed.

    A letter that `is_whole`, to all units, goes to `everyone` too. The log is locked from its reading
    to the last delivery: of two that run at once, the second finds everything sent.
    """
    contacts, planned = _planned(session, letter, is_whole=is_whole, mention=mention)
    if letter.is_quiet:
        say([letter.total, "没有要发的。"])
        return
    missed = unaddressed(contacts, letter, session.ledger.side(SideKind.CONTACTS).shown)
    log = session.ledger.side(SideKind.DELIVERIES)
    secrets = load_secrets(session.ledger.side(SideKind.SECRETS), os.environ)
    with log.writing(waiting) as book:
        left = planned if again else _left(planned, book.content, log.shown, session.today)
        if left:
            prepare(book)
        record = partial(_record, book, week_of(session.today))
        send = Channels(contacts, secrets, _now).send
        failed = deliver(left, send, record, _wait, RateLimit(a_minute, monotonic, _pause))
    if not left:
        say(["有地址的本周都已送达，没有要发的；要再发一遍请加 --again。"])
    missed += _told(failed)
    tell(missed, every=True)
    if missed:
        raise typer.Exit(1)


def show_letters(session: Session, letter: Letter, *, is_whole: bool, again: bool, mention: bool) -> None:
    """Show exactly what `send_letters` would send, and send nothing; no secret is needed."""
    contacts, planned = _planned(session, letter, is_whole=is_whole, mention=mention)
    channels = Channels(contacts, {}, _now)
    log = session.ledger.side(SideKind.DELIVERIES)
    left = planned if again else _left(planned, log.read() or b"", log.shown, session.today)
    for job in left:
        say([f"==== {job}，{len(job.pieces)}段"])
        if job.address.kind is Channel.MAIL:
            say([f"主题：{job.message.subject}"])
        elif job.people:
            say([f"点名：{'、'.join(job.people)}"])
        for part in job.wanted:
            say([f"---- 第{part}段，{channels.size(job, part)}字节"])
            say(job.pieces[part - 1].splitlines())
    if letter.is_quiet:
        say([letter.total])
    kept = len(planned) - len(left)
    say([f"==== 共{len(left)}份要发，本周已送达而不再发的{kept}份；这是预演，什么也没有发"])
    tell(unaddressed(contacts, letter, session.ledger.side(SideKind.CONTACTS).shown), every=True)


def contact_problems(session: Session) -> list[Problem]:
    """All that keeps a unit of the plan from being told: faults, units without an address, secrets."""
    contacts_file = session.ledger.side(SideKind.CONTACTS)
    problems: list[Problem] = []
    secrets: Mapping[str, Secret] | None = None
    try:
        secrets = load_secrets(session.ledger.side(SideKind.SECRETS), os.environ)
    except Refused as refused:
        problems += refused.problems
    try:
        contacts = load_contacts(contacts_file, session.units)
    except Refused as refused:
        return [*refused.problems, *problems]
    problems += _webhook_problems(contacts, secrets or {}, contacts_file.shown)
    problems += _password_problems(contacts, secrets or {})
    return [*problems, *contact_doubts(contacts, owner_names(session.plan), secrets, contacts_file.shown)]


def _webhook_problems(contacts: Contacts, secrets: Mapping[str, Secret], shown: str) -> Iterator[Problem]:
    """Robots whose webhook could not be sent to: told now and not on Monday."""
    for robot in contacts.robots.values():
        if robot.webhook in secrets:
            try:
                check_url(secrets[robot.webhook].reveal())
            except NotDelivered as why:
                yield Problem(shown, f"机器人“{robot.name}”：{why.what}", why.fix)


def _password_problems(contacts: Contacts, secrets: Mapping[str, Secret]) -> Iterator[Problem]:
    """A password that would not be given to the server: told now and not on Monday."""
    name = contacts.server.password if contacts.server else ""
    why = why_no_password(secrets[name], contacts) if name in secrets else None
    if why:
        yield Problem(contacts.secret_places[name], *why)


# Parts --------------------------------------------------------------------------------------------


def _planned(
    session: Session, letter: Letter, *, is_whole: bool, mention: bool
) -> tuple[Contacts, list[Job]]:
    """Everything that this week's letter asks for: each section to its unit, the whole to everyone."""
    contacts = load_contacts(session.ledger.side(SideKind.CONTACTS), session.units)
    letters = {
        section.unit: letter.alone(section)
        for section in letter.sections
        if section.unit != NOBODY and contacts.units.get(section.unit)
    }
    if contacts.everyone and is_whole and not letter.is_quiet:
        letters[""] = letter
    messages = [Message(unit, one, letter_html(one)) for unit, one in letters.items()]
    return contacts, jobs(contacts, messages, cut, mention=mention)


def _left(planned: Iterable[Job], log: bytes, shown: str, today: date) -> list[Job]:
    """The jobs less what the delivery log says has arrived this week; its torn lines are told."""
    deliveries, problems = parse_deliveries(log, shown)
    tell(problems, every=True)
    return outstanding(planned, deliveries, week_of(today))


def _record(book: SideBook, week: str, job: Job, part: int, why: NotDelivered | None) -> None:
    """Log what became of a piece, and then say it. Refused when it cannot be logged: no more is sent."""
    kind, to = job.address
    unit, digest, parts = job.message.unit, job.message.digest, len(job.pieces)
    reason = why.what if why else ""
    piece = f"{job}（{part}/{parts}）" if parts > 1 else str(job)
    line = Delivery(_now(), week, unit, kind, to, part, parts, why is None, digest, reason)
    told = f"没有送达 {piece}：{reason}" if why else f"已送达 {piece}"
    try:
        append_delivery(book, line)
    except Refused:
        told += "，但没有记下，下次会再发；后面的没有发"
        raise
    finally:
        with suppress(OSError):  # a screen that is gone, or a full disk under it, stops no letter
            say([told])


def _told(failed: Sequence[Failed]) -> list[Problem]:
    """Failures of one cause in one line."""
    jobs_by_cause: dict[tuple[str, str], list[Job]] = {}
    for fail in failed:
        jobs_by_cause.setdefault((fail.why.what, fail.why.fix), []).append(fail.job)
    return [Problem("、".join(map(str, found)), *cause) for cause, found in jobs_by_cause.items()]


def _wait(seconds: float) -> None:
    print(f"{seconds:g}秒后再试没有送达的……", file=sys.stderr)
    sleep(seconds)


def _pause(seconds: float) -> None:
    print(f"一个机器人一分钟只收这么多条，等{ceil(seconds)}秒再发……", file=sys.stderr)
    sleep(seconds)


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)
