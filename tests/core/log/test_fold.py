"""The state of an item is what its entries add up to, and never anything else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.fold import State, Status, fold
from qjtask.core.log.history import history
from qjtask.core.log.periods import occurrences
from qjtask.core.log.state import Extension
from qjtask.core.plan.plan import Target
from tests.core.plans import ISSUED, YEAR, day, entry, item, milestone, past

if TYPE_CHECKING:
    from qjtask.core.plan.plan import Item

UNITS = ("审批科", "建管科", "养护科")
ONE_UNIT = item("9.1")
SHARED = item("9.1", units=UNITS, milestones=(milestone("04-30"), milestone("05-31")))
MONTHLY = item("9.1", deadline="每月25日前")  # first due on 2021-04-25: the notice is of 03-26
QUARTERLY = item("9.1", units=("审批科", "建管科"), deadline="每季度末")  # 06-30, 09-30, 12-31


def after(*entries: Entry, of: Item = ONE_UNIT) -> State:
    """The state that the log leaves the item in."""
    told = past(entries).by_item.get(of.id, ())
    return fold(of, of.units, told, year=YEAR, issued=ISSUED)


def period_done(period: str, *, on: str, unit: str | None = None) -> Entry:
    """A completion that names its period."""
    return entry(on=on, unit=unit)._replace(period=day(period))


# Statuses ---------------------------------------------------------------------------------------


def test_an_item_without_entries_is_to_do() -> None:
    assert after() == State()


@pytest.mark.parametrize(
    ("do", "status"),
    [
        (Do.START, Status.DOING),
        (Do.NOTE, Status.DOING),
        (Do.DONE, Status.DONE),
        (Do.HOLD, Status.HELD),
        (Do.DROP, Status.DROPPED),
        (Do.EXTEND, Status.TODO),
    ],
)
def test_the_first_entry_gives_the_status(do: Do, status: Status) -> None:
    assert after(entry(do=do, to="09-30")).status is status


@pytest.mark.parametrize("do", [Do.START, Do.HOLD, Do.DROP, Do.DONE])
def test_a_status_stands_since_the_day_it_began(do: Do) -> None:
    state = after(entry(do=do, on="04-01"), entry(do=Do.NOTE, on="04-05"), entry(do=do, on="04-09"))
    assert state.since == day("04-01")


def test_a_note_begins_the_work_but_does_not_end_a_pause() -> None:
    assert after(entry(do=Do.NOTE, on="04-01")).since == day("04-01")
    assert after(entry(do=Do.HOLD), entry(do=Do.NOTE)).status is Status.HELD


@pytest.mark.parametrize("do", [Do.START, Do.REOPEN])
def test_a_pause_ends_when_the_work_is_taken_up_again(do: Do) -> None:
    state = after(entry(do=Do.HOLD, on="04-01"), entry(do=do, on="05-06"))
    assert (state.status, state.since) == (Status.DOING, day("05-06"))


@pytest.mark.parametrize("closing", [Do.DONE, Do.DROP])
def test_what_is_done_or_dropped_is_open_again_when_reopened(closing: Do) -> None:
    state = after(entry(do=closing, on="04-01"), entry(do=Do.REOPEN, on="05-06"))
    assert (state.status, state.since, state.done_on) == (Status.DOING, day("05-06"), None)


@pytest.mark.parametrize("closing", [Do.DONE, Do.DROP])
@pytest.mark.parametrize("later", [Do.START, Do.DONE, Do.HOLD, Do.DROP, Do.EXTEND])
def test_what_is_done_or_dropped_stays_so_until_reopened(closing: Do, later: Do) -> None:
    closed = entry(do=closing, on="04-01")
    told = entry(do=later, on="05-06", to="09-30")
    assert after(closed, told) == after(closed)._replace(last=told, last_of={None: told})


def test_the_first_of_two_days_of_completion_stands() -> None:
    assert after(entry(on="06-20"), entry(on="07-02")).done_on == day("06-20")


def test_percent_is_the_latest_reported() -> None:
    told = [entry(do=Do.NOTE, percent=30), entry(do=Do.NOTE, percent=60), entry(do=Do.NOTE, text="继续")]
    assert after(*told).percent == 60


def test_a_percent_of_an_earlier_day_told_later_does_not_count() -> None:
    told = [entry(do=Do.NOTE, percent=60, on="06-09"), entry(do=Do.NOTE, percent=30, on="03-05")]
    assert after(*told).percent == 60


def test_percent_starts_anew_when_done_work_is_reopened() -> None:
    assert after(entry(do=Do.NOTE, percent=60), entry(), entry(do=Do.REOPEN)).percent is None


def test_percent_outlives_a_pause() -> None:
    told = [entry(do=Do.NOTE, percent=60), entry(do=Do.HOLD), entry(do=Do.REOPEN)]
    assert after(*told).percent == 60


def test_the_percent_of_a_units_part_is_kept_with_its_share() -> None:
    told = [
        entry(do=Do.NOTE, percent=50),
        entry(do=Do.NOTE, unit="审批科", percent=20),
        entry(do=Do.NOTE, unit="建管科", percent=80),
        entry(do=Do.NOTE, unit="办公室", percent=90),  # not responsible
    ]
    state = after(*told, of=SHARED)
    assert state.share_percents == {"审批科": 20, "建管科": 80}
    assert state.percent is None  # the parts were told later than the whole
    assert after(*told[1:3], told[0]._replace(at=told[3].at), of=SHARED).percent == 50


def test_the_percent_of_the_only_unit_is_the_items() -> None:
    state = after(entry(do=Do.NOTE, unit="审批科", percent=20))
    assert (state.percent, state.share_percents) == (20, {})
    assert after(entry(do=Do.NOTE, unit="办公室", percent=20)).percent is None


def test_measured_values_are_the_latest_of_each_target() -> None:
    state = after(entry(do=Do.NOTE, values={"占比": "70", "次数": "0.3"}), entry(values={"占比": "86"}))
    assert state.values == {"占比": "86", "次数": "0.3"}


def test_a_value_of_an_earlier_day_told_later_does_not_count() -> None:
    told = [
        entry(do=Do.NOTE, values={"占比": "86"}, on="06-09"),
        entry(do=Do.NOTE, values={"占比": "70"}, on="03-05"),
    ]
    assert after(*told).values == {"占比": "86"}


def test_the_values_of_a_cumulative_target_are_summed_exactly() -> None:
    of = item("9.1", targets=(Target("办件", at_least="300", cumulative=True), Target("占比", at_least="80")))
    told = [entry(do=Do.NOTE, values={"办件": value, "占比": value}) for value in ("0.1", "0.2", "100")]
    assert after(*told, of=of).values == {"办件": "100.3", "占比": "100"}


def test_the_last_entry_is_that_of_the_latest_day_whatever_it_does() -> None:
    told = [entry(do=Do.START, on="06-01"), entry(do=Do.EXTEND, on="06-09", to="09-30"), entry(on="06-02")]
    assert after(*told).last == told[1]


def test_a_units_last_entry_is_its_own_or_nobodys() -> None:
    told = [
        entry(do=Do.NOTE, unit="审批科", on="06-09"),
        entry(do=Do.NOTE, unit="建管科", on="04-11"),
        entry(do=Do.NOTE, on="05-01"),
    ]
    state = after(*told, of=SHARED)
    assert [state.last_by(unit) for unit in UNITS] == [told[0], told[2], told[2]]
    assert after(told[0], of=SHARED).last_by("建管科") is None


# Shares -----------------------------------------------------------------------------------------


def test_a_share_leaves_the_item_open() -> None:
    state = after(entry(unit="建管科", on="05-06"), of=SHARED)
    assert (state.status, state.shares, state.done_on) == (Status.DOING, {"建管科": day("05-06")}, None)


def test_the_item_is_done_when_every_share_is() -> None:
    state = after(*[entry(unit=unit, on=f"05-0{n}") for n, unit in enumerate(UNITS, 1)], of=SHARED)
    assert (state.status, state.done_on) == (Status.DONE, day("05-03"))


def test_shares_told_late_finish_on_the_latest_of_their_days() -> None:
    told = [
        entry(unit="审批科", on="06-20"),
        entry(unit="建管科", on="06-22"),
        entry(unit="养护科", on="06-01"),
    ]
    assert after(*told, of=SHARED).done_on == day("06-22")


def test_a_mark_without_a_unit_finishes_the_whole_item() -> None:
    state = after(entry(unit="审批科", on="06-20"), entry(on="06-01"), of=SHARED)
    assert (state.status, state.done_on) == (Status.DONE, day("06-01"))


def test_the_first_of_two_days_of_a_share_stands() -> None:
    told = [entry(unit="审批科", on="06-01"), entry(unit="审批科", on="07-01")]
    assert after(*told, of=SHARED).shares == {"审批科": day("06-01")}


def test_a_share_of_a_finished_item_does_not_open_it() -> None:
    state = after(entry(on="06-01"), entry(unit="审批科", on="06-02"), of=SHARED)
    assert (state.status, state.done_on) == (Status.DONE, day("06-01"))


def test_a_unit_that_is_not_responsible_has_no_share() -> None:
    state = after(entry(unit="办公室"), entry(unit="审批科"), of=SHARED)
    assert state.shares.keys() == {"审批科"}
    assert after(entry(unit="办公室"), of=item(units=())).status is Status.TODO


def test_a_unit_that_is_not_responsible_has_nothing_to_reopen() -> None:
    assert after(entry(), entry(do=Do.REOPEN, unit="办公室"), of=SHARED).status is Status.DONE


def test_reopening_one_share_leaves_the_others_done() -> None:
    shares = [entry(unit=unit, on="06-01") for unit in UNITS]
    state = after(*shares, entry(do=Do.REOPEN, unit="建管科", on="06-08"), of=SHARED)
    assert (state.status, state.since) == (Status.DOING, day("06-08"))
    assert state.shares.keys() == {"审批科", "养护科"}


def test_reopening_one_share_of_an_item_marked_as_a_whole_leaves_the_others_done() -> None:
    state = after(entry(on="06-01"), entry(do=Do.REOPEN, unit="建管科"), of=SHARED)
    assert state.shares == {"审批科": day("06-01"), "养护科": day("06-01")}


def test_a_share_reopened_and_done_again_finishes_the_item_anew() -> None:
    told = [entry(on="06-01"), entry(do=Do.REOPEN, unit="建管科"), entry(unit="建管科", on="07-02")]
    assert after(*told, of=SHARED).done_on == day("07-02")


def test_reopening_a_finished_item_reopens_every_share() -> None:
    shares = [entry(unit=unit) for unit in UNITS]
    assert after(*shares, entry(do=Do.REOPEN), of=SHARED).shares == {}


def test_shares_outlive_a_pause() -> None:
    told = [entry(unit="审批科"), entry(do=Do.HOLD), entry(do=Do.REOPEN)]
    assert after(*told, of=SHARED).shares.keys() == {"审批科"}


# Milestones and extensions ----------------------------------------------------------------------


def test_a_milestone_met_begins_the_work_and_no_more() -> None:
    state = after(entry("9.1.1", on="04-20"), of=SHARED)
    assert (state.status, state.since, state.met) == (Status.DOING, day("04-20"), {1: day("04-20")})


def test_the_first_of_two_days_of_a_milestone_stands() -> None:
    assert after(entry("9.1.1", on="04-20"), entry("9.1.1", on="05-20"), of=SHARED).met[1] == day("04-20")


def test_a_milestone_reopened_is_unmet() -> None:
    told = [entry("9.1.1"), entry("9.1.2"), entry("9.1.1", Do.REOPEN)]
    assert after(*told, of=SHARED).met.keys() == {2}


def test_a_milestone_moves_to_the_latest_new_date() -> None:
    told = [entry("9.1.2", Do.EXTEND, to="06-30"), entry("9.1.2", Do.EXTEND, to="07-31")]
    state = after(*told, of=SHARED)
    assert (state.moved, state.extended_to) == ({2: day("07-31")}, None)
    assert [(one.before, one.to) for one in state.extensions] == [
        (day("05-31"), day("06-30")),
        (day("06-30"), day("07-31")),
    ]


def test_moving_a_date_does_not_begin_the_work() -> None:
    assert after(entry("9.1.1", Do.EXTEND, to="06-30"), of=SHARED).status is Status.TODO


@pytest.mark.parametrize("number", ["9.1.0", "9.1.3", "9.1.x", "9.1.1.1"])
def test_a_milestone_that_the_plan_lacks_changes_nothing(number: str) -> None:
    assert after(entry(number), of=SHARED) == State()


def test_an_extension_keeps_the_earlier_ones() -> None:
    told = [entry(do=Do.EXTEND, to="08-31"), entry(do=Do.EXTEND, to="09-30")]
    state = after(*told)
    assert state.extended_to == day("09-30")
    assert [(one.before, one.to) for one in state.extensions] == [
        (day("06-30"), day("08-31")),
        (day("08-31"), day("09-30")),
    ]


def test_an_extension_tells_who_agreed_and_whether_the_date_had_gone_by() -> None:
    told = entry(do=Do.EXTEND, on="07-01", to="09-30", text="等清单", by="王芳")
    told = told._replace(approved_by="李局长", doc="黔交函〔2021〕7号")
    (found,) = after(told).extensions
    assert found == Extension(
        "9.1", day("07-01"), day("06-30"), day("09-30"), "等清单", "王芳", "李局长", "黔交函〔2021〕7号"
    )
    assert found.is_late
    assert not after(entry(do=Do.EXTEND, on="06-30", to="09-30")).extensions[0].is_late


def test_an_extension_of_work_without_a_date_is_never_late() -> None:
    (found,) = after(entry(do=Do.EXTEND, to="09-30"), of=item("9.1", deadline="持续推进")).extensions
    assert (found.before, found.is_late) == (None, False)


def test_the_date_before_an_extension_is_the_persons_reading_where_there_is_one() -> None:
    of = item("9.1", deadline="汛期前")._replace(due=day("05-31"))
    assert after(entry(do=Do.EXTEND, to="09-30"), of=of).extensions[0].before == day("05-31")


def test_an_extension_without_its_date_changes_nothing() -> None:
    assert after(entry(do=Do.EXTEND, to="08-31"), entry(do=Do.EXTEND)).extended_to == day("08-31")


# Recurring items --------------------------------------------------------------------------------


def test_done_closes_the_current_period_only() -> None:
    state = after(entry(on="04-20"), of=MONTHLY)
    assert (state.status, state.closed, state.done_on) == (Status.DOING, 1, None)


def test_done_twice_in_one_period_closes_it_once() -> None:
    assert after(entry(on="04-20"), entry(on="04-25"), of=MONTHLY).closed == 1


def test_late_periods_are_closed_first() -> None:
    """On 25 May April's and May's periods are open: two marks close both, and a third closes nothing."""
    marks = [entry(on="05-25"), entry(on="05-25"), entry(on="05-25")]
    assert [after(*marks[:n], of=MONTHLY).closed for n in (1, 2, 3)] == [1, 2, 2]


def test_a_new_period_begins_without_the_percent_and_shares_of_the_last() -> None:
    told = [
        entry(do=Do.NOTE, percent=60, on="06-28"),
        entry(unit="审批科", on="06-29"),
        entry(unit="建管科", on="06-30"),
    ]
    state = after(*told, of=QUARTERLY)
    assert (state.closed_on, state.percent, state.shares) == ({day("06-30"): day("06-30")}, None, {})


def test_a_share_told_again_within_its_period_does_not_count_for_the_next() -> None:
    told = [
        entry(unit="审批科", on="06-29"),
        entry(unit="建管科", on="06-29"),
        entry(unit="审批科", on="06-30"),
    ]
    assert after(*told, of=QUARTERLY).shares == {}


def test_a_report_settles_the_period_that_it_names() -> None:
    told = period_done("05-25", on="06-02")
    assert after(told, of=MONTHLY).closed_on == {day("05-25"): day("06-02")}
    assert after(told, of=MONTHLY).next_period == day("04-25")


def test_a_period_named_twice_keeps_its_first_day_and_settles_no_other() -> None:
    told = [period_done("04-25", on="04-20"), period_done("04-25", on="04-26")]
    assert after(*told, of=MONTHLY).closed_on == {day("04-25"): day("04-20")}


def test_shares_of_two_periods_are_kept_apart() -> None:
    """建管科 has not reported of June; 审批科 has, and of September too."""
    told = [
        period_done("06-30", on="06-20", unit="审批科"),
        period_done("09-30", on="09-20", unit="审批科"),
        period_done("09-30", on="09-21", unit="建管科"),
    ]
    state = after(*told, of=QUARTERLY)
    assert state.closed_on == {day("09-30"): day("09-21")}
    assert state.shares == {"审批科": day("06-20")}
    assert state.next_period == day("06-30")


@pytest.mark.parametrize(
    ("wording", "settled"),
    [
        ("每月5日前", "05-05"),  # the day was moved to earlier in the month
        ("每月28日前", "04-28"),  # to later
        ("每季度末", None),  # one month's report is no quarter's
    ],
)
def test_a_period_settled_before_the_wording_changed_stays_settled(wording: str, settled: str | None) -> None:
    state = after(period_done("04-25", on="04-20"), of=item("9.1", deadline=wording))
    assert list(state.closed_on) == ([day(settled)] if settled else [])


def test_a_period_of_work_that_recurs_no_more_is_not_the_whole_of_it() -> None:
    assert after(period_done("04-25", on="04-20")).status is Status.DOING


def test_a_new_date_of_issue_moves_no_period_that_was_settled() -> None:
    """Monthly work last reported in March is still to be reported for April, and June's can be entered."""
    marks = [entry(on="02-20"), entry(on="03-24")]  # older lines, which name no period
    told = past(marks).by_item["9.1"]
    state = fold(MONTHLY, MONTHLY.units, told, year=YEAR, issued=day("06-18"))
    assert state.closed_on == {day("02-25"): day("02-20"), day("03-25"): day("03-24")}
    assert state.next_period == day("04-25")
    named = [*told, period_done("06-25", on="06-20")]
    assert day("06-25") in fold(MONTHLY, MONTHLY.units, named, year=YEAR, issued=day("06-18")).closed_on


