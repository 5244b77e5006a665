"""The one work of a form that names its office first."""

from __future__ import annotations

import pytest

from qjtask.importing.lines.names_under_offices import with_names_first
from qjtask.importing.lines.paragraphs import Passage
from tests.importing.works.documents import works


def texts(*paragraphs: str) -> list[str]:
    return [one.text for one in with_names_first([Passage(text, "") for text in paragraphs])]


def test_an_order_to_one_office_is_one_work() -> None:
    found = works(
        *("交办单", "交办时间：2024年9月2日", "承办单位：区水务局", "协办单位：区城管局"),
        *("交办事项：治理排污口。", "办理要求：1.排查污水来源。", "2.制定整改方案。", "办结时限：10月底"),
    )
    assert [one.split("|")[2:] for one in found] == [
        ["治理排污口。1.排查污水来源。2.制定整改方案。", "", "区水务局", "区城管局", "10月底"]
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("交办事项：治理排污口", "承办单位：区水务局"),
        ("一、水务", "承办单位：区水务局", "交办事项：治理排污口"),
        ("承办单位：区水务局", "交办事项：治理排污口", "承办单位：区住建局", "交办事项：修路"),
        ("联系电话：123", "交办事项：治理排污口", "承办单位：区水务局"),
    ],
)
def test_other_labels_stay_where_they_are(paragraphs: tuple[str, ...]) -> None:
    assert texts(*paragraphs) == [*paragraphs]
