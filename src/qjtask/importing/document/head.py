"""The head of a notice: title, document number, issuer, day of issue, year."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from qjtask.core.time.dates import read_date
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.document.titles import (
    DAY,
    DOCUMENT_NUMBER,
    NUMBER_BEHIND,
    is_line,
    plain_title,
    title_in,
)
from qjtask.importing.words.tidy_text import flow

_YEAR = r"(?<!\d)((?:19|20)\d{2})(?!\d)"
# WPS2019, word-2003 and excel 97-2003 are programs: in a title or a name a year stands apart, or before 年.
_YEAR_APART = (
    r"(?<!\d)(?=(?:19|20)\d{2}年|(?<![A-Za-z])(?<![A-Za-z][-_—– ])(?<!9[0-9][-_—–])\d)((?:19|20)\d{2})(?!\d)"
)
_YEAR_ASKED = rf"{_YEAR}年(?=年?[底末]|[0-9]{{1,2}}月(?:[0-9]{{1,2}}日|[底末中])?(?:之?前|以前))"
_OFFICE_END = (
    r"(?:局|委|委员会|政府|办公室|办|厅|院|部|处|中心|公司|领导小组|指挥部|署|会|县委|市委|区委"
    r"|省委|大学|学院)$"
)
_NO_OFFICE = r"[《》“”，。；：]|^(?:为|根据|按照|经|现|将|关于)"
_SUMMONS = r"^(?:关于)?(?:印发|下发|转发)|^(?:为|现将|各)|(?:如下|以下)$|^[（(].*[)）]$"
_BEFORE_NUMBER = r"^.*(?:发文字号|文号|文件编号)[：:]?"  # a page's card in one line
_LONGEST_OFFICE = 30
_LONGEST_TITLE = 120  # characters, its number behind it
_OWN_TITLE = r"关于.{4,}的(?:通知|意见|决定|通报)$|会议纪要$"
_FIRST_LINES = 12  # in which a notice's own title stands
_LAST_QUARTER = 10  # the month from which on a notice may be of the next year
_LAST_LINES = 4  # lines before the day of issue in which its issuer stands


class Head(NamedTuple):
    """What the notice says of itself. Unknown parts are blank."""

    title: str = ""
    document: str = ""
    issuer: str = ""
    issued: date | None = None
    year: int | None = None
    doubts: tuple[Doubt, ...] = ()


class Source(NamedTuple):
    """Where a head can be read: the document, the lines over its table nearest first, its card.

    `names` are the file's and the sheet's, `headings` those of the columns, `deadlines` and `works` as
    printed.
    """

    document: SourceDocument
    above: Sequence[str] = ()
    card: Mapping[str, str] = {}
    names: Sequence[str] = ()
    headings: Sequence[str] = ()
    deadlines: Sequence[str] = ()
    works: Sequence[str] = ()


def read_head(source: Source, given: Head) -> Head:
    """The head of a notice. What is `given` (by an option) wins.

    What cannot be found is doubted: the caller gives the year of the day it works on, should no other
    be known.
    """
    texts = [flow(block) for block in source.document.blocks if isinstance(block, str)]
    texts.extend(flow(text) for text in reversed(source.above) if flow(text) not in texts)
    signed, signer = _signed(texts)
    issued = given.issued or _day(source.card.get("issued", "")) or signed
    number = given.document or source.card.get("document", "") or _number(texts)
    title, told_title = (given.title, ()) if given.title else _title(source, texts)
    title = re.sub(NUMBER_BEHIND, "", title) if "号" in title else title
    number = re.sub(r"\s+", "", number)
    year, told_year = (given.year, ()) if given.year else _year(source, title, number, issued)
    issuer = given.issuer or signer or source.card.get("issuer", "") or _issuer_of(texts)
    return Head(title or "工作任务分解表", number, issuer, issued, year, (*told_title, *told_year))


# Title ---------------------------------------------------------------------------------------


def _title(source: Source, texts: Sequence[str]) -> tuple[str, tuple[Doubt, ...]]:
    """The line over the table; else the notice's own title, without 关于印发…的通知; else a name."""
    found = title_in(source.above, texts) or _line_above(source.above)
    found = found or _title_of_notice(texts) or _inside(source.card.get("title", "")) or _own_title(texts)
    if found:
        return found, ()
    for name in source.names:
        stem = plain_title(PurePath(name).stem)
        if stem:
            return stem, (Doubt("全文", "没有找到标题", f"用文件名“{stem}”", "不对请改 title"),)
    return "", (Doubt("全文", "没有找到标题", "暂用“工作任务分解表”", "请改 title"),)


def _line_above(above: Sequence[str]) -> str:
    """A line right over the table that names a year, and ends as no title does: 2018年文旅推进会."""
    for text in above[:1]:
        line = flow(text)
        if is_line(line) and re.search(_YEAR, line) and not re.search(_SUMMONS, line):
            return line
    return ""


def _title_of_notice(texts: Sequence[str]) -> str:
    for at, text in enumerate(texts[:40]):
        if re.search(r"^关于|关于[印下转]发", text) or re.search(
            r"(?:方案|计划|要点|分解表|清单|台账|任务表)$", text
        ):
            lines = [text]
            for following in texts[at + 1 : at + 3]:
                if lines[-1].endswith(("通知", "方案", "计划", "清单", "表")):
                    break
                lines.append(following)
            found = _inside("".join(lines))
            if found:
                return found
    return ""


def _own_title(texts: Sequence[str]) -> str:
    """What a notice that hands on nothing calls itself: 关于……的通知, 专题会议纪要."""
    return next((text for text in texts[:_FIRST_LINES] if re.search(_OWN_TITLE, text) and is_line(text)), "")