WHOLE_YEAR = [entry(on=on) for on in ("06-30", "09-30", "12-20")]


def test_the_last_period_of_the_year_finishes_the_item() -> None:
    state = after(*WHOLE_YEAR, of=QUARTERLY)
    assert (state.status, state.closed, state.done_on) == (Status.DONE, 3, day("12-20"))


def test_periods_settled_out_of_order_finish_the_item_with_the_last_of_them() -> None:
    told = [period_done(by, on=on) for by, on in (("12-31", "12-20"), ("06-30", "12-22"), ("09-30", "12-21"))]
    assert after(*told[:2], of=QUARTERLY).status is Status.DOING
    assert after(*told, of=QUARTERLY).done_on == day("12-22")


def test_reopening_a_finished_year_opens_its_last_period() -> None:
    state = after(*WHOLE_YEAR, entry(do=Do.REOPEN, on="12-22"), of=QUARTERLY)
    assert (state.status, state.closed, state.shares) == (Status.DOING, 2, {})


def test_reopening_one_share_of_a_finished_year_leaves_the_others_done() -> None:
    told = [*WHOLE_YEAR, entry(do=Do.REOPEN, unit="建管科", on="12-22")]
    state = after(*told, of=QUARTERLY)
    assert (state.closed, state.shares) == (2, {"审批科": day("12-20")})
    assert after(*told, entry(unit="建管科", on="12-24"), of=QUARTERLY).done_on == day("12-24")


