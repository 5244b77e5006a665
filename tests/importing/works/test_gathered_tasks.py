"""What a work has from the headings over it, and who is told to have it from there."""

from __future__ import annotations

from qjtask.importing.clauses.clause import Clause
from qjtask.importing.works.branch_works import Told, Work
from qjtask.importing.works.gathered_tasks import GatheredTasks, Over
from qjtask.importing.works.outline_tree import Branch

_POINT = Branch("1.", 1, (), (), 0, 0)


def gathered(*works: Work, given: Clause | None) -> GatheredTasks:
    """The tasks of works under one heading."""
    made = GatheredTasks(first_leads=False)
    for work in works:
        made.add_all(_POINT, Over((), given), [work])
    return made


def test_a_work_that_says_nothing_has_the_offices_of_its_heading_and_is_told_with_others() -> None:
    given = Clause(units=("县住建局",))
    made = gathered(Work(1, "建桥", None, "第1段"), Work(2, "建路", None, "第2段"), given=given)
    assert [task.units for task in made.tasks] == [("县住建局",), ("县住建局",)]
    assert made.given == (("第1段", "第2段"),)
    assert made.is_taken_over(given)


def test_a_work_with_offices_of_its_own_leaves_those_of_its_heading() -> None:
    given = Clause(units=("县住建局",))
    made = gathered(Work(1, "建桥", Clause(units=("县交通局",)), "第1段"), given=given)
    assert [task.units for task in made.tasks] == [("县交通局",)]
    assert made.given == ()
    assert not made.is_taken_over(given)


def test_what_a_later_heading_says_is_known_from_what_an_earlier_one_said() -> None:
    """A clause that is gone leaves its place in memory, and so its id, to the next one."""
    made = gathered(Work(1, "建桥", None, "第1段"), given=Clause(units=("县住建局",)))
    later = [Clause(units=("县住建局",)) for _ in range(100)]
    assert not any(map(made.is_taken_over, later))


def test_what_is_told_later_stands_before_what_is_told_of_the_work_itself() -> None:
    own, later = Told("一段里写了2处责任单位", "", ""), Told("标题写了责任单位", "", "")
    made = gathered(Work(1, "建桥", Clause(units=("县住建局",)), "第1段", (own,)), given=None)
    made.tell(0, later)
    assert made.tasks[0].told == (later, own)


def test_offices_without_a_work_are_no_task() -> None:
    made = gathered(Work(1, "", Clause(units=("县住建局",)), "第1段"), given=None)
    assert made.tasks == []
    assert [(one.text, one.has_clause) for one in made.outside] == [("县住建局", True)]
