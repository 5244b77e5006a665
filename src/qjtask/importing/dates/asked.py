"""What a work's text asks for at each of its dates: the words of the step, without the date."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import HAN, compiled, without_head
from qjtask.core.time.mentions import Mention
from qjtask.core.time.senses import Sense

_STOPS = "。；;\n"
_PAUSES = _STOPS + "，,：:"
_EDGES = "，,、：:；;。 　"
_JOINED = r"\s*[、和及与或]\s*"
_LEAD_IN = (
    r"(?:[自从]?(?:即日|现在)起?|做到|力争|确保|争取|原则上|务必|计划|预计|并|同时|其中|分别"
    r"|[于在到至自从]|截至|按照?|，|,|、|\s)*"
)
_LED = r"(?:[于在到至自从]|力争|确保|计划|预计|分别|[要须应]|\s)+$"
_ORDERED = ("要求", "确定", "明确", "规定", "部署", "安排", "提出")
_OPENING = ("（", "(", "〔", "【")
_IS = r"(?:(?<=申报|申请|报名|报送|征集|招募|受理|公示)期)?(?:为|是|自|从)+$"
_TERM_IS = rf"{HAN}{{2}}(?:期限?|时间)[为是]$"  # 申报期为5月1日至6月15日 asks for nothing but 申报
# 逾期不予受理 says what comes of it, and asks for nothing.
_LATE = ("逾期", "过期", "超期")
_TOO_LATE = (
    rf"(?:{'|'.join(_LATE)})(?:的|者|一律|一概|均|都|将|则)*"
    r"(?:不[予再得能]?(?:受理|补|候|办|报|接收|认)|视[为同])"
)
# 6月底前达到50% says of what in the clause before it: 预算执行率达到92%以上.
_WITHOUT_SUBJECT = (
    r"(?:达到?|提[高升][到至]|增[加长][到至]|降[低至到]|下降[到至]|不低于|不少于|不超过|控制在)"
)
_SUBJECT = rf"([^，,。；;：:\n]{{2,30}}?)(?:力争|确保)?{_WITHOUT_SUBJECT}[^，,。；;：:\n]{{1,20}}$"
_LONGEST = 300  # signs of a clause
_ABOUT = r"(?:前后|左右|为|是)"
_HOW_OFTEN = r"(?:各|分别)?(?:至少)?(?:[0-9]+|[一二两三四])[次场期]"
_EACH = r"^(?:各(?=开展|组织|报送|上报|召开|举[办行]|完成|进行|提交|[0-9一])|分别)"
_IN_TURN = r"分别([^0-9、]{0,6})([^、，]{1,12}(?:[、和][^、，]{1,12})+)"


class Moment(NamedTuple):
    """A date met in a text: the words, the day, where they stand, and what is to be done by then."""

    words: str
    day: date
    start: int
    end: int
    work: str


class _Preceding(NamedTuple):
    """The date before: where it ends, the subject of its clause, and what it asked for."""

    end: int
    subject: str
    asked: str


class _Clause(NamedTuple):
    """What stands before the dates of one clause, and what is asked for at them."""

    subject: str
    asked: str


def moments_of(text: str, mentions: Sequence[Mention]) -> Iterator[Moment]:
    """The mentions that ask for something, each with what it asks for; a list of dates shares the words."""
    steps = [one for one in mentions if one.sense is Sense.ASKED and one.day is not None]
    times = [one.start for one in mentions if one.sense is Sense.ASKED or _opens_clause(text, one)]
    times.append(len(text))
    preceding = _Preceding(0, "", "")
    for listed in _lists_of_dates(text, steps):
        start, end = listed[0].start, listed[-1].end
        following = times[bisect_left(times, end)]
        clause = _clause(text, (start, end), following, preceding)
        for one, asked in zip(listed, _in_turn(clause.asked, len(listed)), strict=True):
            assert one.day is not None  # noqa: S101 - chosen so
            yield Moment(one.words, one.day, one.start, one.end, asked)
        preceding = _Preceding(end, clause.subject, clause.asked)


def _lists_of_dates(text: str, dates: Sequence[Mention]) -> Iterator[Sequence[Mention]]:
    """The dates of a text, those together that are joined to a list: 3月、6月和9月."""
    listed: list[Mention] = []
    for one in dates:
        if listed and not compiled(_JOINED).fullmatch(text[listed[-1].end : one.start]):
            yield listed
            listed = []
        listed.append(one)
    if listed:
        yield listed


def _opens_clause(text: str, one: Mention) -> bool:
    """Whether a clause begins with a date that may ask for what follows it: 5月自评，10月专家入校."""
    return one.sense is Sense.UNCLEAR and text[: one.start].endswith(tuple(_PAUSES))


def _in_turn(asked: str, count: int) -> list[str]:
    """分别完成40%、70%、100% gives each of three dates its own."""
    if count == 1:
        return [asked]
    found = compiled(_IN_TURN).fullmatch(asked)
    parts = compiled("[、和]").split(found[2]) if found else []
    if found is None or len(parts) != count:
        return [compiled(_EACH).sub("", asked)] * count
    return [f"{found[1]}{part}" for part in parts]


def _clause(text: str, span: tuple[int, int], following: int, last: _Preceding) -> _Clause:
    """The words around a date: those before it in its clause, and those asked for."""
    start, end = span
    begin, subject = _opening(text, start, last)
    before = text[begin:start]
    if before.rstrip().endswith(_OPENING):
        return _Clause("", _bracketed(text, begin, start, end))
    if before.endswith(_ORDERED):
        return _Clause("", text[begin : _until(text, end, end + _LONGEST, _PAUSES)].strip(_EDGES))
    if not compiled(_LEAD_IN).fullmatch(before):
        subject = compiled("[和及与]$").sub("", compiled(_LED).sub("", before).strip(_EDGES + "（("))
        goes_on = text.startswith(("，", ","), end)
    else:  # a date that leads in asks for its sentence; after 为, or a subject, for its clause
        goes_on = subject == "" and not text.startswith("为", end)
    stop = _until(text, end, following, _STOPS if goes_on else _PAUSES)
    asked = without_head(_ABOUT, _trimmed(text[end:stop]))
    return _whole(text, begin, _Clause(subject, asked), last)


def _whole(text: str, begin: int, clause: _Clause, last: _Preceding) -> _Clause:
    """What is asked for with what it is said of: its subject, or words of the clause before."""
    subject, asked = clause
    if not asked or _asks_for_nothing(clause):
        return _Clause("", compiled(_IS).sub("", subject) or _clause_before(text, begin))
    if asked.endswith(("次", "场", "期")) and compiled(_HOW_OFTEN).fullmatch(asked):
        return _Clause(subject, subject + (_clause_before(text, begin) or asked))
    if subject or compiled(_WITHOUT_SUBJECT).match(asked) is None:
        return _Clause(subject, subject + asked)
    return _Clause("", _subject_before(text, begin, last) + asked)


def _asks_for_nothing(clause: _Clause) -> bool:
    """Whether the words around a date only say what comes of it (逾期不予受理) or name it (申报期为)."""
    is_too_late = clause.asked.startswith(_LATE) and compiled(_TOO_LATE).match(clause.asked) is not None
    is_term = clause.subject.endswith(("为", "是")) and compiled(_TERM_IS).search(clause.subject) is not None
    return is_too_late or is_term


def _subject_before(text: str, begin: int, last: _Preceding) -> str:
    """预算执行率, of which the clause before says what it is to reach; "" where it says so of nothing.

    Where the date before stands in that clause, what it asks for is the clause without it.
    """
    clause_before = _clause_before(text, begin)
    is_last = last.end > begin - len(clause_before) - 1
    found = compiled(_SUBJECT).search(last.asked if is_last else clause_before)
    return found[1] if found else ""


def _opening(text: str, start: int, last: _Preceding) -> tuple[int, str]:
    """Where the words before a date begin, and the subject that still holds: 项目4月开工、12月封顶."""
    begin = _after_last(text, _PAUSES, last.end, start)
    if begin or not last.end:
        return begin, ""
    return _after_last(text, "、", last.end, start) or last.end, last.subject


def _after_last(text: str, signs: str, start: int, end: int) -> int:
    """The place after the last of the signs between two places; 0 where there is none."""
    last = compiled(rf"(?s:.*)[{signs}]").match(text, start, end)
    return last.end() if last else 0


def _until(text: str, start: int, following: int, signs: str) -> int:
    """Where what is asked for ends: at a stop, or at the last pause before the next date."""
    stop = compiled(f"[{signs}]").search(text, start, following)
    if stop:
        return stop.start()
    if following >= len(text):
        return len(text)
    return max(start, *(text.rfind(sign, start, following) for sign in _PAUSES + "、（("))


def _trimmed(text: str) -> str:
    """Without the punctuation at the ends, and cut at a bracket that is not closed or not opened here."""
    text = text.strip(_EDGES)
    depth, opened = 0, 0
    for bracket in compiled("[（(）)]").finditer(text):
        if bracket[0] in "（(":
            depth, opened = depth + 1, opened if depth else bracket.start()
        else:
            depth -= 1
        if depth < 0:
            return text[: bracket.start()].strip(_EDGES)
    return text[:opened].strip(_EDGES) if depth else text


def _bracketed(text: str, begin: int, start: int, end: int) -> str:
    """开展集中整治（5月16日至8月31日）: what stands after the bracket, or before it."""
    closing = compiled(r"[^（()）]{0,12}[)）〕】]").match(text[end : end + 13])
    after = end + len(closing[0]) if closing else end
    stop = _until(text, after, after + _LONGEST, _PAUSES)
    return text[after:stop].strip(_EDGES) or text[begin:start].strip(_EDGES + "（(〔【")


def _clause_before(text: str, begin: int) -> str:
    """The clause that ends where this one begins: 开展安全演练，3月、9月各1次."""
    end = max(begin - 1, 0)
    first = max(0, end - _LONGEST)
    return text[max(first, _after_last(text, _PAUSES, first, end)) : end].strip(_EDGES + "（(〔【")
