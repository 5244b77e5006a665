"""Things that stand after their number: 建成30个便民驿站, 改造50公里管网."""

from __future__ import annotations

from functools import lru_cache

from qjtask.core.text.patterns import HAN, compiled
from qjtask.core.time.numerals import FIGURES
from qjtask.importing.numbers.names_before import ENDS_AS_DEED
from qjtask.importing.numbers.placed_numbers import FAR, NumberRole, Placed
from qjtask.importing.numbers.promise_words import (
    ABSTRACT,
    CONTAINERS,
    COUNTS,
    HEDGE,
    KIND_UNITS,
    MAKES,
    PLACES,
    SPREADS,
)
from qjtask.importing.numbers.quantities import Bound, Direction
from qjtask.importing.numbers.target_names import begins_with_a_verb, is_only_a_verb, tidy_name
from qjtask.importing.words.word_set import WordSet

_WHERE = r"乡镇|街道|镇街|行政村|自然村|社区|县[市区]|市[县区]|单位|部门"
_THROUGHOUT = r"(?:实现|完成|覆盖)(?:全[市县区省])?$"
_WITH_WHOM = r"结对|对接|合作|共建|签"
_JOINER = r"[、和及与以,\s]*(?:其中)?"
# 落实15条措施 carries out what there is.
_VERBS = WordSet({*MAKES, "成立", "选出", "建好"} - {"落实"})
_DONE_IN = (  # 完成甲、乙等5个小区改造 does not say which, 完成上级下达5个小区改造 says whose
    r"(?:[^,;。:0-9]{0,6}[年月底前])?(?:力争|确保)?(?:完成|启动|实施)"
    r"(?!了|全[市县区省镇]$)[^,;。:0-9的]{2,24}(?<![等共约近第前各每和及与在])(?<!下达)"
)
# 完成河道治理工程剩余1.2公里堤防砌护, 关闭禁养区内的27家企业.
_LEFT = (
    r"^[^,;。:、0-9]{0,24}(?:(?:[剩其]余|余下|剩下)的?|(?<![全我本])[区县市镇乡村]的)$"
    r"|^[^,;。:0-9]{0,32}(?<![以年月日周期])内的?$"
)
_AFTER_A_VERB = (
    "了",
    "约",
    "近",
    "全市",
    "全区",
    "全县",
    "全镇",
    "剩余",
    "剩余的",
    "余下",
    "余下的",
    "剩下的",
)
# 完成路面大修和20座桥梁加固 promises the second as it does the first; a 的 before the joiner describes.
_BESIDE_THING = (
    r"(?:完成|建成|建设|新建|改建|扩建|改造|新增|举办|开展|实施)[^的、,;。:0-9]{2,24}(?:以及|和|及)$"
)
_SIZE_MADE = (
    r"(?:设立|组建|成立|发行|建成|新建|建设|[改扩修]建|改造|铺设)[^、,;。:的0-9]{0,8}"
    r"(?P<size>总规模|总额|总容量|总?面积|总?长度|全长)(?:约|近|超|达|为|达到)?$"
)
_SIZES = frozenset("总面长")
_LENGTHS = frozenset(("公里", "千米"))
# 建设12个自然村18公里通组路: where it is built.
_IN_SO_MANY = rf"[0-9]{{1,6}}[余多]?[个座][^,;。、0-9]{{0,8}}(?:{PLACES})$"
_OF_SIZE = r"的(?P<thing>[^,;。:()、和及与0-9]{2,24})(?=$|[,;。:()、和及与])"
_ONLY_A_SIZE = (
    r"(?:总长度?|长度?|全长|总?面积|总?投资|总?规模|日?(?:处理|生产|供水)能力)(?:约|为|达|达到)?"
    r"[0-9.]+[百千万亿]*(?:公里|千米|米|平方米|平方公里|亩|公顷|吨|立方米|千瓦|兆瓦|元)(?:/[日天])?(?:左右|以上)?"
)
_BEHIND = r"[,，][^。;；0-9]{0,40}?的([^的,，。;；、:：0-9]{2,20})(?=[,，。;；]|$)"
_SPENT_ON = (
    r"(?:的(?:比例|标准|额度|水平))?(?:足额|及时|统一)?"
    r"((?:提取|计提|安排|投入|列支|设立|落实|拨付|配备)[^,;。:、()0-9]{2,20})"
)
_MAY_END_THING = rf"\((?![^()0-9]{{1,6}}\){HAN})|[和及与](?=[0-9])|、"  # 人才出国(境)培训 goes on
_NEXT_OF_LIST = r"[^、]{0,12}[0-9]|推[进动]|加[强快]|完善|健全|强化|优化|做好|抓好"
_DESCRIBED = (
    r"(?:能够?|善于|擅长|具有|具备|熟悉|掌握|紧跟|从事|符合|拥有|适应|面向|代表|引领|站在|处于|有)"
    r"[^,;。:()0-9]{0,60}、[^,;。:()0-9]{0,60}的[^的、,;。:()0-9]{2,20}$"
)
_BEFORE_VERB = r"^(?:每年|重点|优先|新)+"
_AFTER_VERB = r"(?:全[市区县省州镇乡]|各类)$"
_EVERY_PLACE = r"[各每][^,;。]{0,12}(?:[区县市旗镇乡村院校)]|街道|单位|部门|学校|社区|医院)"
_MADE_LIST = (
    r"(?:^|[前底末内])\s*(?:开工)?(?:完成|实施|续建|建成|建设|[新改扩]建|改造|新增|打通|整治|提升)"
    r"(?:[^,;。:()的]|\([^()]{1,20}\)){2,60}等$"
)
_NO_THING = r"(?:[重主][点大要]|[省市县区]级)?(?:建设)?(?:项目|工程|单位|部门|地区|区域|地块|地方)"
_IN_A_PLACE = (
    r"(?<=建成|新建|建设|完成|改造|新增|改建)[^、，,0-9的]{2,6}(?:街道|[镇乡])$"  # 建成东山街道1所学校
)
_OF_THE_YEAR = r"(?<=..)(?:(?:19|20)[0-9]{2}年|[今本]年|年)度?$"  # 完成2024年度3个课题结题
_OR_SO_MADE = r"\([^()0-9]{1,12}\)$"  # 新建(改建)10家
_IN_WORDS = frozenset("座所处栋幢家台辆部")
_OF_THINGS = frozenset("条座处所栋幢家")
_MORE = frozenset(("增加", "增", "提升"))
_CARRIED_OUT = r"(?:实施|推进|推动|开展|落实)$"
_ANOTHER_COUNT = (
    rf"(?P<thing>{HAN}{{2,10}}|[楼村校户街路桥井房树店厂站库池渠])(?<!规模|面积|投资|产值|收入|员工|床位|人口|价值)(?<![第近约超达至到过和与及并])[0-9]{{1,8}}[万千]?"
    rf"(?:{'|'.join(COUNTS)})(?:以上|左右)?(?:$|[,;。、()]|(?<!以上)(?<!左右){HAN}{{2,}})"
    rf"|(?P<done>{HAN}{{4,16}})(?<![第近约超达至到过和与及并于少低长宽高])[0-9.]{{1,8}}万?(?:{'|'.join(SPREADS)})(?:$|[,;。、()])"
)
_FOR_WHAT = r"(?<=..)[等以](?=满足|方便|解决|保障|促进|推动|带动|确保).*$"  # 9条专线等满足出行需求
_COUNTS_FOLLOW = r"[0-9.]+[万亿]?(?:人次|人|名|户|场次|场|家次|课时|学时)(?![及或]?以[上下])"


