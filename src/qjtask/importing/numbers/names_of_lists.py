"""The names of a list that shares its numbers: A、B分别达到X、Y, A、B、C各5个, 城乡居民收入分别增长."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.numbers.names_before import ENDS_AS_DEED
from qjtask.importing.numbers.promise_words import MEASURED, RATE_NAMES
from qjtask.importing.numbers.target_names import is_only_a_verb, is_place, tidy_name

_AND = (
    r"、|和(?<![饱共总缓温柔调亲]和)(?![谐平解睦])|以及"
    r"|及(?<![普涉惠波以顾危]及)(?!时|格|其?以[上下])|与(?<!参与)(?!会)"
)
_SIGNS_OF_AND = frozenset("、和及与")
_COMPLETE = rf"(?:{MEASURED}|[率量数额值比]|能耗|强度|浓度)$"
_AMOUNT = (
    r"(?:收入|支出|投资|总?产值|生产总值|增加值|额|量|数|税收|就业|浓度|强度|能耗"
    r"|标准|津贴|补贴|抚恤金|养老金|工资|待遇)$"
)
_A_TIME = r"(?:(?:19|20)?[0-9]{2}年底?|上年|去年|“?十[一二三四]五”?末?)(?:同期)?"
_SAID_OF_EACH = r"(?<![平人户亩生村年日月])均(?=[较比]|同比|$)|(?<![成首])都$"
_COMPARED = rf"(?:力争|预计|计划)?(?P<base>[较比]{_A_TIME}|同比)均?$"
_SHARE_OF = rf"(?:{MEASURED})占[^、]{{2,20}}(?:比重|比例)$"  # 畜牧业和渔业产值占农业总产值的比重
_BOTH = r"^(?P<lead>[^、和及与]*?)城乡(?P<of>[^、和及与]{2,18})分别"
_SHARED_THINGS = (
    r"(?<=..)(?:示范基地|种植基地|养殖基地|基地|示范区|示范点|示范村|产业园|服务中心|服务站|服务点"
    r"|演练|竞赛|比赛|讲座|培训|展览|活动)$"
)
_TOWN_AND_COUNTRY = 2
_SHORTEST_OF_EACH = 3  # signs
_SHORT = 4  # signs of a name that shares the end of the last one in its list


def shared_out(words: str, count: int, *, in_turn: bool, is_change: bool = False) -> list[str] | None:
    """The names of a list with one number for each: A和B分别; None when they are not so many.

    With one number for all, only rates are told apart (差评整改率、回访率), what 分别 says is, and
    amounts that change alike (财政收入和税收收入增长8%).
    """
    if in_turn and count == _TOWN_AND_COUNTRY and "城乡" in words:
        words = compiled(_BOTH).sub(r"\g<lead>城镇\g<of>、农村\g<of>分别", words)
    if not is_list(words):
        return None
    listed, said = _said_of_all(words, in_turn=in_turn, is_change=is_change)
    names = [tidy_name(name) for name in compiled(_AND).split(listed)]
    names = _with_shared_thing(names) if count == 1 else names
    is_of_each = len(names) == count or (
        count == 1 and (in_turn or _share_a_number(names, words, is_change=is_change))
    )
    if "" in names or not is_of_each:
        return None
    whole = _with_shared_end(names)
    return None if in_turn and whole == names and _is_cut(names) else [_told_of(name, said) for name in whole]


def is_of_each_named(words: str) -> bool:
    """Whether a number is that of each thing of a list: 文化广场、健身广场、便民超市各5个."""
    if not words.endswith("各"):
        return False
    names = _with_shared_thing([tidy_name(name) for name in compiled(_AND).split(words)])
    return len(names) > 1 and all(
        len(name) >= _SHORTEST_OF_EACH and not is_place(name) and not is_only_a_verb(name) for name in names
    )


def _told_of(name: str, said: str) -> str:
    return said + name if said and is_only_a_verb(said) else name + said


def _said_of_all(words: str, *, in_turn: bool, is_change: bool) -> tuple[str, str]:
    """A list without what its end says of each name: A、B分别占…, and of changes A、B较2020年."""
    listed, _, said = words.rpartition("分别") if in_turn else (words, "", "")
    if said and is_only_a_verb(said):  # 甲、乙分别新增20家、15家
        return listed, said
    if not (is_change or said.startswith("占")):
        listed, said = words, ""
    base = compiled(_COMPARED).search(listed) if is_change else None
    return (listed[: base.start()], base["base"] + said) if base else (listed, said)


def _share_a_number(names: Sequence[str], words: str, *, is_change: bool) -> bool:
    """Whether one number may be that of each name, as it may of more when the words say so (均)."""
    is_said_of_each = compiled(_SAID_OF_EACH).search(words) is not None
    return _are_alike(_with_shared_end(names) if is_said_of_each else names, is_change=is_change)


def _are_alike(names: Sequence[str], *, is_change: bool) -> bool:
    """Whether one number may be that of each name: of rates, and of amounts that change."""
    if all(compiled(RATE_NAMES).search(name) for name in names):
        return True
    return is_change and all(compiled(_AMOUNT).search(name) for name in names)


def is_list(words: str) -> bool:
    """Whether the words name several things: 甲、乙."""
    return not _SIGNS_OF_AND.isdisjoint(words) and compiled(_AND).search(words) is not None


def _is_cut(names: Sequence[str]) -> bool:
    """Whether what the names share was printed once, with no sign where it begins: 居民、职工报销范围."""
    return len(names[-1]) > 2 * _SHORT and any(
        (len(name) <= _SHORT or name.endswith("以上")) and compiled(_COMPLETE).search(name) is None
        for name in names[:-1]
    )


def _with_shared_end(names: Sequence[str]) -> list[str]:
    """工业、农业、服务业增加值 prints once what is measured of each."""
    end = compiled(_SHARE_OF).search(names[-1]) or compiled(rf"(?:{MEASURED})$").search(names[-1])
    if end is None or end[0] == names[-1]:
        return _with_what_follows(names)
    return [
        name if compiled(_COMPLETE).search(name) or len(name) > _SHORT else _joined(name, end[0])
        for name in names[:-1]
    ] + [names[-1]]


def _with_what_follows(names: Sequence[str]) -> list[str]:
    """单电源客户、双电源客户办电时间 prints once what is measured of each: what follows their common end."""
    first, last = names[0], names[-1]
    for length in range(min(_SHORT, len(first) - 1), 0, -1):
        end = first[-length:]
        at = last.find(end, 1, len(last) - 1)
        if at > 0 and all(name.endswith(end) for name in names[:-1]):
            tail = last[at + length :].removeprefix("分别")
            return [*(name + tail for name in names[:-1]), last[: at + length] + tail]
    return list(names)


def _with_shared_thing(names: Sequence[str]) -> list[str]:
    """稻谷、玉米示范基地 names two kinds of one thing, which is printed once."""
    thing = compiled(_SHARED_THINGS).search(names[-1])
    if thing is None or any(not name or _is_whole(name, thing[0]) for name in names[:-1]):
        return list(names)
    if (parted := _with_what_follows(names)) != names:  # 春季、秋季植树活动
        return parted
    return [*(name + thing[0] if len(name) <= _SHORT + 2 else name for name in names[:-1]), names[-1]]


def _is_whole(name: str, thing: str) -> bool:
    """Whether a name needs no end of the last one's: 座谈会, 安全检查 of 安全检查、应急演练各2次."""
    return name.endswith((thing, "会")) or compiled(ENDS_AS_DEED).search(name) is not None


def _joined(name: str, end: str) -> str:
    """城镇居民 with what it shares with 农村居民人均收入, which begins with what the name ends in."""
    return name + end[2:] if end.startswith(name[-2:]) else name + end