def _inside(whole: str) -> str:
    """The title of what a notice hands on: 关于印发《…》的通知."""
    inside = re.search(r"印发(?:《(.+?)》|“([^”]+)”|(.+?))的通知", whole)
    return plain_title(next(filter(None, inside.groups())) if inside else whole)


# Number, office, day -------------------------------------------------------------------------


def _number(texts: Sequence[str]) -> str:
    return re.sub(_BEFORE_NUMBER, "", _own_number(texts) or _number_behind_title(texts))


def _own_number(texts: Sequence[str]) -> str:
    """The number that stands alone in a line, or nearly so."""
    found = (re.match(DOCUMENT_NUMBER, text) for text in texts[:60] if "号" in text)
    own = (one for one in found if one and "关于" not in one[0])
    return next((one[0] for one in own if len(one.string) < len(one[0]) + 12), "")


def _number_behind_title(texts: Sequence[str]) -> str:
    behind = (re.search(NUMBER_BEHIND, text) for text in texts[:20] if _is_of_title(text))
    return next((one[1] for one in behind if one), "")


def _is_of_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and "关于" in text and not re.search("[。；]", text)


def _signed(texts: Sequence[str]) -> tuple[date | None, str]:
    """The day of issue, and the office named in the lines before it."""
    for at, text in enumerate(texts):
        day = re.fullmatch(rf"[（(]?({DAY})[)）]?(?:印发)?", text) if "月" in text else None
        issued = _day(day[1]) if day else None
        if issued is not None:
            lines = reversed(texts[max(0, at - _LAST_LINES) : at])
            return issued, next(filter(_is_issuer, lines), "")
    return _signed_in_one_line(texts)


def _signed_in_one_line(texts: Sequence[str]) -> tuple[date | None, str]:
    """市政府办公室 2021年3月26日 on one line, as web pages have it."""
    for text in texts[:40]:
        both = re.search(rf"({DAY})(?:印发)?$", text) if "月" in text and len(text) < 60 else None
        issued = _day(both[1]) if both else None
        if both and issued:
            office = text[: both.start()].strip(" ，,")
            return issued, office if _is_issuer(office) else ""
    return None, ""


def _day(text: str) -> date | None:
    return read_date(text.strip(), year=2000) if text else None


def _is_issuer(line: str) -> bool:
    is_office = re.search(_OFFICE_END, line) is not None and len(line) <= _LONGEST_OFFICE
    return is_office and re.search(_NO_OFFICE, line) is None


def _issuer_of(texts: Sequence[str]) -> str:
    """The office alone on a line over 关于…, or before it on the same line."""
    for at, text in enumerate(texts[:30]):
        if text.startswith("关于") and at and _is_issuer(texts[at - 1]):
            return texts[at - 1]
        together = re.match(r"(.{2,30}?(?:局|委员会|政府|办公室|厅|委))关于", text)
        if together and _is_issuer(together[1]):
            return together[1]
    return ""


# Year ----------------------------------------------------------------------------------------


def _year(
    source: Source, title: str, number: str, issued: date | None
) -> tuple[int | None, tuple[Doubt, ...]]:
    """The plan's year, and why to doubt it."""
    fix = "不对请用 --year 指明"
    years = list(dict.fromkeys(map(int, re.findall(_YEAR_APART, title))))
    if len(years) == 1:
        return years[0], ()
    if years:
        read = f"标题里有几个年份（{'、'.join(map(str, years))}）"
        fix = f"没有写年份的时限按这一年算；{fix}"
        other = str(years[1])
        return years[0], (Doubt("全文", read, f"按 {years[0]} 年记", fix, field="year", other=other),)
    found = re.search(_YEAR, number)
    agreed = _agreed_year(source.deadlines)
    told = issued.year if issued else int(found[1]) if found else agreed
    if told is not None and agreed == told + 1 and (issued is None or issued.month >= _LAST_QUARTER):
        read = f"发文在{told}年，写了年份的时限都是{agreed}年"
        doubt = Doubt("全文", read, f"按 {agreed} 年记", fix, field="year", other=str(told))
        return agreed, (doubt,)
    if told is not None:
        return told, ()
    for what, texts in (
        ("各列的标题", source.headings),
        ("前面的文字", source.above),
        ("文件名", source.names),
        ("完成时限", source.deadlines),
    ):
        usual = _usual_year(texts)
        if usual is not None:
            assumed = f"{what}写着{usual}年，按这一年记"
            return usual, (Doubt("全文", "标题里没有年份", assumed, fix, field="year"),)
    return _first_year(source.works)


def _agreed_year(deadlines: Iterable[str]) -> int | None:
    """The year that each of several dated deadlines prints, and no other."""
    dated = [frozenset(re.findall(_YEAR, text)) for text in deadlines if re.search(r"\d", text)]
    years = frozenset().union(*dated)
    is_agreed = len(dated) > 1 and len(years) == 1 and all(dated)
    return int(next(iter(years))) if is_agreed else None


def _first_year(works: Iterable[str]) -> tuple[int | None, tuple[Doubt, ...]]:
    """The first of the years by which works are to be done, or the only one that they name."""
    texts = list(works)
    named = {int(one) for text in texts for one in re.findall(f"{_YEAR}年", text)}
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
    return year, (Doubt("全文", "没有写明年份", assumed, "不对请用 --year 指明", field="year"),)


def _usual_year(texts: Iterable[str]) -> int | None:
    """The year that most of the texts print, beside the numbers of notices that they cite."""
    own = (re.sub(DOCUMENT_NUMBER, "", text) for text in texts)
    found = Counter(int(one) for text in own for one in re.findall(_YEAR_APART, text))
    return found.most_common(1)[0][0] if found else None
