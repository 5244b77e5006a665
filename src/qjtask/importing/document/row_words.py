"""What the words of a row say that is no work: a sum, a sample, a note, the lines under a form."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.document.grid import GridRow
from qjtask.importing.document.signature import is_issuer
from qjtask.importing.document.titles import DAY
from qjtask.importing.words.tidy_text import flow
from qjtask.importing.words.vocabulary import words

_PAGE = r"[—\-–－ ·]*\d{1,4}[—\-–－ ·]*|第\s*\d+\s*页.*"
_CELLS_OF_SIGNATURE = 2
_HANDS = ("签字", "签名", "签章", "盖章", "（盖章）", "（签字）", "（签名）", "(盖章)", "(签字)")
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


def without_note_label(text: str) -> str:
    """A note without the word before it: 注1：."""
    return compiled(rf"(?:{'|'.join(words().rows.notes)})\s*\d*[：:.、]\s*").sub("", text, count=1)


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
    """Whether a text is a line under a form: 填表人：张三, 主要领导签字, a day or its blank."""
    plain = flow(text)
    label = compiled(_LABEL).fullmatch(plain) if "：" in plain or ":" in plain else None
    if label is None:
        return _is_day(plain) or plain.endswith(_HANDS)
    name = compiled(r"\s+|[（(][^（()）]*[)）]").sub("", label[1])
    return name in words().rows.signed or name.endswith(_HANDS)


def is_signature(texts: Sequence[str]) -> bool:
    """Whether texts are who issued something and when, in two cells or one: 县政府办公室 2021年3月5日印发."""
    if len(texts) > _CELLS_OF_SIGNATURE:
        return False
    line = " ".join(map(flow, texts))
    if "日" not in line:
        return False
    found = compiled(rf"([^\W\d_]{{3,}}?)\s*{DAY}(?:印发|印|制)?").fullmatch(line)
    return found is not None and is_issuer(found[1]) and not found[1].startswith(words().works)


def _is_day(text: str) -> bool:
    """Whether a text is a day, or the blank for one."""
    pattern = rf"{DAY}(?:印发|印|制)?|(?:20\d\d)?\s*年\s*月\s*日"
    return "日" in text and compiled(pattern).fullmatch(text) is not None


def is_as_above(text: str) -> bool:
    """Whether a cell says the same as the one above: 同上."""
    return "".join(text.split()).strip("。.、，（）()") in words().rows.above


def is_blank_word(text: str) -> bool:
    """Whether a cell says in words that it is empty: 没有, 不涉及."""
    return text.strip(" 。.、，（）()") in words().rows.blank
