"""What a cell of offices says that they have to do: by labels (牵头单位：) and by verbs (甲局牵头)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.duty_shapes import in_plain_labels
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.lead_notes import without_first_leads
from qjtask.importing.words.office_words import is_office
from qjtask.importing.words.vocabulary import words

_BY_DUTY = r"[，,]?(?:按照?|依据|根据)(?:各自)?(?:职责|职能|分工)(?:分工|范围)*"
_SHARED = (
    rf"(?:{_BY_DUTY}(?:(?:分别|具体|共同)?"
    r"(?:负责|落实|推进|抓好|做好|实施|配合)(?:落实|推进|实施|抓好)?)?)"
)
_LOOKS_ON = "对口|归口|指导|业务指导|督导|督办|监督|督查|联系|挂联"
_WHICH = (
    "乡镇级?|镇街|镇级|街道|村级|[省市县区]直|属地|行业|分|副|其他|其它|其余|次要|第[二三四]|直接|具体|整改"
)
_NOUN = "单位|部门|科室|股室|处室|主体"
_MANNER = r"(?:负责|共同|联合|分别|分工|具体|总|各自|一起|积极)?"
_ENDS = r"(?=$|[、，,；;。\s)）〕])"
_AS_BELOW = rf"(?:\s{{0,4}}[（(〔]以?下同[)）〕]|[，,；;、。]?\s{{0,4}}以?下同){_ENDS}"
_TAIL = 40  # characters in which a clause says what is to be done
_SIGNS = "，,；;。"
_LEADS_ON = r"(?<=[^\W\d_]{2})(牵头)(?:、|(?=[省市区县州各]))"  # 县教育局牵头、县财政局配合
# 甲科主办、乙科协办: a pause behind what one does, before another of whom the same is said.
_DONE_BEFORE = (
    r"(?<=[^\W\d_]{2})(主办|承办|负责|协办|配合)、"
    r"(?=[^，,；;。、][^，,；;。]{1,60}?(?:主办|承办|负责|牵头|协办|会办|配合|协助|参与)(?:[、，,；;。]|$))"
)
# 宣传处会办公室, but 会议室, 会计科 and 管委会办公室.
_JOINED_BY = (
    r"(?<=[^\W\d_][局处科室部厅办股])会(?!同|办(?!公)|[议展计场员务商客诊审签谈长费馆堂所考见演战盟话理宁昌泽东])"
    r"(?=[^\W\d_]{1,12}(?:局|处|科|室|部|厅|办|股|中心|公司|集团|政府|街道|镇|乡|管委会|[支大]队)(?:$|[、，,；;。]))"
)
_WITH, _COUNTY = "会同", "会同县"
_LOOKER = r"([^，,；;]{2,}?)(?:负责)?(业务指导|指导|督导|督促|督办|监督|督查)"
_OPEN, _CLOSE = "（(〔[【＜<〈«", "）)〕]】＞>〉»"


class DutyPart(NamedTuple):
    """A part of a cell with the role of the offices named in it; persons have the role PERSON."""

    role: Role
    text: str
    label: str = ""


class DutyParts(NamedTuple):
    """The parts of a cell; with `first_leads` the office named first leads the others."""

    parts: tuple[DutyPart, ...]
    first_leads: bool = False


@lru_cache(maxsize=4096)
def duty_parts(text: str, role: Role) -> DutyParts:
    """The parts of a cell whose column has this role."""
    text = in_plain_labels(text)
    plain = _without_as_below(text) if "下同" in text else text
    without = without_first_leads(plain)
    parts: list[DutyPart] = []
    for labelled in _labelled(without, role):
        parts.extend([labelled] if labelled.role is Role.PERSON else _by_verbs(labelled))
    return DutyParts(tuple(part for part in parts if part.text.strip()), without != plain)


def _without_as_below(text: str) -> str:
    """A cell without 下同: a name may end there, but never within a bracket that holds more.

    各区政府（含开发区，下同）、市财政局 keeps both ends of its bracket, 县教育局（下同） has none.
    """
    depth = 0

    def part(found: re.Match[str]) -> str:
        nonlocal depth
        if "下同" in found[0]:
            return "" if depth else "；"
        depth = depth + 1 if found[0] in _OPEN else max(0, depth - 1)
        return found[0]

    signs = re.escape(_OPEN + _CLOSE)
    return compiled(rf"{_AS_BELOW}|[{signs}]").sub(part, text).removesuffix("；")


def has_label(text: str) -> bool:
    """Whether a text holds 责任单位： or its like."""
    return _may_hold_label(text) and label_pattern().search(text) is not None


def _may_hold_label(text: str) -> bool:
    return "：" in text or ":" in text or any(noun in text for noun in _NOUN.split("|"))


def outside_brackets(text: str, signs: str) -> list[str]:
    """`text` cut at these signs, but not within brackets: 各乡镇（街道、园区） is one name."""
    pieces, start, depth = [], 0, 0
    for found in _brackets_or(signs).finditer(text):
        if found[0] in _OPEN:
            depth += 1
        elif found[0] in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0:
            pieces.append(text[start : found.start()])
            start = found.end()
    pieces.append(text[start:])
    return pieces


@lru_cache(maxsize=4)
def _brackets_or(signs: str) -> re.Pattern[str]:
    return compiled(f"[{re.escape(_OPEN + _CLOSE + signs)}]")


def without_shared(text: str) -> str:
    """A name without 按职责分工负责 behind it."""
    if "按" not in text and "据" not in text:
        return text
    return compiled(rf"[（(]{_SHARED}[)）]$|{_SHARED}$").sub("", text)


def _helping(clause: str) -> str:
    """A clause with 配合 alone where 按职责分工配合 stood: what each does by its duty is to help."""
    if "按" not in clause and "据" not in clause:
        return clause
    support = "|".join(words().duties.support)
    ends = r"(?:落实|推进|实施|抓好|做好|工作)*"
    return compiled(rf"{_BY_DUTY}(?:分别|具体|共同|积极|做好)?({support}){ends}$").sub(r"\1", clause)


def role_of_duty(word: str) -> Role:
    """The role that 牵头, 负责 or 配合 gives; who builds or acts for another (代建, 代办) helps."""
    return next((role for role, listed in _listed() if word in listed), Role.SUPPORT)


@lru_cache(maxsize=1)
def duty_words() -> str:
    """牵头, 负责, 配合 and their like, for building patterns."""
    return "|".join(word for _, listed in _listed() for word in listed)


@lru_cache(maxsize=1)
def label_pattern() -> re.Pattern[str]:
    """责任单位： and its like, and 牵头领导： and 省对口单位：, which name who does nothing of the work."""
    duties = duty_words()
    persons = "|".join(words().duties.persons)
    return re.compile(
        rf"(?:(?:[国省市区县][级直]?|主要|具体|分管|包保|牵头|责任)?(?P<person>{persons}|(?:{_LOOKS_ON})(?:{_NOUN}))"
        rf"|(?:[国省市区县]级|(?:^|(?<=[\s、，,；;。（(]))(?:[国省市区县]|{_WHICH}))?(?P<label>{duties})(?:责任)?(?:{_NOUN})?)\s*[：:]"
        r"|(?:^|(?<=[\s、，,；;。]))(?P<level>(?:[国省市区县乡镇]级|属地|[省市区县]直)(?:层面|单位|部门)?)\s*[：:]"
        rf"|(?<![各的、])(?P<bare>{duties})(?:责任)?(?:{_NOUN})(?=[{words().offices.regions}])(?!各自)"
    )


@lru_cache(maxsize=1)
def tag_pattern() -> re.Pattern[str]:
    """县公安局（配合）, 甲局、乙局（双牵头）: what a bracket behind a name says that it does."""
    return re.compile(
        rf"[（(](?P<both>双|共同|联合|并列)?(?:总|主|具体)?(?P<tag>{duty_words()})(?:单位|部门|科室|方|负责|抓总|落实)?[)）]$"
    )


@lru_cache(maxsize=1)
def helper_pattern() -> re.Pattern[str]:
    """医保办（信息科协助）, 县教育局（县城投公司代建）."""
    return re.compile(
        rf"(?P<office>[^（(]{{2,}})[（(](?P<helper>[^（()）]{{2,20}}?)(?P<duty>{duty_words()}|代建|承建|代办)[)）]"
    )


@lru_cache(maxsize=1)
def _done_by() -> re.Pattern[str]:
    after = "|".join(words().duties.after)
    return re.compile(rf"{_MANNER}(?P<verb>{duty_words()})(?:[，,]?(?:{after}))*$")


def _listed() -> tuple[tuple[Role, tuple[str, ...]], ...]:
    duties = words().duties
    return ((Role.LEAD, duties.lead), (Role.UNITS, duties.units), (Role.SUPPORT, duties.support))


def _labelled(text: str, role: Role) -> Iterator[DutyPart]:
    """The cell cut at its labels; what stands before the first has the column's role."""
    at, own, name = 0, role, ""
    for label in label_pattern().finditer(text) if _may_hold_label(text) else ():
        yield DutyPart(own, _without_halves(text[at : label.start()]), name)
        at, name = label.end(), label[0].rstrip("：: ")
        own = _role_of_label(label, role)
    yield DutyPart(own, _without_halves(text[at:]) if name else text[at:], name)


