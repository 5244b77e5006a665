"""What a column's heading says the column holds. Offices have many names for the same few columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.dates.times import is_period
from qjtask.importing.words.column_roles import OFFICES, Role
from qjtask.importing.words.vocabulary import HeadingWords, words

LONGEST_HEADING = 16
"""Characters of a heading without what stands in its brackets; a longer text is none."""

ENOUGH = 4
"""What a reading must weigh to be taken; weaker headings wait for what stands in the cells."""

OF_PARTS = 16
"""What a heading of several parts weighs for its first one: more than what others weigh with their cells."""

_YEARS = r"(?:19|20)\d{2}(?:\s*[-—~至到]\s*(?:19|20)?\d{2})?年?(?:度(?!量))?"
_PERIOD_WORDS = r"(?:工作|任务|目标|计划|进度|安排|要求|节点|完成)*$"
_WAS_REPORTED = rf"{_YEARS}(?:实际|预计)?(?:完成|实绩|基数|现状|实际)(?:数|值|量|额|情况)?"
# The characters of headings that a Big5 file has in their traditional form.
_SIMPLE = str.maketrans(
    "責單務號時間牽頭門點標題內備註進領導負關協辦項類別條項體實開級擔階段權屬繫聯系",
    "责单务号时间牵头门点标题内备注进领导负关协办项类别条项体实开级担阶段权属系联系",
)
_OPENING = frozenset("(〔[【<《")
_IN_BRACKETS = r"[(〔\[【<《][^)〕\]】>》]*[)〕\]】>》]"
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_OF_A_PROJECT = ("形象进度", "工程形象进度", "计划形象进度")
_LIST = "清单"  # says of a column no more than that it lists: 责任清单 is a 责任, 时限清单 a 时限
_REPORTED = r"(?:目前|当前|工作|任务|项目|实际)*(?:(?:进展|完成|落实|推进|进度|整改|办理|开展|执行)情况|进展)"
_UNTIL_NOW = r"(?:截[至止]|至目前|年初至今|累计).*|.*完成[数值量额]"  # 截至6月完成, 6月底完成数
_OF_A_PLAN = r"目标|计划|任务|安排|应|拟|须|力争|确保|预计"
_OF_PERIODS = frozenset("季月旬半底末")
_PLANNED = ("计划进度", "目标进度", "进度目标", "进度计划", "进度要求", "序时进度")
_STEP_WEIGHT = 8
_MONTHS = 12
_REPORT_WEIGHT = 14
_YEAR_WEIGHT = 6
_TAG_WEIGHT = 10  # more than 责任单位 before it
_FEWEST_OF_PARTS, _MOST_OF_PARTS = 5, 24  # characters of a heading that says two things
_JOINS = frozenset("及和与暨、，,；;/／\\|&+＋（(")
_WHEN = ("时限", "期限", "时间", "进度", "节点")
_WHO = ("单位", "部门", "科室", "分工", "责任人", "领导", "措施")
_LESS_EXACT = 4  # 时限要求 is a 时限 before it is a 要求


class Evidence(NamedTuple):
    """One reason to take a column for something: what it weighs, and in words."""

    role: Role
    weight: int
    reason: str


@lru_cache(maxsize=4096)
def evidence_of_heading(heading: str) -> tuple[Evidence, ...]:
    """What a heading speaks for, the weightiest first; nothing for a text that is no known heading."""
    if is_year(heading):
        return (Evidence(Role.TARGET, _YEAR_WEIGHT, f"标题“{heading}”是一年"),)
    return (_evidence_of_parts(heading) if _may_have_parts(heading) else ()) or _evidence_of_one(heading)


def _evidence_of_parts(heading: str) -> tuple[Evidence, ...]:
    """What a heading of several parts speaks for, the column's own role first; nothing for any other."""
    from qjtask.importing.columns.combined_headings import roles_of_parts  # few headings have parts

    text = "".join(heading.split())
    said = roles_of_parts(text, role_of) if len(text) <= LONGEST_HEADING else None
    if said is None:
        return ()
    reason = f"标题“{text}”说了几样"
    beside = (Evidence(role, weight, reason) for role, weight in said.beside.items())
    return (Evidence(said.own, OF_PARTS, reason), *beside)


def _evidence_of_one(heading: str) -> tuple[Evidence, ...]:
    """What a heading that is no year, and says one thing, speaks for."""
    plain = plain_heading(heading)
    if not plain or len(plain) > LONGEST_HEADING:
        return ()
    if _was_reported(heading):
        return (Evidence(Role.OTHER, _REPORT_WEIGHT, f"标题“{heading}”是已有的数"),)
    if plain in _OF_A_PROJECT and _may_be_year(heading):
        plain = f"年度{plain}"  # 2023年形象进度 is how far to come in the year; 形象进度 how far it is
    meant = _meant(plain.removesuffix(_LIST)) or _meant(plain)
    if not _is_report(plain, meant) and _is_step(heading):
        return (_of_period(heading, plain),)
    said = sorted(_by_role(meant, plain), key=lambda one: -one.weight)
    return tuple(_with_tag(said, heading) if said and said[0].role in OFFICES else said)


def _is_report(plain: str, meant: Sequence[tuple[HeadingWords, int]]) -> bool:
    """Whether a heading is known as one that is not read, and says nothing of a plan: 一季度进展."""
    return any(entry.role == Role.OTHER for entry, _ in meant) and not plain.endswith(_PLANNED)


def _of_period(heading: str, plain: str) -> Evidence:
    """What a heading that names a time within the year speaks for: a step, or what was reported by then."""
    if is_reported(heading) or _is_until_now(plain):
        return Evidence(Role.OTHER, _REPORT_WEIGHT, f"标题“{plain}”是报来的情况")
    return Evidence(Role.STEP, _STEP_WEIGHT, f"标题“{plain}”是一段时间")


