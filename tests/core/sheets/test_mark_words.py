"""What a mark did, in the words in which it is told."""

from __future__ import annotations

from datetime import datetime

import pytest

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.undoing import Undoing
from qjtask.core.plan.ids import item_id_of
from qjtask.core.plan.plan import Plan, Target
from qjtask.core.sheets.mark_words import ledger_words, not_own, taken_back, told
from tests.core.plans import day, entry, item, milestone, plan, row

AT = datetime.fromisoformat("2021-06-01T09:05:07+08:00")
PLAN = plan(
    item("9.1"),
    item("9.2", deadline="持续推进"),
    item("9.3", units=("审批科", "建管科", "养护科")),
    item("9.4", deadline="12月", milestones=(milestone("04-30", "完成初稿"),)),
    item("9.5", deadline="每月25日前"),
    item("9.6", deadline="每年底前", units=("审批科", "建管科")),
)


def lines(new: Entry, *log: Entry, of: Plan = PLAN) -> list[str]:
    """What is told of a new entry after a log."""
    item_id = item_id_of(new.item)
    before = row(of, log, "12-31", item_id)
    return list(told(new, before, row(of, [*log, new], "12-31", item_id)))


def period_done(item_id: str, period: str, *, on: str, unit: str | None = None) -> Entry:
    """A completion of one period of recurring work."""
    return entry(item_id, on=on, unit=unit)._replace(period=day(period))


@pytest.mark.parametrize(
    ("log", "new", "line"),
    [
        ([], entry("9.1", on="06-30"), "已登记：9.1 完成（2021-06-30）"),
        ([], entry("9.1", on="07-03"), "已登记：9.1 完成（2021-07-03，逾期3天）"),
        ([], entry("9.2", on="07-03"), "已登记：9.2 完成（2021-07-03）"),
        (
            [],
            entry("9.3", on="06-01", unit="建管科"),
            "已登记：9.3 建管科 的部分完成（2021-06-01），还差审批科、养护科",
        ),
        (
            [entry("9.3", unit="审批科"), entry("9.3", unit="建管科")],
            entry("9.3", on="06-12", unit="养护科"),
            "已登记：9.3 养护科 的部分完成（2021-06-12），各单位都已完成，整项完成",
        ),
        ([], entry("9.4.1", on="04-28"), "已登记：9.4.1 完成（2021-04-28）"),
        ([], entry("9.4.1", on="05-03"), "已登记：9.4.1 完成（2021-05-03，逾期3天）"),
        (
            [entry("9.4.1", Do.EXTEND, to="05-31")],
            entry("9.4.1", on="05-03"),
            "已登记：9.4.1 完成（2021-05-03）",
        ),
        (
            [],
            period_done("9.5", "04-25", on="04-27"),
            "已登记：9.5 2021-04-25 一期完成（2021-04-27，逾期2天），下一期 2021-05-25",
        ),
        (
            [],
            period_done("9.6", "12-31", on="12-20", unit="审批科"),
            "已登记：9.6 2021-12-31 一期审批科 的部分完成（2021-12-20），还差建管科",
        ),
        (
            [],
            period_done("9.6", "12-31", on="12-20"),
            "已登记：9.6 2021-12-31 一期完成（2021-12-20），今年各期都已完成",
        ),
        ([], entry("9.1", Do.START, "04-01"), "已登记：9.1 启动（2021-04-01），现在是推进中"),
        (
            [],
            entry("9.1", Do.NOTE, "04-01", text="完成系统改造", percent=60),
            "已登记：9.1 进展（2021-04-01，进度60%；完成系统改造），现在是推进中",
        ),
        ([], entry("9.1", Do.HOLD, "04-01"), "已登记：9.1 暂停（2021-04-01），现在是暂停"),
        (
            [],
            entry("9.1", Do.DROP, "04-01", text="并入9.2"),
            "已登记：9.1 取消（2021-04-01，并入9.2），现在是取消",
        ),
        ([entry("9.1")], entry("9.1", Do.REOPEN), "已登记：9.1 重开（2021-06-10），现在是推进中"),
        ([], entry("9.1", Do.EXTEND, to="09-30"), "已登记：9.1 延期至 2021-09-30（原 2021-06-30）"),
        ([], entry("9.1", Do.EXTEND, to="05-31"), "已登记：9.1 提前至 2021-05-31（原 2021-06-30）"),
        (
            [entry("9.1", Do.EXTEND, to="09-30")],
            entry("9.1", Do.EXTEND, to="10-31"),
            "已登记：9.1 延期至 2021-10-31（原 2021-09-30）",
        ),
        ([], entry("9.2", Do.EXTEND, to="09-30"), "已登记：9.2 延期至 2021-09-30"),
        ([], entry("9.4.1", Do.EXTEND, to="05-31"), "已登记：9.4.1 逾期后延期至 2021-05-31（原 2021-04-30）"),
    ],
)
def test_a_mark_is_told_with_what_it_leads_to(log: list[Entry], new: Entry, line: str) -> None:
    assert [told.partition("——")[0] for told in lines(new, *log)] == [line]


