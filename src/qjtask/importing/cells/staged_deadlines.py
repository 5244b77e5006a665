"""A deadline cell with several times, 3月开工，12月完工: the last is the deadline, the others are steps."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Milestone
from qjtask.core.text.patterns import compiled
from qjtask.core.time.dates import count_times, read_when
from qjtask.core.time.deadline import Deadline, DeadlineClass, read_deadline
from qjtask.core.time.phrases import without_lead
from qjtask.core.time.spelling import canonical
from qjtask.importing.dates.named_times import NAMED_TIME

_BETWEEN = r"\s*[，,；;。\n]\s*"
_MOST = 8  # parts of a cell
_A_YEAR = r"(?<![0-9])((?:19|20)[0-9]{2})年"
# A time of the year that every year has on another day: a stage with it has no date, and hides none.
_NAMED_TIME = rf"(?:[春秋暑寒今明][季期年天])?{NAMED_TIME}(?:节|期|季|来临)*(?:之?前|期间|前夕|后)"
_NAME = (
    r"第?[一二三四五六七八1-8]个?(?:阶段|批次?|期|步|轮)(?:任务|工作|整改|工程|项目|建设)?"
    r"(?=[：:]|[^，,；;。]*[0-9一二三四五六七八九十]+(?:年|月|季)|年底|[上下]半年)"
)
_SEASON = (  # 春季5月底、秋季11月底: each time is that of a season's part of the work
    r"(?:[春夏秋冬][季防]?|汛期?[前中后]|[上下]半年|[寒暑]假[前后]?)(?=(?:[0-9]{4}年)?[0-9一二三四五六七八九十]{1,2}月)"
)
_TIME_AND_WORK = (  # 6月检查3家、8月检查3家; 3月、6月 say no work
    r"(?:[0-9]{4}年)?(?:[0-9]{1,2}月份?(?:[0-9]{1,2}日|[上中下]旬|[初中底末])?|第?[一二三四1-4]季度|[上下]半年)"
    r"前?(?![上中下]旬)[^0-9起至到和及前后初底末，,；;。]{2}[^，,；;。]*$"
)
_BARE = (  # 1月、9月; 上半年、下半年各一次
    r"(?:[0-9]{4}年)?(?:[0-9]{1,2}月份?(?:[0-9]{1,2}日|[上中下]旬|[中底末])?"
    r"|第?[一二三四1-4]季度末?|[上下]半年|年底)(?:之?前)?"
)
_EACH_ONCE = (
    r"(?:分别|各)(?:开展|组织|进行|完成|举[办行]|召开)?(?:[1一](?:次|场|期|轮|批)[^0-9，,；;。、]{0,12})?$"
)
_NO_END = r"起|开始|[以之]?[前后]|左右|至|到"


class StagedDeadline(NamedTuple):
    """The last stage as the deadline, and the earlier ones; `is_named` when each says which stage it is."""

    deadline: Deadline
    milestones: tuple[Milestone, ...]
    is_named: bool = False


class _Stage(NamedTuple):
    """A stage of a work: its last day, and what is done by then, as printed; None where no day is named."""

    day: date | None
    work: str


def read_staged(text: str, *, year: int, issued: date | None) -> StagedDeadline | None:
    """Read several times in one cell, each a stage later than the one before it; None for any other cell.

    A stage without a year is in that of the stage before it. Every stage but the last says what is done
    by then, or no stage does: 6月、12月各一次. 春节前 is no date: what is due by then stays in the
    cell's text alone.
    """
    bare = _bare_times(text)
    names, pieces = _names_apart(bare or _parts(text))
    if not pieces:
        return None
    *earlier, end = _with_years(pieces)
    last = _last(end, year, issued)
    if last.kind is not DeadlineClass.DATE or last.date is None:
        return None
    stages = [
        _called(part, part, year) if bare else _named(name, part, year, issued)
        for name, part in zip(names, earlier, strict=False)
    ]
    steps = _steps(stages, last.date)
    return None if steps is None else StagedDeadline(last, steps, any(names))


def _steps(stages: Sequence[_Stage | None], last: date) -> tuple[Milestone, ...] | None:
    """The stages that name a day as steps; None unless all are stages, each later than the one before it."""
    if None in stages:
        return None
    steps = tuple(Milestone(one.day, one.work) for one in stages if one and one.day)
    days = [*(step.by for step in steps), last]
    return steps if all(one < other for one, other in pairwise(days)) else None


def with_stages_parted(text: str) -> str:
    """A cell with a stage on each of its lines, and a stop between them: 9月底前完成改造⏎10月底前验收.

    A line that a narrow column broke begins with no time of its own, or ends before it says what is done.
    """
    lines = text.split("\n")
    are_stages = 1 < len(lines) <= _MOST and all(map(compiled(_TIME_AND_WORK).match, lines))
    return "；".join(line.strip("；;，,。 ") for line in lines) if are_stages else text


def _names_apart(pieces: Sequence[str]) -> tuple[list[str], Sequence[str]]:
    """The name of each stage (第一阶段), and the stages without it; all "" unless every stage has one."""
    names = list(map(_name, pieces))
    if not all(names):
        return [""] * len(pieces), pieces
    return names, [piece.removeprefix(name).lstrip("：:") for piece, name in zip(pieces, names, strict=True)]


def _name(piece: str) -> str:
    """Which stage a piece says that it is, or which season's: 第一阶段6月底前, 秋季11月底; "" for none."""
    found = compiled(_NAME).match(piece) or compiled(_SEASON).match(piece)
    return found[0] if found else ""


