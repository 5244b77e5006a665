"""What moved since the last bulletin, and how far the promised numbers are."""

from __future__ import annotations

from qjtask.core.layout.sheet import Sheet, Tone
from qjtask.core.letters.bulletin_moving import moving_blocks, target_blocks
from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.plan import Target
from tests.core.bulletin_samples import reports, told
from tests.core.plans import column, day, entry, item, plan, standing

TABLE = plan(
    item("1.1", work="建成平台", units=("审批科", "建管科"), deadline="2021年12月31日"),
    item("1.2", work="修订清单", lead=()),
    item("1.3", work="早就动了"),
)
LOG = (
    entry("1.3", Do.NOTE, "04-01", text="早先的"),
    entry("1.1", Do.NOTE, "05-20", unit="审批科", text="完成招标", percent=40),
    entry("1.1", Do.DONE, "06-02", unit="建管科", text="图纸已审"),
    entry("1.2", Do.DONE, "06-01"),
)


def moving(log: tuple[Entry, ...], *only: str) -> tuple[str, list[list[str]]]:
    return told(moving_blocks(standing(TABLE, log), only, day("05-10"), reports(TABLE, log, *only)))


def test_a_work_that_moved_says_what_was_reported_and_how_far_it_is() -> None:
    words, lines = moving(LOG)
    assert words == "共1项工作有新的进展："
    reported = "5月20日审批科：完成招标；6月2日建管科完成：图纸已审"
    assert lines == [
        ["1.1", "建成平台", "审批科（牵头：区行政服务中心）", reported, "1/2，70%（各单位平均）"]
    ]


def test_what_is_finished_or_done_as_far_as_the_units_go_moves_no_more() -> None:
    assert moving(LOG, "建管科") == ("这段时间没有其他工作报送进展。", [])
    assert [line[3] for line in moving(LOG, "审批科")[1]] == ["5月20日审批科：完成招标"]


def test_nothing_moved() -> None:
    assert moving(()) == ("这段时间没有其他工作报送进展。", [])


RATE = Target("网办占比", at_least="80", unit="%")
CASES = Target("办件数", at_least="100", unit="件", cumulative=True)
ERRORS = Target("差评", at_most="3", unit="件")
PROMISED = plan(
    item("1.1", targets=(RATE, ERRORS), deadline="2021年12月31日"),
    item("1.2", targets=(CASES,), deadline="2021年12月31日"),
    item("1.3", targets=(RATE,)),
)


def test_targets_give_their_values_and_the_pace_and_count_what_nobody_measured() -> None:
    log = (
        entry("1.1", Do.NOTE, "05-20", values={"网办占比": "64.5", "差评": "2"}),
        entry("1.2", Do.NOTE, "04-20", values={"办件数": "30"}),
        entry("1.2", Do.NOTE, "05-20", values={"办件数": "35"}),
        entry("1.3", Do.DROP, "05-20"),
    )
    words, sheet = target_blocks(standing(PROMISED, log))
    assert "共3个指标：未达标2个，达标1个：" in str(words)
    assert isinstance(sheet, Sheet)
    assert column(sheet, "指标") == ["网办占比不低于80%", "差评不超过3件", "办件数不低于100件"]
    assert column(sheet, "实绩") == ["64.5%", "2件", "65件"]
    assert column(sheet, "是否达标") == ["未达标", "达标", "未达标"]
    assert column(sheet, "序时进度") == ["", "", "进度65%，序时应到27%"]
    assert [line[4].tone for line in sheet.rows] == [Tone.RED, Tone.PLAIN, Tone.RED]


def test_a_number_that_finished_work_never_gave_is_listed_too() -> None:
    words, sheet = target_blocks(standing(PROMISED, [entry("1.2", Do.DONE, "05-20")]))
    assert "共4个指标：没有报数4个：" in str(words)
    assert isinstance(sheet, Sheet)
    assert column(sheet, "指标") == ["办件数不低于100件"]
    assert (column(sheet, "实绩"), column(sheet, "是否达标")) == ([""], ["没有报数"])


def test_where_nothing_is_measured_the_count_is_all_and_without_targets_not_a_word() -> None:
    assert told(target_blocks(standing(PROMISED))) == ("共4个指标：没有报数4个。", [])
    assert list(target_blocks(standing(TABLE))) == []