# Acceptance -------------------------------------------------------------------------------------


def claimed(*told: Entry, of: Item = ONE_UNIT) -> State:
    """The state where what is done waits for its acceptance."""
    entries = past(told).by_item.get(of.id, ())
    return fold(of, of.units, entries, year=YEAR, issued=ISSUED, accept=True)


def test_what_is_done_waits_for_its_acceptance() -> None:
    state = claimed(entry(on="06-20"))
    assert (state.status, state.claimed_on, state.done_on) == (Status.REPORTED, day("06-20"), None)


def test_an_acceptance_finishes_it_on_the_day_of_the_claim() -> None:
    told = [entry(on="06-20"), entry(do=Do.ACCEPT, on="06-25")._replace(grade="优秀")]
    state = claimed(*told)
    assert (state.status, state.done_on, state.claimed_on) == (Status.DONE, day("06-20"), None)
    assert state.accepted == told[1]


def test_nobody_accepts_what_he_claimed_himself_or_a_part_of() -> None:
    told = [entry(unit=unit, by=name) for unit, name in zip(UNITS, "甲乙丙", strict=True)]
    for name in "甲乙丙":
        assert claimed(*told, entry(do=Do.ACCEPT, by=name), of=SHARED).status is Status.REPORTED
    assert claimed(*told, entry(do=Do.ACCEPT, by="丁"), of=SHARED).status is Status.DONE


