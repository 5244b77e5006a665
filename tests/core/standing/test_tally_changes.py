"""Counts beside those of an earlier day."""

from __future__ import annotations

from qjtask.core.log.entry import Do
from qjtask.core.standing.asides import Aside
from qjtask.core.standing.counts import Category, StatsBy, tallies
from qjtask.core.standing.tally_changes import tally_changes
from tests.core.plans import entry, item, plan, standing

PLAN = plan(item("1.1"), item("1.2", deadline="2021年7月31日"))


def test_a_line_that_is_new_or_gone_is_held_against_nothing() -> None:
    log = [entry("1.1", Do.EXTEND, "06-01", to="08-31")]
    then, now = (tallies(standing(PLAN, log, on), StatsBy.MONTH) for on in ("05-20", "06-10"))
    found = {line.now.name: line.total for line in tally_changes(then, now)}
    assert found == {"2021-07": 0, "2021-08": 1, "2021-06": -1}


def test_each_count_has_its_change() -> None:
    log = [entry("1.1", Do.EXTEND, "06-01", to="08-31"), entry("1.2", on="06-02")]
    then, now = (tallies(standing(PLAN, log, on), StatsBy.GROUP) for on in ("05-20", "06-10"))
    (line,) = tally_changes(then, now)
    assert (line.total, line.count(Category.DONE), line.count(Category.TODO)) == (0, 1, -1)
    assert line.aside(Aside.EXTENDED) == 1
