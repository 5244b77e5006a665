"""Web pages: one file that loads nothing, runs nothing, and holds what the sheets hold."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from base64 import b64encode
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from qjtask.core.layout.document import Document, Heading, Paragraph, Part
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.importing.formats.web.html import read_html
from qjtask.render.page import page
from tests.render.documents import (
    HOSTILE,
    SAMPLES,
    SLIP_LINES,
    UNSEEN,
    document_of,
    hostile,
    progress,
    progress_sheet,
    slip,
)
from tests.render.office import found, pdf_pages, promised, sheets

VOID = frozenset(("meta", "col", "br", "wbr"))
ALLOWED: dict[str, set[str]] = {
    "html": {"lang"},
    "meta": {"charset", "http-equiv", "content", "name"},
    "p": {"class"},
    "div": {"class", "role", "aria-label", "tabindex"},
    "th": {"scope", "colspan", "class"},
    "td": {"rowspan", "class"},
    "time": {"datetime"},
}
_PLAIN = "head title style body main article h1 h2 table caption thead tbody tr wbr"
PLAIN = frozenset(_PLAIN.split())


class Reader(HTMLParser):
    """Reads a page strictly: tags that are known, closed in order, with the attributes they may have."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED or tag in PLAIN
        assert {name for name, _ in attrs} <= ALLOWED.get(tag, set()), (tag, attrs)
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
            self.texts.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1], data.strip()))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def all_of(self, tag: str) -> list[str]:
        return [text for at, text in self.texts if at == tag and text]


@pytest.mark.parametrize("name", [*SAMPLES, "hostile"])
def test_a_page_is_well_formed_and_has_no_tag_or_attribute_but_ours(name: str) -> None:
    text = page(SAMPLES.get(name) or hostile())
    assert text.startswith('<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">')
    assert Reader(text).tags
    assert text.encode()  # no half of a pair is left


@pytest.mark.parametrize("name", SAMPLES)
def test_tables_read_back_cell_by_cell(name: str) -> None:
    read = read_html(page(SAMPLES[name]), "x.html", lambda _: None)
    captioned = [
        [line for line in found(grid) if set(line) != {sheet.title}]
        for grid, sheet in zip(read.grids, sheets(SAMPLES[name]), strict=True)
    ]
    assert captioned == [promised(sheet) for sheet in sheets(SAMPLES[name])]


def test_the_policy_knows_the_style_sheet_and_nothing_else() -> None:
    text = page(SAMPLES["progress"])
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', unescape(text))
    hashed = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"
    assert not re.search(r"url\(|@import|expression", style)


def test_hostile_texts_stay_texts() -> None:
    text = page(hostile())
    reader = Reader(text)
    assert set(reader.all_of("td")) >= {*HOSTILE, *UNSEEN.values(), "长" * 40_000}
    assert set(reader.all_of("p")) >= {*HOSTILE, *UNSEEN.values()}
    assert "<script" not in text
    assert "<img" not in text
    assert not {"49", "{{7*7}}{{% raw %}}"} & {told for _, told in reader.texts}


def test_merged_cells_span_their_rows() -> None:
    spans = [
        (tag, attributes["rowspan"])
        for tag, attributes in Reader(page(document_of(progress_sheet(9, sections=True)))).tags
        if "rowspan" in attributes
    ]
    assert spans == [("td", "3"), ("td", "2"), ("td", "3")]


def test_a_section_begins_a_body_of_its_own() -> None:
    reader = Reader(page(document_of(progress_sheet(9, sections=True))))
    assert [tag for tag, _ in reader.tags].count("tbody") == 2
    sections = [attributes for tag, attributes in reader.tags if attributes.get("class") == "section"]
    assert sections == [{"class": "section", "scope": "rowgroup", "colspan": "8"}] * 2


def test_a_day_is_a_time() -> None:
    text = page(document_of(progress_sheet(1)))
    assert '<time datetime="2021-06-03">2021年6月3日</time>' in text


def test_a_tone_is_a_class_and_its_colours_are_in_the_sheet() -> None:
    cells = tuple((Cell(tone.value, tone),) for tone in Tone)
    text = page(document_of(Sheet("", (Column("甲"),), cells)))
    for tone in Tone:
        assert f'<td class="short {tone.value}">{tone.value}</td>' in text
        assert tone is Tone.PLAIN or f".{tone.value} {{" in text


def test_a_part_holds_its_title_lines_text_and_signature() -> None:
    part = Part("题", (Heading("一、甲"), Paragraph("乙")), head=("黔〔2021〕1号",), sign=("某局",))
    reader = Reader(page(Document("名", (part, part))))
    assert reader.all_of("title") == ["名"]
    assert reader.all_of("h1") == ["题", "题"]
    assert reader.all_of("h2") == ["一、甲"] * 2
    assert reader.all_of("p") == ["黔〔2021〕1号", "乙", "某局"] * 2
    assert [tag for tag, _ in reader.tags].count("article") == 2


def test_a_sheet_without_rows_is_its_title_and_notes() -> None:
    reader = Reader(page(document_of(Sheet("逾期事项", (Column("甲"),), (), ("没有。",)))))
    assert reader.all_of("p") == ["逾期事项", "没有。"]
    assert reader.all_of("th") == []


def test_paper_and_screens_are_thought_of() -> None:
    wide, upright = page(SAMPLES["progress"]), page(SAMPLES["bulletin"])
    assert "size: A4 landscape" in wide
    assert "size: A4 portrait" in upright
    for text in (wide, upright):
        assert "prefers-color-scheme: dark" in text
        assert 'content="width=device-width, initial-scale=1"' in text
        assert "display: table-header-group" in text
        assert "tr { break-inside: avoid; }" in text


def test_the_same_document_gives_the_same_page() -> None:
    assert page(SAMPLES["bulletin"]) == page(SAMPLES["bulletin"])


def test_chromium_prints_the_heading_on_every_page(tmp_path: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None or shutil.which("pdftotext") is None:
        pytest.skip("needs chromium and poppler's pdftotext")
    (tmp_path / "x.html").write_text(page(progress(20)), encoding="utf-8")
    subprocess.run(
        [
            *(browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile"),
            *("--no-pdf-header-footer", f"--print-to-pdf={tmp_path}/x.pdf", f"file://{tmp_path}/x.html"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    made = pdf_pages(tmp_path / "x.pdf")
    assert len(made) > 2
    assert all("具体工作" in one and "完成时限" in one for one in made)


def test_what_is_below_stands_under_the_signature() -> None:
    drawn = page(slip())
    assert [drawn.rindex(line) for line in SLIP_LINES] == sorted(drawn.rindex(line) for line in SLIP_LINES)
    assert '<p class="plain">签收人：</p>' in drawn


def test_a_title_is_broken_between_words_only() -> None:
    drawn = page(Document("", (Part("关于2021年政务服务工作任务推进情况的通报\n<b>", ()),)))
    assert "<h1>关于2021年<wbr>政务服务<wbr>工作任务<wbr>推进情况的通报" in drawn
    assert "<b>" not in drawn
    assert "word-break: keep-all" in drawn
