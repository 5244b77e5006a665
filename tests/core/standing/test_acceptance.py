"""What is reported done waits for another person, and owes nothing while it waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qjtask.core.letters.chases import chases
from qjtask.core.letters.reminder import reminder
from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.fold import Status
from qjtask.core.packs.pack import packs
from qjtask.core.plan.plan import Rules
from qjtask.core.problem import Refused
from qjtask.core.standing.acceptance import own_acceptances
from qjtask.core.standing.asides import Aside, asides
from qjtask.core.standing.counts import Category, StatsBy, category, tallies
from qjtask.core.standing.dues import DueState
from qjtask.core.standing.light import Light
from qjtask.core.standing.marking import Marks, Wanted, mark
from qjtask.core.standing.shares import by_unit
from qjtask.core.standing.words import row_light_words, status_words
from tests.core.accepting import MONTHLY, SHARED, accepting, claim, judged
from tests.core.plans import day, entry, item, milestone, past, plan, row, span, standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qjtask.core.plan.plan import Plan
    from qjtask.core.standing.row import Row

PLAN = accepting(item("9.1", milestones=(milestone("05-31"),)), item("9.2"), SHARED, MONTHLY)


def asked(
    do: Do,
    *ids: str,
    log: Sequence[Entry] = (),
    of: Plan = PLAN,
    by: str | None = "李明",
    text: str = "",
    unit: str | None = None,
    grade: str | None = None,
) -> Marks:
    def upon(new: Sequence[Entry]) -> dict[str, Row]:
        rows = {one.item.id: one for one in standing(of, (*log, *new), "12-31")}
        return {one: rows[".".join(one.split(".")[:2])] for one in ids}

    draft = entry("", do, "06-20", by=by, text=text, unit=unit)._replace(grade=grade)
    return mark(Wanted(draft), upon(()), of, lambda: entry().id, upon)


def refusal(do: Do, *ids: str, **more: object) -> str:
    with pytest.raises(Refused) as refused:
        asked(do, *ids, **more)  # type: ignore[arg-type]
    return str(refused.value)


# Who may judge ----------------------------------------------------------------------------------


def test_another_name_accepts_and_may_grade() -> None:
    (made,) = asked(Do.ACCEPT, "9.1", log=[claim()], grade="优秀").entries
    assert (made.do, made.by, made.grade) == (Do.ACCEPT, "李明", "优秀")


def test_nobody_accepts_his_own_claim() -> None:
    told = refusal(Do.ACCEPT, "9.1", log=[claim(by="李明")])
    assert told == "9.1: 是李明自己报的完成，不能自己销号；请由另一人销号（--by 姓名）"


def test_who_reported_one_share_does_not_accept_the_whole() -> None:
    log = [claim("9.4", unit="审批科", by="李明"), claim("9.4", unit="建管科")]
    assert "李明自己报的" in refusal(Do.ACCEPT, "9.4", log=log)
    assert asked(Do.ACCEPT, "9.4", log=log, by="赵敏").entries


def test_who_claimed_what_was_sent_back_may_accept_the_new_claim() -> None:
    log = [claim(by="李明"), judged(Do.RETURN, by="王芳"), claim(on="06-15")]
    assert asked(Do.ACCEPT, "9.1", log=log).entries


def test_an_unknown_name_neither_accepts_nor_is_taken_for_another() -> None:
    assert "不知道是谁来销号" in refusal(Do.ACCEPT, "9.1", log=[claim()], by=None)
    told = refusal(Do.ACCEPT, "9.1", log=[entry("9.1")])
    assert "没有写是谁报的" in told
    assert "qjtask return 9.1 --note" in told


def test_an_acceptance_of_one_s_own_that_stands_in_the_log_changes_nothing() -> None:
    found = row(PLAN, [claim(by="李明"), judged(Do.ACCEPT)], "06-20", "9.1")
    assert (found.status, found.state.accepted) == (Status.REPORTED, None)
    (told,) = own_acceptances([found], "progress.yaml")
    assert str(told).endswith("9.1 是李明自己报的完成，这条销号没有计入；请由另一人销号")
    assert not told.is_warning
    other = row(PLAN, [claim(), judged(Do.ACCEPT), judged(Do.ACCEPT)], "06-20", "9.1")
    assert own_acceptances([other], "progress.yaml") == []


def test_a_claim_is_not_judged_before_its_day() -> None:
    told = refusal(Do.ACCEPT, "9.1", log=[claim(on="06-25")])
    assert told == "9.1: 2021-06-20 早于报完成的 2021-06-25；请核对 --on"


# What may be judged -----------------------------------------------------------------------------


@pytest.mark.parametrize("do", [Do.ACCEPT, Do.RETURN])
def test_only_a_claim_is_judged(do: Do) -> None:
    assert "还没有报完成（现在是未启动）" in refusal(do, "9.1", text="缺佐证")
    assert "还没有报完成（现在是推进中）" in refusal(
        do, "9.4", log=[claim("9.4", unit="审批科")], text="缺佐证"
    )
    told = refusal(do, "9.4", log=[claim("9.4", unit="审批科")], text="缺佐证")
    assert ("reopen 9.4 --unit" if do is Do.RETURN else "请先 qjtask done 9.4") in told
    assert "是时间节点，不能" in refusal(do, "9.1.1", log=[claim()], text="缺佐证")


def test_accepting_twice_writes_nothing() -> None:
    marks = asked(Do.ACCEPT, "9.1", log=[claim(), judged(Do.ACCEPT)])
    assert marks == Marks((), ("9.1 已于 2021-06-12 销号，没有重复登记",))


def test_what_is_accepted_is_opened_again_and_not_returned() -> None:
    log = [claim(), judged(Do.ACCEPT)]
    assert "如要更改，请先 qjtask reopen 9.1" in refusal(Do.RETURN, "9.1", log=log, text="缺佐证")
    assert asked(Do.REOPEN, "9.1", log=log).entries


def test_a_return_says_why() -> None:
    assert refusal(Do.RETURN, "9.1", log=[claim()]) == "9.1: 没有写退回的原因；请加 --note 原因"
    assert asked(Do.RETURN, "9.1", log=[claim()], text="缺佐证").entries


def test_a_return_to_one_unit_leaves_the_others_done() -> None:
    log = [claim("9.4", unit="审批科"), claim("9.4", unit="建管科")]
    (made,) = asked(Do.RETURN, "9.4", log=log, text="缺佐证", unit="建管科").entries
    assert row(PLAN, [*log, made], "06-30", "9.4").open_units == ("建管科",)


def test_a_grade_that_there_is_not_is_refused() -> None:
    told = refusal(Do.ACCEPT, "9.1", log=[claim()], grade="很好")
    assert told == "9.1: 没有“很好”这个等次；等次有：优秀、良好、合格"


@pytest.mark.parametrize("do", [Do.ACCEPT, Do.RETURN])
def test_without_the_rule_one_line_says_what_to_write(do: Do) -> None:
    told = refusal(do, "9.1", "9.2", of=PLAN._replace(rules=Rules()), text="缺佐证")
    assert told.count("\n") == 0
    assert "rules: {accept: true}" in told


# What else a claim takes ------------------------------------------------------------------------


def test_a_claim_is_not_made_twice() -> None:
    marks = asked(Do.DONE, "9.1", "9.1.1", log=[claim()])
    assert marks.entries == ()
    assert marks.already[0] == "9.1 已于 2021-06-10 报完成，正在等待销号，没有重复登记"


@pytest.mark.parametrize("do", [Do.START, Do.HOLD])
def test_a_claim_is_sent_back_before_it_changes(do: Do) -> None:
    told = refusal(do, "9.1", log=[claim()])
    assert told == "9.1: 已于 2021-06-10 报完成，正在等待销号；如要更改，请先 qjtask return 9.1 --note 原因"


@pytest.mark.parametrize("do", [Do.NOTE, Do.DROP, Do.REOPEN])
def test_a_claim_may_be_spoken_of_dropped_and_withdrawn(do: Do) -> None:
    assert asked(do, "9.1", log=[claim()]).entries


def test_one_unit_may_withdraw_its_share_of_a_claim() -> None:
    assert asked(Do.REOPEN, "9.4", log=[claim("9.4")], unit="审批科").entries


# How a claim stands -----------------------------------------------------------------------------


def test_a_claim_owes_nothing() -> None:
    log = [claim(one) for one in ("9.1", "9.2", "9.4")]
    rows = [one for one in standing(PLAN, log, "08-30") if one.item.id != "9.5"]
    for one in rows:
        assert (one.status, one.light, one.reasons) == (Status.REPORTED, Light.GREEN, ())
        assert (one.next_due, one.open_dues, one.open_units) == (None, (), ())
        assert (one.is_overdue, one.is_overdue_as_printed, one.is_undated) == (False, False, False)
        assert (one.percent, one.pace, one.why) == (100, None, "2021-06-10报完成，等待销号")
        assert category(one) is Category.REPORTED
    today = day("08-30")
    assert reminder(PLAN, rows, today, span("400d")).sections == ()
    assert packs(PLAN, rows, past(log), today) == []
    assert chases(PLAN, rows, past(log), log, today, today) == []


def test_a_claim_is_counted_as_such_in_each_unit_s_line() -> None:
    rows = standing(accepting(SHARED), [claim("9.4")], "08-30")
    assert [line.counts for line in tallies(rows, StatsBy.UNIT)] == [{Category.REPORTED: 1}] * 2


def test_dates_of_a_claim_are_neither_open_nor_done() -> None:
    found = row(PLAN, [claim()], "08-30", "9.1")
    assert {due.state for due in found.dues} == {DueState.REPORTED}


@pytest.mark.parametrize(("on", "words", "late"), [("06-30", "绿", False), ("07-01", "绿 逾期报完成", True)])
def test_the_day_of_the_claim_counts_and_not_that_of_the_acceptance(
    on: str, words: str, *, late: bool
) -> None:
    assert row_light_words(row(PLAN, [claim(on=on)], "09-30", "9.1")) == words
    done = row(PLAN, [claim(on=on), judged(Do.ACCEPT, on="09-01")], "09-30", "9.1")
    assert (done.status, done.state.done_on, done.finished_late) == (Status.DONE, day(on), late)


def test_what_is_sent_back_is_late_again() -> None:
    found = row(PLAN, [claim(), judged(Do.RETURN, on="07-05", text="缺佐证")], "07-10", "9.1")
    assert (found.status, found.light, found.is_overdue) == (Status.DOING, Light.RED, True)


def test_recurring_work_is_claimed_with_its_last_period_and_each_period_by_its_report() -> None:
    of = accepting(MONTHLY)
    log = [claim("9.5", on)._replace(period=day(on)) for on in ("06-30", "09-30", "12-31")]
    first = row(of, log[:1], "07-02")
    assert (first.status, first.next_due) == (Status.DOING, day("09-30"))
    assert row(of, log, "12-31").status is Status.REPORTED
    accepted = row(of, [*log, judged(Do.ACCEPT, "9.5", "12-31")], "12-31")
    assert (accepted.status, accepted.state.done_on) == (Status.DONE, day("12-31"))
    back = row(of, [*log, judged(Do.RETURN, "9.5", "12-31", text="补报")], "12-31")
    assert (back.status, back.next_due) == (Status.DOING, day("12-31"))


def test_both_judgements_are_counted() -> None:
    log = [claim(), judged(Do.ACCEPT), claim("9.2"), judged(Do.RETURN, "9.2", text="缺佐证")]
    found = asides(standing(PLAN, log, "06-20"))
    assert (found[Aside.ACCEPTED], found[Aside.RETURNED]) == (1, 1)


def test_each_owner_of_a_claim_has_done_its_part() -> None:
    found = row(PLAN, [claim("9.4", on="06-15")], "06-20", "9.4")
    assert [(one.done_on, one.percent) for (one,) in by_unit((found,)).values()] == [(day("06-15"), 100)] * 2


def test_a_claim_says_no_percentage() -> None:
    assert status_words(row(PLAN, [entry(do=Do.NOTE, percent=60), claim()], "06-20", "9.1")) == "待销号"


def test_without_the_rule_done_is_done() -> None:
    assert row(plan(item("9.1")), [claim()], "06-20").status is Status.DONE
