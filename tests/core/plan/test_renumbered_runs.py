"""Numbers shifted by an insertion, told together."""

from __future__ import annotations

from qjtask.core.plan.renumbered_runs import renumbered
from tests.core.plans import item


def told(*numbers: tuple[str, str, str]) -> list[tuple[str, str, str]]:
    """Each work's id, and its `no` before and after."""
    pairs = [(item(one, no=was), item(one, no=now)) for one, was, now in numbers]
    return [(one.item, one.before, one.after) for one in renumbered(pairs)]


def test_works_that_follow_each_other_and_moved_by_as_much_are_one_line() -> None:
    running = [(f"1.{at}", str(at), str(at + 1)) for at in range(2, 31)]
    assert told(("1.1", "", ""), *running) == [("1.2—1.30", "印作2—30", "印作3—31（29项，编号不变）")]


def test_a_run_ends_where_the_distance_changes_or_a_number_stays() -> None:
    assert told(("1.1", "1", "2"), ("1.2", "2", "4"), ("1.3", "3", "3"), ("1.4", "4", "6")) == [
        ("1.1", "印作1", "印作2（编号不变）"),
        ("1.2", "印作2", "印作4（编号不变）"),
        ("1.4", "印作4", "印作6（编号不变）"),
    ]


def test_numbers_in_groups_move_in_groups() -> None:
    assert told(("2.1", "", "3.1"), ("2.2", "", "3.2"), ("3.1", "", "4.1")) == [
        ("2.1—3.1", "印作2.1—3.1", "印作3.1—4.1（3项，编号不变）")
    ]


def test_what_had_no_number_is_compared_in_the_form_of_the_other_print() -> None:
    assert told(("1.2", "", "3"), ("1.3", "", "4")) == [("1.2—1.3", "印作2—3", "印作3—4（2项，编号不变）")]
    assert told(("1.2", "甲", "乙")) == [("1.2", "印作甲", "印作乙")]


def test_another_id_is_told_by_itself() -> None:
    (one,) = renumbered([(item("1.2"), item("2.5", no="2.1"))])
    assert (one.item, one.before, one.after) == ("2.5", "1.2", "2.5（新表印作2.1），记录随去")
