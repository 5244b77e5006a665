"""Labels of a notice's own between the usual ones of a work: 资金筹措：, 仪式时间：. They speak of it too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile

from qjtask.core.text.patterns import HAN, compiled
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.clause_words import is_time
from qjtask.importing.clauses.name_kinds import is_body
from qjtask.importing.lines.text_line import TextLine, only_clause
from qjtask.importing.words.office_words import looks_like_person

OWN_LABEL = rf"(?P<label>{HAN}{{2,10}})\s*[：:]\s*(?=\S)"
"""Such a label, as a pattern; an office or a person may stand before a colon as well."""

_WHEN = ("时间", "日期")


def is_own_label(text: str) -> bool:
    """Whether a text begins with a few words and a colon that are no office, and no person."""
    found = compiled(OWN_LABEL).match(text)
    return found is not None and not (is_body(found["label"]) or looks_like_person(found["label"]))


def with_labels_between(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines; such a one between others of the same work goes with them, so that none behind it is lost.

    活动地点：视频会议室 stays in the work's words; 仪式时间：6月1日 says by when, where no other label does.
    """
    made = list(lines)
    for run in _runs(lines):
        for at, clause in _said_behind_doer(run, lines):
            made[at] = only_clause(lines[at], clause)
    return made


def _said_behind_doer(run: Sequence[int], lines: Sequence[TextLine]) -> Iterator[tuple[int, Clause]]:
    """What a work's labels of the notice's own say, by line; the last ones only by when, or who."""
    usual = {at: clause for at in run if lines[at].is_clause for clause in lines[at].search.clauses}
    last = max(usual, default=0)
    is_dated = any(clause.deadline for clause in usual.values())
    for at in _behind_doer(run, usual):
        clause = _said_under(lines[at].text, is_dated=is_dated)
        is_dated = is_dated or bool(clause.deadline)
        if at < last or clause.deadline or lines[at].search.clauses:
            yield at, clause


def _behind_doer(run: Sequence[int], usual: Mapping[int, Clause]) -> list[int]:
    """The lines of a run behind the first that says who does the work, but for those with usual labels."""
    doers = {at for at, clause in usual.items() if clause.lead or clause.units}
    return [at for at in dropwhile(lambda at: at not in doers, run) if at not in usual]


def _runs(lines: Sequence[TextLine]) -> Iterator[list[int]]:
    """The label lines without numbers that follow each other, usual ones and others, of one work each.

    Who does the work is said once, and what is to be done begins another: 责任单位： behind 责任单位：.
    """
    run: list[int] = []
    seen: set[str] = set()
    for at, line in enumerate(lines):
        label = _own_or_usual_label(line)
        if label is None or label in seen or any(clause.title for clause in line.search.clauses):
            yield run
            run, seen = [], set()
        if label is not None:
            run.append(at)
            seen.add(label)
    yield run


def _own_or_usual_label(line: TextLine) -> str | None:
    """What stands before the colon of a label line without a number, be the label a usual one or not."""
    if line.printed is not None:
        return None
    is_label = line.is_clause or (is_own_label(line.text) and line.says_in_passing)
    return compiled("[：:]").split(line.text, 1)[0] if is_label else None


def _said_under(text: str, *, is_dated: bool) -> Clause:
    """What such a line says: by when, or whatever else of the work, with its label."""
    found = compiled(OWN_LABEL).match(text)
    label, said = (found["label"], text[found.end() :].strip(" 。；;")) if found else ("", text)
    is_when = label.endswith(_WHEN) and not is_dated and is_time(said)
    return Clause(deadline=said) if is_when else Clause(work=text.strip())
