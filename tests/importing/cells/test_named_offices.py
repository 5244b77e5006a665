"""The offices of a work whose column of leads stands beside cells that name leads too."""

from __future__ import annotations

import pytest

from tests.importing.drafts.test_draft import TITLE, draft


def led(lead: str, cell: str) -> tuple[tuple[str, ...], tuple[str, ...], list[str]]:
    made = draft(
        TITLE, f"序号 | 任务 | 牵头单位 | 责任分工 | 时限\n1 | 做第一件事。 | {lead} | {cell} | 6月底前"
    )
    (item,) = made.plan.items()
    return item.lead, item.units, [doubt.read for doubt in made.doubts if "牵头单位一栏" in doubt.read]


@pytest.mark.parametrize("lead", ["教育局", "市教育局"])
@pytest.mark.parametrize(
    "cell",
    [
        "市教育局牵头发起,县教育局、市场监管局按职责分工负责。",
        "教育局牵头，县教育局、市场监管局分工负责",
        "市教育局牵头组织，县教育局、市场监管局负责落实",
    ],
)
def test_a_lead_named_again_is_no_second_one(lead: str, cell: str) -> None:
    assert led(lead, cell) == ((lead,), ("县教育局", "市场监管局"), [])


def test_another_lead_is_told() -> None:
    lead, units, told = led("市教育局", "市财政局牵头，县教育局负责")
    assert (lead, units) == (("市教育局", "市财政局"), ("县教育局",))
    assert told == ["牵头单位一栏是“市教育局”，另一栏写着“市财政局”牵头"]


@pytest.mark.parametrize("heading", ["联查部门", "参与部门", "协查部门", "联检单位", "协检单位"])
@pytest.mark.parametrize("subject", ["责任分工", "责任单位"])
def test_offices_that_join_in_help_beside_those_that_owe(heading: str, subject: str) -> None:
    rows = (
        "1 | 做第一件事。 | 市教育局 | 市公安局、市卫健局 | 县教育局 | 9月底",
        "2 | 做第二件事。 | 市教育局 | 市公安局 | 县城管局 | 10月底",
    )
    made = draft(TITLE, "\n".join((f"序号 | 任务 | 牵头部门 | {heading} | {subject} | 时限", *rows)))
    assert [(one.lead, one.units, one.support) for one in made.plan.items()] == [
        (("市教育局",), ("县教育局",), ("市公安局", "市卫健局")),
        (("市教育局",), ("县城管局",), ("市公安局",)),
    ]
    assert made.doubts == ()