def _named(name: str, part: str, year: int, issued: date | None) -> _Stage | None:
    """A stage with its name, if any, before what is done by then, or instead: 第一阶段6月底前."""
    stage = _stage(part, year, issued)
    if stage is not None:
        return stage._replace(work=name + stage.work)
    return _called(name, part, year) if name else None


def _called(name: str, part: str, year: int) -> _Stage | None:
    """A stage that says no more than when, called by that name: its own, or the time itself."""
    read = read_deadline(part, year=year)
    return _Stage(read.date, name) if read.date and not read.doubt else None


def _last(part: str, year: int, issued: date | None) -> Deadline:
    """The last stage; where its words are not understood, its date alone, as printed: 11月：总结."""
    read = read_deadline(part, year=year, issued=issued)
    stage = _stage(part, year, issued) if read.kind is DeadlineClass.UNKNOWN else None
    if stage is None or stage.day is None:
        return read
    return read_deadline(part.removesuffix(stage.work).rstrip("：:"), year=year, issued=issued)


def _parts(text: str) -> Sequence[str]:
    """The stages of a cell; words without a time go with those before them. Nothing for any other cell."""
    whole = text.strip().rstrip("。；;")
    listed = whole.split("、")
    are_stages = len(listed) > 1 and (
        all(map(compiled(_SEASON).match, listed)) or all(map(compiled(_TIME_AND_WORK).match, listed))
    )
    pieces = listed if are_stages else compiled(_BETWEEN).split(whole)
    if not 1 < len(pieces) <= _MOST:
        return []
    parts: list[str] = []
    for piece in pieces:
        if parts and not _has_time(piece):
            parts[-1] = f"{parts[-1]}，{piece}"
        else:
            parts.append(piece)
    return parts if len(parts) > 1 else []


def _bare_times(text: str) -> Sequence[str]:
    """The times of a cell that says no more than when, 1月、9月; nothing for any other cell."""
    listed = compiled(r"[、和及]").split(compiled(_EACH_ONCE).sub("", text.strip().rstrip("。；;")))
    is_bare = 1 < len(listed) <= _MOST and all(map(compiled(_BARE).fullmatch, listed))
    return listed if is_bare else []


def _has_time(piece: str) -> bool:
    is_dated = piece[:1].isdecimal() or count_times(canonical(piece)) > 0
    return is_dated or compiled(_NAMED_TIME).match(piece) is not None


def _stage(part: str, year: int, issued: date | None) -> _Stage | None:
    """A stage before the last; None for what is none."""
    read = read_deadline(part, year=year, issued=issued)
    if read.kind is DeadlineClass.DATE and read.date and read.milestone:
        return _Stage(read.date, _as_printed(part, read.milestone.lstrip(":,")))
    if read.kind not in {DeadlineClass.DATE, DeadlineClass.UNKNOWN}:
        return None
    words = without_lead(canonical(part))
    try:
        when = read_when(words, year=year)
    except (ValueError, OverflowError):  # a day that does not exist
        return None
    if when is None:
        return _Stage(None, part) if compiled(_NAMED_TIME).match(part) else None
    rest = words[when.end :].lstrip(":,")
    if not rest or count_times(rest) or compiled(_NO_END).match(rest):
        return None
    return _Stage(when.day, _as_printed(part, rest))


def _as_printed(part: str, words: str) -> str:
    """The end of a printed text that these canonical words were read from."""
    if part.endswith(words):
        return words
    printed = next((part[at:] for at in range(len(part)) if canonical(part[at:]) == words), words)
    return printed.lstrip("：:，,")


def _with_years(parts: Sequence[str]) -> Iterator[str]:
    """The stages, each with the year that was named last."""
    year = ""
    for part in parts:
        named = compiled(_A_YEAR).search(part)
        year = named[0] if named else year
        yield part if named else f"{year}{part}"
