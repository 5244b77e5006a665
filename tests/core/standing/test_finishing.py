"""Work with a missed target is finished only by saying why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qjtask.core.log.entry import Do, Entry
from qjtask.core.problem import Refused
from qjtask.core.standing.marking import Marks, Wanted, mark
from tests.core.accepting import AMOUNT, RATE, accepting
from tests.core.plans import entry, item, plan, standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qjtask.core.plan.plan import Plan
    from qjtask.core.standing.row import Row

PLAN = plan(
    item("9.1", targets=(RATE,)),
    item("9.2", targets=(AMOUNT,), units=("审批科", "建管科")),
    item("9.3"),
    item("9.4", targets=(RATE,), deadline="每年底前"),
)
SHORT = entry("9.1", Do.NOTE, values={"占比": "60"})
FEW = entry("9.2", Do.NOTE, values={"办件": "75"})
FIX = "请核对实绩；确要登记完成，请加 --anyway，并用 --note 写明原因"


def done(
    *ids: str,
    log: Sequence[Entry] = (SHORT, FEW),
    of: Plan = PLAN,
    text: str = "",
    unit: str | None = None,
    values: tuple[str, ...] = (),
    anyway: bool = False,
) -> Marks:
    def upon(new: Sequence[Entry]) -> dict[str, Row]:
        return {row.item.id: row for row in standing(of, (*log, *new), "12-31") if row.item.id in ids}

    draft = entry("", on="06-20", text=text, unit=unit)
    return mark(Wanted(draft, values, anyway=anyway), upon(()), of, lambda: entry().id, upon)


def refusal(*ids: str, of: Plan = PLAN, **asked: object) -> list[str]:
    with pytest.raises(Refused) as refused:
        done(*ids, of=of, **asked)  # type: ignore[arg-type]
    return [str(problem) for problem in refused.value.problems]


def test_every_missed_target_is_told_at_once() -> None:
    assert refusal("9.1", "9.2", "9.3") == [
        f"9.1: 占比不低于80%，实绩60%，未达标；{FIX}",
        f"9.2: 办件不低于100宗，累计实绩75宗（75%），未达标；{FIX}",
    ]


def test_other_faults_are_told_with_them() -> None:
    dropped = entry("9.3", Do.DROP)
    told = refusal("9.3", "9.1", log=(SHORT, dropped))
    assert [line.partition(":")[0] for line in told] == ["9.3", "9.1"]


def test_it_is_done_anyway_with_a_reason_and_not_without() -> None:
    assert len(done("9.1", anyway=True, text="平台未开通").entries) == 1
    assert refusal("9.1", anyway=True, text=" ")[0].endswith("没有写原因；请在说明（填报表的进展）里写明原因")


def test_a_value_given_with_the_completion_counts() -> None:
    assert done("9.1", values=("占比=80",)).entries
    assert done("9.2", values=("25",)).entries
    assert refusal("9.1", log=(), values=("79",))


def test_a_target_that_was_never_measured_keeps_nobody_from_finishing() -> None:
    assert done("9.1", log=()).entries


def test_a_share_is_asked_only_where_it_finishes_the_whole() -> None:
    first = entry("9.2", unit="审批科", on="06-01")
    assert done("9.2", unit="建管科").entries
    assert refusal("9.2", unit="建管科", log=(FEW, first))


def test_a_claim_is_asked_as_a_completion_is() -> None:
    assert refusal("9.1", of=accepting(*PLAN.items()))


def test_recurring_work_is_asked_with_its_last_period() -> None:
    low = entry("9.4", Do.NOTE, values={"占比": "60"})
    assert refusal("9.4", log=(low,))
