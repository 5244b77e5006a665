"""The head of a notice: title, document number, issuer, day of issue, year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from qjtask.core.time.dates import read_date
from qjtask.importing.doubts import Doubt
from qjtask.importing.grid import SourceDocument
from qjtask.importing.numbering import read_number
from qjtask.importing.tidy_text import flow

_NUMBER = (
    r"[^\s\d，。；：（）]{1,20}[〔\[［【(（﹝]\s*(?:19|20)\d{2}\s*[〕\]］】)）﹞]\s*(?:第\s*)?\d{1,5}\s*号"
)
_DAY = (
    r"(?:(?:19|20)\d{2}|二[〇○零][一二三四五六七八九〇○零]{2})\s*年\s*"
    r"[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日"
)
_YEAR = r"(?<!\d)((?:19|20)\d{2})(?!\d)"
_OFFICE_END = (
    r"(?:局|委|委员会|政府|办公室|办|厅|院|部|处|中心|公司|领导小组|指挥部|署|会|县委|市委|区委"
    r"|省委|大学|学院)$"
)
_NOT_A_TITLE = r"附件\s*\d*\s*[：:]?|附表\s*\d*\s*[：:]?|（?\s*(?:此件|主动公开|单位|填报|日期|截至).*"
_LONGEST_TITLE = 80
_LAST_LINES = 4  # lines before the day of issue in which its issuer stands


class Head(NamedTuple):
    """What the notice says of itself. `addressees` are the offices it is sent to."""

    title: str = ""
    document: str = ""
    issuer: str = ""
    issued: date | None = None
    year: int | None = None
    doubts: tuple[Doubt, ...] = ()


def read_head(document: SourceDocument, above: Sequence[str], given: Head) -> Head:
    """The head of a notice; `above` are the texts right over its table, nearest first.

    What is `given` (by an option) wins. What cannot be found is doubted, and filled so that the
    plan can be read: the caller gives the year of the day it works on, should no other be known.
    """
    texts = [flow(block) for block in document.blocks if isinstance(block, str)]
    texts.extend(flow(text) for text in reversed(above) if flow(text) not in texts)  # a sheet's own head
    numbers = [
        found[0]
        for text in texts[:60]
        if (found := re.match(_NUMBER, text)) and len(text) < len(found[0]) + 12
    ]
    signed = _signed(texts)
    issued = given.issued or signed[0]
    number = re.sub(r"\s+", "", given.document or (numbers[0] if numbers else ""))
    title = given.title or _title(above, texts)
    year, told = _year(title, number, issued)
    doubts = []
    if not title:
        doubts.append(Doubt("全文", "没有找到表格的标题", "暂用“工作任务分解表”", "请改 title"))
    if given.year is None and told:
        doubts.append(Doubt("全文", *told))
    return Head(
        title or "工作任务分解表",
        number,
        given.issuer or signed[1] or _issuer_of(texts),
        issued,
        given.year or year,
        tuple(doubts),
    )


def _title(above: Sequence[str], texts: Sequence[str]) -> str:
    """The line over the table; else the notice's own title, lines joined, without 关于印发…的通知."""
    for text in above:
        plain = _plain_title(text)
        if plain:
            return plain
    for at, text in enumerate(texts[:40]):
        if re.search(r"^关于|关于[印下转]发", text) or re.search(
            r"(?:方案|计划|要点|分解表|清单|台账|任务表)$", text
        ):
            lines = [text]
            for following in texts[at + 1 : at + 3]:
                if lines[-1].endswith(("通知", "方案", "计划", "清单", "表")):
                    break
                lines.append(following)
            whole = "".join(lines)
            inside = re.search(r"印发[《“]?(.+?)[》”]?的通知", whole)
            found = _plain_title(inside[1] if inside else whole)
            if found:
                return found
    return ""


def _plain_title(text: str) -> str:
    title = re.sub(r"^(?:附[件表]\s*\d*\s*[：:]?|标题[：:]|#+)\s*", "", flow(text))
    title = re.sub(r"(?<=.{4})进展情况表$", "", title)  # as `report progress` calls the table it gives back
    if (
        not 4 <= len(title) <= _LONGEST_TITLE
        or title[-1] in "。；，：:;,、"
        or re.fullmatch(_NOT_A_TITLE, title)
    ):
        return ""
    if re.fullmatch(_DAY, title) or re.match(_NUMBER, title) or read_number(title):
        return ""
    is_titled = re.search(
        r"(?:表|清单|方案|计划|要点|台账|分解|任务|分工|目标|安排|措施|事项|工作|举措)(?:[（(].*[)）])?$",
        title,
    )
    return title if is_titled else ""


def _signed(texts: Sequence[str]) -> tuple[date | None, str]:
    """The day of issue, and the office named in the lines before it."""
    for at, text in enumerate(texts):
        day = re.fullmatch(rf"[（(]?({_DAY})[)）]?(?:印发)?", text)
        issued = read_date(day[1], year=2000) if day else None
        if issued is None:
            continue
        for line in reversed(texts[max(0, at - _LAST_LINES) : at]):
            if re.search(_OFFICE_END, line) and len(line) <= 30 and "：" not in line:
                return issued, line
        return issued, ""
    for text in texts[:40]:  # 市政府办公室 2021年3月26日 on one line, as web pages have it
        both = re.search(rf"({_DAY})(?:印发)?$", text)
        issued = read_date(both[1], year=2000) if both and len(text) < 60 else None
        if both and issued:
            office = text[: both.start()].strip(" ，,")
            return issued, office if re.search(_OFFICE_END, office) and len(office) <= 30 else ""
    return None, ""


def _issuer_of(texts: Sequence[str]) -> str:
    """The office alone on a line over 关于…."""
    for at, text in enumerate(texts[:30]):
        if (
            text.startswith("关于")
            and at
            and re.search(_OFFICE_END, texts[at - 1])
            and len(texts[at - 1]) <= 30
        ):
            return texts[at - 1]
        together = re.match(r"(.{4,30}?(?:局|委员会|政府|办公室|厅|委))关于", text)
        if together:
            return together[1]
    return ""


def _year(title: str, number: str, issued: date | None) -> tuple[int | None, tuple[str, str, str] | None]:
    """The plan's year, and why to doubt it."""
    years = [int(one) for one in re.findall(_YEAR, title)]
    if len(set(years)) == 1:
        return years[0], None
    if years:
        fix = "没有写年份的时限按这一年算；不对请用 --year 指明"
        return years[0], (f"标题里有几个年份（{'、'.join(map(str, years))}）", f"按 {years[0]} 年记", fix)
    if issued is not None:
        return issued.year, None
    found = re.search(_YEAR, number)
    return (int(found[1]), None) if found else (None, None)
