"""Whom the later parts of a sentence name, behind its first: ，县林业局做好配合; ，施工由县住建局负责."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.clause_places import is_by_bodies, only_helps
from qjtask.importing.clauses.clause_reader import read_clause
from qjtask.importing.clauses.clause_words import BY, VERB, WATCHES
from qjtask.importing.clauses.matters_before_by import decides, seen_to_by
from qjtask.importing.clauses.name_kinds import is_body
from qjtask.importing.clauses.opening_parts import (
    EVERYBODY,
    Opening,
    is_at_site,
    read_deed,
    read_part,
    read_told,
)
from qjtask.importing.clauses.shared_ends import with_shared_end
from qjtask.importing.clauses.telling_verbs import SPEAKER_TELLS, TELLS, TELLS_A_REGION
from qjtask.importing.words.office_words import ends_as_office

COUNTED = r"第?[一二三四五六七八九十]{1,2}是[，,：:]?"
"""What counts parts, as a pattern: 一是县水务局改造管网；二是县住建局……"""
BY_WHOM = (
    rf"[^，,。；;由]{{2,30}}{BY}(?!于)"
    "(?=.{2,60}?(?:负责|牵头|承担|承办|办理|落实|实施|处理|解决|完成|保障|列支|筹措|自筹))"
)
"""What is looked after, up to 由 and whoever looks after it, as a pattern: 施工由县住建局负责."""
WISHES = (
    "高度重视|通力|合力|站在|狠抓|抓好落实|认真落实|贯彻|[认思][识想]|站位|加强(?:组织)?领导"
    "|压实责任|切实担负"
)
"""What is wished of everybody and is no work, as a pattern."""

# 由甲局负责选址、乙局落实用电: 、 before the next office, and what it does; not …协调甲局、乙局落实编制.
_NEXT_DOER = (
    r"、(?=(?P<who>[^，,。；;：:、]{2,20}?)(?:(?:负责|牵头|安排|组织(?!部)|落实|要(?!求)).{4}|配合|协助))"
)
_DOES_BEFORE = r".(?:负责|牵头|安排|组织(?!部)|落实|要(?!求))[^，,。；;、]{2,}$"
_LONGEST_BEFORE = 60  # signs of a part
_TOLD_LATER = rf"由(?!于)|请|{SPEAKER_TELLS}|{TELLS}|{TELLS_A_REGION}"
# 县住建局负责修路，协调供电公司迁移电杆: whoever is brought in helps.
_BRINGS_IN = r"(?:统筹)?协调(?!小?组|[处科办室局])"
# What else an office does where others are told to do something.
_SEES_TO = r"[做抓][好实]|落实|加[强快]|提供"


def with_doers_apart(text: str) -> str:
    """甲局负责选址，乙局落实用电 of 甲局负责选址、乙局落实用电: each office has its part."""
    if "、" not in text:
        return text
    return compiled(_NEXT_DOER).sub(lambda found: "，" if _is_next_doer(found) else "、", text)


def _is_next_doer(found: re.Match[str]) -> bool:
    """Whether a 、 stands behind what somebody does, and before another office that does something."""
    if not is_body(found["who"]):
        return False
    before = found.string[max(0, found.start() - _LONGEST_BEFORE) : found.start()]
    return compiled(_DOES_BEFORE).search(before) is not None and not ends_as_office(before)


def only_wishes(text: str) -> bool:
    """Whether all that a text says is wished of everybody: 各乡镇要高度重视，加强领导."""
    return all(compiled(WISHES).search(part) for part in compiled("[，,。；;：:]").split(text) if part)


def clauses_of_later(parts: list[str], vocabulary: Vocabulary) -> Iterator[Clause]:
    """Who else a paragraph's later parts name: ，县林业局做好配合; ，各村具体落实; ，县财政局负责资金保障."""
    for part in parts:
        clause = _with_verb_last(part, vocabulary)
        if clause is not None and (only_helps(clause) or _carries_out(part, clause)):
            yield clause
            continue
        if (own := _read_other(part, vocabulary)) is not None:
            yield own.clause


def _with_verb_last(part: str, vocabulary: Vocabulary) -> Clause | None:
    """The clause of a part that ends with what its names do: 公安、交通等部门配合; None for any other."""
    verb = VERB.search(part)
    if verb is None:
        return None
    return read_clause(f"{with_shared_end(part[: verb.start()])}{verb[0]}", vocabulary)


def _carries_out(part: str, clause: Clause) -> bool:
    """Whether a part says of bodies, and no more, that they carry out the work; not that everybody does."""
    is_wish = compiled(EVERYBODY).match(part) or compiled(WISHES).search(part)
    return not is_wish and "由" not in part and is_by_bodies(clause) and not clause.deadline


def _read_other(part: str, vocabulary: Vocabulary) -> Opening | None:
    """What a later part asks of an office, or of all of a kind; of everybody it only wishes something."""
    part = compiled(f"^(?:{COUNTED}|(?:同时|另外|此外|[与跟])(?=.{{4}}))").sub("", part)
    words, deed, is_told = _asked_later(part)
    may_be_many = is_told or compiled(EVERYBODY).match(words) is None
    own = read_part(words, "", vocabulary, is_behind=is_told, may_be_many=may_be_many)
    own = own or _whatever_they_do(deed, is_told, vocabulary)
    if own is None or _says_how_much(own.clause) or (is_told and WATCHES.search(words)):
        return None
    if compiled(_BRINGS_IN).match(part):
        return own._replace(clause=own.clause._replace(lead=(), units=(), support=own.clause.names))
    return own if is_told or _is_anothers_part(part, own) else None


def _asked_later(part: str) -> tuple[str, str, bool]:
    """A later part from its office on, the words of a deed in it, and whether that office is told so."""
    by = compiled(BY_WHOM).match(part)
    asked = by or compiled(_TOLD_LATER).match(part)
    if asked is None:
        return part, part, False
    words = part[asked.end() :]
    return words, part if by else words, asked[0] != "请"


def _whatever_they_do(words: str, is_told: bool, vocabulary: Vocabulary) -> Opening | None:
    """，不足部分由区政府自筹; ，责成城关镇拆除; ，县水务局接通水源."""
    clause = seen_to_by(words, vocabulary)
    if clause is not None:
        return Opening(clause, is_strong=True)
    return read_told(words, vocabulary) if is_told else read_deed(words, vocabulary)


def _says_how_much(clause: Clause) -> bool:
    """各学院负责接待，每个学院组织20人: whether a part says how much each of those before does."""
    return all(name.startswith("每") for name in clause.names)


def _is_anothers_part(part: str, own: Opening) -> bool:
    """Whether a part shares out work untold; not 施工单位要加强管理 behind 县交通局负责修路."""
    return (own.is_strong or _does_a_part(part, own.clause)) and not is_at_site(own.clause)


def _does_a_part(part: str, clause: Clause) -> bool:
    """Whether a mere deed behind somebody's duty is another's part of it: ，县审计局全程跟踪审计."""
    if compiled(_SEES_TO).search(part):
        return True
    return not compiled(WISHES).search(part) and not decides(clause)
