"""Marks beside printed numbers (4*, ★4, 4（重点）), and what notes say of them: it is kept with the works."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from unicodedata import normalize

from qjtask.core.text.patterns import compiled
from qjtask.importing.document.row_words import without_note_label
from qjtask.importing.outline.outline import FoundWork, Outline
from qjtask.importing.words.lead_notes import NOUN
from qjtask.importing.words.numbering import MARKS, read_ordinal, unmarked

_LONGEST = 60  # characters of what a note says of one mark
_BEFORE_WORKS = frozenset("*＊★☆▲△※")  # and not #, as #1楼 is a name
_SAYS = r"为|是|系|表示|代表|指|属"
_OF_OFFICES = rf"(?:牵头|主办|责任|承办){NOUN}"


def marks_of(numbers: Iterable[str]) -> frozenset[str]:
    """The signs that stand beside the numbers of a column; a word in brackets says itself what it means."""
    marks = (mark for number in numbers if (mark := unmarked(number)[1]) and read_ordinal(number) is not None)
    return frozenset(normalize("NFKC", sign) for mark in marks for sign in mark if sign in MARKS)


def marks_of_works(works: Iterable[str]) -> frozenset[str]:
    """The signs at the head of works (*新建服务站, ★接种疫苗)."""
    firsts = (text[0] for work in works if len(text := work.lstrip()) > 1)
    return frozenset(normalize("NFKC", first) for first in firsts if first in _BEFORE_WORKS)


def said_of_marks(texts: Iterable[str], marks: Collection[str]) -> dict[str, str]:
    """What headings and notes say of each mark, in their words: 带*的为重点项目."""
    found: dict[str, str] = {}
    for text in texts if marks else ():
        for mark, said in _said(text, marks):
            found.setdefault(mark, said)
    return found


def is_of_marks(text: str, marks: Collection[str]) -> bool:
    """Whether a note speaks of these marks and of nothing else."""
    parts = list(_parts(without_note_label(text), marks)) if marks else []
    return bool(parts) and len(dict(_said(text, marks))) == len(parts)


def with_marks_read(outline: Outline, said: dict[str, str]) -> Outline:
    """The outline, each number without its mark, and what the mark means in the note of its work."""
    sections = tuple(
        section._replace(rows=tuple(_with_mark_read(row, said) for row in section.rows))
        for section in outline.sections
    )
    return outline._replace(sections=sections)


def _with_mark_read(row: FoundWork, said: dict[str, str]) -> FoundWork:
    """A work with its number alone, and what its mark means, or the mark itself, in its note."""
    number, mark = unmarked(row.number)
    if mark and read_ordinal(number) is not None:
        row = _noted(row._replace(number=number), mark, "序号", said)
    for key, where in (("name", "工作名称"), ("work", "具体工作")):
        text = getattr(row, key).lstrip()
        plain = text.lstrip("".join(_BEFORE_WORKS))
        if plain and plain != text:
            row = _noted(row._replace(**{key: plain.lstrip()}), text[: -len(plain)], where, said)
    return row


def _noted(row: FoundWork, mark: str, where: str, said: dict[str, str]) -> FoundWork:
    """The work with what its mark means in its note, or else with the mark."""
    meant = [said[sign] for sign in normalize("NFKC", mark) if sign in said]
    told = "；".join(dict.fromkeys(meant)) if meant else f"{where}标“{mark.strip()}”"
    return row._replace(note="；".join(filter(None, (told, row.note))))


def _said(text: str, marks: Collection[str]) -> Iterator[tuple[str, str]]:
    """The parts of a text that say what one of the marks means; of offices another rule reads them."""
    for part in _parts(without_note_label(text), marks):
        mark = next((one for one in marks if one in normalize("NFKC", part)), "")
        says = len(part) <= _LONGEST and compiled(_SAYS).search(part) is not None
        if mark and says and not compiled(_OF_OFFICES).search(part):
            yield mark, part


def _parts(text: str, marks: Collection[str]) -> Iterator[str]:
    """The sentences of a text; 带*的为……，带#的为…… are two."""
    signs = "".join(marks)
    sentences = compiled(r"[。；;\n（()）]").split(text)
    for sentence in sentences:
        parts = compiled(rf"[，,、](?=[^，,、]{{0,3}}[{signs}])").split(sentence)
        yield from (part.strip() for part in parts if part.strip())
