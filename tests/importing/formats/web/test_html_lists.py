"""The numbers that a browser writes before the items of a list."""

from __future__ import annotations

from typing import Any

import pytest

from qjtask.importing.formats.files import read_document


def blocks(page: str) -> tuple[object, ...]:
    return read_document(
        f"<html><body>{page}</body></html>".encode(), "a.html", "a.html", lambda _: None
    ).blocks


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<ol><li>做一。</li><li><p>做二。</p></li></ol>", ("1.做一。", "2.做二。")),
        (
            "<ol start=3><li>做一。<li value=7><b></b>做二。<li>做三。</ol>",
            ("3.做一。", "7.做二。", "8.做三。"),
        ),
        (
            "<ol style='list-style-type:cjk-ideographic'><li>抓城建<ol><li>做一。</ol></ol>",
            ("一、抓城建", "1.做一。"),
        ),
        ("<ol type=a><li>做一。</ol>", ("a.做一。",)),
        ("<ol style='list-style:none'><li>做一。</ol>", ("做一。",)),
        ("<ol><li>1.做一。<li>（二）做二。</ol>", ("1.做一。", "（二）做二。")),
        ("<ul><li>做一。</ul>", ("做一。",)),
        ("<ol><li></li></ol><p>后文</p>", ("后文",)),
    ],
)
def test_an_ordered_list_has_its_numbers(page: str, lines: tuple[str, ...]) -> None:
    assert blocks(page) == lines


def test_a_list_within_a_cell_has_them_too() -> None:
    (grid,) = blocks("<table><tr><td>甲<ol><li>做一。<li>做二。</ol></td><td>乙局</td></tr></table>")
    assert grid.rows[0].cells[0].text == "甲\n1.做一。\n2.做二。"  # type: ignore[attr-defined]


def test_works_in_a_list_keep_their_numbers(kit: Any) -> None:
    page = (
        "<p>2021年重点工作分工方案</p><p>一、抓实城建</p><ol><li>新建桥。（责任单位：县住建局）</li>"
        "<li>改造小区。（责任单位：县民政局）</li></ol>"
    )
    draft = kit.drafted(f"<html><body>{page}</body></html>", "a.html")
    assert [(item.id, item.work) for item in draft.plan.items()] == [
        ("1.1", "新建桥。"),
        ("1.2", "改造小区。"),
    ]