def test_who_claimed_what_was_sent_back_is_no_claimant_of_the_next() -> None:
    told = [entry(by="甲"), entry(do=Do.RETURN, by="乙"), entry(by="乙")]
    assert claimed(*told, entry(do=Do.ACCEPT, by="甲")).status is Status.DONE
    assert claimed(*told, entry(do=Do.ACCEPT, by="乙")).status is Status.REPORTED


def test_a_share_sent_back_leaves_those_claimants_who_told_of_the_others() -> None:
    told = [entry(unit=unit, by="甲") for unit in UNITS]
    again = [*told, entry(do=Do.RETURN, unit="建管科", by="乙"), entry(unit="建管科", by="乙")]
    assert claimed(*again, entry(do=Do.ACCEPT, by="甲"), of=SHARED).status is Status.REPORTED


def test_a_return_sends_it_back_and_is_counted() -> None:
    told = [entry(on="06-20"), entry(do=Do.RETURN, on="06-25", text="缺佐证")]
    state = claimed(*told)
    assert (state.status, state.claimed_on, state.returns) == (Status.DOING, None, (told[1],))
    again = claimed(*told, entry(on="07-01"), entry(do=Do.ACCEPT, on="07-02"))
    assert (again.done_on, len(again.returns)) == (day("07-01"), 1)


