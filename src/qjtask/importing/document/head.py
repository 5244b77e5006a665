"""The head of a notice: title, document number, issuer, day of issue, year."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePath

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.document.as_of import AsOf, begins_as_of, day_as_of
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.head_source import Source
from qjtask.importing.document.other_years import other_years, without_other_years
from qjtask.importing.document.own_titles import first_line_title
from qjtask.importing.document.page_day import is_later_than_notice
from qjtask.importing.document.plan_year import YEAR, plan_year
from qjtask.importing.document.signature import Signature, day_of, is_issuer, is_signature, read_signature
from qjtask.importing.document.titles import (
    DOCUMENT_NUMBER,
    NUMBER_BEHIND,
    is_line,
    plain_title,
    title_in,
)
from qjtask.importing.words.tidy_text import flow

_SUMMONS = r"^(?:关于)?(?:印发|下发|转发)|^(?:为|现将|各)|(?:如下|以下)$|^[（(].*[)）]$"
_BEFORE_NUMBER = r"^.*(?:发文字号|文号|文件编号)[：:]?"  # a page's card in one line
_LABELLED_NUMBER = r"(?:督办|交办|文件|任务|发文|提示)?(?:编号|文号|字号)\s*[：:]\s*(\S+?号)"
_LONGEST_TITLE = 120  # characters, its number behind it
_OWN_TITLE = r"关于.{4,}的(?:通知|意见|决定|通报|会议纪要)$|会议纪要$|^[^。；，]{8,}(?:公告|公示|通告)$"
_LONGEST_LABELLED = 60  # characters of a line that says who filled a form in, and when
_A_FEW_WORDS = 8  # characters of a line that may stand under a title
_FIRST_LINES = 12  # in which a notice's own title stands


class Head(NamedTuple):
    """What the notice says of itself. Unknown parts are blank; `others` name years of something else.

    `as_of` are the words of the day on which a form was filled in, where no day of issue is known; where
    the only day is that on which a page was put up, the issue `is_of_page`.
    """

    title: str = ""
    document: str = ""
    issuer: str = ""
    issued: date | None = None
    year: int | None = None
    doubts: tuple[Doubt, ...] = ()
    others: tuple[str, ...] = ()
    as_of: str = ""
    is_of_page: bool = False


def read_head(source: Source, given: Head) -> Head:
    """The head of a notice. What is `given` (by an option) wins.

    What cannot be found is doubted: the caller gives the year of the day it works on, should no other
    be known.
    """
    texts = _texts(source)
    title, told_title = (given.title, ()) if given.title else _title(source, texts)
    signed = _signature(source, texts, title)
    issued = given.issued or day_of(source.card.get("issued", "")) or signed.issued
    as_of = None if issued else day_as_of(_short_lines(source, texts))
    head = Head(
        _without_number(title),
        re.sub(r"\s+", "", given.document or _document(source, texts)),
        given.issuer or _issuer(signed.issuer, source, texts),
        issued,
        given.year,
        as_of=as_of.words if as_of else "",
        is_of_page=signed.is_page and issued == signed.issued,
    )
    head = _with_year(head, source, as_of)
    told = (*told_title, *head.doubts, *_taken_for_day_of_issue(signed, issued))
    return head._replace(title=head.title or "工作任务分解表", doubts=told)


def _with_year(head: Head, source: Source, as_of: AsOf | None) -> Head:
    """The head with the plan's year, why to doubt it, and the words with years of something else.

    A year that was given stays.
    """
    if head.year:
        return head
    own_title = without_other_years(head.title)
    filled = as_of.day if as_of else None
    year, told = plan_year(source, own_title, head.document, head.issued, filled)
    others = _others(head.title, own_title, () if year else source.headings)
    return head._replace(year=year, doubts=told, others=others)


def _texts(source: Source) -> list[str]:
    """The document's paragraphs without Markdown's marks, and other lines over the table."""
    blocks = (block for block in source.document.blocks if isinstance(block, str))
    texts = [flow(block.lstrip("#")) if block.startswith("#") else flow(block) for block in blocks]
    above = (line for line in map(flow, reversed(source.above)) if line not in texts)
    return [*texts, *dict.fromkeys(above)]


def _short_lines(source: Source, texts: Sequence[str]) -> Iterator[str]:
    """The lines over the table and under it, and others of a document that say when it was filled in."""
    yield from map(flow, source.above)
    yield from map(flow, source.signed)
    yield from (text for text in texts if len(text) <= _LONGEST_LABELLED and begins_as_of(text))


# Title ---------------------------------------------------------------------------------------


def _title(source: Source, texts: Sequence[str]) -> tuple[str, tuple[Doubt, ...]]:
    """The line over the table; else the notice's own title, without 关于印发…的通知; else a name."""
    found = title_in(source.above, texts) or _line_above(source.above)
    found = found or _title_of_notice(texts) or _inside(source.card.get("title", "")) or _own_title(texts)
    found = found or first_line_title(texts)
    if found:
        return found, ()
    for name in source.names:
        stem = plain_title(PurePath(name).stem)
        if stem:
            return stem, (Doubt("全文", "没有找到标题", f"用文件名“{stem}”", "不对请改 title"),)
    return "", (Doubt("全文", "没有找到标题", "暂用“工作任务分解表”", "请改 title"),)


