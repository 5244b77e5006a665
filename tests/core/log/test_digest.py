"""A letter held against the log later: the same lines give the same digest, and a changed one does not."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.log.digest import LogLine, compare, is_sign, log_digest, signs

DAY = date(2021, 6, 10)
NOON = datetime(2021, 6, 10, 12, tzinfo=timezone(timedelta(hours=8)))


def line(name: str, minute: int = 0, on: date = DAY) -> LogLine:
    return LogLine(name, on, NOON + timedelta(minutes=minute), f"- {name} {minute}".encode())


LINES = [line("a", 1), line("b", 2, date(2021, 6, 1)), line("c", 3)]


def test_the_digest_is_that_of_the_set_of_lines() -> None:
    """A union merge orders them otherwise, and may bring one twice."""
    whole = log_digest(LINES, DAY)
    assert {log_digest(lines, DAY) for lines in permutations([*LINES, LINES[0]])} == {whole}


def test_the_digest_never_changes_from_version_to_version() -> None:
    """Letters that were sent carry it."""
    assert log_digest([], DAY) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert log_digest(LINES, DAY) == "9d6b0b27004242e26867b4fa5494ee9fea24b235cb84f87f67ce5fb6f7365677"


def test_what_happens_later_is_no_part_of_it() -> None:
    later = line("d", 4, DAY + timedelta(days=1))
    assert log_digest([*LINES, later], DAY) == log_digest(LINES, DAY)
    assert log_digest([*LINES, later], later.on) != log_digest(LINES, later.on)


def test_eight_signs_stand_under_a_letter() -> None:
    assert signs("4cd4c4af29ab0d5dd6cb") == "4CD4C4AF"


@pytest.mark.parametrize(
    ("typed", "is_one"),
    [
        ("4CD4C4AF", True),
        (" 4cd4c4af ", True),
        ("４ＣＤ４Ｃ４ＡＦ", True),
        ("a" * 64, True),
        ("4CD4C4A", False),
        ("a" * 65, False),
        ("4CD4C4AG", False),
        ("", False),
    ],
)
def test_a_sign_is_eight_to_sixty_four_hexadecimal_digits(typed: str, *, is_one: bool) -> None:
    assert is_sign(typed) is is_one


def test_a_letter_agrees_with_the_log_that_it_was_made_from() -> None:
    sign = signs(log_digest(LINES, DAY))
    assert compare(LINES, DAY, sign) == (True, ())
    assert compare(LINES, DAY, sign.lower()).agrees
    assert compare(LINES, DAY, log_digest(LINES, DAY)).agrees


def test_reports_entered_since_are_told_and_are_no_change() -> None:
    sign = signs(log_digest(LINES[:1], DAY))
    assert compare(LINES, DAY, sign) == (True, tuple(LINES[1:]))
    assert compare(LINES, DAY, signs(log_digest([], DAY))) == (True, tuple(LINES))


@pytest.mark.parametrize(
    "now",
    [
        [LINES[0]._replace(text=b"- a 1 "), *LINES[1:]],
        LINES[1:],
        LINES[:1] + LINES[2:],
        [line("x", 0), *LINES],  # a line that says it was written before the letter
    ],
    ids=["changed", "first lost", "another lost", "slipped in"],
)
def test_a_line_changed_lost_or_slipped_in_is_found(now: list[LogLine]) -> None:
    assert not compare(now, DAY, signs(log_digest(LINES, DAY))).agrees


lines = st.builds(
    line, st.text("ab", min_size=1, max_size=3), st.integers(0, 3), st.sampled_from([DAY, date(2021, 6, 11)])
)


@given(st.lists(lines), st.data())
def test_any_log_agrees_with_itself_in_any_order(found: list[LogLine], data: st.DataObject) -> None:
    sign = log_digest(found, DAY)
    mixed = data.draw(st.permutations(found))
    comparison = compare(mixed, DAY, sign)
    assert comparison.agrees
    assert comparison.since == ()