def test_a_return_of_one_share_leaves_the_others_done() -> None:
    shares = [entry(unit=unit, on="06-20") for unit in UNITS]
    state = claimed(*shares, entry(do=Do.RETURN, unit="建管科"), of=SHARED)
    assert state.status is Status.DOING
    assert state.shares.keys() == {"审批科", "养护科"}


def test_a_return_to_several_units_sends_each_its_share_back() -> None:
    done = entry(on="06-20")
    returns = [entry(do=Do.RETURN, unit=unit) for unit in ("建管科", "审批科")]
    state = claimed(done, *returns, of=SHARED)
    assert state.shares.keys() == {"养护科"}
    assert state.returns == tuple(returns)


def test_a_return_by_a_unit_that_is_not_responsible_is_none() -> None:
    state = claimed(entry(on="06-20"), entry(do=Do.RETURN, unit="办公室"))
    assert (state.status, state.returns) == (Status.REPORTED, ())


@pytest.mark.parametrize("do", [Do.ACCEPT, Do.RETURN])
def test_what_was_not_claimed_is_neither_accepted_nor_sent_back(do: Do) -> None:
    state = claimed(entry(do=do))
    assert (state.status, state.accepted, state.returns) == (Status.TODO, None, ())


@pytest.mark.parametrize("later", [Do.START, Do.DONE, Do.HOLD, Do.EXTEND])
def test_a_claim_stands_until_it_is_judged(later: Do) -> None:
    state = claimed(entry(on="06-20"), entry(do=later, on="06-22", to="09-30"))
    assert (state.status, state.claimed_on) == (Status.REPORTED, day("06-20"))


