"""Numbers with their units in running text, and the words that bound them: 不低于80%, 5公里以上, 3至5家."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from enum import Enum

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import HAN, compiled
from qjtask.core.time.numerals import to_int
from qjtask.importing.numbers.promise_words import COUNTS, MEASURES


class Direction(Enum):
    """Which side of the number is promised: no less, no more, or a change by no less."""

    LEAST = "least"
    MOST = "most"
    CHANGE = "change"


class Bound(Enum):
    """The words after a number: 以上, 以内, 左右."""

    OVER = "over"
    WITHIN = "within"
    ABOUT = "about"


class Quantity(NamedTuple):
    """A number in a text whose signs are of half width.

    `start` is where its comparing words begin (不低于), `at` the number itself, `end` where its bounding
    words (以上) end. `value` is decimal text, the lower end of a range; None when it is not read (三分之一).
    `verb` is the comparing word without what fills in (增长 of 增长了). `is_count` when the unit counts
    things (个, 家) and does not measure them (元, 公里), `is_typed` when the number is in figures. `base` is
    what a share is one of: 营业收入 of 不低于营业收入的3%.
    """

    start: int
    at: int
    end: int
    value: str | None
    unit: str
    verb: str = ""
    direction: Direction | None = None
    bound: Bound | None = None
    is_count: bool = False
    is_typed: bool = True
    base: str = ""


ACROSS = "至"
"""The verb of a number whose name stands between a verb and 至."""

_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?![0-9])(?:\.[0-9]{1,9})?|[0-9]{1,15}(?:\.[0-9]{1,9})?"
_HAN_NUMERAL = r"[一两二三四五六七八九十百]{1,5}"
_MANY = r"(?:余|多|来)?"
_PER = r"/(?:[百千万]?[人户]|年|月|天|日|亩|公顷|平方公里|[万亿]元)"
_LISTED = rf"[%‰]|[百千万亿]{{0,2}}{_MANY}(?:{'|'.join((*MEASURES, *COUNTS))})(?:{_PER})?"
# A unit that nobody has listed is one beside 以上, or at the end of its clause.
_PEOPLE = (  # 1.2万贫困人口, 8000农民
    r"[万亿](?=(?:重点|困难|贫困|企业|产业|城镇|农村|城乡|在校)?"
    r"(?:群众|农民|居民|农户|村民|学生|职工|劳动力|用户|市民|工人|优抚对象|残疾人|老年人))"
    r"|万?(?=(?:农村|城镇|城乡|低收入|登记)?(?:(?:贫困|困难|失业|富余|移民|搬迁)"
    r"(?:人口|群众|劳动力|职工|学生|家庭|户)|农户|农民工?|劳动力)(?!意识|画|文化|工资|专业|合作|夜校|之家))"
)
_OTHER_UNIT = rf"(?:(?:{HAN}|[A-Za-z/]){{1,6}}?)??(?=[及或]?以[上下内]|之内|左右|上下|[,;。、()]|$)"
_TWINS = r"(?:\((?:人?次|间|套|处|个|所|家|户|条|台|座|含)\))?"
_FRACTION = (
    r"[一二三四五六七八九十百0-9]{1,4}分之(?P<part>[一二三四五六七八九十百零0-9.]{1,6})"
    r"|[一二三四五六七八九两]成(?:半|[一二三四五六七八九])?(?=以上|左右|的|$|[,;。、])"
)
_TO = rf"(?:%|[百千万亿]{{0,2}}{HAN}?)?(?:-|—|–|~|至|到)(?:{_DIGITS}|{_HAN_NUMERAL})"
_RUN = r"[0-9]+|[一两二三四五六七八九十百]+"
_QUANTITY = (
    r"(?:(?<![0-9./第#〔A-Za-z-])|(?<=GDP))"  # 占GDP16.5%
    rf"(?:(?P<fraction>{_FRACTION})"
    rf"|(?P<value>{_DIGITS}|{_HAN_NUMERAL})(?:{_TO})?{_MANY} ?"
    rf"(?P<unit>(?P<listed>{_LISTED}|{_PEOPLE})|{_OTHER_UNIT}))"
    rf"{_TWINS}"
    r"(?:(?P<over>[及或]?以上|之上)|(?P<within>[及或]?以[内下]|之内|内(?![街涝河湖港环陆科外部]))|(?P<about>左右|上下))?"
)
# What compares a number, each word by its first sign: where none of these stands, nothing else is tried.
_COMPARING = {
    Direction.MOST: {
        "不": "[得能]?(?:超过?|高于|大于|多于)",
        "控限": "制[到至为在]",
        "压": "[缩减降][到至为在]",
        "缩下": "[短降][到至为在]",
        "降减": "[低少]?[到至为在]",
        "精": "[简确][到至为在]",
        "最至": "多",
        "低少小": "(?<!不.)(?<!不得.)于",
        "≤<": "=?",
    },
    Direction.LEAST: {
        "不": "[得能]?(?:低于|少于|小于|下于)",
        "力": "争达到?了?",
        "达": "(?<![下送转传抵发通].)到?了?",
        "至": "少[有办建配]?",
        "突": "破",
        "超": "(?:过|(?<!不.))",
        "过": "(?<![通经不超].)",
        "高大多": "于",
        "提": "[高升][到至为]",
        "增": "[加长强]?[到至为]",
        "上": "升[到至为]",
        "升": "[到至为]",
        "扩壮": "大[到至为]",
        "发": "展[到至为]",
        "稳": "(?:定在?|在)",
        "保": "(?:持在?|在)",
        "维": "持在?",
        "≥>": "=?",
    },
    Direction.CHANGE: {
        "增": "(?:[长加]|(?<![新净].))",
        "提": "(?:[高速前]|(?<!改造.)(?<!巩固.)(?<!优化.)(?<!整治.)(?<!综合.)升)",
        "递上": "[增升]",
        "扩": "大",
        "减": "(?:少|(?<![只立].))",
        "下": "降",
        "降": "低?",
        "压": "[缩减降]",
        "缩精": "[短减简]",
    },
}
_BASE = "收入|总额|支出|预算|利润|产值|成本|经费|营收|工资"
_SHARE_OF = (  # 不低于全部资金的30%, 不低于上年度营业收入1.5%
    r"(?P<of>[^,;。:、()0-9]{2,14}"
    rf"(?:的|(?(change)(?!)|(?:{_BASE}|标准|水平))))?"
)
_FILL = r"(?:了|约|近|为|在|到|至|平均|累计|全部|每[人年月户村周季度千万亩生床]{1,4}){0,3}"
_FIRST_SIGNS = "".join(first for words in _COMPARING.values() for first in words)
_COMPARING_WORDS = "|".join(
    f"(?P<{side.value}>{'|'.join(f'[{first}]{rest}' for first, rest in words.items())})"
    for side, words in _COMPARING.items()
)
_COMPARED = rf"(?=[{_FIRST_SIGNS}])(?:{_COMPARING_WORDS}){_FILL}{_SHARE_OF}$"
# 提高覆盖率至75%, 压缩办理时间到3天: the verb stands before the name, 至 after it.
_RAISE = r"提[高升]|增[加长]|扩大|做大|延长"
_LOWER = r"压[缩减降]|缩短|降低|下降|减少|精简|削减|控制|缩减"
_ACROSS = rf"(?:(?P<raise>{_RAISE})|(?P<lower>{_LOWER}))[^,;。:、()0-9]{{2,24}}(?P<to>[至到])$"
_LOOK_ACROSS = 30  # signs
_A_YEAR = r"(?:19|20)[0-9]{2}年"
_DESCRIBES_A_THING = (
    r"(?:[超]过?|[高大多低少小]于)[0-9.]{1,12}[^,;。:0-9的]{0,8}的[^,;。:]"  # 流量超过30GB的基站
)
_MULTIPLIES = ("万", "亿")
# 3个和1个工作日, 5、7个工作日: the unit is printed whole behind the last number of a list alone.
_UNIT_BEHIND = (
    r"(?:[、和及与][0-9.]{1,6}个?){0,4}[、和及与][0-9.]{1,6}(?P<unit>个(?:工作日|月|百分点|名次|位次))"
)
_PARTS_OF_UNITS = frozenset(("", "个"))
_NOT_MANY = str.maketrans(dict.fromkeys("余多来", ""))
_IN_A_WORD = (
    "二次(?:供水|污染|利用|开发|创业|分配|装修|感染)|一次能源|[一二三]次产业"
    "|[一二三四五]把|[一二三四五]双(?!以)"  # 一把手, 一双手
    "|[一二三四五](?:星?级(?!以[内下])|类(?=[水标,;。、()]|以上|$))"  # 一级A标准, 水质达到三类: grades
)
_TO_THE_HOUR = r"(?<![0-9.])(?:[01]?[0-9]|2[0-4]):$"
_LONGEST_HOUR, _MINUTES = 4, 2  # signs
_GO_ON_A_WORD = frozenset("次把双星级类")
_GRADES, _BEHIND_GRADE = frozenset("12345"), frozenset("级景以")
_ONE_TO_FIVE = frozenset("一二三四五")
_HALF = "半"  # 减少一半
_LOOK_BACK = 24  # signs
_NEAR = 6  # signs: 罚款不低于违法所得的2倍
_BOUNDS = {bound.value: bound for bound in Bound}  # the last groups of a quantity


def quantities(text: str) -> Iterator[Quantity]:
    """Every number with a unit, in order. `text` is of half width."""
    end = 0
    for run in compiled(_RUN).finditer(text):
        found = compiled(_QUANTITY).match(text, run.start()) if run.start() >= end else None
        if found is None:
            continue
        end = found.end()
        if _is_in_a_word(text, found, run[0]):
            continue
        made = _quantity(text, found)
        is_counted = bool(found["listed"]) or _is_of_people(found)
        if is_counted or made.direction or made.bound or _is_plain_amount(found, made):
            yield made


def _is_in_a_word(text: str, found: re.Match[str], numeral: str) -> bool:
    """Whether a numeral counts nothing: 500万人口, 百名专家 (which are many), 二次供水."""
    if found["value"] == "百" or (
        (found["unit"] or "").endswith("人") and text.startswith("口", found.end())
    ):
        return True
    at = found.start()
    if text.startswith(":", at - 1) and compiled(_TO_THE_HOUR).search(text, max(0, at - _LONGEST_HOUR), at):
        return len(numeral) == _MINUTES  # 16:00家长退场
    if numeral in _GRADES and text.startswith("A", at + 1) and text[at + 2 : at + 3] in _BEHIND_GRADE:
        return True  # 4A级以上景区
    may_be = numeral in _ONE_TO_FIVE and text[at + 1 : at + 2] in _GO_ON_A_WORD
    return may_be and compiled(_IN_A_WORD).match(text, at) is not None


def _is_plain_amount(found: re.Match[str], made: Quantity) -> bool:
    """百分之百, which is 100%, and 2000万重量箱, an amount whatever its unit is."""
    is_share = found["fraction"] is not None and made.unit == "%"
    return is_share or (made.is_typed and made.unit[:1] in _MULTIPLIES)


def compared_numbers(text: str, read: Collection[int]) -> Iterator[int]:
    """Where a number that is not `read` stands after a comparing word (不低于, 控制在), whatever its unit."""
    for run in compiled(r"[0-9][0-9.,]*").finditer(text):
        compared = None if run.start() in read else _compared(text, run.start())
        if not compared or compared["change"] or compared["of"]:
            continue
        is_before = compared.start() < run.start()
        is_of_a_thing = is_before and compiled(_DESCRIBES_A_THING).match(text, compared.start())
        if not is_of_a_thing and not compiled(_A_YEAR).match(text, run.start()):
            yield run.start()


def _compared(text: str, at: int) -> re.Match[str] | None:
    return compiled(_COMPARED).search(text, max(0, at - _LOOK_BACK), at)


def _holds(compared: re.Match[str], found: re.Match[str]) -> bool:
    """Whether comparing words are meant for a number: 过百亿 describes, 总数的80% is a share."""
    if compared["least"] == "过" and not found["value"][:1].isdecimal():
        return False
    if found["unit"] == "倍" and compared["of"]:
        return "罚" not in compared.string[max(0, compared.start() - _NEAR) : compared.start()]
    return compared["of"] is None or found["unit"] == "%"


def without_verb(words: str) -> str:
    """The name in 提高覆盖率 before 至75%: what stands behind the verb."""
    return compiled(rf"^.*(?:{_RAISE}|{_LOWER})").sub("", words)


class _Comparison(NamedTuple):
    """The words before a number that say on which side of it: where they begin, and as in `Quantity`."""

    start: int
    verb: str = ""
    direction: Direction | None = None
    base: str = ""


def _quantity(text: str, found: re.Match[str]) -> Quantity:
    start, verb, direction, base = _comparison(text, found)
    bound = _BOUNDS.get(found.lastgroup or "")
    value, unit, is_typed = _number(found)
    is_count = unit.lstrip("百千万亿") in COUNTS or unit in _MULTIPLIES or _is_of_people(found)  # 40万群众
    at, end = found.span()
    return Quantity(start, at, end, value, unit, verb, direction, bound, is_count, is_typed, base)


def _is_of_people(found: re.Match[str]) -> bool:
    """培训8000农民: a number straight before those whom it counts."""
    return found["listed"] == "" and found["value"][0].isdecimal()


def _comparison(text: str, found: re.Match[str]) -> _Comparison:
    """The comparing words before a number: 不低于; 至 behind 提高覆盖率; none for a bare number."""
    at = found.start()
    compared = _compared(text, at)
    if compared and _holds(compared, found):
        direction = next(side for side in Direction if compared[side.value])
        base = (compared["of"] or "").removesuffix("的")
        base = base if base.endswith(tuple(_BASE.split("|"))) else ""  # 总数的80% is one of its own
        return _Comparison(compared.start(), compared[direction.value], direction, base)
    is_to = text[at - 1 : at] in {"至", "到"}
    across = compiled(_ACROSS).search(text, max(0, at - _LOOK_ACROSS), at) if is_to else None
    if across is None:
        return _Comparison(at)
    return _Comparison(across.start("to"), ACROSS, Direction.LEAST if across["raise"] else Direction.MOST)


def _number(found: re.Match[str]) -> tuple[str | None, str, bool]:
    """The value and its unit, and whether it is in figures; 三分之一, 九成 and 一半 are told, not read."""
    if found["unit"] == _HALF:
        return None, "", False
    if not found["fraction"]:
        unit = found["unit"].translate(_NOT_MANY) if found["listed"] else found["unit"]
        behind = compiled(_UNIT_BEHIND).match(found.string, found.end()) if unit in _PARTS_OF_UNITS else None
        unit = behind["unit"] if behind else unit
        return _decimal(found["value"]), unit, found["value"][0].isdecimal()
    if not found["fraction"].startswith("百分之"):
        return None, "", True
    return "100" if found["part"] == "百" else _decimal(found["part"]), "%", True


def _decimal(text: str) -> str | None:
    plain = text.replace(",", "")
    if compiled(r"[0-9]+(?:\.[0-9]+)?").fullmatch(plain):
        return plain
    number = to_int(plain)
    return None if number is None else str(number)
