"""By whom and when a notice was issued: its signature, a bracket under its title, its page's bar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.core.time.dates import read_date
from qjtask.importing.document.titles import DAY
from qjtask.importing.words.numbering import read_number

_OFFICE_END = (
    r"(?:局|委|委员会|政府|办公室|办|厅|院|部|处|中心|公司|领导小组|指挥部|署|会|县委|市委|区委"
    r"|省委|大学|学院|中学|小学|学校)$"
)
_NO_OFFICE = (
    r"[《》“”，。；：]|^(?:为|根据|按照|经|现|将|关于"
    r"|会议|研究|审议|听取|同意|原则|通过|学习|传达|讨论)"  # 会议原则同意县财政局关于…的意见
)
_LONGEST_OFFICE = 30
_LONGEST_LINE = 60
_LAST_LINES = 4  # lines before the day of issue in which its issuer stands
_LAST_OF_ALL = 12  # lines in which the printing of a notice is told
PRINTED = r"(?:\s*印(?:发|制)?)"
"""What stands behind the day on which a notice was printed."""

_ZEROS = str.maketrans("OＯ", "〇〇")  # 二OO八年
_SEARCHED = 40  # lines
_FIRST_LINES = 12  # in which a page says when it was published, and a title when it was made
_PUBLISHED = (
    r"(?:发文|成文|印发|签发|(?P<page>发布|发表|公布|公开|生成)|交办|下达|下发|督办|派发)"
    r"(?:时间|日期)\s*[：:]\s*"
)
_MEETINGS = ("会议", "召开", "开会", "例会")
_HELD = rf"(?:{'|'.join(_MEETINGS)})(?:时间|日期)\s*[：:]\s*(?P<day>{DAY})"
_IN_FIGURES = rf"{_PUBLISHED}(?P<day>(?:19|20)\d{{2}}[-/.年]\d{{1,2}}[-/.月]\d{{1,2}})"
# 完成时限：, 有效期至, 1.于 and 11月15日— stand before the day of something else.
_OF_SOMETHING_ELSE = (
    r"[：:。；;]$|[\d日号]\s*[—–~～-]{1,2}$"
    r"|(?:时限|期限|时间|节点|有效期|截[至止]|[至到于在从自为是前])[）)】〕\]]?$"
)
# （教务处，12月底前） has its day
_CLOSED_CLAUSE = r"[（(〔【][^（()）〔〕【】]*\d[^（()）〔〕【】]*[)）〕】]$"
_OFFICE_AND_DAY = r"(?P<office>[^\d]{2,30}?)[\s，,]*(?P<day>(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2})"
_MONTH = r"[（(]((?:19|20)\d{2}年\d{1,2}月)(?:印发)?[)）]"


class Signature(NamedTuple):
    """The day of issue, and the office named before it.

    Of what is printed to the `month` it is the first day; `held` are the words for the day of a meeting,
    whose minutes print no other; `is_page` says that a page was put up on that day.
    """

    issued: date | None = None
    issuer: str = ""
    month: str = ""
    held: str = ""
    is_page: bool = False


def read_signature(texts: Sequence[str]) -> Signature:
    """The signature of a notice, from its lines; what a page says of itself only where there is none."""
    signed = next((_signed(texts, at) for at, text in enumerate(texts) if _is_day_of_issue(texts, at)), None)
    return (
        signed
        or _in_one_line(texts)
        or _office_and_day(texts)
        or _published(texts)
        or _month(texts)
        or _held(texts)
        or Signature()
    )


def day_of(text: str) -> date | None:
    """The day that a text is; None for any other text."""
    return read_date(text.strip().translate(_ZEROS), year=2000) if text else None


def is_signature(line: str) -> bool:
    """Whether a line is an office and a day in figures: 岳阳县人民政府办公室 2016-4-13."""
    both = re.fullmatch(_OFFICE_AND_DAY, line) if line[-1:].isdigit() else None
    return both is not None and is_issuer(both["office"])


def is_issuer(line: str) -> bool:
    """Whether a line can be the name of who issued a notice."""
    is_office = re.search(_OFFICE_END, line) is not None and len(line) <= _LONGEST_OFFICE
    return is_office and re.search(_NO_OFFICE, line) is None


def _is_day_of_issue(texts: Sequence[str], at: int) -> bool:
    """Whether a line is a day and nothing else, and no label stands over it."""
    if "月" not in texts[at] or _alone(texts[at]) is None:
        return False
    return not at or is_issuer(texts[at - 1]) or not _is_of_something_else(texts[at - 1])


def _alone(text: str) -> date | None:
    day = re.fullmatch(rf"[（(]?({DAY}){PRINTED}?[)）]?{PRINTED}?", text)
    return day_of(day[1]) if day else None


def _is_of_something_else(before: str) -> bool:
    plain = before.rstrip()
    if re.search(rf"{_PUBLISHED}$", plain):
        return False
    if plain.endswith(("：", ":")) and "各" in plain:
        return False  # whom the notice is written to
    is_open = re.search(_OF_SOMETHING_ELSE, plain) is not None and not plain.endswith("。")
    return is_open and re.search(_CLOSED_CLAUSE, plain) is None


def _signed(texts: Sequence[str], at: int) -> Signature:
    lines = reversed(texts[max(0, at - _LAST_LINES) : at])
    return Signature(_alone(texts[at]), next(filter(is_issuer, lines), ""))


def _in_one_line(texts: Sequence[str]) -> Signature | None:
    """市政府办公室 2021年3月26日 on one line, as web pages have it; 完成时限：2021年3月26日 is none.

    At a notice's end it is the line that says who printed it: 市政府办公室 2021年3月26日印发.
    """
    for text in (*texts[:_SEARCHED], *texts[max(_SEARCHED, len(texts) - _LAST_OF_ALL) :]):
        both = re.search(rf"({DAY}){PRINTED}?$", text) if "月" in text and len(text) < _LONGEST_LINE else None
        issued = day_of(both[1]) if both else None
        office = text[: both.start()].strip(" ，,") if both else ""
        if not office or issued is None:
            continue
        if is_issuer(office) or not (_is_of_something_else(office) or "。" in office or read_number(text)):
            return Signature(issued, office if is_issuer(office) else "")
    return None


def _office_and_day(texts: Sequence[str]) -> Signature | None:
    """县政府办公室 2016-4-13 on one line."""
    line = next(filter(is_signature, texts[:_SEARCHED]), "")
    both = re.fullmatch(_OFFICE_AND_DAY, line) if line else None
    issued = day_of(re.sub("[/.]", "-", both["day"])) if both else None
    return Signature(issued, both["office"]) if both and issued else None


def _published(texts: Sequence[str]) -> Signature | None:
    """发布时间：2023-03-10 in the bar over a page's text."""
    for text in texts[:_FIRST_LINES]:
        found = re.search(_IN_FIGURES, text) if "时间" in text or "日期" in text else None
        issued = day_of(re.sub("[-/.年月]", "-", found["day"])) if found else None
        if found and issued is not None:
            return Signature(issued, is_page=found["page"] is not None)
    return None


def _held(texts: Sequence[str]) -> Signature | None:
    """会议时间：2025年4月5日 over minutes, which often print no day of their own."""
    lines = (text for text in texts[:_FIRST_LINES] if text.startswith(_MEETINGS))
    found = next(filter(None, (compiled(_HELD).match(line) for line in lines)), None)
    issued = day_of(found["day"]) if found else None
    return Signature(issued, held=found[0]) if found and issued else None


def _month(texts: Sequence[str]) -> Signature | None:
    """（2018年4月） under a title."""
    lines = (text for text in texts[:_FIRST_LINES] if text.endswith(("）", ")")))
    found = next(filter(None, (compiled(_MONTH).fullmatch(line) for line in lines)), None)
    issued = day_of(f"{found[1]}1日") if found else None
    return Signature(issued, month=found[1]) if found and issued else None