def _role_of_label(label: re.Match[str], role: Role) -> Role:
    """The role that a label gives; a level alone (市级：) leaves that of the column."""
    if label["person"]:
        return Role.PERSON
    return role if label["level"] else role_of_duty(label["label"] or label["bare"])


def _without_halves(text: str) -> str:
    """The text of a part without half of a bracket around a label: 甲局（省牵头单位：省厅）."""
    plain = text.rstrip("（( ")
    is_open = plain.endswith(("）", ")")) and sum(map(plain.count, "）)")) > sum(map(plain.count, "（("))
    return plain[:-1] if is_open else plain


def _by_verbs(part: DutyPart) -> Iterator[DutyPart]:
    """Clauses such as X牵头 and Y、Z配合 apart, each with its role; without a verb it is the cell's."""
    read = _Clauses(part)
    clauses = outside_brackets(_with_clauses_apart(part), _SIGNS)
    for clause in clauses:
        plain = _plain_clause(clause.strip(), is_named=read.is_named)
        looker = _looker(plain) if len(clauses) > 1 else None
        if looker is not None:
            yield looker
        else:
            yield from read.take(plain)
    yield DutyPart(part.role, "、".join(read.waiting), part.label)


class _Clauses:
    """The clauses of a part while they are read.

    Those `waiting` have no verb of their own; once it `is_named` who owes the work, those behind may help:
    按职责分工配合.
    """

    def __init__(self, part: DutyPart) -> None:
        self.waiting: list[str] = []
        self.is_named = False
        self._part = part

    def take(self, plain: str) -> Iterator[DutyPart]:
        """Read a clause; one without a verb waits for the next that has one."""
        found = _done_by().search(plain, max(0, len(plain) - _TAIL))
        named = plain[: found.start()].strip("由、 \n") if found else ""
        if self._is_with(plain):
            yield DutyPart(Role.SUPPORT, (named or plain).removeprefix(_WITH), self._part.label)
        elif found is None or not named:
            self.waiting.append(plain)
        else:
            yield from self._named(role_of_duty(found["verb"]), named)

    def _is_with(self, plain: str) -> bool:
        """Whether a clause names who joins others: 会同县财政局, where 会同县 begins no list itself."""
        if not plain.startswith(_WITH) or self._part.role is Role.LEAD:
            return False
        is_first = self._part.role is Role.UNITS and not (self.waiting or self.is_named)
        return not (plain.startswith(_COUNTY) and is_first)

    def _named(self, role: Role, named: str) -> Iterator[DutyPart]:
        """Those who do what a verb says, with those who wait for one."""
        if role is Role.SUPPORT and self._is_owed():
            yield DutyPart(self._part.role, self.waiting.pop(), self._part.label)
        own = self._part.role if role is Role.UNITS else role
        yield DutyPart(own, "、".join([*self.waiting, named]), self._part.label)
        self.waiting, self.is_named = [], True

    def _is_owed(self) -> bool:
        """Whether the one clause before those who help names who owes the work: 县教体局，县财政局配合.

        Of several, 甲局，乙局，丙局配合, nobody knows which help.
        """
        return len(self.waiting) == 1 and not self.is_named and is_office(self.waiting[0])


def _with_clauses_apart(part: DutyPart) -> str:
    """The text with a comma between clauses that none parts: 甲局牵头、乙局配合; 甲处会乙处."""
    text = part.text
    if "牵头" in text:
        text = compiled(_LEADS_ON).sub(r"\1，", text)
    if "、" in text:
        text = compiled(_DONE_BEFORE).sub(r"\1，", text)
    joined = _WITH if part.role is Role.LEAD else f"，{_WITH}"
    return compiled(_JOINED_BY).sub(joined, text) if "会" in text else text


def _plain_clause(clause: str, *, is_named: bool) -> str:
    """A clause without 按职责分工 and 为……单位; `is_named` when it is known who owes the work."""
    plain = without_shared(_helping(clause) if is_named else clause)
    if "为" not in plain and "是" not in plain:
        return plain
    return compiled(rf"(?:作?为|是)({duty_words()})(?:责任)?(?:{_NOUN})$").sub(r"\1", plain)


def _looker(clause: str) -> DutyPart | None:
    """Who only looks on at what others do: 县水利局指导, which is kept beside the persons."""
    found = compiled(_LOOKER).fullmatch(clause)
    return DutyPart(Role.PERSON, found[1], f"{found[2]}单位") if found and is_office(found[1]) else None
