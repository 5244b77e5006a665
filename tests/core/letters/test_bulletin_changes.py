"""What the bulletin says of its figures' changes."""

from __future__ import annotations

from qjtask.core.letters.bulletin_changes import change_words
from qjtask.core.log.entry import Do
from tests.core.plans import day, entry, item, plan, standing

PLAN = plan(item("1.1"), item("1.2"))
LOG = [entry("1.1", on="06-01"), entry("1.2", Do.EXTEND, "06-02", to="09-30")]


def test_each_figure_that_changed_is_told() -> None:
    then, now = standing(PLAN, LOG, "05-20"), standing(PLAN, LOG, "07-10")
    assert change_words(then, now, day("05-20")) == (
        "与2021年5月20日相比，已完成增加1项，未启动减少1项；此外，按原时限逾期增加1项，延过期增加1项。"
    )


def test_figures_that_did_not_change_are_told_as_such() -> None:
    rows = standing(PLAN, LOG, "07-10")
    assert change_words(rows, rows, day("07-09")) == "与2021年7月9日相比，各项数字没有变化。"


def test_only_what_stands_beside_the_figures_may_change() -> None:
    then, now = standing(PLAN, LOG[1:], "05-20"), standing(PLAN, LOG[1:], "06-10")
    assert change_words(then, now, day("05-20")) == "与2021年5月20日相比，延过期增加1项。"


def test_a_unit_s_figures_are_its_own() -> None:
    shared = plan(item("1.1", units=("审批科", "建管科")))
    log = [entry("1.1", unit="建管科", on="06-01")]
    then, now = standing(shared, log, "05-20"), standing(shared, log, "06-10")
    assert "已完成增加1项" in change_words(then, now, day("05-20"), {"建管科"})
    assert "已完成" not in change_words(then, now, day("05-20"))


def test_the_first_bulletin_has_nothing_to_be_compared_with() -> None:
    assert change_words([], standing(PLAN, LOG, "07-10"), day("03-01")) == ""
