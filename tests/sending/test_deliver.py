"""Turns and pauses, without a server: who is tried again, when, and who is given up."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from qjtask.core.letters.contacts import Address, Channel
from qjtask.core.letters.deliveries import Job
from qjtask.core.letters.message import Message
from qjtask.core.letters.reminder import Letter
from qjtask.sending.deliver import PAUSES, Failed, deliver
from qjtask.sending.failure import NotDelivered
from qjtask.sending.rate_limit import RateLimit

LETTER = Letter("工作提醒", date(2021, 6, 10), date(2021, 6, 17), (), 0, 0, 0, 0)
LATER = NotDelivered("限流", "", may_pass=True)
NEVER = NotDelivered("网址不对", "")


def job(to: str, parts: int = 1, kind: Channel = Channel.WECOM) -> Job:
    return Job(Message(to, LETTER), Address(kind, to), ("x",) * parts, tuple(range(1, parts + 1)))


class Post:
    """Sends by a script: for each address the outcomes to come, then success."""

    def __init__(self, **script: list[NotDelivered | None]) -> None:
        self.script = defaultdict(list, script)
        self.tried: list[str] = []
        self.recorded: list[tuple[str, int, bool]] = []
        self.slept: list[float] = []

    def run(self, *jobs: Job) -> list[Failed]:
        return deliver(
            jobs,
            self.send,
            self.record,
            self.slept.append,
            RateLimit(lambda _: None, float, self.slept.append),
        )

    def send(self, sent: Job, part: int) -> None:
        self.tried.append(f"{sent.address.name}{part}")
        outcomes = self.script[sent.address.name]
        outcome = outcomes.pop(0) if outcomes else None
        if outcome:
            raise outcome

    def record(self, sent: Job, part: int, why: NotDelivered | None) -> None:
        self.recorded.append((sent.address.name, part, why is None))


def test_pieces_go_in_order_and_each_is_recorded() -> None:
    post = Post()
    assert post.run(job("a", 3), job("b")) == []
    assert post.tried == ["a1", "a2", "a3", "b1"]
    assert post.recorded == [("a", 1, True), ("a", 2, True), ("a", 3, True), ("b", 1, True)]
    assert post.slept == []


def test_what_may_pass_waits_until_the_others_had_their_turn() -> None:
    post = Post(a=[None, LATER, LATER])
    assert post.run(job("a", 3), job("b")) == []
    assert post.tried == ["a1", "a2", "b1", "a2", "a2", "a3"]
    assert post.slept == list(PAUSES[:2])


def test_pauses_grow_and_end() -> None:
    post = Post(a=[LATER] * 9)
    [failed] = post.run(job("a", 2))
    assert (failed.part, failed.why) == (1, LATER)
    assert post.slept == list(PAUSES) == sorted(PAUSES)
    assert post.tried == ["a1"] * 4
    assert post.recorded == [("a", 1, False)] * 4


def test_what_will_not_pass_is_not_tried_again() -> None:
    post = Post(a=[NEVER], b=[LATER, NEVER])
    failed = post.run(job("a"), job("b"), job("c"))
    assert [one.job.address.name for one in failed] == ["a", "b"]
    assert post.tried == ["a1", "b1", "c1", "b1"]


def test_a_way_that_is_down_is_tried_once_a_turn() -> None:
    down = NotDelivered("连接不上", "", may_pass=True, for_all=True)
    post = Post(a=[down])
    mails = [job(name, kind=Channel.MAIL) for name in "abc"]
    assert post.run(*mails, job("d")) == []
    assert post.tried == ["a1", "d1", "a1", "b1", "c1"]
    assert post.recorded[:2] == [("a", 1, False), ("d", 1, True)]


def test_a_wrong_password_gives_up_every_mail_at_once() -> None:
    post = Post(a=[NotDelivered("密码不对", "", for_all=True)])
    failed = post.run(*[job(name, kind=Channel.MAIL) for name in "abc"])
    assert [one.job.address.name for one in failed] == ["a", "b", "c"]
    assert post.tried == ["a1"]
    assert post.slept == []


def test_one_readers_refusal_does_not_stop_the_others() -> None:
    post = Post(a=[NEVER])
    assert len(post.run(*[job(name, kind=Channel.MAIL) for name in "ab"])) == 1
    assert post.tried == ["a1", "b1"]


def test_nothing_to_do() -> None:
    post = Post()
    assert post.run() == []
    assert post.slept == []


def test_messages_keep_to_the_pace_of_their_way() -> None:
    post = Post()
    now = [0.0]

    def sleep(seconds: float) -> None:
        post.slept.append(seconds)
        now[0] += seconds

    pace = RateLimit(lambda one: 2 if one.address.name == "a" else None, lambda: now[0], sleep)
    assert deliver([job("a", 5), job("b", 5)], post.send, post.record, sleep, pace) == []
    assert len(post.tried) == 10
    assert post.slept == [61.0, 61.0]
