"""What a number counts by what stands before it, where it has no words of its own: 实施改造。完成120户."""

from __future__ import annotations

from qjtask.core.text.patterns import HAN, compiled
from qjtask.importing.numbers.promise_words import COUNTS
from qjtask.importing.numbers.target_names import begins_with_a_verb, is_only_a_verb, tidy_name

_LONGEST_LABEL = 40  # signs
_WHOLE_CLAUSE = r"(?:^|[，,；;。])([^，,。；;0-9０-９]{4,30})[，,]$"
_MADE_BEFORE = r"(?:^|[，,；;。])([^，,。；;0-9０-９]{2,24})[，,]$"
_ONE_THING = rf"一(?:{'|'.join(COUNTS)})$"
_CHANGED = r"(?:^|[，,；;。])(?:提[高升]|降低|压[缩减]|缩短|[上下]调)([^，,。；;0-9０-９]{2,24})[，,]$"
_LABEL = r"(?:^|[，,；;。、\n])([^，,。；;、：:0-9]{3,24})[：:]$"
_HOW = r"(?:大力|全面|深入|扎实|积极|继续|持续|稳步|有序|统筹|加快|加大|认真|切实|进一步|重点){0,2}"
_CARRIES_OUT = r"(?:组织)?(?:实施|推进|推动|开展|做好|抓好|加强|启动|落实|完成)|加快|加大|推行|组织"
_DEEDS = (
    r"改造(?:提升)?|建设|创建|整治|治理|修[复缮]|培训|[加安]装|更新|提升|[改新扩]建|拆[除改]|清[理淤运]|维修|加固|培育|评选|造林|绿化|养护"
    r"|排查|整改|回收|救助|慰问|帮扶|走访|招聘|检[测查]|抽[检查]|搬迁|安置|征收"
)
_SIGN = r"(?:“[^”]{1,20}”|[2-9]G|[^，,。；;：:0-9０-９])"
_DEED = (
    rf"(?:^|[，,；;。、：:\n])\s*(?:{_SIGN}{{2,14}}?负责)?{_HOW}(?:(?:{_CARRIES_OUT})(?:实施|推进)?)?"
    rf"(?P<deed>{_SIGN}{{2,24}}?)(?:工程|项目|行动|工作|任务|计划)?[，,。；;]\s*$"
)
ENDS_AS_DEED = rf"(?:{HAN}|”)(?:{_DEEDS}|活动|扩面提质|提质扩面|提质升级)$"
FINISHED = frozenset(("完成", "建成", "改造完成", "建设完成"))
"""Verbs that say only that something is done."""

_FINISHED = FINISHED | {"", "建设", "累计", "累计完成", "累计建成", "实施", "开展", "推进"}
_MADE_ANEW = frozenset(("新建", "新增", "改建", "扩建", "新改建", "改扩建", "新改扩建"))


def changed_before(text: str, begin: int) -> str:
    """提高村干部待遇，由800元提升至1560元 says in the clause before what is changed."""
    found = compiled(_CHANGED).search(_near(text, begin))
    return tidy_name(found[1]) if found else ""


def label_before(text: str, begin: int) -> str:
    """农业增加值：增长8% prints before the colon what is measured."""
    found = compiled(_LABEL).search(_near(text, begin))
    return tidy_name(found[1]) if found else ""


def made_before(text: str, begin: int) -> str:
    """建公园2座；建绿道，总长5公里 measures what the clause before makes; 修桥一座，长26米 describes."""
    found = compiled(_MADE_BEFORE).search(_near(text, begin))
    made = tidy_name(found[1]) if found else ""
    return made if begins_with_a_verb(made) and compiled(_ONE_THING).search(made) is None else ""


def clause_before(text: str, begin: int) -> str:
    """开展走访活动，每年不少于2次 counts what the clause before says."""
    found = compiled(_WHOLE_CLAUSE).search(_near(text, begin))
    return tidy_name(compiled("不[低少][于过].*$").sub("", found[1])) if found else ""


def deed_before(text: str, begin: int, verb: str) -> str:
    """The deed of the sentence before, where a number has nothing but a verb that fits it; "" for none.

    推进高标准农田建设。新建2万亩 is 新建高标准农田; 加大招商力度，签约30个 counts something else.
    """
    found = compiled(_DEED).search(_near(text, begin))
    if found is None:
        return ""
    deed = tidy_name(found["deed"])
    if not (begins_with_a_verb(deed) or compiled(ENDS_AS_DEED).search(deed)) or is_only_a_verb(deed):
        return ""
    own = verb.removeprefix("完成")
    if verb in _FINISHED or deed.endswith(own):
        return deed
    return verb + deed.removesuffix("建设") if verb in _MADE_ANEW and deed.endswith("建设") else ""


def _near(text: str, begin: int) -> str:
    return text[max(0, begin - _LONGEST_LABEL) : begin]
