"""What import --explain says of a notice's paragraphs."""

from __future__ import annotations

from qjtask.importing.drafts.draft import Wishes
from qjtask.importing.drafts.explain import explain, explanation_object, explanation_sheets
from qjtask.importing.works.clause_explain import explained_lines
from tests.importing.works.documents import document, read

NOTICE = (
    "2021年重点工作分工方案",
    "一、抓实城建",
    "1.建桥。（县住建局牵头，县财政局、县水利局配合，6月底前完成）",
    "2.建路。",
    "责任单位：县交通局",
    "3.绿化。",
    "二、工作安排",
    "各镇要做好工作。",
)


def test_each_paragraph_is_shown_with_what_it_was_taken_for() -> None:
    assert [(one.place, one.kind, one.reason) for one in explained_lines(read(*NOTICE))] == [
        ("第1段", "标题", "它下面有工作"),
        ("第2段", "标题", "它下面有工作"),
        ("第3段", "工作", "牵头单位县住建局，配合单位县财政局、县水利局，完成时限6月底前"),
        ("第4段", "工作", "责任单位县交通局"),
        ("第5段", "责任单位", "只写着责任单位或时限，说的是它上面的工作"),
        ("第6段", "工作", "与前后的工作同类"),
        ("第7段", "没有记", "前后的段落写了责任单位，这一段没有"),
        ("第8段", "正文", "没有写责任单位"),
    ]


def test_the_paragraph_is_shown_as_printed() -> None:
    assert [one.text for one in explained_lines(read(*NOTICE))][1:4] == [
        "一、抓实城建",
        "1.建桥。（县住建局牵头，县财政局、县水利局配合，6月底前完成）",
        "2.建路。",
    ]


def test_the_paragraphs_that_are_read_are_shown_and_given_to_programs() -> None:
    explained = explain(document(*NOTICE), "通知.txt", Wishes())
    assert [(sheet.title, sheet.notes) for sheet in explanation_sheets(explained)] == [
        ("正文各段", ("8段，没有写入文件",))
    ]
    made = explanation_object(explained)
    assert (made["plan"], made["rows"], len(made["paragraphs"])) == (None, [], 8)
    assert made["paragraphs"][1] == {
        "place": "第2段",
        "kind": "标题",
        "reason": "它下面有工作",
        "text": "一、抓实城建",
    }


def test_without_works_the_refusal_says_what_was_seen() -> None:
    explained = explain(document("各责任单位要抓好落实。"), "通知.txt", Wishes())
    assert explained.paragraphs == ()
    assert explained.refused is not None