@lru_cache(maxsize=64)  # the rules ask it of one number after the other
def thing_words(after: str) -> str:
    """The words of the thing that follows its number, up to the next number, or verb, of the list.

    What says which things these are goes on to its end: 能够突破难题、带动产业的人才.
    """
    near = compiled(_FOR_WHAT).sub("", _up_to_another_count(after[:FAR]), count=1)
    if "、" in near and (compiled(_DESCRIBED).match(near) or _is_done_in_ways(near)):
        return near
    for end in compiled(_MAY_END_THING).finditer(near):
        if end[0] != "、" or _VERBS.begin(near, end.end()) or compiled(_NEXT_OF_LIST).match(near, end.end()):
            return near[: end.start()]
    return near


def _up_to_another_count(words: str) -> str:
    """团队 of 31个团队124人以上, 站点 of 3个站点12台充电桩: what stands before the next number of its own."""
    another = None if FIGURES.isdisjoint(words) else compiled(_ANOTHER_COUNT).match(words)
    return words[: another.end(another.lastgroup or 0)] if another else words


def _is_done_in_ways(words: str) -> bool:
    """公墓新建、改扩建或提升, 桥梁的新建、改建: what is done to a thing in one way or the other."""
    thing, _, others = compiled("[,;。:()]").split(words, maxsplit=1)[0].partition("、")
    return _VERBS.end(thing) and is_only_a_verb(others.replace("或者", "和").replace("或", "和"))


