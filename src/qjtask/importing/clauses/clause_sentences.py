"""Clauses without brackets and labels: sentences, or parts of one, that say who does a work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, islice
from typing import NamedTuple

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import Clause, joined
from qjtask.importing.clauses.clause_names import is_body, is_name, is_sure
from qjtask.importing.clauses.clause_reader import LONGEST, read_clause
from qjtask.importing.clauses.clause_words import VERB, WATCHES, WHEN, is_time, time_at_start
from qjtask.importing.words.office_words import is_collective

STOPS = " 。；;，,、.—\n"
"""What may stand around a clause, and says nothing."""

_BY = re.compile(
    r"(?:^|(?<=[。；;，,]))\s*(?:(?:此项|该项|本项|以上|上述)(?:工作|任务|事项)?)?"
    r"(?:(?:具体|主要|统一)?由(?!于)|请(?=[^。；;]{2,40}(?:牵头|负责)))(?=[^由]{2,})"
)
_IS = re.compile(  # 责任单位为县水务局，完成时限10月底前
    r"(?:^|(?<=[。；;，,]))"
    r"(?P<label>(?:责任|牵头|承办|主办|配合|协办)(?:单位|部门|科室)|(?:完成|办结|整改)时限)"
    r"(?:为|是)?(?=.{3})"
)
_OBLIGES = re.compile("要|须|应(?!急)")  # 县财政局要落实资金 shares out nothing that is not said already
_DOES = re.compile(
    r"(?P<who>[^，,。；;：:]{2,60}?)[：:]?(?P<verb>(?:牵头)?负责)(?=[^的人，,。；;：:制]|制[定作发])"
)
_ADDRESSED = re.compile(  # 请县财政局抓紧落实……; 县应急管理局要会同县消防救援大队，于……
    r"(?:(?:^|(?<=[，,；;]))[请由](?P<asked>[^，,。；;：:请由]{2,40}?)"
    r"(?=抓紧|尽快|抓好|认真|按|根据|对|于|在|组织|做好|加快|研究|督促|落实|起草|制[定订]"
    r"|提出|完善|推进|会同|联合)|^(?P<own>[^，,。；;：:请]{2,40}?)(?:要|须|应)(?=会同|联合))"
    r"(?:(?:会同|联合)(?P<with>[^，,。；;：:]{2,60})[，,])?"
)
_WITH = re.compile("并?(?:会同|联合|协同)")
_LATER = re.compile(r"(?<=[。；;，,])\s*(?=由(?!于))")
_DOES_IT = re.compile(  # 由县住建局负责新建天桥
    r"(?:^|(?<=[。；;，,]))\s*由(?!于)(?P<who>[^，,。；;：:由]{2,60}?)"
    r"(?:分别|具体|共同|各自|统一|全面|主要)*(?P<verb>负责|承担|牵头)"
    r"(?=[^的人，,。；;：:])(?!(?:具体|统一|进行|组织)*(?:解释|修订|汇总|日常|统计|联系|通报))"
)
_ONLY_WHEN = re.compile(rf"{WHEN}(?:[全基][部本]|全面)?(?:完成|办结|到位|落实)?")
_STOPS_OR_END = re.compile(r"[。；;]|$")
_TRIES = 6  # of 由 in a last sentence, and of stops after 责任单位为
_LONGEST_LINE = 120  # of a sentence that is nothing but a clause
_SHORTEST_WORK = 6  # characters
_FEWEST = 4  # of them, where they are no verb that speaks of who does it
_SHORTEST_OBJECT = 5  # characters after a day: 完成8处整治, not 开工
_MOST_PARTS = 8  # of a sentence's beginning that say who


class ClausePlace(NamedTuple):
    """A clause, and where it stands in its paragraph."""

    start: int
    end: int
    clause: Clause


def clauses_of_sentences(text: str, vocabulary: Vocabulary, *, bare: bool) -> list[ClausePlace]:
    """The clauses that sentences are, or hold.

    With `bare`, a line that is nothing else is one too, and a sentence that says what is to be done has one.
    """
    first = _at_the_beginning(text, vocabulary)
    places = [first] if first else _by_whom(text, vocabulary) or list(_said_to_be(text, vocabulary))
    if not places:
        found = (find(text, vocabulary) for find in _SINGLE)
        places = [place for place in found if place][:1]
    return [place for place in places if bare or not place.clause.is_bare]


def with_doer_behind(text: str, vocabulary: Vocabulary) -> str:
    """县住建局负责新建人行天桥2座, or 县住建局：负责……, with its office in brackets behind the work."""
    found = _DOES.match(text)
    if found is None or len(text) - found.end() < _SHORTEST_WORK:
        return text
    clause = read_clause(f"{found['who']}{found['verb']}", vocabulary)
    if clause is None or not _is_certain(clause):
        return text
    label = "牵头单位" if clause.lead else "责任单位"
    return f"{text[found.end() :]}（{label}：{found['who']}）"


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
    return [last] if last else []


def _by_whom_at_the_end(text: str, vocabulary: Vocabulary) -> ClausePlace | None:
    """A last sentence that says nothing else, as in 由县住建局牵头，县公安局配合，6月底前完成.

    One that says what is to be done, too, stays in the text.
    """
    last = text.rstrip(STOPS).rfind("。") + 1
    for found in islice(_BY.finditer(text, last), _TRIES):
        rest = text[found.start() if re.match(r"\s*(?:以上|上述)", found[0]) else found.end() :]
        clause = read_clause(rest, vocabulary)
        if clause is None or clause.is_bare or not clause.names:
            continue
        # 由县住建局牵头，定期会商，研究解决问题: what names nobody is words of the work.
        apart = None if all(map(is_name, clause.names)) else _in_the_middle(text, vocabulary)
        if apart is not None:
            return apart
        if not clause.told and not _says_work(clause):
            return ClausePlace(found.start(), len(text), clause)
        if _are_offices(clause):
            return _beside(text, clause)
    return None


def _to_the_next_stop(text: str, found: re.Match[str], vocabulary: Vocabulary) -> ClausePlace | None:
    """……，由县教育局负责；: the clause of a part of a sentence."""
    stop = _STOPS_OR_END.search(text, found.end())
    end = stop.end() if stop else len(text)
    if end - found.end() > _LONGEST_LINE or not text[: found.start()].strip(STOPS):
        return None
    clause = read_clause(text[found.end() : end].strip(STOPS), vocabulary)
    if clause is None or not _is_certain(clause) or _says_work(clause):
        return None
    return ClausePlace(found.start(), end, clause)


def _says_work(clause: Clause) -> bool:
    """Whether a clause's deadline says what is to be done: 6月底前完成8处整治."""
    parts = ((part, time_at_start(part)) for part in clause.deadline.split("；"))
    return any(time and len(part) - len(time) >= _SHORTEST_OBJECT for part, time in parts)


