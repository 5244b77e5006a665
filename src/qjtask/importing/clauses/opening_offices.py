"""A sentence that begins with an office and what it owes: 县水利局负责清理河道，5月15日前完成."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import islice

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import Clause, joined
from qjtask.importing.clauses.clause_names import names_only
from qjtask.importing.clauses.clause_places import STOPS
from qjtask.importing.clauses.clause_words import AS_FOLLOWS, INSTRUCTED, WHEN
from qjtask.importing.clauses.later_parts import BY_WHOM, COUNTED, WISHES, clauses_of_later, with_doers_apart
from qjtask.importing.clauses.matters_before_by import decides, done_by, seen_to_by
from qjtask.importing.clauses.name_kinds import heads_works, is_body, without_duties
from qjtask.importing.clauses.offices_within import with_those_who_help
from qjtask.importing.clauses.opening_parts import (
    EVERYBODY,
    LONGEST_LIST,
    OWN_PART,
    Opening,
    begun_by_many,
    clause_of,
    is_of_many,
    read_deed,
    read_part,
    read_told,
    without_their_matter,
)
from qjtask.importing.clauses.persons_beside import with_persons_together
from qjtask.importing.clauses.shared_ends import with_shared_end
from qjtask.importing.clauses.telling_verbs import SPEAKER_TELLS, SPOKEN, TELLS, TELLS_A_REGION

_TITLE = r"[^，,。；;：:]{2,24}[。：:]\s{0,2}(?=.{6})"  # 关于清淤。县水利局……
_SENTENCE = (
    r"[。！]\s*(?=.{6})|[：:]\s*(?=(?:责成|由(?!于)|会议|一是).{6})"
    r"|(?<=[，,；;])(?=(?:下一步|接下来|下步|会议(?:决定|要求|议定|明确))[，,：:]?.{6})"
    rf"|(?<=[，,；;])(?={SPEAKER_TELLS})"
)
# What was heard and said before somebody is asked: 王县长汇报了进展，县财政局要……
_SPOKE_OF = r"(?:汇报|强调|通报|介绍|部署|安排|总结|分析|说明|传达|进行)了[^，,。；;]{0,60}[，,；;](?=.{6})"
_ASKED = (
    rf"(?:(?:首先|其次|再次|最后|同时|另外|此外)[，,]?|{COUNTED})?"
    rf"(?:会议[\u4e00-\u9fff]{{2,4}}{AS_FOLLOWS}|会议(?=要求|责成)|{SPOKEN}|(?:下一步|接下来|下步)[，,]?|{INSTRUCTED})?"
    rf"(?:[于在]?(?={WHEN})[^，,。；;]{{2,14}}前[，,])?"
    rf"(?P<told>请|要求|由(?!于)|限(?![期时额制于量定])|{TELLS}|{TELLS_A_REGION}|{SPEAKER_TELLS})?"
)
# A day, or from one to another, and not since when: 6月25日，工会举办竞赛.
_ON_DAY = (
    rf"[于在]?(?={WHEN})(?:20\d\d年)?\d{{1,2}}月(?:\d{{1,2}}日|[上中下]{{1,2}}旬|底|份)?(?:[（(][^（()）]{{1,6}}[)）])?"
    r"(?:[-—~～至到]{1,2}(?:20\d\d年)?\d{1,2}(?:月(?:\d{1,2}日|[上中下]旬|底)?|日))?"
    r"(?:[上下中]午|晚上?|早上)?[之以]?前?(?:完成)?[，,]?(?![-—~～至到起开以至]).{6}"
)
_DECIDED = "会议(?:还|一致)?(?:决定|要求|议定|明确|确定)"
LOOKED_AFTER = r"(?:以上|上述|各项)(?:议定)?(?:事项|任务|工作)[^，,。；;]{0,20}(?:跟踪|督[办查促导])"
"""Whoever looks after all works does none of them, as a pattern: 以上事项由县政府督查室负责督办."""
TOLD = (  # what has been done, how things stand, who looks after all works
    r"(?<![对保将把])已(?!知|完工程|(?:完工|建成?)的?(?:工程|项目|设施)"
    r"|[^，,。；;的]{2,6}的(?:工程|项目|设施|企业|地块|事项|问题))|去年|上年|目前|[年月日末初会底]以来|近年|累计"
    r"|共(?:完成|清理|开展|投入|组织|排查|整改)|(?<![为除])了(?!解)"
    rf"|{LOOKED_AFTER}"
)
_LEADS_ON = r"(?<=牵头)、|(?<=负责)、"  # 县教育局牵头、县财政局配合
_SINCE = r"^(?:关于|就(?![地近])|鉴于|针对|考虑到|随着|结合|围绕|为了?|因|由于|按照|根据|依据|待|在)"
# Before whom a sentence tells: a matter, 李庄村道路硬化问题，; what is wished of many, 各支部要重视，.
_IS_MATTER = r"[^，,。；;]{4,40}(?:问题|纠纷|隐患|事项|事宜|一事)[，,；;]"
_WISHED = r"(?:(?:各|有关|相关)[^，,。；;：:要须应]{1,16}[要须应][^，,。；;：:]{1,24}[，,；;]){1,4}"
_ASIDE = rf"(?:{_IS_MATTER}|{_WISHED})(?=.{{6}})"
_SAYS = r"建议|认为|汇报|表示|发言|介绍|提出|反映|指出|强调|说"  # 县财政局：建议…… keeps what was said
_MATTER = r"^(?:关于|针对|对于)|(?:问题|情况|事项|事宜|诉求|一事|隐患|滞后|缓慢|不力|信访件?|投诉)[。：:]\s*$"
_STOP = "[，,。；;]"
_PLACES = ("镇", "乡", "街道", "社区", "村")
_BEHIND_NAME = "[：:]|。(?=负责|承担|组织|做好|提供|制定|指导|协助|配合)"
_TOLD_BEHIND = rf"由|请(?![示假教求])|{TELLS}"
_SHORTEST_WORK = 6  # signs behind a day
_SHORTEST_NAMED = 4  # signs of a work behind an office and a colon
_MOST_PARTS = 12  # of a paragraph
_MOST_SENTENCES = 8  # of a paragraph


def read_opening(text: str, vocabulary: Vocabulary) -> Opening | None:
    """Who does what a paragraph says, where it begins with that office; None for what was done already."""
    text = with_doers_apart(without_their_matter(with_persons_together(text)))
    for start, is_later in _starts(text):
        own = None if compiled(TOLD).search(text, start) else _read_from(text, start, vocabulary)
        if own is not None and (own.is_strong or not is_later):  # a mere deed behind others is background
            return _with_those_before(text[:start], own, vocabulary) if is_later else own
    if compiled(TOLD).search(text):
        return None
    later = compiled(_STOP).split(text.rstrip(STOPS))[1:_MOST_PARTS]
    return _read_later(later, vocabulary) or _read_only_by(text, vocabulary)


def _with_those_before(text: str, own: Opening, vocabulary: Vocabulary) -> Opening:
    """宣传标语由宣传部负责。中文系负责摄像: whom the sentences before name, behind what is theirs.

    So do those for all of a kind: 各乡镇要核实灾情。县财政局要拨付资金.
    """
    parts = [one for one in compiled(_STOP).split(text) if compiled(BY_WHOM).match(one)][:_MOST_PARTS]
    before = reduce(joined, clauses_of_later(parts, vocabulary), Clause())
    before = reduce(joined, _obliged_before(text, vocabulary), before)
    clause = joined(before, own.clause) if before.names else own.clause
    return own._replace(clause=clause._replace(is_bare=own.clause.is_bare))


def _obliged_before(text: str, vocabulary: Vocabulary) -> Iterator[Clause]:
    """Whom earlier sentences oblige to something: all of a kind, and in a plan single offices by their deeds.

    What minutes tell before they decide is background: 县水利局实施清淤。会议要求，县财政局……
    """
    is_background = "会议" in text or compiled(TOLD).search(text) is not None
    for sentence in compiled("[。；;]").split(text)[:_MOST_SENTENCES]:
        first = compiled(_STOP).split(sentence, 1)[0]
        if compiled(EVERYBODY).match(first) or compiled(WISHES).search(first):
            continue
        own = read_part(first, sentence, vocabulary, may_be_many=True)
        own = own or (None if is_background else read_deed(first, vocabulary))
        if own is not None and (is_of_many(own.clause) if is_background else not decides(own.clause)):
            yield own.clause


def _read_from(text: str, start: int, vocabulary: Vocabulary) -> Opening | None:
    """Who does what the sentence that begins at `start` says, and those behind it."""
    day = compiled(_ON_DAY).match(text, start)
    if day is not None:
        own = _read_from(text, day.end() - _SHORTEST_WORK, vocabulary)
        return own or _read_deeds(text[day.end() - _SHORTEST_WORK :], vocabulary)
    rest, is_told = _without_asking(text[start:].rstrip(STOPS))
    first = compiled(_STOP).split(rest, 1)[0]
    behind = rest[len(first) + 1 :]
    if behind and compiled(_SINCE).match(first):
        return _read_asked(*_without_asking(behind), vocabulary)
    own = _read_asked(rest, is_told, vocabulary)
    aside = compiled(_ASIDE).match(rest) if own is None else None
    if aside is not None:
        return _read_asked(*_without_asking(rest[aside.end() :]), vocabulary)
    if own is None and compiled(_DECIDED).match(text, start):
        return _read_later(compiled(_STOP).split(rest)[1:_MOST_PARTS], vocabulary)
    return own


def _read_deeds(text: str, vocabulary: Vocabulary) -> Opening | None:
    """工会举办竞赛，团委配合, behind its day: who does what a sentence says, whatever that is."""
    own = read_deed(compiled(_STOP).split(text.rstrip(STOPS), 1)[0], vocabulary)
    if own is None or decides(own.clause):
        return None
    return own._replace(clause=with_later_parts(text, own.clause, vocabulary))


def with_later_parts(text: str, clause: Clause, vocabulary: Vocabulary) -> Clause:
    """A clause of a sentence's first part with those whom the later ones name: …，安环部组织抽查."""
    later = compiled(_STOP).split(text.rstrip(STOPS))[1:_MOST_PARTS]
    return reduce(joined, clauses_of_later(later, vocabulary), clause)._replace(is_bare=True, deadline="")


