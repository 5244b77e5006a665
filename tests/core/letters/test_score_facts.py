"""What an office is judged by: its own share, silence and letters; and what every point rests on."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.letters.score_entries import work_entries
from qjtask.core.letters.score_facts import ScoreFact, Sight, score_facts
from qjtask.core.letters.score_rules import ScoreEvent
from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.plan import Item, Plan, Target
from qjtask.core.plan.unit_names import unit_names
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import Share
from tests.core.plans import day, entry, item, milestone, past, plan, row
from tests.core.towns import COUNTY, TOWNS

SHARED = item(units=("审批科", "建管科"), deadline="2021年5月31日")
NOTED = entry("9.1", Do.NOTE, "06-09")


def facts(
    on: Plan | Item, *log: Entry, office: str = "审批科", today: str = "06-10", item_id: str = "9.1"
) -> list[ScoreFact]:
    whole = on if isinstance(on, Plan) else plan(on)
    entries = past(log, today).by_item.get(item_id, ())
    return judged(row(whole, log, today, item_id), whole, office, entries)


def judged(one: Row, on: Plan, office: str, entries: Sequence[Entry] = ()) -> list[ScoreFact]:
    share = Share(one, (office,)) if office in one.owners else None
    return [*score_facts(Sight(one, work_entries(one, entries, unit_names(on)), office, share))]


def events(on: Plan | Item, *log: Entry, office: str = "审批科", item_id: str = "9.1") -> list[ScoreEvent]:
    return [fact.event for fact in facts(on, *log, office=office, item_id=item_id)]


def test_what_is_done_by_its_day_is_done_in_time_and_names_its_entry() -> None:
    done = entry("9.1", on="05-31")
    assert facts(item(deadline="2021年5月31日"), done) == [
        ScoreFact(
            ScoreEvent.DONE_IN_TIME,
            "9.1",
            day("05-31"),
            f"2021年5月31日完成，期限2021年5月31日（记录 {done.id}）",
        )
    ]
    (late,) = facts(item(deadline="2021年5月31日"), entry("9.1", on="06-02"))
    assert late.event is ScoreEvent.DONE_LATE
    assert "期限2021年5月31日，逾期2天" in late.basis


def test_what_is_done_by_virtue_of_an_extension_is_neither_in_time_nor_late() -> None:
    put_off = entry("9.1", Do.EXTEND, "05-20", to="06-30", text="等")
    extended, done = reversed(facts(item(deadline="2021年5月31日"), put_off, entry("9.1", on="06-02")))
    assert (extended.event, done.event) == (ScoreEvent.EXTENDED, ScoreEvent.DONE_BY_EXTENSION)
    assert "期限2021年6月30日，原定2021年5月31日" in done.basis
    assert extended.basis == f"由2021年5月31日延至2021年6月30日（记录 {put_off.id}）"


def test_an_office_is_judged_by_its_own_share() -> None:
    log = (entry("9.1", on="05-20", unit="审批科"), NOTED)
    assert events(SHARED, *log) == [ScoreEvent.DONE_IN_TIME]
    assert events(SHARED, *log, office="建管科") == [ScoreEvent.OVERDUE]
    whole = (*log, entry("9.1", on="06-03", unit="建管科"))
    assert events(SHARED, *whole) == [ScoreEvent.DONE_IN_TIME]
    assert events(SHARED, *whole, office="建管科") == [ScoreEvent.DONE_LATE]
    assert events(SHARED, *whole, office="区行政服务中心") == [ScoreEvent.DONE_LATE], "the lead by the whole"


def test_undated_work_that_is_done_is_neither_in_time_nor_late() -> None:
    assert events(item(deadline="持续推进"), entry("9.1")) == []


def test_each_period_is_judged_by_itself() -> None:
    on = item(deadline="每月25日前", units=("审批科", "建管科"))
    april, may = day("04-25"), day("05-25")
    first = entry("9.1", on="04-20")._replace(period=april)
    shares = (entry("9.1", on="05-24", unit="审批科"), entry("9.1", on="05-27", unit="建管科"))
    log = (first, *(share._replace(period=may) for share in shares))
    assert [fact.basis.partition("（")[0] for fact in facts(on, *log)] == [
        "2021年4月20日完成，期限2021年4月25日",
        "2021年5月24日完成，期限2021年5月25日",
    ]
    assert events(on, *log, office="建管科") == [ScoreEvent.DONE_IN_TIME, ScoreEvent.DONE_LATE]
    assert facts(on, *log)[0].basis.endswith(f"（记录 {first.id}）")


def test_what_is_late_names_its_day_and_counts_once_for_all_its_days() -> None:
    on = item(deadline="2021年5月31日", milestones=(milestone("04-30"),))
    assert facts(on, NOTED) == [
        ScoreFact(ScoreEvent.OVERDUE, "9.1.1", day("04-30"), "期限2021年4月30日，已逾期41天")
    ]


def test_silence_is_the_office_s_own() -> None:
    on = item(units=("审批科", "建管科"), deadline="持续推进")
    log = entry("9.1", Do.NOTE, "06-09", unit="建管科")
    assert events(on, log, office="建管科") == []
    (silent,) = facts(on, log)
    assert (silent.event, silent.basis) == (ScoreEvent.SILENT, "已76天没有进展记录，超过30天")
    assert events(on, log, office="区行政服务中心") == [], "somebody reported"


def test_a_letter_counts_once_for_a_work_and_for_the_office_that_got_it() -> None:
    on = item(units=("审批科", "建管科"), milestones=(milestone("06-20"),))
    letter = entry("9.1", Do.CHASE, "06-08", unit="审批科", text="催办〔2021〕第1号")
    again = letter._replace(id="f" * 16, on=day("06-09"), text="催办〔2021〕第2号")
    log = (NOTED, letter, entry("9.1.1", Do.CHASE, "06-08", unit="审批科", text="催办〔2021〕第1号"), again)
    assert [fact.basis for fact in facts(on, *log)] == [
        f"催办〔2021〕第1号（记录 {letter.id}）",
        f"催办〔2021〕第2号（记录 {'f' * 16}）",
    ]
    assert events(on, *log, office="建管科") == []


def test_what_was_taken_back_costs_nothing() -> None:
    letter = entry("9.1", Do.CHASE, "06-08", unit="审批科", text="催办〔2021〕第1号")
    assert events(item(), NOTED, letter, entry("9.1", Do.UNDO, undoes=letter)) == []


def test_what_was_sent_back_and_what_was_put_off_too_late() -> None:
    sent_back = entry("9.1", Do.RETURN, "06-05", unit="审批科", text="材料不全")
    one = row(SHARED, [NOTED])
    one = one._replace(state=one.state._replace(returns=(sent_back,)))
    for office, count in (("审批科", 1), ("建管科", 0)):
        found = judged(one, plan(SHARED), office)
        told = [fact.basis for fact in found if fact.event is ScoreEvent.RETURNED]
        assert told == [f"材料不全（记录 {sent_back.id}）"] * count
    put_off = entry("9.1", Do.EXTEND, "06-05", to="07-31", text="等")
    assert events(SHARED, NOTED, put_off) == [ScoreEvent.EXTENDED_LATE]


def test_a_missed_target_counts_once_the_work_is_done() -> None:
    on = item(targets=(Target("占比", at_least="80", unit="%"), Target("次数", at_most="3")))
    told = entry("9.1", Do.NOTE, "06-01", values={"占比": "70", "次数": "2"})
    assert events(on, told) == []
    missed = facts(on, told, entry("9.1", on="06-02"))[-1]
    assert (missed.event, missed.basis) == (ScoreEvent.TARGET_MISSED, "占比不低于80%，实绩70%")


def test_a_report_under_a_collective_name_is_each_member_s() -> None:
    log = (entry("1.2", on="05-20", unit="各乡镇"),)
    for town in TOWNS:
        assert events(COUNTY, *log, office=town, item_id="1.2") == [ScoreEvent.DONE_IN_TIME]
