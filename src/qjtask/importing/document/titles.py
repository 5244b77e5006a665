"""Which text is the title of a table or a notice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.words.numbering import read_number
from qjtask.importing.words.tidy_text import flow
from qjtask.importing.words.vocabulary import words

DAY = (
    r"(?:(?:19|20)\d{2}|二[〇○零OＯ][一二三四五六七八九〇○零OＯ]{2})\s*年\s*"
    r"[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日"
)
"""A day as notices print it, under their text."""

DOCUMENT_NUMBER = (
    r"(?:(?:[^\s\d，。；：（）]{1,20}[〔\[［【(（﹝]|[〔﹝])\s*(?:19|20)\d{2}\s*[〕\]］】)）﹞]\s*(?:第\s*)?\d{1,5}\s*号"
    r"|[^\s\d，。；：（）]{0,20}[〔\[［【(（﹝]\s*(?:19|20)\d{2}\s*[〕\]］】)）﹞]\s*第?\s*\d{1,4}\s*期)"
)
"""A 文号: 禾政办〔2021〕5号."""

NUMBER_BEHIND = (
    r"(?:\s*[（(](?=.*[)）]$)|(?<=通知|意见|方案|计划|措施|要点|决定))"
    rf"((?!的|[^〔\[［【﹝]*[)）]){DOCUMENT_NUMBER})[)）]?$"
)
"""A 文号 behind a title, in brackets or not, as web pages print it."""

_LONGEST = 80
_SHORTEST = 4
_LONG = 10  # characters of a title that ends in 公告
_ABOUT_A_PAGE = (
    "此件",
    "主动公开",
    "单位",
    "填报",
    "日期",
    "截至",
    "来源",
    "发布",
    "浏览",
    "字号",
    "打印",
    "索引",
)
_MAY_BE_NONE = ("附", "（", *_ABOUT_A_PAGE)
_NOT_A_TITLE = rf"附[件表图]\s*[\d一二三四五六七八九十]*\s*[：:]?|（?\s*(?:{'|'.join(_ABOUT_A_PAGE)}).*"
_ITS_NUMBER = r"(?:\d{1,2}(?=(?:19|20)\d{2})|\d{1,2}(?![\d年])|[一二三四五六七八九十]{1,3})"
_BEFORE = rf"^(?:#+\s*)?(?:附[件表图]\s*{_ITS_NUMBER}?\s*[：:、.]?|标题[：:])?\s*"
_KIND_OF_PAPER = (
    r"(?:(?:重点|主要|专项|年度|三年|攻坚|具体|若干|实施|工作|行动|任务|目标|责任|分工|分解|落实|政策|整改|推进|改革|要点|方案|措施|计划|[和与及、])+)?"
    r"(?:方案|计划|要点|措施|意见|办法|清单|分工|分解|安排|表)(?:[（(](?:19|20)[^（()）]*年[)）])?"
)
_A_YEAR = r"(?:19|20)\d{2}\s*年"
_ENDS_WITH_YEAR = rf"^[^：:，,。；;>|/]*{_A_YEAR}度?$"  # 云山县2026年 over 优化营商环境工作方案
_CITED = (  # another's paper, which says nothing of what the table is: 根据省司法厅《……实施方案》要求
    r"(?:根据|按照?|依据|依照|遵照|落实|贯彻|对照|结合)[^，,。；;：:《》]{0,30}(?:《[^《》]{1,80}》[、和及与]?){1,4}"
)
_OF_A_PAGE = (  # the name of an office or a site, a line of a page's head
    r"(?:政府|办公?[室厅]|[局委部厅院会网站]|公开|内容|信息|文件|专栏|栏目|中心|首页|正文)$|[>|＞»_/：:，,]|^各"
)
_LINES = 3  # of a title
_A_LETTER = r"的(?:通知|通告|函|复函|批复|决定|报告|请示)$"  # a title of its own, over that of its annex
_PAIRS = (("《", "》"), ("（", "）"), ("“", "”"), ("(", ")"), ("〈", "〉"))
_AFTER = r"(?:\s*[（(][^（()）]*[)）])*$"


def plain_title(text: str) -> str:
    """The title that a text is, without 附件1： before it; "" when it is none."""
    title = flow(text)
    if title.startswith(("附", "标题", "#")):
        title = compiled(_BEFORE).sub("", title)
    title = compiled(r"(?<=.{4})进展情况表$").sub("", title)  # as `report progress` calls what it gives back
    if not is_line(title):
        return ""
    bare = compiled(_AFTER).sub("", title).rstrip("”")
    is_long = len(bare) >= _LONG and bare.endswith(words().long_title_ends)
    return title if is_long or bare.endswith(words().title_ends) else ""


def title_in(above: Sequence[str], texts: Iterable[str]) -> str:
    """The title in lines over a table or a list, nearest first, with the lines that begin it; "" for none.

    `texts` are the notice's: what they call by a name is one title, on however many lines it is printed.
    """
    for at, line in enumerate(above):
        title = plain_title(line)
        if title:
            return _with_beginning(title, above[at + 1 : at + _LINES], texts)
    return ""


def _with_beginning(title: str, over: Sequence[str], texts: Iterable[str]) -> str:
    """A title with the lines over it that begin it: it needs them, or the texts call it by both."""
    called: list[str] | None = None
    for line in map(flow, over):
        is_piece = 1 < len(line) < _SHORTEST and line.isalpha()
        if not is_piece and not is_line(line):
            return title
        called = [_bare(text) for text in texts] if called is None else called
        if not _needs(title, line) and not any(_bare(line + title) in text for text in called):
            return title
        title = line + title
    return title


def _needs(title: str, line: str) -> bool:
    """Whether a title lacks its beginning, which the line over it has: a bracket opened there, or 关于."""
    if any(title.count(last) > title.count(first) and first in line for first, last in _PAIRS):
        return True
    if "关于" in line and "关于" not in title and not _is_whole(line):
        return True
    if compiled(_ENDS_WITH_YEAR).search(line) and not compiled(_A_YEAR).search(title):
        return True
    return _is_only_a_kind(title) and _begins_title(line)


def _is_whole(line: str) -> bool:
    """Whether a line is a title of its own: that of a plan, or of a letter."""
    return bool(plain_title(line)) or compiled(_A_LETTER).search(line) is not None


def _is_only_a_kind(title: str) -> bool:
    """Whether a title says only what kind of paper it is, and not of what: 重点任务分工方案, 实施方案."""
    return compiled(_KIND_OF_PAPER).fullmatch(title) is not None


def _begins_title(line: str) -> bool:
    """Whether a line over a kind of paper says of what it is: 云山县2026年, 云山县推进学前教育普惠发展."""
    if plain_title(line) or compiled(_OF_A_PAGE).search(line):
        return False
    return compiled(_A_YEAR).search(line) is not None or len(line) >= _LONG


def _bare(text: str) -> str:
    return compiled(r"[\s《》〈〉<>“”\"]+").sub("", text)


def is_line(title: str) -> bool:
    """Whether a text could be a title at all: a short line, and no sentence, date, number or label."""
    if not _SHORTEST <= len(title) <= _LONGEST or title[-1] in "。；，：:;,、？?！":
        return False
    if (
        (title.lstrip().startswith(_MAY_BE_NONE) and compiled(_NOT_A_TITLE).fullmatch(title))
        or ("月" in title and compiled(DAY).fullmatch(title))
        or ("号" in title and compiled(DOCUMENT_NUMBER).match(title))
    ):
        return False
    return read_number(title) is None and compiled(r"[。；]|[：:]\S").search(title) is None


def is_day(text: str) -> bool:
    """Whether a line is a day and nothing else, as it stands under a title or a notice."""
    return compiled(rf"[（(]?(?:{DAY}|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})[)）]?").fullmatch(text) is not None


def worth_of_title(texts: tuple[str, ...]) -> int:
    """What the lines over a table say for its being the plan: 1 for 任务分解表, -1 for 项目清单, else 0."""
    known = words().tables
    for line in texts:
        text = compiled(_CITED).sub("", line) if "《" in line else line
        if any(word in text for word in known.list_titles):
            return -1
        if any(word in text for word in known.plan_titles):
            return 1
    return 0
