"""What one copy of a log holds that the other lacks."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from qjtask.core.log.digest import LogLine
from qjtask.core.log.merging import differing_lines, missing_lines

NOON = datetime(2021, 6, 10, 12, tzinfo=timezone(timedelta(hours=8)))


def line(name: str, minute: int = 0, text: str = "") -> LogLine:
    content = f"- {name} {text}".encode()
    return LogLine(name, date(2021, 6, 10), NOON + timedelta(minutes=minute), content)


OURS = [line("a", 1), line("b", 2)]


def test_what_is_missing_is_found_by_its_id_in_the_order_of_writing() -> None:
    theirs = [line("d", 5), line("a", 1), line("c", 4), line("d", 5)]
    assert missing_lines(OURS, theirs) == [line("c", 4), line("d", 5)]


def test_nothing_is_missing_from_ones_own_copy() -> None:
    assert missing_lines(OURS, OURS) == []
    assert missing_lines(OURS, []) == []


def test_a_line_that_another_hand_changed_is_told_and_not_taken() -> None:
    theirs = [line("a", 1, "改过"), line("b", 2)]
    assert missing_lines(OURS, theirs) == []
    assert differing_lines(OURS, theirs) == [line("a", 1, "改过")]
