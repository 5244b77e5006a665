"""Matters with whoever sees to them, one on each line under 人员分工: 主持：周家芳; 舞台布置：工会小组."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.answering_offices import answering_offices
from qjtask.importing.clauses.clause_words import LABEL
from qjtask.importing.clauses.person_names import persons_listed
from qjtask.importing.lines.groups_with_members import says_members
from qjtask.importing.lines.levels import BULLET, number_and_body, read_level
from qjtask.importing.lines.paragraphs import Passage
from qjtask.importing.words.office_words import looks_like_person

_OVER = (
    r"(?:分工|(?:人员|工作|任务|具体)安排|(?:筹备|准备)工作|活动细节|工作人员|(?:人员|任务)分配|安排表)"
    r"(?:如下)?[：:]?$"
)
_MATTER = (  # 后勤：王平（负责游戏道具的摆放）
    r"(?P<what>[^，,。；;：:（()）]{2,16})[：:]\s*(?P<who>[^，,。；;：:（()）]{2,40})"
    r"(?P<how>[（(][^（()）]*[)）])?[。；;]?"
)
_NO_MATTER = r"时间|地点|主题|对象|名称|口号|电话|日期|目的|意义|宗旨|人员$|单位$|部门$|[成组委队]员$|指挥$"
_FEWEST = 3  # such lines
_LONGEST = 30  # signs of the line over them
_LED = (  # 3、晚宴组组长：黄丽，负责采购；
    r"(?P<group>[^，,。；;：:（()）]{2,14}组)(?:组长|负责人)[：:]\s*(?P<who>[^，,。；;：:（()）]{2,12})"
    r"[，,]\s*(?P<duty>负责(?!人).{4,})"
)


def with_matters_of_persons(passages: Sequence[Passage]) -> list[Passage]:
    """The passages; such matters as works, with who answers for each in brackets behind it."""
    made = [_with_leader_behind(passage) for passage in passages]
    for at, passage in enumerate(passages):
        if _is_over(passage.text):
            run = list(_run(passages, at + 1))
            found = {one: text for one in run if (text := _with_answering(passages[one].text))}
            if len(found) >= _FEWEST and len(found) * 2 > len(run):
                for one, text in found.items():
                    made[one] = passages[one]._replace(text=text)
    return made


def _is_over(text: str) -> bool:
    """Whether a line stands over who sees to what: 五、工作人员安排：."""
    return len(text) <= _LONGEST and compiled(_OVER).search(text) is not None


def _run(passages: Sequence[Passage], at: int) -> Iterator[int]:
    """The lines from `at` on that have a colon, but for those that say who is in a group."""
    while at < len(passages) and compiled("[：:].").search(passages[at].text):
        if _is_over(passages[at].text):
            return
        if not says_members(passages[at].text):
            yield at
        at += 1


def _with_answering(text: str) -> str:
    """主持（责任人：周家芳） of 主持：周家芳, with its number or a bullet; "" for another line."""
    printed = read_level(text)
    body = printed.text if printed else text
    found = compiled(_MATTER).fullmatch(body)
    if found is None or LABEL.match(body) or compiled(_NO_MATTER).search(found["what"]):
        return ""
    offices, _ = answering_offices("责任人", found["who"])
    names = persons_listed(found["who"])
    if not (offices or all(map(looks_like_person, names.split("、")))):
        return ""
    number = text[: len(text) - len(body)] if printed else f"{BULLET} "
    return f"{number}{found['what']}{found['how'] or ''}（责任人：{found['who'] if offices else names}）"


def _with_leader_behind(passage: Passage) -> Passage:
    """晚宴组：负责采购（负责人：黄丽） of 晚宴组组长：黄丽，负责采购；; any other passage as it is."""
    if "组" not in passage.text or "负责" not in passage.text:
        return passage
    number, body = number_and_body(passage.text)
    found = compiled(_LED).fullmatch(body)
    if found is None or not all(map(looks_like_person, persons_listed(found["who"]).split("、"))):
        return passage
    duty = found["duty"].rstrip("。；; ")
    return passage._replace(text=f"{number}{found['group']}：{duty}。（负责人：{found['who'].strip()}）")
