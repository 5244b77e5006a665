"""Offices that sentences name within what is to be done: 请县财政局抓紧落实, 由甲街道负责市场管理."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import Clause, joined
from qjtask.importing.clauses.clause_names import names_only
from qjtask.importing.clauses.clause_places import (
    STOPS,
    ClausePlace,
    are_offices,
    beside,
    is_certain,
    only_helps,
)
from qjtask.importing.clauses.clause_reader import read_clause
from qjtask.importing.clauses.clause_words import BY, VERB
from qjtask.importing.words.office_words import is_collective

_ADDRESSED = (  # 请县财政局抓紧落实……; 县应急管理局要会同县消防救援大队，于……
    r"(?:(?:^|(?<=[。，,；;]))[请由](?P<asked>[^，,。；;：:请由]{2,40}?)(?<!负责)"
    r"(?=抓紧|尽快|抓好|认真|按|根据|对|于|在|组织|做好|加快|研究|督促|落实|起草|制[定订]"
    r"|提出|完善|推进|将(?=[其该本全])|统筹|审[核批]|纳入|列入|会同|联合)|^(?P<own>[^，,。；;：:请]{2,40}?)(?:要|须|应)(?=会同|联合))"
)
_TOGETHER = (
    r"(?P<who>[^，,。；;：:]{2,40}?)(?:要|须|应)?(?:会同|联合)(?P<with>[^，,。；;：:]{2,80})(?P<stop>[，,])?"
)
# After who leads: ，会同县公安局、县市场监管局制定方案; ，各乡镇（街道）落实属地责任.
_BESIDE_LEAD = r"(?<=[，,；;])(?P<together>并?(?:会同|联合|协同))?(?P<words>[^，,。；;：:]{4,80})"
_BEGINS = (
    "制[定订]|编制|起草|研究|提出|开展|组织|实施|推进|做好|抓[好紧]|落实|完[成善]|建[立设成]|加[强快]"
    "|对|按|于|在|共同|进行|尽快"
)
_OWES = r"(?:具体|严格|切实|认真|全面|分别|要|须)*(?:落实|负责|做好|抓好|承担|履行|压实|加强)"
_SEVERAL = (("几个单位各负责一部分", "按一项记，单位都记"),)
_IS_PART = "写着做哪一部分"
WILLINGLY = r"(?:积极|主动|密切|全力|共同){0,4}"
HELPING = f"{WILLINGLY}(?:配合|协助|协同)"
"""How a part says that offices help: no run of such words is walked through from each of them."""

_HELPS = (
    rf"(?:(?<=[，,；;])(?P<who>[^，,。；;：:]{{2,60}}?)[要须]?{HELPING}"
    r"(?=做好|抓好|落实|开展|推进|完成|实施|组织|提供)"
    r"|(?:^|(?<=[，,；;]))并?(?:会同|联合)(?P<with>[^，,。；;：:]{2,60}?)"
    r"(?=每[周月季年日天半]|不?定期|开展|制[定订]|做好|抓好|落实|组织|推进|完成|实施|对|于"
    r"|提出|研究|拟[定订]|编制|起草|办理|核实|核查|排查|摸排|加[快强]))"
)
BODY_END = re.compile(
    r"(?:局(?![属内里])|[厅院]|(?<!城)镇(?![街村乡化])|乡(?![镇村])|街道(?!办)|社区(?!居)|村委会|居委会"
    r"|委(?![员公托]|监委)|办(?![员公]|事处)(?:(?<=[委府人协]办)|(?![理好妥结学证成案]))|办公室|中心|公司|集团|[支大中]队|(?<=工)会|组(?![织成建合团员装])"
    r"|部(?![门分署员])|(?<![一二三四五六七八九十百千两几多和随到四])(?:所(?![有属需用在涉辖缺])|处(?![理置室于]))|室(?![内外长])|科(?![学技])|站(?!点)"
    r"|(?<=施工|监理|设计|勘察|承建|代建)单位|(?<=[省市县区镇乡州])财政(?=安排|列支|拨|承担|补助|解决|保障))"
    r"(?=[\u4e00-\u9fff]{2}|[0-9])(?![长党和与]|及(?!时)|组(?!织)|务会)"  # 处务会
)
"""Where the name of an office may end, before what it does, whatever that is: 县财政局逐项目调度."""

_TRIES = 6  # of verbs in such a part
_MOST = 12  # parts of one work
_DOES_IT = (  # 由县住建局负责新建天桥
    rf"(?:{BY}(?!于)|(?<=[。；;]))(?P<who>[^，,。；;：:由]{{2,60}}?)"
    r"(?:分别|具体|共同|各自|统一|全面|主要)*(?P<verb>负责|承担|牵头)(?=[^的人，,。；;：:])"
    r"(?!制(?![定作发])|(?:主要|有关|相关)?(?:同志|领导|干部)|(?:具体|统一|进行|组织|跟踪)*(?:解释|修订|汇总|日常|统计|联系|通报|督[促导办查]|监督|检查|考核))"
)


def with_helpers(text: str, place: ClausePlace, vocabulary: Vocabulary) -> ClausePlace:
    """A clause with those whom the work beside it names."""
    place = _with_the_last_part(text, _doing_all(text, place), vocabulary)
    place = place._replace(clause=with_those_who_help(text, place.clause, vocabulary))
    if not place.clause.lead:
        return place
    clause = place.clause
    for found in islice(compiled(_BESIDE_LEAD).finditer(text), _MOST):
        clause = _with_others(clause, found, vocabulary)
    return place._replace(clause=clause)


def _doing_all(text: str, place: ClausePlace) -> ClausePlace:
    """A clause without the part that its only office does, where the sentence is the work: it does it all."""
    clause = place.clause
    is_part = (
        len(clause.names) == len(clause.notes) == len(clause.told) == 1 and _IS_PART in clause.told[0][0]
    )
    if place.end == place.start == len(text) and is_part:
        return place._replace(clause=clause._replace(notes=(), told=()))
    return place


def with_those_who_help(text: str, clause: Clause, vocabulary: Vocabulary) -> Clause:
    """A clause with those who help in a part of its own: ，各社区配合做好征询; 会同县财政局检查."""
    if not clause.lead and not clause.units:
        return clause
    for found in islice(compiled(_HELPS).finditer(text), _MOST):
        other = read_clause(f"{found['who'] or found['with']}配合", vocabulary)
        if other is None or not only_helps(other):
            continue
        if not {*other.names} & {*clause.names}:
            clause = joined(clause, other._replace(is_bare=clause.is_bare))
    return clause


def _with_others(clause: Clause, part: re.Match[str], vocabulary: Vocabulary) -> Clause:
    """A lead's clause with the offices that a part of its sentence begins with, and then says what they do.

    ，会同县公安局制定方案 helps, ，各乡镇落实属地责任 is responsible. The names end at the first verb
    before which nothing else stands: not at 发展 of 县发展改革局.
    """
    together, words = part["together"], part["words"]
    for verb in islice(compiled(_BEGINS if together else _OWES).finditer(words, 2), _TRIES):
        who = words[: verb.start()]
        named = names_only(who, vocabulary)
        other = read_clause(f"{who}{'配合' if together else '负责'}", vocabulary) if named else None
        if other is not None and is_certain(other) and not {*named} & {*clause.names}:
            return joined(clause, other._replace(is_bare=clause.is_bare))
    return clause


def _with_the_last_part(text: str, place: ClausePlace, vocabulary: Vocabulary) -> ClausePlace:
    """A clause with those whom the last part of its work names: 由甲部负责，改造管网，乙部配合."""
    last = re.split(r"[，,。；;]", (text[place.end :] or text).rstrip(STOPS))[-1]
    clause = read_clause(last, vocabulary) if VERB.search(last) else None
    if clause is None or not only_helps(clause):
        return place
    return place._replace(clause=joined(place.clause, clause._replace(is_bare=place.clause.is_bare)))


def addressed(text: str, vocabulary: Vocabulary) -> ClausePlace | None:
    """Minutes ask one office for a work: 请县财政局抓紧落实…… The words stay in the text.

    What all offices are asked for is a notice's wish, and no work of theirs: 请各单位认真落实.
    """
    found = compiled(_ADDRESSED).search(text)
    if found is None:
        return None
    who = "asked" if found["asked"] else "own"
    clause = with_partners(text[found.start(who) :], vocabulary)
    clause = clause or read_clause(f"{found[who]}负责", vocabulary)
    if clause is None or clause.told or not are_offices(clause):
        return None
    if any(map(is_collective, (*clause.lead, *clause.units))):
        return None
    return beside(text, clause)


def with_partners(text: str, vocabulary: Vocabulary) -> Clause | None:
    """Who leads and who joins in, where a sentence begins with both: 县教育局会同县财政局制定办法."""
    found = compiled(_TOGETHER).match(text)
    if found is None or is_collective(found["who"]):
        return None
    for others in _partners(found["with"], is_whole=bool(found["stop"])):
        clause = read_clause(f"{found['who']}会同{others}负责", vocabulary)
        if clause is not None and not clause.told and clause.units and are_offices(clause):
            return clause
    return None


def _partners(text: str, *, is_whole: bool) -> Iterator[str]:
    """Words behind 会同 that may be names: up to a verb, all before a stop, up to an office's end."""
    for verb in islice(compiled(_BEGINS).finditer(text, 2), _TRIES):
        yield text[: verb.start()]
    if is_whole:
        yield text
    for body in islice(BODY_END.finditer(text, 1), _TRIES):
        yield text[: body.end()]


def with_object(text: str, vocabulary: Vocabulary) -> ClausePlace | None:
    """由甲街道、乙街道分别负责辖区市场管理: all who do a part of the work; its words stay."""
    whole: Clause | None = None
    for found in islice(compiled(_DOES_IT).finditer(text), _MOST):
        clause = read_clause(f"{found['who']}{found['verb']}", vocabulary)
        if clause is None or not is_certain(clause):
            return None
        whole = joined(whole, clause)._replace(told=_SEVERAL) if whole else clause
    return beside(text, whole) if whole else None