def test_an_acceptance_changes_nothing_where_none_is_asked_for() -> None:
    state = after(entry(on="06-20"), entry(do=Do.ACCEPT, on="06-25"))
    assert (state.status, state.done_on, state.accepted) == (Status.DONE, day("06-20"), None)


# Any log at all ---------------------------------------------------------------------------------

ITEMS = (ONE_UNIT, SHARED, MONTHLY, QUARTERLY, item("9.1", deadline="5月底前动工"))
IDS = st.sampled_from(["9.1", "9.1", "9.1.1", "9.1.2", "9.1.3", "9.1.x"])


@st.composite
def logs(draw: st.DrawFn) -> list[Entry]:
    """Any entries for item 9.1, marks in plenty, among them undos of earlier ones."""
    written: list[Entry] = []
    for _ in range(draw(st.integers(0, 12))):
        undoes = draw(st.sampled_from(written)) if written and draw(st.integers(0, 5)) == 0 else None
        on = draw(st.dates(ISSUED, day("12-31")))
        to = draw(st.none() | st.dates(ISSUED, day("12-31")))
        made = entry(
            draw(IDS),
            Do.UNDO if undoes else draw(st.sampled_from([Do.DONE, Do.REOPEN, *Do])),
            on.isoformat(),
            unit=draw(st.none() | st.sampled_from([*UNITS, "办公室"])),
            percent=draw(st.none() | st.integers(0, 100)),
            to=to.isoformat() if to else None,
            undoes=undoes,
        )
        period = draw(st.none() | st.sampled_from([day("06-30"), day("06-25"), day("12-25"), day("12-31")]))
        recurs = made.do is Do.DONE and made.item == "9.1"
        written.append(made._replace(period=period if recurs else None))
    return written


