"""Numbers of things after a verb that nobody has listed: told, unless it points at what is there already."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.numbers.counted_things import begins_a_thing, is_of_thing, thing_words
from qjtask.importing.numbers.names_before import ENDS_AS_DEED
from qjtask.importing.numbers.placed_numbers import Placed, goes_on_with_and
from qjtask.importing.numbers.promise_words import (
    KIND_UNITS,
    OF_PAPER,
    PAPER_UNITS,
    POINTS_AT,
    RATES,
    SIZED,
    SPREADS,
    TAKES_BACK,
    TIMES,
)
from qjtask.importing.numbers.quantities import Bound
from qjtask.importing.numbers.served_things import is_for_whom, is_of_offices
from qjtask.importing.numbers.target_names import begins_with_a_verb, tidy_name

# 为50户家庭加装扶手, 50个小区新增充电设施: the verb stands behind what is counted.
_IS_DONE = (
    r"[^,;。:]{1,40}?(?:进行|实施|开展|提供|完成|实[现行]|试点|推行|[加安]装|更换|新增|改造|建[设成立]|达到|创[建成]|配备|发放|免费|投入使用"
    r"|上市|[竣开完]工|全部|全面|顺利|[如按]期|纳入|脱贫|摘帽|出列|通过|投[产运用]|入园|达标)"
)
_ALL = r"^(?:以(?:全|我|本)[区市县省州镇乡][^,;。:]{0,12}|(?:全|我|本)[区市县省州镇乡])$"  # 以全市18个链为
_SUCH_AS = r"[^等]{2,}等$"
_BRINGS = r"加[快强大]|力促|促进|抓[好紧实]"
_FUNDS = r"[^,;。:、()的0-9]{0,6}(?:资金|经费|贷款|投资)"
_OF_ITS_TASK = r"完成[^,;。:]{0,12}(?:的|下达)$"
_WHERE = r"(?:全|我|本)[区市县省州镇乡院校]$"
# 负责3个校区保洁工作, 做好4个片区供水保障: whose it is. 做好12个小区改造工作 does something with each.
_CARES = r"(?:负责|承担|做好|抓好|搞好|保障|维护)"
_CARED_FOR = (
    r".+(?:工作|事宜|事项|补贴|津贴|经费|物资|费用|保障|服务|秩序|安全|卫生|环境|管理|布置|保洁|值班|值守|宣传|维护|准备|接待|协调"
    r"|供[水电热暖气]|后勤)(?=[^\u4e00-\u9fff]|$)"
)
_OF_ALL = r"[全我本][市县区省州镇乡](?:现有)?$"
_WITH_A_NUMBER = (
    r"[^,;。:、0-9]{1,16}?(?:配[备置发送]|[加安新]装|更换|新增|增[加设配]|建[设成]|改造|铺设|发放|购置|捐赠)"
    r"[^,;。:、0-9]{1,16}[0-9.]+[^0-9,;。:、]{1,4}(?![^,;。:、()])"
)
_WORK = r"(?:等?(?:各项|相关|有关)?(?:工作|事宜|事项))$"
_TAKEN_BACK = rf"(?:全部|全额|足额|统一|一律|予以|进行|及时|限期){{0,2}}(?:{'|'.join(TAKES_BACK)})"
_BETTERS = r"(?:有效|切实|着力|进一步)?(?:改善|解决)"  # 改善9万人的饮水安全 does something for so many
_OF_PERSONS, _OF_PLACES = ("人", "户"), frozenset("处所")
_LONGEST_VERB = 8  # signs that may say what is done


def may_be_promised(one: Placed) -> bool:
    """Whether a number that no other rule explains counts things that something is to be done with."""
    thing = thing_words(one.after)
    if not _counts_things(one, thing):
        return False
    if compiled(_OF_ITS_TASK).search(one.before):
        return True
    before = one.before.strip()
    if compiled(_ALL).search(before):
        return False
    if is_for_whom(before):
        return _is_for_so_many(one, before, thing)
    if before in {"", "其中"}:
        return _has_its_verb_behind(one)
    is_beside = _is_of_paper(one, thing) or _is_cared_for(before, thing)
    return not is_beside and _is_led_by_a_verb(one)


def is_taken_back(one: Placed) -> bool:
    """将结余资金1286万元全部收回国库: money that a work takes back."""
    is_money = "元" in one.quantity.unit and one.before.lstrip().startswith(("对", "将", "把"))
    return is_money and compiled(_TAKEN_BACK).match(one.after) is not None


def _counts_things(one: Placed, thing: str) -> bool:
    """Whether a number is one of things, and neither of what another is of nor joined to what follows."""
    if not (_counts(one) and begins_a_thing(thing)):
        return False
    return not (is_of_thing(one) or goes_on_with_and(one))


def _is_for_so_many(one: Placed, before: str, thing: str) -> bool:
    """为50户家庭加装扶手: done for so many, who are no offices, papers, or all there are."""
    is_beside = _is_of_paper(one, thing) or is_of_offices(one) or _is_of_all(one, before)
    return one.quantity.bound is None and not is_beside and not _is_done_to_another(one)


def _is_done_to_another(one: Placed) -> bool:
    """为20所学校配备设备10套: a number of those whom so many are for, which stand behind it."""
    return not one.is_last and compiled(_WITH_A_NUMBER).match(one.after) is not None


def _is_of_all(one: Placed, before: str) -> bool:
    """对全市34所学校实行课后服务全覆盖: a number that says where."""
    return "全覆盖" in one.after and compiled(_OF_ALL).search(before) is not None


def is_of_whose(one: Placed) -> bool:
    """更换37处的阀门, 改善9万人的饮水: whose it is that something is done with, which no name counts."""
    quantity = one.quantity
    is_bare = quantity.is_count and quantity.is_typed and not (quantity.direction or quantity.bound)
    if not is_bare or not one.after.startswith("的"):
        return False
    words = tidy_name(one.before) or one.before.strip()
    if quantity.unit.endswith(_OF_PERSONS):
        return compiled(_BETTERS).fullmatch(words) is not None
    return quantity.unit in _OF_PLACES and begins_with_a_verb(words)


def _is_cared_for(before: str, thing: str) -> bool:
    """负责3个校区保洁工作: a number that says whose something is which nobody counts."""
    if compiled(_CARES).match(before) is None or compiled(_CARED_FOR).fullmatch(thing) is None:
        return False
    return compiled(ENDS_AS_DEED).search(compiled(_WORK).sub("", thing)) is None


def _is_of_paper(one: Placed, thing: str) -> bool:
    """细化120项重点任务, but not 18项工程."""
    return one.quantity.unit in KIND_UNITS and compiled(OF_PAPER).match(thing) is not None


def _has_its_verb_behind(one: Placed) -> bool:
    """为50户家庭加装扶手, 50个小区新增充电设施; 对32项指标进行分析 is of paper."""
    quantity = one.quantity
    if quantity.bound or quantity.unit in PAPER_UNITS or not one.is_last:
        return False
    if quantity.unit in SPREADS:  # 16公里慢行系统建设
        return compiled(ENDS_AS_DEED).search(one.after) is not None
    return quantity.is_count and compiled(_IS_DONE).match(one.after) is not None


def _counts(one: Placed) -> bool:
    """Whether the number is one of things (18座), or of what measures the only thing of its clause."""
    quantity = one.quantity
    if quantity.direction or not quantity.is_typed or quantity.bound is Bound.WITHIN:
        return False
    if quantity.unit in RATES | TIMES:
        return False
    if quantity.is_count or compiled(_FUNDS).match(one.after):
        return True
    return one.is_last and compiled(SIZED).match(one.after) is None


def _is_led_by_a_verb(one: Placed) -> bool:
    """A clause begins with its verb: what is short enough before a number is one."""
    if compiled(_FUNDS).match(one.after):
        return True
    if compiled(r"[的为对向给将把使让]\s*$").search(one.before):
        return False
    words = compiled(_WHERE).sub("", tidy_name(one.before) or one.before.strip())
    is_brought_about = begins_with_a_verb(words) or compiled(_BRINGS).match(words)
    if compiled(_SUCH_AS).search(words):  # 改造甲、乙等17个小区
        return compiled(POINTS_AT).search(words[:-1]) is None
    is_led = is_brought_about or len(words) <= _LONGEST_VERB
    return is_led and compiled(POINTS_AT).search(words) is None
