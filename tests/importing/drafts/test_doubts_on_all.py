"""What is told of a whole source: what its head lacks is about no work, a column about those that lack it."""

from __future__ import annotations

import pytest

from qjtask.importing.document.doubts import Doubt
from qjtask.importing.drafts.draft import Draft, Wishes, read_draft
from tests.importing.drawn import document_of

TITLE = "2021年任务分解表"


def draft(*blocks: str) -> Draft:
    return read_draft(document_of(*blocks), "a.html", Wishes(), 2026, lambda _: None)


def told(*blocks: str) -> tuple[Doubt, ...]:
    return draft(*blocks).doubts


def doubts(*blocks: str) -> dict[str, Doubt]:
    return {one.read.partition("，")[0]: one for one in told(*blocks)}


def table(heading: str, *rows: str) -> str:
    return "\n".join((heading, *rows))


@pytest.mark.parametrize(
    ("heading", "rows", "read", "items"),
    [
        (
            "工作任务 | 责任单位",
            ("做甲。 | 甲局", "6月底前做乙。 | 乙局", "做丙。 | 丙局"),
            "表格没有完成时限一栏",
            ("1.1", "1.3"),
        ),
        (
            "工作任务 | 责任单位 | 完成时限",
            ("做甲。 | 甲局 | ", "做乙。 | 乙局 | —"),
            "完成时限一栏全是空的",
            ("1.1", "1.2"),
        ),
        (
            "工作任务 | 责任单位 | 一季度 | 二季度",
            ("做甲。 | 甲局 | 开工 | 完工", "做乙。 | 乙局 |  | ", "做丙。 | 丙局 | 开工 | "),
            "写完成时限的各栏都是空的",
            ("1.2",),
        ),
    ],
)
def test_that_deadlines_are_lacking_is_about_the_works_that_are_left_without(
    heading: str, rows: tuple[str, ...], read: str, items: tuple[str, ...]
) -> None:
    assert doubts(TITLE, table(heading, *rows))[read].items == items


def test_where_each_work_says_when_in_its_words_nothing_more_is_told() -> None:
    made = told(
        TITLE, table("工作任务 | 责任单位", "做甲，6月底前完成。 | 甲局", "做乙，9月底前完成。 | 乙局")
    )
    assert [one.items for one in made] == [("1.1", "1.2")]


def test_a_work_that_says_how_often_lacks_a_day_as_the_others_do() -> None:
    made = told(TITLE, "1.每季度开展1次检查。（县教育局负责）", "2.做乙。（县财政局负责）")
    assert [(one.read, one.items) for one in made if one.field != "year" and one.items] == [
        ("没有一项写了完成时限", ("1.1", "1.2")),
    ]


def test_works_without_a_deadline_beside_others_are_told_once() -> None:
    head = "工作任务 | 责任单位 | 完成时限"
    rows = ("做甲。 | 甲局 | 6月底", "做乙。 | 乙局 | ", "做丙。 | 丙局 | 9月底", "做丁。 | 丁局 | ")
    found = [(one.read, one.assumed, one.items) for one in told(TITLE, table(head, *rows)) if one.items]
    assert found == [("2项没有写完成时限", "空着", ("1.2", "1.4"))]


def test_this_year_that_says_which_ones_is_no_time() -> None:
    works = ("1.奖励当年首次上规的企业。（县经信局负责）", "2.做乙。（县财政局负责）")
    assert not any("当年" in one.read for one in told(TITLE, *works))


def test_two_works_of_one_paragraph_are_told_apart() -> None:
    made = told(TITLE, "1.做甲事（县教育局负责）；6月底前做乙事（县财政局负责）。")
    assert [one.items for one in made if one.read == "没有写完成时限"] == [("1.1",)]


def test_year_and_day_of_issue_are_about_no_work() -> None:
    made = doubts(
        "任务分解表", "各单位：", "请抓好落实。", "附表", table("工作任务 | 责任单位", "做甲。 | 甲局")
    )
    assert {made[read].items for read in ("没有写明年份", "没有找到发文日期")} == {()}


DUTIES = ("县住建局：负责房屋安全管理。", "县教育局：负责学校安全管理。", "县水利局：负责水库安全管理。")


@pytest.mark.parametrize(
    ("duties", "is_told"),
    [
        (DUTIES, True),
        (DUTIES[:2], False),
        ((*DUTIES[:2], "县水利局：负责水库安全管理，6月底前完成除险加固。"), False),
        ((*DUTIES[:2], "县水利局：负责水库安全管理，新建水库5座。"), False),
        ((*DUTIES[:2], "县水利局：负责今年的水库安全管理。"), False),
        ((*DUTIES[:2], "县教育局：负责水库安全管理。"), False),
        ((*DUTIES[:2], "县水利局：加快水库除险加固。"), False),
    ],
)
def test_what_offices_are_there_for_looks_like_no_plan(duties: tuple[str, ...], is_told: bool) -> None:
    found = told("青禾县安全管理", "一、部门职责", *duties)
    assert [at for at, one in enumerate(found) if "像是机构职能" in one.read] == ([0] if is_told else [])
    assert not any(
        "像是机构职能" in one.read for one in told("2021年青禾县安全管理分工", "一、部门职责", *duties)
    )


