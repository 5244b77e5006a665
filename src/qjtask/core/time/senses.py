"""What a time in running text is there for: to ask for something by then, or for something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.core.time.dates import When


class Sense(StrEnum):
    """Why a time stands in a text; the value is how a person is told that nothing is asked for by then."""

    ASKED = ""
    RECURRING = "是每期都有的时间"
    STARTING = "是开始时间"
    COMPARED = "是比较或统计用的时间"
    VALID = "是有效期或期限"
    LIMITING = "只是限定语"
    PAST = "是已经做了的"
    NAMED = "是名称的一部分"
    UNCLEAR = "没有看出要在这时做什么"
    COUNTED = "没有写从哪天算起"
    IMPOSSIBLE = "日期不存在，或者起止颠倒"


class Surroundings(NamedTuple):
    """A time and the rest of its clause, in canonical words: `pause` is the sign that ends the clause."""

    when: When
    words: str
    before: str
    after: str
    pause: str
    plan_year: int


def _joined(heads: str, tails: str) -> tuple[str, ...]:
    """Each of some words, parted by blanks, with each of others behind it."""
    return tuple(head + tail for head in heads.split(" ") for tail in tails.split(" "))


# Verbs that ask for something at the time before them. A month or a quarter without 底 or 前 is one by which
# something is asked for only beside such a word.
_ASKS = (
    "完成|实现|建成|建立|建好|达到|达|取得|出台|印发|发布|公布|公开|制定|制订|编制|形成|修订|修改|起草|"
    "报送|上报|报|提交|提出|组织|开展|召开|举办|举行|承办|启动|开工|动工|开建|复工|竣工|完工|封顶|贯通|"
    "投入|投用|投产|投运|运营|运行|上线|试运行|交付|交地|交房|交工|移交|验收|通车|开通|开放|开业|开园|"
    "开馆|挂牌|揭牌|招标|招投标|招引|签约|签订|立项|审批|批复|核准|备案|评审|评估|论证|审议|审核|审定|"
    "研究(?![生院所员室])|部署|动员|排查|整治|整改|治理|清理|清零|淘汰|拆除|拆迁|征收|搬迁|腾退|关停|退出|取缔|销号|"
    "检查|督查|督导|巡查|抽查|暗访|调研|摸底|摸排|普查|统计|汇总|总结|考核|评定|评选|表彰|通报|公示|"
    "推广|推出|推进|推动|推行|推开|实施|落实|落地|执行|试点|试行|铺开|铺设|覆盖|普及|突破|超过|增长|"
    "提高|提升|提前|下降|降至|降低|减少|压减|压缩|控制|保持|稳定|培训|培育|引进|新增|新建|改造|改建|"
    "扩建|续建|建设|施工|安装|调试|调整|优化|升级|完善|健全|巩固|深化|加强|强化|发放|拨付|支付|到位|"
    "兑现|下达|分解|配备|配套|设立|设置|成立|组建|创建|创成|打造|确定|明确|确保|力争|争取|基本|全面|"
    "全部|全线|初步|正式|分别|集中|再|各|至少|继续|累计|率先|具备|进入|结束(?!时)|收费|收官|结题|结项|审计|"
    "办结|办理|接入|联通|互通|对接|打通|归集|入库|入统|纳统|播种|种植|栽植|收购|演出|参加|配合|协助|"
    "指导|帮扶|慰问|走访|宣传|发动|征集|征求|选派|选聘|招聘|招录|主体|双过半|对|向|将|把|在|会同|结合|"
    "依托|通过|自查|自评|复查|复核|核查|清查|抽检|筛查|接种|演练|轮训|装修|进场|吊装|浇筑|结顶|回迁|入住|开班|开课|"
    "结业|开赛|换届|建档"
)
ASKING = rf"(?:全市|全区|全县|各级|各单位|各部门)?(?:{_ASKS})"
"""What begins with a verb that asks for something."""
# 年底考核, 年终总结, 年末人口: the end of the year is a part of the name.
_AT_YEARS_END = r"年[底末中](?!.{0,4}(?:总结|考核|考评|评[选比]|统计|绩效))"
# What a thing is said to be, when the verb stands before 的: 6月30日前注册的企业.
_IS = (
    r"注册|登记|到期|届满|建成|投用|投产|开工|完工|竣工|入库|立项|获批|批准|批复|取得|出生|在册|在职|在岗|参保|退役|毕业|签订"
    r"|签约|发布|印发|实施|实现|发生|存在|形成|发现|交付|使用|纳入|认定|办理|完成|整改|受理|申报|成立|购买|购置|启动|通车|新建"
)
_LED = r"(?:[于在到至]|计划|预计|预期|力争|争取|确保|务必|拟|拟定|定|分别|并|须|应|要)$"
_OPENS = r"(?:[(、]|[0-9]+\.)?(?:力争|确保|争取|原则上|务必|同时|其中|并|且|到|至|于|在)*$"
# 2025年新能源车占比达到75%: of a later year, what is reached is asked for by its end.
_REACHES = r"[^,;。:的已]{2,20}?(?:达到?|不低于|不少于|不超过|控制在|超过|提[高升]到|降到)[0-9]"
_UNTIL = r"(?:[到至]|力争|计划|预计|预期)(?:在|于)?$"

_SEASONS = r"春|夏|秋|冬|元旦|五一|端午|中秋|国庆|清明|重阳|汛期|寒假|暑|两会|年初|开学|上学期|下学期|节前"
# What stands right before or after a time is plain words where it can be: a pattern takes long to compile.
_EACH_TIME = ("每", "逐", "历", "每年", "每月", "每个年", "每个月")
_COMPARES = (
    *_joined("较 比 相较 比照 高于 低于 优于 多于 少于 基于 以", " 于 去"),
    *_joined("截至 截止", " 到 目前"),
)
_SHARES = (  # names that end as a comparison begins: 多元化解读占比2023年达到80%
    "占比",
    "百分比",
    "配比",
    "生师比",
    "师生比",
    "性价比",
)
_COMPARED_AFTER = (
    *_joined("为 0时为 24时为", "标准时点 统计时点 调查时点 基准日"),
    *_joined(" 末 底", "相比 持平 同期 基数 的基数 水平 的水平 为基数 为基期 为基准"),
)
_MAY_START = frozenset("起始后")  # within the first signs of what _STARTS_AFTER is
_START_WITHIN = 5
_STARTS_AFTER = r"(?:[0-9]{1,2}时|零时)?(?:起(?![步草底])|开始(?!前)|[以之]?后(?!续)|往后)"
_MAY_BE_VALID = ("为", "至", "到", ":", "自", "从", "是")
_VALIDITY = (
    r"(?:(?:有效|执行|合同|租赁?|聘用?|任|过渡|试用|试行|质保|保修|服务|享受|保护|适用)期?[限间]?"
    r"|(?:实施|政策|减免|缓缴|免征)期[限间]?|期限|政策(?:继续|再)?(?:实施|执行)?)"
    r"(?:为|至|到|:|[自从]|是|延长[至到])+$"
    r"|(?:延续|延长|沿用|保留)(?:实施|执行|享受)?[至到]$"
)
_VALID_DURING = (
    r"(?:期间)?(?:继续|阶段性)?(?:实施|执行|实行|减按|免征|暂免|免收|缓缴)"
    r"[^,;。:]{0,30}(?:政策|[费税]率)(?![^,;。:]{0,4}方案)"
    r"|为(?:禁|休|封|试|质保|保修|过渡|缓冲|免租)[^,;。:]{0,3}期"
)
_SEASON = r"(?:汛|防火|戒严|高火险|[禁休]渔|禁牧|封山|[供采取]暖|枯水|冰封)期(?:\(|为|是|从|自)+$"
_LIMITS = (
    rf"(?:前|后)?(?:已|仍|尚|应|拟)*(?:(?:{_IS}){{1,3}}(?![剩其]余|余下|全部)[^,;。:的0-9]{{0,4}}"
    r"|(?:未|不(?![再得少低超断])|没有|完不成|逾期|无法)[^,;。:的]{1,10})"
    r"的(?![0-9]|节点|计划|目标|要求|进度|安排|创建|编制|建设|制定|报送|[^,;。:的]{1,10}(?:工作|任务|手续)$)"
)
_LIMITS_AFTER_PREPOSITION = r"[^,;。:的]{1,16}的"
_ORDERED = _joined("要求 确定 明确 规定 部署 安排 提出", " 在 于")
_OBJECT = r"(?:^|[^面])(?:对|将|把|凡|针对)(?:截至)?$"
# 标准时点是11月1日零时: of the count, and not of what is to be done.
_POINT = _joined("时点 基准日 基准时间", "为 是 :")
_MEETING = r"[^,;。:、]{0,12}?(?:会议?|讲话|批示|指示)的?(?:精神|要求|部署|纪要)"  # 8月30日专题会议精神
# 结合6月5日世界环境日: the day is that of an event, and not of the work.
_BY_AN_EVENT = ("结合", "围绕", "借助", "依托", "利用", "抓住", "以", "借", "聚焦", "迎接", "庆祝", "纪念")
_ANOTHER_EVENT = (
    r"(?:结合|围绕|借助|依托|利用|抓住)[^,;。:]{2,30}[、和及]$"  # 利用3月12日植树节、4月22日地球日
)
_EVENT = r"[^,;。:、]{1,16}?(?:[日节](?!前(?!后)|[期内常])|周年|宣传[周月]|会议?召开)"
# 整理1-9月份招商项目资料, 关于1-9月份财政预算执行情况: the months that a paper is about.
_ABOUT_PAPERS = (
    r"(?:关于|通报|汇报|听取|分析|整理|统计|汇总|总结|做好|完成|公布|公示|报送|上报|审议|研究|编制|审核|核对|核算|对)"
    r"(?:[全本][省市县区镇乡村校院局]的?)?$"
)
_PAPER = (
    r"[^,;。:、0-9]{0,12}?(?:情况|指标|资料|报表|数据|台账|账目|形势|经济运行|收支|财政收入|预算执行)"
    r"(?=$|的?(?:通报|分析|整理|统计|汇总|报送|上报|汇报|报告|公示|公布|审核|核对|研究|的|工作|[及和与]|会后|意见|预算))"
)
_PAST = ("已", "累计已", "以来", "至今")
_TOGETHER = "共"
_NOT_TOGETHER = ("共同", "共建", "共享")


def sense_of(at: Surroundings) -> Sense:
    """The first sense whose rule holds."""
    return next((sense for sense, holds in _RULES if holds(at)), Sense.ASKED)


def _is_recurring(at: Surroundings) -> bool:
    return at.before.endswith(_EACH_TIME)


def _is_compared(at: Surroundings) -> bool:
    is_compared = at.before.endswith((*_POINT, *_COMPARES)) and not at.before.endswith(_SHARES)
    return is_compared or at.after.startswith(_COMPARED_AFTER)


def _is_start(at: Surroundings) -> bool:
    if at.before.endswith(("自", "从")) and at.when.start is None:
        return True
    may_start = not _MAY_START.isdisjoint(at.after[:_START_WITHIN])
    return may_start and compiled(_STARTS_AFTER).match(at.after) is not None


def _is_validity(at: Surroundings) -> bool:
    is_range = at.when.start is not None
    if is_range and (compiled(_VALID_DURING).match(at.after) or compiled(_SEASON).search(at.before)):
        return True
    return at.before.endswith(_MAY_BE_VALID) and compiled(_VALIDITY).search(at.before) is not None


def _is_limit(at: Surroundings) -> bool:
    """对6月30日前注册的企业: the date says which, not when. 要求年底实现的事项 passes an order on."""
    if "的" not in at.after or at.before.endswith(_ORDERED):
        return False
    if at.after.startswith("的"):
        return at.when.marked or at.when.point.shape != "year"  # 2024年的项目 is a name
    if compiled(_LIMITS).match(at.after):
        return True
    return bool(compiled(_OBJECT).search(at.before) and compiled(_LIMITS_AFTER_PREPOSITION).match(at.after))


def _is_past(at: Surroundings) -> bool:
    is_together = at.after.startswith(_TOGETHER) and not at.after.startswith(_NOT_TOGETHER)
    return is_together or at.after.startswith(_PAST)


def _is_name(at: Surroundings) -> bool:
    """2021年版, 2024—2026年行动计划, 年末人口, “十四五”规划; figures that may count something else."""
    if at.words.endswith(("日", "月")) and compiled(_MEETING).match(at.after):
        return compiled(ASKING).match(at.after) is None
    if _is_by_an_event(at.before) and compiled(_EVENT).match(at.after):
        return not at.words.endswith("前")
    if _is_of_a_paper(at):
        return True
    names = _NAMES_BY_SHAPE.get(at.when.point.shape)
    return names is not None and names(at)


def _is_of_a_paper(at: Surroundings) -> bool:
    """关于1-9月份财政预算执行情况的意见: the months are those that are told of."""
    may_be = at.when.start is not None and at.words.endswith(("月", "月份", "季度"))
    if not may_be or compiled(_ABOUT_PAPERS).search(at.before) is None:
        return False
    return compiled(_PAPER).match(at.after) is not None


def _is_by_an_event(before: str) -> bool:
    if before.endswith(("、", "和", "及")):
        return compiled(_ANOTHER_EVENT).search(before) is not None
    return before.endswith(_BY_AN_EVENT)


def _names_in_figures(at: Surroundings) -> bool:
    return not (at.when.point.ends or at.when.marked)


def _names_a_year(at: Surroundings) -> bool:
    if compiled(_SEASONS).match(at.after):
        return True  # 明年春节前: of the year, not its end
    if "规划" in at.words and not at.words.endswith(("末", "底", "期间")):
        return True  # “十五五”规划编制, “十五五”规划前期研究
    by_the_end = at.when.marked and not at.words.endswith("期间")
    return not by_the_end and not _asks_by_the_year(at)


def _names_a_years_end(at: Surroundings) -> bool:
    if at.words not in ("年底", "年末", "年终", "年中"):
        return False
    asks = _asks(at) or (at.after == "" and at.pause != "")
    return not (asks and compiled(_AT_YEARS_END).match(at.words + at.after))


def _asks_by_the_year(at: Surroundings) -> bool:
    if compiled(_UNTIL).search(at.before):
        return True
    is_later = at.when.day.year > at.plan_year
    return is_later and compiled(f"{ASKING}|{_REACHES}").match(at.after) is not None


def _is_unclear(at: Surroundings) -> bool:
    when = at.when
    if when.marked or when.point.ends or when.start is not None or when.point.shape == "year":
        return False
    stands_alone = at.after == "" and (at.pause == ")" or compiled(_OPENS).match(at.before) is not None)
    return not (stands_alone or _asks(at))


def _asks(at: Surroundings) -> bool:
    return bool(compiled(_LED).search(at.before) or compiled(ASKING).match(at.after))


_NAMES_BY_SHAPE: Mapping[str, Callable[[Surroundings], bool]] = {
    "figures": _names_in_figures,
    "year": _names_a_year,
    "by_plan": _names_a_year,
    "by_year": _names_a_years_end,
}
_RULES: Sequence[tuple[Sense, Callable[[Surroundings], bool]]] = (
    (Sense.RECURRING, _is_recurring),
    (Sense.COMPARED, _is_compared),
    (Sense.STARTING, _is_start),
    (Sense.VALID, _is_validity),
    (Sense.PAST, _is_past),
    (Sense.LIMITING, _is_limit),
    (Sense.NAMED, _is_name),
    (Sense.UNCLEAR, _is_unclear),
)
