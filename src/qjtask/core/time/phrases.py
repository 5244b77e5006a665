"""The words around a date in a 完成时限 cell: what leads to it, and what is asked for on it."""

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled

# Patterns are kept as text: `re` compiles each at its first use and keeps it, so importing is free.
_LABEL = r"^(?:完成|整改|办理|办结|销号)?(?:时限|期限|时间):"
_NOW = r"[自从]?(?:即日|现在|今日|今天)起?(?:(?=[至到])|-{1,2})"
_LEADS = (
    rf"(?:立行立改|即知即改|立即(?:整改|办理|落实)(?:并(?=[于在确]))?|{_NOW}|力争|确保|保证|争取|力求|原则上|务必|务|必须|须|应当?|需要?|要求?|请"
    r"|拟定?|计划|预计|预期|最迟|最晚|不?[迟晚]于|截[至止]|定"
    r"|(?:完成|整改|办理)?(?:时限|期限|时间):|(?P<since>[自从])|[于在到至,、]){1,9}"
)
_FIRST_OF_LEADS = frozenset("立即自从现今力确保争求原务必须应需要请拟计预最迟晚不截定完整办时期于在到至,、")
"""With what they begin: where nothing does, their pattern need not be compiled."""

_BREAK = r"[,;。、]*"
_MANNER = r"(?:全面|全部|基本|初步|正式|按期|按时|如期|高质量|确保|力争)*"
_EACH_TIME = (
    r"开展|组织|召开|报送|上报|提交|调度|通报|检查|排查|巡查|抽查|督查|研判|会商|评估|考核|更新|汇总"
    r"|演练|培训|报告|走访|回访|慰问|督导|清理|学习|宣传|监测"
)
_DONE = (
    rf"{_MANNER}(?:完成|完毕|办结|办理|执行|落实|整改|改正|到位|销号|销案|结案|清零|见效|达标|任务|工作|目标|年度"
    rf"|至少|不少于|(?:{_EACH_TIME})?[1一]次)+"
)
# A date that asks for one of these asks for a step of the work, not for its completion.
_STEP_VERBS = (
    r"动工|开工|启动|投入|投用|投产|投运|试运行|运行|上线|挂牌|通车|开通|开放|竣工|完工|封顶|贯通|交工|交付"
    r"|建成|建立|验收|通过|出台|印发|发布|公布|公开|公示|报送|上报|报审|报批|报备|提交|审议|形成|制定|修订"
    r"|编制|定稿|签订|召开|组织|开展|实施|实现|达到|取得|获得|具备|完成|主体|全线|向|[报见交]"
)
_STEP = rf"{_MANNER}(?:{_STEP_VERBS})[^0-9,;。每或]{{0,16}}?"
_SHARE = r"[^0-9,;。每或]{0,8}[0-9]{1,3}(?:\.[0-9]{1,3})?[%成](?:以上)?"
# 达到80%以上 is a level to be reached; 完成50% and 过半 are a part of the work.
_LEVEL = rf"(?:累计)?达到?{_SHARE}"
_PART = rf"(?:累计)?(?:完成{_SHARE}|过半)"
# Any other words of one clause or two after 6月底前 are what is asked for, as long as they name no time.
_FREE_STEP = r"(?![0-9,;。、或前后起左上至到和及]|[以之]后|每[年月季周天日旬半个]|.*前后)[^;。]{2,40}?"
# An amount is what is asked for within a month or a quarter too: 第三季度检查8家, 9月改造50座公厕.
_UNITS = (
    r"(?:个|家|户|人|名|项|件|座|处|所|栋|幢|套|台|辆|条|张|份|篇|株|棵|头|只|羽|块|盏|公里|千米|米|平方米|公顷"
    r"|亩|吨|万元|亿元|[次场期批轮班])"
)
_COUNTED = (
    r"(?![第起左上到和及]|至(?!少)|[以之]后|[底末前后])[^0-9,;。、前后起或每]{2,10}"
    rf"[0-9]{{1,6}}(?:\.[0-9]{{1,2}})?[多余]?[万亿]?{_UNITS}[^0-9,;。、前后或]{{0,10}}"
)
_TIMES = r"[次场期批轮班]"
# What makes them more than that: a choice, a condition, somebody who does it.
_UNSURE = (
    r"或|[视如若]|除|第[0-9一二三四五六]+[批期]$|顺延|延[期后长]|牵头|负责|责任|配合|协助"
    r"|(?:[局委办厅科处股站所院室部]|部门|单位|政府|中心|公司|街道)$"
)
_KEEPS = (
    *("持续", "继续", "长期", "常态", "常年", "长效", "始终", "日常", "动态", "滚动"),
    *("常抓不懈", "全年推进", "全年开展", "全年坚持", "贯穿全年", "贯穿始终"),
)
_KEEP = "|".join(_KEEPS)
_BY_PERIODS = r"[按每分逐]个?(?:季度?|月)度?(?:有序|稳步|持续|分步)?(?:推进|实施|开展|落实)"
_ONGOING = (
    rf"(?:全年)?(?:{_KEEP})(?:{_KEEP}|推进|推动|坚持|开展|落实|实施|跟踪|跟进|进行|执行|贯彻|抓好|做好"
    r"|巩固|提升|提高|完善|深化|深入|优化|整改|改进|加强|强化|保持|更新|管理|监管|维护|运行|用力|发力"
    r"|有序|扎实|不断|任务|工作|机制|[化性地中并和及与]|[,、])*"
)
ON_SCHEDULE = (
    r"按照?(?:工作|项目|工程|施工|建设|年度|季度|月度|时间)*(?:序时|时序|序|进度|节点|计划)(?:进度|节点|要求|安排)*"
    r"(?:有序|稳步|扎实)*(?:推进|完成|实施|落实|开展|进行|办理)*"
)
IMMEDIATE = (
    *(
        "立行立改",
        "即知即改",
        "立查立改",
        "即查即改",
        "立说立行",
        "边查边改",
        "边学边改",
        "立整立改",
        "即行即改",
    ),
    *("立即", "马上", "即刻"),
)
_ONGOING_TAIL = rf"(?P<ongoing>{_BREAK}(?:并|且|同时)*{_ONGOING})?"
_TAIL = rf"{_BREAK}[并且]?(?:(?:{_DONE}|(?P<step>{_STEP}))后?)?{_ONGOING_TAIL}"
_PART_TAIL = (
    rf"(?:(?P<level>{_LEVEL})|(?P<part>{_PART})|(?P<counted>{_COUNTED})|(?P<free>{_FREE_STEP}))"
    rf"{_ONGOING_TAIL}"
)
_REPEATED_TAIL = (
    rf"{_BREAK}(?:推进|落实|进行|开展|(?P<step>调度|通报|更新|检查|排查|巡查|研判|汇总|公示|评估|考核))?"
)
_START = rf"(?:起|开始|[之以]?后){_BREAK}(?P<ongoing>{_ONGOING})?"

