"""Whether a line ends within a sentence by its words alone, wherever the page's margin may be."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.core.time.numerals import NUMERALS
from qjtask.importing.lines.levels import read_level
from qjtask.importing.numbers.promise_words import COUNTS, MEASURES

_SHORTEST = 7  # characters of a line that is running text: a caption (专栏2) is shorter
_LONG = [unit for unit in (*MEASURES, *COUNTS) if len(unit) > 1]
_SHORT = [unit for unit in (*MEASURES, *COUNTS) if len(unit) == 1]
_FIGURE = r"[0-9][0-9,]*(?:[.．][0-9]+)?"
_WORDS = (  # that begin as a unit does
    r"项目|家[庭长园具校政]|人[才民员口力社工大防均居事文]|名[称单优师]|所[有属在]|条件|个[人体性别]|户籍|台[账湾风]"
    r"|处[理置长室级罚]|场[所地景]|批[发准评次]|次[日要]|件均|元[旦宵]|亩均|米面"
)
_ONE = (
    rf"(?:(?!{_WORDS})(?:{'|'.join(_LONG)}|[座栋幢辆艘台套棵株盏亩吨户米元岁倍家所处个项名人条件次场批])"
    rf"|(?:{'|'.join(_SHORT)})(?=[，,。；;、）)以左的及和或]|$))"
)
_UNIT = rf"(?:[%％‰℃]|[百千]?[万亿]?{_ONE}|[百千]?[万亿](?!众)|年(?:[度底末内前初以、，]|$))"
_ASKS_FOR_FIGURE = (  # 不低于, 达到, 稳定在: a figure has to follow
    r"(?:达到?|[低少高多大小]于|超过?|(?:控制|保持|稳定|维持)在|(?:提[升高]|增[长加]|下降|降低|上升)[到至]|[增降升减]至"
    r"|压[减缩降][到至]|[程率数额量积度长高宽重值资本]为)(?:了|约|近)?$"
)
_AFTER_ASKING = (
    r"(?!(?:19|20)[0-9]{2}年)[0-9]+(?:[.．][0-9]|(?![0-9.．、)）]))"
    r"|[一二三四五六七八九十百两]{1,3}(?![、.．）)])|百分之"
)
_ENDS_WITH_FIGURE = (
    r"(?<![0-9.．:：—\-–/])(?<!附件)(?<!附表)(?<!专栏)(?<![第表图例之卷])"
    rf"(?:(?P<year>(?:19|20)[0-9]{{2}})|{_FIGURE})$"
)
_ENDS_WITH_POINT = r"(?<![\s。；;：:！!）)0-9])[0-9]+[.．]$"
_BEGINS_WITH_FIGURE = rf"{_FIGURE}\s*(?:{_UNIT}|以[上下内])"
# 30亿元，… begins no paragraph; 2025年，… does.
_AMOUNT = rf"(?!(?:19|20)[0-9]{{2}}年){_FIGURE}\s*{_UNIT}(?:[，,。；;、]|以[上下内])"
_AFTER_FIGURE = rf"{_UNIT}|{_BEGINS_WITH_FIGURE}|[.．][0-9]|[A-Z](?![A-Za-z]*[.．、:：])"
_LOOKED_AT = 32  # the last characters of a line
_NEVER_FIRST = tuple("，,、；;。：:）)】〕》”’％%？！")  # no paragraph begins with these
_ONE_CHARACTER = (  # 居民小⏎区、公共建筑; but 市、县两级, 水、电、气 begin a sentence
    rf"(?![{NUMERALS}甲乙丙丁注附]|.、[省市县区镇乡村州旗街社]|.、.(?:[、，,等和]|$))[\u4e00-\u9fff][、，,。；;]"
)
_NEVER_LAST = (  # 产业大脑与, 和未: no title or sentence ends with these
    r"(?:[与且未]|(?<![饱温缓柔总中谐])和|(?<!普)及|(?<!目)的|(?<!间)或|(?<![应校核反绝面])对|“[^”]{0,20})$"
)
_ENDED = tuple("。；;！!？?：:）)〕】.．0123456789")
_SENTENCE_END = tuple("。；;！!？?）)〕】")


def goes_on(upper: str, lower: str) -> bool:
    """Whether a line's words go on in the next one: 达到⏎2.6万户, 2⏎万户, 居民小⏎区、公园, 产业与⏎工厂.

    `upper` is the whole paragraph so far. A title over its text, a caption and a next number do not.
    """
    if lower.startswith(_NEVER_FIRST):
        return True
    tail = upper[-_LOOKED_AT:]
    return len(upper) >= _SHORTEST and (
        _lacks_figure(tail, lower) or _is_cut(tail, lower) or _is_within_word(tail, lower)
    )


def _is_within_word(upper: str, lower: str) -> bool:
    """Whether a line begins with the last character of a word: no paragraph begins with one alone."""
    return not upper.endswith(_SENTENCE_END) and compiled(_ONE_CHARACTER).match(lower) is not None


def _lacks_figure(upper: str, lower: str) -> bool:
    """Whether a figure has to follow and does, or one does that begins no paragraph: 30亿元，…."""
    if compiled(_ASKS_FOR_FIGURE).search(upper) and compiled(_AFTER_ASKING).match(lower):
        return True
    return not upper.endswith(_ENDED) and lower[0].isdigit() and compiled(_AMOUNT).match(lower) is not None


def _is_cut(upper: str, lower: str) -> bool:
    """Whether a line ends within a figure, before its unit, or with a word that ends no sentence."""
    figure = compiled(_ENDS_WITH_FIGURE).search(upper)
    if figure:
        return lower.startswith("年") if figure["year"] else compiled(_AFTER_FIGURE).match(lower) is not None
    if compiled(_ENDS_WITH_POINT).search(upper):
        return compiled(_BEGINS_WITH_FIGURE).match(lower) is not None
    return (
        compiled(_NEVER_LAST).search(upper) is not None
        and lower.endswith(_SENTENCE_END)
        and read_level(lower) is None
    )