def _read_asked(rest: str, is_told: bool, vocabulary: Vocabulary) -> Opening | None:
    """Who does what a sentence says that begins with an office, and whether that is told so."""
    first, *others = compiled(_STOP).split(rest)[:_MOST_PARTS]
    own = _read_first(first, rest, is_told, vocabulary)
    if own is None:
        return None
    clause = reduce(joined, clauses_of_later(others, vocabulary), own.clause)
    clause = with_those_who_help(rest, clause, vocabulary)
    clause = clause._replace(is_bare=True, deadline="")
    return Opening(clause, own.is_strong or is_told, own.is_told or is_told)


def _read_first(first: str, rest: str, is_told: bool, vocabulary: Vocabulary) -> Opening | None:
    """Whom the first part of a sentence names: what surely obliges them, before what only may do so."""
    own = read_part(first, rest, vocabulary)
    if own is not None and own.is_strong:
        return own
    if is_told:
        return read_told(first, vocabulary) or own or _read_of_many(first, rest, vocabulary)
    own = own or _read_by(first, rest, vocabulary)
    if own is not None and own.is_strong:
        return own
    return _read_named(rest, vocabulary) or own


def _read_of_many(first: str, rest: str, vocabulary: Vocabulary) -> Opening | None:
    """要求各部门提交总结，由办公室汇总: all of a kind who are told a deed, and who else is."""
    others = _read_by(first, rest, vocabulary)
    many = None if compiled(WISHES).search(rest) else begun_by_many(first, vocabulary)
    if others is None:
        return None if compiled(EVERYBODY).match(first) else many
    return others if many is None else others._replace(clause=joined(many.clause, others.clause))