def size_name(before: str, after: str) -> str:
    """What 设立总规模100亿元的产业基金 promises, 产业基金总规模, by what is around its number."""
    if _SIZES.isdisjoint(before[-6:]):
        return ""
    size, thing = compiled(_SIZE_MADE).search(before), compiled(_OF_SIZE).match(after)
    return f"{thing['thing']}{size['size']}" if size and thing else ""


def spent_name(after: str) -> str:
    """What 按不低于营业收入1.5%的比例提取安全生产费用 promises, by the words after its number; or ""."""
    found = compiled(_SPENT_ON).match(after)
    return found[1] if found else ""


def thing_behind_its_size(thing: str, after: str) -> str | None:
    """What 1条总长度约25公里，途经甲县的管道 counts: the thing behind the size and the stop.

    "" where no thing is named there; None where the words after the number are no mere size.
    """
    if compiled(_ONLY_A_SIZE).fullmatch(thing) is None:
        return None
    found = compiled(_BEHIND).match(after)
    return found[1] if found else ""


def begins_a_thing(words: str) -> bool:
    """Whether the words after a number name something."""
    if words.startswith("以及"):
        return False
    first = words[:1]
    return "一" <= first <= "鿿" or "A" <= first <= "Z" or "0" <= first <= "9" or first == "“"


def is_of_thing(one: Placed) -> bool:
    """Whether a number is promised of the thing after it."""
    quantity, thing = one.quantity, thing_words(one.after)
    is_thing = begins_a_thing(thing) and compiled(_COUNTS_FOLLOW).match(thing) is None
    if not is_thing or _is_there_already(one, thing):
        return False
    if not quantity.is_count:
        return _is_made_by_length(one)
    if quantity.direction is Direction.LEAST:
        return ends_in_a_verb(one.before)
    if quantity.verb in _MORE:
        return one.before.strip("、 ") == ""  # 增加30个公交班次
    if compiled(_JOINER).fullmatch(one.before):
        return one.follows is NumberRole.PROMISED_OF
    is_said = quantity.is_typed or quantity.bound is not None or _is_some(one)
    return is_said and (
        _ends_in_a_making(one.before) or compiled(_BESIDE_THING).search(one.before) is not None
    )


def _is_some(one: Placed) -> bool:
    """新建两所学校, but 一条路 and 推动两个转变 hardly count."""
    return one.quantity.unit in _IN_WORDS and one.quantity.value not in {None, "1"}


def is_of_length(one: Placed) -> bool:
    """完成100公里以上的道路改造: how much is done, where a size would say of which."""
    is_least = one.quantity.bound is Bound.OVER and one.quantity.unit in _LENGTHS
    return is_least and is_of_thing(one)


