"""Offices with one work on the same line, 城管局：清淤, beside others that stand over several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.core.text.patterns import HAN, compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_words import LABEL
from qjtask.importing.clauses.name_kinds import without_duties
from qjtask.importing.clauses.opening_offices import doers
from qjtask.importing.lines.levels import number_and_body, read_level
from qjtask.importing.lines.notice_endings import ends_notice
from qjtask.importing.lines.numbered_lines import unit_alone
from qjtask.importing.lines.paragraphs import Passage

_NAMED = rf"(?P<name>[^：:，,。；;]{{2,30}})[：:]\s*(?P<work>.*{HAN}{{4}}.*)"

_SECOND = 2


def named_with_work(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The office before a colon and the work behind it, 城关镇：排查危房; ("", "") for another line."""
    found = compiled(_NAMED).fullmatch(text)
    if found is None or LABEL.match(text) or ends_notice(text) or read_level(text):
        return "", ""
    name = without_duties(found["name"].strip())
    return (name, found["work"]) if doers(name, vocabulary) else ("", "")


def with_one_work_apart(passages: Sequence[Passage], vocabulary: Vocabulary) -> Iterator[Passage]:
    """The passages; behind an office over numbers one with its work heads that alone.

    The first of those may stand on the office's own line: 文娱部：①租借场地 over ②邀请社团.
    """
    mark = ""  # of the first work under the last such office
    for at, passage in enumerate(passages):
        following = passages[at + 1].text if at + 1 < len(passages) else ""
        below = read_level(following)
        if below is not None and below.number == 1 and unit_alone(passage.text, vocabulary) is not None:
            mark = following.removesuffix(below.text)
        begins = below is not None and below.number == _SECOND
        name, work = named_with_work(passage.text, vocabulary) if mark or begins else ("", "")
        number, body = number_and_body(work)
        mark = number if number and begins else mark
        if name and (number or mark):
            yield passage._replace(text=f"{name}：")
            yield passage._replace(text=f"{number or mark}{body}")
        else:
            yield passage