def _line_above(above: Sequence[str]) -> str:
    """A line right over the table that names a year, and ends as no title does: 2018年文旅推进会.

    A few words may stand between: 第一批.
    """
    is_near = above and len(flow(above[0])) <= _A_FEW_WORDS
    for text in above[: 2 if is_near else 1]:
        line = flow(text)
        is_other = re.search(_SUMMONS, line) or re.fullmatch(DOCUMENT_NUMBER, line)
        if is_line(line) and re.search(YEAR, line) and not is_other and not is_signature(line):
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
    own = [text for text in texts[:_FIRST_LINES] if re.search(_OWN_TITLE, text) and is_line(text)]
    return next((text for text in own if "关于" in text), own[0] if own else "")


def _inside(whole: str) -> str:
    """The title of what a notice hands on: 关于印发《…》的通知."""
    inside = re.search(r"印发(?:《(.+?)》|“([^”]+)”|(.+?))的通知", whole)
    return plain_title(next(filter(None, inside.groups())) if inside else whole)


# Number, office, day -------------------------------------------------------------------------


def _document(source: Source, texts: Sequence[str]) -> str:
    """The number of the notice: as its page's card says, or as it is printed."""
    return source.card.get("document", "") or _number(texts)


def _number(texts: Sequence[str]) -> str:
    found = _own_number(texts) or _labelled_number(texts) or _number_behind_title(texts)
    return re.sub(_BEFORE_NUMBER, "", found)


def _labelled_number(texts: Sequence[str]) -> str:
    """督办编号：督〔2026〕19号 over a table."""
    found = (re.match(_LABELLED_NUMBER, text) for text in texts[:_FIRST_LINES] if "号" in text)
    return next((one[1] for one in found if one and re.fullmatch(DOCUMENT_NUMBER, one[1])), "")


def _own_number(texts: Sequence[str]) -> str:
    """The number that stands alone in a line, or nearly so."""
    found = (re.match(DOCUMENT_NUMBER, text) for text in texts[:60] if "号" in text or "期" in text)
    own = (one for one in found if one and "关于" not in one[0])
    return next((one[0] for one in own if len(one.string) < len(one[0]) + 12), "")


def _number_behind_title(texts: Sequence[str]) -> str:
    behind = (re.search(NUMBER_BEHIND, text) for text in texts[:20] if _is_of_title(text))
    return next((one[1] for one in behind if one), "")


def _is_of_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and "关于" in text and not re.search("[。；]", text)


def _without_number(title: str) -> str:
    """A title without the number of the notice behind it."""
    return re.sub(NUMBER_BEHIND, "", title) if "号" in title or "期" in title else title


def _signature(source: Source, texts: Sequence[str], title: str) -> Signature:
    """The signature; else the day on which the page was put up, where the notice names no earlier year."""
    unlabelled = (line for line in source.signed if not re.search("[：:]", line))
    signed = read_signature([*texts, *unlabelled])
    if not signed.is_page and signed.issued:
        return signed
    day = day_of(source.card.get("put_up", "")) or signed.issued
    return (
        Signature()
        if day is None or is_later_than_notice(day, source, title)
        else Signature(day, is_page=True)
    )


def _taken_for_day_of_issue(signed: Signature, issued: date | None) -> tuple[Doubt, ...]:
    """That the first day of a month, or the day of a meeting, was taken where a notice prints no other."""
    if not (signed.month or signed.held) or issued != signed.issued:
        return ()
    read = f"发文日期只印到月（{signed.month}）" if signed.month else f"没有找到发文日期，写着“{signed.held}”"
    doubt = Doubt("全文", read, f"按 {signed.issued} 记", "请核对 issued", field="issued")
    return (doubt._replace(is_plain=bool(signed.month)),)


def _issuer(signed: str, source: Source, texts: Sequence[str]) -> str:
    """Who issued a notice: as it is signed, as its card says, or as its first lines do."""
    return _issuers(signed, source) or source.card.get("issuer", "") or _issuer_of(texts)


def _issuers(line: str, source: Source) -> str:
    """The issuer in a signature's line, or its issuers with 、 between them, where blanks part them there.

    中共青禾县委员会　青禾县人民政府 are two, 青禾县 人民政府 is one.
    """
    blocks = source.document.blocks if line else ()
    short = (block for block in blocks if isinstance(block, str) and len(block) <= _LONGEST_TITLE)
    for names in (block.split() for block in short if flow(block) == line):
        if _are_issuers(names):
            return "、".join(names)
    return line


def _are_issuers(names: Sequence[str]) -> bool:
    """Whether several names are each an issuer's, all of one place."""
    are_of_one_place = all(name[:2] in names[0] for name in names[1:])
    return len(names) > 1 and are_of_one_place and all(map(is_issuer, names))


def _issuer_of(texts: Sequence[str]) -> str:
    """The office alone on a line over 关于…, or before it on the same line."""
    for at, text in enumerate(texts[:30]):
        if text.startswith("关于") and at and is_issuer(texts[at - 1]):
            return texts[at - 1]
        together = re.match(r"(.{2,30}?(?:局|委员会|政府|办公室|厅|委))关于", text)
        if together and is_line(text) and is_issuer(together[1]):
            return together[1]
    return ""


def _others(title: str, own_title: str, headings: Sequence[str]) -> tuple[str, ...]:
    """The words with years of something else, where what is left of the title names no year."""
    is_named = own_title != title and re.search(YEAR, own_title) is not None
    return () if is_named else other_years((title, *headings))
