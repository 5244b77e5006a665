"""What is wanted next of a work."""

from __future__ import annotations

import pytest

from qjtask.core.letters.next_step import next_step
from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.fold import Status
from qjtask.core.plan.plan import Item, Target
from tests.core.plans import day, entry, item, milestone, row
from tests.core.towns import COUNTY, TOWNS

NOTED = entry("9.1", Do.NOTE)


@pytest.mark.parametrize(
    ("on", "log", "told"),
    [
        (item(), [entry("9.1")], "已经办结，没有下一步。"),
        (item(), [entry("9.1", Do.DROP)], "已经取消，没有下一步。"),
        (item(), [NOTED], "请审批科于2021年6月30日前完成（还有20天）。"),
        (item(deadline="2021年6月10日"), [NOTED], "请审批科于2021年6月10日前完成（今天到期）。"),
        (
            item(deadline="2021年5月31日"),
            [NOTED],
            "请审批科尽快完成（应于2021年5月31日前），并说明原因和预计完成日期。",
        ),
        (
            item(milestones=(milestone("06-20", "印发方案"),)),
            [NOTED],
            "请审批科于2021年6月20日前完成时间节点“印发方案”（还有10天）。",
        ),
        (
            item(deadline="每月25日前"),
            [entry("9.1")._replace(period=day("04-25")), NOTED],
            "请审批科尽快完成这一期（应于2021年5月25日前），并说明原因和预计完成日期。",
        ),
        (item(deadline="持续推进"), [NOTED], "审批科继续推进。"),
        (
            item(deadline="持续推进"),
            [],
            "审批科继续推进；报送最近进展。",
        ),
        (item(deadline="择机"), [NOTED], "先明确完成时限的具体日期。"),
        (item(), [entry("9.1", Do.HOLD)], "目前暂停；请审批科于2021年6月30日前完成（还有20天）。"),
        (item(units=()), [NOTED], "请承办单位（计划里没有写）于2021年6月30日前完成（还有20天）。"),
        (
            item(targets=(Target("占比", at_least="80"), Target("次数", at_most="3"))),
            [entry("9.1", Do.NOTE, values={"占比": "86"})],
            "请审批科于2021年6月30日前完成（还有20天）；补报1个指标的实绩。",
        ),
    ],
)
def test_the_nearest_thing_wanted_then_what_is_to_be_reported(on: Item, log: list[Entry], told: str) -> None:
    assert next_step(row(on, log), day("06-10")) == told


def test_what_waits_for_its_acceptance_says_so() -> None:
    claimed = row(item())
    claimed = claimed._replace(state=claimed.state._replace(status=Status.REPORTED))
    assert next_step(claimed, day("06-10")) == "已报完成，等待核实销号。"


def test_who_still_owes_it_is_named() -> None:
    log = [entry("1.2", unit=TOWNS[0], on="05-20"), entry("1.2", Do.NOTE)]
    told = next_step(row(COUNTY, log, item_id="1.2"), day("06-10"))
    assert "请各镇（街道）（还差乙镇、丙街道）尽快完成" in told
    many = item(units=tuple(f"第{number}街道办事处" for number in range(200)))
    assert len(next_step(row(many, [NOTED]), day("06-10"))) < 80
