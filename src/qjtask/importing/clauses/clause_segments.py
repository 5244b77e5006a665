"""A clause cut at its stops, and what its segments say: X牵头, 县督查室督促落实, 县财政局负责资金保障."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.clause_words import VERB, WATCHES, WHEN
from qjtask.importing.words.column_roles import Role

_LONGEST_SEGMENT = 400
_OPEN, _CLOSE = "（(〔[【［﹝＜<〈«", "）)〕]】］﹞＞>〉»"
TRIM = " 、，,；;。:：.—\n"
# 县住建局牵头、县公安局配合: after a verb 、 parts two segments, and so may nothing at all.
_AFTER_VERB = re.compile(r"(?<=牵头|主办|承办|负责|配合|协办)[、 ](?=[^、])")
_GLUED_VERB = re.compile(r"(?<=牵头)(?=[^，,；;。、）)\s负抓推落组实单部会按的统协督])")
# 各项目牵头单位 names offices, and says of nobody that they lead.
_NAMES_THOSE = re.compile(
    r"[^、]*(?:各|有关|相关|其他|上述|以上)[^、局委办厅]{0,8}(?:牵头|责任|配合|承办|成员|参与|协办)(?:单位|部门)"
)
_ORGANIZES = (
    "^(?!基层|各).*(?:[室部处科局办院系站所队司组]|中心|团委|工会)组织$"  # 由综合办公室组织; not 党组织
)
_BY_THEN = re.compile(rf"({WHEN})，?由(?=.{{2}})")
_AFTER_NAMES = re.compile(rf"(?<=.{{2}}){WHEN}(?:完成|办结|落实|出台|建成|启动|见效|取得)?.{{0,12}}$")
# 县财政局负责资金保障; 由县司法局负责解释 says nothing of a work.
_PART = re.compile(
    r"(?P<who>[^：:]{2,60}?)(?P<verb>(?P<lead>牵头)?(?:负责|承担))(?!的|人|同志|制(?![定作发])|解释).{2,}"
)


class Duty(NamedTuple):
    """Who does a part of a work, or looks after it (its role is then None), and the words for that."""

    who: str
    role: Role | None
    words: str


def pieces(text: str) -> Iterator[list[str]]:
    """The segments of a text; two in one list are glued: 甲局牵头乙局配合."""
    for piece in _outside_brackets(text):
        for part in _AFTER_VERB.split(piece):
            yield _GLUED_VERB.split(part)


def _outside_brackets(text: str) -> Iterator[str]:
    """A text cut at its commas and stops, not within brackets."""
    start = depth = 0
    for at, char in enumerate(text):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif char in "，,；;。" and depth == 0:
            yield text[start:at]
            start = at + 1
    yield text[start:]


def taken_apart(segment: str) -> tuple[str, Role | None, str]:
    """The names of a segment, what they do there (None when it does not say), and a time among them."""
    if len(segment) > _LONGEST_SEGMENT:
        return segment, None, ""
    segment, when, is_done_by = _time_apart(segment)
    if segment.endswith("组织") and compiled(_ORGANIZES).match(segment):
        return segment[:-2], Role.UNITS, when
    verb = None if _NAMES_THOSE.fullmatch(segment) else VERB.search(segment)
    if verb is None:
        return segment, Role.UNITS if is_done_by else None, when
    role = next((role for role in (Role.LEAD, Role.SUPPORT, Role.UNITS) if verb[role.name]), Role.UNITS)
    return segment[: verb.start()], Role.SUPPORT if verb["with"] else role, when


def _time_apart(segment: str) -> tuple[str, str, bool]:
    """A segment without its time, that time, and whether 由 stands between them: 6月底前由县水利局完成."""
    before = _BY_THEN.match(segment)
    if before:
        return segment[before.end() :].removesuffix("完成"), before[1], True
    after = _AFTER_NAMES.search(segment)
    if after:
        return segment[: after.start()].rstrip(TRIM), after[0], False
    return segment, "", False


def watched(segment: str) -> Duty | None:
    """Who looks after the work: 县应急管理局督促落实; but 甲局牵头督导 leads."""
    found, verb = WATCHES.search(segment), VERB.search(segment)
    if found is None or (verb and verb.start() < found.start()):
        return None
    return Duty(segment[: found.start()], None, found[0])


def part_of_work(segment: str) -> Duty | None:
    """Which part of the work somebody does: 县财政局负责资金保障."""
    found, verb = _PART.match(segment), VERB.search(segment)
    if found is None or (verb and verb.start() <= found.start("verb")):
        return None
    role = Role.LEAD if found["lead"] else Role.UNITS
    return Duty(found["who"], role, segment[found.start("verb") :])
