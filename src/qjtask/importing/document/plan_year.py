"""The year of a plan: from the title, the issue, or what else prints one; why to doubt it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from qjtask.core.text.patterns import HAN, compiled
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.document.head_source import Source
from qjtask.importing.document.other_years import without_other_years
from qjtask.importing.document.page_day import says_when_put_up
from qjtask.importing.document.school_years import school_year
from qjtask.importing.document.titles import DOCUMENT_NUMBER

YEAR = r"(?<!\d)((?:19|20)\d{2})(?!\d)"
"""A year in figures."""

# WPS2019, word-2003 and excel 97-2003 are programs: in a title or a name a year stands apart, or before 年.
_YEAR_APART = (
    r"(?<!\d)(?=(?:19|20)\d{2}年|(?<![A-Za-z])(?<![A-Za-z][-_—– ])(?<!9[0-9][-_—–])\d)((?:19|20)\d{2})(?!\d)"
)
_YEAR_ASKED = rf"{YEAR}年(?=年?[底末]|[0-9]{{1,2}}月(?:[0-9]{{1,2}}日|[底末中])?(?:之?前|以前))"
_YEAR_OF_TIME = (  # 2010年5月底到9月底; a day that is past stands alone: 2010年5月，省政府召开会议
    rf"{_YEAR_ASKED}|{YEAR}年[0-9]{{1,2}}月(?:[0-9]{{1,2}}日|[底末初]|[上中下]旬)?(?:起|[至到—~～-][0-9])"
)
_IN_FORCE = (  # not that of a law that is cited, 《条例》自2020年1月1日起施行
    rf"(?<![》已])(?:(?:自|从|于){YEAR}年[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?(?:之日)?起?(?:正式|开始)?(?:施行|实施|执行|生效)"
    rf"|有效期(?:为|自|从|限|：)*{YEAR}年[^。；;\n]{{0,8}}[至到—-])"
)
# 2021年工作总结及2022年工作计划: what was done, and what is planned.
_WAS_DONE = ("总结", "情况", "小结", "回顾", "述职报告")
_PLANNED = (
    rf"{YEAR}年?[^0-9]{{0,16}}(?:{'|'.join(_WAS_DONE)})[^0-9]{{0,8}}{YEAR}年?"
    r"(?:[-—–~～至](?:19|20)[0-9]{2}年?)?[^0-9]{0,16}(?:计划|安排|打算|要点|思路|谋划|部署|任务|清单)"
)
# 《…规划纲要（2016—2030年）》实施分工方案; that of a plan of several years stands at its end, or before it.
_OF_OUTLINE = (
    rf"[（(]((?:19|20)\d{{2}})年?[-—–~～－至到]{{1,2}}((?:19|20)\d{{2}})年?[)）](?=[》”]?{HAN}{{2}})"
)
_BY_HEADINGS, _BY_LINES = "各列的标题", "前面的文字"
_PLAIN_LINE = (
    rf"[（(]?{YEAR}年?度?[)）]?$|{YEAR}年[0-9]{{1,2}}月[0-9]{{1,2}}日"
    r"|.{0,30}关于.{2,60}的(?:通知|意见|函|通报)$"
)
_LAST_QUARTER = 10  # the month from which on a notice may be of the next year
_FIX = "不对请用 --year 指明"
_UNSAID = "没有写明年份"


def plan_year(
    source: Source, title: str, number: str, issued: date | None, as_of: date | None
) -> tuple[int | None, tuple[Doubt, ...]]:
    """The plan's year, and why to doubt it; `as_of` is the day on which it was filled in."""
    named = _years_in_title(title, issued)
    years = _with_year_of_issue(named, title, number, issued)
    if len(years) == 1 or (years and _is_year_of_issue(years[0], source.deadlines, number, issued)):
        return years[0], ()
    if years:
        read = f"标题里有几个年份（{'、'.join(map(str, sorted(set(named))))}）"
        fix = f"没有写年份的时限按这一年算；{_FIX}"
        other = str(years[1])
        return years[0], (Doubt("全文", read, f"按 {years[0]} 年记", fix, field="year", other=other),)
    found = re.search(YEAR, number)
    agreed = _agreed_year(source.deadlines)
    told = issued.year if issued else int(found[1]) if found else agreed
    if told is None:
        return (as_of.year, ()) if as_of else _year_beside(source)
    if agreed == told + 1 and (issued is None or issued.month >= _LAST_QUARTER):
        read = f"发文在{told}年，写了年份的时限都是{agreed}年"
        doubt = Doubt("全文", read, f"按 {agreed} 年记", _FIX, field="year", other=str(told))
        return agreed, (doubt,)
    return told, ()


def _year_beside(source: Source) -> tuple[int | None, tuple[Doubt, ...]]:
    """The year that other texts print, where neither the title nor the issue has one."""
    for what, texts in (
        (_BY_HEADINGS, source.headings),
        (_BY_LINES, [text for text in source.above if not says_when_put_up(text)]),
        ("文件名", source.names),
        ("施行的日期", _days_in_force(source)),
        ("完成时限", source.deadlines),
    ):
        usual = _usual_year(texts)
        if usual is not None:
            assumed = f"{what}写着{usual}年，按这一年记"
            doubt = Doubt("全文", "标题里没有年份", assumed, _FIX, field="year")
            return usual, (doubt._replace(is_plain=_is_plain(what, texts)),)
    year, told = _first_year(source.works)
    return (year, told) if year else _year_of_times(source.document)


