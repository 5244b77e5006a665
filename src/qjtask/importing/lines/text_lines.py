"""Each paragraph with its number and its clauses; one that holds several numbered works is cut into them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_finder import brackets, find_clauses, nothing_found
from qjtask.importing.clauses.clause_sentences import with_doer_behind
from qjtask.importing.clauses.opening_offices import LOOKED_AFTER
from qjtask.importing.lines.addressed_offices import is_to_reader, with_addressed_offices
from qjtask.importing.lines.arrows import without_arrows
from qjtask.importing.lines.attendance_lines import lists_members
from qjtask.importing.lines.counted_points import counted_points, with_points_joined
from qjtask.importing.lines.decided_points import with_decided_points
from qjtask.importing.lines.deciding_minutes import decides_works
from qjtask.importing.lines.event_facts import with_event_told
from qjtask.importing.lines.generic_headings import with_generic_headings
from qjtask.importing.lines.groups_with_members import with_duties_of_groups
from qjtask.importing.lines.labels_above import with_labels_above
from qjtask.importing.lines.labels_between import with_labels_between
from qjtask.importing.lines.levels import (
    OFFICE,
    number_and_body,
    number_before_figures,
    rank,
    read_level,
    with_number_apart,
)
from qjtask.importing.lines.matters_with_persons import with_matters_of_persons
from qjtask.importing.lines.names_at_end import with_names_in_brackets
from qjtask.importing.lines.names_under_offices import with_names_first
from qjtask.importing.lines.notice_endings import asks_for_reports
from qjtask.importing.lines.numbered_labels import without_label_numbers
from qjtask.importing.lines.numbered_lines import heading_line, numbered_line, unit_alone
from qjtask.importing.lines.office_runs import are_one_run
from qjtask.importing.lines.offices_alone import with_office_headings
from qjtask.importing.lines.offices_with_one_work import with_one_work_apart
from qjtask.importing.lines.opened_lists import with_openings
from qjtask.importing.lines.own_labels import with_own_labels
from qjtask.importing.lines.paragraph_cuts import parts_of, says_who
from qjtask.importing.lines.paragraphs import Passage
from qjtask.importing.lines.points_under_labels import with_points_under_labels
from qjtask.importing.lines.sentences_apart import with_sentences_apart
from qjtask.importing.lines.text_line import TextLine, running_text
from qjtask.importing.lines.under_offices import with_persons_noted, with_works_under_offices
from qjtask.importing.words.lead_notes import lead_mark

_FEWEST_BARE = 2
_LONGEST_BRACKET = 400  # signs; a longer one lists no names
# 五、县政府督查室负责对以上事项跟踪督办, and nothing else.
_LOOKS_AFTER_ALL = rf"[^，,。；;]{{2,20}}对{LOOKED_AFTER}[^，,。；;]{{0,12}}[。；;]?$"
_FIRST_ANNEX = r"附件\s*[：:]?\s*1\s*[.．、]"


def read_lines(passages: Iterable[Passage], *, whatever_titled: bool = False) -> list[TextLine]:
    """The lines of a document, of a rule or a report, too, where it is read `whatever_titled`.

    Names alone in brackets are clauses when the document shares out works so.
    """
    kept: Sequence[Passage] = list(
        _numbers_apart(with_matters_of_persons(with_duties_of_groups(list(without_arrows(passages)))))
    )
    kept = list(without_label_numbers(with_own_labels(kept)))
    kept = with_names_first(list(with_points_under_labels(kept)))
    vocabulary = _vocabulary_of([passage.text for passage in kept])
    kept = with_works_under_offices(kept, vocabulary)
    kept = with_office_headings(with_names_in_brackets(kept, vocabulary), vocabulary)
    kept = with_sentences_apart(list(with_one_work_apart(kept, vocabulary)))
    kept = with_points_joined(kept, lambda part: says_who(part, vocabulary, bare=True))
    lines = _all_lines(kept, vocabulary, bare=True)
    if not any(line.is_shared for line in lines):
        lines = _all_lines(_with_doers_behind(kept, vocabulary), vocabulary, bare=True)
    lines = list(with_persons_noted(lines))
    headed = with_labels_above(lines)
    are_headed = headed is not lines
    lines = with_openings(
        with_generic_headings(list(_works_over_labels(headed))), whatever_titled=whatever_titled
    )
    lines = with_event_told(with_decided_points(with_labels_between(lines)), kept)
    if not are_headed and _are_names_in_passing(lines) and not decides_works(lines):
        return list(with_persons_noted(_all_lines(kept, vocabulary, bare=False)))
    addressed = [_unless_addressed(line, following) for line, following in zip_longest(lines, lines[1:])]
    return list(_attachments_as_text(with_addressed_offices(addressed)))


def _vocabulary_of(texts: Sequence[str]) -> Vocabulary:
    """The names that stand listed in a document's brackets, and the mark by which it tells who leads."""
    listed = (inside for text in texts for _, _, inside in brackets(text) if len(inside) < _LONGEST_BRACKET)
    return Vocabulary(listed, lead_mark(texts))


