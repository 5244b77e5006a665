"""序时: how far work should be by its time, and how far it is."""

from __future__ import annotations

from qjtask.core.log.entry import Do
from qjtask.core.plan.plan import Target
from qjtask.core.standing.pace import Pace, pace_of
from tests.core.plans import day, entry, item, plan, row

BEGUN = day("01-01")


def pace(part: int | None, by: str | None = "12-31", today: str = "07-02") -> Pace | None:
    return pace_of(item(), part, day(by) if by else None, BEGUN, day(today))


def test_the_part_of_the_term_that_is_gone_beside_the_part_that_is_done() -> None:
    assert pace(20) == Pace(50, 20)
    assert pace(20, today="12-31") == Pace(100, 20)
    assert pace(20, today="01-01") == Pace(0, 20)


def test_after_the_deadline_all_of_it_is_gone_and_no_more() -> None:
    assert pace_of(item(), 20, day("12-31"), BEGUN, day("12-31").replace(year=2022)) == Pace(100, 20)


def test_no_number_reported_is_no_pace_and_so_is_no_term() -> None:
    assert pace(None) is None
    assert pace(20, by=None) is None
    assert pace(20, by="01-01") is None
    assert pace_of(item(deadline="每月末"), 20, day("12-31"), BEGUN, day("07-02")) is None


def test_what_is_ahead_is_not_behind() -> None:
    assert Pace(50, 80).behind == 0
    assert Pace(50, 80).words == "进度80%，序时应到50%"
    assert Pace(50, 20).words == "进度20%，序时应到50%，落后30个百分点"


def test_an_amount_that_adds_up_tells_how_far_the_work_is() -> None:
    built = Target("新建公园", "80", unit="个", cumulative=True)
    rate = Target("满意率", "95", unit="%")
    told = entry("9.1", Do.NOTE, "06-01", values={"新建公园": "20", "满意率": "96"})
    found = row(plan(item("9.1", deadline="2021-12-31", targets=(built, rate))), [told], "06-10")
    assert found.percent == 25
    assert found.pace == Pace(27, 25)


def test_a_reported_percentage_goes_before_shares_and_amounts() -> None:
    shared = item("9.1", units=("甲科", "乙科"), deadline="2021-12-31")
    done = entry("9.1", on="06-01", unit="甲科")
    assert row(shared, [done]).percent == 50
    assert row(shared, [done, entry("9.1", Do.NOTE, "06-02", percent=10)]).percent == 10
