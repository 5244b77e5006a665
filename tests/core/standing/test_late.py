"""逾期N项 counts works wherever it is said; the days they are wanted by stand beside them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.letters.bulletin import bulletin
from qjtask.core.letters.chase_document import chase_document
from qjtask.core.letters.chases import chases
from qjtask.core.letters.reminder import reminder
from qjtask.core.letters.reminder_text import letter_text
from qjtask.core.plan.ids import item_id_of
from qjtask.core.sheets.due_sheets import due_notes
from qjtask.core.standing.counts import Category, tally
from qjtask.core.standing.late import WorksCount, by_lateness, works_count
from qjtask.core.standing.query import due_lines
from qjtask.render.markdown import markdown
from tests.core.plans import day, item, milestone, past, plan, span, standing

TODAY = day("06-10")


@pytest.mark.parametrize(
    ("ids", "words", "short"),
    [
        ([], "0项", "0项"),
        (["9.1", "9.2"], "2项", "2项"),
        (["9.1.1", "9.1.2", "9.1"], "1项工作的3个时间点", "1项（3个时间点）"),
        (["9.1", "9.2.1", "9.2"], "2项工作的3个时间点", "2项（3个时间点）"),
    ],
)
def test_works_are_counted_and_their_days_beside_them(ids: list[str], words: str, short: str) -> None:
    count = works_count(ids)
    assert (count.words, count.short) == (words, short)


def test_a_work_counts_by_its_nearest_day() -> None:
    dues = [("9.1", day("06-30")), ("9.1.1", day("06-01")), ("9.2", day("06-12")), ("9.3", day("07-01"))]
    assert by_lateness(dues, TODAY, day("06-17")) == (
        WorksCount(1, 1),
        WorksCount(1, 1),
        WorksCount(1, 2),
    )


def test_due_today_is_not_late() -> None:
    late, soon, _ = by_lateness([("9.1", TODAY), ("9.2", day("06-09"))], TODAY)
    assert (late.works, soon.works) == (1, 1)


dues = st.lists(
    st.tuples(
        st.sampled_from(["9.1", "9.1.1", "9.1.2", "9.2", "9.2.1"]), st.dates(day("06-01"), day("06-30"))
    )
)


@given(dues, st.dates(day("06-01"), day("06-30")))
def test_the_works_add_up_and_so_do_the_days(found: list[tuple[str, date]], until: date) -> None:
    counts = by_lateness(found, day("06-10"), max(until, day("06-10")))
    assert sum(count.works for count in counts) == len({item_id_of(marked) for marked, _ in found})
    assert sum(count.times for count in counts) == len(found)


def test_one_work_late_three_times_is_one_work_wherever_it_is_said() -> None:
    """Two milestones and the deadline of one item have gone by; another is due next week."""
    of = plan(
        item(
            "9.1", deadline="3月底前", milestones=(milestone("02-15", "初稿"), milestone("03-10", "征求意见"))
        ),
        item("9.2", deadline="6月15日"),
    )
    rows = standing(of)
    lines = due_lines(rows, day("07-10"))
    assert due_notes(lines, rows, TODAY, span("30d"))[0] == (
        "共2项（4个时间点）：逾期1项（3个时间点），即将到期1项"
    )
    hidden = due_notes(due_lines(rows, day("07-10"), since=TODAY), rows, TODAY, span("30d"))[0]
    assert hidden == "共1项；另有1项工作的3个时间点已逾期，没有列出"
    letter = list(letter_text(reminder(of, rows, TODAY, span("7d"))))
    assert "  已逾期（1项工作的3个时间点）" in letter
    assert "合计：逾期1项（3个时间点），本周到期1项，" in "".join(letter)
    (chase,) = chases(of, rows, past([]), [], TODAY, day("06-17"))
    assert "下列1项工作的3个时间点，截至" in markdown(chase_document(of, [chase]))
    assert "共1项工作的3个时间点，请有关单位抓紧办理" in markdown(
        bulletin(of, rows, TODAY, day("05-10"), span("30d"))
    )
    assert tally("", rows).counts[Category.OVERDUE] == 1