def _without_asking(text: str) -> tuple[str, bool]:
    """A sentence from its office on, and whether that office is told so: 会议决定，责成县交通局……."""
    asked = compiled(_ASKED).match(text)
    rest = compiled(_LEADS_ON).sub("，", text[asked.end() if asked else 0 :])
    return rest, asked is not None and asked["told"] is not None


def _read_named(text: str, vocabulary: Vocabulary) -> Opening | None:
    """县住建局：修路3公里, 县住建局。负责修路: an office before what it is to do."""
    found = compiled(_BEHIND_NAME).search(text, 2, LONGEST_LIST)
    who, work = (without_duties(text[: found.start()]), text[found.end() :]) if found else ("", "")
    is_short = who and len(who) <= LONGEST_LIST and len(work.strip(STOPS)) >= _SHORTEST_NAMED
    if not is_short or compiled(_SAYS).match(work.strip()) or not doers(who, vocabulary):
        return None
    clause = _owed_behind(work.strip(), vocabulary) or clause_of(who, "负责", vocabulary)
    return Opening(clause._replace(is_bare=True), is_strong=True) if clause else None


def _owed_behind(work: str, vocabulary: Vocabulary) -> Clause | None:
    """接站组：外联部负责，…: whose the work behind a colon is, so that the name before it is the matter's."""
    text = work.removeprefix("由")
    first = compiled(_STOP).split(text, 1)[0]
    owes = compiled(OWN_PART).search(first)
    own = read_part(first, text, vocabulary, is_behind=True) if owes and owes.start() else None
    is_one = own is not None and own.is_strong and own.clause.names and not is_of_many(own.clause)
    return own.clause if own is not None and is_one else None