@pytest.mark.parametrize(
    ("when", "items"),
    [
        (("2018年9月底前", "立行立改"), None),
        (("2018年9月底前", "长期坚持"), None),
        (("2018年9月底前", "9月底前"), ("1.2",)),
        (("每月底前", "2018年9月底前"), ("1.1",)),
    ],
)
def test_the_year_of_something_else_is_told_where_a_date_hangs_on_it(
    when: tuple[str, str], items: tuple[str, ...] | None
) -> None:
    rows = [f"做{what}。 | 甲局 | {text}" for what, text in zip("甲乙", when, strict=True)]
    found = told("2017年度审计发现问题整改清单", table("工作任务 | 责任单位 | 完成时限", *rows))
    about = [one.items for one in found if "不是计划的年份" in one.read]
    assert about == ([] if items is None else [items])


@pytest.mark.parametrize(
    ("when", "items"),
    [
        (("2024年底前", "2025年底前"), None),
        (("2024年底前", "24年6月底前"), None),
        (("2024年底前", "长期坚持"), None),
        (("2024年底前", "每年8月底前"), None),
        (("2024年底前", "10月底前"), ("1.2",)),
        (("10月底前", "9月底前"), ()),
        (("长期坚持", "立行立改"), ()),
    ],
)
def test_a_year_that_no_title_has_is_told_where_a_date_hangs_on_it(
    when: tuple[str, str], items: tuple[str, ...] | None
) -> None:
    heading = "工作任务 | 责任单位 | 完成时限"
    rows = [f"做{what}。 | 甲局 | {text}" for what, text in zip("甲乙", when, strict=True)]
    found = told("重点项目任务清单", "截至2024年5月", table(heading, *rows))
    about = [one.items for one in found if one.read == "标题里没有年份"]
    assert about == ([] if items is None else [items])


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("重点项目任务清单", "2024年完成时限"),
        ("（2024年）", "完成时限"),
        ("（2024年度）", "完成时限"),
        ("2024年3月8日", "完成时限"),
        ("2024年3月8日，县长主持召开会议，现将任务分解如下", "完成时限"),
        ("关于做好2024年清理工作的通知", "完成时限"),
    ],
)
def test_a_year_that_is_plainly_the_plans_is_said(line: str, heading: str) -> None:
    rows = ("做甲。 | 甲局 | 6月底前", "做乙。 | 乙局 | 10月底前")
    made = draft(line, "重点项目任务清单", table(f"工作任务 | 责任单位 | {heading}", *rows))
    assert made.plan.year == 2024
    assert not [one for one in made.doubts if one.field == "year"]


def test_that_stages_are_columns_is_said_of_their_works() -> None:
    rows = ("做甲。 | 甲局 | 开工 | 完工", "做乙。 | 乙局 |  | ", "做丙。 | 丙局 | 开工 | ")
    (said,) = draft(TITLE, table("工作任务 | 责任单位 | 一季度 | 二季度", *rows)).said
    assert said.startswith("表1第1行（1.1、1.3）：完成时限分几期写；每期记作时间节点")


@pytest.mark.parametrize("heading", ["一季度目标", "8月份目标", "上半年目标"])
def test_the_steps_of_one_period_end_no_work_of_the_year(heading: str) -> None:
    rows = ("做甲。 | 甲局 | 完成选址", "做乙。 | 乙局 | 开工")
    made = draft(TITLE, table(f"工作任务 | 责任单位 | {heading}", *rows))
    assert [item.deadline.text for item in made.plan.items()] == ["", ""]
    assert [step.work for item in made.plan.items() for step in item.milestones] == ["完成选址", "开工"]
    assert [one.read for one in made.doubts] == ["表格没有完成时限一栏"]
    assert "只写着一期要做的事；记作时间节点，不当作完成时限" in made.said[0]


@pytest.mark.parametrize("heading", ["四季度目标", "12月底目标"])
def test_the_steps_of_the_years_last_period_end_its_works(heading: str) -> None:
    made = draft(
        TITLE, table(f"工作任务 | 责任单位 | {heading}", "做甲。 | 甲局 | 完工", "做乙。 | 乙局 | 验收")
    )
    assert [str(item.deadline.date) for item in made.plan.items()] == ["2021-12-31"] * 2


@pytest.mark.parametrize(
    ("work", "is_told"),
    [("到2025年底上市企业达到12家。", True), ("2025年底前上市企业达到12家。", False)],
)
def test_a_year_that_a_work_aims_at_is_the_plans_with_a_doubt(work: str, is_told: bool) -> None:
    lines = (
        "关于加快发展的若干政策",
        "一、做大做强",
        f"1.{work}（责任单位：市发改委）",
        "2.建桥。（责任单位：市住建局）",
    )
    assert any(one.field == "year" for one in told(*lines)) == is_told


def test_lines_between_the_parts_of_a_table_make_it_no_notice() -> None:
    parts = [one for part in "一二三四" for one in (f"{part}、加强", "工作任务 | 责任单位\n做甲。 | 甲局")]
    assert not any("发文日期" in one.read for one in told(TITLE, *parts))
    lines = ("各单位：", "现印发给你们。", "请贯彻执行。")
    assert any("发文日期" in one.read for one in told(TITLE, *lines, *parts))


@pytest.mark.parametrize("title", ["消防演练方案", "春季运动会工作分工", "元旦晚会筹备方案"])
def test_what_groups_do_at_an_event_is_no_standing_duty(title: str) -> None:
    assert not any("像是机构职能" in one.read for one in told(title, "一、部门职责", *DUTIES))
