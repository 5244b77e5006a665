"""Text for XML: every character must be one that XML 1.0 allows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from qjtask.render.xml_text import xml_text


@given(st.text(st.characters(codec=None)))
def test_any_text_can_stand_in_xml_and_comes_back(text: str) -> None:
    made = etree.Element("x")
    made.text = xml_text(text)
    assert (etree.fromstring(etree.tostring(made, encoding="utf-8")).text or "") == xml_text(text)


def test_no_noncharacter_comes_through() -> None:
    """The Unicode Standard, 23.7: 66 of them, of which XML 1.0, 2.2 bars two and HTML every one."""
    every = [chr(code) for code in range(0x110000) if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE]
    assert len(every) == 66
    assert xml_text("".join(every)) == "�" * 66
    assert xml_text("\ufdcf\ufdf0\ufffd\U00010000") == "\ufdcf\ufdf0\ufffd\U00010000"


def test_characters_that_xml_forbids_are_shown_as_lost() -> None:
    assert xml_text("a\ufffeb\uffffc\ud800d\x00e\u202ef") == "a�b�c�d�e�f"
    assert xml_text("第一行\n第二行\t😀") == "第一行 第二行 😀"
