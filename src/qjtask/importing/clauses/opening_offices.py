"""A sentence that begins with an office and what it owes: 县水利局负责清理河道，5月15日前完成."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import islice

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.answering_persons import answered_for
from qjtask.importing.clauses.clause import Clause, joined
from qjtask.importing.clauses.clause_names import heads_works, is_body, names_only
from qjtask.importing.clauses.clause_places import STOPS, only_helps
from qjtask.importing.clauses.clause_reader import read_clause
from qjtask.importing.clauses.clause_words import VERB, WHEN
from qjtask.importing.clauses.offices_within import BODY_END, with_partners, with_those_who_help
from qjtask.importing.clauses.told_offices import without_telling
from qjtask.importing.words.office_words import is_collective, is_office

_TITLE = r"[^，,。；;：:]{2,24}[。：:]\s{0,2}(?=.{6})"  # 关于清淤。县水利局……
_SENTENCE = (
    r"[。！]\s*(?=.{6})|[：:]\s*(?=(?:责成|由(?!于)|会议).{6})"
    r"|(?<=[，,；;])(?=(?:下一步|接下来|下步)[，,]?.{6})"
)
_ASKED = (
    r"(?:会议[\u4e00-\u9fff]{2,4}(?:(?:以下|如下|下列)?(?:事项|意见)|如下)?[，,：:]|会议(?=要求|责成)|(?:下一步|接下来|下步)[，,]?"
    r"|[^，,。；;：:]{2,40}(?:[批指]示|签批|批注)[：:]\s*“?)?"
    rf"(?:[于在]?(?={WHEN})[^，,。；;]{{2,14}}前[，,])?(?:请|责成|要求|由(?!于)|限(?![期时额制于量定])|(?:委托|授权|指定|安排|商请|督促)(?=[省市县区镇乡州]))?"
)
_BY_WHOM = (
    "[^，,。；;由]{2,30}(?<![理自经缘])由(?!于)"
    "(?=.{2,60}?(?:负责|牵头|承担|承办|办理|落实|实施|处理|解决|完成))"
)
# 会议同意县住建局……
_NO_OFFICE = (
    *("关于", "针对", "对于"),
    *("抓紧", "尽快", "加快", "认真", "及时", "立即", "迅速", "继续", "进一步"),
    *("会议", "同意", "认为", "要求", "指出", "强调", "建议", "确定", "决定", "听取"),
)
_NOT_DOING = r"(?![人的]|制(?![定作发])|同志|领导|干部|解释|主体)"
_LEADS = rf"(?P<lead>(?:牵头(?:负责)?|(?:作?为|是)(?:牵头|主办)(?:单位|部门|科室|处室)){_NOT_DOING})"
_OWES = rf"(?:具体|主要|统一|分别|共同|全面|各自)*(?P<owes>(?:负责|承担|承办){_NOT_DOING})"
_MUST = r"(?P<must>务必|必须|需?要(?!求|素|点)|需(?![求要])|须|应(?![急对用届])|抓紧|尽快)"
_FEAST = (
    r"(?:春节|国庆节?|中秋节?|元旦|五一|端午节?|清明节?|主?汛期|入汛|开学|[暑寒]假|供暖期?|采暖期?|[双两]节)"
    r"(?:假期|到?来|结束)?之?前"
)
_BY = rf"(?P<by>[于在]?(?:(?={WHEN})[^，,。；;]{{0,12}}?前|{_FEAST}|[0-9]{{1,3}}个?(?:工作)?[日天]内))"
_DOES = (
    r"(?P<does>每[日天周旬月季年](?!度)|每半年|委托|聘请|聘用|邀请|选聘|授权|做好|抓好|落实|开展|组织(?!部)|推[进动]|完[成善]|加[快强]|建[立设](?!局)|制[定订]|编制|起草|研究(?!室|院|所)|提[出供]"
    r"|对|按|持续|积极|认真|切实|强化|督促|指导|协调|修[改订]|拟[定订]|印发|审核|办理|处理|解决|统筹|继续)"
)
_EACH = r"(?:各自?|分别)(?=组建|成立|抽调|安排|配备|建立|设立|选派|落实|制定|组织|明确|开展|完成|负责)"
_DUTY = f"{_LEADS}|{_OWES}|{_EACH}|{_MUST}|{_BY}|{_DOES}"
_SEES_TO = (
    r"[做抓][好实]|落实|加[强快]|提供"  # what else an office does where others are told to do something
)
_OWN_PART = rf"负责{_NOT_DOING}(?!日常|办公室)|牵头|承担|承办|{_BY}"
_TOLD = (  # what has been done, how things stand, who looks after all works
    r"(?<![对保将把])已(?!知)|去年|上年|目前|[年月日末初会底]以来|近年|累计"
    r"|共(?:完成|清理|开展|投入|组织|排查|整改)|(?<![为除])了(?!解)"
    r"|(?:以上|上述|各项)(?:议定)?(?:事项|任务|工作)[^，,。；;]{0,8}(?:跟踪|督[办查促导])"  # of all works
)
_WHOM = r"(?:积极|主动|密切|全力)*(?:配合|协助|协同)(?P<whom>[^，,。；;]{4,40})"
_EVERYBODY = r"由?(?:各|有关|相关)(?:有关|相关|责任|成员|级|地)*(?:单位|部门|方面|地|级)"
_LEADS_ON = r"(?<=牵头)、|(?<=负责)、"  # 县教育局牵头、县财政局配合
_TOLD_TO = ("限", "请", "责成", "要求", "由", "委托", "授权", "指定", "安排", "商请", "督促")
_SINCE = r"^(?:关于|鉴于|针对|考虑到|随着|结合|围绕|为了?|因|由于|按照|根据|依据|待|在)"
_SAYS = r"建议|认为|汇报|表示|发言|介绍|提出|反映|指出|强调|说"  # 县财政局：建议…… keeps what was said
_MATTER = r"^(?:关于|针对|对于)|(?:问题|情况|事项|事宜|诉求|一事|隐患|滞后|缓慢|不力|信访件?|投诉)[。：:]\s*$"
_STOP = "[，,。；;]"
_SHORTEST_WORK = 2  # signs
_SHORTEST_NAMED = 4  # signs of a work behind an office and a colon
_LONGEST_NAME = 24
_LONGEST_LIST = 80  # signs of names
_TRIES = 8  # of verbs in a part
_MOST_PARTS = 12  # of a paragraph
_MOST_SENTENCES = 8  # of a paragraph


class Opening(NamedTuple):
    """The clause of a sentence that begins with an office.

    `is_strong` says that its verb speaks of a duty (负责, 要, 于6月底前), and of no mere deed (加强巡逻);
    `is_told` that the office is told so in so many words (请县财政局, 由县财政局).
    """

    clause: Clause
    is_strong: bool
    is_told: bool = False


def read_opening(text: str, vocabulary: Vocabulary) -> Opening | None:
    """Who does what a paragraph says, where it begins with that office; None for what was done already."""
    for start, is_later in _starts(text):
        own = None if compiled(_TOLD).search(text, start) else _read_from(text, start, vocabulary)
        if own is not None and (own.is_strong or not is_later):  # a mere deed behind others is background
            return own
    if compiled(_TOLD).search(text):
        return None
    later = compiled(_STOP).split(text.rstrip(STOPS))[1:_MOST_PARTS]
    return _read_later(later, vocabulary)


def _read_from(text: str, start: int, vocabulary: Vocabulary) -> Opening | None:
    """Who does what the sentence that begins at `start` says, and those behind it."""
    rest, is_told = _without_asking(text[start:].rstrip(STOPS))
    first, *others = compiled(_STOP).split(rest)[:_MOST_PARTS]
    if others and compiled(_SINCE).match(first):
        rest, is_told = _without_asking(rest[len(first) + 1 :])
        first, *others = compiled(_STOP).split(rest)[:_MOST_PARTS]
    own = _read_part(first, rest, vocabulary) or _read_by(first, rest, vocabulary)
    if own is None:
        own = _read_told(first, vocabulary) if is_told else _read_named(rest, vocabulary)
    if own is None:
        return None
    clause = reduce(joined, _others(others, vocabulary), own.clause)
    clause = with_those_who_help(rest, clause, vocabulary)
    clause = clause._replace(is_bare=True, deadline="")
    return Opening(clause, own.is_strong or is_told, own.is_told or is_told)


def _without_asking(text: str) -> tuple[str, bool]:
    """A sentence from its office on, and whether that office is told so: 会议决定，责成县交通局……."""
    asked = compiled(_ASKED).match(text)
    rest = compiled(_LEADS_ON).sub("，", text[asked.end() if asked else 0 :])
    return rest, asked is not None and asked[0].endswith(_TOLD_TO)


def _read_named(text: str, vocabulary: Vocabulary) -> Opening | None:
    """县住建局：修路3公里: an office before a colon, and what it is to do."""
    who, colon, work = text.replace(":", "：").partition("：")
    is_short = colon and len(who) <= _LONGEST_LIST and len(work.strip(STOPS)) >= _SHORTEST_NAMED
    if not is_short or compiled(_SAYS).match(work.strip()):
        return None
    names = names_only(who, vocabulary)
    clause = _clause_of(who, "负责", vocabulary) if names and all(map(heads_works, names)) else None
    return Opening(clause._replace(is_bare=True), is_strong=True) if clause else None


def _read_later(parts: list[str], vocabulary: Vocabulary) -> Opening | None:
    """Who does what later parts say: 按设计要求，县水利局负责施工; 定于5日开会，教务处3日前排表."""
    for at, part in enumerate(parts):
        found = compiled(_OWN_PART).search(part)
        own = _read_part(part, "", vocabulary) if found else None
        if found is None or own is None or not own.is_strong or is_of_many(own.clause):
            continue
        clause = reduce(joined, _others(parts[at + 1 :], vocabulary), own.clause)
        deadline = (found["by"] or "").lstrip("于在")
        return Opening(clause._replace(is_bare=True, deadline=deadline), is_strong=True)
    return None


def _starts(text: str) -> Iterator[tuple[int, bool]]:
    """Where the sentence may begin that says who, and whether that is behind others that are no title."""
    title = compiled(_TITLE).match(text)
    first = _first_starts(text, title.end() if title else 0)
    yield from ((start, False) for start in first)
    later = (found.end() for found in islice(compiled(_SENTENCE).finditer(text), _MOST_SENTENCES))
    yield from ((start, True) for start in later if start not in first)


def _first_starts(text: str, after_title: int) -> tuple[int, ...]:
    """Behind a matter first, when somebody is asked there."""
    if not after_title:
        return (0,)
    asked = compiled(_ASKED).match(text, after_title)
    if asked and asked[0].endswith(_TOLD_TO) and compiled(_MATTER).search(text, 0, after_title):
        return (after_title, 0)
    return (0, after_title)


def _read_told(part: str, vocabulary: Vocabulary) -> Opening | None:
    """责成县交通局修路3公里: whoever is told to do something, whatever it is."""
    for found in islice(BODY_END.finditer(part, 2, _LONGEST_LIST), _TRIES):
        clause = _clause_of(part[: found.end()], "负责", vocabulary)
        if clause is not None:
            return None if _names_many(clause) else Opening(clause, is_strong=True)
    return None


def _read_part(
    part: str,
    rest: str,
    vocabulary: Vocabulary,
    *,
    shortest: int = _SHORTEST_WORK,
    may_be_many: bool = False,
) -> Opening | None:
    """What a part of a sentence that begins with an office says of it; `may_be_many` where all are told to.

    Of its work `shortest` signs must follow; none where the work stands before it.
    """
    together = with_partners(rest, vocabulary)
    if together is not None:
        return Opening(together, is_strong=True)
    for found in islice(compiled(_DUTY).finditer(part, 2), _TRIES):
        duty = "牵头" if found["lead"] else "负责"
        is_duty = bool(found["lead"] or found["owes"])  # 县住建局牵头，尽快制定方案: the work may come later
        clause = _who_owes(part[: found.start()], duty, vocabulary)
        if clause is None and is_duty:
            clause = answered_for(part[: found.start()], duty, vocabulary)
        if clause is None:
            continue
        if len(rest if is_duty and rest else part) - found.end() < shortest:
            return None
        is_firm = is_duty or compiled(_BY).search(part) is not None  # more than 各单位要密切配合
        is_wish = is_of_many(clause) and not (is_firm or may_be_many)
        if is_wish:
            return None
        is_strong = (
            not found["does"] or compiled(_BY).search(rest) is not None
        )  # a deed with its day is asked for
        return Opening(_helping(clause, part[found.end() :], vocabulary) or clause, is_strong)
    return None


def _helping(clause: Clause, work: str, vocabulary: Vocabulary) -> Clause | None:
    """县公安局要配合县交通局修路: who helps, and who does it; None where the work names no other office."""
    found = compiled(_WHOM).match(work)
    ends = BODY_END.finditer(found["whom"], 2) if found else iter(())
    for body in islice(ends, _TRIES):
        whom = _clause_of(found["whom"][: body.end()], "负责", vocabulary) if found else None
        if whom is not None:
            return clause._replace(lead=(), units=whom.units, support=(*clause.lead, *clause.units))
    return None


def _who_owes(who: str, duty: str, vocabulary: Vocabulary) -> Clause | None:
    """The clause of offices with a duty (负责, 牵头); None where the words before it name anything else."""
    last = who[-_LONGEST_NAME:].rpartition("、")[2].strip("：: ")
    return _clause_of(who, duty, vocabulary) if is_office(last) else None  # to read a clause costs more


def _clause_of(who: str, duty: str, vocabulary: Vocabulary) -> Clause | None:
    """The clause of bodies that can act, beyond doubt, with a duty (负责, 牵头); None for other words."""
    clause = read_clause(f"{without_telling(who)}{duty}", vocabulary)
    if clause is None or clause.told or not clause.names:
        return None
    return clause if all(map(_acts, clause.names)) else None


def _names_many(clause: Clause) -> bool:
    return any(map(_are_many, clause.names))


def is_of_many(clause: Clause) -> bool:
    """Whether a clause names offices, and each name stands for all of a kind."""
    return bool(clause.names) and all(map(_are_many, clause.names))


def _are_many(name: str) -> bool:
    """Whether a name stands for all of a kind: 各单位, 教育部门, 燃气经营企业."""
    return is_collective(name) or name.endswith(("部门", "单位", "企业", "机构"))


def _acts(name: str) -> bool:
    return is_body(name) and not name.startswith(_NO_OFFICE)


def _read_by(first: str, rest: str, vocabulary: Vocabulary) -> Opening | None:
    """下穿通道由城管中队负责: what is looked after stands before 由; 同意方案，由人事科完善后印发."""
    found = compiled(_BY_WHOM).match(first)
    own = _read_part(first[found.end() :], rest[found.end() :], vocabulary, shortest=0) if found else None
    if own is not None:
        return own._replace(is_strong=True)
    named = (part[1:] for part in compiled(_STOP).split(rest)[1:_MOST_PARTS] if part.startswith("由"))
    read = (_read_part(part, "", vocabulary) for part in named)
    return next((one._replace(is_strong=True, is_told=True) for one in read if one), None)


def _others(parts: list[str], vocabulary: Vocabulary) -> Iterator[Clause]:
    """Who else a paragraph's later parts name: ，县林业局做好配合; ，县财政局负责资金保障."""
    for part in parts:
        clause = read_clause(part, vocabulary) if VERB.search(part) else None
        if clause is not None and only_helps(clause):
            yield clause
            continue
        if (own := _read_other(part, vocabulary)) is not None:
            yield own.clause


def _read_other(part: str, vocabulary: Vocabulary) -> Opening | None:
    """What a later part asks of an office, or of all of a kind; of everybody it only wishes something."""
    by = compiled(_BY_WHOM).match(part)
    is_told = part.startswith("由") or by is not None
    may_be_many = is_told or compiled(_EVERYBODY).match(part) is None
    words = part[by.end() :] if by else part.removeprefix("由")
    shortest = 0 if by else _SHORTEST_WORK
    own = _read_part(words, "", vocabulary, shortest=shortest, may_be_many=may_be_many)
    if own is None or not (own.is_strong or is_told or compiled(_SEES_TO).search(part)):
        return None
    return own
