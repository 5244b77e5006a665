"""The words by which running text shares out work: labels, verbs, times."""

from __future__ import annotations

import re
from functools import lru_cache

from qjtask.core.text.patterns import HAN
from qjtask.core.time.dates import ANY_YEAR
from qjtask.core.time.deadline import DeadlineClass, read_deadline
from qjtask.importing.words.column_roles import Role

# Labels, such as 责任单位： They are fewer and stricter than the headings of columns, for a text is full of
# words before colons.
# Any kind of body: 庭室, 支队, 车间, 党支部, 学院, 站所, 岗位.
_BODY = (
    rf"(?:{HAN}{{0,3}}?(?:单位|部门|机构|主体|公司|集团|企业|中心|街道|社区|党委|党组|支部|岗位|条线|板块|单元|窗口"
    r"|片区|园区|县区|区县|地区|乡镇|年级|班级|车间|一方|(?<!书记)室|(?<!场)所|(?<!军)队|组|科|股|处|局|委|办|厅|部|院|系|庭|站|厂|校|镇|村|社|(?<!机)会|方))"
)
_NOUN = rf"(?:责任单位|责任部门|{_BODY})"
_LEVEL = r"(?:[国省市州区县镇乡旗盟][级直]?|中央|地方|主要|具体|共同|第一|整改)?"
_AND = r"(?:[及和与、](?:责任人|负责人|时限|完成时限|配合单位|责任单位|分工))?"
_UNITS = (
    rf"{_LEVEL}(?:责任{_NOUN}?|承办{_NOUN}?"
    rf"|(?:主责|负责|落实|实施|执行|承担|分工|完成|主管|认领|业主|主体|整改)(?:责任)?{_NOUN}|业主){_AND}"
    r"|(?:责任|任务|职责|部门|单位)分工|责任落实|(?:建设|建管|项目|代建)(?:责任)?(?:单位|主体|业主)"
)
_SUPPORT = (
    rf"{_LEVEL}(?:(?:配合|协办|会办)(?:责任)?{_NOUN}?"
    rf"|(?:协同|协助|参与|参加|支持|协作)(?:责任)?{_NOUN}){_AND}"
)
_DEADLINE = (
    r"(?:完成|办结|办理|答复|治理|建设|交付|整改|推进|实施|落实|工作|任务|活动|预计|计划|销号)*"
    r"(?:时限|期限|时间|时间节点|时间进度|时间安排|进度安排|时序进度|进度|节点|日期)(?:要求|安排)?"
)
_TARGET = (
    r"(?:工作|整改|改革|年度|预期|总体|主要|任务|绩效)?目标(?:要求|任务)?"
    r"|(?:量化|考核)指标|(?:预期|工作)成效|成果形式"
)
_WORK = (
    r"(?:工作|任务|活动|具体|主要|重点|建设|整改|改革|项目|推进|创新)*"
    r"(?:内容|任务|措施|举措|做法|事项|工作要求|任务要求|要点|任务分解)(?:[及和与]任务分解)?"
    r"|(?:活动|项目|任务|工作)(?:说明|简介|概况|概述|介绍)"
    r"|(?:议定|办理|交办|督办|转办|批办|拟办|落实|处理|会议|研究)(?:意见|要求|结论)"
)
_WATCHES = r"(?:督导|督办|督查|督促|监督|监管|考核|验收|销号|审核|把关|评估)"
_NOTE = (
    rf"{_WATCHES}(?:责任)?(?:单位|部门|科室|处室)|(?:挂点|包联|包保|包抓|联系|指导)(?:单位|部门)"
    r"|备注|说明|(?:任务)?来源|联系电话|电话|联系方式|资金来源|投资(?:估算|规模)|总投资"
)
_LABELS = {
    Role.LEAD: rf"{_LEVEL}(?:牵头|主办|总牵头)(?:责任|负责)?{_NOUN}?{_AND}",
    Role.SUPPORT: _SUPPORT,
    Role.UNITS: _UNITS,
    Role.DEADLINE: _DEADLINE,
    Role.TARGET: _TARGET,
    Role.WORK: _WORK,
    Role.TASK: (
        r"(?:(?:督办|交办|转办|承办|整改|议定|重点|民生|实事|具体|工作)*(?:项目|任务|事项|工作|问题|议题|实事))?(?:名称|题目)"
        r"|(?:督办|督查|交办|转办|承办|议定)(?:事项|任务|工作|项目|问题)|议题|民生实事|实事(?:项目)?"
    ),
    Role.NOTE: _NOTE,
    Role.PERSON: (
        r"[^，,；;。：:、\s（(〔【\[]{0,6}(?:领导|责任(?:人员|干部|民警|教师|法官|医师)|责任人|负责人|联系人|联络人|联络员|经办人|承办人|包联人|包保人)"
    ),
}
_ANY_LABEL = "|".join(f"(?P<{role.name}>{words})" for role, words in _LABELS.items())
LABEL = re.compile(
    rf"(?:^|(?<=[，,；;。、.\s）)〕】\]—-]))(?:{_ANY_LABEL})\s*(?:[（(][^（()）]{{1,12}}[)）])?\s*[：:]\s*"
)
"""A label where one may begin; the group that matched names its role."""

