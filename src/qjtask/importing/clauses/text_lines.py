"""Each paragraph with its number and its clauses; one that holds several numbered works is cut into them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest

from qjtask.core.time.numerals import NUMERALS
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import of_heading
from qjtask.importing.clauses.clause_finder import (
    ClauseSearch,
    Stretch,
    brackets,
    find_clauses,
    nothing_found,
    skipped,
)
from qjtask.importing.clauses.clause_names import heads_works, names_only
from qjtask.importing.clauses.clause_sentences import with_doer_behind
from qjtask.importing.clauses.clause_words import LABEL
from qjtask.importing.clauses.counted_points import are_owned, counted_points
from qjtask.importing.clauses.levels import OFFICE, PLAIN, read_level, with_number_apart
from qjtask.importing.clauses.numbered_labels import without_label_numbers
from qjtask.importing.clauses.offices_alone import with_office_headings
from qjtask.importing.clauses.opened_lists import decides_works, with_openings
from qjtask.importing.clauses.opening_offices import read_opening
from qjtask.importing.clauses.paragraphs import Passage
from qjtask.importing.clauses.text_line import TextLine
from qjtask.importing.words.lead_notes import lead_mark
from qjtask.importing.words.numbering import Printed

_INSIDE = re.compile(
    rf"(?<=[。；;：:）)〕】\]！])\s*(?:[（(](?:[{NUMERALS}]{{1,3}}|[0-9]{{1,2}})[)）]|[0-9]{{1,2}}(?:[、)）]|[.．](?![0-9]))"
    rf"|[\u2460-\u2473]|[{NUMERALS}]{{1,3}}、)"
)
# 会议议定：1.由县交通局…… begins a list of what the meeting decided.
_MEETING = re.compile(
    r"(?:经[\u4e00-\u9fff]{0,6}研究)?[，,]?(?:会议)?(?:研究)?并?(?:议定|决定|明确|确定|要求|强调|指出)[\u4e00-\u9fff]{0,6}[：:](?=\s*(?:[（(]?[1一①][)）、.．]|①)(?![0-9]))"
)
_STOPS = " 。；;，,、.\n"
_BRACKETS = tuple("（(〔[【［﹝")
_LONGEST_OFFICE = 30
_LONGEST_HEADING = 70  # that says what an office is for all works below it
_MOST_OFFICES = 2
_FEWEST_BARE = 2
_FIRST_ANNEX = r"附件\s*[：:]?\s*1\s*[.．、]"
_IS_FOR_ALL = (
    r"(?<=.{2})(?:作?为|是)[^，,。；;]{0,30}(?:牵头|责任|主管|协调|实施|主体|监管|负责|配合)"
    r"[^，,。；;]{0,6}(?:单位|部门)[，,。；;：:]?$"
)
_COUNT = r"[（(](?:共|计)?\s*\d{1,3}\s*(?:大?项|条|个)(?:任务|工作)?[)）]\s*$"


def read_lines(passages: Iterable[Passage]) -> list[TextLine]:
    """The lines of a document. Names alone in brackets are clauses when the document shares out works so."""
    kept: Sequence[Passage] = list(without_label_numbers(list(_numbers_apart(passages))))
    listed = (inside for passage in kept for _, _, inside in brackets(passage.text) if len(inside) < 400)
    vocabulary = Vocabulary(listed, lead_mark(passage.text for passage in kept))
    kept = with_office_headings(kept, vocabulary)
    lines = _all_lines(kept, vocabulary, bare=True)
    if not any(clause.is_shared for line in lines for clause in line.search.clauses):
        lines = _all_lines(_with_doers_behind(kept, vocabulary), vocabulary, bare=True)
    lines = with_openings(list(_works_over_labels(lines)))
    if _are_names_in_passing(lines) and not decides_works(lines):
        return _all_lines(kept, vocabulary, bare=False)
    addressed = [_unless_addressed(line, following) for line, following in zip_longest(lines, lines[1:])]
    return list(_attachments_as_text(addressed))


def _are_names_in_passing(lines: Iterable[TextLine]) -> bool:
    """Whether nothing but names says who does what, and only once: a bracket that shares out nothing."""
    found = [one for line in lines for one in line.search.clauses if one.is_shared and not one.is_heading]
    return 0 < len(found) < _FEWEST_BARE and all(one.is_bare for one in found)


def _works_over_labels(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines; what reads as an office (检查加油站) is a work where 责任单位：工业办 is under it."""
    owned = False  # by the label lines that stand right under a line
    made: list[TextLine] = []
    for line in reversed(lines):
        heads = any(clause.is_heading for clause in line.search.clauses)
        if owned and heads and line.printed is not None:
            line = line._replace(search=nothing_found(line.text))  # noqa: PLW2901 - as it is read now
        made.append(line)
        says_who = any(
            (clause.lead or clause.units) and not clause.is_heading for clause in line.search.clauses
        )
        owned = line.is_clause and (says_who or owned)
    return reversed(made)


