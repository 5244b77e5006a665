"""Make a year's log beside a generated plan, the same one every time: python bench/history.py 10000 PLAN.

About 1.6 lines a work, as an office writes them by the middle of its year: what was due is done but for a
few in a hundred, what is under way was reported on now and then.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from generate import SEED, Item, items

TODAY = date(2021, 6, 10)
"""The day up to which the log reaches."""

_BEGUN = date(2021, 4, 1)
_SOON = timedelta(days=14)
_OPEN_SHARES = (0.012, 0.3)
"""How many works in one are still open of those that were due, and of those due soon."""
_REPORT = "已完成清单梳理，正在征求各科室意见，下周报局办公会审定"
_MONTHLY = "每月25日前"
_PERIODS = ("2021-04-25", "2021-05-25")
_REPORTS = (0, 1, 1, 2, 3)
"""How many reports a work under way has, each as likely."""


def log_lines(count: int, seed: int = SEED) -> list[str]:
    """The lines of the log of a plan of that many works, in the order in which they were written."""
    random = Random(seed)
    return [line for _, line in sorted(found for item in items(count, seed) for found in _of(item, random))]


def _of(item: Item, random: Random) -> Iterator[tuple[str, str]]:
    """The lines about a work, each after its moment."""
    if item.deadline == _MONTHLY:
        for period in _PERIODS:
            yield _line(random, item.id, date.fromisoformat(period), do="done", period=period)
    elif _soonest(item) <= TODAY + _SOON and random.random() > _OPEN_SHARES[_soonest(item) > TODAY]:
        yield _line(random, item.id, _day(random), do="note", text=_REPORT)
        yield _line(random, item.id, TODAY - timedelta(days=random.randrange(20)), do="done")
    else:
        for _ in range(random.choice(_REPORTS)):
            told = {"percent": random.randint(5, 60)} if random.random() < 0.3 else {}
            yield _line(random, item.id, _day(random), do="note", text=_REPORT, **told)


def _soonest(item: Item) -> date:
    days = [day for day in (item.day, item.milestone and item.milestone[0]) if day]
    return min(days, default=date.max)


def _day(random: Random) -> date:
    return _BEGUN + timedelta(days=random.randrange((TODAY - _BEGUN).days))


def _line(random: Random, item: str, on: date, **more: object) -> tuple[str, str]:
    at = f"{on}T{random.randint(8, 17):02d}:{random.randint(10, 59)}:{random.randint(10, 59)}+08:00"
    entry = {"id": f"{random.getrandbits(64):016x}", "item": item, "on": f"{on}", "at": at, "by": "张三"}
    return at, f"- {json.dumps(entry | more, ensure_ascii=False)}\n"


def write_log(count: int, plan: Path, seed: int = SEED) -> None:
    """Write the log of a plan of that many works beside it."""
    log = plan.with_name("progress.yaml" if plan.name == "tasks.yaml" else f"{plan.stem}.progress.yaml")
    log.write_text("".join(log_lines(count, seed)), encoding="utf-8", newline="\n")


def main() -> None:
    """Write the log of a plan of the size asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="how many works the plan has")
    parser.add_argument("plan", type=Path, help="the plan beside which it is written")
    parser.add_argument("--seed", type=int, default=SEED, help="that of the plan")
    wanted = parser.parse_args()
    write_log(wanted.count, wanted.plan, wanted.seed)


if __name__ == "__main__":
    main()
