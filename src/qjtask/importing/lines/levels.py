"""How a paragraph of a notice begins: its printed number and the level of that kind of number."""

from __future__ import annotations

import re

from qjtask.core.text.patterns import HAN, compiled
from qjtask.core.time.numerals import FIGURES, NUMERALS, to_int
from qjtask.importing.words.numbering import Printed, read_number

BULLET = "•"
DASH = "——"
OFFICE = "局："
PLAIN = "标题"
UNNUMBERED = frozenset((PLAIN, OFFICE))
"""The styles of headings that have no number."""

_ORDER = (
    *("#1", "第一部分", "第一篇", "第一编", "#2", "第一章", "#3", "第一节", "#4", "#5", "#6", "第一条"),
    *("一、", "（一）", "第一", "问题一", "任务一", "1.", "1.1", "（1）", "①", BULLET, DASH),
)
_RANKS = {style: rank for rank, style in enumerate(_ORDER)}
SECTIONS = _RANKS["一、"]
"""How deep the sections of a notice stand."""
_PART = rf"第\s*(?P<n>[{NUMERALS}]{{1,4}}|[0-9]{{1,3}})\s*(?P<unit>部分|篇|编|章|节|条)[\s:：、.．]*"
_KINDS = "任务|事项|举措|措施|行动|工程|专项|项目"
_A_NUMBER = rf"\s*(?P<n>[{NUMERALS}]{{1,4}}|[0-9]{{1,3}})\s*"
_NAMED = rf"(?:{_KINDS}){_A_NUMBER}[:：、.．—]+\s*"
# 督办事项一：, 议题2：, 【实事三】: any matter that is counted, before a colon or in brackets.
_COUNTED_KINDS = (
    rf"{_KINDS}|(?P<over>议题|问题|课题|目标)|实事|工作|提案|建议|案件|线索|要点|重点|改革|战役|清单"
)
_MATTER = rf"{HAN}{{0,6}}?(?:{_COUNTED_KINDS}){_A_NUMBER}"
_COUNTED = rf"{_MATTER}[:：]+\s*"
_IN_BRACKETS = rf"[【〔［\[]\s*{_MATTER}[】〕］\]]\s*[:：、.．—]*\s*"
_ORDINAL = rf"第{_A_NUMBER}(?:件|个|桩)(?:实事|好事|事项|问题|议题|任务|项目|事)?\s*[:：、，,.．]\s*"
_BRACKETS = frozenset("【〔［[")
_NEAR = 16  # signs in which such a beginning ends
_DECIMAL = (
    r"[0-9]{1,3}(?:(?:[.．][0-9]{1,3}){0,2}[.．]|[-－–](?![0-9]+\s*[年月日天周季次名家所座处项件台套岁级类批层号路]))"
    r"(?P<n>[0-9]{1,3})[\s、.．]*(?=[^\W\d_])"
    r"(?![万亿元个公里倍米吨人户亩千])"  # 2.5万人
)
# 2.2021年底前, 1.10月底前, 3.5G网络, 4.12345热线: these figures begin the text and end no number.
_BEFORE_FIGURES = (
    r"(?P<n>[0-9]{1,3})[.．](?=(?:19|20)[0-9]{2}年|(?:1[0-2]|[1-9])月|[345](?:G|A级)|[12][0-9]{4}热线"
    r"|24小时|15分钟|110|119|120)"
)
_STYLES = (  # each with the signs that such a number may begin with: a line of text is no match for any
    ("任务一", frozenset(kind[0] for kind in _KINDS.split("|")), _NAMED),
    ("1.", FIGURES, _BEFORE_FIGURES),
    ("1.1", FIGURES, _DECIMAL),
)
_BEFORE_ANY_FIGURES = (
    r"(?P<n>[0-9]{1,3})(?P<stop>[.．、])[0-9]+(?:[.．][0-9]+(?=[万亿公%％]))?(?P<to>[-—–~～至][0-9]+)?"
    rf"(?P<unit>千伏|{HAN}|[A-Za-z#＃%％‰·•])"
)
_AMOUNTS = "万亿元个公里倍米吨人户亩千%％‰"
# 7.3岁以下 after a sixth paragraph: 3 counts something, and no part of the seventh. So it is with what has a
# number as its name, 2.1号楼, which the first of a second level would have, too.
_NUMBERED = "号(?!召)|年级|千伏"
_COUNTS = (
    rf"{_NUMBERED}|[A-Za-z]|周?岁|小时|分钟|[天日]内"
    r"|[名个项家户座所处条台套辆栋幢](?!目|人|庭|单|称|理|置|件|账|籍|有|属|体)"
)
_MOST_BELOW = 20  # numbers of the second level: 2.12, but 11.121 is none
_FURTHEST = 3  # how far a run may jump
_A_RUN = 2  # paragraphs that were numbered before
_BULLET = r"[-*•●◆■□▪▲※★☆►➤◇○]+\s+|[•●◆■□▪▲※★☆►➤◇○]+|[—－-]{2,}\s*|-(?=[\u4e00-\u9fff])"
_DASHES = ("—", "－－", "--")
_TWO_MONTHS = r"[0-9]{1,2}、[0-9]{1,2}月份?(?:工作|安排|重点|计划)*\s*[：:]?"  # no eighth of anything
_HASHES = r"(?P<hashes>#{1,6})\s+"
_STARS = r"\*\*(.+?)\*\*|__(.+?)__"


