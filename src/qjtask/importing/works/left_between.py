"""Paragraphs without a number that name an office between works, or behind the last, and are none: told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.opening_offices import read_opening
from qjtask.importing.clauses.opening_parts import is_of_many
from qjtask.importing.clauses.sentence_beginnings import is_only_time
from qjtask.importing.document.doubts import Doubt, in_part
from qjtask.importing.document.signature import is_issuer
from qjtask.importing.lines.names_at_end import with_brackets
from qjtask.importing.lines.notice_endings import ends_notice
from qjtask.importing.lines.office_runs import begins_with_office, begun_text
from qjtask.importing.lines.text_line import TextLine

_TAG = r"[【〔［\[]([^【】〔〕［］\[\]]{3,24})[】〕］\]]\s*"
_NO_ONE = ("各", "会议")
_SENTENCE = ("。", "；", "）", ")")
_SHOWN = 16  # signs of a paragraph that is quoted
_MOST_SHOWN = 3
_NOBODY = Vocabulary(())


def left_between(
    lines: Sequence[TextLine], works: Iterable[Iterable[str]], told: Collection[str]
) -> Iterator[Doubt]:
    """Such paragraphs in one doubt. `works` are the places of each, `told` those of what is told already."""
    known = {place for work in works for place in work}
    left = [line for line in _beside_works(lines, known) if line.place not in told]
    if left:
        shown = in_part([f"“{line.text[:_SHOWN]}”" for line in left[:_MOST_SHOWN]])
        rows = tuple(dict.fromkeys(line.place for line in left))
        count = f"等{len(left)}段" if len(left) > 1 else ""
        read = f"{shown}{count}写着单位，前后的段落是工作"
        yield Doubt(rows[0], read, "没有记", "是工作的请补进计划", rows=rows)


def _beside_works(lines: Sequence[TextLine], known: Collection[str]) -> Iterator[TextLine]:
    """The paragraphs that are no works and name a doer: between the first work and the last, or beside these.

    Beside works without a number they follow without a break; behind a list whose works begin with offices
    all that begin with one count.
    """
    works = [at for at, line in enumerate(lines) if line.place in known]
    if not works:
        return
    first, last = works[0], works[-1]
    yield from reversed(_alike_beside(lines[first], reversed(lines[:first])))
    begin_with_offices = any(_is_begun(lines[at]) for at in works)
    names_doer = _names_doer_or_begins if begin_with_offices else _names_doer
    yield from (line for line in lines[first : last + 1] if line.place not in known and names_doer(line))
    after = lines[last + 1 :]
    near = _alike_beside(lines[last], after)
    yield from near
    if begin_with_offices:
        yield from filter(_begins, after[len(near) :])


def _alike_beside(work: TextLine, beside: Iterable[TextLine]) -> list[TextLine]:
    """The paragraphs that follow a work without a number, one way or the other, and are alike."""
    return [] if work.is_numbered else list(takewhile(_is_alike, beside))


def _is_alike(line: TextLine) -> bool:
    """Whether a sentence beside works without a number names a doer as they do."""
    is_sentence = line.text.endswith(_SENTENCE) or with_brackets(line.text, _NOBODY) != ""
    return is_sentence and _names_doer(line)


def _begins(line: TextLine) -> bool:
    may_be = not line.text.startswith(_NO_ONE) and not (_is_outside(line) or is_issuer(line.text))
    return may_be and begins_with_office(line.text)


def _names_doer_or_begins(line: TextLine) -> bool:
    return _names_doer(line) or _begins(line)


def _is_outside(line: TextLine) -> bool:
    """Whether a paragraph is numbered, or closes the notice."""
    return line.is_numbered or ends_notice(line.text)


def _is_begun(line: TextLine) -> bool:
    return line.printed is None and any(clause.is_bare for clause in line.search.clauses)


def _names_doer(line: TextLine) -> bool:
    """Whether a paragraph begins or ends with an office, or says in so many words who does something."""
    if _is_outside(line):
        return False
    if line.is_shared:
        shared = (one for one in line.search.clauses if one.is_shared)
        return not all(one.is_heading or is_of_many(one) for one in shared)
    text = _without_time(compiled(_TAG).sub(r"\1", line.text, count=1))
    return with_brackets(text, _NOBODY) != "" or _begins_with_doer(text)


def _without_time(text: str) -> str:
    """A text without the day by which it asks for something, where it begins with that: 6月底前，."""
    first, comma, rest = text.partition("，")
    return rest if comma and first.endswith("前") and is_only_time(first) else text


def _begins_with_doer(text: str) -> bool:
    own = None if is_issuer(text) else begun_text(text) or read_opening(text, _NOBODY)
    return own is not None and not is_of_many(own.clause)