class Model:
    """The design's words taken one by one, with as little in common with `fold` as can be."""

    def __init__(self, of: Item) -> None:
        self.units = set(of.units)
        self.periods = list(occurrences(of.deadline.recurrence, YEAR, ISSUED))
        self.settled: dict[date, date] = {}
        self.period_shares: dict[date, dict[str, date]] = {}
        self.milestones = len(of.all_milestones)
        self.recurs = bool(self.periods)
        self.status = "todo"
        self.finished: date | None = None
        self.shares: dict[str, date] = {}
        self.met: dict[str, date] = {}
        self.until: date | None = None

    def read(self, told: Entry) -> None:
        if told.item == "9.1":
            getattr(self, "returned" if told.do is Do.RETURN else told.do.value)(told)
        elif told.item in {f"9.1.{n}" for n in range(1, self.milestones + 1)}:
            self.milestone(told)

    def milestone(self, told: Entry) -> None:
        if told.do == "done" and told.item not in self.met:
            self.met[told.item] = told.on
        if told.do == "reopen":
            self.met.pop(told.item, None)
        if self.status == "todo" and told.do in ("start", "note", "done"):
            self.status = "doing"

    def closed(self) -> bool:
        return self.status in ("done", "dropped")

    def start(self, _: Entry) -> None:
        self.status = self.status if self.closed() else "doing"

    def note(self, _: Entry) -> None:
        self.status = "doing" if self.status == "todo" else self.status

    def chase(self, _: Entry) -> None:
        """The office's own letter changes nothing."""

    def hold(self, _: Entry) -> None:
        self.status = self.status if self.closed() else "held"

    def drop(self, _: Entry) -> None:
        self.status = self.status if self.closed() else "dropped"

    def extend(self, told: Entry) -> None:
        if not self.closed() and told.to:
            self.until = told.to

    def undo(self, _: Entry) -> None:
        pass

    def accept(self, _: Entry) -> None:
        """Nothing is asked for here."""

    def done(self, told: Entry) -> None:
        if self.closed() or (told.unit and told.unit not in self.units):
            return
        if self.recurs:
            self.period_done(told)
            return
        if told.period:
            self.note(told)
            return
        self.status = "doing"
        if told.unit:
            self.shares.setdefault(told.unit, told.on)
            if self.units - set(self.shares):
                return
        self.status, self.finished = "done", max(self.shares.values()) if told.unit else told.on

    def period_done(self, told: Entry) -> None:
        left = [by for by in self.periods if by not in self.settled]
        before = [by for by in self.periods if by < left[0]]
        meant = told.period
        period = min(self.periods, key=lambda by: abs(by - meant)) if meant else left[0]
        if period in self.settled or (not told.period and before and told.on <= before[-1]):
            return
        self.status = "doing"
        shares = self.period_shares.setdefault(period, {})
        if told.unit:
            shares.setdefault(told.unit, told.on)
        if not told.unit or not self.units - set(shares):
            self.settled[period] = max(shares.values()) if told.unit else told.on
        if len(self.settled) == len(self.periods):
            self.status, self.finished = "done", max(self.settled.values())

    def reopen(self, told: Entry) -> None:
        if told.unit and told.unit not in self.units:
            return
        if self.status == "done":
            assert self.finished
            day, known = self.finished, self.shares
            if self.recurs:
                day, known = self.settled.pop(self.periods[-1]), self.open_shares(self.periods[-1])
            self.take(self.periods[-1:], {u: known.get(u, day) for u in self.units} if told.unit else {})
        left = [by for by in self.periods if by not in self.settled]
        known = self.open_shares(left[0]) if self.recurs else self.shares
        self.take(left[:1], {unit: on for unit, on in known.items() if unit != told.unit})
        self.status, self.finished = "doing", None

    def returned(self, told: Entry) -> None:
        if self.status == "done" or told.unit in self.shares_now():
            self.reopen(told)

    def open_shares(self, period: date) -> dict[str, date]:
        return self.period_shares.setdefault(period, {})

    def take(self, period: list[date], shares: dict[str, date]) -> None:
        if self.recurs:
            self.period_shares[period[0]] = shares
        else:
            self.shares = shares

    def shares_now(self) -> dict[str, date]:
        left = [by for by in self.periods if by not in self.settled]
        if self.recurs:
            return self.open_shares(left[0]) if left else {}
        return self.shares


