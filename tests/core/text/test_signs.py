"""Signs that are not seen, and words that say nothing."""

from __future__ import annotations

import sys
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.text.signs import is_blank, is_unseen, seen_line, with_unseen
from qjtask.core.time.deadline import read_deadline
from qjtask.importing.cells.named_offices import Offices
from qjtask.importing.cells.names import Vocabulary, read_offices
from qjtask.importing.words.column_roles import Role
from tests.strokes import STROKES


def test_what_is_not_seen_is_what_unicode_says_and_the_noncharacters() -> None:
    """The 66 noncharacters (The Unicode Standard, 23.7) are not assigned, and so of category Cn."""
    unseen = [char for char in map(chr, range(sys.maxunicode + 1)) if is_unseen(char)]
    assert {unicodedata.category(char) for char in unseen} == {"Cc", "Cf", "Cs", "Zl", "Zp", "Cn"}
    assert sum(unicodedata.category(char) == "Cn" for char in unseen) == 66


@pytest.mark.parametrize("char", "审é　 \ue000\ufffd👍\u0301\U00020000")
def test_what_is_seen(char: str) -> None:
    assert not is_unseen(char)


@given(st.text(st.characters(codec=None)))
def test_each_sign_is_given_to_be_replaced(text: str) -> None:
    assert with_unseen(text, lambda char: f"<{ord(char)}>" if is_unseen(char) else "?") == "".join(
        f"<{ord(char)}>" if is_unseen(char) else char for char in text
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  甲 \n\t乙  ", "甲 乙"),
        ("甲\u200b乙\u202e丙\x1b", "甲 乙 丙"),
        ("甲\u2028乙", "甲 乙"),
        ("甲\xa0\u3000乙", "甲 乙"),
        ("\ufeff", ""),
    ],
)
def test_a_line_has_what_is_seen(text: str, line: str) -> None:
    assert seen_line(text) == line


@pytest.mark.parametrize("text", ["", " \n", "\u200b", "无", " 暂无 ", "没有", "\ufeff无"])
def test_words_that_say_nothing(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["/", "／", "\\", "∕", "-", "－", "—", "——", "--", "– –", "----", "__"])
def test_strokes_that_say_nothing(text: str) -> None:
    assert is_blank(text)


def test_of_all_characters_only_strokes_and_nothing_itself_say_nothing() -> None:
    """⽆ is the radical that browsers print for 无."""
    seen = (char for char in map(chr, range(sys.maxunicode + 1)) if not (is_unseen(char) or char.isspace()))
    assert {char for char in seen if is_blank(char)} == {*STROKES, "无", "⽆"}


@given(st.text([*STROKES, " ", "\u3000"]), st.sampled_from("甲a0.1（无"), st.text([*STROKES, " "]))
def test_a_name_with_strokes_says_something_by_any_other_character(
    before: str, char: str, after: str
) -> None:
    assert is_blank(before + after)
    assert is_blank(before + char + after) == (char == "无" and not (before + after).strip())


@pytest.mark.parametrize("text", ["0", "否", "×", "无锡市", "没有问题", "有", "-1", "06-30", "/办公室", "~"])
def test_what_says_something(text: str) -> None:
    assert not is_blank(text)


# Who goes by them -------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["没有", "——", "／", " 暂无 "])
def test_a_deadline_and_a_cell_of_offices_that_say_nothing_are_blank(text: str) -> None:
    assert read_deadline(text, year=2021).doubt == "没有写完成时限"
    assert read_offices(text, Role.UNITS, Vocabulary([])) == Offices({})


def test_signs_that_are_not_seen_do_not_hide_a_deadline() -> None:
    assert read_deadline("6\u202a月\u200b30\xad日", year=2021).date == date(2021, 6, 30)
