"""The head of a notice: where title, number, issuer and day come from, and what is told of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from qjtask.importing.document.head import Head
from tests.importing.document.heads import head, told

NOTICE = (
    "青禾县人民政府办公室",
    "关于印发2021年重点工作分工方案的通知",
    "禾政办〔2021〕5号",
    "各镇人民政府，县政府各部门：",
    "现将分工方案印发给你们，请认真抓好落实。",
    "青禾县人民政府办公室",
    "2021年3月1日",
)


def test_a_notice_has_them_all() -> None:
    made = head(*NOTICE)
    assert made == Head(
        "2021年重点工作分工方案", "禾政办〔2021〕5号", "青禾县人民政府办公室", date(2021, 3, 1), 2021
    )


@pytest.mark.parametrize(
    ("line", "issuer"),
    [
        ("中共青禾县委　青禾县人民政府", "中共青禾县委、青禾县人民政府"),
        ("中共江南学院委员会  江南学院", "中共江南学院委员会、江南学院"),
        ("青禾县 人民政府", "青禾县人民政府"),
        ("青 禾 县 人 民 政 府", "青禾县人民政府"),
    ],
)
def test_two_issuers_on_one_line_are_two(line: str, issuer: str) -> None:
    assert head("2021年工作要点", "1.建桥。", line, "2021年3月1日").issuer == issuer


def test_a_card_in_one_line_is_no_part_of_the_number() -> None:
    assert head("发布机构 县政府办 文    号 禾政办〔2021〕5号").document == "禾政办〔2021〕5号"


def test_what_is_given_wins() -> None:
    given = Head("表", "某发〔2020〕1号", "某局", date(2020, 1, 1), 2020)
    assert head(*NOTICE, given=given) == given


def test_a_card_gives_what_the_text_does_not() -> None:
    card = {
        "title": "关于印发2021年重点工作分工方案的通知",
        "document": "禾政办〔2021〕 5号",
        "issuer": "青禾县政府",
        "issued": "2021-03-01",
    }
    assert head("请抓好落实。", card=card) == Head(
        "2021年重点工作分工方案", "禾政办〔2021〕5号", "青禾县政府", date(2021, 3, 1), 2021
    )


@pytest.mark.parametrize(
    ("source", "title", "doubts"),
    [
        ({"above": ("2021年任务分解表",)}, "2021年任务分解表", []),
        ({"above": ("2018年文旅推进大会安排部署",)}, "2018年文旅推进大会安排部署", []),
        ({"above": ("单位：万元", "2021年任务分解表")}, "2021年任务分解表", []),
        ({"above": ("第一批", "2018年文旅推进大会")}, "2018年文旅推进大会", []),
        ({"above": ("任务卡1", "县委2026年重点督查任务卡")}, "县委2026年重点督查任务卡", []),
        (
            {"above": ("各镇要按时把工作做完", "2018年文旅推进大会")},
            "工作任务分解表",
            ["没有找到标题；暂用“工作任务分解表”"],
        ),
        (
            {"names": ("/x/2021年任务分解表.xlsx",)},
            "2021年任务分解表",
            ["没有找到标题；用文件名“2021年任务分解表”"],
        ),
        (
            {"names": ("a.xlsx", "2021年任务分解表")},
            "2021年任务分解表",
            ["没有找到标题；用文件名“2021年任务分解表”"],
        ),
        ({"names": ("a.xlsx",)}, "工作任务分解表", ["没有找到标题；暂用“工作任务分解表”"]),
    ],
)
def test_the_title_comes_from(source: dict[str, Any], title: str, doubts: list[str]) -> None:
    made = head(**source)
    assert made.title == title
    assert [line for line in told(made) if "标题里" not in line] == doubts


@pytest.mark.parametrize(
    ("blocks", "issuer"),
    [
        (("县教育局关于印发工作要点的通知",), "县教育局"),
        (("县教育局", "关于印发工作要点的通知"), "县教育局"),
        (("正文。", "县教育局 2021年3月26日"), "县教育局"),
        (("正文。", "县教育局", "2021年3月26日"), "县教育局"),
        (("为做好工作，由县教育局", "2021年3月26日"), ""),
        (("根据安排，请县教育局", "关于这件事的安排"), ""),
        (("正文。",), ""),
    ],
)
def test_the_issuer_stands_over_or_under_the_text(blocks: tuple[str, ...], issuer: str) -> None:
    assert head(*blocks).issuer == issuer


def test_a_number_within_a_sentence_is_another_notices() -> None:
    assert head("根据《某某方案》（国办发〔2020〕5号）的要求，制定本方案，请认真贯彻执行。").document == ""


@pytest.mark.parametrize(
    ("title", "document"),
    [
        ("青禾县关于优化服务的实施意见（青政〔2021〕8号）", "青政〔2021〕8号"),
        ("关于印发《工作要点（修订版）》的通知(青政办〔2021〕9号)", "青政办〔2021〕9号"),
        ("关于印发修订后的工作计划的通知 青政办发〔2021〕10号", "青政办发〔2021〕10号"),
        ("青禾县关于优化服务的实施意见（2021年）", ""),
        ("根据关于优化服务的意见（青政〔2020〕1号）。请遵照执行", ""),
    ],
)
def test_a_number_behind_the_title_is_the_notices(title: str, document: str) -> None:
    made = head(title, above=(title,))
    assert made.document == document
    assert "〕" not in made.title


@pytest.mark.parametrize(
    "title", ["关于做好2021年防汛工作的通知", "县政府2021年专题会议纪要", "2021年春节期间活动安排公告"]
)
def test_a_notice_that_hands_on_nothing_has_its_own_title(title: str) -> None:
    made = head("青禾县人民政府办公室", title, "各镇人民政府：", "请认真抓好落实。")
    assert made.title == title
    assert not any("没有找到标题" in one for one in told(made))


@pytest.mark.parametrize(
    ("blocks", "issued"),
    [
        (("1.建桥。", "责任单位：县住建局", "完成时限：2022年9月30日"), None),
        (("1.建桥。", "完成时限：", "2022年9月30日"), None),
        (("本办法有效期至2025年12月31日",), None),
        (("2.建路，2022年9月30日",), None),
        (("完成时限：2022年9月30日", "县政府", "2022年3月1日"), date(2022, 3, 1)),
        (("完成时限：2022年9月30日", "县政府办公室 2022年3月1日"), date(2022, 3, 1)),
        (("发文日期：2022年3月1日",), date(2022, 3, 1)),
        (("交办日期：2022年3月1日",), date(2022, 3, 1)),
        (("督办编号：督〔2022〕19号　　下达日期：2022年3月1日",), date(2022, 3, 1)),
        (("反馈日期：2022年3月1日",), None),
        (("（二OO八年二月二十六日）", "1.建桥。"), date(2008, 2, 26)),
        (("来源：县发改局    发布时间：2023-03-10",), date(2023, 3, 10)),
        (("来源：县发改局 发布日期：2023/3/10 17:20", "县政府", "2023年3月1日"), date(2023, 3, 1)),
    ],
)
def test_a_day_under_another_label_is_none_of_issue(blocks: tuple[str, ...], issued: date | None) -> None:
    assert head("重点工作分工", *blocks).issued == issued


def test_a_month_under_the_title_is_the_issue_s_and_told() -> None:
    made = head("2018年整改措施清单", "（2018年4月）", "整改时限：2018年10月31日")
    assert made.issued == date(2018, 4, 1)
    assert told(made) == ["发文日期只印到月（2018年4月）；按 2018-04-01 记"]


def test_minutes_have_their_own_number_and_title() -> None:
    made = head(
        "某区政府专题会议纪要", "〔2022〕第14期", "某区政府办公室　2022年7月4日", "关于环境管理的会议纪要"
    )
    assert (made.document, made.title) == ("〔2022〕第14期", "关于环境管理的会议纪要")


def test_a_school_issues_notices() -> None:
    assert head("1.修栏杆。", "某市西苑中学", "2016年3月3日").issuer == "某市西苑中学"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("督办编号：督〔2026〕19号", "督〔2026〕19号"),
        ("督办编号：督〔2026〕19号　　交办日期：2026年8月12日", "督〔2026〕19号"),
        ("交办文号: 督办〔2026〕 2号", "督办〔2026〕2号"),
        ("督办编号：督〔2026〕19号交办日期：2026年8月12日", "督〔2026〕19号"),
        ("督办编号：19", ""),
        ("编号：甲12号", ""),
    ],
)
def test_a_number_behind_its_label_is_the_notices(line: str, number: str) -> None:
    assert head("常务会议议定事项督办单", line, "各单位：").document == number


def test_the_mark_of_a_heading_in_markdown_is_no_part_of_a_title() -> None:
    above = ("〔2023〕第17期", "# 关于排水防涝工作的专题会议纪要")
    made = head("# 关于排水防涝工作的专题会议纪要", "〔2023〕第17期", "1. 清淤18公里。", above=above)
    assert (made.title, made.document) == ("关于排水防涝工作的专题会议纪要", "〔2023〕第17期")


@pytest.mark.parametrize(
    "line",
    [
        *(
            "加快推进工业经济高质量发展若干政策",
            "2024年十件民生实事项目揭晓",
            "督办通知",
            "督查通报",
            "交办单",
        ),
        *("关于城区道路有关问题的会议纪要（第9期）", "重点工作责任状", "任务书", "优化营商环境三十条"),
        *("2024年下半年工作打算", "工作提示", "整改通知书", "永安街道党工委会议纪要（第9期）"),
    ],
)
def test_a_list_s_first_line_is_its_title(line: str) -> None:
    assert head(line, "1.修路3公里。（责任单位：县交通局）", names=("a.txt",)).title == line
    assert head("武政督〔2024〕18号", line, "1.修路3公里。", names=("a.txt",)).title == line


def test_a_line_over_the_sentence_that_opens_a_notice_is_its_title() -> None:
    assert (
        head("今年村里要办的几件事", "经村民代表会议通过，今年要办好以下事项。", "一、修路。").title
        == "今年村里要办的几件事"
    )


@pytest.mark.parametrize(
    "line",
    [
        *("网站首页 政务公开 通知", "当前位置：首页 > 通知公告", "青禾县人民政府办公室", "各镇人民政府："),
        *("第21次", "岳阳县人民政府办公室　2016-4-13", "今天天气很好", "1.修订活动"),
    ],
)
def test_other_first_lines_are_no_title(line: str) -> None:
    assert head(line, "1.修路3公里。", names=("a.txt",)).title == "工作任务分解表"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("岳阳县人民政府办公室　2016-4-13", date(2016, 4, 13)),
        ("县教育局 2024/09/06", date(2024, 9, 6)),
        ("县发展改革委员会2024.9.6", date(2024, 9, 6)),
    ],
)
def test_an_office_and_a_day_in_figures_sign_a_notice(line: str, day: date) -> None:
    made = head("2024年工作要点", line, "1.修路3公里。")
    assert (made.title, made.issued) == ("2024年工作要点", day)
    assert line.startswith(made.issuer)
    assert made.issuer.endswith(("室", "局", "会"))


@pytest.mark.parametrize(
    "last",
    [
        *(
            "2．修订校历。（教务处　12月底前）",
            "2．修订校历。（责任部门：教务处，12月底前）",
            "2.修渠。（6月30日前）",
        ),
        *("2.修渠。（责任单位：县水利局；完成时限：2024年12月31日前）", "2.修渠〔县水利局，2月底前〕"),
    ],
)
def test_the_day_under_a_clause_with_a_deadline_is_the_day_of_issue(last: str) -> None:
    assert head("某中学工作计划", last, "2024年8月28日").issued == date(2024, 8, 28)


@pytest.mark.parametrize("label", ["完成时限：", "2.修渠，完成时间", "（有效期至）", "2.修渠，截止"])
def test_the_day_under_a_label_is_none(label: str) -> None:
    assert head("某中学工作计划", label, "2024年8月28日").issued is None


@pytest.mark.parametrize(
    "line",
    [
        "县住建局办公室 2021年8月16日印",
        "县住建局办公室　　2021年8月16日印发",
        "县住建局办公室 2021年8月16日 印制",
        "（2021年8月16日印发）",
    ],
)
def test_the_line_that_says_who_printed_it_signs_a_notice(line: str) -> None:
    made = head(
        "局长办公会会议纪要", "〔2021〕第2号", *("会议研究了扬尘治理工作。",) * 60, "抄送：局领导。", line
    )
    assert (made.document, made.issued, made.doubts) == ("〔2021〕第2号", date(2021, 8, 16), ())


@pytest.mark.parametrize(
    "notice",
    [
        {"works": ["2012年10月底前制定细则。"]},
        {"deadlines": ["2013年11月30日前"]},
        {"above": ["2012年人才工作要点"]},
    ],
)
def test_a_page_put_up_after_its_notice_was_issued_gives_no_day(notice: dict[str, Any]) -> None:
    bar = "发布时间：2013-12-26 09:33 信息来源：人才网"
    assert head("人才工作实施意见", bar, **notice).issued is None
    assert head("人才工作实施意见", card={"put_up": "2013-12-26"}, **notice).issued is None


def test_a_page_s_day_is_that_of_issue_where_nothing_says_otherwise() -> None:
    bar = "发布时间：2013-12-26 09:33"
    works = ["2014年6月底前制定细则。", "2012年起实施计划。"]
    assert head("人才工作实施意见", bar, works=works).issued == date(2013, 12, 26)
    assert head("人才工作实施意见", "成文日期：2013-12-26", works=["2012年10月底前"]).issued is not None
    assert head("人才某发〔2012〕3号", "发〔2012〕3号", bar).issued is None


@pytest.mark.parametrize(
    ("work", "is_issued"),
    [("6月底前开工。", False), ("6月前开工。", False), ("8月底前开工。", True), ("次年6月底前开工。", True)],
)
def test_a_page_put_up_after_a_month_of_its_year_in_which_work_is_due_gives_no_day(
    work: str, *, is_issued: bool
) -> None:
    made = head("2023年重点工作分解", "发布时间：2023-07-11", works=[work])
    assert (made.issued is not None) == is_issued


def test_what_a_card_or_a_signature_says_of_the_issue_wins_over_a_page_s_day() -> None:
    card = {"issued": "2022年9月14日", "put_up": "2022-09-15"}
    assert head("2022年要点", card=card).issued == date(2022, 9, 14)
    signed = head("2022年要点", "县政府", "2022年9月13日", card={"put_up": "2022-09-15"})
    assert signed.issued == date(2022, 9, 13)


@pytest.mark.parametrize("label", ["会议时间", "召开时间"])
def test_minutes_without_a_day_of_issue_have_that_of_their_meeting(label: str) -> None:
    made = head("村民代表会议记录", f"{label}：2025年4月5日 上午9:00")
    assert (made.title, made.issued) == ("村民代表会议记录", date(2025, 4, 5))
    assert told(made) == [f"没有找到发文日期，写着“{label}：2025年4月5日”；按 2025-04-05 记"]
    assert head("会议记录", f"{label}：2025年4月5日", "县政府", "2025年4月8日").issued == date(2025, 4, 8)


@pytest.mark.parametrize(
    "line",
    [
        "会议原则同意县财政局关于上半年预算执行情况的意见，会后报请县人大常委会审议。",
        "县财政局关于预算执行情况作了汇报。",
        "审议县财政局关于预算执行情况的报告",
        "会议听取县财政局关于预算执行情况的汇报",
        "原则同意县财政局关于预算调整的意见",
    ],
)
def test_a_sentence_about_an_office_names_no_issuer(line: str) -> None:
    assert head("县政府常务会议纪要", line).issuer == ""


def test_an_office_before_its_matter_is_the_issuer() -> None:
    assert head("县财政局关于印发2021年工作要点的通知").issuer == "县财政局"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("学院召开2022年第17次党政联席会议", "发布时间：2022-10-14", "10月11日下午，学院召开会议。"),
         "学院召开2022年第17次党政联席会议"),
        (("首页 政务公开", "当前位置：首页", "全县安全生产工作会议", "发布时间：2022-10-14 来源：某局",
          "2022年3月5日，县长主持召开会议。"), "全县安全生产工作会议"),
        (("某县人民政府", "发布时间：2022-10-14", "10月11日下午，县政府召开会议。"), "工作任务分解表"),
    ],
)  # fmt: skip
def test_the_line_over_a_pages_bar_is_the_title_where_minutes_begin_under_it(
    lines: tuple[str, ...], title: str
) -> None:
    assert head(*lines).title == title


def test_an_issue_on_the_day_a_page_was_put_up_is_known_as_such() -> None:
    assert head("某方案", "发布时间：2023-03-10").is_of_page
    assert not head("某方案", "成文日期：2023-03-10").is_of_page
    assert not head("某方案", "发布时间：2023-03-10", "某县人民政府", "2023年3月8日").is_of_page
    assert head("某方案", card={"put_up": "2023-03-10"}).is_of_page
    assert not head("某方案", "发布时间：2023-03-10", given=Head(issued=date(2023, 3, 1))).is_of_page
