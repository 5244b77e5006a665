"""Which encoding a text is in."""

from __future__ import annotations

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.formats.encodings import decoded

TRADITIONAL = (
    "各縣市政府應於九月底前完成人行天橋之新建，並將辦理情形函報本府備查，以利管考。責任單位：縣住建局"
)
SIMPLE = "各县市政府应于九月底前完成人行天桥的新建，并将办理情况函报本府备查。责任单位：县住建局，县公安局"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("text", [SIMPLE, TRADITIONAL, "甲", ""])
def test_the_usual_encodings_are_known_and_nothing_is_told(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding), "a.txt") == (text, ())


@pytest.mark.parametrize("said", ["<meta charset=big5>", '<meta charset="BIG5-HKSCS">', "encoding='big5'"])
def test_big5_is_read_as_the_page_says_and_told(said: str) -> None:
    text, doubts = decoded(f"{said}縣".encode("big5"), "a.html")
    assert text == f"{said}縣"
    assert [doubt.read for doubt in doubts] == ["文件是 Big5 编码（繁体字）"]


def test_big5_that_nothing_says_is_seen_by_its_strange_characters_and_told() -> None:
    text, doubts = decoded(TRADITIONAL.encode("big5"), "a.txt")
    assert text == TRADITIONAL
    assert [doubt.read for doubt in doubts] == ["文件是 Big5 编码（繁体字），没有写明"]


def test_rare_characters_alone_make_no_big5() -> None:
    rare = "".join(map(chr, range(0x7000, 0x7040)))
    assert decoded(rare.encode("gb18030"), "a.txt") == (rare, ())


def test_what_is_in_none_of_them_is_refused_with_its_line() -> None:
    with pytest.raises(Refused, match=r"a\.txt:2:1: 既不是 UTF-8 也不是 GB18030"):
        decoded("甲\n".encode() + b"\xff\xff\xff", "a.txt")
