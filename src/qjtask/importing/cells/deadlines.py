"""The deadline of a work and the dates before it: from its column, its brackets, its note, or its text."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from qjtask.core.plan.plan import Milestone
from qjtask.core.text.patterns import compiled
from qjtask.core.text.signs import is_blank
from qjtask.core.time.dates import ANY_YEAR
from qjtask.core.time.deadline import Deadline, DeadlineClass, read_deadline
from qjtask.core.time.senses import Sense
from qjtask.core.time.span import Span
from qjtask.importing.cells.staged_deadlines import StagedDeadline, read_staged
from qjtask.importing.cells.work_times import PrintedTimes, Tell, TimeFrame, WorkTimes
from qjtask.importing.columns.column_content import is_deadline
from qjtask.importing.dates.named_times import NAMED_TIME, day_of_rhythm_in, is_within_year, rhythm_in
from qjtask.importing.dates.own_periods import with_named_periods
from qjtask.importing.dates.own_weekdays import with_weekdays
from qjtask.importing.dates.ticked_periods import last_step, ticked_periods, to_come
from qjtask.importing.dates.times import (
    Moment,
    deadline_in,
    gives_way,
    moments,
    passed_over,
    steps_of,
    takes_place,
)
from qjtask.importing.document.doubts import NONE
from qjtask.importing.document.school_years import with_later_year
from qjtask.importing.words.numbering import without_inner_numbers

_LONGEST = 120  # characters of a cell that may say several times
_SEASON = (  # ，秋季开学前投入使用; 开展暑假前安全教育 says of what kind
    r"(?:^|[，,；;。、：:（(\n]|[于在到]|确保|力争|务必|争取)(?P<when>(?:今年|明年|[12][0-9]{3}年)?"
    rf"{NAMED_TIME}"
    r"(?:假期)?(?:结束|到来|来临|开始)?之?前)(?!后|[的一两三])"
)

STAGED = "请核对 deadline 和 milestones"
"""What to do about a deadline cell of several times, and what such doubts are known by."""

NO_DEADLINE = ("没有写完成时限", "空着", "请补上 deadline")
"""What is told of a work without a deadline where others have one."""

EARLY = "年份不对请改 deadline"
"""What to do about a deadline before the issue, and what such doubts are known by."""

PLAIN_DEADLINE = "读错的请改 deadline"
PLAIN_STEP = "读错的请改 milestones"
"""What to do about times that a work says plainly, and what such doubts are known by."""

_OF_TIMES = ("时限", "期限", "时间", "节点")  # 下一步工作及时限 says itself that times stand below
_THIS_YEAR = ("当年", "当年度", "今年", "本年", "本年度")  # 当年首次上规的企业: which ones, and no time

_PLAIN = r"(?:[0-9月日]|[年月][底末]|季度[底末]?|半年|[底末])(?:之|以)?前$|[0-9年月度][底末]$"
_OF_A_PART = r"[0-9][^。；;]{1,40}其中[：:，,]?(?:力争|确保|在|于|到)?$"
_SO_MANY = r"[0-9一两二三四五六七八九十]|半|部分"
_ONLY_A_STEP = r"启动|开工|动工|开始|着手|部署|方案|计划|名单|台账|清单|立项|初稿"  # 6月底前拿出方案


def read_times(times: PrintedTimes, frame: TimeFrame, tell: Tell) -> WorkTimes:
    """When a work is due, and what it asks for before that."""
    year, issued = frame.year, frame.issued
    ticks = ticked_periods(times.steps)
    planned: Sequence[Milestone] = to_come(steps_of(ticks.steps, year=year), tell)
    is_last = ticks.headings or (planned and not frame.has_one_period)
    last = last_step(ticks.last, planned, year) if is_last else ""
    text, note = _printed(times, last, tell)
    if text and gives_way(text, times.work, year=year, issued=issued):
        text = ""
    note = "；".join(filter(None, (note, ticks.beside(text))))
    if frame.later:
        text = with_later_year(text, year, frame.later)
    work = with_named_periods(without_inner_numbers(times.work), issued, tell)
    work = with_weekdays(work, issued, tell)
    staged = read_staged(text, year=year, issued=issued) if len(text) <= _LONGEST else None
    steps: Sequence[Moment] | None = None
    if staged is not None:
        planned = (*planned, *staged.milestones)
        deadline = staged.deadline
        note = "；".join(filter(None, (note, f"完成时限：{text}")))
        _tell_staged(staged, text, tell)
    elif not is_blank(text):
        deadline = _understood(text, frame, tell)
    else:
        deadline, steps = _in_words(work, note, times, frame, tell)
    hidden = moments(work, year=year, issued=issued) if steps is None else steps
    said = {one.by for one in staged.milestones} if staged else set()
    asked = [one for one in _asked(hidden, work, deadline) if one.day not in said]
    milestones = (*planned, *_milestones(asked, deadline, tell))
    _tell_passed_over(work, deadline, frame, tell)
    return WorkTimes(deadline, milestones, note)


def _tell_staged(staged: StagedDeadline, text: str, tell: Tell) -> None:
    """That a cell gives several times, unless it says itself what each is for."""
    if not staged.is_named:
        assumed = f"按最后一个“{staged.deadline.text}”记，较早的记作时间节点"
        tell(f"完成时限“{text}”写了几个时间", assumed, STAGED, "deadline")


def _in_words(
    work: str, note: str, times: PrintedTimes, frame: TimeFrame, tell: Tell
) -> tuple[Deadline, Sequence[Moment]]:
    """The deadline of a work whose cell has none, in what is still to be done or in the work itself."""
    is_said = frame.is_usual or bool(times.printed.strip())  # somebody wrote / for none
    own = frame._replace(is_usual=is_said)
    found = _next_steps(work, note, own, tell) or _in_goals(work, times.goals, own, tell)
    return found or _hidden(work, own, tell)


def _asked(hidden: Iterable[Moment], work: str, deadline: Deadline) -> list[Moment]:
    """The times in a work, but those behind its deadline at which something only takes place."""
    end = deadline.date or date.max
    return [one for one in hidden if not (one.day > end and takes_place(work, one))]


def _printed(times: PrintedTimes, last_step: str, tell: Tell) -> tuple[str, str]:
    """The deadline as it is printed somewhere, and what is left of the note."""
    if not is_blank(times.printed):
        if times.term and times.term not in times.printed:
            read = f"具体工作的括号里写着完成时限“{times.term}”，另一栏是“{times.printed}”"
            tell(read, "按那一栏记", "请核对哪个对", "deadline", other=times.term)
        return times.printed, times.note
    if times.term:
        return times.term, times.note
    if last_step:
        return last_step, times.note
    if times.among_offices:
        text = times.among_offices[-1]
        tell(f"单位一栏里写着时限“{text}”", "当作完成时限", "不对请改 deadline", "deadline", other=NONE)
        return text, times.note
    if times.note and is_deadline(times.note):
        kind = read_deadline(times.note, year=ANY_YEAR).kind
        if kind is not DeadlineClass.ON_SCHEDULE:  # 按时序推进 only says that a work keeps to its time
            tell(f"备注写的是时限“{times.note}”", "当作完成时限", "不对请改 deadline", "deadline", other=NONE)
            return times.note, ""
    return "", times.note


def _understood(text: str, frame: TimeFrame, tell: Tell) -> Deadline:
    deadline = read_deadline(text, year=frame.year, issued=frame.issued)
    if deadline.doubt or deadline.kind is DeadlineClass.UNKNOWN:
        tell(f"完成时限“{text}”：{deadline.doubt or '没有读懂'}", "照印的记", "请改 deadline", "deadline")
    elif deadline.date is not None and deadline.date < (frame.issued or date(frame.year, 1, 1)):
        # Excel puts the current year to a day typed without one: in December, the year before.
        before = "发文日期" if frame.issued else f"{frame.year}年"
        other = Span(1, "y").after(deadline.date).isoformat()
        tell(f"完成时限“{text}”早于{before}", "照印的记", EARLY, "deadline", other=other)
    return deadline


def _hidden(work: str, frame: TimeFrame, tell: Tell) -> tuple[Deadline, list[Moment]]:
    """The deadline that the text says itself, with the steps before it."""
    found = deadline_in(work, year=frame.year, issued=frame.issued)
    if found is not None:
        last, steps = found
        part = _due_in_part(work, frame) if "其中" in work and not steps else None
        if part is not None and part.day == last.date:
            read = f"{frame.blank}，具体工作里写着其中一部分“{part.words}”完成"
            tell(read, f"记作时间节点 {part.day}，完成时限空着", "请补上 deadline", "deadline")
            return read_deadline("", year=frame.year), [part]
        is_plain = _is_plain(last, steps, work, frame)
        if not (is_plain and frame.dated_inside):
            _tell_taken("具体工作", last, frame, tell, is_plain=is_plain)
        return found
    season = compiled(_SEASON).search(work) if "前" in work else None
    named = season["when"] if season else day_of_rhythm_in(work)
    if named:
        return _called(named, frame, tell), []
    rhythm = "" if frame.is_usual else rhythm_in(work)  # 每季度开展1次 where no work has a day is no news
    if rhythm:
        read = f"{frame.blank}，具体工作里写着“{rhythm}”"
        tell(read, "没有写是哪一天，空着", "请补上 deadline", "deadline")
    elif not frame.is_usual:
        tell(*NO_DEADLINE, "deadline")
    return read_deadline("", year=frame.year), []


def _due_in_part(work: str, frame: TimeFrame) -> Moment | None:
    """The only date of a work, where no more than a part is due by it: 新增2000个，其中10月底前完成1200个."""
    asked = list(moments(work, year=frame.year, issued=frame.issued))
    is_alone = len(asked) == 1 and compiled(_OF_A_PART).search(work[: asked[0].start]) is not None
    return asked[0] if is_alone and compiled(_SO_MANY).search(asked[0].work) else None


def _called(when: str, frame: TimeFrame, tell: Tell) -> Deadline:
    """The deadline that a work says by a season or a feast, 春节前, or by a day that returns: 每周五."""
    deadline = read_deadline(when, year=frame.year, issued=frame.issued)
    read = f"{frame.blank}，具体工作里写着“{when}”"
    if deadline.date is None and deadline.recurrence is None:
        tell(f"{read}，没有写哪一天", "照印的记", "请改 deadline", "deadline")
    else:
        day = f" {deadline.date}" if deadline.date else "，每期都有"
        tell(read, f"当作完成时限{day}", "请核对 deadline", "deadline", other=NONE)
    return deadline


def _next_steps(work: str, note: str, frame: TimeFrame, tell: Tell) -> tuple[Deadline, list[Moment]] | None:
    """The deadline in what is still to be done; None where nothing is, and where the work says one itself."""
    if "下" not in note and "拟" not in note:
        return None
    from qjtask.importing.cells.next_steps import time_in_next_steps  # few tables say so

    found = time_in_next_steps(note, year=frame.year, issued=frame.issued)
    if found is None or deadline_in(work, year=frame.year, issued=frame.issued) is not None:
        return None
    heading, text, last, steps = found
    if steps or not heading.endswith(_OF_TIMES):
        _tell_taken(heading, last, frame, tell, is_plain=_is_plain(last, steps, text, frame))
    return last, steps


def _in_goals(
    work: str, goals: str, frame: TimeFrame, tell: Tell
) -> tuple[Deadline, Sequence[Moment]] | None:
    """The deadline in the column of goals; None where that has none, and where the work says one itself."""
    found = deadline_in(goals, year=frame.year, issued=frame.issued) if goals else None
    if found is None or deadline_in(work, year=frame.year, issued=frame.issued) is not None:
        return None
    last, steps = found
    _tell_taken("目标一栏", last, frame, tell, is_plain=_is_plain(last, steps, goals, frame))
    return found


def _tell_taken(where: str, last: Deadline, frame: TimeFrame, tell: Tell, *, is_plain: bool) -> None:
    """That a time was taken for the deadline, and where it is written."""
    day = f" {last.date}" if last.date else ""
    fix = PLAIN_DEADLINE if is_plain else "请核对 deadline"
    tell(f"{frame.blank}，{where}里写着“{last.text}”", f"当作完成时限{day}", fix, "deadline", other=NONE)


def _is_plain(deadline: Deadline, steps: Sequence[Moment], work: str, frame: TimeFrame) -> bool:
    """Whether a work says one time, by when it is done: 6月底前建成; 6月底前拿出方案 may be a step of it."""
    if deadline.date is None or steps or compiled(_PLAIN).search(deadline.text) is None:
        return False
    asked = list(moments(work, year=frame.year, issued=frame.issued))
    is_alone = len(asked) <= 1 and not any(passed_over(work, year=frame.year, issued=frame.issued))
    return is_alone and not any(compiled(_ONLY_A_STEP).search(one.work) for one in asked)


def _milestones(hidden: Sequence[Moment], deadline: Deadline, tell: Tell) -> Iterator[Milestone]:
    """Dates in the text that the deadline does not say."""
    end = deadline.date if deadline.milestone is None else None
    seen = set()
    for moment in hidden:
        if moment.day == deadline.date or (moment.day, moment.work) in seen:
            continue
        seen.add((moment.day, moment.work))
        if not deadline.text:  # a part's, which is told with the deadline that lacks
            yield Milestone(moment.day, moment.work or moment.words)
            continue
        if end is not None and moment.day > end:
            if is_within_year(moment.words) and moment.day.year == end.year:
                continue  # 年内 and 11月底前 say the same, the column more exactly
            read = f"具体工作里的“{moment.words}”晚于完成时限“{deadline.text}”"
            tell(read, "按完成时限一栏记", "请核对哪个对", "deadline", other=moment.day.isoformat())
            continue
        read = f"具体工作里藏着时间“{moment.words}”，完成时限是“{deadline.text}”"
        day = moment.day.isoformat()
        is_plain = bool(moment.work) and compiled(_PLAIN).search(moment.words) is not None
        fix = PLAIN_STEP if is_plain else "不对请改 milestones"
        tell(read, f"记作时间节点 {day}", fix, "milestones", day, NONE)
        yield Milestone(moment.day, moment.work or moment.words)  # a work that says nothing but when


def _repeats(words: str, deadline: Deadline, frame: TimeFrame) -> bool:
    """Whether a recurring deadline is what words in the text say: 每周五, but not 每月底 beside it."""
    if deadline.kind is not DeadlineClass.RECURRING:
        return False
    each = read_deadline(words, year=frame.year, issued=frame.issued).recurrence
    return each is None or each == deadline.recurrence


def _tell_passed_over(work: str, deadline: Deadline, frame: TimeFrame, tell: Tell) -> None:
    """Times in the text that are no steps, but those that the deadline says already."""
    for mention in passed_over(work, year=frame.year, issued=frame.issued):
        is_said = mention.day == deadline.date if mention.day else _repeats(mention.words, deadline, frame)
        is_plain_year = mention.sense is Sense.LIMITING and mention.words in _THIS_YEAR
        if not (is_said or is_plain_year):
            before = "早于发文日期" if frame.issued else f"早于{frame.year}年"
            read = f"具体工作里的“{mention.words}”{mention.sense.value or before}"
            field, other = "milestones", f"{mention.day} {mention.words}" if mention.day else ""
            if mention.day is None and not deadline.text:
                is_read = read_deadline(mention.words, year=frame.year).kind is not DeadlineClass.UNKNOWN
                field, other = "deadline", mention.words if is_read else ""
            tell(read, "没有记作时间节点", "要提醒请写进 milestones", field, other=other)
