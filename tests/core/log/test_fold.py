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
from qjtask.core.log.periods import next_period, occurrences, period_has_begun
from tests.core.plans import ISSUED, YEAR, day, entry, item, milestone, past

if TYPE_CHECKING:
    from qjtask.core.plan.plan import Item

UNITS = ("审批科", "建管科", "养护科")
ONE_UNIT = item("9.1")
SHARED = item("9.1", units=UNITS, milestones=(milestone("04-30"), milestone("05-31")))
MONTHLY = item("9.1", deadline="每月25日前")  # first due on 2021-04-25: the notice is of 03-26
QUARTERLY = item("9.1", units=("审批科", "建管科"), deadline="每季度末")  # 03-31, 06-30, 09-30, 12-31


def after(*entries: Entry, of: Item = ONE_UNIT) -> State:
    """The state that the log leaves the item in."""
    told = past(entries).by_item.get(of.id, ())
    return fold(of, of.units, told, year=YEAR, issued=ISSUED)


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
    assert after(closed, told) == after(closed)._replace(last=told)


def test_the_first_of_two_days_of_completion_stands() -> None:
    assert after(entry(on="06-20"), entry(on="07-02")).done_on == day("06-20")


def test_percent_is_the_latest_reported() -> None:
    told = [entry(do=Do.NOTE, percent=30), entry(do=Do.NOTE, percent=60), entry(do=Do.NOTE, text="继续")]
    assert after(*told).percent == 60


def test_percent_starts_anew_when_done_work_is_reopened() -> None:
    assert after(entry(do=Do.NOTE, percent=60), entry(), entry(do=Do.REOPEN)).percent is None


def test_percent_outlives_a_pause() -> None:
    told = [entry(do=Do.NOTE, percent=60), entry(do=Do.HOLD), entry(do=Do.REOPEN)]
    assert after(*told).percent == 60


def test_measured_values_are_the_latest_of_each_target() -> None:
    state = after(entry(do=Do.NOTE, values={"占比": "70", "次数": "0.3"}), entry(values={"占比": "86"}))
    assert state.values == {"占比": "86", "次数": "0.3"}


def test_the_last_entry_is_kept_whatever_it_does() -> None:
    told = [entry(do=Do.START), entry(do=Do.EXTEND, to="09-30")]
    assert after(*told).last == told[1]


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
    assert (state.moved, state.extended_to, state.extensions) == ({2: day("07-31")}, None, tuple(told))


def test_moving_a_date_does_not_begin_the_work() -> None:
    assert after(entry("9.1.1", Do.EXTEND, to="06-30"), of=SHARED).status is Status.TODO


@pytest.mark.parametrize("number", ["9.1.0", "9.1.3", "9.1.x", "9.1.1.1"])
def test_a_milestone_that_the_plan_lacks_changes_nothing(number: str) -> None:
    assert after(entry(number), of=SHARED) == State()


def test_an_extension_keeps_the_earlier_ones() -> None:
    told = [entry(do=Do.EXTEND, to="08-31"), entry(do=Do.EXTEND, to="09-30")]
    state = after(*told)
    assert (state.extended_to, state.extensions) == (day("09-30"), tuple(told))


def test_an_extension_without_its_date_changes_nothing() -> None:
    assert after(entry(do=Do.EXTEND, to="08-31"), entry(do=Do.EXTEND)).extended_to == day("08-31")


# Recurring items --------------------------------------------------------------------------------


def test_periods_run_from_the_notice_to_the_years_end() -> None:
    periods = occurrences(MONTHLY.deadline.recurrence, YEAR, ISSUED)
    assert periods == tuple(date(YEAR, month, 25) for month in range(4, 13))


def test_a_period_that_ends_on_the_day_of_issue_counts() -> None:
    assert occurrences(MONTHLY.deadline.recurrence, YEAR, day("04-25"))[0] == day("04-25")
    assert occurrences(MONTHLY.deadline.recurrence, YEAR, day("04-26"))[0] == day("05-25")


def test_periods_of_a_plan_without_a_day_of_issue_run_from_january() -> None:
    assert occurrences(MONTHLY.deadline.recurrence, YEAR, None)[0] == day("01-25")


def test_what_does_not_recur_has_no_periods() -> None:
    assert occurrences(None, YEAR, ISSUED) == ()


PERIODS = (day("04-25"), day("05-25"))


@pytest.mark.parametrize(
    ("closed", "on", "begun"),
    [
        (0, "03-26", True),
        (1, "04-25", False),  # still the first period's own day
        (1, "04-26", True),
        (2, "05-26", False),  # there is no third
    ],
)
def test_a_period_begins_after_the_one_before_was_due(closed: int, on: str, *, begun: bool) -> None:
    assert period_has_begun(PERIODS, closed, day(on)) is begun


