"""What a report says of one item: the latest of each source, the state, and what stands in the way."""

from __future__ import annotations

from qjtask.core.letters.progress_words import problem_words, progress_words, state_words
from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.plan import Item, Target
from qjtask.core.standing.counts import category
from tests.core.accepting import AMOUNT, RATE, accepting, claim, judged
from tests.core.plans import day, entry, item, milestone, past, row, shipped, standing

SHARED = item("9.4", units=("审批科", "建管科"), milestones=(milestone("04-30", "完成模板"),))


def progress(on: Item, *entries: Entry) -> str:
    history = past(entries, "2022-12-31")
    return progress_words(row(on, entries, "2022-12-31"), history.by_item.get(on.id, ()), 2021)


def problems(on: Item, *entries: Entry, today: str = "06-10") -> str:
    history = past(entries, today)
    return problem_words(row(on, entries, today), history.by_item.get(on.id, ()), day(today), 2021)


def test_progress_is_the_latest_report_of_each_unit_and_milestone() -> None:
    told = progress(
        SHARED,
        entry("9.4", Do.NOTE, "05-01", unit="审批科", text="正在梳理。"),
        entry("9.4.1", Do.DONE, "05-02"),
        entry("9.4", Do.DONE, "05-03", unit="建管科", text="已接入"),
        entry("9.4", Do.NOTE, "06-01", unit="审批科", text="梳理过半"),
    )
    assert told == "5月2日完成时间节点“完成模板”；5月3日建管科完成：已接入；6月1日审批科：梳理过半"


def test_the_latest_report_is_that_of_the_latest_day_whenever_it_was_written() -> None:
    told = progress(
        SHARED,
        entry("9.4", Do.NOTE, "06-09", unit="审批科", text="六月走访企业12家"),
        entry("9.4", Do.NOTE, "03-30", unit="审批科", text="补记三月走访"),
        entry("9.4", Do.NOTE, "04-12", unit="建管科", text="已接入"),
    )
    assert told == "4月12日建管科：已接入；6月9日审批科：六月走访企业12家"


def test_the_latest_value_is_that_of_the_latest_day() -> None:
    on = item(targets=(Target("占比", at_least="80", unit="%"),))
    log = (
        entry(do=Do.NOTE, on="06-09", values={"占比": "86"}),
        entry(do=Do.NOTE, on="03-30", values={"占比": "70"}),
    )
    assert "未达标" not in problems(on, *log)


def test_progress_tells_what_was_measured_with_its_unit() -> None:
    on = item(targets=(Target("占比", at_least="80", unit="%"),))
    assert progress(on, entry(do=Do.NOTE, text="五月", values={"占比": "86"})) == "6月10日：五月，占比86%"


def test_another_year_is_said_and_a_bare_start_says_nothing() -> None:
    assert progress(item(), entry(do=Do.START), entry(do=Do.NOTE, on="2022-01-05", text="收尾")) == (
        "2022年1月5日：收尾"
    )


def test_what_an_undo_took_back_is_not_reported() -> None:
    slip = entry(do=Do.NOTE, text="登记错了")
    assert progress(item(), slip, entry(do=Do.UNDO, undoes=slip)) == ""


def test_a_milestone_that_the_plan_no_longer_has_breaks_nothing() -> None:
    assert progress(item(), entry("9.1.7", Do.DONE, text="旧节点")) == "6月10日完成：旧节点"


def test_the_state_has_its_day_or_how_far_it_is_and_whether_it_is_late() -> None:
    assert state_words(row(item(), [entry(on="06-03")])) == "已完成（2021年6月3日）"
    assert state_words(row(item(), [entry(do=Do.NOTE, percent=60)])) == "推进中60%"
    assert state_words(row(item(deadline="2021年5月31日"))) == "逾期（未启动）"
    assert (
        state_words(row(item(deadline="持续推进"), [entry(do=Do.NOTE, percent=60)]))
        == "持续推进（推进中60%）"
    )
    monthly = item(deadline="每月25日前")
    assert state_words(row(monthly, [entry(on="04-20"), entry(on="05-20")])) == "推进中，已完成2期"


def test_the_state_begins_with_the_category_that_the_item_is_counted_in() -> None:
    for one in standing(shipped(), today="12-31"):
        assert state_words(one).startswith(category(one))


def test_what_was_opened_again_is_no_longer_done_and_says_why() -> None:
    log = (entry(on="06-01", text="全部办结"), entry(do=Do.REOPEN, on="06-05", text="验收不合格"))
    assert progress(item(), *log) == ""
    assert problems(item(), *log) == "重新打开：验收不合格"
    again = (*log, entry(on="06-08", text="整改到位"))
    assert progress(item(), *again) == "6月8日完成：整改到位"
    assert problems(item(), *again) == ""
    share = (entry("9.4", unit="审批科"), entry("9.4", unit="建管科"), entry("9.4", Do.REOPEN, unit="建管科"))
    assert progress(SHARED, *share) == "6月10日审批科完成"


def test_lateness_is_counted_for_the_item_and_for_its_milestones() -> None:
    on = item(deadline="2021年5月31日", milestones=(milestone("04-30", "完成模板"),))
    assert problems(on) == "时间节点“完成模板”逾期41天；逾期10天"
    assert problems(on, today="04-30") == ""
    assert problems(item(), entry(on="07-03"), today="12-31") == "逾期3天完成"


def test_why_it_was_held_dropped_or_put_off() -> None:
    assert problems(item(), entry(do=Do.HOLD, text="等文件")) == "暂停：等文件"
    assert problems(item(), entry(do=Do.DROP)) == "取消"
    assert problems(item(), entry(do=Do.EXTEND, to="09-30", text="等清单")) == "由6月30日延至9月30日：等清单"
    assert "9.4.1 由4月30日延至9月30日（逾期后延期）" in problems(
        SHARED, entry("9.4.1", Do.EXTEND, to="09-30")
    )


def test_the_sum_of_an_amount_stands_after_the_latest_report() -> None:
    told = [entry(do=Do.NOTE, on=on, text="在办", values={"办件": "45"}) for on in ("05-01", "06-01")]
    of = item(targets=(AMOUNT,))
    assert progress(of, *told) == "6月1日：在办，办件45宗；办件累计90宗"
    assert progress(of) == ""


def test_finished_work_tells_the_targets_that_are_missed_or_without_a_number() -> None:
    of = item(targets=(RATE, AMOUNT))
    log = [entry(do=Do.NOTE, values={"占比": "60"}), entry()]
    assert problems(of, *log) == "占比不低于80%，实绩60%，未达标；办件不低于100宗，指标没有报数"


def test_a_claim_tells_its_day_and_a_return_wipes_what_was_reported() -> None:
    of = accepting(item())
    (waiting,) = standing(of, [claim()], "06-20")
    assert state_words(waiting) == "待销号（2021年6月10日报完成）"
    log = [claim(), judged(Do.RETURN, text="缺佐证")]
    (back,) = standing(of, log, "06-20")
    entries = past(log).by_item["9.1"]
    assert progress_words(back, entries, 2021) == ""
    assert problem_words(back, entries, day("06-20"), 2021) == "退回：缺佐证"


def test_a_target_that_falls_short_and_a_long_silence() -> None:
    on = item(targets=(Target("占比", at_least="80", unit="%"),))
    short = entry(do=Do.NOTE, values={"占比": "64.5"})
    assert problems(on, short) == "占比不低于80%，实绩64.5%，未达标，时间已过79%"
    assert problems(on, entry(do=Do.NOTE, values={"占比": "80"})) == ""
    assert problems(item(deadline="持续推进")) == "已76天没有进展记录"
