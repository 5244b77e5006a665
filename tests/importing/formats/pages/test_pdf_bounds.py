"""PDF files that unpack or draw very much are refused while they do; others are read as they were."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document
from tests.importing.packed_pdf import packed, pdf_of

WORDS = b"BT /A 9 Tf 20 700 Td (hello) Tj ET\n"
FLATE = "/FlateDecode"


def read(data: bytes) -> SourceDocument:
    return read_document(data, "a.pdf", "a.pdf", lambda _: None)


def in_runs(data: bytes) -> bytes:
    """Run lengths as they are written: a byte many times, or some bytes as they are (ISO 32000-1, 7.4.5)."""
    return b"".join(
        bytes([len(data[at : at + 100]) - 1]) + data[at : at + 100] for at in range(0, len(data), 100)
    )


def in_lzw(codes: list[int]) -> bytes:
    """LZW codes of 9 bits, which are enough for the first 255."""
    bits = "".join(f"{code:09b}" for code in [256, *codes, 257])
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))


READ = {
    "not packed": pdf_of(WORDS),
    "packed": pdf_of(packed(WORDS), FLATE),
    "packed twice": pdf_of(packed(WORDS, 2), f"{FLATE} {FLATE}"),
    "without its checksum": pdf_of(packed(WORDS)[:-4], FLATE),
    "with a wrong checksum": pdf_of(packed(WORDS)[:-4] + b"abcd", FLATE),
    "cut short": pdf_of(packed(WORDS + b"q Q " * 99)[:-8], FLATE),
    "in letters": pdf_of(base64.a85encode(packed(WORDS)) + b"~>", f"/ASCII85Decode {FLATE}"),
    "in runs": pdf_of(in_runs(WORDS) + b"\x80", "/RunLengthDecode"),
    "in longer runs": pdf_of(in_runs(WORDS) + b"\x81 " + b"\xfe\n\x80rest", "/RunLengthDecode"),
    "by LZW": pdf_of(in_lzw(list(WORDS)), "/LZWDecode"),
}


@pytest.mark.parametrize("name", READ)
def test_what_pdfminer_reads_is_read(name: str) -> None:
    assert set(read(READ[name]).blocks) == {"hello"}


def test_what_is_broken_in_the_middle_says_nothing() -> None:
    data = packed(WORDS * 30)
    with pytest.raises(Refused, match="只有图片，没有文字"):
        read(pdf_of(data[:8] + b"\xff\xff\xff\xff" + data[12:], FLATE))


BLANK = b" " * (40 << 20)
BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "packed": (lambda: pdf_of(packed(BLANK), FLATE), "解压后比"),
    "packed twice": (lambda: pdf_of(packed(BLANK, 2), f"{FLATE} {FLATE}"), "解压后比"),
    "packed three times": (lambda: pdf_of(packed(BLANK, 3), " ".join([FLATE] * 3)), "解压后比"),
    "in letters": (
        lambda: pdf_of(base64.a85encode(packed(BLANK)) + b"~>", f"/ASCII85Decode {FLATE}"),
        "解压后比",
    ),
    "in runs": (lambda: pdf_of(packed(b"\x81 " * (1 << 20)), f"{FLATE} /RunLengthDecode"), "解压后比"),
    "by LZW": (
        lambda: pdf_of(packed(in_lzw([256, 32, *range(258, 500)] * 400)), f"{FLATE} /LZWDecode"),
        "解压后比",
    ),
    "very much text": (
        lambda: pdf_of(packed(WORDS.replace(b"hello", b"a" * 200_000)), FLATE),
        "画出来比",
    ),
    "very much text in pieces": (
        lambda: pdf_of(packed(WORDS.replace(b"(hello) Tj", b"[" + b"(a) 1 " * 100_000 + b"] TJ")), FLATE),
        "画出来比",
    ),
    "very many signs": (lambda: pdf_of(packed(b"q Q " * 300_000), FLATE), "画出来比"),
    "forms in forms": (lambda: pdf_of(b"/F Do " * 10, forms=[b"/F Do " * 10] * 8 + [WORDS]), "画出来比"),
    "one content on many pages": (
        lambda: pdf_of(packed(WORDS.replace(b"hello", b"a" * 10_000)), FLATE, pages=40),
        "画出来比",
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_comes_out_of_a_small_file_is_bounded(name: str) -> None:
    make, told = BOMBS[name]
    with pytest.raises(Refused) as caught:
        read(make())
    (line,) = str(caught.value).splitlines()
    assert line.startswith(f"a.pdf: {told}文件本身大得太多，不像文档")


def test_pdfminer_is_left_as_it_was() -> None:
    from pdfminer import pdfinterp, pdftypes

    before = [pdftypes.zlib, pdftypes.lzwdecode, pdftypes.rldecode, pdfinterp.PDFContentParser]  # type: ignore[attr-defined]
    with pytest.raises(Refused):
        read(BOMBS["packed twice"][0]())
    read(READ["packed"])
    assert before == [pdftypes.zlib, pdftypes.lzwdecode, pdftypes.rldecode, pdfinterp.PDFContentParser]  # type: ignore[attr-defined]


def lines(step: int) -> bytes:
    """A page full of lines across and down, so many points apart."""
    return b"".join(
        b"%d 0 m %d 842 l S\n0 %d m 595 %d l S\n" % (at, at, at, at) for at in range(10, 590, step)
    )


def test_a_page_of_very_many_lines_is_searched_for_no_table() -> None:
    document = read(pdf_of(packed(lines(4) + WORDS), FLATE))
    assert document.grids == []
    assert [doubt.read for doubt in document.doubts] == ["第1页的线条太多，像是图纸，没有在这一页找表格"]


def test_a_grid_of_lines_is_a_table() -> None:
    (grid,) = read(pdf_of(packed(lines(20) + WORDS), FLATE)).grids
    assert (len(grid.rows), grid.width) == (29, 28)  # the words stand in the part without an end
