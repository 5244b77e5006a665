"""WordprocessingML, element by element: python-docx reads a table anew for each cell, so rows are made here.

Children must come in the schema's order (ISO/IEC 29500-1, annex A); Word refuses a file otherwise. Only
the whole file shows whether they do: tests/render/test_word.py.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from qjtask.core.layout.sheet import Tone
from qjtask.render.one_line import one_line
from qjtask.render.print_tones import BOLD, COLOURS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def element(tag: str, **attributes: str | int) -> Any:
    """A new element of the main namespace, as are its attributes."""
    return etree.Element(W + tag, {W + name: str(value) for name, value in attributes.items()})


def add(parent: Any, tag: str, **attributes: str | int) -> Any:
    """The same, as the last child of `parent`."""
    return etree.SubElement(parent, W + tag, {W + name: str(value) for name, value in attributes.items()})


def paragraph(style: str, text: str, tone: Tone = Tone.PLAIN) -> Any:
    """A paragraph of one run; `style` is a style's id."""
    made = element("p")
    add(add(made, "pPr"), "pStyle", val=style)
    if text:
        run(made, text, tone)
    return made


def run(parent: Any, text: str, tone: Tone = Tone.PLAIN) -> None:
    """A run of text, made harmless, in the tone's colour."""
    made = add(parent, "r")
    if tone is not Tone.PLAIN:
        properties = add(made, "rPr")
        if tone in BOLD:
            add(properties, "b")
        if tone in COLOURS:
            add(properties, "color", val=COLOURS[tone])
    written = add(made, "t")
    written.text = one_line(text)
    written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
