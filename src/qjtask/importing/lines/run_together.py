"""A notice that a page keeps in one paragraph, as its numbered paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from qjtask.core.time.numerals import NUMERALS
from qjtask.importing.lines.levels import rank, read_level
from qjtask.importing.words.numbering import Printed

_NUMBER = rf"(?:[{NUMERALS}]{{1,3}}、|[（(][{NUMERALS}]{{1,3}}[)）]|[0-9]{{1,2}}(?:、|[.．](?![0-9])))"
_BEGINS = re.compile(rf"(?:^|(?<=[\s：:。；;!！)）〕】\]])){_NUMBER}\s*")
_UNDER_TITLE = re.compile(rf"[^。；;：:！!]{{2,40}}?(?={_NUMBER})")
_ENDS_A_WORK = re.compile(
    r"(?:牵头|负责|落实|参加|参与|配合|[局委办厅])[^（()）。；;]{0,12}[)）〕】\]]|(?:责任|牵头)(?:单位|部门)[:：]"
)
_SHORTEST = 80  # characters of a paragraph that may hold several
_FEWEST = 2  # works that end in it, and kinds of numbers
_LOOKED_AT = 80  # characters from which a number is read


def numbers_apart(text: str) -> Iterator[str]:
    """The paragraphs in one; the text itself where it holds no headings with several works under them."""
    places = _places(text) if len(text) >= _SHORTEST and _ends(text) >= _FEWEST else []
    for start, end in zip((0, *places), (*places, len(text)), strict=True):
        part = text[start:end].strip()
        if part:
            yield part


def _ends(text: str) -> int:
    return sum(1 for _ in _ENDS_A_WORK.finditer(text))


def _places(text: str) -> list[int]:
    """Where numbers of two kinds begin, each kind counting on and the wider one first."""
    found = [(at, printed) for at in _starts(text) if (printed := read_level(text[at : at + _LOOKED_AT]))]
    styles = {printed.style for _, printed in found}
    if len(styles) < _FEWEST or found[0][1].style != min(styles, key=rank):
        return []
    return [at for at, _ in found if at] if _count_on(printed for _, printed in found) else []


def _count_on(numbers: Iterable[Printed]) -> bool:
    """Whether each number is a first one, or follows the last of its kind under the same heading.

    1. may run on under the next heading.
    """
    last: dict[str, int] = {}
    for printed in numbers:
        if printed.number not in {last.get(printed.style, 0) + 1, 1}:
            return False
        for style in last:
            if style != "1." and rank(style) > rank(printed.style):
                last[style] = 0
        last[printed.style] = printed.number
    return True


def _starts(text: str) -> Iterator[int]:
    """Where numbers may begin paragraphs: after a stop or a space, or right after a title that has none."""
    at = 0
    while found := _BEGINS.search(text, at):
        yield found.start()
        title = _UNDER_TITLE.match(text, found.end())
        at = found.end()
        if title and not found[0][0].isdecimal() and not text[title.end() - 1].isspace():
            yield title.end()
            at = title.end() + 1