def _may_have_parts(heading: str) -> bool:
    """Whether a heading may say two things of its column: 责任单位及完成时限."""
    if not _FEWEST_OF_PARTS <= len(heading) <= _MOST_OF_PARTS:
        return False
    joined, when, who = (any(map(heading.__contains__, some)) for some in (_JOINS, _WHEN, _WHO))
    several = sum(map(heading.__contains__, _WHO)) > 1  # 责任领导责任单位
    return (joined and (when or who)) or (when and who) or several


def _with_tag(said: Sequence[Evidence], heading: str) -> Iterable[Evidence]:
    """And what brackets in a heading of offices say: 责任单位（配合）; 责任（配合）单位 is both."""
    text = compiled(r"\s+").sub("", unicodedata.normalize("NFKC", heading))
    found = None if _OPENING.isdisjoint(text) else compiled(_IN_BRACKETS).search(text)
    role = _tags().get(found[0][1:-1]) if found else None
    if found is None or role is None:
        return said
    tag = Evidence(role, _TAG_WEIGHT, f"标题里的“{found[0]}”")
    return (tag, *said) if found.end() == len(text) else (*said, tag)


@lru_cache(maxsize=1)
def _tags() -> Mapping[str, Role]:
    """The words that say in brackets who leads and who helps."""
    duties = words().duties
    return {word: role for role in (Role.LEAD, Role.SUPPORT) for word in getattr(duties, role.name.lower())}


def _meant(plain: str) -> list[tuple[HeadingWords, int]]:
    return [(entry, length) for entry in words().headings if (length := entry.meant(plain))]


def _by_role(meant: Sequence[tuple[HeadingWords, int]], plain: str) -> Iterable[Evidence]:
    """Of each role what its most exact entry says; less where another's is longer, or says which offices."""
    longest = max((length for _, length in meant), default=0)
    says_which = any(entry.role in OFFICES and not entry.is_general for entry, _ in meant)
    best: dict[str, tuple[int, int]] = {}
    for entry, length in meant:
        weight = entry.weight
        if length not in {1, longest} or (says_which and entry.is_general and entry.role in OFFICES):
            weight -= _LESS_EXACT
        best[entry.role] = max(best.get(entry.role, (0, 0)), (length, weight))
    return (Evidence(Role(role), weight, f"标题“{plain}”") for role, (_, weight) in best.items())


def is_reported(heading: str) -> bool:
    """Whether a heading begins as that of a report does: 进展情况 over 一季度."""
    has_word = "情况" in heading or "进展" in heading
    return has_word and compiled(_REPORTED).match(plain_heading(heading)) is not None


def _is_until_now(plain: str) -> bool:
    """Whether a heading says how much was done up to a time: 截至6月完成, but not 截至6月计划完成."""
    return compiled(_UNTIL_NOW).fullmatch(plain) is not None and not compiled(_OF_A_PLAN).search(plain)


def _is_step(heading: str) -> bool:
    """Whether a heading is a time within the year: 一季度, 上半年目标. 2026年目标 is a target."""
    if _OF_PERIODS.isdisjoint(heading):
        return False
    period = compiled(_PERIOD_WORDS).sub("", "".join(heading.split()))
    return not _OF_PERIODS.isdisjoint(period) and is_period(period)


def is_year(heading: str) -> bool:
    """Whether a heading is a year and nothing else: what is aimed at in it stands below."""
    return _may_be_year(heading) and compiled(_YEARS).fullmatch("".join(heading.split())) is not None


def _was_reported(heading: str) -> bool:
    """Whether a heading is what a year had already: 2024年完成数."""
    return _may_be_year(heading) and compiled(_WAS_REPORTED).fullmatch("".join(heading.split())) is not None


def _may_be_year(heading: str) -> bool:
    return heading.lstrip().startswith(("1", "2"))


def own_heading(name: str) -> str:
    """The lowest line of a heading; under 月份 a bare 3 is 3月, and under 进度安排 全年 is 年底."""
    above, _, own = name.rpartition("\n")
    if own in {"全年", "全年度"} and role_of(above) in {Role.STEP, Role.DEADLINE}:
        return "年底"
    is_month = "月" in above and own.isdecimal() and 0 < int(own) <= _MONTHS
    return f"{own}月" if is_month else own


def role_of(heading: str) -> Role | None:
    """The role that a heading names; None for a text that is no known heading."""
    found = evidence_of_heading(heading)
    return found[0].role if found and found[0].weight >= ENOUGH else None


@lru_cache(maxsize=4096)
def plain_heading(heading: str) -> str:
    """A heading without breaks, years, brackets and a % behind: 2021年责任单位（科室） is 责任单位."""
    text = compiled(r"\s+").sub("", unicodedata.normalize("NFKC", heading)).translate(_SIMPLE)
    without = text if _OPENING.isdisjoint(text) else compiled(_IN_BRACKETS).sub("", text)
    without = compiled(r"(?<!涉)及|和|(?<!参)与").sub("", without or text)
    plain = compiled(r"[、,，/\\:：·\-—*“”\"'．]+").sub("", compiled(_YEARS).sub("", without)).lower()
    plain = compiled(r"(?<=[^%‰])[%‰]$").sub("", plain)  # 完成率% is 完成率
    return plain if _LETTERS.isdisjoint(plain) else _in_chinese(plain)


def _in_chinese(plain: str) -> str:
    """A heading in English by its Chinese one, one in both without its English: 任务task, duedate."""
    known = words().english
    if plain in known:
        return known[plain]
    parts = compiled(r"[a-z][a-z.#']*").findall(plain)
    return plain.replace(parts[0], "") if len(parts) == 1 and parts[0] in known else plain
