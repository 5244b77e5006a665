"""A paragraph that holds several numbered works, cut where each of them begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from qjtask.core.time.numerals import NUMERALS
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_finder import find_clauses, skipped
from qjtask.importing.clauses.clause_names import names_only
from qjtask.importing.clauses.clause_words import LABEL
from qjtask.importing.clauses.opening_offices import read_opening
from qjtask.importing.lines.counted_points import are_owned
from qjtask.importing.lines.levels import CALLED_BY_NUMBER, figures_apart, read_level
from qjtask.importing.words.numbering import Printed

_INSIDE = re.compile(
    rf"(?<=[。；;：:）)〕】\]！])\s*(?:[（(](?:[{NUMERALS}]{{1,3}}|[0-9]{{1,2}})[)）]"
    rf"|[0-9]{{1,2}}(?:[、)）]|[.．](?:(?![0-9])|(?={CALLED_BY_NUMBER})))"
    rf"|[\u2460-\u2473]|[{NUMERALS}]{{1,3}}、)"
)
# 会议议定：1.由县交通局…… begins a list of what the meeting decided.
_MEETING = re.compile(
    r"(?:经[\u4e00-\u9fff]{0,6}研究)?[，,]?(?:会议)?(?:研究)?并?(?:议定|决定|明确|确定|要求|强调|指出)[\u4e00-\u9fff]{0,6}[：:]"
    rf"(?=\s*(?:[（(]?[1一①][)）、.．]|①)(?:(?![0-9])|(?={CALLED_BY_NUMBER})))"
)


def says_who(part: str, vocabulary: Vocabulary, *, bare: bool) -> bool:
    """Whether a counted point says who does it, and no bracket behind the last of all."""
    opening = read_opening(part, vocabulary)
    if opening is not None:
        return opening.is_strong
    return any(clause.names for clause in find_clauses(part, vocabulary, bare=bare).clauses)


def parts_of(text: str, vocabulary: Vocabulary, *, bare: bool) -> Iterator[str]:
    """A paragraph cut where numbers in it begin works with clauses of their own, or works of one office."""
    cuts = _cuts(text, vocabulary, bare=bare)
    for start, end in zip((0, *cuts), (*cuts, len(text)), strict=True):
        part = text[start:end].strip()
        if part:
            yield figures_apart(part) if cuts else part


def _cuts(text: str, vocabulary: Vocabulary, *, bare: bool) -> Sequence[int]:
    """Where the works of a paragraph begin; nowhere when no run of numbers in it is one of works."""
    if led_in := _MEETING.match(text):
        return [led_in.end(), *(at for at, _ in _later(text, led_in.end()))]
    for run in _runs(text, read_level(text)):
        places = [at for at, _ in run if at]
        if places and _begin_works(text, run, places, vocabulary, bare=bare):
            return places
    return next((places for places in _owned_runs(text, vocabulary, bare=bare) if places), ())


def _begin_works(
    text: str, run: Sequence[tuple[int, int]], places: Sequence[int], vocabulary: Vocabulary, *, bare: bool
) -> bool:
    """Whether the numbers of a run begin works: of an office before them, or with clauses of their own."""
    return _is_under_office(text, places, vocabulary) or _is_of_works(text, run, vocabulary, bare=bare)


def _owned_runs(text: str, vocabulary: Vocabulary, *, bare: bool) -> Iterator[list[int]]:
    """Where the numbers begin of lists that each say who does them: ……会议要求：（一）县住建局要……."""
    for run in _runs(text, None):
        places = [at for at, _ in run]
        parts = [text[start:end] for start, end in pairwise([*places, len(text)])]
        bodies = [printed.text for part in parts if (printed := read_level(figures_apart(part.lstrip())))]
        if (
            len(parts) > 1
            and run[0][1] == 1
            and are_owned(bodies, lambda one: says_who(one, vocabulary, bare=bare))
        ):
            yield places


def _later(text: str, start: int) -> Sequence[tuple[int, int]]:
    """The numbers after the first one of a list that begins at `start`, as far as they count on."""
    own = read_level(figures_apart(text[start:].lstrip()))
    runs = _runs(text, None)
    return next((run[1:] for run in runs if own and run[0] == (start, own.number)), [])


def _runs(text: str, own: Printed | None) -> Iterable[list[tuple[int, int]]]:
    """The numbers of each style that follow each other, with their places: 0 for the text's own."""
    runs: dict[str, list[tuple[int, int]]] = {}
    for found in _INSIDE.finditer(text):
        inner = read_level(figures_apart(text[found.start() :].lstrip()))
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