def read_level(text: str) -> Printed | None:
    """The number, bullet or Markdown heading at the head of a paragraph; None for running text.

    Bullets and unnumbered headings have the number 0.
    """
    hashes = compiled(_HASHES).match(text)
    if hashes:
        own = _numbered(text[hashes.end() :])
        return own or Printed(f"#{len(hashes['hashes'])}", 0, text[hashes.end() :])
    bullet = compiled(_BULLET).match(text)
    if bullet and text[bullet.end() :].strip():
        style = DASH if text.startswith(_DASHES) else BULLET
        return _numbered(text[bullet.end() :]) or Printed(style, 0, text[bullet.end() :])
    return _numbered(text)


def number_and_body(text: str) -> tuple[str, str]:
    """A paragraph's number as it is printed, "" for none, and what stands behind it."""
    printed = read_level(text)
    body = printed.text if printed else text
    return text[: len(text) - len(body)], body


def _numbered(text: str) -> Printed | None:
    if "、" in text[:3] and compiled(_TWO_MONTHS).fullmatch(text):
        return None
    part = compiled(_PART).match(text) if text.startswith("第") else None
    if part:
        return _printed(f"第一{part['unit']}", part, text)
    for style, begins, pattern in _STYLES:
        found = compiled(pattern).match(text) if text[:1] in begins else None
        if found:
            return _printed(style, found, text)
    return _matter(text) or read_number(text)


def _matter(text: str) -> Printed | None:
    """A matter that is counted by its kind: 督办事项一：, 第一件：, 【事项一】."""
    begin = text[:_NEAR]
    style, pattern = "任务一", ""
    if begin[:1] in _BRACKETS:
        pattern = _IN_BRACKETS
    elif begin[:1] == "第":
        style, pattern = "第一", _ORDINAL
    elif "：" in begin or ":" in begin:
        pattern = _COUNTED
    found = compiled(pattern).match(text) if pattern else None
    if found is None:
        return None
    return _printed("问题一" if found.groupdict().get("over") else style, found, text)


def _printed(style: str, found: re.Match[str], text: str) -> Printed | None:
    number = to_int(found["n"])
    return Printed(style, number, text[found.end() :]) if number else None


CALLED_BY_NUMBER = rf"[0-9]{{1,3}}(?:{_NUMBERED}|[#＃])"
"""For patterns: what has a number as its name, 5号楼, so that one before it is that of a list."""


def figures_apart(text: str) -> str:
    """1.5号楼 with a space behind its number, where a number of the second level can not be meant."""
    found = compiled(rf"[0-9]{{1,2}}[.．、](?={CALLED_BY_NUMBER})").match(text)
    return f"{found[0]} {text[found.end() :]}" if found else text


def number_before_figures(text: str) -> int:
    """The number that a paragraph begins with, whatever follows; 0 for none."""
    found = compiled(r"([0-9]{1,3})\s*[.．、]").match(text)
    return int(found[1]) if found else 0


def with_number_apart(text: str, last: Printed | None, before: Printed | None = None, ahead: int = 0) -> str:
    """11.121人才项目 after a tenth paragraph with a space behind its number; any other text as it is.

    `last` is the last number such as 10., `before` the last number of any kind, `ahead` the next one. What
    may be an amount (1.5公里) is none where a run of numbers does not speak for it. The paragraph is whole:
    of those that a page broke, `with_figures_apart` (`bare_numbers.py`) reads before what is certain alone.
    """
    found = compiled(_BEFORE_ANY_FIGURES).match(text)
    own = read_level(text) if found else None
    count = last.number if last else 0
    if found is None or not _goes_on(found, count, ahead) or (own and _is_level(own, before)):
        return text
    is_early = count < _A_RUN or int(found["n"]) == 1
    is_amount = found["unit"] in _AMOUNTS and not found["to"] and is_early and found["stop"] != "、"
    return text if is_amount else f"{text[: found.end('n') + 1]} {text[found.end('n') + 1 :]}"


def _goes_on(found: re.Match[str], count: int, ahead: int) -> bool:
    """Whether a number is the next one after so many, or the first before a second: 1、3号楼, 2、水电安装."""
    number = int(found["n"])
    is_named = found["unit"] == "号" and found["stop"] != "、"  # 1.5号楼 alone in its list
    if number == 1 and (ahead == _A_RUN or is_named):
        return True
    if found["stop"] == "、":  # 3、4号楼已完工 may be running text
        return number == count + 1 > 1 and ahead != number
    return count < number <= count + (_FURTHEST if count >= _A_RUN else 1)


def _is_level(own: Printed, before: Printed | None) -> bool:
    """Whether a number such as 2.1 is one of the second level, and no 2. before a figure."""
    if own.style != "1.1":
        return True
    if own.number == 1:
        return compiled(_NUMBERED).match(own.text) is None
    counts_on = before is not None and before.style == "1.1"
    return own.number <= _MOST_BELOW and (counts_on or not compiled(_COUNTS).match(own.text))


def rank(style: str) -> int:
    """How deep a style stands where the document itself does not say: 一、 over （一） over 1."""
    return _RANKS.get(style, len(_RANKS))


def unmarked(text: str) -> str:
    """A line without Markdown's signs for bold text."""
    return re.sub(_STARS, lambda found: found[1] or found[2], text) if "**" in text or "__" in text else text
