"""What a row says of itself: whose it is, how far it is, whether it was late; test_rows makes the rows."""

from __future__ import annotations

import pytest

from qjtask.core.log.entry import Do
from qjtask.core.log.fold import Status
from tests.core.plans import day, entry, item, milestone, row

DATED = item("9.1", deadline="2021年6月30日")


def test_the_units_whose_share_is_open_are_those_not_done() -> None:
    shared = item("9.1", units=("审批科", "建管科", "养护科"))
    assert row(shared).open_units == ("审批科", "建管科", "养护科")
    assert row(shared, [entry(unit="建管科")]).open_units == ("审批科", "养护科")
    assert row(shared, [entry()]).open_units == ()


@pytest.mark.parametrize(
    ("percents", "shares", "percent"),
    [
        ([], [], None),
        ([], ["审批科"], 33),
        ([], ["审批科", "养护科"], 67),
        ([10, 60], ["审批科"], 60),
        ([60], ["审批科", "建管科", "养护科"], 100),
        ([], ["办公室"], None),
    ],
)
def test_percent_is_the_one_reported_or_else_the_part_of_the_shares(
    percents: list[int], shares: list[str], percent: int | None
) -> None:
    told = [entry(do=Do.NOTE, percent=n) for n in percents] + [entry(unit=unit) for unit in shares]
    assert row(item("9.1", units=("审批科", "建管科", "养护科")), told).percent == percent


@pytest.mark.parametrize(("on", "late"), [("12-31", False), ("2022-01-05", True)])
def test_a_year_whose_last_period_was_done_late_is_finished_late(on: str, *, late: bool) -> None:
    yearly = item("9.1", deadline="每年底前")
    assert row(yearly, [entry(on=on)], today="2022-02-01").finished_late is late


@pytest.mark.parametrize(("on", "late"), [("06-29", False), ("06-30", False), ("07-01", True)])
def test_done_after_the_deadline_is_late(on: str, *, late: bool) -> None:
    assert row(DATED, [entry(on=on)], today="07-01").finished_late is late


def test_finished_late_stays_so() -> None:
    told = [entry(on="07-01"), entry(do=Do.NOTE, on="07-05"), entry(do=Do.EXTEND, on="07-06", to="09-30")]
    found = row(DATED, told, today="12-31")
    assert (found.status, found.finished_late) == (Status.DONE, True)


def test_done_within_an_extension_is_in_time() -> None:
    told = [entry(do=Do.EXTEND, to="09-30"), entry(on="08-01")]
    assert not row(DATED, told, today="12-31").finished_late


def test_the_last_share_decides_whether_it_was_late() -> None:
    shared = item("9.1", units=("审批科", "建管科"))
    told = [entry(unit="审批科", on="06-01"), entry(unit="建管科", on="07-01")]
    assert row(shared, told, today="12-31").finished_late


def test_the_part_of_the_shares_is_never_all_of_it_while_one_is_open() -> None:
    units = tuple(f"{number}科" for number in range(300))
    told = [entry("9.1", unit=unit) for unit in units[1:]]
    assert row(item("9.1", units=units), told).percent == 99


def test_milestones_and_periods_are_in_their_order_whatever_their_days() -> None:
    both = item("9.1", deadline="每半年", milestones=(milestone("07-15"), milestone("05-31")))
    found = row(both, [entry("9.1.2")])
    assert [due.id for due in found.milestones] == ["9.1.1", "9.1.2"]
    assert [due.by for due in found.periods] == [day("06-30"), day("12-31")]
    assert (found.next_due, found.is_open) == (day("06-30"), True)