def doers(who: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The names of those who may do what stands behind a colon: 县住建局, 城关镇; () for other words."""
    if is_body(who) and who.endswith(_PLACES):
        return (who,)
    names = names_only(with_shared_end(who), vocabulary)
    return names if all(heads_works(name) or name.endswith(_PLACES) for name in names) else ()


def _read_later(parts: list[str], vocabulary: Vocabulary) -> Opening | None:
    """Who does what later parts say: 4月下旬举行，语文组负责，每班1个节目; 定于5日开会，教务处3日前排表."""
    for at, part in enumerate(parts):
        found = None if compiled(BY_WHOM).match(part) else compiled(OWN_PART).search(part)
        own = read_part(part, "", vocabulary, is_behind=True) if found else None
        if found is None or own is None or not own.is_strong or is_of_many(own.clause):
            continue
        clause = reduce(joined, clauses_of_later(parts[at + 1 :], vocabulary), own.clause)
        deadline = (found["by"] or "").lstrip("于在")
        return Opening(clause._replace(is_bare=True, deadline=deadline), is_strong=True)
    return None


def _read_only_by(text: str, vocabulary: Vocabulary) -> Opening | None:
    """文艺演出，入场抽签；闭幕式纪律由学生处负责: whom the only part names in which someone owes."""
    parts = [one for one in compiled(f"{_STOP}|[。！]").split(text) if "负责" in one or "牵头" in one]
    return _read_by(parts[0], parts[0], vocabulary) if len(parts) == 1 else None


def _starts(text: str) -> Iterator[tuple[int, bool]]:
    """Where the sentence may begin that says who, and whether that is behind others that are no title."""
    title = compiled(_TITLE).match(text)
    first = _first_starts(text, title.end() if title else 0)
    yield from ((start, False) for start in first)
    for ends in (_SENTENCE, _SPOKE_OF):
        later = (found.end() for found in islice(compiled(ends).finditer(text), _MOST_SENTENCES))
        yield from ((start, True) for start in later if start not in first)


def _first_starts(text: str, after_title: int) -> tuple[int, ...]:
    """Behind a matter first, when somebody is asked there."""
    if not after_title:
        return (0,)
    asked = compiled(_ASKED).match(text, after_title)
    if asked and asked["told"] and compiled(_MATTER).search(text, 0, after_title):
        return (after_title, 0)
    return (0, after_title)


def _read_by(first: str, rest: str, vocabulary: Vocabulary) -> Opening | None:
    """下穿通道由城管中队负责: what is looked after stands before 由."""
    found = compiled(BY_WHOM).match(first)
    own = read_part(first[found.end() :], rest[found.end() :], vocabulary, is_behind=True) if found else None
    if own is not None:
        return own._replace(is_strong=True)
    seen_to = seen_to_by(first, vocabulary)
    if seen_to is not None:
        return Opening(seen_to, is_strong=True, is_told=True)
    return done_by(first, vocabulary) or _read_later_by(rest, vocabulary)


def _read_later_by(rest: str, vocabulary: Vocabulary) -> Opening | None:
    """同意方案，由人事科完善后印发: whom 由 names in the parts behind the first; so does 请物业公司答复."""
    later = compiled(_STOP).split(rest)[1:_MOST_PARTS]
    asked = [part[found.end() :] for part in later if (found := compiled(_TOLD_BEHIND).match(part))]
    named = (read_part(part, "", vocabulary, is_behind=True) for part in asked)
    own = next((one._replace(is_strong=True, is_told=True) for one in named if one), None)
    return own or next(filter(None, (done_by(part, vocabulary) for part in later if "由" in part)), None)
