"""The last sentence of a clause that speaks of other works: 以下各项均需各镇落实，不再列出."""

from __future__ import annotations

import re

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_names import names_in
from qjtask.importing.clauses.name_kinds import is_body
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.tidy_text import flow

_FOR_ALL = re.compile(  # 。以下政策措施均需各县区落实，不再单独列出
    r"[。；;，,]\s*((?:本(?:方案|计划|意见|通知|办法|措施)[^，,。；;]{0,8}?)?"
    r"(?:(?:以下|下列|其余|其他|具体|各项|所有)(?:各项|所有|的)?(?:政策|措施|任务|工作|内容|事项|条款)"
    r"|以下(?:均|都|各项|所有)).+)$"
)
_BY_ALL = re.compile(
    r".{2,24}?(?:均|都)(?:(?:需要?|须|应|请|由)?(?:由|请)?(?P<who>[^，,；;]+?)"
    r"(?:负责|具体|认真|抓好|组织|共同)*(?:落实|实施|执行|推进)|涉及(?P<too>[^，,；;]+))"
)
_AFTER_THIS = re.compile("以下|下列|其余|其他")


class WithoutRest(NamedTuple):
    """A clause's words without that sentence, and the offices that it names.

    `for_this` are those of them that carry out the clause's own work, too; `told` is what was not read.
    """

    text: str
    for_all: tuple[str, ...] = ()
    for_this: tuple[str, ...] = ()
    told: tuple[tuple[str, str], ...] = ()


def without_rest(text: str, vocabulary: Vocabulary) -> WithoutRest:
    """The words of a clause, with what they say of all works taken out."""
    found = _FOR_ALL.search(text)
    if found is None:
        return WithoutRest(text)
    own, names = text[: found.start()], _offices_of_all(found[1], vocabulary)
    if not names:
        return WithoutRest(own, told=((f"责任单位后面还写着“{flow(found[1])}”", "没有记"),))
    return WithoutRest(own, names, () if _AFTER_THIS.search(found[1]) else names)


def _offices_of_all(sentence: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The offices that carry out all works by that sentence; () where it names anything else, or nobody."""
    by_all = _BY_ALL.match(sentence)
    if by_all is None:
        return ()
    named = names_in(by_all["who"] or by_all["too"], Role.UNITS, vocabulary)
    names = tuple(name for _, name in named.names)
    return names if not named.persons and all(map(is_body, names)) else ()
