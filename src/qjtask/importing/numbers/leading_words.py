"""What leads up to a name and is no part of it: 投入3亿元新建学校, 结合改造新增泊位, 目标任务是到位资金."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.core.time.numerals import FIGURES
from qjtask.importing.numbers.promise_words import MAKES
from qjtask.importing.words.office_words import is_office
from qjtask.importing.words.word_set import WordSet

_VERBS = WordSet(MAKES)
_AIM_IS = r"^.*(?:目标|任务|指标)(?:[是为]|——)(?=.{2})"
_SPENT = (
    r"^[、，,\s]*(?:计划|预计|总)?(?:投入|投资|筹集|筹资|安排|配套|争取|使用)[^0-9、，,]{0,8}"
    r"[0-9][0-9.]*[百千万]*亿?元(?:左右)?(?:资金)?(?:用于)?[、，,]?"
)
# 日处理能力5万吨的污水处理厂 is a plant of that size; 60岁以上的老人 are others than the rest.
_OF_A_SIZE = (
    r"[0-9][0-9.]*[百千万亿]{0,3}(?:元|亩|公顷|平方公里|平方米|立方米|公里|千米|米|吨|千瓦|兆瓦|人|张|个|户|套|间|天)"
    r"(?:/[日天年])?(?:左右)?的(?=[^的]{2,}$|$)"
)
# 在建项目, 利用外资, 按期完成率, 以上: these begin a name.
_BY_WHAT = (
    r"^[、，,\s]*(?:积极|充分|主动|科学)?(?:在[^、，,]{2,24}?(?:范围|区域)内|通过(?!率)|结合|按照|利用(?!率|[省市区州境]?外资?)|依托|围绕|聚焦|针对|面向|立足|根据"
    r"|借助|运用|采取|向(?!上争)|为|在(?![建校册营园库职岗编线产]))"
)
_FOR_WHOM = r"^[^、，,]{2,10}?(?:(?<![成作认人因])为|(?<![导方定意趋去转面])向|给)(?=.{4})"
_ONLY_HOW = r"^[、，,\s]*(?:积极|主动|大力|努力)?(?:向上)?(?=争取)"
# 35个断面优良比例: how many there are is no part of the name of what is measured of them.
_OF_SO_MANY = (
    r"^[、，,\s]*(?:其中)?(?:全[市区县省州])?(?P<verb>完成|实施|开展|推进)?[0-9]{1,6}(?:个(?!月)|[家条所座处])"
    r"(?=[^0-9、，,]{5,})"
)
# 县水利局负责清理河道, 县住建局要加快改造管网: who owes it is no part of the name.
_BY_WHOM = (
    r"^[、，,\s]*(?P<who>[^，,]{2,60}?)(?:具体|主要|分别|共同)*(?:牵头负责|负责|牵头|务必|必须|需?要(?!求|素|点)|须)"
    r"(?:抓紧|尽快|加快)?(?=[^人的]{2})"
)
_OWES = frozenset("责牵必要须")  # one of which the words before its end hold
# 县教育局会同县卫健局开展讲座, 教务处组织培训: an office that a verb follows.
_REGIONS, _SECTIONS = "省市县区州旗镇乡", "处科室部"
_SECTION_SIGNS = frozenset(_SECTIONS)
_ACTING = (
    rf"(?:[{_REGIONS}][^、，,的]{{1,10}}?[局委办院队会]|[^、，,的]{{2,5}}[{_SECTIONS}])"
    r"(?:(?:、|和|会同|联合)[^、，,的]{2,10}?[局委办院队会处科室部心])*(?=[^、，,的]{3})"
)
# 责成县交通局修路, 请县交通局修路, 由县财政局落实资金: who is told to do it.
_TOLD_TO = (
    r"^[、，,\s]*(?:会议)?(?:研究)?(?:(?:决定|明确|确定|议定)[，,：:]?)?(?:请|责成|要求|由)"
    r"(?P<who>[^，,的]{2,30}?(?:[局院队镇乡处科室所站]|[委会](?!员)|办(?![公理])|街道|公司|中心))"
    r"(?:负责|牵头|抓紧|尽快|加快)*(?=[^、，,的局院队镇乡处科室所站委会办长和与及][^、，,的])"
)
# 冬春水利建设计划完成土石方, but 行动计划实施 names the plan.
_PLANNED = (
    r"[、，,\s]*[^、，,0-9]{1,24}?(?<!行动)(?<!工作)(?<!年度)(?<!投资)(?<!生产)(?<!培[育养训])"
    r"(?:计划|预计|拟|还|就?将)+"
)
_FAR_PLANNED = 28  # signs
_PLANS = frozenset("将计拟")
_TELLS = frozenset("请由责求")
_RATES = ("率", "比例", "比重", "占比")  # 党支部组织生活会规范率: whose it is
_ENDS_HOW = r"(?:[中上下内时后等]|方式|模式|形式|要求|活动|契机|机会|作用|优势)$"
_NO_VERBS_BEFORE = frozenset("式性型类区业率量者")  # 开放式, 开发区
# 单位缴费比例高于16%的降至16%: whose it is, by what it is today.
_AS_IT_IS = (
    r"(?<=.{2})(?:高于|低于|大于|小于|超过|不足|不到|未达到?|达不到)[0-9.]+[^0-9，,、]{1,4}?"
    r"(?:以[上下])?的[、，,]?$"
)
_AN_AIM = r"的(?:目标|要求|任务|部署|政策|措施|规定)"
_CARRIES_IT_OUT = r"^[、，,\s]*(?:全面|严格|认真|坚决)?(?:落实|贯彻|完成|实现|执行)(?=.{4})"
# Words without any of these begin with their name: no pattern is tried on them.
_FIRST = frozenset("针积充主科通结按利依围聚面立根借运采向为在")
_DONE_THERE = "(?:服务|培训|发展|治理|救助|调解|组织|推广|接待|演出)(?:中心|站|平台|基地|机构|网点|体系)"
_TO = frozenset("为向给")
_FAR = 12  # signs
_EDGES = "、，, "
_SHORTEST = 2  # signs


def without_lead(words: str) -> str:
    """The words before a number from where the name begins, with its verb."""
    words = _from_its_verb(_without_owner(words))
    if FIGURES.isdisjoint(words):
        return words
    spent = compiled(_SPENT).match(words)
    if spent and _VERBS.begin(words, spent.end()):
        words = words[spent.end() :]
    return without_size(compiled(_OF_SO_MANY).sub(r"\g<verb>", words))


def without_state(words: str, after: str) -> str:
    """The words before a number without what things are today, and without what carries out an aim.

    税率低于5%的提高到6% measures 税率, 落实电价再降10%的要求 电价.
    """
    if words.endswith(("的", "的，", "的,")) and not FIGURES.isdisjoint(words):
        words = compiled(_AS_IT_IS).sub("", words)
    return compiled(_CARRIES_IT_OUT).sub("", words) if compiled(_AN_AIM).match(after) else words


def _without_owner(words: str) -> str:
    """The words without the offices at their head that are told to do, owe, or do what follows."""
    ends = (_after_those_who_plan, _after_those_told, _after_those_who_owe, _after_those_who_act)
    return words[next((end for find in ends if (end := find(words))), 0) :]


def _after_those_who_plan(words: str) -> int:
    """Where 新增学位 begins in 东湖区今年将新增学位; 0 where nobody plans anything."""
    if _PLANS.isdisjoint(words[:_FAR_PLANNED]) or words.rstrip(_EDGES).endswith(_RATES):
        return 0
    planned = compiled(_PLANNED).match(words)
    return planned.end() if planned and _VERBS.begin(words, planned.end()) else 0


def _after_those_told(words: str) -> int:
    """Where 修路 begins in 责成县交通局修路; 0 where nobody is told to do it."""
    told = None if _TELLS.isdisjoint(words[:_FAR]) else compiled(_TOLD_TO).match(words)
    return told.end() if told and is_office(told["who"].rpartition("、")[2]) else 0


def _after_those_who_owe(words: str) -> int:
    """Where 清理河道 begins in 县水利局负责清理河道; 0 where nobody owes it."""
    owner = None if _OWES.isdisjoint(words) else compiled(_BY_WHOM).match(words)
    if owner is None or _VERBS.begin(words, owner.start("who")):
        return 0
    return owner.end() if all(map(is_office, owner["who"].split("、"))) else 0


def _after_those_who_act(words: str) -> int:
    """Where 开展讲座 begins in 县教育局会同县卫健局开展讲座; 0 where no office stands before a verb."""
    at = len(words) - len(words.lstrip(_EDGES))
    may_act = words[at : at + 1] in _REGIONS or not _SECTION_SIGNS.isdisjoint(words[at + 2 : at + 6])
    if not may_act or words.rstrip(_EDGES).endswith(_RATES):
        return 0
    acting = compiled(_ACTING).match(words, at)
    if acting is None or _VERBS.begin(words, at):
        return 0
    return acting.end() if _VERBS.begin(words, acting.end()) else 0


def _from_its_verb(words: str) -> str:
    if "是" in words or "为" in words or "——" in words:
        words = compiled(_AIM_IS).sub("", words)
    if "争取" in words:
        words = compiled(_ONLY_HOW).sub("", words)
    lead = None
    if words.lstrip(_EDGES)[:1] in _FIRST:
        lead = compiled(_BY_WHAT).match(words)
    if lead is None and not _TO.isdisjoint(words[:_FAR]):
        lead = compiled(_FOR_WHOM).match(words)
    return words[_main_verb(words, lead.end()) :] if lead else words


def leads_to_no_verb(words: str) -> bool:
    """Whether the words before a number only say for what, and not what is done."""
    return not _verbs_of(words, 0)


def _verbs_of(words: str, at: int) -> list[int]:
    """Where verbs begin that have something after them."""
    return [
        place
        for place in range(at, len(words) - _SHORTEST)
        if any(len(words) - end >= _SHORTEST for end in _VERBS.ends(words, place))
        and not _is_of_a_place(words, place)
        and not any(words[end] in _NO_VERBS_BEFORE for end in _VERBS.ends(words, place)[:1])
    ]


def _is_of_a_place(words: str, at: int) -> bool:
    """服务中心, 培训基地: what is done there is no deed."""
    return compiled(_DONE_THERE).match(words, at) is not None


def _main_verb(words: str, at: int) -> int:
    """Where the verb begins that the words before it lead up to; 0 when nobody can say."""
    found = _verbs_of(words, at)
    if not found:
        return 0
    ended = [place for place in found if compiled(_ENDS_HOW).search(words[:place])]
    later = [place for place in found if place >= at + _SHORTEST]  # 通过开展活动帮助就业 is about the second
    first = ended[-1] if ended else (later or found)[0]
    while (ends := _VERBS.ends(words, first)) and (more := next((end for end in ends if end in found), 0)):
        first = more  # 改造新增停车泊位
    return first


def without_size(words: str) -> str:
    """Words without how big the thing is that they name: 建设50亩的公园."""
    size = compiled(_OF_A_SIZE).search(words)
    if size is None:
        return words
    skipped = len(words) - len(words.lstrip("、，, "))
    words, at = words[skipped:], 0
    while ends := _VERBS.ends(words, at):
        at = ends[0]
    return words[:at] + words[size.end() - skipped :]
