"""Numbers that say how much there is, what it costs, or what was paid: 总投资3亿元, 停车场有1.2万平方米."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.numbers.counted_things import is_of_thing
from qjtask.importing.numbers.placed_numbers import Placed, ends_a_part
from qjtask.importing.numbers.promise_words import DESCRIBES, FACTS, HEDGE, PAYS, TAKES_BACK
from qjtask.importing.numbers.quantities import Bound
from qjtask.importing.numbers.target_names import begins_with_a_verb, tidy_name
from qjtask.importing.numbers.unlisted_verbs import may_be_promised

_ONCE_BUILT = r"(?:项目|工程)?(?:全部|全面)?(?:建成|竣工|完工|达产|投产|投用|投入使用|投运){1,2}后"
_OF_THE_PLAN = r"占(?:全年|本?年度?)[^,;。]{0,12}(?:计划|目标|任务)[^,;。]*$"  # 占年度计划150万人的69%
_DESCRIBED = rf"(?:{DESCRIBES})[^0-9]*$"
_IS_TO_HAVE = "每|确保|力争|争取|实现|达到|至少|[都均]有"
_HANDS_OUT = ("发放", "落实", "兑现", "兑付", "拨付", "争取")
_FUNDS = ("补贴", "补助", "奖补", "补贴资金", "补助资金", "奖补资金", "奖励资金")
# 县财政安排县卫计局经费50万元, 列支工作经费30万元: what the work may cost. 争取, 整合 and 兑现 are the work.
_PAYS_FOR = r"解决(?=[^,;。:0-9]{0,12}(?:资金|经费|费用)$)"
_BUDGET = (
    r"(?:财政(?:局|所|部门|资金)?(?:每年|年初|已|另|统筹|一次性|给予|专项|本级|预算){0,2}"
    rf"(?:安排|拨付|拨款|列支|投入|补助|配套|核拨|{_PAYS_FOR})"
    r"|(?:^|[、并另再拟年内由]|决定|研究)(?:从[^,;。:]{0,10})?"
    rf"(?:安排|列支|划拨|预留|核拨|自筹|匹配|{_PAYS_FOR})(?![^,;。:]{{0,12}}(?:投资|支出)))"
    r"[^,;。:0-9]{0,14}$|投入[^,;。:0-9]{0,6}(?:资金|经费)(?:约|共)?$|^(?:计划|预计|拟|[共总]计?)?投入$|(?:同意|批准)[^,;。:0-9]{2,28}$"
)
_FROM_FUNDS = (
    *("同意", "批准", "决定", "财政", "投入", "安排", "列支"),
    *("划拨", "预留", "核拨", "自筹", "匹配", "解决"),
)
_SUMS, _MONEY = frozenset("万亿"), ("资金", "经费", "费用")  # 投入资金2000万
_LONGEST_BUDGET = 32  # signs
_LAND = r"(?:建设|项目|规划|总)?用地$"
_HOW_LONG = r"(?![总全]长)(?P<thing>[^,;。:、0-9]{1,24}?)[总全]?长度?"
_LENGTHS, _SHORT = frozenset(("米", "公里", "千米")), 3  # signs of a thing that no verb stands before
_MEANS = ("人均", "户均", "亩均")
_LONGEST_DESCRIPTION = 12  # signs
_LONGEST_FACT = 6  # signs: a pattern that ends at $ is tried at every sign before it


def is_told_fact(one: Placed) -> bool:
    """Whether the words before a number say how much there is, or what it costs."""
    if one.quantity.direction:
        return False
    words, near = one.before.rstrip(), one.before[-_LONGEST_DESCRIPTION:]
    if (is_length := _is_length_of_it(one, words)) is not None:
        return is_length
    if words.endswith("编制") and one.quantity.unit in {"人", "名"}:
        return True
    if _is_promised_all_the_same(one, words):
        return False
    if words.endswith("有") and ends_a_part(one) and not compiled(_IS_TO_HAVE).search(words):
        return True  # 停车场有1.2万平方米
    is_described = compiled(_DESCRIBED).search(near) is not None  # 总投资3亿元的8个项目 counts projects
    is_there = _is_once_built(words) or compiled(FACTS).search(words[-_LONGEST_FACT:]) is not None
    return is_described or is_there or _is_share_of_the_plan(one) or _is_paid(one) or _is_budget(one)


def _is_once_built(words: str) -> bool:
    """达产后年产值2亿元: what there will be once it is built."""
    return "后" in words and compiled(_ONCE_BUILT).match(words.lstrip("、 ")) is not None


def _is_length_of_it(one: Placed, words: str) -> bool | None:
    """道路长670米 says how long something is, 清淤河道长度5公里 how much is done; None for other words."""
    found = compiled(_HOW_LONG).fullmatch(words.strip("、 ")) if one.quantity.unit in _LENGTHS else None
    if found is None:
        return None
    if begins_with_a_verb(found["thing"]):
        return False
    return True if len(found["thing"]) <= _SHORT else None


def _is_promised_all_the_same(one: Placed, words: str) -> bool:
    """改造约30个小区, 借阅图书人均15本以上, 改造甲、乙等17个小区, 盘活用地3亩: words that else tell facts."""
    if words.endswith(_MEANS):
        return one.quantity.bound is Bound.OVER
    if words.endswith("等"):
        return may_be_promised(one)
    if words.endswith("用地"):
        made = compiled(_LAND).sub("", tidy_name(words))
        return made not in {"", "建设"} and (begins_with_a_verb(made) or made.startswith("保障"))
    return compiled(HEDGE).search(words[-_LONGEST_FACT:]) is not None and is_of_thing(one)


def _is_budget(one: Placed) -> bool:
    """县财政安排经费50万元, 每年安排100万元专项资金: what there is to spend."""
    near = one.before.strip("、 ")[-_LONGEST_BUDGET:]
    is_money = "元" in one.quantity.unit or (one.quantity.unit in _SUMS and near.endswith(_MONEY))
    may_be = is_money and any(map(near.__contains__, _FROM_FUNDS))
    is_done = near.startswith(("完成", "实现", "兑现", "争取", "落实", *TAKES_BACK))
    return may_be and not is_done and compiled(_BUDGET).search(near) is not None


def _is_share_of_the_plan(one: Placed) -> bool:
    """占年度计划150万人的69%: how much of it was done."""
    may_be = one.quantity.unit == "%" and "占" in one.before
    return may_be and compiled(_OF_THE_PLAN).search(one.before) is not None


def _is_paid(one: Placed) -> bool:
    """投入资金3亿元, but 清退违规发放津补贴12.6万元 is what is done."""
    before = one.before.strip("、 ")
    if "元" not in one.quantity.unit or before.startswith(TAKES_BACK):
        return False
    if before.startswith(_HANDS_OUT) and "每" not in before and before.endswith(_FUNDS):
        return False  # 发放种粮补贴3000万元 is what is to be done
    return compiled(PAYS).search(one.before[-_LONGEST_DESCRIPTION:]) is not None
