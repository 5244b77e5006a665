"""Notices without a table, each kind as text, web page, Word document and PDF."""

from __future__ import annotations

import io
from collections.abc import Callable
from html import escape
from typing import Any

import pytest

from qjtask.core.problem import Refused
from tests.importing.works.lists_samples import ListSample, lines_of, missing, samples

SAMPLES = samples()


def as_text(paragraphs: tuple[str, ...]) -> bytes:
    return "\n".join(paragraphs).encode("gb18030")


def as_page(paragraphs: tuple[str, ...]) -> bytes:
    body = "".join(f"<p>&emsp;&emsp;{escape(one)}</p>" for one in paragraphs)
    return f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>".encode()


def as_word(paragraphs: tuple[str, ...]) -> bytes:
    import docx

    document = docx.Document()
    for one in paragraphs:
        document.add_paragraph(one)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def as_pdf(paragraphs: tuple[str, ...]) -> bytes:
    """Pages as an office prints them: a first line set in by two characters, lines broken at the margin."""
    platypus = pytest.importorskip("reportlab.platypus", reason="reportlab draws the PDF of this test")
    from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
    from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle(
        "body", fontName="STSong-Light", fontSize=16, leading=28, wordWrap="CJK", firstLineIndent=32
    )
    made = io.BytesIO()
    document = platypus.SimpleDocTemplate(made, pagesize=(595, 842))
    document.build([platypus.Paragraph(escape(one), style) for one in paragraphs])
    return made.getvalue()


WRITERS: dict[str, Callable[[tuple[str, ...]], bytes]] = {
    "txt": as_text,
    "html": as_page,
    "docx": as_word,
    "pdf": as_pdf,
}


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_sample_gives_its_items_and_its_doubts(sample: ListSample, form: str, kit: Any) -> None:
    data = WRITERS[form](sample.paragraphs)
    if sample.is_refused:
        with pytest.raises(Refused) as refused:
            kit.drafted(data, f"通知.{form}")
        assert all(words in str(refused.value.problems[0]) for _, words in sample.doubts)
        return
    draft = kit.drafted(data, f"通知.{form}")
    assert lines_of(draft) == sample.wanted
    assert missing(sample, draft) == []
