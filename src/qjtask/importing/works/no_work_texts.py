"""What stands over who runs an event and is no work of theirs: a notice's title, whom it is to, 组织单位."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_names import names_only
from qjtask.importing.clauses.name_kinds import heads_works
from qjtask.importing.lines.heading_kinds import tells_of_event

_TITLE = r"[^。；;]{0,40}关于[^。；;]{2,80}的(?:通知|通告|公告|公示|函)"
_LEADS_IN = r"[^；;]{0,200}(?:现将|现就|有关|具体)[^。；;]{0,60}(?:通知|公告|通告|安排|要求|事项|事宜)如下"
_AN_OFFICE = r"[^，,。；;：:、（()）]{3,30}(?:局|厅|委员会|委|办公室|政府|管委会|宣传部|组织部|统战部)"
# 2026年读书节活动方案 over 主办方：…; 制定活动方案 is to be done.
_EVENT = (
    r"(?!(?:制定|起草|编制|拟[订定]|印发|修[订改]|研究|完善|出台|审[核定议]|报送))[^。；;，,：:]{2,50}"
    r"(?:活动|大赛|比赛|竞赛|赛事|运动会|(?<!环)节|活动[月周]|展览会?|博览会|论坛|典礼|晚会)"
    r"(?:总体|实施|工作|策划|组织)*(?:方案|计划|安排|规程|章程|秩序册|通知|公告)"
)
_HEADS_A_BODY = (  # 组长：张建国
    r"(?:(?:常务|执行)?副?(?:组长|总指挥|指挥长|主任委员|秘书长)|成员(?:单位)?)[：:](?!.*负责).*"
)
_LONGEST = 300


def is_no_work(text: str, *, is_numbered: bool) -> bool:
    """Whether a text is what a notice begins with, or says nothing but that some run what it is about.

    A number makes a work of a title: 3.转发关于做好防汛工作的通知.
    """
    plain = text.strip(" 。：:；;")
    if len(plain) > _LONGEST:
        return False
    if tells_of_event(plain) or compiled(_HEADS_A_BODY).fullmatch(plain) or _is_office(plain):
        return True
    if is_numbered:
        return False
    if compiled(f"{_TITLE}|{_LEADS_IN}|{_EVENT}").fullmatch(plain):
        return True
    return plain.startswith("各") and names_only(plain, Vocabulary(())) != ()


def _is_office(plain: str) -> bool:
    """Whether a text is an office's name alone, as of those that are listed under each other."""
    names = names_only(plain, Vocabulary(())) if compiled(_AN_OFFICE).fullmatch(plain) else ()
    return len(names) == 1 and heads_works(names[0])
