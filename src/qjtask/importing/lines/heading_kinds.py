"""Headings over what is no list of works: goals, requirements, members and their standing duties."""

from __future__ import annotations

import re

from qjtask.core.text.patterns import compiled

_GOALS = (
    r"^(?!完成|实现|落实|确保|达成|推进|推动|分解|锚定|聚焦|围绕|紧盯)"
    r"(?:[\u4e00-\u9fff]{1,6}目标(?:指标)?|(?:主要|预期|量化|工作)指标)$"
)

_FACT = (
    r"(?:(?:活动|宣传|比赛|竞赛|大赛|参[赛加与]|演练|培训|会议|举办|整治|治理|创建|适用|实施)?"
    r"(?:主题|目的|宗旨|口号|名称|时间|日期|地点|对象|范围|人员))"
)
_FACTS = rf"{_FACT}(?:[和及与、]{{1,2}}{_FACT})*"
_RUNS_IT = (  # 主承办单位; 主办、承办单位; 参加单位及领导
    r"(?:活动|大赛|赛事|比赛|会议)?(?:组织|主[、和]?承办|主办|承办|协办|举办|指导|支持|参加|参赛)(?:单位|机构|部门|方)?"
    r"(?:[、和及与/]*(?:主办|承办|协办|支持))*(?:单位|机构|部门|方)(?:[、和及与](?:参[加会赛])?(?:领导|嘉宾|人员|对象))?"
)
_OF_EVENT = rf"(?:{_FACTS}|{_RUNS_IT})(?:\s*[：:].*)?"
_ABOUT = (  # 活动时间及地点, 整治范围, 奖项设置
    rf"(?:{_FACT}"
    r"|(?:评比|评选|评奖|表彰|奖励|奖项)(?:表彰|奖励|设置|设立|办法|标准)|激励机制|活动(?:经费|预算)|经费(?:保障|来源|预算)|组委会)"
)
_NO_TASKS = (
    r"总体要求|指导思想|基本原则|工作原则|总体思路|工作思路|目标(?:要求|指标)|总体目标|工作目标|主要目标|保障措施|(?:工作|活动|有关|具体|几点|相关)要求|工作纪律|组织领导|组织实施|组织保障"
    rf"|{_GOALS}"
    r"|工作机制|(?:实施|方法|工作|推进)步骤|时间安排|监督|考核|督查|督导|宣传(?!教育)|附则|背景|意义|总则|职责分工|附件|联系|提高认识|加强领导"
    r"|(?:抓好|狠抓|强化|推动|确保|加强|责任|工作)落实|(?:强化|压实|落实)(?:工作)?责任|加强(?:统筹|协调|调度|协作)|信息报送|材料报送|追责问责|严肃[追问]责|成员单位|领导小组|组织机构|名单"
    rf"|^{_ABOUT}(?:[和及与、]{_ABOUT})*$"
)
_AIM = (
    r"(?:(?:总体|总的|基本|指导|目标)(?:要求|思想|原则|思路|目标)|工作(?:原则|思路|目标)"
    r"|(?:主要|预期|年度|发展|行动|具体|整治|创建|建设|阶段性?|分阶段)目标|主要目标指标|目标指标)"
)


def heads_aims(title: str) -> bool:
    """Whether a heading is over what the whole plan aims at: 总体要求, 指导思想和工作目标.

    目标任务 and 工作要求 may be over works, or say how these are done.
    """
    return re.fullmatch(rf"{_AIM}(?:[、和及与暨]{_AIM})*", title) is not None or heads_goals(title)


def heads_no_works(title: str) -> bool:
    """Whether a heading is over what is no list of works: 总体要求, 成员单位职责分工."""
    return re.search(_NO_TASKS, re.split("[，,：:]", title, maxsplit=1)[0]) is not None


def tells_of_event(text: str) -> bool:
    """Whether a text says of a whole event when, where or for whom it is, or who runs it.

    活动时间：5月4日; 主办单位及协办单位. That is a heading as well, and no work.
    """
    return compiled(_OF_EVENT).fullmatch(text) is not None


def heads_goals(title: str) -> bool:
    """Whether a heading is over what is to be reached, and no work: 攻坚目标."""
    return re.search(_GOALS, title) is not None
