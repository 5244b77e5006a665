"""Rows that are the rest of the row above, which a page cut in two."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.columns.column_content import is_deadline
from qjtask.importing.rows.row_verdicts import RowKind, RowVerdict, Seen, lacking
from qjtask.importing.rows.row_view import SENTENCE_ENDS, RowView
from qjtask.importing.words.column_roles import OFFICES, Role
from qjtask.importing.words.numbering import read_number
from qjtask.importing.words.office_words import looks_like_offices
from qjtask.importing.words.tidy_text import flow
from qjtask.importing.words.vocabulary import words

_FRAGMENT = 12  # characters; what a page leaves over of a name
_SCRAP = 4  # characters; what a page leaves over of a deadline
_HALF = 0.5
_MOSTLY = 0.6


def cut(seen: Seen) -> RowVerdict | None:
    """The rest of the row above: a row that cannot stand alone, or that the text above needs."""
    if not seen.before.has_work or not seen.view.texts or _stands_alone(seen):
        return None
    work = flow(seen.view.text(Role.WORK))
    reason = _why_of_text(work, seen) if work else _why_without_text(seen)
    return RowVerdict(RowKind.CUT, reason, is_sure=_is_in_mid_sentence(work, seen)) if reason else None


def _is_in_mid_sentence(work: str, seen: Seen) -> bool:
    """Whether a row holds nothing but the words that a text above lacks, where texts end as sentences do."""
    above = seen.before.work
    is_alone = bool(work) and set(seen.view.texts) == {Role.WORK} and Role.WORK in seen.view.begins
    return is_alone and seen.facts.ends >= _MOSTLY and above[-1:] not in {*SENTENCE_ENDS, ""}


def _stands_alone(seen: Seen) -> bool:
    """Whether a row prints its own number or numbered heading, or a merged cell holds it to the row above."""
    view = seen.view
    if Role.NUMBER in view.begins:
        return True
    if Role.TASK in view.begins and read_number(view.text(Role.TASK)):
        return True
    has_work = bool(view.text(Role.WORK))
    return bool(view.goes_on) and (not has_work or Role.NUMBER in view.goes_on)


def _why_without_text(seen: Seen) -> str:
    is_rest = bool(lacking(seen)) or _has_fragment(seen.view)
    return "没有具体工作，只有零头" if is_rest else ""


def _why_of_text(work: str, seen: Seen) -> str:
    """Why a row with a text is the rest of the one above; "" when it is not."""
    if is_open(seen.before.work):
        return "上一行的括号没有完"
    columns = lacking(seen)
    if columns and work[0] in "，。、；：,;:）)”》％%":
        return f"从“{work[0]}”开始"
    if columns and _goes_on(work, seen, columns):
        return "上一行没有说完，这一行缺" + "、".join(role.value for role in columns)
    if not columns and _has_scraps(seen) and _goes_on(work, seen, columns):
        return "上一行没有说完，这一行的单位或时限只有零头"
    return ""


def _has_scraps(seen: Seen) -> bool:
    """Whether a row that fills its columns fills one with what nobody writes alone: 科, 政府, 底前."""
    offices = [seen.view.text(role) for role in OFFICES if seen.view.text(role)]
    deadline = flow(seen.view.text(Role.DEADLINE))
    is_scrap = bool(deadline) and len(deadline) <= _SCRAP and not is_deadline(deadline)
    return is_scrap or any(_is_scrap(text) for text in offices)


def _is_scrap(text: str) -> bool:
    plain = flow(text).strip("、，,；;。 ")
    return len(plain) == 1 or plain in words().offices.generic


def _has_fragment(view: RowView) -> bool:
    return any(
        len(text) <= _FRAGMENT for role, text in view.texts.items() if role in {*OFFICES, Role.DEADLINE}
    )


def _goes_on(work: str, seen: Seen, columns: list[Role]) -> bool:
    """Whether the text above was not ended, in a table whose texts end, or in a row that has nothing else."""
    above = seen.before.work
    if not above or (above[-1] in SENTENCE_ENDS and not _is_half(above, seen)) or read_number(work):
        return False
    if len(columns) == len(seen.facts.usual):
        return True
    return seen.facts.ends >= _HALF and not _is_complete(seen)


def _is_half(above: str, seen: Seen) -> bool:
    """Whether the text above ends as half a sentence, and the row has a text alone, not even its number."""
    return above[-1] in "；;" and seen.facts.has(Role.NUMBER) and set(seen.view.texts) == {Role.WORK}


def _is_complete(seen: Seen) -> bool:
    """Whether a row names its own offices and its own date, whole: then it is a work of its own."""
    offices = [seen.view.text(role) for role in OFFICES if seen.view.text(role)]
    deadline = seen.view.text(Role.DEADLINE)
    has_offices = bool(offices) and all(map(_are_whole, offices))
    return has_offices and (
        not seen.facts.has(Role.DEADLINE) or (bool(deadline) and is_deadline(flow(deadline)))
    )


def _are_whole(text: str) -> bool:
    pieces = [piece for piece in compiled(r"[、，,；;\s]+").split(text) if piece]
    return looks_like_offices(text) and all(
        len(piece) > 1 and piece not in words().offices.generic for piece in pieces
    )


def is_open(text: str) -> bool:
    """Whether a bracket, book title or quotation is begun in the text and not ended."""
    return any(text.count(begin) > text.count(end) for begin, end in ("（）", "《》", "“”"))
