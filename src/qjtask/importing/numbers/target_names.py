"""What a promised number measures: the words before it, or the thing after it, without what leads in."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

from qjtask.core.text.patterns import HAN, compiled, without_head
from qjtask.importing.numbers.promise_words import HEDGE, MAKES, RATE_NAMES, SAYS_ITSELF, TELLS_TO_DO
from qjtask.importing.words.word_set import WordSet

_EDGES = " 　、，,的为：:"
_DEED = r"(?<![发银运通执进举施推履实])行为[ 　、，,的为：:]*$"  # 违法行为, but 债券发行为50亿元
# 对外贸易, 并网容量, 及时办结率, 和谐社区: these begin with the word and do not hold it.
_FEASTS = "春节|清明节?|端午节?|中秋节?|重阳节?|汛期|雨季|入[汛冬]|开学|春耕|供暖[季期]?|枯水期|封冻"
_LEADS = (
    r"(?:确保|力争|包括|争取|努力|力求|务必|切实|逐步|继续|总体|同时|其中|以及|且|的"
    r"|并(?![网购联行轨入发])|使(?!用)|对(?![外口接标象公应比账])|[将把](?![来军握关手])|和(?![谐平解睦])|及(?![时格])"
    r"|与(?!会)|全[区市县省州镇乡国](?!域)|我[区市县省州]|(?:[0-9]{1,2}|[一二两三四五六十])?年内|起?用[一二两三四五六]年(?:左右)?时间|全年度?"
    r"|本年度内?|年度内|今年|[全大]力(?=.{3})"
    rf"|推动(?!率)|实现(?=.{{2}})|达到(?=.{{2}})|预[计期]|可(?=实现|达到|完成|新增)|还(?=[将要需拟])|农历|(?:{_FEASTS})(?:来临|到来|开始)?[之以]?前夕?(?!后)"
    r"|(?:巩固|保持|稳定)(?:提升)?(?=.{2,}(?:率|占比|比例|比重|度)$)"
    r"|(?:年度|全年)?(?:计划|拟(?![合定态人稿]))(?!生育|免疫|投资|总|单列|用水|任务|内|外|书|数|完成率)"
    rf"|每个{HAN}{{1,4}}(?=至少))"
)
_YEARS = frozenset(f"{count}年" for count in "一二两三四五六")
_TAILS = (
    r"(?:力争|确保|争取|努力|必须|(?<![供响对适])应当?|须|(?<!供)需要?|(?<![主重])要|总体"
    r"|(?<![平人户亩生村年日月])均|(?<![成首])都|一律|(?<![许认])可|各|分别|(?<=..)(?:(?<![公中])共|合计|[共总]计)|逐步|稳定|稳步|持续|预计|计划|至少|不少于|事项力争|实现|由|从|在|将)+$"
    rf"|{HEDGE}"
)
_EACH = (
    rf"每(?:年|月|季度?|半年|周|人|[期户村镇乡县区市校所家]|个{HAN}{{1,4}}"
    r"|(?:[0-9]{1,2}|[两二三四五六七八九十])个?(?:年|月|周|天|日|小时)(?:开展|进行|组织|举办|召开)?)"
)
_ONLY_PLANNED = r"(?:计划|拟|预计|总?共)?(?:计划|安排|实施|下达|推进)"
_VERBS = WordSet(MAKES)
_VERBS_LEAD = WordSet(("计划", "拟", "预计"))
_FIRST_VERBS = WordSet((*MAKES, "累计", "安排", "力争", "年内", "全部"))
_VERBS_JOIN = frozenset("和、并及与")
_MOST_VERBS = 4  # of one name
_NO_VERBS_BEFORE = frozenset("区业率量者")  # 开发区, 服务业
_CITY = "(?:主?城区|市区|中心城区|城乡)(?=[新改扩建])"
_COUNTED_OF = ("人次", "人数", "户数", "数量", "总量", "率")  # 培训人次 is no verb with its thing
_DOUBLED = r"(?:[较比][^、,，]{2,10})?(?:实现)?翻(?:[一两三][番倍]|番)[、,，]?"
_RELATIVE = (
    r"(?:按?同口径|按?可比口径|按?可比价格?)?"
    r"(?:同比|环比|[较比](?:上年|去年|上月|(?:19|20)?[0-9]{2}年底?)(?:同期|同口径)?)?"
)
_MAY_BE_RELATIVE = tuple("按同可环较比")
_ENDS_OF_PLACES = ("市", "县", "区", "旗", "镇", "乡", "街道", "州")
_NO_PLACE = "(?<![超集夜门早]市)(?<![小社园景灌片校矿林牧厂库]区)"
_PLACE = rf"(?:其中)?[:：]?(?:{HAN}{{1,8}}(?:{'|'.join(_ENDS_OF_PLACES)}){_NO_PLACE}|农村|城市)"
_YIELD = r"(?:总产量?|产量|单产|平均单产|亩产)"
_OF_CROP = r"(.{2,}?)(?:播种|种植|养殖)?面积"
_PLACE_AND_DEED = (
    r"(?P<place>(?:行政|自然)?村|乡镇|镇街|街道|社区|小区|学校|企业|单位|园区|县区)"
    r"(?P<deed>(?:开展|实施|进行|启动)[^的]{2,20})"
    r"|(?P<village>村)(?!文书|小[组学]|[级民庄委镇卫史医干部组社集寨屯党])"
    r"(?P<of>[^的、]{2,16}(?:建设|改造|整治|治理|提升|创建|[硬绿亮净美]化)(?:任务|工作|工程|项目)?)"
)
_SUM = r"(?:共计?|总计|合计|总?里程|总?长度?)(?:约|达)?"
_LEVEL = r"(?:(?:国家|[省市县区州部])级|国[省市]级|[1-5]?A级)(?:以上)?"
_BARE = frozenset(("总数", "总量", "总规模", "累计", "占比", "比重", "增速", "增幅", "增长率"))
_BASE = r"[、，,\s]*[较比][^，,、]{0,12}[0-9][^，,]*$"
_CHANGES = r"(?:[较比][^较比]{2,12})$"
_PAIRS = (("“", "”"), ("（", "）"), ("(", ")"), ("《", "》"))
_HALVES = frozenset(chain.from_iterable(_PAIRS))
_SHORTEST_LAST = 2  # signs of a name after others of its list
_MAY_BE_CUT_OFF = tuple("百千万亿元")


def _edged(words: str) -> str:
    """Words without the signs and particles at their ends; 违法行为 ends as a word does."""
    bare = words.strip(_EDGES)
    return f"{bare}为" if bare.endswith("行") and compiled(_DEED).search(words) else bare


def tidy_name(words: str) -> str:
    """The words before a number without 力争, 全区 and a connective in front, and without 分别 behind.

    每年 and 每村 say how often and name nothing.
    """
    name = _edged(words).replace("至少", "")
    for _ in range(6):
        shorter = _edged(compiled(_TAILS).sub("", without_head(_LEADS, name)))
        if shorter[:2] in _YEARS and _VERBS.begin(shorter, 2):  # 三年建成, but 九年义务教育
            shorter = shorter[2:]
        if shorter == name:
            break
        name = shorter
    return "" if name.startswith("每") and compiled(_EACH).fullmatch(name) else _paired(name)


def thing_name(words: str) -> str:
    """The thing that stands after its number: 30个便民驿站.

    Villages in 15个村开展污水治理 and 10个村道路硬化; a 村卫生室 is a thing itself. Of a list that only says
    which things these are, it is what stands at its end: 专业前沿、能力强的人才.
    """
    name = compiled(r"^(?:以上|左右)?的?").sub("", words)
    place = compiled(_PLACE_AND_DEED).fullmatch(name)
    if place:
        return f"{place['deed'] or place['of']}的{place['place'] or place['village']}"
    described = compiled(r"[^的、]+、.*的([^的]{2,})").fullmatch(name)
    return _paired((described[1] if described else name).strip(_EDGES))


def without_asides(words: str, *, is_rate: bool) -> str:
    """The words of a name without what stands before it in a list and says something itself.

    That is a thing to do only before a rate: 新建公路、桥梁5座 counts both.
    """
    words = compiled(_DOUBLED).sub("", words) if "翻" in words else words
    before, sign, last = words.rpartition("、")
    said = before.rpartition("、")[2].strip(_EDGES)
    if not sign or len(last.strip(_EDGES)) < _SHORTEST_LAST:
        return words
    is_aside = said.endswith(SAYS_ITSELF) or (is_rate and said.startswith(TELLS_TO_DO))
    return last if is_aside else words


@lru_cache(1024)  # each name is asked several times
def is_only_a_verb(name: str) -> bool:
    """Whether a name says what is done and not to what: 再建, 改造提升, 完成."""
    starts = (0, *_VERBS_LEAD.ends(name))
    return not name or any(
        _goes_on_in_verbs(name, end, _MOST_VERBS - 1) for at in starts for end in _FIRST_VERBS.ends(name, at)
    )


def _goes_on_in_verbs(name: str, at: int, most: int) -> bool:
    """Whether no more than so many verbs are left of a name, joined or not."""
    if at == len(name) or most == 0:
        return at == len(name)
    first = at + (name[at] in _VERBS_JOIN)
    return any(_goes_on_in_verbs(name, end, most - 1) for end in _VERBS.ends(name, first))


def is_cut_off(name: str) -> bool:
    """Whether a thing is only described, and named elsewhere: 营业收入过千亿、过百亿的企业."""
    return (
        name.endswith(_MAY_BE_CUT_OFF) and compiled("[过超][0-9.]*[百千万亿]+元?$").search(name) is not None
    )


def is_only_planned(name: str) -> bool:
    """Whether a name says that something is planned and not what: 计划安排200所."""
    return compiled(_ONLY_PLANNED).fullmatch(name) is not None


def is_bare_total(name: str) -> bool:
    """Whether a name says only that the number is a sum or a share, and not of what: 总数突破200家."""
    return name in _BARE


def is_yearly(name: str) -> bool:
    """Whether a name says only that the number is a yearly mean: 年均."""
    return name in ("年均", "年")


def is_relative(name: str) -> bool:
    """Whether a name says only with what the number is compared: 同比, 同口径比上年."""
    return name.startswith(_MAY_BE_RELATIVE) and compiled(_RELATIVE).fullmatch(name) is not None


def is_sum(name: str) -> bool:
    """Whether a name says only that the number is a sum: 农村公路20条，共计56公里."""
    return compiled(_SUM).fullmatch(name) is not None


def is_base(words: str) -> bool:
    """Whether words hold no more than the number that something is compared with: 比2010年的12万吨."""
    return compiled(_BASE).match(words) is not None


def is_place(name: str) -> bool:
    """Whether a name may be that of a place and no more: 其中丹阳县40所 is a share of a number before."""
    return name.endswith((*_ENDS_OF_PLACES, "农村")) and compiled(_PLACE).fullmatch(name) is not None


def begins_with_a_verb(name: str) -> bool:
    """Whether a name begins with a verb that brings something about: 新建农村公路."""
    return any(name[end : end + 1] not in _NO_VERBS_BEFORE for end in _VERBS.ends(name))


def with_thing_of(name: str, last: str) -> str:
    """A name that is only a verb, with what the last name is about: 再建 after 建成公厕 is 再建公厕."""
    if name and (last.startswith(name) or is_only_a_verb(last)):
        return last if last.startswith(name) else name
    last = compiled("(?<=..)(?:完成|实现|新增|达到?|建成|开工|竣工)$").sub("", last)
    return name + (compiled(_CHANGES).sub("", _without_verb(last)) or last)


def _without_verb(name: str) -> str:
    """新建公厕 without its verb; 城区改造公厕 without where, too."""
    city = compiled(_CITY).match(name)
    for start in (city.end(), 0) if city else (0,):
        for end in _VERBS.ends(name, start):
            if not name.startswith(_COUNTED_OF, end):
                return name[end:].removeprefix("建设")
    return name


def with_subject(name: str, last: str) -> str:
    """A name without what it is of, with that of the last name: 占GDP比重, and 总产量 after 粮食播种面积."""
    if "级" in name and compiled(_LEVEL).fullmatch(name):  # 国家级绿色工厂2家、省级5家
        return name + compiled(rf"^.*?{_LEVEL}").sub("", last)
    if is_bare_total(name) and not compiled(RATE_NAMES).search(last):  # 企业40家、总数200家
        return with_thing_of("", last) + name
    if name.startswith("占") and not last.startswith("占"):
        return last + name
    of_crop = compiled(_OF_CROP).fullmatch(last)
    return of_crop[1] + name if of_crop and compiled(_YIELD).fullmatch(name) else name


def _paired(name: str) -> str:
    """Without a quotation mark or a bracket whose other half stands elsewhere."""
    if _HALVES.isdisjoint(name):
        return name
    for opening, closing in _PAIRS:
        if name.count(opening) != name.count(closing):
            name = name.strip(opening + closing)
    return name
