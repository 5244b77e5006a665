"""Offices alone on a line: 【教务处】 over the works that are its own, or under a work that it does.

Where they stand says which. Over works, nothing but a title, a day or a sentence such as 安排如下： stands
before the first of them, and a work stands after the last; under works it is the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_names import names_only
from qjtask.importing.clauses.clause_words import LABEL, SHARES
from qjtask.importing.clauses.name_kinds import heads_works, is_body, without_duties
from qjtask.importing.document.titles import is_day
from qjtask.importing.lines.attendance_lines import says_who_attended
from qjtask.importing.lines.levels import BULLET, rank, read_level
from qjtask.importing.lines.notice_endings import ends_notice
from qjtask.importing.lines.paragraphs import Passage
from qjtask.importing.lines.text_line import SENTENCE_ENDS
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.office_words import ends_as_office

_OPEN, _CLOSE, _NAME = "[【〔［\\[（(]", "[】〕］\\]）)]", "[^【】〔〕［］\\[\\]（）()：:，,。；;]{2,24}"
_ALONE = rf"{_OPEN}(?P<name>{_NAME}){_CLOSE}\s*[：:]?"
_HEADING = rf"(?:{_OPEN}(?P<within>{_NAME}){_CLOSE}|(?P<plain>[^：:，,。；;]{{2,24}}))\s*[：:]?"
_LEADS_IN = "[：:]$|[如以]下。?$"
_STOPS = (*SENTENCE_ENDS, *"）)〕】")
_FEWEST = 2  # offices that head works
_MOST = 2  # offices in one heading
_LONGEST = 40
_LONGEST_PLACE = 12
_TRIM = " 。；;：:"
_HEAD = 3  # lines in which a title stands
_SECTIONS = rank("（一）")


def with_office_headings(passages: Sequence[Passage], vocabulary: Vocabulary) -> Sequence[Passage]:
    """The passages with the offices that head works, and with a bullet before works without a number.

    Brackets among them that name no office (【安全工作】) are taken for one as well: a name that does not
    look like an office's is told at the end.
    """
    named = _named(passages, vocabulary)
    heads = {at: head for at, head in named.items() if _is_over_work(head, _first_below(passages, at))}
    if len(heads) >= _FEWEST:
        places = {at: head for at, head in _places(passages, vocabulary) if at not in named}
        named, heads = named | places, heads | places
    if not _head_works(passages, named, heads):
        return passages
    if all(head.is_closed for head in heads.values()):
        heads = _with_strange(passages, heads)
    return list(_headed(passages, heads))


def _named(passages: Sequence[Passage], vocabulary: Vocabulary) -> dict[int, _Head]:
    """The offices that stand alone on a line, but for those that sign there."""
    read = ((at, _office(one.text, vocabulary)) for at, one in enumerate(passages))
    return {at: head for at, head in read if head and not _signs(_text_at(passages, at + 1))}


class _Head(NamedTuple):
    """An office alone on a line, the number before it, and whether a label or brackets mark it.

    `is_place` where its name could be that of a place, too, and the offices beside it say what it is.
    """

    number: str
    name: str
    names: tuple[str, ...]
    is_labelled: bool = False
    is_closed: bool = False
    is_place: bool = False


def _places(passages: Sequence[Passage], vocabulary: Vocabulary) -> Iterator[tuple[int, _Head]]:
    """The lines alone over a 1. that name what is called as a place is: 图书馆, 技术室 among offices."""
    for at, one in enumerate(passages):
        if (
            len(one.text) > _LONGEST_PLACE
            or not _counts_anew(_text_at(passages, at + 1))
            or read_level(one.text)
        ):
            continue
        name, is_closed = _name_alone(one.text)
        names = names_only(name, vocabulary) if ends_as_office(name) and is_body(name) else ()
        if len(names) == 1:
            yield at, _Head("", name, names, is_closed=is_closed, is_place=True)


def _counts_anew(text: str) -> bool:
    printed = read_level(text)
    return printed is not None and printed.number == 1


def _office(text: str, vocabulary: Vocabulary) -> _Head | None:
    """The office that stands alone on a line, in brackets, after 责任单位：, or as it is; None for others."""
    if len(text) > _LONGEST:
        return None
    printed = read_level(text)
    body = printed.text if printed else text
    label = LABEL.match(body)
    if label is None and printed is not None and printed.style != BULLET:
        return None
    name, is_closed = (_name_behind(label), False) if label else _name_alone(body)
    names = _names_in(name, vocabulary, may_be_all=is_closed)
    number = text[: len(text) - len(body)] if label else ""
    return _Head(number, name, names, label is not None, is_closed) if names else None


def _name_behind(label: re.Match[str]) -> str:
    """What stands behind 责任单位：; "" behind the label of anything else."""
    return label.string[label.end() :].strip(_TRIM) if label.lastgroup == Role.UNITS.name else ""


def _name_alone(text: str) -> tuple[str, bool]:
    """The words of a line that could be a name, and whether they stand in brackets; "" for another line."""
    found = compiled(_HEADING).fullmatch(text)
    if found is None:
        return "", False
    return without_duties((found["within"] or found["plain"]).strip(_TRIM)), found["within"] is not None


def _names_in(name: str, vocabulary: Vocabulary, *, may_be_all: bool) -> tuple[str, ...]:
    """The offices that a heading names; none for more than a heading holds, or 各单位, to whom one writes."""
    names = names_only(name, vocabulary) if ends_as_office(name) else ()
    is_whom = not may_be_all and any(one.startswith("各") for one in names)
    return () if len(names) > _MOST or is_whom or not all(map(heads_works, names)) else names


def _head_works(passages: Sequence[Passage], named: Mapping[int, _Head], heads: Mapping[int, _Head]) -> bool:
    """Whether the offices that stand over works head them, and none says who does what is above it."""
    if len(heads) < _FEWEST or max(named) != max(heads) or not _is_led_in(passages, named):
        return False
    if all(head.number == "" and _is_section(_text_at(passages, at - 1)) for at, head in heads.items()):
        return False  # 一、抓好城建 over 县住建局: the office is that heading's
    return not any(head.is_labelled for head in heads.values()) or _are_all_labelled(passages, heads)


def _is_over_work(head: _Head, text: str) -> bool:
    """Whether the line under an office may be a work of it: under a number, one with a narrower number."""
    own, printed = read_level(head.number) if head.number else None, read_level(text)
    if own is not None and (printed is None or rank(printed.style) <= rank(own.style)):
        return False
    return _is_work(text, in_brackets=head.is_closed) and not (head.is_labelled and printed is None)


def _are_all_labelled(passages: Sequence[Passage], heads: Collection[int]) -> bool:
    """Whether no other line says who does a work: such a line stands under it."""
    others = (one.text for at, one in enumerate(passages) if at not in heads)
    labels = (LABEL.match(text) for text in others)
    return not any(label and Role[label.lastgroup or ""] in SHARES for label in labels)


def _with_strange(passages: Sequence[Passage], heads: Mapping[int, _Head]) -> dict[int, _Head]:
    """The headings with those in the same brackets, from the first of them on, that name no office."""
    sign = passages[min(heads)].text[0]
    made = dict(heads)
    for at in range(min(heads), len(passages) - 1):
        text = passages[at].text
        found = compiled(_ALONE).fullmatch(text) if text.startswith(sign) and at not in made else None
        if found and read_level(text) is None and _is_work(passages[at + 1].text, in_brackets=True):
            made[at] = _Head("", found["name"], (found["name"],), is_closed=True)
    return made


def _signs(text: str) -> bool:
    """Whether the line under an office shows that the office signs: it is a day, or there is none."""
    return not text or is_day(text)


def _text_at(passages: Sequence[Passage], at: int) -> str:
    return passages[at].text if 0 <= at < len(passages) else ""


def _first_below(passages: Sequence[Passage], at: int) -> str:
    """The first line under an office but for a sentence that leads in its works: ……，其职责为： over 1."""
    text, below = _text_at(passages, at + 1), _text_at(passages, at + 2)
    return below if _leads_in(text, below) else text


def _leads_in(text: str, below: str) -> bool:
    """Whether a sentence without a number ends in a colon over the first of several works."""
    is_sentence = text.endswith(("：", ":")) and compiled("[，,。]").search(text) is not None
    return is_sentence and read_level(text) is None and _counts_anew(below)


def _is_work(text: str, *, in_brackets: bool) -> bool:
    """Whether a line may be a work under an office: numbered, or a sentence; any under brackets."""
    printed = read_level(text)
    if not text or is_day(text) or _ends(text) or LABEL.match(printed.text if printed else text):
        return False
    return printed is not None or text.endswith(_STOPS) or in_brackets


def _ends(text: str) -> bool:
    """Whether a line belongs to what closes a notice, or is another heading in brackets."""
    return ends_notice(text) or compiled(_ALONE).fullmatch(text) is not None


def _is_section(text: str) -> bool:
    """Whether a line is a numbered heading over works: 一、抓好城建."""
    printed = read_level(text)
    is_wide = printed is not None and printed.style != BULLET and rank(printed.style) <= _SECTIONS
    return is_wide and not text.endswith(_STOPS)


def _is_led_in(passages: Sequence[Passage], named: Mapping[int, _Head]) -> bool:
    """Whether what stands before the first office is no work: a title, a day, a heading, 安排如下：.

    责任单位：县住建局 under a heading says who does what that heading says.
    """
    first = min(named)
    text, head = _text_at(passages, first - 1), named[first]
    if LABEL.match(text):
        return False
    if not text or is_day(text) or compiled(_LEADS_IN).search(text):
        return True
    printed = read_level(text)
    if printed is not None and printed.style != BULLET:
        is_of_heading = head.is_labelled and not head.number
        return _is_section(text) and not is_of_heading
    return first <= _HEAD and not text.endswith(SENTENCE_ENDS)


def _headed(passages: Sequence[Passage], heads: Mapping[int, _Head]) -> Iterator[Passage]:
    """The passages with their headings, and with the works below as points where they have no number."""
    is_under, last = False, max(heads)
    any_place = any(head.is_place for head in heads.values())
    for at, passage in enumerate(passages):
        text, below = passage.text, _text_at(passages, at + 1)
        if at in heads:
            own = _as_heading(passage, heads[at], below, is_known=not any_place)
            is_under = own is not passage
            yield own
            continue
        is_signed = is_day(text) or is_day(below)
        is_under = is_under and not is_signed and not (at > last and _ends(text))
        is_work = is_under and _is_unmarked(text) and not _leads_in(text, below)
        yield passage._replace(text=f"{BULLET} {text}") if is_work else passage


def _as_heading(passage: Passage, head: _Head, below: str, *, is_known: bool) -> Passage:
    """An office's line as the heading of its works; itself where such a line is known for one already."""
    if is_known and passage.text == f"{head.name}：" and read_level(below):
        return passage
    return passage._replace(text=f"{head.number}{head.name}", heads=() if head.number else head.names)


def _is_unmarked(text: str) -> bool:
    """Whether a line below an office is a work without a number of its own."""
    ends = _ends(text) or says_who_attended(text)
    return not ends and read_level(text) is None and not LABEL.match(text)
