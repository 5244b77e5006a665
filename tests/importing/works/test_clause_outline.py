"""The outline of works that clauses share out, and the ids that come of it."""

from __future__ import annotations

import pytest

from qjtask.core.plan.plan import Plan
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.drafts.draft import Draft, Wishes, read_draft
from qjtask.importing.outline.outline import Outline
from qjtask.importing.works.clause_outline import outline_of_tasks
from tests.importing.works.documents import document, read

TITLE = "2021年重点工作任务分解表"


def outline(*paragraphs: str) -> Outline:
    return outline_of_tasks(read(*paragraphs).tasks)


def drafted(*paragraphs: str) -> Draft:
    return read_draft(document(TITLE, *paragraphs), "通知.txt", Wishes(), 2021, lambda _: None)


def ids(*paragraphs: str) -> list[str]:
    plan: Plan = drafted(*paragraphs).plan
    return [f"{item.id} {group.heading}" for group in plan.groups for item in group.items]


def told(*paragraphs: str) -> list[tuple[str, tuple[str, ...]]]:
    """What is told of numbers."""
    about = ("编号", "序号", "标题有")
    return [
        (doubt.read, doubt.items)
        for doubt in drafted(*paragraphs).doubts
        if any(word in doubt.read for word in about)
    ]


def work(number: str) -> str:
    return f"{number}建桥。（县住建局负责）"


def test_a_section_has_its_headings_as_printed_and_its_works_as_the_clauses_say() -> None:
    made = outline("一、甲", "（二）乙", "3.建桥。（县住建局牵头，县财政局、县水利局配合，6月底前完成）")
    section = made.sections[0]
    found = section.rows[0]
    assert (section.path, section.number, section.place) == (("（二）乙",), "2", "第3段")
    assert (found.number, found.work, found.lead, found.units, found.support, found.deadline_text) == (
        "3",
        "建桥。",
        "县住建局",
        "",
        "县财政局\n县水利局",
        "6月底前",
    )


def test_what_is_odd_about_a_work_goes_with_it() -> None:
    found = outline("一、甲", "1.建桥。（县住建局等负责）").rows[0]
    wanted = Doubt("第2段", "责任单位写着“等”，没有列全", "只记写明的", "请补上 units", field="units")
    assert found.doubts == (wanted,)


def test_a_list_that_is_not_whole_is_told_under_the_key_of_its_own_names() -> None:
    clause = "（县住建局牵头，县财政局、县水利局等配合，各镇负责落实）"
    (told,) = [one for one in outline("一、甲", f"1.建桥。{clause}").rows[0].doubts if "等" in one.read]
    assert (told.read, told.field) == ("配合单位写着“等”，没有列全", "support")


def test_a_number_that_tables_do_not_print_stays_the_heading_s() -> None:
    section = outline("第三章 城建", work("第一条 ")).sections[0]
    assert (section.path, section.number) == (("城建",), "3")


def test_an_item_has_its_heading_s_number_and_its_own() -> None:
    assert ids("九、城建", work("（一）"), work("（二）"), "十、交通", work("（三）")) == [
        "9.1 城建",
        "9.2 城建",
        "10.3 交通",
    ]


def test_works_without_a_heading_stand_under_the_title() -> None:
    assert ids(work("1."), work("2.")) == [f"1.1 {TITLE}", f"1.2 {TITLE}"]


def test_a_heading_over_all_is_left_out() -> None:
    assert ids("二、主要任务", "（一）甲", work("1."), "（二）乙", work("1.")) == ["1.1 甲", "2.1 乙"]
    assert ids("二、主要任务", work("（一）")) == ["2.1 主要任务"]


def test_levels_are_joined_and_numbers_that_begin_again_are_counted_on() -> None:
    made = ("一、甲", "（一）乙", work("1."), "（二）丙", work("1."), "二、丁", "（一）戊", work("1."))
    assert ids(*made) == ["1.1 甲：乙", "2.1 甲：丙", "3.1 丁：戊"]
    assert told(*made) == [("标题有两层，“甲”之下又分（共3处）", ("1", "2", "3"))]


def test_works_without_a_number_or_with_one_taken_get_the_next_free() -> None:
    text = "1.建桥。（县住建局负责）建路。（县交通局负责）"
    assert ids("一、甲", text, work("2.")) == ["1.1 甲", "1.3 甲", "1.2 甲"]
    assert told("一、甲", text, work("2.")) == []  # it is told that one paragraph shares out two works
    by_office = ("一、甲", "县住建局：", "1.建桥。", "县交通局：", "1.建路。")
    assert ids(*by_office) == ["1.1 甲", "1.2 甲"]
    assert told(*by_office) == [("序号1重复", ("1.2",))]


def test_what_stands_between_works_leaves_no_gap_in_their_numbers() -> None:
    made = (
        *("一、总体要求", "提高认识。", "三、甲", work("1."), work("2."), "2018年底前的有关情况。"),
        *("五、保障措施", "各单位要抓好落实。", "七、乙", work("1.")),
    )
    assert ids(*made) == ["3.1 甲", "3.2 甲", "7.1 乙"]
    assert not [read for read, _ in told(*made) if read.startswith("序号")]


def test_a_title_is_no_heading_where_others_stand_below() -> None:
    whole = outline(
        "2021年任务",
        "一、建桥。（县住建局负责）",
        "二、交通",
        "1.建路。（县交通局负责）",
        "2.建站。（县交通局负责）",
    )
    assert [section.path for section in whole.sections] == [(), ("二、交通",)]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("一、抓实城建", ["各项工作都在“抓实城建”之下，没有记这一层标题"]),
        ("二、主要行动任务", ["各项工作都在“主要行动任务”之下，没有记这一层标题"]),
        ("一、主要任务", []),
    ],
)
def test_a_heading_over_all_works_is_said_but_for_the_document_s_own(heading: str, said: list[str]) -> None:
    parts = (heading, "（一）道路", work("1."), "（二）桥梁", work("1."))
    assert outline(*parts).doubts == ()
    made = drafted(*parts)
    assert [one for one in made.said if "之下" in one] == said
    assert not [one for one in made.doubts if "之下" in one.read]


def test_doubts_know_the_key_that_a_person_answers_with() -> None:
    found = outline("一、甲", "1.建桥。（县住建局等负责）", "2.建路。（县交通局牵头，县财政局等配合）")
    assert [one.field for row in found.rows for one in row.doubts] == ["units", "support"]
    strange = outline("一、甲", "1.建桥。（责任单位：县住建局，县级以上）").rows[0]
    assert ("units", "") not in {(one.field, one.about) for one in strange.doubts}


def test_a_heading_that_says_nothing_is_told_where_another_of_its_level_heads_works() -> None:
    parts = ("一、抓城建", work("1."), "二、重点工作", "（一）抓交通", work("2."))
    made = outline(*parts)
    wanted = Doubt(
        "第3段", "“二、重点工作”之下又分标题", "没有记这一层标题", "要记请写进 heading", rows=("第5段",)
    )
    assert (made.doubts, told(*parts)) == ((wanted,), [])
    assert outline("一、重点工作", *parts[3:], "二、重点任务", "（一）抓城建", work("3.")).doubts == ()
