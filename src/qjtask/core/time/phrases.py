"""The wording of 完成时限 cells: one spelling for each phrase, and the words around a date."""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import normalize

from qjtask.core.text.signs import seen_line
from qjtask.core.time.numerals import NUMERALS, to_int

# Patterns are kept as text: `re` compiles each at its first use and keeps it, so importing is free.
_DELETED = "\"'“”‘’「」『』()[]【】〔〕〈〉《》"
_DASHES = "‐‒–—―−~〜"
_SPELLING = str.maketrans(dict.fromkeys(_DELETED, "") | dict.fromkeys(_DASHES, "-"))
_NUMERALS = frozenset(NUMERALS)
_EDGES = ",;。、.:!-/"

# Only a numeral that counts time is rewritten, so that 建成一期 stays as printed.
_COUNTS_TIME = (
    rf"[{NUMERALS}]+(?=个?(?:[年月日号天季周]|星期|工作日)|$|[之以]?前"
    rf"|[-至到]+[{NUMERALS}0-9])"
)
# 3-6月 and 2021-2023年 print the unit once for both ends.
_SHARED_UNIT = r"(?<![0-9./-])([0-9]{1,4})(?=[-至到]+[0-9]{1,4}([年月日号季]))"

_LEADS = (
    r"(?:立行立改|即知即改|即日起?(?=[至到])|力争|确保|争取|原则上|务必|必须|最迟|最晚|不?[迟晚]于"
    r"|截[至止]|(?:完成|整改|办理)?(?:时限|期限|时间):|[自从于在到至,、])+"
)

_BREAK = r"[,;。、]*"
_MANNER = r"(?:全面|全部|基本|初步|正式|按期|按时|如期|高质量|确保|力争)*"
_DONE = (
    rf"{_MANNER}(?:完成|完毕|办结|办理|执行|落实|整改|改正|到位|销号|清零|见效|达标|任务|工作|目标"
    r"|至少|不少于|(?:开展|组织|召开|报送)?[1一]次)+"
)
# A date that asks for one of these asks for a step of the work, not for its completion.
_STEP = (
    rf"{_MANNER}(?:动工|开工|启动|投入|投用|投产|试运行|运行|上线|挂牌|通车|开通|开放|竣工|交工|交付"
    r"|建成|建立|验收|出台|印发|发布|报送|上报|报审|提交|审议|形成|制定|编制|定稿|签订|召开|组织|开展"
    r"|实施|实现|达到|取得|完成)[^0-9,;。每或]{0,12}?"
)
_KEEP = r"持续|继续|长期|常态|常年|长效|始终|日常|动态|滚动|常抓不懈|全年推进|全年开展"
ONGOING = (
    rf"(?:全年)?(?:{_KEEP})(?:{_KEEP}|推进|推动|坚持|开展|落实|实施|跟踪|跟进|进行|执行|贯彻|抓好|做好"
    r"|巩固|提升|提高|完善|深化|深入|优化|整改|改进|加强|强化|保持|更新|管理|监管|维护|运行|用力|发力"
    r"|有序|扎实|不断|任务|工作|机制|[化性地中并和及与]|[,、])*"
)
ON_SCHEDULE = (
    r"按照?(?:工作|项目|时间)*(?:序时|时序|序|进度|节点|计划)(?:进度|节点|要求|安排)*"
    r"(?:有序|稳步|扎实)*(?:推进|完成|实施|落实|开展|进行|办理)*"
)
IMMEDIATE = r"立行立改|即知即改|立查立改|即查即改|立说立行|边查边改|边学边改|立即|马上|即刻"
_TAIL = (
    rf"{_BREAK}[并且]?(?:(?:{_DONE}|(?P<step>{_STEP}))后?)?"
    rf"(?P<ongoing>{_BREAK}(?:并|且|同时)*{ONGOING})?"
)
_START = rf"(?:起|开始|[之以]?后){_BREAK}(?P<ongoing>{ONGOING})?"


class Tail(NamedTuple):
    """What is asked for on a date, and whether the work goes on after it."""

    step: str | None
    ongoing: bool


def canonical(text: str) -> str:
    """One spelling: NFKC, no space, bracket or quotation mark, Arabic numerals for times."""
    words = "".join(seen_line(normalize("NFKC", text)).split()).translate(_SPELLING)
    if not _NUMERALS.isdisjoint(words):
        words = re.sub(_COUNTS_TIME, _arabic, words)
    return re.sub(_SHARED_UNIT, r"\1\2", words).strip(_EDGES)


def _arabic(numeral: re.Match[str]) -> str:
    value = to_int(numeral[0])
    return numeral[0] if value is None else str(value)


def without_lead(words: str) -> str:
    """The words without 力争, 确保, 截至 and their like, which do not move a date."""
    lead = re.match(_LEADS, words)
    return words[lead.end() :] if lead else words


def read_tail(words: str) -> Tail | None:
    """Read what follows a date; None when it is not understood."""
    if not words:  # most dates stand alone, and need not wait for the pattern to compile
        return Tail(None, ongoing=False)
    found = re.fullmatch(_TAIL, words)
    return Tail(found["step"], ongoing=found["ongoing"] is not None) if found else None


def read_start(words: str) -> Tail | None:
    """Read 起 and what follows: the date before it begins the work and does not end it."""
    found = re.fullmatch(_START, words)
    return Tail(None, ongoing=found["ongoing"] is not None) if found else None