@given(logs(), st.sampled_from(ITEMS))
def test_any_log_folds_as_the_design_says(written: list[Entry], of: Item) -> None:
    model = Model(of)
    for told in past(written).standing:
        model.read(told)
    state = after(*written, of=of)
    assert state.status.value == model.status
    assert state.done_on == model.finished
    assert state.shares == model.shares_now()
    assert state.closed_on == model.settled
    assert state.extended_to == model.until
    assert {f"9.1.{n}": on for n, on in state.met.items()} == model.met


@given(logs(), st.sampled_from(ITEMS))
def test_an_undo_of_the_latest_entry_restores_the_state_before_it(written: list[Entry], of: Item) -> None:
    before = after(*written, of=of)
    mark = entry("9.1", Do.DONE, "12-31")
    assert after(*written, mark, entry("9.1", Do.UNDO, "12-31", undoes=mark), of=of) == before


@given(logs(), st.sampled_from(ITEMS))
def test_an_item_has_a_day_of_completion_if_and_only_if_it_is_done(written: list[Entry], of: Item) -> None:
    state = after(*written, of=of)
    assert (state.done_on is not None) == (state.status is Status.DONE)


@given(logs(), st.sampled_from(ITEMS), st.integers(0, 280))
def test_what_is_dated_later_is_not_seen(written: list[Entry], of: Item, days: int) -> None:
    today = ISSUED + timedelta(days=days)
    told = history(written, today).by_item.get("9.1", ())
    undone = {one.undoes for one in written if one.do is Do.UNDO}
    seen = [one for one in written if one.on <= today and one.id not in undone and one.do is not Do.UNDO]
    assert fold(of, of.units, told, year=YEAR, issued=ISSUED) == after(*seen, of=of)
