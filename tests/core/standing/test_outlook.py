"""What of a row decides on which days it is looked at."""

from __future__ import annotations

from datetime import date

from qjtask.core.log.entry import Do
from qjtask.core.standing.outlook import outlook
from tests.core.plans import day, entry, item, milestone, plan, row
from tests.core.towns import ALL_TOWNS, TOWNS


def test_it_holds_the_nearest_days_and_the_roles() -> None:
    staged = item("9.1", milestones=(milestone("05-31"),), units=("审批科", "建管科"), support=("办公室",))
    told = [entry(unit="建管科", on="04-20"), entry("9.1.1", Do.EXTEND, to="06-20")]
    found = outlook(row(staged, told), day("06-10"))
    assert (found.next_due, found.printed) == (day("06-20"), day("05-31"))
    assert (found.owners, found.finished) == (("审批科", "建管科"), ("建管科",))
    assert (found.leads, found.others) == (("区行政服务中心",), ("区行政服务中心", "办公室"))
    assert (found.is_open, found.is_wanted, found.is_unread, found.is_undated) == (True, True, False, False)


def test_silence_counts_from_the_issue_or_the_latest_report() -> None:
    undated = item("9.1", deadline="持续推进")
    assert outlook(row(undated), None).since == day("03-26")
    assert outlook(row(undated, [entry(do=Do.NOTE, on="05-02")]), day("05-02")).since == day("05-02")


def test_a_finished_work_wants_nothing() -> None:
    found = outlook(row(item("9.1"), [entry()]), day("06-10"))
    assert (found.is_open, found.is_wanted, found.next_due) == (False, False, None)


def test_what_nobody_understands_is_not_undated() -> None:
    found = outlook(row(item("9.1", deadline="择日另行通知")), None)
    assert (found.is_unread, found.is_undated) == (True, False)


def test_a_collective_name_stands_for_its_members() -> None:
    towns = plan(item("9.1", units=(ALL_TOWNS,)), members={ALL_TOWNS: TOWNS})
    assert outlook(row(towns), None).owners == TOWNS


def test_it_is_the_same_on_every_day_after_the_latest_entry() -> None:
    told = [entry(on="04-20", do=Do.NOTE)]
    for deadline in ("2021年6月30日", "每月25日前", "持续推进", "择日另行通知"):
        of = item("9.1", deadline=deadline)
        days = ("04-20", "06-30", "2023-01-01")
        assert len({outlook(row(of, told, one), date(2021, 4, 20)) for one in days}) == 1
