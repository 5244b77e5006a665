"""Word documents that are one XML file, written anew as the package that the reader of .docx takes.

Flat OPC holds the parts of a .docx as they are. Word 2003's own XML (WordprocessingML) has nearly the
same elements in another namespace, with the numbers of lists as they are shown.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.packed.safe_xml import parsed_file
from qjtask.importing.formats.word.docx import read_docx
from qjtask.importing.formats.word.docx_runs import W

Progress = Callable[[int], None]

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_OLD = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_ANNOTATION = "{http://schemas.microsoft.com/aml/2001/core}annotation"
_HINT = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_CHANGES = {"Word.Insertion": f"{W}ins", "Word.Deletion": f"{W}del"}
# Beside the text: what stands at the head or foot of each page, notes, comments and pictures.
_BESIDE = tuple(f"{_OLD}{name}" for name in ("hdr", "ftr", "footnote", "endnote", "binData"))


def read_flat_package(data: bytes, shown: str, progress: Progress) -> SourceDocument:
    """Read a .docx that was saved as one XML file. Refused as a .docx is."""
    from lxml import etree

    parts = {}
    for part in parsed_file(data, shown).iterfind(f"{_PKG}part"):
        content = part.find(f"{_PKG}xmlData")
        if content is not None and len(content):
            parts[(part.get(f"{_PKG}name") or "").lstrip("/")] = etree.tostring(content[0], encoding="utf-8")
    return read_docx(_packed(parts), shown, progress)


def read_word_2003(data: bytes, shown: str, progress: Progress) -> SourceDocument:
    """Read Word 2003's XML. Refused as a .docx is."""
    from lxml import etree

    root = parsed_file(data, shown)
    for element in list(root.iter(*_BESIDE, _ANNOTATION)):
        if element.tag == _ANNOTATION:
            _mark_change(element)
        elif element.getparent() is not None:
            _drop(element)
    for properties in list(root.iter(f"{_OLD}listPr")):
        _write_number(properties)
    for merge in root.iter(f"{_OLD}vmerge"):
        merge.tag = f"{_OLD}vMerge"
    parts = {}
    for name, part in (("body", "word/document.xml"), ("styles", "word/styles.xml")):
        found = root.find(f"{_OLD}{name}")
        if found is not None:
            written = etree.tostring(found, encoding="utf-8", with_tail=False)
            parts[part] = written.replace(f'"{_OLD[1:-1]}"'.encode(), f'"{W[1:-1]}"'.encode())
    return read_docx(_packed(parts), shown, progress)


def _packed(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return made.getvalue()


def _mark_change(element: Any) -> None:
    """Make a tracked change what it is in a .docx. A comment goes, with its text."""
    kind = element.get(f"{_OLD}type") or ""
    if kind == "Word.Comment":
        _drop(element)
    elif kind in _CHANGES:
        element.tag = _CHANGES[kind]


def _drop(element: Any) -> None:
    parent = element.getparent()
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _write_number(properties: Any) -> None:
    """Put the number that a paragraph of a list shows before its text; a bullet is none."""
    shown = properties.find(f"{_HINT}t")
    number = "" if shown is None else shown.get(f"{_HINT}val") or ""
    paragraph = properties.getparent().getparent()
    if any(char.isalnum() for char in number) and paragraph is not None:
        run = paragraph.makeelement(f"{_OLD}r")
        run.append(run.makeelement(f"{_OLD}t"))
        run[0].text = number
        paragraph.insert(1, run)
