"""Which item of a new print is which item of the plan."""

from __future__ import annotations

from random import Random

from qjtask.core.plan.likeness import match
from qjtask.core.plan.moves import Moves
from qjtask.core.plan.plan import BLANK_WORK, Group, Item, Plan
from qjtask.core.time.deadline import read_deadline


def plan(works: list[str], heading: str = "甲", group: str = "1") -> Plan:
    items = tuple(
        Item(f"{group}.{at}", work, (), (), read_deadline("", year=2021, issued=None))
        for at, work in enumerate(works, 1)
    )
    return Plan("表", 2021, (Group(group, heading, items),))


def test_equal_texts_pair_in_order_with_the_same_number_first() -> None:
    old, new = plan(["按月报送信息", "按月报送信息"]), plan(["按月报送信息"] * 3)
    assert match(old, new, Moves()).items == {"1.1": "1.1", "1.2": "1.2"}


def test_spaces_and_quotation_marks_are_no_difference() -> None:
    assert match(plan(["推进 “放管服”"]), plan(["新增一项内容", "推进「放管服」"]), Moves()).items == {
        "1.2": "1.1"
    }


def test_unlike_texts_under_one_number_are_two_works() -> None:
    assert match(plan(["建设农村公路"]), plan(["组织业务培训"]), Moves()).items == {}


def test_what_a_person_wrote_for_a_blank_goes_on_while_the_print_is_blank() -> None:
    old = plan(["修路", "写下的工作", "养护"])
    settled = tuple(item._replace(settled=("work",)) for item in old.groups[0].items)
    written = old._replace(groups=(old.groups[0]._replace(items=settled),))
    new = plan(["修路", BLANK_WORK, "养护"])
    assert match(written, new, Moves()).items == {"1.1": "1.1", "1.2": "1.2", "1.3": "1.3"}
    assert match(old, new, Moves()).items == {"1.1": "1.1", "1.3": "1.3"}
    assert match(written, plan(["修路", "别的", "养护"]), Moves()).items == {"1.1": "1.1", "1.3": "1.3"}


def test_what_was_said_comes_first() -> None:
    works = ["建设农村公路", "组织业务培训"]
    assert match(plan(works), plan(works), Moves({"1.1": "1.2"})).items == {"1.1": "1.2"}


def test_a_group_goes_on_by_heading_by_number_and_likeness_or_by_its_items() -> None:
    assert match(plan(["甲乙丙"], "建设"), plan(["丁戊己"], "建设", "4"), Moves()).groups == {"4": "1"}
    reworded = plan(["丁戊己"], "深化审批改革工作")
    assert match(plan(["甲乙丙"], "深化审批改革"), reworded, Moves()).groups == {"1": "1"}
    assert match(plan(["甲乙丙"], "旧名"), plan(["甲乙丙"], "另称", "4"), Moves()).groups == {"4": "1"}
    assert match(plan(["甲乙丙"], "旧名"), plan(["丁戊己"], "另称", "4"), Moves()).groups == {}


def test_of_two_long_prints_only_works_that_share_rare_words_are_compared() -> None:
    """All numbers are shifted by an insertion, and each text is changed a little."""
    letters = [chr(0x4E00 + at) for at in range(3000)]
    dice = Random(1)
    works = ["推进" + "".join(dice.sample(letters, 12)) for _ in range(400)]
    old, new = plan(works), plan(["新增一项内容", *(f"{work}若干" for work in works)])
    assert match(old, new, Moves()).items == {f"1.{at + 1}": f"1.{at}" for at in range(1, 401)}


def test_two_long_unlike_prints_are_compared_by_number_only() -> None:
    letters = [chr(0x4E00 + at) for at in range(3000)]
    dice = Random(1)
    old = plan(["".join(dice.sample(letters, 12)) for _ in range(400)])
    works = [item.work for item in old.items()]
    new = plan(
        [*(f"{work[:9]}改动了" for work in works[:5]), *("".join(dice.sample(letters, 12)) for _ in works)]
    )
    assert set(match(old, new, Moves()).items.items()) >= {(f"1.{at}", f"1.{at}") for at in range(1, 6)}


def test_the_number_of_the_last_print_tells_equal_texts_apart_and_not_the_id() -> None:
    """An insertion shifted them: 1.1 is printed as 1.2 since."""
    old = plan(["按月报送信息"] * 2)
    (group,) = old.groups
    shifted = tuple(one._replace(no=no) for one, no in zip(group.items, ("1.2", "1.3"), strict=True))
    new = plan(["组织业务培训", "按月报送信息", "按月报送信息"])
    found = match(old._replace(groups=(group._replace(items=shifted),)), new, Moves())
    assert found.items == {"1.2": "1.1", "1.3": "1.2"}


def test_what_was_withdrawn_goes_on_only_in_its_very_words() -> None:
    old, reworded = plan(["建设农村公路一百公里"]), plan(["建设农村公路二百公里"])
    assert match(old, reworded, Moves(), {"1.1"}).items == {}
    assert match(old, old, Moves(), {"1.1"}).items == {"1.1": "1.1"}
    live = plan(["建设农村公路一百公里"] * 2)
    assert match(live, old, Moves(), {"1.1"}).items == {"1.1": "1.2"}
