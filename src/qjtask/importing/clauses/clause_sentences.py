"""Clauses without brackets and labels: sentences, or parts of one, that say who does a work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import filterfalse, islice

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.answering_offices import are_of_a_kind
from qjtask.importing.clauses.answering_persons import of_persons
from qjtask.importing.clauses.clause import Clause, with_names
from qjtask.importing.clauses.clause_places import (
    STOPS,
    ClausePlace,
    are_offices,
    beside,
    is_certain,
    says_work,
)
from qjtask.importing.clauses.clause_reader import LONGEST, read_clause
from qjtask.importing.clauses.clause_words import AS_FOLLOWS, INSTRUCTED, SAID_TO_BE, VERB, with_colons
from qjtask.importing.clauses.name_kinds import is_body, is_deed, is_name, is_sure, without_duties
from qjtask.importing.clauses.offices_within import BODY_END, addressed, with_helpers, with_object
from qjtask.importing.clauses.opening_offices import read_opening
from qjtask.importing.clauses.persons_beside import with_persons_together
from qjtask.importing.clauses.sentence_beginnings import at_the_beginning, in_the_middle, is_only_time
from qjtask.importing.clauses.told_offices import told_to
from qjtask.importing.words.office_words import is_collective

_BY = re.compile(
    r"(?:^|(?<=[。；;，,]))\s*(?:(?:此项|该项|本项|以上|上述)(?:工作|任务|事项)?)?"
    r"(?:(?:具体|主要|统一)?由(?!于)|请(?=[^。；;]{2,40}(?:牵头|负责)))(?=[^由]{2,})"
)
_OBLIGES = re.compile("要|须|应(?!急)")  # 县财政局要落实资金 shares out nothing that is not said already
_DOES = re.compile(
    r"(?P<who>[^，,。；;：:]{2,60}?)(?:主要)?(?P<post>负责人|责任人|负责同志|主任|[处科组所站股]长)?"
    r"[：:](?P<verb>(?:牵头)?负责)(?=[^的人，,。；;：:制]|制[定作发])"
)
_POSTS = frozenset(("主任", "处长", "科长", "组长", "所长", "站长", "股长"))
_MEETING = re.compile(  # 会议议定：, 会议明确，, 王县长批示：“
    rf"(?:会议(?!由)[\u4e00-\u9fff]{{2,4}}{AS_FOLLOWS}(?:明确|确定)?|{INSTRUCTED})(?=.)"
)
_LED_IN = "会议[\u4e00-\u9fff]{2,4}$"  # 会议决定，由办公室牵头，9月10日前拿出意见: all of it is the work
_GOES_ON = re.compile(r"\s*(?:其中|力争|确保|年底前|到(?:20|年底))")  # with what is to be reached
_MATTER_AND_DOER = r"(?P<matter>[^，,。；;：:]{2,30})[：:]\s*(?P<who>[^，,。；;：:]{2,40}负责)[。；;]?"
_PARTS = re.compile(r"[，,；;]")
_STOPS_OR_END = re.compile(r"[。；;]|$")
_TRIES = 6  # of 由 in a last sentence, and of stops after 责任单位为
_MOST_PARTS = 4  # of a sentence's end that say who
_LONGEST_LINE = 120  # of a sentence that is nothing but a clause
_SHORTEST_WORK = 4  # characters


def clauses_of_sentences(text: str, vocabulary: Vocabulary, *, bare: bool) -> list[ClausePlace]:
    """The clauses that sentences are, or hold.

    With `bare`, a line that is nothing else is one too, and a sentence that says what is to be done has one.
    """
    led_in = _MEETING.match(text)
    at = led_in.end() if led_in else 0
    places = _places(text[at:], vocabulary, is_led_in=led_in is not None)
    moved = [place._replace(start=place.start + at, end=place.end + at) for place in places]
    return [place for place in moved if bare or not place.clause.is_bare]


def _places(text: str, vocabulary: Vocabulary, *, is_led_in: bool) -> list[ClausePlace]:
    text = with_persons_together(text)
    first = at_the_beginning(text, vocabulary, is_led_in=is_led_in)
    places = [first] if first else _by_whom(text, vocabulary) or list(_said_to_be(text, vocabulary))
    if not places:
        found = (find(text, vocabulary) for find in _SINGLE)
        places = [place for place in found if place][:1]
    return [with_helpers(text, place, vocabulary) for place in places]


def with_doer_behind(text: str, vocabulary: Vocabulary) -> str:
    """县住建局：负责危房改造 with its office in brackets behind the work."""
    found = _DOES.match(text)
    if found is None or len(text) - found.end() < _SHORTEST_WORK:
        return text
    post = found["post"] if found["post"] in _POSTS else ""
    who = (
        f"{found['who']}{post}" if found["who"].startswith("各") else without_duties(found["who"])
    )  # 各班主任, of many offices
    clause = read_clause(f"{who}{found['verb']}", vocabulary)
    if clause is None or not is_certain(clause):
        return text
    label = "牵头单位" if clause.lead else "责任单位"
    person = f"；责任人：{found['who']}{post}" if post and who == found["who"] else ""
    return f"{text[found.end() :]}（{label}：{who}{person}）"


def _by_whom(text: str, vocabulary: Vocabulary) -> list[ClausePlace]:
    """Parts of sentences, several of them, or a last sentence, that begin with 由."""
    several: list[ClausePlace] = []
    for found in _BY.finditer(text):
        place = _to_the_next_stop(text, found, vocabulary)
        if place and found.start() >= (several[-1].end if several else 0):
            several.append(place)
    if len(several) > 1:
        return several
    last = _by_whom_at_the_end(text, vocabulary)
    if last is None and several and _GOES_ON.match(text, several[0].end):
        return several
    return [last] if last else []


def _by_whom_at_the_end(text: str, vocabulary: Vocabulary) -> ClausePlace | None:
    """A last sentence that says nothing else, as in 由县住建局牵头，县公安局配合，6月底前完成.

    One that says what is to be done, too, stays in the text.
    """
    last = text.rstrip(STOPS).rfind("。") + 1
    for found in islice(_BY.finditer(text, last), _TRIES):
        rest = text[found.start() if re.match(r"\s*(?:以上|上述)", found[0]) else found.end() :]
        clause = read_clause(rest, vocabulary)
        clause = clause and (of_persons(clause) or clause)
        if clause is None or clause.is_bare or not (clause.names or clause.is_shared):
            continue
        place = _place_at_the_end(text, found.start(), clause, vocabulary)
        if place is not None:
            return place
    return None


def _place_at_the_end(text: str, start: int, clause: Clause, vocabulary: Vocabulary) -> ClausePlace | None:
    """The place of a clause that was read from `start` to the end of a text; None where it may be none.

    由县住建局牵头，定期会商，研究解决问题: where a name is none its words are the work's, and stay.
    """
    others = _names_beside_deeds(clause)
    if others:
        return beside(text, with_names(clause, others))
    strange = tuple(filterfalse(is_name, clause.names))
    if strange:
        apart = in_the_middle(text, vocabulary) or addressed(text, vocabulary)
        # 会同城关镇制定方案: a sentence that begins with its offices
        if apart is not None or any(BODY_END.search(name, 1) for name in strange):
            return apart
    if _says_more(text[:start], clause):
        return _beside_its_work(text, clause)
    return ClausePlace(start, len(text), clause)


def _says_more(before: str, clause: Clause) -> bool:
    """Whether the words of a clause say what is to be done, too, and stay in the text."""
    is_led_in = compiled(_LED_IN).search(before.rstrip(STOPS + "：:")) is not None
    return bool(clause.told) or says_work(clause) or (is_led_in and clause.deadline != "")


def _beside_its_work(text: str, clause: Clause) -> ClausePlace | None:
    """A clause whose words say what is to be done, too; None where they name others than offices."""
    are_named = are_offices(clause) or (not clause.told and all(map(is_name, clause.names)))
    return beside(text, clause) if are_named else None


def _names_beside_deeds(clause: Clause) -> tuple[str, ...]:
    """The names of a clause where all others say what is to be done, and these are offices; () for none."""
    others = tuple(name for name in clause.names if not is_deed(name))
    has_deeds = not clause.told and len(others) < len(clause.names)
    return others if has_deeds and all(map(is_sure, others)) else ()


def _to_the_next_stop(text: str, found: re.Match[str], vocabulary: Vocabulary) -> ClausePlace | None:
    """……，由县教育局负责；: the clause of a part of a sentence."""
    stop = _STOPS_OR_END.search(text, found.end())
    end = stop.end() if stop else len(text)
    if end - found.end() > _LONGEST_LINE or not text[: found.start()].strip(STOPS):
        return None
    clause = read_clause(text[found.end() : end].strip(STOPS), vocabulary)
    if clause is None or says_work(clause):
        return None
    persons = of_persons(clause)
    return ClausePlace(found.start(), end, persons or clause) if persons or is_certain(clause) else None


def _said_to_be(text: str, vocabulary: Vocabulary) -> Iterator[ClausePlace]:
    """Clauses within sentences: ……，责任单位为县住建局、县公安局，6月底前完成；……，责任单位为县水务局."""
    at = 0
    for first in SAID_TO_BE.finditer(text):
        if first.start() < at:
            continue
        place = _up_to_a_stop(text, first.start(), vocabulary)
        if place is not None:
            yield place
        stop = _STOPS_OR_END.search(text, first.start())  # one that was not read is not tried again in parts
        at = place.end if place is not None else stop.end() if stop else len(text)


def _up_to_a_stop(text: str, start: int, vocabulary: Vocabulary) -> ClausePlace | None:
    """The longest clause from `start` to a stop, or to the end: what follows may be another work."""
    found = None
    for stop in islice(_STOPS_OR_END.finditer(text, start), _TRIES):
        if stop.end() - start > LONGEST:
            break
        clause = read_clause(with_colons(text[start : stop.end()], bare=True), vocabulary)
        if clause is None or clause.told or not clause.names or not all(map(is_sure, clause.names)):
            break
        found = ClausePlace(start, stop.end(), clause)
    return found


def _whole_line(text: str, vocabulary: Vocabulary) -> ClausePlace | None:
    """A short paragraph that says nothing but who does it: 市财政局牵头落实."""
    plain = text.strip(STOPS)
    if len(plain) > _LONGEST_LINE or re.search("[。要须]|应(?!急)", plain):
        return None
    if not any(VERB.search(part) for part in _PARTS.split(plain)):
        return None
    clause = read_clause(plain, vocabulary)
    if clause is None or not is_certain(clause) or says_work(clause):
        return None
    return ClausePlace(0, len(text), clause._replace(is_bare=True))


def _last_sentence(text: str, vocabulary: Vocabulary) -> ClausePlace | None:
    """A last sentence that only says who: 新建人行天桥2座。县住建局牵头，县公安局配合，6月底前完成."""
    start = _start_of_the_last(text.rstrip(STOPS), vocabulary)
    last = text[start:]
    if not start or len(last) > _LONGEST_LINE or _OBLIGES.search(last) or _names_after_matter(last):
        return None
    clause = read_clause(last.strip(STOPS), vocabulary)
    if clause is None or clause.is_bare:
        return None
    if is_certain(clause) and not says_work(clause):
        return ClausePlace(start, len(text), clause)
    return beside(text, _with_all(text, clause, vocabulary)) if are_offices(clause) else None


def _with_all(text: str, clause: Clause, vocabulary: Vocabulary) -> Clause:
    """The clause of a last sentence with the offices of those before it: 医务科负责培训；药剂科负责点评."""
    own = read_opening(text, vocabulary)
    if own is None or not own.is_strong or not {*own.clause.names} > {*clause.names}:
        return clause
    return own.clause  # and no time, which is one of theirs


def _start_of_the_last(text: str, vocabulary: Vocabulary) -> int:
    """Where the last sentence begins, or who does it all behind a dash: ……建成平台——县政府办牵头."""
    start = max(text.rfind(stop) for stop in "。；;") + 1
    dash = text.rfind("——") + 2
    return dash if dash > max(start, 2) and read_clause(text[dash:], vocabulary) else start


def _behind_colon(text: str, vocabulary: Vocabulary) -> ClausePlace | None:
    """A matter, a colon, and who sees to it: 安全保卫：办公室负责."""
    found = compiled(_MATTER_AND_DOER).fullmatch(text)
    clause = read_clause(found["who"], vocabulary) if found else None
    if found is None or clause is None or not is_certain(clause) or is_body(found["matter"]):
        return None
    return ClausePlace(found.end("matter"), len(text), clause)


def _names_after_matter(text: str) -> bool:
    """Whether a sentence says what is looked after, and then by whom: 入场由体育系负责."""
    return compiled(r"^[^由，,]{2,}(?<![理自缘经])由(?!于)").search(text) is not None


def _last_parts(text: str, vocabulary: Vocabulary) -> ClausePlace | None:
    """Nothing but the last parts of a sentence says who: 培训400人次，县司法局负责，6月底前完成."""
    found = _longest_end(text, vocabulary)
    whole = _with_all(text, found.clause, vocabulary) if found else None
    # 奖品由宣传部提供，秘书处组织实施 names both
    return beside(text, whole) if whole and found and whole is not found.clause else found


def _longest_end(text: str, vocabulary: Vocabulary) -> ClausePlace | None:
    """The most of a sentence's last parts that say who does it and when, and nothing else."""
    plain = text.rstrip(STOPS)
    found, start = None, len(plain)
    for _ in range(_MOST_PARTS):
        before = plain.rfind("，", 0, start)
        part = plain[before + 1 : start]
        if before < 0 or _OBLIGES.search(part) or not (VERB.search(part) or is_only_time(part)):
            break
        clause = read_clause(plain[before + 1 :], vocabulary)
        if clause is not None and (_says_owners(clause) or of_persons(clause)):
            found = ClausePlace(before + 1, len(text), of_persons(clause) or clause)
        start = before
    return found


def _says_owners(clause: Clause) -> bool:
    """Whether a clause surely names who does a work, and not each of many: 坚持属地管理，各部门负责."""
    owners = (*clause.lead, *clause.units)
    are_many = any(is_collective(name) and not are_of_a_kind(name) for name in owners)
    return bool(owners) and is_certain(clause) and not says_work(clause) and not are_many


_SINGLE = (
    *(_behind_colon, _whole_line, told_to, in_the_middle),
    *(_last_sentence, _last_parts, addressed, with_object),
)
"""The ways in which a paragraph may hold one clause without a bracket or a label, the surest first."""