def _are_names_in_passing(lines: Iterable[TextLine]) -> bool:
    """Whether nothing but names says who does what, and only once: a bracket that shares out nothing."""
    found = [one for line in lines for one in line.search.clauses if one.is_shared and not one.is_heading]
    return 0 < len(found) < _FEWEST_BARE and all(one.is_bare for one in found)


def _works_over_labels(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines; what reads as an office (检查加油站) is a work where 责任单位：工业办 is under it."""
    owned = False  # by the label lines that stand right under a line
    made: list[TextLine] = []
    for line in reversed(lines):
        heads = line.is_heading
        if owned and heads and line.printed is not None:
            line = line._replace(search=nothing_found(line.text))  # noqa: PLW2901 - as it is read now
        made.append(line)
        owned = line.is_clause and (_names_owners(line) or owned)
    return reversed(made)


def _names_owners(line: TextLine) -> bool:
    """Whether a line says who does a work, and is no heading over works."""
    return any((clause.lead or clause.units) and not clause.is_heading for clause in line.search.clauses)


def _attachments_as_text(lines: Iterable[TextLine]) -> Iterator[TextLine]:
    """附件：1.任务清单 and the numbers that go on under it name annexes, and no works."""
    after = 0  # the number that goes on with the list of annexes
    for line in lines:
        printed = line.printed
        goes_on = printed is not None and after and (printed.style, printed.number) == ("1.", after)
        if printed is not None and goes_on and not line.search.clauses:
            yield running_text(f"{printed.number}.{line.text}", line.place)
            after += 1
        else:
            yield line
            after = 2 if re.match(_FIRST_ANNEX, line.text) else 0


def _numbers_apart(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages with a space behind a number that figures follow, where it goes on with a run."""
    last = before = None
    for passage, ahead in zip(passages, _numbers_ahead(passages), strict=True):
        own = passage._replace(text=with_number_apart(passage.text, last, before, ahead))
        printed = read_level(own.text)
        last = printed if printed and printed.style == "1." else last
        before = printed or before
        yield own


def _numbers_ahead(passages: Sequence[Passage]) -> list[int]:
    """For each passage the number that the next one with such a number begins with: 2 of 2.3号楼."""
    ahead, number = [], 0
    for passage in reversed(passages):
        ahead.append(number)
        number = number_before_figures(passage.text) or number
    return ahead[::-1]


def _all_lines(passages: Iterable[Passage], vocabulary: Vocabulary, *, bare: bool) -> list[TextLine]:
    made: list[TextLine] = []
    over = 0  # how deep the last number stands
    for passage in passages:
        printed = read_level(passage.text)
        lines = list(_lines(passage, vocabulary, bare=bare))
        if not over and _is_issuer_in_brackets(lines[0]):
            lines = [running_text(passage.text, passage.place)]
        if printed and rank(printed.style) < over and lines[0].is_clause:
            lines[0] = lines[0]._replace(printed=printed)  # 三、主办：县委办 says nothing of the work 2（三）
        over = rank(printed.style) if printed else over
        made.extend(lines)
    return made


def _is_issuer_in_brackets(line: TextLine) -> bool:
    """Whether a line before the first number is an office in brackets: （高三年级部） wrote what follows."""
    is_bracket = line.is_clause and line.printed is None and line.text.startswith(("（", "("))
    return is_bracket and all(clause.is_bare for clause in line.search.clauses)


def _with_doers_behind(passages: Sequence[Passage], vocabulary: Vocabulary) -> Sequence[Passage]:
    """The passages with 县住建局：负责新建天桥 turned, when there are several such."""
    turned = [_with_doer_behind(passage, vocabulary) for passage in passages]
    found = [at for at, (one, other) in enumerate(zip(passages, turned, strict=True)) if one != other]
    if len(found) < _FEWEST_BARE or are_one_run([passage.text for passage in passages], found):
        return passages  # those of a run stay whole: 市司法局：保障经费 may stand between them
    return turned


def _with_doer_behind(passage: Passage, vocabulary: Vocabulary) -> Passage:
    """1.县住建局：负责新建天桥 with its office behind, where nothing else shares out works."""
    number, body = number_and_body(passage.text)
    return passage._replace(text=number + with_doer_behind(body, vocabulary))


def _unless_addressed(line: TextLine, following: TextLine | None) -> TextLine:
    """县住建局： over running text, or over a notice's own 一、, is whom the letter is sent to.

    And 由团委牵头筹备，具体安排如下： over works that each say who does them is none of those.
    """
    if line.printed is None:
        return running_text(line.text, line.place) if _leads_in_works(line, following) else line
    if line.printed.style == OFFICE and not _is_number_below(following):
        return running_text(f"{line.text}：", line.place)
    return line


def _leads_in_works(line: TextLine, following: TextLine | None) -> bool:
    """Whether a line ends with 如下 over a numbered work that says who does it."""
    is_over = following is not None and following.is_numbered and following.is_shared
    return is_over and line.is_shared and "，" in line.text and line.text.rstrip("：:。").endswith("如下")


def _is_number_below(following: TextLine | None) -> bool:
    """Whether the line under an office has a number, other than a notice's own 一、."""
    printed = following.printed if following else None
    return printed is not None and bool(printed.number) and printed.style != "一、"


def _is_of_no_work(text: str) -> bool:
    """Whether a paragraph speaks of all works, or of who makes up a body."""
    body = number_and_body(text)[1]
    # 3.以上事项由督查室督办 keeps its number, and is no end of the work before it.
    looks_after = compiled(LOOKED_AFTER).match(text) or compiled(_LOOKS_AFTER_ALL).match(body)
    return asks_for_reports(text) or looks_after is not None or lists_members(body)


def _lines(passage: Passage, vocabulary: Vocabulary, *, bare: bool) -> Iterator[TextLine]:
    if passage.heads:
        yield heading_line(passage)
        return
    if _is_of_no_work(passage.text):
        yield running_text(passage.text, passage.place)
        return
    lead, points = counted_points(passage.text, lambda part: says_who(part, vocabulary, bare=bare))
    for text in parts_of(lead, vocabulary, bare=bare):
        printed = read_level(text) or unit_alone(text, vocabulary)
        search = find_clauses(printed.text if printed else text, vocabulary, bare=bare)
        if printed:
            yield numbered_line(printed, search, passage.place, vocabulary)
        elif is_to_reader(search):
            yield running_text(text, passage.place)
        else:
            yield TextLine(None, text, search, passage.place)
    for point in points:
        search = find_clauses(point.text, vocabulary, bare=bare)
        yield numbered_line(point, search, passage.place, vocabulary)
