"""Offices with one work on the same line, 城管局：清淤, beside others that stand alone over several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.core.text.patterns import HAN, compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_names import names_only
from qjtask.importing.clauses.clause_words import LABEL
from qjtask.importing.clauses.name_kinds import heads_works, is_body
from qjtask.importing.lines.levels import read_level
from qjtask.importing.lines.notice_endings import ends_notice
from qjtask.importing.lines.numbered_lines import unit_alone
from qjtask.importing.lines.paragraphs import Passage

_NAMED = rf"(?P<name>[^：:，,。；;]{{2,30}})[：:]\s*(?P<work>.*{HAN}{{4}}.*)"
_OF_A_PLACE = r"[\u4e00-\u9fff]{2,8}(?:[镇乡]|街道|社区|村)"


def named_with_work(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The office before a colon and the work behind it, 城关镇：排查危房; ("", "") for another line."""
    found = compiled(_NAMED).fullmatch(text)
    if found is None or LABEL.match(text) or ends_notice(text) or read_level(text):
        return "", ""
    name = found["name"].strip()
    names = names_only(name, vocabulary)
    is_place = compiled(_OF_A_PLACE).fullmatch(name) is not None and is_body(name)
    return (name, found["work"]) if is_place or (names and all(map(heads_works, names))) else ("", "")


def with_one_work_apart(passages: Sequence[Passage], vocabulary: Vocabulary) -> Iterator[Passage]:
    """The passages; behind an office alone over numbers one with its work heads that alone."""
    mark = ""  # of the first work under the last office alone
    for at, passage in enumerate(passages):
        following = passages[at + 1].text if at + 1 < len(passages) else ""
        below = read_level(following)
        if below is not None and below.number == 1 and unit_alone(passage.text, vocabulary) is not None:
            mark = following.removesuffix(below.text)
        name, work = named_with_work(passage.text, vocabulary) if mark else ("", "")
        if name:
            yield passage._replace(text=f"{name}：")
            yield passage._replace(text=f"{mark}{work}")
        else:
            yield passage
