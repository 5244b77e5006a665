"""What is still to be sent this week."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from qjtask.core.letters.contacts import Address, Channel, Contacts
from qjtask.core.letters.deliveries import Delivery, Job, jobs, outstanding, unaddressed, week_of
from qjtask.core.letters.message import Message
from qjtask.core.letters.reminder import Letter, UnitSection
from qjtask.core.standing.words import NOBODY

AT = datetime(2021, 6, 7, 9, 7, tzinfo=timezone(timedelta(hours=8)))
GROUP = Address(Channel.WECOM, "审批科群")
POST = Address(Channel.MAIL, "a@b.cn")
WEEK = "2021-W23"


def letter(*units: str, title: str = "工作提醒") -> Letter:
    sections = tuple(UnitSection(unit, ()) for unit in units)
    return Letter(title, date(2021, 6, 10), date(2021, 6, 17), sections, 0, 0, 0, 0)


def job(unit: str = "审批科", address: Address = GROUP, parts: int = 3, title: str = "工作提醒") -> Job:
    texts = tuple(f"（{number}/{parts}）" for number in range(1, parts + 1))
    return Job(Message(unit, letter(unit, title=title)), address, texts, tuple(range(1, parts + 1)))


def arrived(sent: Job, *numbers: int, ok: bool = True, week: str = WEEK) -> list[Delivery]:
    kind, to = sent.address
    unit, digest = sent.message.unit, sent.message.digest
    return [Delivery(AT, week, unit, kind, to, n, len(sent.pieces), ok, digest) for n in numbers]


def wanted(planned: Job, log: list[Delivery]) -> list[tuple[int, ...]]:
    return [left.wanted for left in outstanding([planned], log, WEEK)]


@pytest.mark.parametrize(
    ("day", "week"),
    [(date(2021, 6, 10), "2021-W23"), (date(2021, 1, 3), "2020-W53"), (date(2024, 12, 30), "2025-W01")],
)
def test_weeks_are_iso_weeks(day: date, week: str) -> None:
    assert week_of(day) == week


def test_without_a_log_everything_is_wanted() -> None:
    assert wanted(job(), []) == [(1, 2, 3)]


def test_what_arrived_whole_is_wanted_no_more_whatever_the_words() -> None:
    assert wanted(job(), arrived(job(), 1, 2, 3)) == []
    assert wanted(job(), arrived(job(title="昨天的话", parts=2), 1, 2)) == []


def test_of_the_same_words_only_the_missing_pieces_are_wanted() -> None:
    assert wanted(job(), arrived(job(), 1, 3)) == [(2,)]
    assert wanted(job(), [*arrived(job(), 1), *arrived(job(), 2, ok=False)]) == [(2, 3)]


def test_a_cut_into_very_many_pieces_costs_no_memory() -> None:
    line = arrived(job(), 1)[0]._replace(parts=10**12)
    assert wanted(job(), [line]) == [(1, 2, 3)]


def test_pieces_of_other_words_or_of_another_cut_do_not_count() -> None:
    assert wanted(job(), arrived(job(title="昨天的话"), 1, 2)) == [(1, 2, 3)]
    assert wanted(job(), arrived(job(parts=4), 1, 2)) == [(1, 2, 3)]


def test_another_week_address_or_unit_does_not_count() -> None:
    whole = (1, 2, 3)
    assert wanted(job(), arrived(job(), *whole, week="2021-W22")) == [whole]
    assert wanted(job(), arrived(job(address=POST), *whole)) == [whole]
    assert wanted(job(), arrived(job(unit="法规科"), *whole)) == [whole]
    assert wanted(job(), arrived(job(unit=""), *whole)) == [whole]


def test_jobs_go_to_each_address_once_and_the_whole_to_everyone() -> None:
    contacts = Contacts({"审批科": (POST, GROUP, POST), "法规科": ()}, everyone=(POST,))
    messages = [Message(unit, letter(unit)) for unit in ("审批科", "法规科", "没有", "")]
    made = jobs(contacts, messages, lambda _, kind: ("a",) if kind is Channel.MAIL else ("a", "b"))
    assert [(one.message.unit, one.address, one.wanted) for one in made] == [
        ("审批科", POST, (1,)),
        ("审批科", GROUP, (1, 2)),
        ("", POST, (1,)),
    ]
    assert str(made[0]) == "审批科 → 邮件 a@b.cn"
    assert str(made[2]) == "全部单位 → 邮件 a@b.cn"


def test_mails_share_one_way_and_robots_have_their_own() -> None:
    other = Address(Channel.WECOM, "别的群")
    assert job(address=POST).way == job(address=Address(Channel.MAIL, "c@d.cn")).way
    assert len({job(address=address).way for address in (POST, GROUP, other)}) == 3


def test_who_will_not_hear_of_it() -> None:
    contacts = Contacts({"审批科": (POST,), "法规科": ()})
    found = unaddressed(contacts, letter("审批科", "法规科", "建管科", NOBODY), "contacts.yaml")
    assert [problem.what for problem in found] == [
        "“建管科”没有地址，它的提醒没有发",
        "有的工作没有写责任单位，提醒没有人收",
    ]
    assert unaddressed(contacts._replace(everyone=(POST,)), letter(NOBODY), "contacts.yaml") == []
