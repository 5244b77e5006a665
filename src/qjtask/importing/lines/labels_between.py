"""Labels of a notice's own between the usual ones of a work: 资金筹措：, 仪式时间：. They speak of it too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.core.text.patterns import HAN, compiled
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.clause_finder import ClauseSearch, Stretch
from qjtask.importing.clauses.clause_words import is_time
from qjtask.importing.clauses.name_kinds import is_body
from qjtask.importing.lines.text_line import TextLine
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
        clauses = {at: clause for at in run if lines[at].is_clause for clause in lines[at].search.clauses}
        owner = next((at for at, clause in clauses.items() if clause.lead or clause.units), None)
        if owner is None:
            continue
        is_dated = any(clause.deadline for clause in clauses.values())
        own = [at for at in run if at not in clauses and owner < at]
        for at in own:
            clause = _said_under(lines[at].text, is_dated=is_dated)
            is_dated = is_dated or bool(clause.deadline)
            if at < max(clauses) or clause.deadline or lines[at].search.clauses:
                search = ClauseSearch((Stretch("", clause),), "", (len(lines[at].text),))
                made[at] = lines[at]._replace(search=search)
    return made


def _runs(lines: Sequence[TextLine]) -> Iterator[list[int]]:
    """The label lines without numbers that follow each other, usual ones and others, of one work each.

    Who does the work is said once, and what is to be done begins another: 责任单位： behind 责任单位：.
    """
    run: list[int] = []
    seen: set[str] = set()
    for at, line in enumerate(lines):
        own = line.printed is None and not line.is_clause and is_own_label(line.text) and _is_in_passing(line)
        if line.printed is not None or not (line.is_clause or own):
            yield run
            run, seen = [], set()
            continue
        label = compiled("[：:]").split(line.text, 1)[0]
        if label in seen or any(clause.title for clause in line.search.clauses):
            yield run
            run, seen = [], set()
        run.append(at)
        seen.add(label)
    yield run


def _is_in_passing(line: TextLine) -> bool:
    """Whether what a line says of offices stands within its words: 活动方式：由生活部组织评委打分."""
    return line.search.text == line.text and all(clause.is_bare for clause in line.search.clauses)


def _said_under(text: str, *, is_dated: bool) -> Clause:
    """What such a line says: by when, or whatever else of the work, with its label."""
    found = compiled(OWN_LABEL).match(text)
    label, said = (found["label"], text[found.end() :].strip(" 。；;")) if found else ("", text)
    is_when = label.endswith(_WHEN) and not is_dated and is_time(said)
    return Clause(deadline=said) if is_when else Clause(work=text.strip())
