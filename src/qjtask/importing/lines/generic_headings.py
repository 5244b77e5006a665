"""Headings that name a kind of office or a place, and so an office beside others: 学院, 图书馆."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import of_heading
from qjtask.importing.clauses.clause_finder import Stretch
from qjtask.importing.clauses.clause_names import names_only
from qjtask.importing.clauses.name_kinds import is_body, is_name
from qjtask.importing.lines.levels import UNNUMBERED, rank
from qjtask.importing.lines.text_line import TextLine, heads_narrower
from qjtask.importing.words.office_words import ends_as_office

_SHORT, _LONGEST = 4, 10  # signs
_TRIM = " ：:。"


def with_generic_headings(lines: Sequence[TextLine]) -> Sequence[TextLine]:
    """The lines with such headings as those of offices, where each heading of their list names an office.

    Of their kind one names an office beyond doubt, somewhere in the document.
    """
    generic = {at for at, line in enumerate(lines) if _is_generic(lines, at, line)}
    if not generic:
        return lines
    sure = {at for at, line in enumerate(lines) if _heads(line)}
    styles = {_style(lines[at]) for at in generic} & {_style(lines[at]) for at in sure}
    kept = set().union(*filter(generic.union(sure).issuperset, _lists(lines, styles)))
    return [_as_heading(line) if at in kept & generic else line for at, line in enumerate(lines)]


def _is_generic(lines: Sequence[TextLine], at: int, line: TextLine) -> bool:
    """Whether a short numbered line over narrower numbers is called as a kind of office: 学院, 图书馆."""
    if not line.is_numbered or line.search.clauses or not heads_narrower(lines, at):
        return False
    is_heading = _style(lines[at + 1]) not in UNNUMBERED
    return is_heading and all(map(_is_kind_of_office, _names(line)))


def _names(line: TextLine) -> tuple[str, ...]:
    """The offices that a heading names, or all of it: 学院; 南庄镇、各街道办事处."""
    text = line.text.strip(_TRIM)
    return names_only(text, Vocabulary(())) or (text,)


def _is_kind_of_office(name: str) -> bool:
    is_one = is_name(name) if len(name) <= _SHORT else is_body(name) and len(name) <= _LONGEST
    return is_one and ends_as_office(name)


def _heads(line: TextLine) -> bool:
    return line.printed is not None and line.is_heading


def _style(line: TextLine) -> str:
    return line.printed.style if line.printed else ""


def _lists(lines: Sequence[TextLine], styles: set[str]) -> Iterator[list[int]]:
    """The numbered lines of each of some styles, as far as no wider number parts them."""
    for style in styles:
        run: list[int] = []
        for at, line in enumerate(lines):
            if _style(line) == style:
                run.append(at)
            elif line.printed is not None and rank(line.printed.style) < rank(style):
                yield run
                run = []
        yield run


def _as_heading(line: TextLine) -> TextLine:
    text = line.text.strip(_TRIM)
    stretches = (Stretch(text, of_heading(text, _names(line))),)
    return line._replace(search=line.search._replace(stretches=stretches, text=text))
