"""Works that are not as they were on a day."""

from __future__ import annotations

from qjtask.core.log.entry import Do, Entry
from qjtask.core.standing.changes import Facet, row_changes, rows_then
from tests.core.plans import day, entry, item, milestone, plan, standing

PLAN = plan(item("1.1"), item("1.2", milestones=(milestone("04-30"),)), item("1.3", deadline="每季度末"))


def changed(*log: Entry, since: str = "05-20", today: str = "05-25") -> dict[str, tuple[Facet, ...]]:
    then = rows_then(PLAN, log, day(since))
    return {one.now.item.id: one.facets for one in row_changes(then, standing(PLAN, log, today))}


def test_what_did_not_change_is_not_told() -> None:
    assert changed() == {}
    assert changed(entry("1.1", Do.NOTE, "05-01"), entry("1.1", Do.NOTE, "05-22", percent=60)) == {}


def test_what_happened_on_the_day_itself_is_not_new() -> None:
    assert changed(entry("1.1", on="05-20")) == {}
    assert changed(entry("1.1", on="05-21")) == {"1.1": (Facet.STATUS, Facet.LIGHT)}


def test_a_date_moved_is_told_of_items_milestones_and_periods() -> None:
    assert changed(entry("1.1", Do.EXTEND, "05-22", to="09-30")) == {"1.1": (Facet.DATE,)}
    assert changed(entry("1.2.1", Do.EXTEND, "05-22", to="06-10"))["1.2"] == (Facet.DATE, Facet.LIGHT)
    period = entry("1.3", on="05-22")._replace(period=day("06-30"))
    assert changed(period)["1.3"] == (Facet.STATUS, Facet.DATE)


def test_a_light_changes_with_the_days_alone() -> None:
    assert changed(today="07-02") == {
        "1.1": (Facet.LIGHT,),
        "1.3": (Facet.LIGHT,),
    }


def test_what_is_dropped_went_and_what_is_taken_up_again_changed() -> None:
    dropped = entry("1.1", Do.DROP, "05-22")
    assert changed(dropped)["1.1"] == (Facet.GONE, Facet.LIGHT)
    again = entry("1.1", Do.REOPEN, "05-24")
    assert changed(dropped, again, since="05-23")["1.1"] == (Facet.STATUS, Facet.LIGHT)


def test_before_the_notice_no_work_was_there() -> None:
    assert rows_then(PLAN, [], day("03-25")) == []
    assert set(changed(since="03-25").values()) == {(Facet.APPEARED,)}
    assert len(rows_then(PLAN._replace(issued=None), [], day("01-01"))) == 3


def test_what_was_taken_back_since_never_counted() -> None:
    done = entry("1.1", on="05-01")
    assert changed(done, entry("1.1", Do.UNDO, "05-22", undoes=done)) == {}
