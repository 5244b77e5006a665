"""What the words of a row say that is no work: a sum, a sample, a note, the lines under a form."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.document.grid import GridRow
from qjtask.importing.document.titles import DAY
from qjtask.importing.words.tidy_text import flow
from qjtask.importing.words.vocabulary import words

_PAGE = r"[—\-–－ ·]*\d{1,4}[—\-–－ ·]*|第\s*\d+\s*页.*"
_LABEL = r"([^：:]{1,12})[：:]\s*(.*)"


def is_page_number(text: str) -> bool:
    """Whether a text is a page's number: — 3 —, 第3页."""
    return compiled(_PAGE).fullmatch(text) is not None


def is_note(text: str) -> bool:
    """Whether a text is a note under the table: 注：完成时限为……."""
    notes = words().rows.notes
    return (
        text.startswith(notes) and compiled(rf"(?:{'|'.join(notes)})\s*\d*[：:.、]").match(text) is not None
    )


def is_sum(text: str) -> bool:
    """Whether a text is 合计, 总分 and their like, alone or with what is counted."""
    plain = "".join(text.split())
    sums = words().rows.sums
    if not plain.startswith(tuple(sums)):
        return False
    return (
        plain.rstrip("：:") in sums or compiled(rf"(?:{'|'.join(sums)})[：:（(\d]").match(plain) is not None
    )


def is_sample(row: GridRow) -> bool:
    """Whether a row shows how to fill in a form: 例 stands in its first cell."""
    first = next((cell.text for cell in row.cells if cell.text and not cell.left), "")
    plain = compiled(r"[\s：:（(）)]+").sub("", first)
    return plain in words().rows.sample or compiled(r"(?:示?例|样例)\d*").fullmatch(plain) is not None


def is_signed(text: str) -> bool:
    """Whether a text is a line under a form: 填表人：张三, 联系电话：123, a day."""
    label = compiled(_LABEL).fullmatch(flow(text))
    if label is None:
        return compiled(DAY).fullmatch(flow(text)) is not None
    return compiled(r"\s+|[（(][^（()）]*[)）]").sub("", label[1]) in words().rows.signed


def is_as_above(text: str) -> bool:
    """Whether a cell says the same as the one above: 同上."""
    return "".join(text.split()).strip("。.、，（）()") in words().rows.above


def is_blank_word(text: str) -> bool:
    """Whether a cell says in words that it is empty: 没有, 不涉及."""
    return text.strip(" 。.、，（）()") in words().rows.blank
