"""The bulletin: figures that add up, each thing in its place and in no other."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.layout.document import Document, Heading, Paragraph
from qjtask.core.layout.sheet import Sheet
from qjtask.core.letters.bulletin import bulletin, overall_words
from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.fold import Status
from qjtask.core.plan.plan import Letterhead, Plan
from qjtask.core.standing.counts import Category, tally
from tests.core.plans import column, day, entry, item, milestone, plan, shipped, span, standing

TABLE = plan(
    item("1.1", work="新完成", deadline="2021年5月31日"),
    item("1.2", work="早完成"),
    item("1.3", work="迟到", units=("审批科", "建管科"), deadline="2021年5月31日"),
    item("1.4", work="将到期", deadline="2021年6月30日"),
    item("1.5", work="远", deadline="2021年12月31日"),
    item("1.6", work="沉默", deadline="持续推进"),
    item("1.7", work="有节点", deadline="2021年12月31日", milestones=(milestone("05-20", "节点"),)),
    item("1.8", work="每月", deadline="每月25日前"),
)
LED = "（牵头：区行政服务中心）"
LOG = (
    entry("1.2", on="04-30"),
    entry("1.8", on="04-20"),
    entry("1.1", on="06-02"),
    entry("1.3", on="06-03", unit="审批科"),
    entry("1.7.1", on="05-21"),
    entry("1.8", on="05-20"),
)


def draft(on: Plan = TABLE, entries: tuple[Entry, ...] = LOG, since: str = "05-10") -> Document:
    rows = standing(on, entries)
    return bulletin(on, rows, day("06-10"), day(since), span("30d"))


def section(document: Document, name: str) -> tuple[str, str, Sheet | None]:
    """The heading of the section whose name holds that, its text, and its table."""
    blocks = document.parts[0].blocks
    start = next(at for at, one in enumerate(blocks) if isinstance(one, Heading) and name in one.text)
    heading = blocks[start]
    assert isinstance(heading, Heading)
    text, sheet = "", None
    for block in blocks[start + 1 :]:
        if isinstance(block, Heading):
            break
        if isinstance(block, Paragraph):
            text += block.text
        else:
            sheet = block
    return heading.text, text, sheet


def rows_of(sheet: Sheet | None) -> list[list[str]]:
    assert sheet
    return [[cell.text for cell in row] for row in sheet.rows]


def test_the_order_is_that_of_offices() -> None:
    headings = [one.text for one in draft().parts[0].blocks if isinstance(one, Heading)]
    assert headings == [
        "一、总体情况",
        "二、各责任单位进度",
        "三、2021年5月10日以来完成的工作",
        "四、2021年5月10日以来有进展的工作",
        "五、逾期未完成的工作",
        "六、下一步：2021年7月10日前到期的工作",
        "七、久无进展的工作",
    ]


def test_what_was_finished_since_then_and_nothing_older() -> None:
    _, text, sheet = section(draft(), "以来完成")
    assert text == "共完成1项工作、1个时间节点、1期周期性工作："
    assert sheet
    assert column(sheet, "工作") == ["新完成", "节点（有节点）", "每月（2021年5月25日一期）"]
    assert column(sheet, "完成日期") == ["2021-06-02", "2021-05-21", "2021-05-20"]
    assert column(sheet, "是否按期") == ["逾期2天", "逾期1天", "按期"]


@pytest.mark.parametrize(
    ("since", "finished"),
    [
        ("05-20", ["1.1", "1.7.1", "1.8"]),
        ("05-21", ["1.1", "1.7.1"]),
        ("05-22", ["1.1"]),
        ("06-02", ["1.1"]),
        ("06-03", []),
    ],
)
def test_the_day_itself_counts_as_since(since: str, finished: list[str]) -> None:
    _, text, sheet = section(draft(since=since), "以来完成")
    assert (column(sheet, "编号") if sheet else []) == finished
    assert (text == "这段时间没有新完成的工作。") is (not finished)


def test_a_period_was_done_when_it_was_and_not_when_something_was_noted_later() -> None:
    log = (*LOG, entry("1.8", Do.NOTE, "06-09", text="备查"))
    sheet = section(draft(entries=log), "以来完成")[2]
    assert sheet
    assert column(sheet, "完成日期")[-1] == "2021-05-20"


def test_what_is_due_today_comes_next() -> None:
    document = draft(plan(item("1.1", deadline="2021年6月10日")), ())
    assert section(document, "逾期未完成")[1] == "没有逾期的工作。"
    assert rows_of(section(document, "下一步")[2])[0][-1] == "0天"


def test_two_dates_of_one_item_are_one_item() -> None:
    on = plan(item("1.1", work="总的", deadline="2021年5月31日", milestones=(milestone("04-30", "先做的"),)))
    _, text, sheet = section(draft(on, ()), "逾期未完成")
    assert text.startswith("共1项工作的2个时间点，")
    assert [line[1] for line in rows_of(sheet)] == ["先做的（总的）", "总的"]


def test_a_date_that_was_put_off_says_so() -> None:
    on = plan(item("1.1", deadline="2021年4月30日", milestones=(milestone("04-20"),)))
    log = (entry("1.1", Do.EXTEND, "04-15", to="06-20"), entry("1.1.1", Do.EXTEND, "04-15", to="06-15"))
    days = [line[3] for line in rows_of(section(draft(on, log), "下一步")[2])]
    assert days == ["2021年6月15日（已延期）", "2021年6月20日（已延期）"]


def test_a_date_that_was_brought_forward_says_so() -> None:
    on = plan(item("1.1", deadline="2021年12月31日"))
    log = (entry("1.1", Do.EXTEND, "04-15", to="06-20"), entry("1.1", Do.NOTE, "04-16"))
    assert rows_of(section(draft(on, log), "下一步")[2])[0][3] == "2021年6月20日（已提前）"


def test_finished_work_without_a_day_is_told_and_neither_late_nor_in_time() -> None:
    on = plan(item("1.1", deadline="持续推进"), item("1.2", deadline="5月底前动工"))
    log = (entry("1.2.1", on="06-02"), entry("1.1", on="06-01"), entry("1.2", on="06-08"))
    sheet = section(draft(on, log), "以来完成")[2]
    assert [(line[0], line[3], line[4]) for line in rows_of(sheet)] == [
        ("1.1", "2021-06-01", ""),
        ("1.2", "2021-06-08", ""),
        ("1.2.1", "2021-06-02", "逾期2天"),
    ]


def test_what_is_late_names_the_units_that_still_owe_it() -> None:
    _, text, sheet = section(draft(), "逾期未完成")
    assert rows_of(sheet) == [["1.3", "迟到", f"建管科{LED}", "2021-05-31", "10天", "1/2"]]
    assert text.startswith("共1项，")


def test_what_comes_next_and_what_no_date_brings_up() -> None:
    assert rows_of(section(draft(), "下一步")[2]) == [
        ["1.8", "每月", f"审批科{LED}", "2021-06-25", "15天"],
        ["1.4", "将到期", f"审批科{LED}", "2021-06-30", "20天"],
    ]
    assert rows_of(section(draft(), "久无进展")[2]) == [["1.6", "沉默", "审批科", "持续推进", "76天"]]


def test_empty_sections_say_so() -> None:
    document = draft(plan(item(deadline="2021年12月31日")), ())
    assert section(document, "逾期未完成")[1] == "没有逾期的工作。"
    assert section(document, "下一步")[1] == "没有即将到期的工作。"
    document = draft(plan(item(deadline="2021年12月31日")), (entry(do=Do.NOTE, on="06-09", text="在办"),))
    assert section(document, "久无进展")[1] == "未完成、未逾期的工作在30天内都有进展记录。"


def test_work_put_off_is_told_with_its_printed_day_and_its_reason() -> None:
    """Four works put off after 41 to 71 days read 没有逾期的工作."""
    on = plan(item("1.1", work="缓的", deadline="2021年4月30日"))
    log = (entry("1.1", Do.EXTEND, "05-10", to="09-30", text="等清单"),)
    assert section(draft(on, log), "逾期未完成")[1] == (
        "没有逾期的工作。另有1项延过期，按原时限已逾期，见“延期的工作”。"
    )
    put_off = "2021年4月30日延至2021年9月30日（逾期后延期）"
    assert rows_of(section(draft(on, log), "延期的工作")[2]) == [["1.1", "缓的", "审批科", put_off, "等清单"]]
    assert "按原时限逾期1项，延过期1项" in section(draft(on, log), "总体情况")[1]


def test_what_was_done_by_virtue_of_an_extension_is_never_plainly_in_time() -> None:
    on = plan(item("1.1", deadline="2021年5月31日"))
    log = (entry("1.1", Do.EXTEND, "05-10", to="06-30", text="等清单"), entry("1.1", on="06-05"))
    assert column(section(draft(on, log), "以来完成")[2] or Sheet("", (), ()), "是否按期") == [
        "延期后按期（原定2021年5月31日）"
    ]
    words = section(draft(on, log), "总体情况")[1]
    assert "已完成的工作中，1项是延期后按期完成的。" in words
    assert "其中延过期1项。已完成的工作中" in words  # 其中 is of all works, not of the finished ones


def test_deadlines_that_nobody_understands_have_a_section_of_their_own() -> None:
    on = plan(item("1.1", work="难读的", deadline="待班子会后"))
    heading, text, sheet = section(draft(on, ()), "时限读不懂")
    assert heading == "八、时限读不懂的工作"
    assert text == "共1项，请有关单位报来确切日期："
    assert rows_of(sheet) == [["1.1", "难读的", f"审批科{LED}", "待班子会后"]]


def test_who_signs_and_when() -> None:
    document = draft(shipped(), ())
    assert document.parts[0].sign == ("重庆市黔江区交通局", "2021年6月10日")
    assert draft().parts[0].sign == ("2021年6月10日",)


@given(
    st.lists(st.tuples(st.sampled_from([None, *(do for do in Do if do is not Do.UNDO)]), st.booleans())),
)
def test_the_figures_add_up(marks: list[tuple[Do | None, bool]]) -> None:
    items = [
        item(f"1.{number}", deadline="2021年5月31日" if late else "持续推进")
        for number, (_, late) in enumerate(marks, 1)
    ]
    entries = [
        entry(f"1.{number}", do, "06-01", to="06-02" if do is Do.EXTEND else None)
        for number, (do, _) in enumerate(marks, 1)
        if do
    ]
    words = overall_words(standing(plan(*items), entries), day("06-10"))
    assert f"共{len(items)}项" in words
    if items:
        counts = [int(number) for number in re.findall(r"(?<![共，])(?<!\d)(\d+)项，占", words)]
        assert sum(counts) == len(items)
        assert sum(int(share) for share in re.findall(r"占(\d+)%", words)) == 100


def test_late_finishes_are_told() -> None:
    rows = standing(TABLE, LOG)
    assert "1项是逾期完成的" in overall_words(rows, day("06-10"))
    assert "逾期完成" not in overall_words(standing(TABLE), day("06-10"))


@pytest.mark.parametrize("share", ["审批科", "建管科"])
def test_a_period_closed_by_shares_counts_when_the_last_share_comes(share: str) -> None:
    on = plan(item("1.8", work="每月", units=("审批科", "建管科"), deadline="每月25日前"))
    other = {"审批科": "建管科", "建管科": "审批科"}[share]
    first = entry("1.8", on="05-20", unit=share)
    assert section(draft(on, (first,)), "以来完成")[2] is None
    both = (first, entry("1.8", on="05-21", unit=other))
    assert "每月（2021年4月25日一期）" in str(section(draft(on, both), "以来完成")[2])


def test_it_opens_with_whom_it_is_for_by_which_notice_and_as_of_when() -> None:
    blocks = draft(shipped(), ()).parts[0].blocks
    assert blocks[:2] == (
        Paragraph("各责任单位：", is_flush=True),
        Paragraph(
            "根据《2021年重庆市黔江区交通局政务服务工作任务分解》（黔江交通发〔2021〕96号），"
            "现将截至2021年6月10日各项工作的进展情况通报如下："
        ),
    )


def test_it_says_whose_works_it_is_about() -> None:
    rows = standing(TABLE, LOG)
    document = bulletin(
        TABLE, rows, day("06-10"), day("05-10"), span("30d"), only=("建管科",), about="（建管科）"
    )
    assert "截至2021年6月10日各项工作（建管科）的进展情况通报如下：" in str(document.parts[0].blocks[1])
    assert document.title == "关于2021年工作任务分解（建管科）进展情况的通报"


def test_what_is_no_notice_goes_by_its_name_alone() -> None:
    """So do several plans that are told of together."""
    on = TABLE._replace(issued=None, title="两个局的计划")
    told = "现将两个局的计划截至2021年6月10日各项工作的进展情况通报如下："
    assert draft(on, ()).parts[0].blocks[1] == Paragraph(told)


def test_the_plan_says_whom_it_is_for_and_whom_to_ask() -> None:
    on = TABLE._replace(letter=Letterhead(to="各科室、直属各单位", contact="张三 023-12345678"))
    (part,) = draft(on).parts
    assert part.blocks[0] == Paragraph("各科室、直属各单位：", is_flush=True)
    assert part.below == (Paragraph("（联系人：张三 023-12345678）"),)
    assert draft().parts[0].below == ()


def test_a_late_work_s_further_days_are_no_works_that_come_next() -> None:
    late = item("1.1", deadline="2021年6月30日", milestones=(milestone("05-20", "先做的"),))
    _, text, sheet = section(draft(plan(late), ()), "下一步")
    assert text == "没有其他工作即将到期，另有逾期工作的后续时间点1个，请有关单位提前安排："
    assert len(rows_of(sheet)) == 1
    _, text, _ = section(draft(plan(late, item("1.2", deadline="2021年6月30日")), ()), "下一步")
    assert text.startswith("共1项，另有逾期工作的后续时间点1个，")


COUNTED = plan(
    item("1.1", deadline="2021年5月31日", milestones=(milestone("04-20"), milestone("06-20"))),
    item("1.2", deadline="2021年6月30日", units=("审批科", "建管科")),
    item("1.3", deadline="每月25日前"),
    item("1.4", deadline="持续推进", milestones=(milestone("05-20"),)),
    item("1.5", deadline="尽快"),
)
MARKS = st.builds(
    lambda marked, do, on, unit: entry(
        marked, do, str(on), unit=unit, to="06-25" if do is Do.EXTEND else None, text="在办"
    ),
    st.sampled_from(["1.1", "1.1.1", "1.1.2", "1.2", "1.3", "1.4", "1.4.1", "1.5"]),
    st.sampled_from([Do.DONE, Do.DONE, Do.DONE, Do.NOTE, Do.REOPEN, Do.DROP, Do.EXTEND]),
    st.dates(day("03-26"), day("06-10")),
    st.sampled_from([None, "审批科", "建管科"]),
)


@given(st.lists(MARKS, max_size=14))
def test_works_are_counted_once_and_alike_in_every_section(log: list[Entry]) -> None:
    rows = standing(COUNTED, log)
    counts = tally("", rows).counts
    document = draft(COUNTED, tuple(log), "01-01")

    def works(name: str, pattern: str) -> int:
        found = re.search(pattern, section(document, name)[1])
        return int(found[1]) if found else 0

    assert works("以来完成", r"共完成(\d+)项工作") == counts[Category.DONE]
    assert works("逾期未完成", r"^共(\d+)项") == counts[Category.OVERDUE]
    assert works("久无进展", r"^共(\d+)项") == sum(row.is_silent and not row.is_overdue for row in rows)
    soon = {row.item.id for row in rows if row.next_due and day("06-10") <= row.next_due <= day("07-10")}
    assert works("下一步", r"^共(\d+)项") == len(soon)
    extended = sum(bool(row.state.extensions) and row.status is not Status.DROPPED for row in rows)
    names = [one.text for one in document.parts[0].blocks if isinstance(one, Heading)]
    is_told = any("延期的工作" in name for name in names)
    assert (works("延期的工作", r"^共(\d+)项工作") if is_told else 0) == extended
