"""Make a year's log beside a generated plan, the same one every time: python bench/history.py 10000 PLAN.

About 1.6 lines a work, as an office writes them by the middle of its year: what was due is done but for a
few in a hundred, what is under way was reported on now and then, and some of what is due later was put off.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from generate import SEED, Item, items

from qjtask.core.log.entry import Do, Entry
from qjtask.storage.logs.entry_line import format_entry

TODAY = date(2021, 6, 10)
"""The day up to which the log reaches."""

BY = "张三"
_BEGUN = date(2021, 4, 1)
_SOON = timedelta(days=14)
_OPEN_SHARES = (0.017, 0.42)
"""How many works in one are still open of those that were due, and of those due soon."""
_PUT_OFF_SHARE = 0.05
_PUT_OFF = timedelta(days=30)
_REPORT = "已完成清单梳理，正在征求各科室意见，下周报局办公会审定"
_REASON = "市级配套文件尚未印发"
_MONTHLY = "每月25日前"
_PERIODS = (date(2021, 4, 25), date(2021, 5, 25))
_NEXT_PERIOD = date(2021, 6, 25)
_REPORTS = (0, 1, 1, 2, 2, 3)
"""How many reports a work under way has, each as likely."""


class Told(NamedTuple):
    """What was told of a work: a report, that it or one of its periods is done, or its new date."""

    at: str
    id: str
    do: str
    on: date
    text: str = ""
    percent: int | None = None
    period: date | None = None
    to: date | None = None


class Past(NamedTuple):
    """A work, and what was told of it in no order."""

    item: Item
    told: tuple[Told, ...]

    @property
    def done(self) -> date | None:
        """The day on which the whole of it was done."""
        return next((one.on for one in self.told if one.do == "done" and not one.period), None)

    @property
    def day(self) -> date | None:
        """Its date, that to which it was put off, or its next period's."""
        if self.item.deadline == _MONTHLY:
            return _NEXT_PERIOD
        return next((one.to for one in self.told if one.to), self.item.day)


def pasts(works: Iterable[Item], seed: int = SEED) -> Iterator[Past]:
    """Each work with its year."""
    random = Random(seed)
    return (Past(item, tuple(_of(item, random))) for item in works)


def log_lines(works: Iterable[Item], seed: int = SEED) -> list[str]:
    """The lines of the log of those works, in the order in which they were written."""
    found = [(told, past.item.id) for past in pasts(works, seed) for told in past.told]
    return [line_of(told, item) for told, item in sorted(found, key=lambda pair: pair[0][:2])]


def _of(item: Item, random: Random) -> Iterator[Told]:
    if item.deadline == _MONTHLY:
        for period in _PERIODS:
            yield _told(random, "done", period)._replace(period=period)
        return
    soonest = min((day for day in (item.day, item.milestone and item.milestone[0]) if day), default=date.max)
    if soonest <= TODAY + _SOON and random.random() > _OPEN_SHARES[soonest > TODAY]:
        yield _told(random, "note", _day(random))._replace(text=_REPORT)
        yield _told(random, "done", TODAY - timedelta(days=random.randrange(20)))
        return
    for _ in range(random.choice(_REPORTS)):
        percent = random.randint(5, 60) if random.random() < 0.3 else None
        yield _told(random, "note", _day(random))._replace(text=_REPORT, percent=percent)
    if item.day and soonest > TODAY + _SOON and random.random() < _PUT_OFF_SHARE:
        yield _told(random, "extend", _day(random))._replace(to=item.day + _PUT_OFF, text=_REASON)


def _day(random: Random) -> date:
    return _BEGUN + timedelta(days=random.randrange((TODAY - _BEGUN).days))


def _told(random: Random, do: str, on: date) -> Told:
    at = f"{on}T{random.randint(8, 17):02d}:{random.randint(10, 59)}:{random.randint(10, 59)}+08:00"
    return Told(at, f"{random.getrandbits(64):016x}", do, on)


def line_of(told: Told, item: str) -> str:
    """What was told of a work as the line that the program writes of it."""
    entry = Entry(
        told.id,
        item,
        Do(told.do),
        told.on,
        datetime.fromisoformat(told.at),
        BY,
        text=told.text,
        percent=told.percent,
        to=told.to,
        period=told.period,
    )
    return f"{format_entry(entry)}\n"


def write_log(works: Iterable[Item], plan: Path, seed: int = SEED) -> int:
    """Write the log of those works beside their plan; gives how many lines it has."""
    log = plan.with_name("progress.yaml" if plan.name == "tasks.yaml" else f"{plan.stem}.progress.yaml")
    lines = log_lines(works, seed)
    log.write_text("".join(lines), encoding="utf-8", newline="\n")
    return len(lines)


def main() -> None:
    """Write the log of a plan of the size asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="how many works the plan has")
    parser.add_argument("plan", type=Path, help="the plan beside which it is written")
    parser.add_argument("--seed", type=int, default=SEED, help="that of the plan")
    wanted = parser.parse_args()
    write_log(items(wanted.count, wanted.seed), wanted.plan, wanted.seed)


if __name__ == "__main__":
    main()