def _is_plain(what: str, texts: Iterable[str]) -> bool:
    """Whether the only year that texts print is the plan's for certain.

    A heading of a column has it, or a line over the works that is no more than a year or a notice's title,
    or begins with a day: 2021年3月8日，县长主持召开会议.
    """
    own = [text for text in map(without_other_years, texts) if re.search(_YEAR_APART, text)]
    if what == _BY_HEADINGS:
        return len({year for text in own for year in re.findall(_YEAR_APART, text)}) == 1
    return what == _BY_LINES and all(compiled(_PLAIN_LINE).match(text.strip()) for text in own)


def _days_in_force(source: Source) -> list[str]:
    """What the text says of the day from which on the document itself is in force."""
    blocks = (block for block in source.document.blocks if isinstance(block, str) and "年" in block)
    return [found[0] for block in blocks for found in compiled(_IN_FORCE).finditer(block.replace(" ", ""))]


def _years_in_title(title: str, issued: date | None) -> list[int]:
    """The years that a title names, in order, the plan's first; of a school's term the one it is in.

    A school year without a term is that of its two in which the notice was issued: a 5月 of minutes of
    March 2022 in 2021-2022学年度 is in 2022.
    """
    school = school_year(title)
    if school is not None and school.is_sure:
        return [school.year]
    if school is not None and issued is not None and issued.year - school.year in {0, 1}:
        return [issued.year]
    years = dict.fromkeys(map(int, re.findall(_YEAR_APART, title)))
    planned = compiled(_PLANNED).search(title) if any(map(title.__contains__, _WAS_DONE)) else None
    return list(dict.fromkeys((int(planned[2]), *years) if planned else years))


def _with_year_of_issue(years: Sequence[int], title: str, number: str, issued: date | None) -> Sequence[int]:
    """The years of a title; first that of issue, where it stands within those of an outline (2016—2030年).

    A share-out of such an outline is issued in a later year than it begins. A year of its own is the plan's.
    """
    told = _years_of_issue(number, issued)
    if len(told) > 1 or re.search(_YEAR_APART, compiled(_OF_OUTLINE).sub("", title)):
        return years
    ranges = ((int(one[1]), int(one[2])) for one in compiled(_OF_OUTLINE).finditer(title))
    within = any(first < year <= last for first, last in ranges for year in told)
    return [*told, *years] if within else years


def _years_of_issue(number: str, issued: date | None) -> set[int]:
    """The years that the day of issue and the document's number name."""
    found = re.search(YEAR, number)
    told = {issued.year} if issued else set()
    return told | ({int(found[1])} if found else set())


def _is_year_of_issue(year: int, deadlines: Iterable[str], number: str, issued: date | None) -> bool:
    """Whether a plan of several years (2023—2025年) was issued in this one; no deadline lacks a year.

    每年10月底前 lacks none: it is of each of them.
    """
    told = _years_of_issue(number, issued)
    lacks = (text for text in deadlines if not text.startswith("每") and not re.search(YEAR, text))
    return told == {year} and not any("月" in text for text in lacks)


def _agreed_year(deadlines: Iterable[str]) -> int | None:
    """The year that each of several dated deadlines prints, and no other."""
    dated = [frozenset(re.findall(YEAR, text)) for text in deadlines if re.search(r"\d", text)]
    years = frozenset().union(*dated)
    is_agreed = len(dated) > 1 and len(years) == 1 and all(dated)
    return int(next(iter(years))) if is_agreed else None


def _first_year(works: Iterable[str]) -> tuple[int | None, tuple[Doubt, ...]]:
    """The first of the years by which works are to be done, or the only one that they name, not as 年度."""
    texts = [without_other_years(text) for text in works]
    named = {int(one) for text in texts for one in re.findall(f"{YEAR}年(?!度)", text)}
    asked = {int(one) for text in texts for one in re.findall(_YEAR_ASKED, text)}
    years = named if len(named) == 1 else asked
    if not years:
        return None, ()
    year = min(years)
    if len(years) > 1:
        found = f"有几个年份（{'、'.join(map(str, sorted(years)))}），按最早的{year}年记"
    else:
        found = f"{'只写了' if len(named) == 1 else '期限写着'}{year}年，按这一年记"
    assumed = f"正文里{found}"
    return year, (Doubt("全文", _UNSAID, assumed, _FIX, field="year"),)


def _year_of_times(document: SourceDocument) -> tuple[int | None, tuple[Doubt, ...]]:
    """The only year by which anything in the text is to be done, where no work says one: 2010年5月底."""
    blocks = (block for block in document.blocks if isinstance(block, str) and "年" in block)
    found = (one for text in blocks for one in compiled(_YEAR_OF_TIME).finditer(without_other_years(text)))
    years = {int(one[1] or one[2]) for one in found}
    if len(years) != 1:
        return None, ()
    year = years.pop()
    assumed = f"正文里期限写着{year}年，按这一年记"
    return year, (Doubt("全文", _UNSAID, assumed, _FIX, field="year"),)


def _usual_year(texts: Iterable[str]) -> int | None:
    """The year that most of the texts print, beside the numbers of notices that they cite."""
    own = (without_other_years(re.sub(DOCUMENT_NUMBER, "", text)) for text in texts)
    found = Counter(int(one) for text in own for one in re.findall(_YEAR_APART, text))
    return found.most_common(1)[0][0] if found else None
