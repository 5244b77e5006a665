"""What a list of works that hands on nothing calls itself in its first line: 督办通知, 会议纪要（第9期）."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.document.page_day import says_when_put_up
from qjtask.importing.document.signature import is_issuer, is_signature
from qjtask.importing.document.titles import is_line, plain_title

_SEARCHED = 4  # lines: a document's number or its issuer may stand over the title
_SHORTEST = 3
_BEHIND = r"(?:\s*[（(][^（()）]*[)）])*$"
_ENDS = (  # of titles, beyond those that name a plan
    r"(?:政策|揭晓|出炉|通知[书单]?|纪要|记录|通报|通告|公告|公示|简报|专报|快报|责任状|承诺书|提示函?|督办函|交办函|函|打算|思路|安排意见"
    r"|[一二三四五六七八九十\d]{1,3}条|活动|交办单|督办单|任务书|[大小]事|攻坚战|批示(?:件|意见|和要求)?|决定|决议|倡议书|预案|规定|部署|报告)"
)
_OPENING = r"(?:为了?|根据|按照?|经|现将|今年|依据|围绕|结合|近期|近日|\d{4}年|\d{1,2}月\d{1,2}日)"
_NO_TITLE = r"^(?:关于印发|现将|各)|(?:如下|以下)$|首页|当前位置|[|｜>＞»]|登录|^第\d+[次期号]$"


def first_line_title(texts: Sequence[str]) -> str:
    """The title in the first lines, by its end or by the sentence under it; "" for none."""
    lines = [text for text in texts[: 2 * _SEARCHED] if not says_when_put_up(text)]
    for line, below in zip(lines[:_SEARCHED], [*lines[1 : _SEARCHED + 1], ""], strict=False):
        if not _may_be_title(line):
            continue
        plain = compiled(_BEHIND).sub("", line)
        if compiled(_ENDS + "$").search(plain) or plain_title(line) or compiled(_OPENING).match(below):
            return line
    return ""


def _may_be_title(line: str) -> bool:
    if is_issuer(line) or is_signature(line) or compiled(_NO_TITLE).search(line):
        return False
    return is_line(line) or (len(line) == _SHORTEST and line.isalpha())