def _beside(text: str, clause: Clause) -> ClausePlace:
    """A clause whose words stay in the text, with the last time of its deadline and not the work there."""
    times = [time for part in clause.deadline.split("；") if (time := time_at_start(part))]
    deadline = times[-1].lstrip("于在") if times else clause.deadline
    return ClausePlace(len(text), len(text), clause._replace(deadline=deadline, is_bare=True))


def _are_offices(clause: Clause) -> bool:
    """Whether a clause names nothing but offices and places that act as one, and one office at least."""
    return any(map(is_sure, clause.names)) and all(map(is_body, clause.names))


def _said_to_be(text: str, vocabulary: Vocabulary) -> Iterator[ClausePlace]:
    """Clauses within sentences: ……，责任单位为县住建局、县公安局，6月底前完成；……，责任单位为县水务局."""
    at = 0
    for first in _IS.finditer(text):
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
        said = _IS.sub(lambda one: f"{one['label']}：", text[start : stop.end()])
        clause = read_clause(said, vocabulary)
        if clause is None or clause.told or not clause.names or not all(map(is_sure, clause.names)):
            break
        found = ClausePlace(start, stop.end(), clause)
    return found


def _whole_line(text: str, vocabulary: Vocabulary) -> ClausePlace | None:
    """A short paragraph that says nothing but who does it: 市财政局牵头落实."""
    if len(text) > _LONGEST_LINE or re.search("[。要须]|应(?!急)", text) or not VERB.search(text):
        return None
    clause = read_clause(text, vocabulary)
    is_sure_of_all = clause is not None and bool(clause.names) and all(map(is_sure, clause.names))
    if clause is None or clause.is_bare or clause.told or not is_sure_of_all:
        return None
    return ClausePlace(0, len(text), clause._replace(is_bare=True))