_ONLY_A_PART = "要求的只是一部分或一个步骤，记作时间节点，完成时限请写明"
_OWN_WORDS = "后面的话没有全读懂，记作时间节点，请核对"
_WHOLE = "100%"


class Tail(NamedTuple):
    """What is asked for on a date, whether the work goes on after it, and why to doubt the reading."""

    step: str | None
    ongoing: bool
    doubt: str | None = None


def read_lead(words: str) -> tuple[str, bool]:
    """The words after 力争, 确保, 截至 and their like, and whether 自 or 从 stood among these."""
    lead = compiled(_LEADS).match(words) if words[:1] in _FIRST_OF_LEADS else None
    return (words[lead.end() :], lead["since"] is not None) if lead else (words, False)


def without_label(words: str) -> str:
    """The words without 整改时限： before them."""
    return compiled(_LABEL).sub("", words, 1) if ":" in words else words


def goes_on(words: str) -> bool:
    """Whether 持续推进, 长期坚持 or their like are all that is said."""
    if not words.removeprefix("全年").startswith(_KEEPS) and not words.startswith(_KEEPS):
        return False  # without waiting for the pattern to compile
    return compiled(_ONGOING).fullmatch(words) is not None


def after_going_on(words: str) -> str:
    """What stands behind 长期坚持 and a comma; "" where nothing does."""
    head, _, rest = words.partition(",")
    return rest if rest and goes_on(head) else ""


def after_now(words: str) -> str:
    """The words without 即日起 and a comma before them."""
    if not words.startswith(("即日起", "自即日起", "从即日起")):
        return words
    return words.partition("即日起")[2].lstrip(",")


def after_periods(words: str) -> str:
    """What stands behind 按季度推进 and a comma; "" where nothing does."""
    head, _, rest = words.partition(",")
    return rest if rest and compiled(_BY_PERIODS).fullmatch(head) else ""


def without_lead(words: str) -> str:
    """The words without 力争, 确保, 截至 and their like."""
    return read_lead(words)[0]


def read_tail(words: str, *, marked: bool = False) -> Tail | None:
    """Read what follows a date; None when it is not understood.

    After a `marked` end (6月底前) any few words are what is asked for: the caller has seen no other time
    in them. They are doubtful where they name a condition, or somebody.
    """
    if not words:  # most dates stand alone, and need not wait for the pattern to compile
        return Tail(None, ongoing=False)
    found = compiled(_TAIL).fullmatch(words)
    if found:
        return Tail(found["step"], found["ongoing"] is not None)
    found = compiled(_PART_TAIL).fullmatch(words)
    if found is None or not (marked or found["free"] is None):
        return None
    ongoing = found["ongoing"] is not None
    if found["level"]:
        return Tail(found["level"], ongoing)
    if found["part"]:
        return Tail(found["part"], ongoing, None if _WHOLE in found["part"] else _ONLY_A_PART)
    words = found["counted"] or found["free"]
    return Tail(words, ongoing, _OWN_WORDS if compiled(_UNSURE).search(words) else None)


def read_repeated_tail(words: str) -> Tail | None:
    """Read what follows a recurrence: each time is the whole of what is asked for."""
    found = compiled(_REPEATED_TAIL).fullmatch(words)
    if found is None and compiled(rf"[^0-9]*(?!1{_TIMES})[0-9]+{_TIMES}.*").fullmatch(words):
        return None  # 每年召开2次: when each time is, nobody says
    return Tail(found["step"], ongoing=False) if found else read_tail(words)


def read_start(words: str) -> Tail | None:
    """Read 起 and what follows: the date before it begins the work and does not end it."""
    found = compiled(_START).fullmatch(words)
    return Tail(None, ongoing=found["ongoing"] is not None) if found else None
