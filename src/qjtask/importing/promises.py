"""Numbers that a work's text promises: 占比不低于80%, 至少推出1项创新服务, 压缩至3个工作日以内."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from qjtask.core.plan.plan import Target
from qjtask.core.time.numerals import to_int
from qjtask.importing.tidy_text import spans

_NUMBER = (
    r"(?P<value>[0-9０-９]{1,3}(?:[,，][0-9]{3}){1,5}(?![0-9])|(?<![0-9０-９])[0-9０-９]++(?:[.．][0-9０-９]++)?"
    r"|[一两二三四五六七八九十百]{1,5})"
)
_UNIT = (
    r"(?P<unit>%|％|‰|个百分点|个工作日|个?[百千万亿]{0,4}(?:平方米|平方公里|立方米|公里|千米|公顷|人次|人|户|元|亩|吨|株|件|台|辆|艘|架|套|座|处|所|家|间|栋|场|期|批|项"
    r"|个|次|宗|条|份|篇|起|例|名|位|款|种|类|天|日|小时|分钟|年|岁|倍|分|米|度|千瓦时|千瓦|吨标准煤|标箱)(?:以)?(?<!以))"
)
_AT_LEAST = (
    r"不低于|不少于|不小于|不得低于|不得少于|达到|达|至少|超过|突破|高于|大于|多于|提高到|提高至"
    r"|提升到|提升至|增加到|增长到|增至|保持在|稳定在|力争达到|≥|>=|>"
)
_AT_MOST = (
    r"不超过|不高于|不大于|不多于|不得超过|不得高于|控制在|压缩至|压缩到|压减至|压减到|缩短至"
    r"|缩短到|降至|降低到|降低至|下降到|下降至|减少到|减少至|低于|少于|小于|≤|<=|<"
)
_MORE = r"增长|提高|提升|增加|减少|下降|降低|压缩|压减|缩短|精简|缩减|减|增"
_GOALS = (
    r"新增|建成|培育|引进|打造|完成|实现|创建|新建|改造|举办|开展|招引|签约|实施|发展|推出|培训"
    r"|组织|认定|建设|新开|评选|扶持|支持|孵化|办理|制定|修订|出台|推广"
)
_OVER, _WITHIN, _ABOUT = r"以上|及以上|以上的?", r"以内|之内|以下|内", r"左右|上下"
_PROMISE = re.compile(
    rf"(?P<compare>{_AT_MOST}|{_AT_LEAST}|{_MORE})?(?:了|约|到|为|至|在|平均)?\s*"
    rf"(?P<verb>(?<=至少)(?:{_GOALS}))?\s*{_NUMBER}\s*{_UNIT}"
    rf"(?P<after>{_OVER}|{_WITHIN}|{_ABOUT})?"
)
_CLAUSE = "，,。；;：:\n（()）"
_RATE = r"(?:率|比例|占比|比重|比|度|合格|满意)$"
_LEAD_IN = (
    r"^(?:到|至)?(?:[0-9]{4}年)?[0-9一二三四五六七八九十]{0,2}月?(?:[年月]?[底末]前?)?"
    r"|^(?:全[区市县省州]|确保|实现|力争|争取|努力|并|其中|使(?!用)|对|将|年内|全年|推动|切实|的"
    r"|和|及|且|、|以及|同时)"
)
_QUIET = (
    r"《[^《》]*》|〔[^〔〕]*〕|第[0-9一二三四五六七八九十]+[批次个项届期]|“[^“”]*”"
    r"|[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?"
)
_MOST = 12  # targets of one work
_LONGEST_NAME = 120  # characters of a clause; what is measured stands in a shorter one


class _Found(NamedTuple):
    name: str
    target: Target
    told: str


def read_targets(text: str) -> tuple[list[Target], list[str]]:
    """The promises of a text in order, and a word on each that is only about right. Dates promise none."""
    targets: list[Target] = []
    told: list[str] = []
    for found in _promises(text):
        names = _each(found.name)
        targets.extend(found.target._replace(name=name) for name in names)
        if found.told:
            told.append(found.told)
        if len(targets) >= _MOST:
            break
    return targets, told


def _promises(text: str) -> Iterator[_Found]:
    is_quiet = spans(_QUIET, text)
    before = 0
    for one in _PROMISE.finditer(text):
        if is_quiet(one.start("value")):
            continue
        found = _promise(text, one, before)
        if found is not None:
            before = one.end()
            yield found


def _promise(text: str, one: re.Match[str], before: int) -> _Found | None:
    value, compare, after, unit = (
        _value(one["value"]),
        one["compare"],
        one["after"] or "",
        normalize("NFKC", one["unit"]),
    )
    start = max(before, max((text.rfind(sign, 0, one.start()) for sign in _CLAUSE), default=-1) + 1)
    if value is None or one.start() - start > _LONGEST_NAME:
        return None
    name = _named(text[start : one.start()])
    at_most = re.fullmatch(_AT_MOST, compare or "") is not None or (
        re.fullmatch(_WITHIN, after) is not None and not re.fullmatch(_MORE, compare or "")
    )
    ends = one.end() >= len(text) or text[one.end()] in "，,。；;、\n）)”"
    if compare and re.fullmatch(_MORE, compare):
        name = f"{name}{compare}"
    if not compare and not after:
        # 入驻率100% and 新增企业100家 promise; 57项套餐, 4种方式 and 三级政务服务 do not.
        if unit == "%":
            if not re.search(_RATE, name):
                return None
        elif not (
            ends and re.match(rf"(?:{_GOALS})", name) and len(name) > 3 and one["value"][0].isdecimal()
        ):
            return None
    if unit in {"年", "日", "期", "批", "度"} and not (compare and at_most):
        return None
    if not name or (compare == "至少" and not ends):
        following = re.match(r"[^，,。；;：:\n、（(]{2,30}", text[one.end() :])
        name = following[0].strip() if following else name
    name = name.strip("、，的为 “”" if name.count("“") != name.count("”") else "、，的为 ")
    if not name:
        return None
    told = f"“{text[start : one.end()]}”是约数" if re.fullmatch(_ABOUT, after) else ""
    target = Target(name, None, value, unit) if at_most else Target(name, value, None, unit)
    return _Found(name, target, told)


def _named(text: str) -> str:
    """What is measured: the clause before the number, without 力争, 全区 and a date in front."""
    name = text.strip(" 、，,")
    while True:
        shorter = re.sub(_LEAD_IN, "", name).strip(" 、，,")
        if shorter == name:
            break
        name = shorter
    name = re.sub(
        r"(?:力争|确保|争取|努力|要|应|须|需|必须|实现|总体|(?<!平)均|都|再|分别|逐步|至少|事项力争)+$",
        lambda m: m[0] if m[0] == "再" else "",
        name,
    )
    name = re.sub(r"[由从][0-9].*$", "", name)  # 由10天压缩至3天 measures what is pressed, not the ten days
    name = re.sub(r"(?:至少)?(?:推出|新增|完成)$", "", name)
    return name.strip(" 、，,")


def _each(name: str) -> list[str]:
    """差评整改率、回访率: one number promised of two rates."""
    parts = name.split("、")
    if len(parts) > 1 and all(re.search(r"(?:率|占比|比例)$", part) for part in parts):
        return parts
    return [name]


def _value(text: str) -> str | None:
    plain = re.sub(r"[,，]", "", normalize("NFKC", text))
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", plain):
        return plain
    number = to_int(plain)
    return None if number is None else str(number)
