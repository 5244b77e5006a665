"""Broken lines joined, page numbers and footers left out."""

from __future__ import annotations

import textwrap

import pytest

from qjtask.importing.lines.paragraphs import passages
from tests.importing.works.documents import document

LONG = "1.新建人行天桥2座，改造老旧小区12个，新建公路3公里，绿化道路5公里，整治背街小巷8条，方便群众出行。"


def texts(*blocks: str) -> list[str]:
    return [passage.text for passage in passages(document(*blocks))]


def test_lines_broken_at_a_margin_are_joined() -> None:
    whole = [LONG + "（责任单位：县住建局）", LONG.replace("1.", "2.") + "（责任单位：县交通局、县财政局）"]
    assert texts(*(line for one in whole for line in textwrap.wrap(one, 28))) == whole


@pytest.mark.parametrize("month", ["九月：", "九月", "第一周（9月1日—5日）："])
def test_a_month_under_a_title_is_no_rest_of_it(month: str) -> None:
    title = "红星小学2025年秋季学期工作行事历"
    assert texts(title, month, "1.开学典礼。")[:2] == [title, month]


def test_whole_paragraphs_of_any_width_stay_apart() -> None:
    whole = [f"{number}.新建人行天桥{number}座。" for number in range(1, 9)]
    assert texts(*whole) == whole
    assert texts("2021年青禾县人民政府重点工作任务责任分工方案", "坚持以人民为中心", "一、抓实城建") == [
        "2021年青禾县人民政府重点工作任务责任分工方案",
        "坚持以人民为中心",
        "一、抓实城建",
    ]


def test_a_clause_broken_over_lines_and_pages_is_one() -> None:
    assert texts(
        "1.建桥。（责任单位：县住建局、", "- 3 -", "县公安局；完成时限：", "6月底）", "2.建路。"
    ) == [
        "1.建桥。（责任单位：县住建局、县公安局；完成时限：6月底）",
        "2.建路。",
    ]


def test_a_list_that_goes_on_in_the_next_line_is_one() -> None:
    assert texts("责任单位：县住建局、", "县公安局", "完成时限：", "6月底") == [
        "责任单位：县住建局、县公安局",
        "完成时限：6月底",
    ]


BROKEN = [
    "1.新建人行天桥2座，改造老旧小区12个，完善城区道路标",
    "线，确保年底前全面完成各项建设任务，群众满意。",
    "2.加强城区管网改造，提升防洪排涝能力，保障群众出",
    "行安全，建设海绵城市。",
]


@pytest.mark.parametrize(
    "last",
    [
        "3.建设污水处理厂1座。（责任单位：县住建局、水务局）",
        "责任单位：县住建局、县水务局、县财政局、县发改局",
    ],
)
def test_a_sentence_under_a_full_line_of_offices_is_none_of_them(last: str) -> None:
    closing = "牵头单位要主动履职，配合单位要密切协作。"
    made = texts(*BROKEN, last, closing)
    assert made[0].endswith("道路标线，确保年底前全面完成各项建设任务，群众满意。")
    assert made[-2:] == [last, closing]


@pytest.mark.parametrize("last", ["注：数据以统计部门公布为准。", "填表人：李明", "以上各项由督查室抓总。"])
def test_what_stands_under_a_full_line_that_ends_with_a_deadline_is_no_part_of_it(last: str) -> None:
    lines = ("牵头单位：县城投集团　　配合单位：县公安局、县市场监管局　　完成时限：2026年6月30日前", last)
    assert texts("1.修建人行天桥2座，改造老旧小区12个。", *lines)[1:] == [*lines]


def test_a_deadline_that_a_page_broke_is_whole() -> None:
    upper = "牵头单位：县城投集团　　配合单位：县公安局、县市场监管局　　完成时限：2026年6月30日"
    assert texts("1.修建人行天桥2座，改造老旧小区12个。", upper, "前完成。")[1:] == [f"{upper}前完成。"]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("牵头单位：县城投集团 责任单", "位：大寺镇、县公安局"),
        ("牵头单位：县城投集团；责", "任单位：大寺镇、县公安局"),
        ("责任单位：县城投集团。完成时", "限：6月底"),
        ("责任单位：县城投集团 配合", "单位：县公安局"),
    ],
)
def test_a_label_that_a_page_broke_within_a_word_is_whole(upper: str, lower: str) -> None:
    assert texts("1.修建人行天桥2座。", upper, lower)[1:] == [upper + lower]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("一、学工部", "联系人：樊继福"),
        ("一、建桥、责任", "人物：张三"),
        ("县城投集团；责任单", "位置：东街"),
    ],
)
def test_what_makes_no_label_or_is_one_begins_a_line(upper: str, lower: str) -> None:
    assert texts(upper, lower) == [upper, lower]


def test_a_bracket_that_nothing_closes_swallows_nothing() -> None:
    lines = ["发布时间：2021-03-01 【字体：", "青禾县人民政府", "各镇人民政府：", "一、抓实城建"]
    assert texts(*lines) == lines


@pytest.mark.parametrize("number", ["- 3 -", "—3—", "3", "第3页 共5页", "3/5"])
def test_page_numbers_go(number: str) -> None:
    assert texts("一、甲", number, "二、乙") == ["一、甲", "二、乙"]


def test_a_web_page_s_footer_goes_with_who_runs_the_site() -> None:
    kept = ["1.建桥。（责任单位：县住建局）"]
    footer = ["主办单位：青禾县人民政府办公室", "承办单位：县大数据局", "版权所有：青禾县人民政府"]
    assert texts(*kept, *footer, "网站地图") == kept


