"""Numbered points under a label of a work whose offices stand above."""

from __future__ import annotations

import pytest

from qjtask.importing.lines.paragraphs import Passage
from qjtask.importing.lines.points_under_labels import with_points_under_labels
from tests.importing.works.documents import works

POINTS = ("（1）6月底前完成选址。", "（2）开工建设")


def texts(*paragraphs: str) -> list[str]:
    return [one.text for one in with_points_under_labels([Passage(text, "") for text in paragraphs])]


def test_points_are_what_their_label_says() -> None:
    found = works(
        *("一、教育", "1.建设学校", "责任单位：县教育局", "工作措施：", *POINTS, "完成时限：2024年12月底"),
        *("2.建设公园", "责任单位：县住建局", "工作措施：", *POINTS, "完成时限：2024年11月底"),
    )
    assert [one.split("|")[2:] for one in found] == [
        ["建设学校。（1）6月底前完成选址。（2）开工建设。", "", "县教育局", "", "2024年12月底"],
        ["建设公园。（1）6月底前完成选址。（2）开工建设。", "", "县住建局", "", "2024年11月底"],
    ]


def test_the_first_point_may_stand_beside_the_label() -> None:
    assert texts("承办单位：县水务局", "办理要求：1.排查。", "2.整改。", "办结时限：6月底") == [
        "承办单位：县水务局",
        "办理要求：1.排查。2.整改。",
        "办结时限：6月底",
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("责任单位：县住建局", "工作措施：", "（1）选址。", "（2）施工。", "2.建设公园"),
        ("一、教育", "工作措施：", "（1）选址。", "（2）施工。", "责任单位：县住建局"),
        ("责任单位：县住建局", "工作措施：", "（1）选址，县教育局负责。", "完成时限：6月底"),
        ("责任单位：县住建局", "工作措施：", "（2）选址。", "完成时限：6月底"),
        ("责任单位：县住建局", "工作措施：全面施工。", "（1）选址。", "完成时限：6月底"),
        ("责任单位：县住建局", "备注：", "（1）选址。", "完成时限：6月底"),
    ],
)
def test_other_points_stay_apart(paragraphs: tuple[str, ...]) -> None:
    assert texts(*paragraphs) == [*paragraphs]
