"""Text from files made harmless."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from qjtask.render.one_line import one_line


@pytest.mark.parametrize(
    "text",
    [
        "",
        "审批科",
        "全角　空格",
        "a b",
        "[done] [/x] :warning: [bold]x[/bold]",
        "=cmd()",
        "é",
        "👍",
        "\u3402",
        "\ue000",
    ],
)
def test_what_can_be_seen_stays(text: str) -> None:
    assert one_line(text) == text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("\x1b[31m红\x1b[0m", "�[31m红�[0m"),
        ("\x1b]0;title\x07", "�]0;title�"),
        ("\x1b]8;;http://a\x1b\\b", "�]8;;http://a�\\b"),
        ("a\x9b2Jb\x90c\x84", "a�2Jb�c�"),
        ("a\x08b\x00c\x7f", "a�b�c�"),
        ("行审批科\n行政审批科", "行审批科 行政审批科"),
        ("甲 \r\n\t\v\f 乙", "甲 乙"),
        ("甲\u2028乙\u2029丙\x85丁\x1c戊", "甲 乙 丙 丁 戊"),
        ("\u202e反\u202c \u2066隔\u2069", "�反� �隔�"),
        ("零\u200b宽\u200d\ufeff\u2060\xad", "零�宽����"),
        ("\U000e0041签\U000e007f", "�签�"),
        ("半\ud83d", "半�"),
        ("\u061c\u180e\ufff9", "���"),
    ],
)
def test_what_cannot_be_seen_does_not(text: str, clean: str) -> None:
    assert one_line(text) == clean


def test_blanks_without_end_cost_no_more_than_other_text() -> None:
    blanks = " " * 1_000_000  # squared, this would take hours
    assert one_line(f"甲{blanks}\u3000乙") == f"甲{blanks}\u3000乙"
    assert one_line(f"甲{blanks}\n{blanks}乙{blanks}") == f"甲 乙{blanks}"


def test_no_character_escapes() -> None:
    """Of all there are, none that controls, breaks a line or is half a character comes through."""
    cleaned = "".join(map(one_line, map(chr, range(sys.maxunicode + 1))))
    kinds = {unicodedata.category(char) for char in set(cleaned)}
    assert kinds.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})
    assert {"Lo", "Co", "Mn", "So", "Zs"} <= kinds


@given(st.text(st.characters()))
def test_a_clean_text_is_one_line_and_stays(text: str) -> None:
    clean = one_line(text)
    assert len(clean.splitlines()) <= 1
    assert one_line(clean) == clean
    assert "\x1b" not in clean


@given(st.text(st.characters(codec=None)))
def test_any_text_can_stand_in_xml_and_comes_back(text: str) -> None:
    made = etree.Element("x")
    made.text = one_line(text)
    assert (etree.fromstring(etree.tostring(made, encoding="utf-8")).text or "") == one_line(text)


def test_no_noncharacter_comes_through() -> None:
    """The Unicode Standard, 23.7: 66 of them, of which XML 1.0, 2.2 bars two and HTML every one."""
    every = [chr(code) for code in range(0x110000) if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE]
    assert len(every) == 66
    assert one_line("".join(every)) == "�" * 66
    assert one_line("\ufdcf\ufdf0\ufffd\U00010000") == "\ufdcf\ufdf0\ufffd\U00010000"
