"""The works of many whose outlooks say one thing."""

from __future__ import annotations

from qjtask.core.log.entry import Do
from qjtask.core.log.fold import Status
from qjtask.core.standing.outlook_search import gone_by, of_status
from tests.core.outlooks import outlooks
from tests.core.plans import day, entry, item, plan


def test_a_day_is_gone_from_the_day_after_it_and_no_day_never_is() -> None:
    days = [day("06-09").toordinal(), day("06-10").toordinal(), 0]
    assert gone_by(days, day("06-10")) == {0}
    assert gone_by(days, day("06-11")) == {0, 1}


def test_works_are_found_by_any_of_some_statuses() -> None:
    of = plan(item("9.1"), item("9.2"), item("9.3"))
    found = outlooks(of, [entry("9.2", Do.START), entry("9.3", Do.DONE)])
    assert of_status([Status.TODO], found) == {0}
    assert of_status([Status.DOING, Status.DONE], found) == {1, 2}
