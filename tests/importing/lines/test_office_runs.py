"""Paragraphs that follow each other and each begin with an office."""

from __future__ import annotations

import pytest

from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.works.document_clauses import read_document_clauses

TITLE = "防火职责分工（2026年）"


def read(*paragraphs: str) -> list[tuple[str, tuple[str, ...]]]:
    plan = read_document_clauses(SourceDocument((TITLE, *paragraphs)))
    return [(task.work, (*task.lead, *task.units, *task.support)) for task in plan.tasks]


@pytest.mark.parametrize(
    "paragraph",
    [
        "市气象局发布火险预报。",
        "市气象局做好火险预报。",
        "市气象局：做好火险预报。",
        "市气象局：保障经费。",
        "市气象局保障经费，9月底前拨付到位。",
        "市气象局及时发布火险预报。",
    ],
)
@pytest.mark.parametrize("at", [0, 1, 2])
def test_each_is_a_work_whatever_its_verb_where_others_say_who(paragraph: str, at: int) -> None:
    sure = ["市林业局负责森林防火日常工作。", "市水利局负责提供水源。"]
    lines = [*sure[:at], paragraph, *sure[at:]]
    assert [work for work, _ in read(*lines)] == lines
    assert read(*lines)[at][1] == ("市气象局",)


def test_one_that_helps_names_who_does_it() -> None:
    plan = read_document_clauses(
        SourceDocument(
            (TITLE, "区住建局负责总协调。", "区环保局配合区农委整治废弃物。", "区水利局负责疏浚。")
        )
    )
    assert (plan.tasks[1].units, plan.tasks[1].support) == (("区农委",), ("区环保局",))


@pytest.mark.parametrize(
    "paragraph",
    [
        "市气象局局长李明主持会议。",
        "市气象局汇报了有关情况。",
        "市气象局的预报要准确。",
        "市气象局下设预报台。",
        "市气象局已发布火险预报。",
    ],
)
def test_what_is_no_work_is_told(paragraph: str) -> None:
    lines = ("市林业局负责森林防火日常工作。", "市水利局负责提供水源。", paragraph)
    plan = read_document_clauses(SourceDocument((TITLE, *lines)))
    assert len(plan.tasks) == 2
    assert [doubt.read for doubt in plan.doubts] == [f"“{paragraph[:16]}”写着单位，前后的段落是工作"]


def test_deeds_alone_are_no_works() -> None:
    assert read("市气象局发布火险预报。", "市公安局侦办火案。", "市财政局保障经费。") == []


@pytest.mark.parametrize(
    "paragraph",
    [
        "市林业局办公室　　2021年8月16日印",
        "市林业局办公室 2021年8月16日印发",
        "办公室、市林业局、市水利局等单位负责人参加了相关议题的研究。",
        "市气象局局长李明列席会议。",
    ],
)
def test_who_printed_a_notice_or_sat_in_a_meeting_is_not_asked(paragraph: str) -> None:
    lines = ("市林业局负责森林防火日常工作。", "市水利局负责提供水源。", paragraph)
    plan = read_document_clauses(SourceDocument((TITLE, *lines)))
    assert (len(plan.tasks), plan.doubts) == (2, ())
