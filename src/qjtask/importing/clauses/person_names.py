"""Persons and their posts, as they stand alone or beside the names of offices."""

from __future__ import annotations

import re

from qjtask.core.text.patterns import HAN, compiled
from qjtask.importing.words.office_words import looks_like_person
from qjtask.importing.words.tidy_text import flow

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟"
    "谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐"
    "易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧屈缪"
)
_LONGEST_POST = 10  # signs
_TITLE = (
    r"(?:分管|协管|联系|包联|挂点)?(?:[省市州县区镇乡村社])?(?:政府)?(?:常务)?(?:副)?"
    r"(?:(?:教务|教导|政教|德育|总务|后勤|妇女|治保|民兵|支部)?主任|会计|文书|村医|护士长|总监|经理|书记|支书|县长|市长|区长|州长"
    r"|省长|镇长|乡长|局长|部长|院长|检察长|秘书长|主席|组长|常委|领导|董事长|总经理"
    r"|委员|班长|村长|队长|站长|所长|科长|股长|处长|校长|园长|厂长|社长|会长|庭长|行长|馆长)"
)
_PERSON = (
    rf"(?:[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}|[{_SURNAMES}][×某]{{1,2}}|[X×x]{{2,3}})(?:同志|老师|教师)?"
)
IS_PERSON = re.compile(
    rf"{_PERSON}|{_PERSON}{_TITLE}|[^，、]{{0,8}}{_TITLE}{_PERSON}|(?:县委|市委|区委|省委)?{_TITLE}"
)
"""周大勇, 周大勇主任, 村主任周大勇, 分管副县长."""

# 县委常委 ends as an office does, and is none.
_POST = re.compile(rf"(?:[省市县区州旗]委|党委|党组)?{_TITLE}")
# Whoever holds it, as plans of schools, hospitals and firms share out works: 班主任, 门卫, 总务主任.
_AT_WORK = (
    rf"班主任|(?:[任科]课|值[班日周]|带班|跟班|各?科|全体)?(?:教|老)师"
    rf"|{HAN}{{0,4}}(?:副?主任|书记|会计|出纳|经理|主管|干事|[组班队园校院科处站所]长)"
    rf"|{HAN}{{0,5}}(?:辅导|管理|保管|保洁|安全|炊事|驾驶|宣传|联络|服务|教练|裁判|播音|护林|网格|保育|采购|质检|巡查)员"
    rf"|{HAN}{{2,4}}人员|{HAN}{{1,4}}专干|社区民警|楼栋长|网格长|[一二三四五六七八九]年级|[初高][一二三]|门卫|保安|校医|保健医|厨师|护士长?|医生"
    r"|(?:宣传|组织|纪检|生活|体育|文艺|文娱|学习|劳动|卫生)委员"
)
_OF_A_TEAM = r"(?:村|社区|[一二三四五六七八九十0-9]{1,3}[组队社])(?=.{2})"
_HOLDERS = ("员", "师", "班主任", "护士长", "专干", "民警", "楼栋长", "网格长", "保安", "门卫", "医")
OF_PERSON = re.compile(
    rf"(?P<office>.{{2,}}?)\s*[:：（(]\s*(?P<person>(?:{_PERSON}|{_TITLE}{_PERSON})(?:、(?:{_PERSON}))*)[)）]?"
)
"""县城管局：张三, 县水务局（李四）."""

GLUED = re.compile(rf"(?P<office>.{{2,}}?)(?P<person>{_TITLE}|[{_SURNAMES}]{HAN}{{1,2}})(?:老师|同志)?")
"""教务处王磊, 七组组长: what is left of the person's name or post is an office's."""

BESIDE_OFFICE = re.compile(rf"(?<=[局委办厅部院会心司])\s+({_PERSON}(?:、{_PERSON})*)(?=$|[、，\s])")
"""县卫健局 张三."""


def is_post(words: str) -> bool:
    """Whether words name a post, and nobody who holds it: 副主任, 县委常委."""
    return _POST.fullmatch(words) is not None


def is_post_alone(name: str) -> bool:
    """Whether a name is that of a post whose holders do a work: 班主任, 食堂管理员."""
    return len(name) <= _LONGEST_POST and compiled(_AT_WORK).fullmatch(name) is not None


def is_held_by_many(name: str) -> bool:
    """Whether a name is that of a post which several hold, and no leader's: 护林员, 保健医, not 校长."""
    return name.endswith(_HOLDERS) and not name.endswith("人员") and is_post_alone(name)


def is_post_of_team(name: str) -> bool:
    """Whether a name is that of one post of a village or a team, who owes a work alone: 村会计, 三组组长."""
    return compiled(_OF_A_TEAM).match(name) is not None and is_post_alone(name)


def persons_listed(text: str) -> str:
    """A text as one line; persons whom only blanks set apart are parted: 胡小波  杨  剑 as 胡小波、杨剑."""
    names: list[str] = []
    first = ""  # of a name that is set wide: 杨  剑
    for token in text.split():
        if len(token) == 1 and not first:
            first = token
        else:
            names.append(first + token)
            first = ""
    are_persons = not first and len(names) > 1 and all(map(looks_like_person, names))
    return "、".join(names) if are_persons else flow(text)


def has_title(person: str) -> bool:
    """Whether a person's name stands with a title, so that it can be nothing else."""
    return re.search(_TITLE, person) is not None
