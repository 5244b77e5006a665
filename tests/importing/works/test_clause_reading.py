"""Which documents are read for clauses at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qjtask.importing.works.clause_reading import may_hold_clauses
from qjtask.importing.works.document_clauses import read_document_clauses
from tests.importing.works.documents import document

PLAIN = st.sampled_from(
    [
        *("2021年", "一、", "1.", "3", "\n", "优化审批服务", "县财政局", "各镇", "。", "，", "；", "6月底前"),
        *("按时", "任务一 ", "# ", "**", " "),
    ]
)


@given(st.lists(st.lists(PLAIN, max_size=8).map("".join), max_size=6))
@settings(deadline=None)
def test_where_no_clause_can_be_none_is_found(paragraphs: list[str]) -> None:
    asked = document(*paragraphs)
    if not may_hold_clauses(asked):
        found = read_document_clauses(asked)
        assert (found.tasks, found.mentions) == ((), 0)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("一、县财政局", "1.编好预算。", "2.管好资金。"),
        ("建桥。县住建局牵头",),
        ("建桥由县住建局承办。",),
        ("建桥〔县住建局〕",),
        ("责", "任单位 县住建局"),
    ],
)
def test_what_may_be_a_clause_is_read(paragraphs: tuple[str, ...]) -> None:
    assert may_hold_clauses(document(*paragraphs))


def test_a_title_and_a_day_hold_no_clause() -> None:
    assert not may_hold_clauses(document("2021年重点工作任务分解表", "2021年3月26日"))
