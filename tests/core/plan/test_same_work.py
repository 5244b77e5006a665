"""Numbers that no longer mean what they meant."""

from __future__ import annotations

import pytest

from qjtask.core.plan.plan import Plan
from qjtask.core.plan.same_work import refuse_other_work
from qjtask.core.problem import Refused
from tests.core.plans import item, milestone, plan

SEEN = plan(
    item("9.1", work="甲项"),
    item("9.2", work="乙项", milestones=(milestone("04-30", "初稿"), milestone("05-31", "定稿"))),
    item("9.3", work="丙项"),
)


def refusal(now: Plan, *marked: str) -> list[str]:
    with pytest.raises(Refused) as refused:
        refuse_other_work(marked, SEEN, now)
    return list(map(str, refused.value.problems))


def test_the_same_work_under_the_same_number_is_fine() -> None:
    refuse_other_work(["9.1", "9.2.2"], SEEN, SEEN)
    refuse_other_work(["9.1"], SEEN, plan(item("9.1", work="甲项", deadline="12月", units=("建管科",))))


def test_another_work_is_refused_and_the_new_number_told() -> None:
    now = plan(item("9.1", work="乙项"), item("9.2", work="丙项"), item("9.4", work="甲项"))
    first, second = refusal(now, "9.1", "9.3")
    assert first.startswith("9.1: 计划刚刚更新过，这个编号原来是“甲项”，现在是“乙项”，什么也没有写入；")
    assert first.endswith("它现在是 9.4，请用新编号再登记一次")
    assert second.startswith("9.3: 计划刚刚更新过，这个编号原来是“丙项”，现在没有了，什么也没有写入；")
    assert second.endswith("它现在是 9.2，请用新编号再登记一次")


def test_a_work_that_is_nowhere_or_twice_has_no_new_number() -> None:
    for now in (plan(item("9.1", work="丁项")), plan(item("9.4", work="甲项"), item("9.5", work="甲项"))):
        (told,) = refusal(now, "9.1")
        assert told.endswith("请运行 qjtask list 核对编号，再登记一次")


def test_a_milestone_is_told_by_its_own_words() -> None:
    moved = item("9.2", work="乙项", milestones=(milestone("05-31", "定稿"),))
    (told,) = refusal(plan(moved), "9.2.2")
    assert "原来是“定稿”，现在没有了" in told
    assert "它现在是 9.2.1" in told


def test_a_long_text_is_quoted_by_its_beginning() -> None:
    now = plan(item("9.1", work="很" * 100))
    assert f"现在是“{'很' * 24}…”" in refusal(now, "9.1")[0]
