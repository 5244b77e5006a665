"""What stands between an office's numbered line and its works: a person's name, 任务： before a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from qjtask.core.text.patterns import HAN, compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.clause_finder import Stretch, nothing_found
from qjtask.importing.lines.groups_with_members import leads_group
from qjtask.importing.lines.levels import BULLET, UNNUMBERED, read_level
from qjtask.importing.lines.numbered_lines import numbered_line
from qjtask.importing.lines.paragraphs import Passage
from qjtask.importing.lines.text_line import TextLine, heads_narrower
from qjtask.importing.words.office_words import is_office, looks_like_person

_LABEL = r"(?:工作|具体|主要)?(?:任务|职责|分工|内容)\s*[：:]\s*(?=\S)"
_DUTY = "(?:负责(?!人)|做好|协助|配合)[^：:]{4}"
_CONTACT = rf"(?:联系人|联络人|联络员|负责人|责任人)\s*[：:]\s*(?:{HAN}{{2,4}}、)*{HAN}{{2,4}}"
_NAME = rf"(?!职责|任务|分工|内容|工作|要求|安排|具体){HAN}{{2,3}}"
_NUMBER_INSIDE = r"[。；;\s](?:[0-9]{1,2}[、.．]|[（(][0-9]{1,2}[)）])"


def with_works_under_offices(passages: Sequence[Passage], vocabulary: Vocabulary) -> list[Passage]:
    """The passages; 任务：1、…… under an office's line as the first of its works, 联系人 with all names."""
    made: list[Passage] = []
    over: Passage | None = None
    for passage, following in zip_longest(passages, passages[1:]):
        if made and _is_further_name(made[-1].text, passage.text, following):
            made[-1] = made[-1]._replace(text=f"{made[-1].text}、{passage.text}")
            continue
        own = _without_label(passage.text) if over and _heads_works(over, vocabulary) else passage.text
        over = passage
        made.append(passage._replace(text=own))
    return made


def _is_further_name(contact: str, text: str, following: Passage | None) -> bool:
    """Whether a line is a further name behind 联系人：樊继福, over a number or over another name."""
    if following is None or not _is_name(text) or compiled(_CONTACT).fullmatch(contact) is None:
        return False
    return _is_name(following.text) or read_level(following.text) is not None


def _is_name(text: str) -> bool:
    return compiled(_NAME).fullmatch(text) is not None and not is_office(text)


def _heads_works(passage: Passage, vocabulary: Vocabulary) -> bool:
    printed = read_level(passage.text)
    if printed is None or not printed.number:
        return False
    return numbered_line(printed, nothing_found(printed.text), passage.place, vocabulary).is_heading


def says_duties(text: str) -> bool:
    """Whether a line begins with what the office above it has to do: 职责：1.准备器材, 负责统计奖品."""
    return compiled(f"{_LABEL}|{_DUTY}").match(text) is not None


def _without_label(text: str) -> str:
    """A work without 任务： before it; several numbered ones in one line stay what they are."""
    label = compiled(_LABEL).match(text)
    if label is None:
        return text
    rest = text[label.end() :]
    printed = read_level(rest)
    if printed is None:
        return f"{BULLET} {rest}"
    return text if compiled(_NUMBER_INSIDE).search(rest) else rest


def with_persons_noted(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines; a person's name alone between an office's line and its works is noted with them."""
    for at, line in enumerate(lines):
        is_person = line.printed is None and (looks_like_person(line.text) or leads_group(line.text))
        if is_person and _is_between(lines, at):
            noted = Stretch("", Clause(notes=(line.text,), is_heading=True))
            yield line._replace(search=nothing_found("")._replace(stretches=(noted,)))
        else:
            yield line


def _is_between(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a line stands between an office's line and the first of its works."""
    if not 0 < at < len(lines) - 1 or not lines[at - 1].is_heading:
        return False
    over, below = lines[at - 1].printed, lines[at + 1].printed
    is_alone = over is not None and over.style in UNNUMBERED and below is not None
    return is_alone or heads_narrower(lines, at - 1, 2)