@pytest.mark.parametrize(
    ("marked", "work", "told"),
    [
        ("9.1", "修订执法规程。", "——修订执法规程。"),
        ("9.1", "修订\n执法规程", "——修订 执法规程"),
        ("9.1", "修" * 100, f"——{'修' * 23}…"),
        ("9.1", " ", ""),
        ("9.1.1", "修订执法规程。", "——完成初稿"),
    ],
)
def test_a_mark_is_told_with_the_beginning_of_its_work(marked: str, work: str, told: str) -> None:
    """A number is easily mistyped, and two ledgers have the same ones."""
    of = plan(item("9.1", work=work, milestones=(milestone("04-30", "完成初稿"),)))
    assert lines(entry(marked, Do.NOTE), of=of)[0].endswith(f"现在是推进中{told}")


def test_the_ledger_is_named_by_its_title_and_its_file() -> None:
    long = plan()._replace(title="长" * 60)
    assert ledger_words(long, "data/tasks.yaml") == f"台账：{'长' * 23}…（data/tasks.yaml）"


TARGETS = (Target("全程网办占比", at_least="80", unit="%"), Target("跑动次数", at_most="0.3", unit="次"))
MEASURED = plan(item("9.1", targets=TARGETS, milestones=(milestone("04-30"),)))


def test_done_without_its_measured_values_is_told_with_the_way_to_add_them() -> None:
    assert lines(entry("9.1"), of=MEASURED)[1] == (
        "提醒：9.1 有2个指标还没有实绩（全程网办占比不低于80%；跑动次数不超过0.3次），"
        "可补记：qjtask note 9.1 实绩 --value 全程网办占比=数值"
    )


def test_only_the_values_that_are_missing_are_asked_for() -> None:
    noted = entry("9.1", Do.NOTE, values={"全程网办占比": "86"})
    assert "有1个指标还没有实绩（跑动次数不超过0.3次）" in lines(entry("9.1"), noted, of=MEASURED)[1]


@pytest.mark.parametrize(
    "new",
    [
        entry("9.1", values={"全程网办占比": "86", "跑动次数": "0.3"}),
        entry("9.1", Do.START),
        entry("9.1.1"),
    ],
)
def test_nothing_is_asked_for_otherwise(new: Entry) -> None:
    assert len(lines(new, of=MEASURED)) == 1


@pytest.mark.parametrize(
    ("undone", "line"),
    [
        (entry("9.1", on="06-01"), "已撤销：9.1 完成（2021-06-01；{}）；现在是未启动"),
        (
            entry("9.1", Do.NOTE, "06-01", percent=60),
            "已撤销：9.1 进展（2021-06-01，进度60%；{}）；现在是未启动",
        ),
    ],
)
def test_an_undo_says_what_it_took_back_and_how_the_item_stands(undone: Entry, line: str) -> None:
    undone = undone._replace(by="王芳", at=AT)
    log = [undone, entry("9.1", Do.UNDO, undoes=undone)]
    assert taken_back(undone, row(PLAN, log)).partition("——")[0] == line.format("王芳登记")


def test_an_undo_of_an_item_that_is_gone_says_what_it_took_back() -> None:
    assert taken_back(entry("99.1", on="06-01"), None) == "已撤销：99.1 完成（2021-06-01；不知是谁登记）"


def test_an_undo_of_what_another_wrote_names_whose_it_is_and_what_to_do() -> None:
    foreign = entry("9.2", on="06-01", by="李明")._replace(at=AT, id="f00d")
    own = entry("9.1", by="王芳")._replace(id="beef")
    told = not_own(Undoing((foreign,), (foreign,), own))
    assert str(told) == (
        "undo: 最近登记的不是自己的：9.2 完成（2021-06-01；李明 2021-06-01 09:05 登记）；"
        "确要撤销请加 --yes，或写明记录号 qjtask undo f00d；自己最近登记的是 9.1，撤销它用 qjtask undo beef"
    )
    several = not_own(Undoing((foreign, foreign), (foreign,), None))
    assert several.what.endswith("登记）等2条")
    assert "自己最近" not in several.fix
