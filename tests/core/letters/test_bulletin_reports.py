"""What was reported on a work, in a short column."""

from __future__ import annotations

from qjtask.core.log.entry import Do
from qjtask.core.standing.dues import DueKind
from tests.core.bulletin_samples import reports
from tests.core.plans import day, entry, item, milestone, plan, row
from tests.core.towns import ALL_TOWNS, TOWNS

TABLE = plan(
    item("1.1", units=("审批科", "建管科"), milestones=(milestone("05-20", "拿出方案"),)),
    item("1.2", units=(ALL_TOWNS,)),
    item("1.3", deadline="每月25日前"),
    units={"审批科": ("行审批科",)},
    members={ALL_TOWNS: TOWNS},
)
LOG = (
    entry("1.1", Do.NOTE, "04-30", unit="建管科", text="早先的"),
    entry("1.1", Do.NOTE, "05-20", unit="行审批科", text="梳理过半"),
    entry("1.1.1", Do.DONE, "05-21", text="方案已报"),
    entry("1.1", Do.EXTEND, "05-22", to="09-30", text="缓办"),
)


def test_since_a_day_it_tells_what_each_unit_said_last_and_nothing_older() -> None:
    of = row(TABLE, LOG)
    words = reports(TABLE, LOG).since(of, day("05-10"))
    assert words == "5月20日行审批科：梳理过半；5月21日完成时间节点“拿出方案”：方案已报"
    assert "早先的" in str(reports(TABLE, LOG).since(of, day("04-30")))


def test_what_is_no_report_moves_nothing() -> None:
    assert reports(TABLE, LOG).since(row(TABLE, LOG), day("05-22")) is None
    assert reports(TABLE, ()).since(row(TABLE), day("01-01")) is None


def test_a_bare_start_is_told_and_a_bare_percentage_stands_elsewhere() -> None:
    started = (entry("1.1", Do.START, "06-01"),)
    assert reports(TABLE, started).since(row(TABLE, started), day("06-01")) == "已启动"
    noted = (entry("1.1", Do.NOTE, "06-01", percent=60),)
    assert reports(TABLE, noted).since(row(TABLE, noted), day("06-01")) == ""


def test_of_the_units_asked_for_and_of_nobody_in_particular_only() -> None:
    of = row(TABLE, LOG)
    assert reports(TABLE, LOG, "建管科").since(of, day("05-10")) == "5月21日完成时间节点“拿出方案”：方案已报"
    assert "梳理过半" in str(reports(TABLE, LOG, "审批科").since(of, day("05-10")))
    towns = (entry("1.2", Do.NOTE, "06-01", unit=ALL_TOWNS, text="都已部署"),)
    assert "都已部署" in str(
        reports(TABLE, towns, TOWNS[1]).since(row(TABLE, towns, item_id="1.2"), day("06-01"))
    )


def test_a_long_report_is_cut_and_says_so() -> None:
    long = (entry("1.1", Do.NOTE, "06-01", text="完成梳理，" * 30),)
    words = str(reports(TABLE, long).since(row(TABLE, long), day("06-01")))
    assert words.endswith("…")
    assert len(words) < 60


def test_of_a_milestone_and_of_a_period_it_tells_what_was_said_of_these() -> None:
    log = (
        *LOG,
        entry("1.3", Do.DONE, "04-20", text="四月已报"),
        entry("1.3", Do.NOTE, "05-02", text="备查"),
        entry("1.3", Do.DONE, "05-20", text="五月已报"),
    )
    of, monthly = row(TABLE, log), row(TABLE, log, item_id="1.3")
    assert reports(TABLE, log).of_due(of, of.milestones[0]) == "方案已报"
    done = [due for due in monthly.dues if due.kind is DueKind.PERIOD and due.done_on]
    assert [reports(TABLE, log).of_due(monthly, due) for due in done] == ["四月已报", "五月已报"]
    assert "方案已报" not in reports(TABLE, log).of_work(of)
    assert "梳理过半" in reports(TABLE, log).of_work(of)
