"""Numbers of what a measure gives, and for what (投资500万元的，给予20万元补助), and of what says why."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.numbers.leading_words import leads_to_no_verb
from qjtask.importing.numbers.promise_words import GRANTS, TAKES_BACK

_GRANTS = GRANTS.split("|")
_SENTENCE = r"[^。;!\n]+"
_TO_WHOM = r"(?:^|[,:、.])\s*(?:其中)?(?:[对凡]|每(?!半?年|月|季|周|天))"
_GIVES = (
    rf"^\s*(?:每(?!半?年|月|季|周|天)|按|同一|单[个项户家]|一次性|分[档别]|最[高多]|再|另)|{GRANTS}|最[高多]"
)
_GIVEN_NEXT = (
    rf"(?![对向])[^,;。:()]{{0,8}}(?:{GRANTS}|享受)|分[档别]|一次性|按照?[^,;。]{{0,30}}(?:{GRANTS})"
)
_IS_GIVEN = rf"\s*(?:按[^,;。]{{1,12}}|一次性|每[^,;。]{{1,6}}|最高|再|分别|可)?(?:{GRANTS})"
# 全年返还资金不低于1.5亿元 is the sum of what is given, and promised.
_SUM_OF_THE_YEAR = (
    r"\s*(?:全年|年内|今年|本年度?|年度|累计)[^,;。:0-9]{0,12}(?:资金|总额|金额|规模|额度)(?:总额)?"
    r"(?:不低于|不少于|达到?|突破|超过)[0-9]"
)
_IS_DONE = r"(?:实施|开展|进行)[^,;。:的]{2,16}$"  # 对60户家庭实施改造，每户补助3000元
_FAR = 60  # signs
_REASON = r"\s*(?:依据|根据|参照|参考|高于|低于|相当于|即)"

# 资金筹措：市级财政安排2000万元: what it costs, and who pays. 资金支付率 and 资金到位任务 are to be reached.
_MONEY = ("资金", "经费", "投资", "预算", "造价", "费用", "概算")
_LABEL_OF_MONEY = (
    r"(?:[(\[]?[一二三四五六七八九十0-9]{1,3}[.、)\]])?\s*(?:项目|工程|所需|活动|计划|估算|预计|专项){0,2}"
    r"(?:总投资|总?(?:资金|经费|造价|费用|概算)|投资(?=概算|估算|总额|规模|来源|及)|(?:投资|经费|资金)?预算)"
    r"[^,;。:率]{0,8}(?<!任务)(?<!目标)(?<!进度)(?<!比例):"
)

_CONCERNS = (
    r"涉及[^,;。:0-9]{0,8}(?:[0-9.]{1,9}万?[个户家人名座处所条亩][^,;。:0-9]{0,8}){1,4}(?=[,;。)\n]|$)"
)
_AIMED_AT = r"\s*(?:紧紧|紧密)?(?:围绕|聚焦|紧盯|紧扣|瞄准|立足|针对|对照|锚定)"


def grants(text: str) -> bytearray:
    """For each sign of the text, whether it stands where something is given to those who do something.

    Empty for a text that gives nothing to anybody.
    """
    if not any(map(text.__contains__, _GRANTS)):
        return bytearray()
    given = bytearray(len(text))
    for sentence in compiled(_SENTENCE).finditer(text):
        to_whom = compiled(_TO_WHOM).search(sentence[0])
        ends = [found.end() for found in compiled(GRANTS).finditer(sentence[0])] if to_whom else []
        if to_whom and ends and ends[-1] > to_whom.end():
            start = sentence.start() + to_whom.start()
            given[start : sentence.end()] = bytes([1]) * (sentence.end() - start)
    return given


def is_granted(text: str, clause: tuple[int, int], given: bytearray) -> bool:
    """Whether a clause of such a sentence gives, or says for what is given."""
    if not given:
        return False
    start, stop = clause
    for end in (stop, start - 1):  # 新增量达到300万元的,给予1万元奖励
        if text[max(0, end - 1) : end + 1] == "的," and compiled(_IS_GIVEN).match(text, end + 1):
            return True
    if start >= len(given) or not given[start]:
        return False
    words = text[start:stop]
    if any(map(words.__contains__, TAKES_BACK)):  # 对多发的补贴3万元予以清退
        return False
    is_for = compiled(_GIVEN_NEXT).match(text, stop + 1) and not compiled(_IS_DONE).search(words)
    if not is_for and compiled(_SUM_OF_THE_YEAR).match(text, start):
        return False
    return bool(is_for or compiled(_GIVES).search(words))


def is_of_money(text: str, clause: tuple[int, int]) -> bool:
    """Whether a clause of an amount stands under a label of money: 总投资：2000万元, 资金来源：拨款200万."""
    start, stop = clause
    first = max(0, start - _FAR)
    if "元" not in text[start:stop] or ":" not in text[first:start]:
        return False
    sentence = max(first, *(text.rfind(sign, first, start) + 1 for sign in "。;\n"))
    is_label = any(map(text[sentence:start].__contains__, _MONEY))
    return is_label and compiled(_LABEL_OF_MONEY).match(text, sentence, start) is not None


def is_reason(text: str, start: int) -> bool:
    """(依据省目标8.5%增速), 围绕建成区100平方公里: a bracket that says why, a clause that says what for.

    涉及8个镇32个村 says whom it concerns.

    围绕新能源产业招引企业12家 says what is to be done, too.
    """
    aimed = compiled(_AIMED_AT).match(text, start)
    if aimed:
        words = compiled(r"(?:[0-9]{1,2}[月日]|[^,;。:0-9])*").match(text, aimed.end())
        return words is None or leads_to_no_verb(words[0])
    if text.startswith("涉及", start):
        return compiled(_CONCERNS).match(text, start) is not None
    return text[start - 1 : start] == "(" and compiled(_REASON).match(text, start) is not None
