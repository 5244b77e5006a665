"""Lines that end where no more had room: the text goes on, or another begins in the next line by chance."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.words.numbering import read_number
from qjtask.importing.words.office_words import (
    begins_with_region,
    ends_as_office,
    is_office,
    looks_like_person,
)
from qjtask.importing.words.torn_names import ends_in_a_field, goes_on_after, is_torn_branch, is_torn_word
from qjtask.importing.words.vocabulary import words

# Two numbers, or two days, may stand under each other where a cell is as wide as they are.
_NUMBER = r"[0-9０-９.,%％]+"
_TWO_DAYS = r"[年月日前底末份止度]\n[12][0-9]{3}[年.\-/—]|[月日前底末份止度]\n[01]?[0-9](?:月|季度)"
_BROKEN = "-–—/.&+_:@%~(（"  # signs behind which a word or number may be parted
_PARTS = r"[、，,；;。：:\s（）()]"
_SENTENCE = "。；;！？!?"
_SHORTEST = 3  # characters; a line of two holds a name of two as often as a part of one
_IN_LINES = ("办公室", "街道", "乡镇", "部门", "单位")  # which may stand in a line of their own
_WHOLE = tuple(f"{region}{body}" for region in "省市县区州镇乡" for body in "委府办")


def goes_on(text: str, after: str, ahead: str = "") -> bool:
    """Whether a line that fills its cell goes on in the next; two names of one width may stand there, too.

    `ahead` is the next line with those into which it goes on itself: a name may need several.
    """
    if text[-1] in _SENTENCE or read_number(after):
        return False
    if after[0].isascii():
        return _goes_on_in_latin(text, after)
    name, part = compiled(_PARTS).split(text)[-1], compiled(_PARTS).split(after)[0]
    if (looks_like_person(name) and looks_like_person(part)) or _is_name_of_two(text):
        return False
    if _is_torn(name, part):
        return True
    return not (_are_two(name, part, ahead) or _closes_before_another(text, part, ahead))


def _is_torn(name: str, part: str) -> bool:
    """Whether a line ends within a name, or begins with what none is without more before it: 支行."""
    is_rest = part in words().offices.generic and part not in _IN_LINES
    is_cut = bool(part) and bool(name) and (goes_on_after(name, part) or ends_in_a_field(name))
    return _is_label(name) or is_rest or is_cut or is_torn_word(name, part) or is_torn_branch(name, part)


def _is_label(name: str) -> bool:
    """Whether a line ends in whose part follows, without a colon: 配合单位⏎县发改局."""
    duties = words().duties
    return name.endswith(("单位", "部门")) and name[:-2] in {*duties.lead, *duties.units, *duties.support}


def _are_two(name: str, part: str, ahead: str) -> bool:
    """Whether a whole office ends a line, and another begins the next."""
    is_other = _may_begin_as_name(part) or _is_another(name, compiled(_PARTS).split(ahead)[0])
    return _may_end_as_name(name) and is_other


def _closes_before_another(text: str, part: str, ahead: str) -> bool:
    """Whether a name in brackets has ended: 各乡镇（街道） before 县财政局, not 各县（市） before 区政府."""
    bracket = compiled(r"[（(][^（()）]*[)）]$").search(text)
    if not bracket:
        return False
    if part.startswith("各"):
        return is_office(part)
    if begins_with_region(part):
        return is_office(part) and part[1:] not in words().offices.generic
    name = compiled(_PARTS).split(text[: bracket.start()])[-1]
    return not name.startswith("各") and _are_two(name, part, ahead)


def _may_end_as_name(name: str) -> bool:
    """Whether a whole office may end a line."""
    return ends_as_office(name) and len(name) >= _SHORTEST


def _may_begin_as_name(part: str) -> bool:
    """Whether an office may begin a line: 市财政局, 各镇, 市自然."""
    return is_office(part) or begins_with_region(part) or part.startswith("各")


def _is_another(name: str, part: str) -> bool:
    """Whether a name of several lines is another office than the last: both have a region, or neither."""
    return is_office(part) and begins_with_region(part) == begins_with_region(name)


def _is_name_of_two(text: str) -> bool:
    """Whether a line may be a whole name of two characters: not 市科, the first part of a longer one."""
    return len(text) < _SHORTEST and (not begins_with_region(text) or text in _WHOLE)


def _goes_on_in_latin(text: str, after: str) -> bool:
    """Whether a line goes on with a number or a Latin word, which is cut itself, or stands behind others.

    What stays apart: numbers of one length under each other, days, and two words with a space between.
    """
    line, last, first = text.rpartition("\n")[2], text[-1], after[0]
    if not last.isascii():
        return compiled(_TWO_DAYS).search(f"{line[-2:]}\n{after[:6]}") is None
    if compiled(_NUMBER).fullmatch(line) and compiled(_NUMBER).fullmatch(after):
        return len(line) > len(after)
    if last in _BROKEN or first in _BROKEN:
        return True
    return last.isalnum() and first.isalnum() and not _are_words(last, first)


def _are_words(last: str, first: str) -> bool:
    """Whether letters may be those of two words in two lines: not capitals, as those of one word are."""
    return last.isalpha() and first.isalpha() and not (last.isupper() and first.isupper())