def test_breaks_within_a_paragraph_begin_lines_where_numbers_and_labels_do() -> None:
    assert texts("1.新建\n天桥\n责任单位：县住建局\n2.建路") == ["1.新建天桥", "责任单位：县住建局", "2.建路"]


def test_labels_in_brackets_are_labels() -> None:
    assert texts("【牵头单位】县教育局", "［完成时限］：6月底", "〔2021〕5号", "【会议】县教育局") == [
        "牵头单位：县教育局",
        "完成时限：6月底",
        "〔2021〕5号",
        "【会议】县教育局",
    ]


def test_labels_in_brackets_within_a_line_are_labels() -> None:
    whole = ["1.建桥。 责任单位：县住建局 完成时限：6月底前"]
    assert texts("1.建桥。【责任单位】县住建局【完成时限】6月底前") == whole
    assert texts("1.建桥。【责任单位】县住建局【完成时限】", "6月底前") == whole
    for text in ("1.建桥。【甲类】", "1.建桥【重点任务】2座。"):
        assert texts(text) == [text]


def test_small_points_after_numbers_are_points() -> None:
    assert texts("1﹒建桥2﹒5公里｡") == ["1.建桥2.5公里。"]


def test_places_count_the_document_s_own_paragraphs() -> None:
    places = [passage.place for passage in passages(document("甲", "- 1 -", "一、乙"))]
    assert places == ["第1段", "第3段"]


@pytest.mark.parametrize(
    "bar",
    [
        "来源：县政府 浏览量：312 责任编辑：张三",
        "扫一扫在手机打开当前页",
        "打印 关闭窗口 分享到：",
        "主办单位：青禾县人民政府办公室",
    ],
)
def test_a_page_s_top_bar_is_no_footer(bar: str) -> None:
    kept = ["任务分解", bar, "1.建桥。", "责任单位：县住建局"]
    assert texts(*kept, "扫一扫在手机打开当前页", "皖ICP备05001234号") == kept


def test_a_line_full_of_figures_goes_on_though_it_has_fewer_characters() -> None:
    full = [
        "1.实施汽车消费促进行动，各镇出台汽车以旧换新补贴政策，统筹抓好各项工作落地，优化停",
        "车环境。（责任单位：县商务局、县工信局、县财政局、县交通局、县公安局、县水利局、税",
        "务局）",
        "2.加快5G网络建设。建成5G基站750个，实现14个镇政府驻地的主城区域5G网络全",
        "覆盖，5G用户突破3万户。（责任单位：县工信局、县财政局）",
    ]
    assert texts(*full) == ["".join(full[:3]), "".join(full[3:])]


def test_a_line_that_ends_before_a_long_figure_was_full() -> None:
    long = "3.实施城区供水管网改造工程，改造完成后全县日均供水能力"
    assert texts(*BROKEN, long, "提高一成以上，力争改造长度突破5000米，解决群众用水难。")[2:] == [
        long + "提高一成以上，力争改造长度突破5000米，解决群众用水难。"
    ]
    short = "3.实施城区供水管网改造，年内改造长度比上年"
    assert texts(*BROKEN, short, "150.25公里增加一成，解决群众用水难。")[2:] == [
        short + "150.25公里增加一成，解决群众用水难。"
    ]
    assert texts(*BROKEN, short, "新建水厂一座，解决群众用水难。")[2:] == [
        short,
        "新建水厂一座，解决群众用水难。",
    ]


def test_lines_broken_for_sure_show_the_margin_of_the_others() -> None:
    broken = (
        "1.新建改建全县农村公路，里程达到",
        "2.6公里。",
        "2.改造全县老旧小区，涉及居民户数达到",
        "2.6万户。",
    )
    other = ("3.加快推进数字产业化，做强做大企业，当年", "首次列入国家百强企业给予奖励。")
    assert texts(*broken, *other)[-1] == "".join(other)
    title = ("3.推进产业数字化", "首次列入国家百强企业给予奖励。")
    assert texts(*broken, *title)[-2:] == list(title)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("责任单位：县大数据局〔牵头〕、县住建局", "责任单位：县大数据局（牵头）、县住建局"),
        ("责任单位：县住建局[牵头]，县城管局【配合】", "责任单位：县住建局（牵头），县城管局（配合）"),
        ("【牵头】县住建局【配合】县公安局", "牵头：县住建局 配合：县公安局"),  # labels
    ],
)
def test_a_tag_behind_an_office_is_no_label(printed: str, read: str) -> None:
    assert [one.text for one in passages(document(printed))] == [read]


def test_a_square_bracket_that_a_page_broke_is_closed() -> None:
    lines = ("1.改造管网。[责任单位：县水利局；", "完成时限：6月底前]", "2.新建天桥。[责任单位：县住建局]")
    assert [one.text for one in passages(document(*lines))] == [lines[0] + lines[1], lines[2]]


@pytest.mark.parametrize("end", ["完成", "办结", "整改"])
def test_a_label_that_a_page_broke_is_whole(end: str) -> None:
    lines = (f"1.补装井盖40个。责任单位：县城管局。{end}", "时限：6月底")
    assert texts(*lines) == ["".join(lines)]


@pytest.mark.parametrize("end", ["补装井盖40个，6月底前完成", "抓好整改"])
def test_a_work_s_last_word_begins_no_label(end: str) -> None:
    lines = (f"1.{end}", "时限：6月底")
    assert texts(*lines) == [*lines]