def _last_sentence(text: str, vocabulary: Vocabulary) -> ClausePlace | None:
    """A last sentence that only says who: 新建人行天桥2座。县住建局牵头，县公安局配合，6月底前完成."""
    start = max(text.rstrip(STOPS).rfind(stop) for stop in "。；;") + 1
    last = text[start:]
    if not start or len(last) > _LONGEST_LINE or _OBLIGES.search(last):
        return None
    clause = read_clause(last.strip(STOPS), vocabulary)
    if clause is None or clause.is_bare:
        return None
    if _is_certain(clause) and not _says_work(clause):
        return ClausePlace(start, len(text), clause)
    return _beside(text, clause) if _are_offices(clause) else None


def _addressed(text: str, vocabulary: Vocabulary) -> ClausePlace | None:
    """Minutes ask one office for a work: 请县财政局抓紧落实…… The words stay in the text.

    What all offices are asked for is a notice's wish, and no work of theirs: 请各单位认真落实.
    """
    found = _ADDRESSED.search(text)
    if found is None:
        return None
    who = found["asked"] or found["own"]
    clause = read_clause(f"{who}会同{found['with']}负责" if found["with"] else f"{who}负责", vocabulary)
    if clause is None or not _is_certain(clause) or any(map(is_collective, (*clause.lead, *clause.units))):
        return None
    return _beside(text, clause)


def _at_the_beginning(text: str, vocabulary: Vocabulary) -> ClausePlace | None:
    """由县住建局牵头，会同县公安局，于6月底前完成人行天桥建设: who does it, and then the work.

    县住建局牵头，县公安局配合，完成人行天桥建设 too.
    """
    sentence = re.split("[。；;]", text, maxsplit=1)[0]
    by = int(re.match("由(?!于)", text) is not None)
    if not by and not _says_who_first(sentence, vocabulary):
        return None
    parts = re.split("(?<=[，,])", sentence)[:_MOST_PARTS]
    found, waits = None, False
    for part, end in zip(parts, accumulate(map(len, parts[:-1])), strict=False):
        clause = read_clause(text[by:end].strip(STOPS), vocabulary)
        if clause is None or not _is_certain(clause) or _says_work(clause):
            break
        words = part.strip(STOPS)
        if VERB.search(words) or _WITH.match(words):
            found, waits = ClausePlace(0, end, clause), False
        elif is_time(words) and not waits:
            found = ClausePlace(0, end, clause)
        else:  # names, or 组成联合执法组: what no verb follows is not said to do anything
            waits = True
    if found is None or _ONLY_WHEN.fullmatch(text[found.end :].strip(STOPS)):
        return None
    return found if _is_work(text[found.end :]) else None


def _is_work(text: str) -> bool:
    """Whether words say what is to be done; 清理河道 does, 抓好落实 says nothing."""
    plain = text.strip(STOPS)
    if len(text) >= _SHORTEST_WORK:
        return True
    says_who = VERB.search(plain) or WATCHES.search(plain)
    return len(plain) >= _FEWEST and not (says_who or is_time(plain) or is_name(plain))


def _in_the_middle(text: str, vocabulary: Vocabulary) -> ClausePlace | None:
    """方案已批准。由县住建局牵头，按照意见监督管理好……: a later part that begins so; its words stay."""
    for found in islice(_LATER.finditer(text), _TRIES):
        place = _at_the_beginning(text[found.end() :], vocabulary)
        if place is not None:
            return _beside(text, place.clause)
    return None


def _with_object(text: str, vocabulary: Vocabulary) -> ClausePlace | None:
    """由甲街道、乙街道分别负责辖区市场管理: all who do a part of the work; its words stay."""
    whole: Clause | None = None
    for found in _DOES_IT.finditer(text):
        clause = read_clause(f"{found['who']}{found['verb']}", vocabulary)
        if clause is None or not _is_certain(clause):
            return None
        whole = joined(whole, clause) if whole else clause
    return _beside(text, whole) if whole else None


def _says_who_first(sentence: str, vocabulary: Vocabulary) -> bool:
    """Whether a sentence begins with who does it, and goes on with what."""
    if sentence.startswith("由") or not VERB.search(re.split("[，,]", sentence, maxsplit=1)[0]):
        return False
    whole = read_clause(sentence, vocabulary)
    return whole is None or not _are_offices(whole)


def _is_certain(clause: Clause) -> bool:
    """Whether a clause has a verb, and names nothing but offices."""
    return not clause.is_bare and not clause.told and bool(clause.names) and all(map(is_sure, clause.names))


_SINGLE = (_in_the_middle, _last_sentence, _whole_line, _addressed, _with_object)
"""The ways in which a paragraph may hold one clause without a bracket or a label, the surest first."""
