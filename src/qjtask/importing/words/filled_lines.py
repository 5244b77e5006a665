"""Lines that end where no more had room: the text goes on, or another begins in the next line by chance."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.words.numbering import read_number
from qjtask.importing.words.office_words import (
    begins_with_region,
    ends_as_body,
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
_NO_PARTS = (
    "街道",
    "街道办事处",
    "镇",
    "乡",
    "管委会",
    "公司",
    "集团",
    "园区",
    "开发区",
    "党工委",
)  # of a bureau
_REST_OF_SECTION = r"(?:[^各省市县区州旗镇乡\s])?[局科处股厅署]|部|室"
_WHOLE = tuple(f"{region}{body}" for region in "省市县区州镇乡" for body in "委府办")


def goes_on(text: str, after: str, ahead: str = "") -> bool:
    """Whether a line that fills its cell goes on in the next; two names of one width may stand there, too.

    `ahead` is the next line with those into which it goes on itself: a name may need several.
    """
    if text[-1] in _SENTENCE or read_number(after):
        return False
    if after[0].isascii():
        return _goes_on_in_latin(text, after)
    name, part, whole = _pieces(text)[-1], _pieces(after)[0], _pieces(ahead or after)[0]
    if _is_torn_person(text, after) or _is_field_of(name, part, whole):
        return True
    if _has_ended(text, after):
        return False
    return _is_unfinished(name, part, whole) or not (
        _are_two(_with_line_above(text, name), part, whole) or _closes_before_another(text, part, whole)
    )


def _is_unfinished(name: str, part: str, whole: str) -> bool:
    """Whether a name or a label cannot end where its line does: its rest follows, or a bracket."""
    is_torn = _is_torn(name, part) or is_torn_branch(name, whole)
    return is_torn or not part or _is_never_first(whole) or _is_label(name)


def _is_torn(name: str, part: str) -> bool:
    """Whether a line ends within a name."""
    is_cut = bool(part) and bool(name) and (goes_on_after(name, part) or ends_in_a_field(name))
    return is_cut or is_torn_word(name, part) or is_torn_branch(name, part)


def _is_torn_person(text: str, after: str) -> bool:
    """Whether the last sign of a person's name is alone in its line, as no name is: 王建⏎华."""
    if len(after) > 1:
        return False
    name = compiled(r"\s").split(text)[-1]
    return len(name) < _SHORTEST and looks_like_person(name + after)


def _has_ended(text: str, after: str) -> bool:
    """Whether a line may hold a name to its end that is no office's, or is one of two characters."""
    return _are_persons(text, after) or _is_name_of_two(text)


def _are_persons(text: str, after: str) -> bool:
    """Whether a person's name ends a line and another begins the next: 王建华⏎周敏, 陆 明⏎俞 悦."""
    line = text.rpartition("\n")[2]
    if looks_like_person(line) and looks_like_person(after):
        return True
    return looks_like_person(_pieces(line)[-1]) and looks_like_person(_pieces(after)[0])


def _pieces(text: str) -> list[str]:
    return compiled(_PARTS).split(text)


def _is_field_of(name: str, part: str, whole: str) -> bool:
    """Whether a line ends in a field that is that of the office behind it: 农业农村⏎综合服⏎务中心.

    It may end in the field's first half. Another office that the next line names, while more lines follow,
    has none of it: 农业农村⏎水利⏎林业局.
    """
    if name + part in words().offices.cut:
        return True
    is_field = name.endswith(words().offices.cut)
    if (
        not is_field
        or (part != whole and is_office(part))
        or part.startswith("各")
        or begins_with_region(part)
    ):
        return False
    return ends_as_body(whole)


def _is_never_first(whole: str) -> bool:
    """Whether no name is so called without more before it: 支行, 管委会, 技科, 部."""
    is_generic = whole in words().offices.generic and whole not in _IN_LINES
    return is_generic or compiled(_REST_OF_SECTION).fullmatch(whole) is not None


def _is_label(name: str) -> bool:
    """Whether a line ends in whose part follows, without a colon: 配合单位⏎县发改局."""
    duties = words().duties
    return name.endswith(("单位", "部门")) and name[:-2] in {*duties.lead, *duties.units, *duties.support}


def _are_two(name: str, part: str, whole: str) -> bool:
    """Whether a whole office ends a line, and another begins the next, which may need several.

    Either may have what it does behind it: 办公室牵头⏎各科室配合.
    """
    bare, part, whole = map(_without_duty, (name, part, whole))
    if bare != name and not is_office(whole):
        return False
    name = bare
    return _may_end_as_name(name) and (_may_begin_as_name(part) or _is_another(name, whole))


def _with_line_above(text: str, name: str) -> str:
    """A name too short to be whole, with the line above it that was not known to go on: 县委⏎农办."""
    *above, line = text.rsplit("\n", 2)
    is_rest = bool(above) and line == name and len(name) < _SHORTEST and not looks_like_person(above[-1])
    return above[-1] + name if is_rest else name


def _without_duty(name: str) -> str:
    """A name without the word that says what it does: 办公室牵头, 各科室配合."""
    duties = words().duties
    verbs = (*duties.lead, *duties.units, *duties.support)
    if not name.endswith(verbs):
        return name
    return min((name.removesuffix(verb) for verb in verbs), key=len) or name


def _closes_before_another(text: str, part: str, whole: str) -> bool:
    """Whether a name in brackets has ended: 各乡镇（街道） before 县财政局, not 各县（市） before 区政府."""
    bracket = compiled(r"[（(][^（()）]*[)）]$").search(text)
    if not bracket:
        return False
    if part.startswith("各"):
        return is_office(part)
    if begins_with_region(part):
        return is_office(whole) and whole[1:] not in words().offices.generic
    name = _pieces(text[: bracket.start()])[-1]
    return not name.startswith("各") and _are_two(name, part, whole)


def _may_end_as_name(name: str) -> bool:
    """Whether a whole office may end a line."""
    return ends_as_office(name) and len(name) >= _SHORTEST


def _may_begin_as_name(part: str) -> bool:
    """Whether an office may begin a line: 市财政局, 各镇, 市自然."""
    return is_office(part) or begins_with_region(part) or part.startswith("各")


def _is_another(name: str, part: str) -> bool:
    """Whether a name of several lines is no part of the office in the last: a place, or of another kind."""
    is_apart = part.endswith(_NO_PARTS) or begins_with_region(part) == begins_with_region(name)
    return is_office(part) and is_apart


def _is_name_of_two(text: str) -> bool:
    """Whether a line may be a whole name of two characters: not 市科, the first part of a longer one."""
    line = compiled(r"\s").split(text)[-1]
    is_short = len(line) < _SHORTEST and (line == text or line in words().offices.acting)
    return is_short and (not begins_with_region(line) or line in _WHOLE)


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
