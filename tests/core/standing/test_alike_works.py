"""Works that are only counted come to the same together as plan by plan."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.standing.alike_works import AlikeWorks
from qjtask.core.standing.due_asked import NOTHING_UNREAD, DueAsked
from qjtask.core.standing.what_to_read import NAMED, due_of_many, due_to_read
from qjtask.core.time.span import Span
from tests.core.outlooks import ITEMS, TOLD, Made, Told, laid, outlooks
from tests.core.plans import day

TODAY = day("06-10")


@given(
    st.lists(st.tuples(ITEMS, TOLD), min_size=1, max_size=3),
    st.sampled_from((day("05-01"), day("06-10"), day("07-10"))),
)
def test_several_plans_count_as_each_by_itself(
    plans: list[tuple[list[Made], list[Told]]], until: date
) -> None:
    alike, together, by_itself = AlikeWorks(), NOTHING_UNREAD, NOTHING_UNREAD
    for made, told in plans:
        found = outlooks(*laid(made, told))
        alike.add(found.alike, found.rhythms)
        to_read = due_of_many(until, found, TODAY, NAMED)
        alike.take_out(to_read.works, found)
        together += to_read.unread
        by_itself += due_to_read(DueAsked(until), found, TODAY).unread
    kept = AlikeWorks(alike.rhythms, alike.numbers)
    assert together + kept.unread(TODAY) == together + alike.unread(TODAY) == by_itself


def test_kinds_of_plans_with_other_rhythms_are_told_apart() -> None:
    alike, since = AlikeWorks(), day("05-20").toordinal()
    alike.add([since, 0, 2], [Span(30, "d")])
    alike.add([since, 0, 3], [Span(7, "d")])
    assert alike.unread(TODAY).silent == 3