def is_of_listed(one: Placed) -> bool:
    """完成清波门巷、花牌楼等6条巷道提升: a number of things that were named before it.

    等9个项目 does not say which they are, and 等8个乡镇管网改造20公里 only where.
    """
    quantity = one.quantity
    if quantity.direction or quantity.unit not in _OF_THINGS or not one.before.endswith("等"):
        return False
    thing = thing_words(one.after)
    is_named = begins_a_thing(thing) and compiled(_NO_THING).match(thing) is None
    return one.is_last and is_named and compiled(_MADE_LIST).search(one.before) is not None


def is_done_in_a_place(one: Placed) -> bool:
    """完成城北小学3座教学楼建设, 完成甲桥至乙桥3公里道路改造: where stands between verb and number."""
    quantity = one.quantity
    is_amount = quantity.is_count or quantity.unit in _LENGTHS
    if not (is_amount and quantity.is_typed and one.is_last) or quantity.direction or quantity.bound:
        return False
    if compiled(_DONE_IN).fullmatch(one.before.strip()) is None:
        return False
    deed = one.after.removesuffix("任务").removesuffix("工作").removesuffix("工程")
    return begins_a_thing(one.after) and compiled(ENDS_AS_DEED).search(deed) is not None


def _is_there_already(one: Placed, thing: str) -> bool:
    """开展15个重点领域专项治理, but 200家重点行业企业; 实施5项举措, but 制定5项制度.

    实现12个乡镇全覆盖 says where; 组织20家企业与16个村结对 with whom.
    """
    if one.before.startswith("与") and compiled(_WITH_WHOM).search(thing):
        return True
    if compiled(_WHERE).fullmatch(thing) and compiled(_THROUGHOUT).search(one.before):
        return True
    if one.quantity.unit in KIND_UNITS and compiled(CONTAINERS).match(thing):
        return True
    is_of_paper = one.quantity.unit == "项" and compiled(_CARRIED_OUT).search(one.before)
    return bool(is_of_paper and compiled(ABSTRACT).match(thing))


def ends_in_a_verb(before: str) -> bool:
    """Whether the words before a number end in a verb that makes something, or hold nothing but verbs."""
    words = compiled(rf"{_BEFORE_VERB}|{_AFTER_VERB}").sub("", tidy_name(before))
    if compiled(_EVERY_PLACE).fullmatch(words):  # 各区、县(市)至少办1所
        return True
    return is_only_a_verb(words) or _ends_in_a_making(before)


def _ends_in_a_making(before: str) -> bool:
    """建成, 建成了, 新建全市."""
    before = compiled(rf"{_OR_SO_MADE}|{HEDGE}").sub("", before)
    before = compiled(_IN_A_PLACE).sub("", before)
    before = compiled(_OF_THE_YEAR).sub("", before) if before.endswith(("年", "年度")) else before
    if compiled(_LEFT).search(before) and begins_with_a_verb(tidy_name(before)):
        return True
    return _VERBS.end(before) or any(
        before.endswith(word) and _VERBS.end(before.removesuffix(word)) for word in _AFTER_A_VERB
    )


def _is_made_by_length(one: Placed) -> bool:
    """改造50公里管网, 完成100公里以上的道路改造; 建设30亩基地3个 counts bases of a size."""
    unit = one.quantity.unit.lstrip("百千万亿")
    is_bounded = one.quantity.bound is not None
    is_alone = FIGURES.isdisjoint(one.after.partition("、")[0])
    if unit not in SPREADS or one.quantity.direction or not is_alone:
        return False
    if is_bounded and not (unit in _LENGTHS and one.quantity.bound is Bound.OVER and one.is_last):
        return False  # 建设50亩以上的基地 says how big
    return _ends_in_a_making(compiled(_IN_SO_MANY).sub("", one.before))
