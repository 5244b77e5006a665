"""How long a text may be that a report brings into the log. The log itself has no bound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qjtask.core.log.entry import Entry
from qjtask.core.problem import Problem, Refused

LONGEST_TEXT = 10_000
"""Characters of what is reported: some ten pages, beyond which it is evidence."""

_LONGEST_NAME = 1_000
"""Characters of a name, a path or a number."""

MOST = 200
"""Files of evidence, or measurements, in one report."""


def out_of_bounds(entry: Entry) -> Iterator[tuple[str, str]]:
    """What is too long in an entry, and what to do."""
    if len(entry.text) > LONGEST_TEXT:
        yield too_long("说明", len(entry.text))
    names = {
        "登记人": (entry.by,),
        "单位": (entry.unit,),
        "佐证的路径": entry.evidence,
        "指标的名称": tuple(entry.values),
        "指标的数值": tuple(entry.values.values()),
        "同意延期的人": (entry.approved_by,),
        "延期的文件": (entry.doc,),
        "等次": (entry.grade,),
    }
    for what, texts in names.items():
        longest = max((len(text) for text in texts if text), default=0)
        if longest > _LONGEST_NAME:
            yield f"{what}有{longest}字，最多{_LONGEST_NAME}字", "请写短一些"
    for what, count in (("佐证", len(entry.evidence)), ("指标", len(entry.values))):
        if count > MOST:
            yield f"{what}有{count}个，最多{MOST}个", "请分几次登记"


def too_long(what: str, length: int) -> tuple[str, str]:
    """That a text of a report is too long, and what to do."""
    return f"{what}有{length}字，最多{LONGEST_TEXT}字", "请写要点，全文作为佐证（--evidence）另存"


def check_bounds(entries: Iterable[Entry]) -> None:
    """Refuse entries that are too long, before any of them is written."""
    problems = [Problem(entry.item, *told) for entry in entries for told in out_of_bounds(entry)]
    if problems:
        raise Refused(problems)
