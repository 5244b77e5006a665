"""What a column holds, told by its heading. Offices have many names for the same five columns."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache


class Role(StrEnum):
    """What a column says about an item. The three first are levels of text, widest first."""

    FIELD = "领域"
    TASK = "重点任务"
    WORK = "具体工作"
    NUMBER = "序号"
    LEAD = "牵头单位"
    UNITS = "责任单位"
    SUPPORT = "配合单位"
    DEADLINE = "完成时限"
    STEP = "分期节点"
    PERSON = "责任人"
    TARGET = "目标"
    NOTE = "备注"
    OTHER = "不读的列"


TEXTS = (Role.FIELD, Role.TASK, Role.WORK)
OFFICES = (Role.LEAD, Role.UNITS, Role.SUPPORT)
REPORTED = frozenset(("进展情况", "完成状态", "存在问题"))
"""What `report progress` puts beside the plan's own columns."""

_LEVEL = (
    r"(?:[国省市区县镇乡州盟旗局]级|[省市区县州局]|区县|本级|主要|具体|重点|年度|工作|项目|任务"
    r"|改革|整改|计划|要求|预计|拟)*"
)
_OFFICE = (
    r"(?:单位|部门|科室|股室|处室|科站|机构|主体|单位部门|部门单位|科室单位|单位科室|部门科室|乡镇"
    r"|方|分工|领导小组)"
)
_PATTERNS: tuple[tuple[Role, str], ...] = (
    (Role.NUMBER, r"序号?|编号|项次|号|(?:任务|项目|事项|工作)(?:序号|编号)|no\.?|#"),
    (
        Role.OTHER,
        r".*(?:进展|完成情况|完成状态|落实情况|推进情况|进度情况|存在问题|存在的问题|电话|联系方式|是否|附件|得分|分值|依据|来源)",
    ),
    (Role.UNITS, r"(?:责任|承办|落实)(?:单位|部门|科室)责任人"),  # 责任单位及责任人
    (Role.PERSON, r".*(?:责任人|负责人|联系人|联络人|联络员|领导|责任人员|经办人|包联人|人员)"),
    (Role.LEAD, rf".{{0,4}}(?:牵头|主办|主牵头|总牵头)(?:责任)?{_OFFICE}*|牵头"),
    (Role.SUPPORT, rf".{{0,4}}(?:配合|协办|协同|协助|参与|参加|协作|支持)(?:责任)?{_OFFICE}*"),
    (
        Role.UNITS,
        (
            rf"{_LEVEL}(?:责任|承办|主责|负责|落实|实施|承担|执行|分管|具体责任|主管|完成)?{_OFFICE}+(?:及?分工)?"
            r"|责任|.{0,4}责任分工|任务分工|责任落实|.{0,6}责任(?:单位|部门|科室)"
        ),
    ),
    (
        Role.DEADLINE,
        (
            rf"{_LEVEL}(?:完成|整改|办结|推进|实施|落实|预期|时间)*"
            r"(?:时限|期限|时间|日期|时间节点|节点|时间要求|时限要求|时间安排|时间进度|进度安排|进度要求|完成节点|节点要求)(?:要求|安排)?"
        ),
    ),
    (
        Role.TARGET,
        r".{0,4}(?:目标|指标|目标值|目标要求|指标要求|预期成果|成果形式|工作成效|预期成效|预期效果|完成标志|量化标准|考核标准)",
    ),
    (Role.NOTE, r"备注|说明|备考|注|其他"),
    (
        Role.FIELD,
        r"(?:任务|工作|项目|事项|指标)?(?:类别|分类|类型|领域|板块|方面|维度|类目|专栏|层面|环节)|重点领域|工作领域|专项行动|一级指标|工程名称|行动名称|专项名称|章节",
    ),
    (
        Role.WORK,
        (
            r".{0,4}(?:内容|举措|措施|路径|做法|任务分解|工作要求|具体要求|分解任务|细化任务|任务措施|工作安排|整改要求)(?:要求|标准|安排)?|"
            r"(?:具体|分项|子|细化|工作)(?:工作|任务|事项)(?:内容|要求)?|工作任务及要求|实施要点|工作要点|任务要求|(?:改革|工作|任务)要点"
        ),
    ),
    (
        Role.TASK,
        r".{0,4}(?:任务|工作|事项|重点|项目|任务名称|事项名称|项目名称|任务清单|任务目标|目标任务|问题|改革事项|工作名称)",
    ),
)
_LONGEST = 16  # characters of a heading
_TOO_LONG = 200  # characters of a heading, breaks and brackets included
# 工作任务 beside 工作内容 is the wider of the two; alone it is the work itself. See `levels`.
_WIDER = r"目标任务|任务目标|二级指标"
_FIELDS = r"一级指标"  # before 指标 is taken for a target


@lru_cache(maxsize=4096)
def role_of(heading: str) -> Role | None:
    """The role that a heading names; None for a text that is no known heading."""
    plain = plain_heading(heading)
    if not plain or len(plain) > _LONGEST:
        return None
    if re.fullmatch(_WIDER, plain):
        return Role.TASK
    if re.fullmatch(_FIELDS, plain):
        return Role.FIELD
    for role, pattern in _PATTERNS:
        if re.fullmatch(pattern, plain):
            return role
    return None


def plain_heading(heading: str) -> str:
    """A heading without breaks, spaces, brackets and what stands in them: 责任单位（科室） is 责任单位.

    A text too long to be one comes back as it is.
    """
    if len(heading) > _TOO_LONG:
        return heading
    text = unicodedata.normalize("NFKC", heading)
    text = re.sub(r"\s+", "", text)
    without = re.sub(r"[(〔\[【][^)〕\]】]*[)〕\]】]", "", text)
    return re.sub(r"[、,，/\\:：·\-—*“”\"'及和与]+", "", without or text).lower()