SAID_TO_BE = re.compile(  # 责任单位为县水务局，完成时限10月底前
    r"(?:^|(?<=[。；;，,]))\s*"
    r"(?P<label>(?:责任|牵头|承办|主办|配合|协办|参与)(?:单位|部门|科室)|(?:完成|办结|整改)(?:时限|时间|期限))(?P<is>为|是)?(?=.{2})"
)
"""What a label says without a colon."""


def with_colons(text: str, *, bare: bool = False) -> str:
    """责任单位为县水务局 as 责任单位：县水务局; with `bare` 完成时限10月底前 too, which lacks the verb."""
    return SAID_TO_BE.sub(lambda one: f"{one['label']}：" if bare or one["is"] else one[0], text)


SHARES = frozenset((Role.LEAD, Role.UNITS, Role.SUPPORT))
"""The labels that make a text a clause; the others only go with one."""


def label_of(text: str) -> Role | None:
    """What the label says that a text begins with; None where it begins with none."""
    found = LABEL.match(text) if "：" in text or ":" in text else None
    return Role[found.lastgroup or ""] if found else None


# Verbs: what names are said to do at the end of a segment. Words before and behind one are counted, for it
# is sought at every place: 统一统一统一… would cost the square of its length.
_DUTY = (
    r"(?:各自|工作|部门|单位){0,6}(?:职责|职能|职责任务|权限|任务|分工|管辖范围)"
    r"(?:范围|分工|权限|要求|任务){0,6}"
)
_DO = (
    r"(?:负责|落实|推进|实施|抓好|做好|推动|开展|承担|组织|指导|完成|牵头|办理|贯彻|执行"
    r"|具体|分别|共同|切实|抓|相关工作|工作)"
)
_SHARED = rf"[，,]?(?:按照?|根据|依[据照]?)(?:{_DUTY}){_DO}{{0,8}}(?P<with>配合|协助|协同|参与)?{_DO}{{0,8}}"
_TAIL = (
    r"(?:具体|抓总|抓落实|牵头|负责|落实|推进|实施|组织实施|组织|推动|统筹|协调|抓好|做好|完成|办理|督导|督办"
    r"|相关工作|有关工作|工作){0,8}"
)
_MANNER = (
    r"(?:负责|承担|予以|给予|进行|主动|全力|属地|分工|共同|联合|分别|具体|总|各自|主要|统一|会同|同时|积极|密切|做好|抓好|并|要"
    r"|结合(?:各自|本地|工作)?实际|因地制宜|对照|参照|认真|抓紧){0,8}"
)
_OFFICE = "(?:责任)?(?:单位|部门|科室|处室)"  # 县住建局为牵头单位
_AS = "(?:作?为|是)(?:总|第一|主要|具体|共同)?"
_VERBS = {
    Role.LEAD: (
        rf"(?:{_AS}(?:牵头|主办|主责){_OFFICE}"
        rf"|(?:牵头|主办|总牵头|统筹|负总责|总负责|负主责|主抓|抓总|为主)(?:抓总|单位)?{_TAIL})"
    ),
    Role.SUPPORT: (
        rf"(?:{_AS}(?:配合|协办|协同|协助|参与|参加){_OFFICE}"
        r"|(?:提供|给予|予以)[^、，,；;]{1,6}(?:支持|支撑|保障)"
        rf"|(?:配合|协办|协同|协助|参与|参加|支持|指导|协责)(?:配合|抓好|做好|支持|参与)*{_TAIL})"
    ),
    Role.UNITS: (
        rf"(?:{_AS}(?:责任|承办|实施|落实|负责){_OFFICE}"
        r"|(?:负责|承办|主责|承担|组织实施|具体实施|贯彻落实|抓好落实|推动落实|组织落实|组织开展"
        rf"|落实|实施|执行|办理|抓落实|抓好|推进|(?<=共同|联合|分别)完成){_TAIL})"
    ),
}
_ANY_VERB = "|".join(f"(?P<{role.name}>{words})" for role, words in _VERBS.items())
WATCHES = re.compile(rf"{_MANNER}{_WATCHES}(?:{_WATCHES}|指导|检查|落实|推进|工作|到位)*$")
"""县应急管理局督促落实: who looks after a work, and does none of it."""

VERB = re.compile(rf"(?P<shared>{_SHARED})$|{_MANNER}(?:{_ANY_VERB})$")
"""A、B按职责分工负责, A牵头负责, A配合: the end of a segment, and the role that the names before it have."""

