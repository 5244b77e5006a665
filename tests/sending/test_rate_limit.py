"""How fast messages may go one way: never more within a minute than its service takes."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.letters.contacts import Address, Channel
from qjtask.core.letters.deliveries import Job
from qjtask.core.letters.message import Message
from qjtask.core.letters.reminder import Letter
from qjtask.sending.channels import a_minute
from qjtask.sending.rate_limit import RateLimit

LETTER = Letter("工作提醒", date(2021, 6, 10), date(2021, 6, 17), (), 0, 0, 0, 0)


def job(to: str, kind: Channel = Channel.DINGTALK) -> Job:
    return Job(Message(to, LETTER), Address(kind, to), ("x",), (1,))


class Watch:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@given(pauses=st.lists(st.floats(0, 90), min_size=1, max_size=60), most=st.integers(1, 20))
def test_no_minute_has_more_than_the_way_takes(pauses: list[float], most: int) -> None:
    watch, went = Watch(), []
    pace = RateLimit(lambda _: most, lambda: watch.now, watch.sleep)
    for pause in pauses:
        watch.now += pause
        pace.keep(job("群"))
        went.append(watch.now)
    assert all(later - sooner > 60 for sooner, later in zip(went, went[most:], strict=False))


def test_as_many_as_the_way_takes_go_without_a_pause() -> None:
    watch = Watch()
    pace = RateLimit(a_minute, lambda: watch.now, watch.sleep)
    for _ in range(25):
        pace.keep(job("群"))
    assert watch.slept == [61.0]


def test_each_robot_has_a_pace_of_its_own_and_mail_none() -> None:
    watch = Watch()
    pace = RateLimit(
        lambda one: None if one.address.kind is Channel.MAIL else 1, lambda: watch.now, watch.sleep
    )
    for one in (job("甲"), job("乙"), *[job("a@b.cn", Channel.MAIL)] * 50):
        pace.keep(one)
    assert watch.slept == []
    pace.keep(job("甲"))
    assert watch.slept == [61.0]
