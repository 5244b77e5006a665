"""Pages kept in a single file."""

from __future__ import annotations

import base64
import quopri
from typing import Any

import pytest

from qjtask.core.problem import Refused

ROWS = (("序号", "具体工作", "责任单位", "完成时限"), ("1", "做一。", "甲局", "6月"))
PART = 'Content-Type: {}; charset="{}"\r\nContent-Transfer-Encoding: {}\r\n\r\n'


def mht(*parts: tuple[str, str, str, bytes]) -> bytes:
    """A file of parts: type, charset, encoding, and bytes that are so encoded."""
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="XX"\r\n\r\n'
    made = [b"--XX\r\n" + PART.format(*part[:3]).encode() + part[3] + b"\r\n" for part in parts]
    return head + b"".join(made) + b"--XX--\r\n"


@pytest.mark.parametrize("name", ["a.mht", "a.doc"])
@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
@pytest.mark.parametrize("way", ["base64", "quoted-printable"])
def test_the_page_is_read_in_every_encoding(kit: Any, name: str, charset: str, way: str) -> None:
    page = kit.to_html(kit.table(*ROWS)).decode().encode(charset)
    written = base64.encodebytes(page) if way == "base64" else quopri.encodestring(page)
    picture = ("image/png", "binary", "base64", b"AAAA")
    draft = kit.drafted(mht(("text/html", charset, way, written), picture), name)
    assert kit.rows_of(draft) == [("1.1", "做一。", "", "甲局", "6月")]


def test_several_pages_are_one_document(kit: Any) -> None:
    pages = [kit.html_table(kit.table(*ROWS)), "<p>后文</p>"]
    parts = [("text/html", "utf-8", "base64", base64.encodebytes(page.encode())) for page in pages]
    assert kit.rows_of(kit.drafted(mht(*parts), "a.mht")) == [("1.1", "做一。", "", "甲局", "6月")]


def test_parts_within_parts_without_end_are_refused(kit: Any) -> None:
    nested = b"".join(
        b'Content-Type: multipart/related; boundary="%d"\r\n\r\n--%d\r\n' % (at, at) for at in range(99)
    )
    with pytest.raises(Refused, match="已损坏"):
        kit.drafted(b"MIME-Version: 1.0\r\n" + nested, "a.mht")


def test_a_file_without_a_page_is_refused(kit: Any) -> None:
    with pytest.raises(Refused, match="没有可读的内容"):
        kit.drafted(mht(("image/png", "binary", "base64", b"AAAA")), "a.mht")