@pytest.mark.parametrize(("closed", "due"), [(0, "04-25"), (1, "05-25"), (2, None)])
def test_the_next_period_is_the_earliest_open_one(closed: int, due: str | None) -> None:
    assert next_period(PERIODS, closed) == (day(due) if due else None)


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
        entry(do=Do.NOTE, percent=60, on="03-28"),
        entry(unit="审批科", on="03-29"),
        entry(unit="建管科", on="03-30"),
    ]
    state = after(*told, of=QUARTERLY)
    assert (state.closed, state.percent, state.shares) == (1, None, {})


def test_a_share_told_again_within_its_period_does_not_count_for_the_next() -> None:
    told = [
        entry(unit="审批科", on="03-29"),
        entry(unit="建管科", on="03-29"),
        entry(unit="审批科", on="03-31"),
    ]
    assert after(*told, of=QUARTERLY).shares == {}


WHOLE_YEAR = [entry(on=on) for on in ("03-30", "06-30", "09-30", "12-20")]


def test_the_last_period_of_the_year_finishes_the_item() -> None:
    state = after(*WHOLE_YEAR, of=QUARTERLY)
    assert (state.status, state.closed, state.done_on) == (Status.DONE, 4, day("12-20"))


def test_reopening_a_finished_year_opens_its_last_period() -> None:
    state = after(*WHOLE_YEAR, entry(do=Do.REOPEN, on="12-22"), of=QUARTERLY)
    assert (state.status, state.closed, state.shares) == (Status.DOING, 3, {})


def test_reopening_one_share_of_a_finished_year_leaves_the_others_done() -> None:
    told = [*WHOLE_YEAR, entry(do=Do.REOPEN, unit="建管科", on="12-22")]
    state = after(*told, of=QUARTERLY)
    assert (state.closed, state.shares) == (3, {"审批科": day("12-20")})
    assert after(*told, entry(unit="建管科", on="12-24"), of=QUARTERLY).done_on == day("12-24")


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
        new = entry(
            draw(IDS),
            Do.UNDO if undoes else draw(st.sampled_from([Do.DONE, Do.REOPEN, *Do])),
            on.isoformat(),
            unit=draw(st.none() | st.sampled_from([*UNITS, "办公室"])),
            percent=draw(st.none() | st.integers(0, 100)),
            to=to.isoformat() if to else None,
            undoes=undoes,
        )
        written.append(new)
    return written


class Model:
    """The design's words taken one by one, with as little in common with `fold` as can be."""

    def __init__(self, of: Item) -> None:
        self.units = set(of.units)
        self.open_periods = list(occurrences(of.deadline.recurrence, YEAR, ISSUED))
        self.past_periods: list[date] = []
        self.milestones = len(of.all_milestones)
        self.recurs = bool(self.open_periods)
        self.status = "todo"
        self.finished: date | None = None
        self.shares: dict[str, date] = {}
        self.met: dict[str, date] = {}
        self.until: date | None = None

    def read(self, told: Entry) -> None:
        if told.item == "9.1":
            getattr(self, told.do.value)(told)
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

    def done(self, told: Entry) -> None:
        if self.closed() or (told.unit and told.unit not in self.units):
            return
        if self.past_periods and told.on <= self.past_periods[-1]:
            return
        self.status = "doing"
        if told.unit:
            self.shares.setdefault(told.unit, told.on)
            if self.units - set(self.shares):
                return
        if self.recurs:
            self.past_periods.append(self.open_periods.pop(0))
            self.shares = {}
        if not self.open_periods:
            whole = told.on if self.recurs or not told.unit else max(self.shares.values())
            self.status, self.finished = "done", whole

    def reopen(self, told: Entry) -> None:
        if told.unit and told.unit not in self.units:
            return
        if self.status == "done":
            assert self.finished
            if self.recurs:
                self.open_periods.insert(0, self.past_periods.pop())
            known = self.shares
            self.shares = {unit: known.get(unit, self.finished) for unit in self.units} if told.unit else {}
        self.shares.pop(told.unit or "", None)
        self.status, self.finished = "doing", None


@given(logs(), st.sampled_from(ITEMS))
def test_any_log_folds_as_the_design_says(written: list[Entry], of: Item) -> None:
    model = Model(of)
    for told in past(written).standing:
        model.read(told)
    state = after(*written, of=of)
    assert state.status.value == model.status
    assert state.done_on == model.finished
    assert state.shares == model.shares
    assert state.closed == len(model.past_periods)
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
    undone = {one.undoes for one in written if one.do is Do.UNDO and one.on <= today}
    seen = [one for one in written if one.on <= today and one.id not in undone and one.do is not Do.UNDO]
    assert fold(of, of.units, told, year=YEAR, issued=ISSUED) == after(*seen, of=of)
