"""Numbers that a blank parts from their paragraphs, or nothing: 1 推进学校建设, 1.65岁以上老年人."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.clause_words import LABEL
from qjtask.importing.words.numbering import read_number

_NUMBERED = (  # and no amount: 3 个, 2 万元, 5 月
    r"(?P<before>\s*)(?P<n>[1-9][0-9]{0,2})(?P<blank>[ \u3000\t]+)"
    r"(?!(?:多|余)?[个名家户项处所座间条台套件辆栋幢次场期天日月年周岁号元万亿千百倍吨米亩公平立分小时以至—-])"
    r"(?=[\u4e00-\u9fff“《〔【])"
)
_FEWEST = 2
_BEFORE_FIGURE = r"(?P<n>[1-9][0-9]?)(?P<sign>[.．、])(?=[0-9])"
_ITS_STYLE = "1."
_ENDED = tuple("。；;！!）)〕】")


class _Numeral(NamedTuple):
    """A paragraph's number: where, which, and whether it is one for certain, or no decimal: 1、65."""

    at: int
    number: int
    is_sure: bool
    is_whole: bool = True


def with_points(texts: Sequence[str]) -> list[str]:
    """The paragraphs with a point behind such numbers, where they count on from 1: 1. 推进学校建设.

    They may begin again under another heading. A figure that a page broke off does not count on.
    """
    found = {at: one for at, text in enumerate(texts) if (one := compiled(_NUMBERED).match(text))}
    counting = _counting((at, int(one["n"])) for at, one in found.items())
    return [
        f"{found[at]['n']}. {text[found[at].end() :]}" if at in counting else text
        for at, text in enumerate(texts)
    ]


def _counting(numbers: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The places of numbers in runs of two at least, each of which begins with 1."""
    runs: list[list[tuple[int, int]]] = []
    for at, number in numbers:
        if runs and number == runs[-1][-1][1] + 1:
            runs[-1].append((at, number))
        elif number == 1:
            runs.append([(at, number)])
    return frozenset(at for run in runs if len(run) >= _FEWEST for at, _ in run)


def with_figures_apart(texts: Sequence[str]) -> list[str]:
    """The paragraphs with a blank between their number and a figure: 1. 65岁以上老年人, where it counts.

    These are paragraphs as a page broke them, and only their numbers tell which begin anew. What whole ones
    and the run that they count on with tell beyond that, `with_number_apart` (`levels.py`) reads later.

    A number counts behind or before a paragraph whose number is read for certain. 2.65万吨 that a page
    broke off does not: its own number is there already, or the line above it is not ended.
    """
    found = list(_numerals(texts))
    made = list(texts)
    last = _Numeral(-1, 0, is_sure=False, is_whole=False)
    for one, following in zip_longest(found, found[1:]):
        if one.is_sure or _counts_on(one, last, following, texts):
            last = one
            if not one.is_sure:
                sign = compiled(_BEFORE_FIGURE).match(texts[one.at])
                made[one.at] = f"{texts[one.at][: sign.end()]} {texts[one.at][sign.end() :]}" if sign else ""
    return made


def _numerals(texts: Sequence[str]) -> Iterator[_Numeral]:
    """The numbers of this style; one of another style, under which they begin again, is 0 of it."""
    for at, text in enumerate(texts):
        printed = read_number(text)
        if printed is not None:
            yield _Numeral(at, printed.number if printed.style == _ITS_STYLE else 0, is_sure=True)
        elif text[:1].isdecimal() and (may_be := compiled(_BEFORE_FIGURE).match(text)):
            yield _Numeral(at, int(may_be["n"]), is_sure=False, is_whole=may_be["sign"] == "、")


def _counts_on(one: _Numeral, last: _Numeral, following: _Numeral | None, texts: Sequence[str]) -> bool:
    """Whether a number counts on from the last one, or begins, and the next counts on from it."""
    begins = one.number == 1 and last.number != 1
    is_next = last.number > 0 and one.number == last.number + 1
    if following is None or following.number == 0:
        before = texts[one.at - 1]
        is_begun = one.is_whole or before.endswith(_ENDED) or LABEL.match(before) is not None
        return is_next and last.is_whole and is_begun
    is_certain = following.is_whole or (is_next and last.is_whole)
    return (begins or is_next) and is_certain and following.number == one.number + 1
