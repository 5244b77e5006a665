"""Documents as Word files (.docx), set as GB/T 9704-2012 (党政机关公文格式) asks."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from qjtask.core.layout.document import Block, Document, Heading, Paragraph, Part
from qjtask.core.layout.sheet import Sheet
from qjtask.core.layout.title_lines import title_lines
from qjtask.core.named_tuple import NamedTuple
from qjtask.render.one_line import one_line
from qjtask.render.table_shape import printed_width
from qjtask.render.word_styles import (
    BODY,
    CAPTION,
    ERHAO,
    HEAD,
    HEADING,
    NOTE,
    NUMBER,
    SANHAO,
    SIGN,
    SIHAO,
    TITLE,
    WUHAO,
    XIAOSI,
    dress,
)
from qjtask.render.word_table import table
from qjtask.render.word_xml import W, add, element, paragraph, run

_MADE = datetime(2000, 1, 1, tzinfo=UTC)  # always the same, so that the same ledger gives the same file
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_LONGEST_TITLE = 255  # characters of a property, by the format


class Page(NamedTuple):
    """A4 with its margins, in millimetres."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    table_size: float

    @property
    def twips(self) -> int:
        """How wide the text is, in twentieths of a point."""
        return round((self.width - self.left - self.right) / 25.4 * 1440)


_UPRIGHT = Page(210, 297, top=37, bottom=35, left=28, right=26, table_size=XIAOSI)  # 5.2.1
_LYING = Page(297, 210, top=25, bottom=24, left=20, right=20, table_size=WUHAO)


def word(document: Document) -> bytes:
    """The .docx file of a document; the same document gives the same bytes."""
    import docx

    page = _LYING if document.is_wide else _UPRIGHT
    file = docx.Document()
    dress(file, page.table_size)
    _lay(file.sections[0], page)
    end = file.element.body.sectPr
    end.find(f"{W}pgMar").addnext(element("pgNumType", start=1))
    for at, part in enumerate(document.parts, 1):
        made = _part(part, page)
        if at < len(document.parts):
            made[-1][0].append(deepcopy(end))  # a section of its own, for its page numbers
        for one in made:
            end.addprevious(one)
    _describe(file.core_properties, document.title)
    return _same_bytes(file)


def _lay(section: Any, page: Page) -> None:
    """The paper, its margins, and the page number: 7 mm under the text, at the outer edge (7.5)."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.orientation = WD_ORIENT.LANDSCAPE if page.width > page.height else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance, section.footer_distance = Mm(15), Mm(page.bottom - 10)
    _number(section.footer, "right")
    _number(section.even_page_footer, "left")


def _number(footer: Any, side: str) -> None:
    made = paragraph(NUMBER, "")
    properties = made[0]
    add(properties, "ind", **{f"{side}Chars": 100, side: SIHAO * 20})  # one character free
    add(properties, "jc", val=side)
    run(made, "— ")
    run(add(made, "fldSimple", instr=" PAGE "), "1")
    run(made, " —")
    footer.is_linked_to_previous = False
    container = footer.paragraphs[0]._p.getparent()  # noqa: SLF001 - python-docx's own way to the XML
    container[:] = [made]


def _part(part: Part, page: Page) -> list[Any]:
    made = [_title(part.title, page), *(paragraph(HEAD, line) for line in part.head)]
    for block in part.on_paper.blocks:
        _block(made, block, page)
    if part.sign:
        _keep_with_next(made)
    made.extend(_sign(part.sign, page))
    for block in part.below:
        _block(made, block, page)
    return made


def _block(made: list[Any], block: Block, page: Page) -> None:
    """Draw a block behind those that are `made`."""
    match block:
        case Heading(text):
            made.append(paragraph(HEADING, text))
        case Paragraph(text, tone, is_flush):
            made.append(paragraph(BODY, text, tone))
            if is_flush:
                add(made[-1][0], "ind", firstLineChars=0, firstLine=0)
        case Sheet():
            _keep_with_next(made)
            made.extend(_sheet(block, page))


def _title(text: str, page: Page) -> Any:
    """The title, broken between words into lines of like length (7.3.1)."""
    made = paragraph(TITLE, "")
    room = page.twips // (ERHAO * 10)  # halves of a Han character
    for at, line in enumerate(title_lines(one_line(text), room, printed_width)):
        if at:
            add(add(made, "r"), "br")
        run(made, line)
    return made


def _keep_with_next(made: list[Any]) -> None:
    """Keep the last paragraph, or a table's last row and its notes, with what follows on one page."""
    for one in reversed(made):
        is_table = one.tag == f"{W}tbl"
        for kept in one[-1].iter(f"{W}p") if is_table else (one,):
            if kept[0].find(f"{W}keepNext") is None:
                _behind_style(kept, "keepNext")
        if is_table or one[0][0].get(f"{W}val") != NOTE:
            return


def _behind_style(made: Any, tag: str) -> None:
    """Give a paragraph a property of those that the schema wants first."""
    made[0].insert(1, element(tag))


def _sheet(sheet: Sheet, page: Page) -> Iterator[Any]:
    """A table between its title and its notes.

    A paragraph follows every table: without one Word joins it to the next, and others lose the last.
    """
    if sheet.title:
        yield paragraph(CAPTION, sheet.title)
    if sheet.rows:
        yield table(sheet, page.twips, page.table_size)
    for note in sheet.notes or ("",):
        yield paragraph(NOTE, note)


def _sign(lines: tuple[str, ...], page: Page) -> Iterator[Any]:
    """Who signs and when: one centred over the other, four characters from the right edge (7.3.5.1).

    They stay together, under an empty line.
    """
    if not lines:
        return
    size = SANHAO * 20
    longest = max((printed_width(line) + 1) // 2 for line in lines)
    left = max(0, page.twips // size - 4 - longest)
    for left_over, line in zip(range(len(lines), -1, -1), ("", *lines), strict=True):
        made = paragraph(SIGN, line)
        if left_over:
            _behind_style(made, "keepNext")
        add(made[0], "ind", leftChars=left * 100, left=left * size, rightChars=400, right=4 * size)
        yield made


def _describe(properties: Any, title: str) -> None:
    properties.title = one_line(title)[:_LONGEST_TITLE]
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.language = "zh-CN"
    properties.created = properties.modified = _MADE
    properties.revision = 1


def _same_bytes(file: Any) -> bytes:
    """The file without the moment that python-docx notes in its zip."""
    drawn, made = BytesIO(), BytesIO()
    file.save(drawn)
    with zipfile.ZipFile(drawn) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _ZIP_EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