def _attachments_as_text(lines: Iterable[TextLine]) -> Iterator[TextLine]:
    """附件：1.任务清单 and the numbers that go on under it name annexes, and no works."""
    after = 0  # the number that goes on with the list of annexes
    for line in lines:
        printed = line.printed
        goes_on = printed is not None and after and (printed.style, printed.number) == ("1.", after)
        if printed is not None and goes_on and not line.search.clauses:
            yield _running_text(f"{printed.number}.{line.text}", line.place)
            after += 1
        else:
            yield line
            after = 2 if re.match(_FIRST_ANNEX, line.text) else 0


def _running_text(text: str, place: str) -> TextLine:
    return TextLine(None, text, nothing_found(text), place)


def _numbers_apart(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages with a space behind a number that figures follow, where it goes on with a run."""
    last = before = None
    for passage in passages:
        own = passage._replace(text=with_number_apart(passage.text, last, before))
        printed = read_level(own.text)
        last = printed if printed and printed.style == "1." else last
        before = printed or before
        yield own


def _all_lines(passages: Iterable[Passage], vocabulary: Vocabulary, *, bare: bool) -> list[TextLine]:
    return [line for passage in passages for line in _lines(passage, vocabulary, bare=bare)]


def _with_doers_behind(passages: Sequence[Passage], vocabulary: Vocabulary) -> Sequence[Passage]:
    """The passages with 县住建局：负责新建天桥 turned, when there are several such."""
    turned = [_with_doer_behind(passage, vocabulary) for passage in passages]
    count = sum(one != other for one, other in zip(passages, turned, strict=True))
    return turned if count >= _FEWEST_BARE else passages


def _with_doer_behind(passage: Passage, vocabulary: Vocabulary) -> Passage:
    """1.县住建局：负责新建天桥 with its office behind, where nothing else shares out works."""
    printed = read_level(passage.text)
    body = printed.text if printed else passage.text
    number = passage.text[: len(passage.text) - len(body)]
    return passage._replace(text=number + with_doer_behind(body, vocabulary))


def _unless_addressed(line: TextLine, following: TextLine | None) -> TextLine:
    """县住建局： over running text, or over a notice's own 一、, is whom the letter is sent to."""
    if line.printed is None or line.printed.style != OFFICE:
        return line
    first = following.printed if following else None
    if first and first.number and first.style != "一、":
        return line
    return _running_text(f"{line.text}：", line.place)


def _lines(passage: Passage, vocabulary: Vocabulary, *, bare: bool) -> Iterator[TextLine]:
    if passage.heads:
        yield _heading(passage)
        return
    lead, points = counted_points(passage.text, lambda part: _says_who(part, vocabulary, bare=bare))
    for text in _parts(lead, vocabulary, bare=bare):
        printed = read_level(text) or _by_unit(text, vocabulary)
        search = find_clauses(printed.text if printed else text, vocabulary, bare=bare)
        if printed:
            yield _numbered_line(printed, search, passage.place, vocabulary)
        else:
            yield TextLine(None, text, search, passage.place)
    for point in points:
        search = find_clauses(point.text, vocabulary, bare=bare)
        yield _numbered_line(point, search, passage.place, vocabulary)


def _says_who(part: str, vocabulary: Vocabulary, *, bare: bool) -> bool:
    """Whether a counted point says who does it, and no bracket behind the last of all."""
    opening = read_opening(part, vocabulary)
    if opening is not None:
        return opening.is_strong
    return any(clause.names for clause in find_clauses(part, vocabulary, bare=bare).clauses)


def _heading(passage: Passage) -> TextLine:
    clause = of_heading(passage.text, passage.heads)
    search = nothing_found(passage.text)._replace(stretches=(Stretch(passage.text, clause),))
    return TextLine(Printed(PLAIN, 0, passage.text), passage.text, search, passage.place)


def _numbered_line(printed: Printed, search: ClauseSearch, place: str, vocabulary: Vocabulary) -> TextLine:
    """A number and what stands after it: a clause alone there is a heading's words, or of the work above."""
    line = TextLine(printed, printed.text, search, place)
    if not line.is_clause:
        return line._replace(search=_headed(line.text, search, vocabulary))
    if LABEL.match(line.text) and any(clause.is_shared or clause.deadline for clause in search.clauses):
        if any(clause.is_shared and (clause.work or clause.title) for clause in search.clauses):
            return line  # 1.工作任务：修桥。责任单位：县住建局 is a work itself
        return line._replace(printed=None)  # （1）责任单位：县住建局 says who does the work over it
    if line.text.startswith(_BRACKETS):
        return line
    # 一、工作目标：… is a heading
    return line._replace(search=_headed(line.text, nothing_found(line.text), vocabulary))


def _headed(text: str, search: ClauseSearch, vocabulary: Vocabulary) -> ClauseSearch:
    """A number with nothing but offices after it heads their works: （一）县住建局（3项）.

    So does what an office is for all of them: 县水务局为治理工作的牵头、协调单位.
    """
    plain = re.sub(f"{_COUNT}|{_IS_FOR_ALL}", "", text[:_LONGEST_HEADING]).strip(" ：:。")
    if search.clauses or len(text) > _LONGEST_HEADING or len(plain) > _LONGEST_OFFICE:
        return search
    names = names_only(plain, vocabulary)
    if not names or not all(map(heads_works, names)):
        return search
    clause = of_heading(plain, names)
    told = () if clause.lead else search.told
    return search._replace(stretches=(Stretch(plain, clause),), text=plain, told=told)


def _by_unit(text: str, vocabulary: Vocabulary) -> Printed | None:
    """县住建局： alone on a line, over the works that are this office's."""
    if not text.endswith(("：", ":")) or len(text) > _LONGEST_OFFICE:
        return None
    names = names_only(text[:-1], vocabulary)
    is_addressed = len(names) > _MOST_OFFICES or any(name.startswith("各") for name in names)
    return Printed(OFFICE, 0, text[:-1]) if names and not is_addressed else None


def _parts(text: str, vocabulary: Vocabulary, *, bare: bool) -> Iterator[str]:
    """A paragraph cut where numbers in it begin works with clauses of their own, or works of one office."""
    cuts = _cuts(text, vocabulary, bare=bare)
    for start, end in zip((0, *cuts), (*cuts, len(text)), strict=True):
        part = text[start:end].strip()
        if part:
            yield part


def _cuts(text: str, vocabulary: Vocabulary, *, bare: bool) -> Sequence[int]:
    """Where the works of a paragraph begin; nowhere when no run of numbers in it is one of works."""
    if led_in := _MEETING.match(text):
        return [led_in.end(), *(at for at, _ in _later(text, led_in.end()))]
    for run in _runs(text, read_level(text)):
        places = [at for at, _ in run if at]
        if places and (
            _is_under_office(text, places, vocabulary) or _is_of_works(text, run, vocabulary, bare=bare)
        ):
            return places
    return next((places for places in _owned_runs(text, vocabulary, bare=bare) if places), ())


def _owned_runs(text: str, vocabulary: Vocabulary, *, bare: bool) -> Iterator[list[int]]:
    """Where the numbers begin of lists that each say who does them: ……会议要求：（一）县住建局要……."""
    for run in _runs(text, None):
        places = [at for at, _ in run]
        parts = [text[start:end] for start, end in pairwise([*places, len(text)])]
        bodies = [printed.text for part in parts if (printed := read_level(part.lstrip()))]
        if (
            len(parts) > 1
            and run[0][1] == 1
            and are_owned(bodies, lambda one: _says_who(one, vocabulary, bare=bare))
        ):
            yield places


def _later(text: str, start: int) -> Sequence[tuple[int, int]]:
    """The numbers after the first one of a list that begins at `start`, as far as they count on."""
    own = read_level(text[start:].lstrip())
    runs = _runs(text, None)
    return next((run[1:] for run in runs if own and run[0] == (start, own.number)), [])


def _runs(text: str, own: Printed | None) -> Iterable[list[tuple[int, int]]]:
    """The numbers of each style that follow each other, with their places: 0 for the text's own."""
    runs: dict[str, list[tuple[int, int]]] = {}
    for found in _INSIDE.finditer(text):
        inner = read_level(text[found.start() :].lstrip())
        if inner is not None:
            run = runs.setdefault(inner.style, [(0, own.number)] if own and own.style == inner.style else [])
            if not run or inner.number == run[-1][1] + 1:
                run.append((found.start(), inner.number))
    return runs.values()


def _is_under_office(text: str, places: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Whether an office stands before the first of several numbers: 县住建局：1.…2.…."""
    head = text[: places[0]].rstrip()
    printed = read_level(head)
    office = printed.text if printed else head
    return head.endswith(("：", ":")) and bool(names_only(office[:-1], vocabulary))


def _is_of_works(text: str, run: Sequence[tuple[int, int]], vocabulary: Vocabulary, *, bare: bool) -> bool:
    """Whether clauses end before the numbers of a run, but for one at most; it begins with 1 or goes on."""
    places = [at for at, _ in run if at]
    ends = {skipped(text, end) for end in find_clauses(text, vocabulary, bare=bare).ends}
    after = sum(skipped(text, at) in ends for at in places)
    goes_on = run[0][0] == 0 or LABEL.match(text)  # after the number, or the offices, that begin the text
    return bool(after and after >= len(places) - 1 and (goes_on or run[0][1] == 1))
