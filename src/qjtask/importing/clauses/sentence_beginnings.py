"""Sentences that begin with who does a work, and go on with what: 由县住建局牵头，会同县公安局，完成……."""

from __future__ import annotations

import re
from functools import reduce
from itertools import accumulate, islice

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import Clause, joined
from qjtask.importing.clauses.clause_places import (
    STOPS,
    ClausePlace,
    are_offices,
    beside,
    is_by_bodies,
    is_certain,
    says_work,
)
from qjtask.importing.clauses.clause_reader import read_clause
from qjtask.importing.clauses.clause_words import VERB, WATCHES, WHEN, is_time, time_at_start
from qjtask.importing.clauses.later_parts import clauses_of_later
from qjtask.importing.clauses.name_kinds import is_name

_WITH = re.compile("并?(?:会同|联合|协同)")
_LATER = re.compile(r"(?<=[。；;，,])\s*(?:下一步|接下来|下步|现)?[，,]?(?=由(?!于))")
_TOLD_TO = re.compile("由(?!于)|责成")
_ONLY_WHEN = re.compile(rf"{WHEN}(?:[全基][部本]|全面)?(?:完成|办结|到位|落实)?")
_ENDS_WITH_WORK = re.compile(rf"[，,]{WHEN}(?![全基]?[部本面]?(?:完成|办结|到位|落实)?$)[^，,]{{2,}}$")
_STOP = re.compile("[。；;]")
_NAMES_WHO = re.compile("由|负责|牵头|配合|协助")
_STOP_OR_COMMA = re.compile("[，,。；;]")
_FEWEST = 4  # of them, where they are no verb that speaks of who does it
_MOST_PARTS = 8  # of a sentence's beginning that say who
_TRIES = 6  # of 由 in a paragraph
_SHORTEST_WORK = 6  # characters


def at_the_beginning(text: str, vocabulary: Vocabulary, *, is_led_in: bool = False) -> ClausePlace | None:
    """由县住建局牵头，会同县公安局，于6月底前完成人行天桥建设: who does it, and then the work.

    县住建局牵头，县公安局配合，完成人行天桥建设 too. A sentence that is led in (会议明确，) holds a work
    even where that is short: 县教育局为牵头单位，10月底前完成招标.
    """
    sentence = _STOP.split(text, 1)[0]
    told = _TOLD_TO.match(text)
    by = told.end() if told else 0
    if not by and not _says_who_first(sentence, vocabulary, is_led_in=is_led_in):
        return None
    found = _up_to_the_work(text, sentence, by, vocabulary)
    if found is None or _ONLY_WHEN.fullmatch(text[found.end :].strip(STOPS)):
        return None
    if not _is_work(text[found.end :]):
        return None
    others = _named_later(text[found.end :], found.clause, vocabulary)
    if others:  # each with its own time, and all words stay
        clause = reduce(joined, others, found.clause)._replace(deadline="")
        return ClausePlace(len(text), len(text), clause)
    return beside(text, found.clause) if told and told[0] != "由" else found  # 责成县教育局牵头 stays


def _named_later(text: str, clause: Clause, vocabulary: Vocabulary) -> list[Clause]:
    """Who else the parts behind the first ones name: ；由市电信公司负责，……; ；其余工作由市资源局负责."""
    parts = [one for one in _STOP_OR_COMMA.split(text) if _NAMES_WHO.search(one)]
    later = clauses_of_later(parts[:_MOST_PARTS], vocabulary)
    return [one for one in later if not {*one.names} <= {*clause.names}]


def _up_to_the_work(text: str, sentence: str, by: int, vocabulary: Vocabulary) -> ClausePlace | None:
    """The clause of a sentence's first parts, those that say who or when; `by` is 1 where 由 begins it."""
    parts = re.split("(?<=[，,])", sentence)[:_MOST_PARTS][:-1]
    while parts and not _says_who_or_when(parts[-1].strip(STOPS)):  # the work, which is long to read
        parts.pop()
    found, waits = None, False
    for part, end in zip(parts, accumulate(map(len, parts)), strict=True):
        clause = read_clause(text[by:end].strip(STOPS), vocabulary)
        if clause is None or not (is_by_bodies(clause) and are_offices(clause)) or says_work(clause):
            break
        words = part.strip(STOPS)
        if VERB.search(words) or _WITH.match(words):
            found, waits = ClausePlace(0, end, clause), False
        elif is_only_time(words) and not waits:
            found = ClausePlace(0, end, clause)
        else:  # names, or 组成联合执法组: what no verb follows is not said to do anything
            waits = True
    return found


def _says_who_or_when(words: str) -> bool:
    return bool(VERB.search(words) or _WITH.match(words)) or is_only_time(words)


def is_only_time(words: str) -> bool:
    """Whether a part says by when, and not what: 于6月底前完成, 持续推进; 于5月底前完成招标 does."""
    time = time_at_start(words)
    if re.search(r"\d", time):
        return _ONLY_WHEN.fullmatch(words) is not None
    return is_time(words)


def _is_work(text: str) -> bool:
    """Whether words say what is to be done; 清理河道 does, 抓好落实 says nothing."""
    plain = text.strip(STOPS)
    if len(text) >= _SHORTEST_WORK:
        return True
    says_who = VERB.search(plain) or WATCHES.search(plain)
    return len(plain) >= _FEWEST and not (says_who or is_time(plain) or is_name(plain))


def in_the_middle(text: str, vocabulary: Vocabulary) -> ClausePlace | None:
    """方案已批准。由县住建局牵头，按照意见监督管理好……: a later part that begins so; its words stay."""
    for found in islice(_LATER.finditer(text), _TRIES):
        place = at_the_beginning(text[found.end() :], vocabulary)
        if place is not None:
            return beside(text, place.clause)
    return None


def _says_who_first(sentence: str, vocabulary: Vocabulary, *, is_led_in: bool) -> bool:
    """Whether a sentence begins with who does it, and goes on with what."""
    if sentence.startswith("由") or not VERB.search(re.split("[，,]", sentence, maxsplit=1)[0]):
        return False
    if is_led_in and _ENDS_WITH_WORK.search(sentence):
        return True
    whole = read_clause(sentence, vocabulary)
    if whole is None or not (are_offices(whole) or is_certain(whole)):
        return True
    return says_work(whole) and not sentence.startswith(
        "请"
    )  # which is read as a last sentence, its words kept
