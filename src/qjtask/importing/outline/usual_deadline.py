"""What is said of works without a deadline: 未注明完成时限的，均应于12月20日前完成; or of all works."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import repeat

from qjtask.core.text.patterns import compiled
from qjtask.core.time.dates import ANY_YEAR
from qjtask.core.time.deadline import DeadlineClass, read_deadline
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.row_words import without_note_label
from qjtask.importing.outline.outline import FoundWork, Outline, with_deadlines

_UNSAID = (
    r"(?:未|没有?)(?:注明|标明|标注|明确|写明|列明|载明|规定|填写|写|注|填)(?:具体|明确)*"
    r"(?:完成|办结|整改|落实)?的?(?:时限|期限|时间|日期)(?:要求)?的?"
    r"(?:各项|重点|任务|事项|工作|项目)*[，,：:]?"
    r"(?:均|都|一律|统一|全部|原则上|应当?|须|需|要|为|是|按|视为|默认|其?完成时限)*(?P<when>[^。；;，,）)]{2,24})"
)

_TIME = (
    r"(?P<when>(?:(?:19|20)[0-9]{2}年|[今本当]年)?(?:[0-9一二三四五六七八九十]{1,3}月份?(?:[0-9]{1,2}[日号]|[上中下]旬)?)?"
    r"年?[底末]?[之以]?前?)"
)
_MUST = r"(?:原则上|务必|必须|应当?|须|需|要|均|都|一律|统一|全部|为|是|于|在|确保|力争)*"
_DONE = r"(?:全面|全部|按期|如期)*(?:完成|办结|整改到位|整改完毕|落实到位|销号)"
_THINGS = r"(?:任务|工作|事项|项目|问题|措施|整改|目标)+"
_END = r"(?=[。；;，,\s]|$)"
_OF_ALL = (  # 各项任务须于12月31日前完成, 请各单位于11月底前完成, 完成时限：2025年底 in a line of the letter
    rf"(?:以上|上述|各项|所有|全部|列入[^，,。；;]{{1,14}}的)[^，,。；;]{{0,6}}?{_THINGS}{_MUST}{_TIME}{_DONE}{_END}",
    rf"(?:以上|上述|各项|所有|全部)[^，,。；;]{{0,6}}?{_THINGS}的?(?:完成|整改|办结)(?:时限|期限|时间){_MUST}{_TIME}{_END}",
    rf"(?:请|确保)[^，,。；;]{{0,16}}?(?:于|在)?{_TIME}{_DONE}(?:各项|上述|以上|全部|所有|所?承担的?|负责的|各自的?){{0,3}}{_THINGS}{_END}",
    rf"请[^，,。；;]{{0,16}}?[于在]{_TIME}{_DONE}{_END}",
    rf"请[^。；;]{{0,24}}?(?:任务|工作|事项|项目|目标)[^。；;]{{0,24}}?确保{_MUST}{_TIME}(?:全面|全部){_DONE}{_END}",
    rf"各[^，,。；;]{{0,10}}?(?:单位|部门|科室|责任人){_MUST}[于在]?{_TIME}{_DONE}{_END}",
    rf"(?:^|[。；;\s])(?:完成|整改|办结)(?:时限|期限|时间)[：:]\s*{_TIME}{_END}",
)
_ENDED = ("完成", "限", "到位")  # one of them stands in all of these
_SAYS_WHO = r"(?:责任|牵头|承办|配合)[^，,。；;：:]{0,4}[：:]"
_A_TIME = (
    r"(?<![十0-9])[0-9一二三四五六七八九十]{1,3}月|[年月季]度?[初底末]|季度|[上下]半年|年内|每[年月周季旬日天]"
    r"|(?:19|20)[0-9]{2}年"
)


def usual_deadline(texts: Iterable[str]) -> str:
    """When works without a deadline of their own are due, as a note under the table says; "" for none."""
    for text in texts:
        found = compiled(_UNSAID).search(without_note_label(text)) if "未" in text or "没" in text else None
        if found and read_deadline(found["when"], year=ANY_YEAR).kind is DeadlineClass.DATE:
            return found["when"].removeprefix("于").removesuffix("完成")
    return ""


def deadline_of_all(texts: Iterable[str]) -> tuple[str, str]:
    """When all works are due, as the letter around their table says, and its words; nothing for two days.

    What names who does something, too, is about that: 责任单位：甲局；完成时限：6月底.
    """
    found = dict(filter(None, map(_of_all, texts)))
    return next(iter(found.items())) if len(found) == 1 else ("", "")


def _of_all(text: str) -> tuple[str, str] | None:
    """When a paragraph says that all works are due, and in which words."""
    if not any(word in text for word in _ENDED) or compiled(_SAYS_WHO).search(text):
        return None
    for form in _OF_ALL:
        found = compiled(form).search(text)
        if found and read_deadline(found["when"], year=ANY_YEAR).kind is DeadlineClass.DATE:
            return found["when"], found[0].strip(" 。；;")
    return None


def says_usual(text: str) -> bool:
    """Whether a note is such a one."""
    return bool(usual_deadline([text]))


def with_usual_deadline(outline: Outline, usual: str) -> Outline:
    """The works whose deadline is blank given the usual one, told once."""
    read = f"没有写完成时限，表的注说未注明的是“{usual}”"
    return _given(outline, usual, _is_blank, read, "照注记") if usual else outline


def with_deadline_of_all(outline: Outline, texts: Iterable[str]) -> Outline:
    """The works of a table without a deadline given that of the letter, told once, but what says a time."""
    if not all(map(_is_blank, outline.rows)):
        return outline
    when, said = deadline_of_all(texts)
    return (
        _given(outline, when, _says_no_time, f"没有写完成时限，正文写着“{said}”", "照正文记")
        if when
        else outline
    )


def _given(
    outline: Outline, when: str, is_due: Callable[[FoundWork], bool], read: str, assumed: str
) -> Outline:
    """The works that are due by then with that as their deadline."""
    made, due = with_deadlines(outline, repeat(when), is_due)
    if not due:
        return outline
    places = tuple(due)
    doubt = Doubt(places[0], read, assumed, "不对请改 deadline", rows=places)
    return made._replace(doubts=(*outline.doubts, doubt))


def _is_blank(row: FoundWork) -> bool:
    return not row.deadline_text.strip()


def _says_no_time(row: FoundWork) -> bool:
    """Whether neither a work nor what heads it says when it is due, nor by when its steps are."""
    return not row.steps and not any(map(compiled(_A_TIME).search, (row.work, *row.path)))