# Times.
_END = r"(?:年?[底末初内]|[上中下]旬|月底|全年)?(?:[之以]?前)?"
_QUARTER = r"第?[一二三四1-4]季度|[上下]半年"
WHEN = (
    r"(?:(?:到|至|于|在|力争|确保|争取|原则上|最迟|最晚|分别于|自|从|年内|每年){0,4}"
    rf"(?:(?:20\d\d|今|明|本|次)年(?:\d{{1,2}}月(?:份)?(?:\d{{1,2}}[日号])?|{_QUARTER}"
    r"|(?=[，,底末初内全前之以完起至到—-]|$))"
    rf"|\d{{1,2}}月(?:份)?(?:\d{{1,2}}[日号])?|{_QUARTER}|年[底末内终]|全年|本?月底){_END})"
)
"""A day, month, quarter or year, with the words around it, for building patterns."""

BY = "(?:(?<![理自经缘])|(?<=[清管治处整办受代]理))由"
"""由 before who does something, as a pattern: 清理由县水务局负责, but not 理由."""
LEADS_GROUP = r"任(?:副|常务|执行)?(?:组长|总?指挥长?|队长|主任)"
"""What an office's head does who leads a group, as a pattern: 由保安部经理任组长 shares out nothing."""
AS_FOLLOWS = r"(?:(?:以下|如下|下列)?(?:事项|意见)|如下)?[，,：:]"
"""What stands between 会议议定 and what was decided, as a pattern: 以下事项：."""
INSTRUCTED = r"[^，,。；;：:]{2,40}(?:[批指]示|签批|批注)[：:]\s*“?"
"""王县长批示：“, as a pattern."""

_TERM = (
    r"(?:(?:\d{1,3}|[一两二三四五六七八九十]{1,3})个?(?:(?:工作)?[日天]|周|星期|半?月|半?年)|半个?[月年])"
    r"[之以]?内(?![容外部设控])"
)
"""3个月内, 十个工作日内, 半年内: how long a work may take."""
_VAGUE = (
    r"(?:年内|今年|全年|逐年|分年度|分阶段|分期)?"
    r"(?:持续|长期|常态化?|立即|即时|适时|近期|随时|定期|不定期|尽快|同步|每[年月季周半]"
    r"|按(?:照)?(?:时序|进度|计划|时间|要求|节点|国家|省|市|上级)|根据(?:国家|省|市|上级|工作|实际|需要)"
    rf"|贯穿|{_TERM}|本?学期[内末]"
    r"|(?:主?汛期|入汛|春节|国庆|中秋|元旦|五一|开学|供暖)(?:节|期)?(?:到?来)?(?:之?前)|[寒暑]假(?:期间|结束前|前)"
    r"|立行立改|立整立改|即[知行]即改|马上|已完成|已整改|已启动|滚动|全程|“?十[三四五六]五”?(?:期间|末))"
)
_IS_TIME = re.compile(rf"(?:并|且|此后|之后|后)?(?:{WHEN}|{_VAGUE})")
_NO_TIME = re.compile(r"(?:单位|部门|局|委|办|厅|中心|政府|公司)$")
_LONGEST_TIME = 60


_IN_BRACKETS = re.compile(r"[（(]([^（()）]+)[)）]$")
_ONLY_TIME = re.compile(rf"{WHEN}|{_VAGUE}(?:推进|实施|坚持|开展|完成|落实|一次)?")
_A_YEAR = re.compile(r"20\d\d年?度?")  # a work's year, or when a law was made
_DONE = re.compile(rf"({WHEN})(?:全部|基本|全面)?(?:完成|办结)")


def without_done(text: str) -> str:
    """A time without 完成: 6月底前完成 is 6月底前. Any other deadline stays as printed."""
    done = _DONE.fullmatch(text)
    return done[1] if done else text


def closing_time(text: str) -> str:
    """The time that a work's last words are and nothing else; "" when there is none.

    They follow a stop (…，6月底前完成。) or stand in brackets: …。（6月底前）
    """
    last = re.split(r"[，,。；;]", text.rstrip(" 。；;"))[-1].strip()
    done = _DONE.fullmatch(last)
    if done:
        return done[1]
    inside = _IN_BRACKETS.search(last)
    time = without_done(inside[1].strip()) if inside else ""
    return time if _ONLY_TIME.fullmatch(time) and not _A_YEAR.fullmatch(time) else ""


def time_at_start(text: str) -> str:
    """The words of time that a segment begins with: 6月底前 of 6月底前完成8处整治; "" for none."""
    found = _IS_TIME.match(text)
    return found[0] if found else ""


@lru_cache(maxsize=4096)
def is_time(text: str) -> bool:
    """Whether a segment of a clause says by when, and nothing else: 6月底前完成, 年内持续推进."""
    if not text or len(text) > _LONGEST_TIME or _NO_TIME.search(text):
        return False
    return _IS_TIME.match(text) is not None or (
        read_deadline(text, year=ANY_YEAR).kind is not DeadlineClass.UNKNOWN
    )
