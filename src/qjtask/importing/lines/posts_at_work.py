"""Posts with what they are to do, in lists that name one at each point: 班主任：打扫教室."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.clause_names import names_only
from qjtask.importing.clauses.clause_words import LABEL
from qjtask.importing.clauses.name_kinds import is_body
from qjtask.importing.clauses.opening_parts import Opening
from qjtask.importing.clauses.person_names import is_post_alone
from qjtask.importing.lines.lists_of_lines import unnumbered_runs
from qjtask.importing.lines.text_line import TextLine
from qjtask.importing.words.office_words import looks_like_person

_NAMED = r"(?P<who>[^，,。；;：:（()）]{2,12})[：:]\s*(?P<work>[^：:]{4,}.*)"
_FEWEST = 3  # points
_NOBODY = Vocabulary(())


def posts_at_work(lines: Sequence[TextLine], lists: Iterable[Sequence[int]]) -> Mapping[int, Opening]:
    """Who does what in the points of such lists that name a post, by line.

    Each point of the list names an office or a post before a colon, and a deed behind it, not a person.
    """
    made: dict[int, Opening] = {}
    for run in lists:
        named = {at: _named(lines[at]) for at in run}
        if len(run) >= _FEWEST and all(named.values()):
            made |= {at: _of_post(named[at]) for at in run}
    return made


def runs_of_posts(lines: Sequence[TextLine]) -> Iterator[list[int]]:
    """Paragraphs without a number that follow each other and begin with an office or a post."""
    return unnumbered_runs(
        lines, {at for at, line in enumerate(lines) if not line.is_numbered and _named(line)}
    )


def _named(line: TextLine) -> str:
    """The office or post before a colon, with what it is to do behind; "" for another line."""
    found = compiled(_NAMED).fullmatch(line.text)
    if found is None or LABEL.match(line.text) or _is_about_persons(found["work"]):
        return ""
    who = found["who"].strip()
    names = (who,) if is_post_alone(who) else names_only(who, _NOBODY)
    is_one = bool(names) and all(is_body(name) or is_post_alone(name) for name in names)
    return who if is_one else ""


def _is_about_persons(work: str) -> bool:
    parts = [part for part in compiled(r"[、，,；;\s]+").split(work) if part]
    return all(map(looks_like_person, parts))


def _of_post(who: str) -> Opening:
    """The clause of a post, or of an office of which no verb tells more."""
    names = (who,) if is_post_alone(who) else names_only(who, _NOBODY)
    return Opening(Clause(units=names, is_bare=True), is_strong=True)
