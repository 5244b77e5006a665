"""Times within which a service is done: 不动产登记5个工作日内办结 promises at most so many days."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.numbers.placed_numbers import Placed
from qjtask.importing.numbers.promise_words import TIMES
from qjtask.importing.numbers.quantities import Bound

_UNITS = TIMES - frozenset(("年", "岁", "周岁", "个月"))
_OTHERS = r"(?:[、,和及][^,;。、0-9]{1,14}[0-9.]{1,5}(?:个?工作日|天|日|小时|分钟)以?内)*"
_FINISHED = (
    r"(?:全部|全程|即可|一次性|一律)?(?:完成|办结|办理完[毕成]|办[好成完]|审[批结核]|批复|[出发领拿]证|答复|响应|回应|反馈"
    r"|拨付|兑[现付]|发放|修复|赶到|到[位达场]|送达)"
)
_DONE = rf"{_OTHERS}\s*{_FINISHED}"
# What an office is asked for; 部署会召开, 接到任务后 and 收到文件之日起 say from when the days count.
_SERVICE = (
    r"(?<![后起])(?:办理|审批|审核|审查|登记|开办|注销|报装|接[入电水气]|报告[书表]|登记表|备案|许可|核准|变更|刻制|受理|申报|申请|退税"
    r"|评估|过户|抵押|查询|转移|贷款|拨付|兑付|施工图|手续|事项|业务|诉求|投诉|工单|[办案]件|证[照书明]?|执照|环节|时[间限])(?:在|于|须|应|要)?$"
)
_SINCE = r"后|起|之日|自|接[到报]|收到"


def is_done_within(one: Placed) -> bool:
    """Whether something is to be done within a time that the number says: 1个工作日内办结."""
    quantity = one.quantity
    is_time = quantity.unit in _UNITS and quantity.bound is Bound.WITHIN and quantity.direction is None
    return is_time and compiled(_DONE).match(one.after) is not None


def done_words(one: Placed) -> str:
    """The words after a service's time that say what is done by then: 办结; "" where there are none."""
    found = compiled(rf"\s*{_FINISHED}").match(one.after) if is_service_time(one) else None
    return found[0] if found else ""


def is_service_time(one: Placed) -> bool:
    """Whether that time is what a named service takes at most."""
    if not is_done_within(one):
        return False
    before = one.before.rstrip()
    return compiled(_SERVICE).search(before) is not None and not compiled(_SINCE).search(before)
