"""Lists whose points are for all of a kind, and name no single office: 各镇要落实防火责任.

Under 职责分工 they may name single offices and say no more than what these do: 组委会统筹协调整体工作.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_words import WHEN
from qjtask.importing.clauses.offices_within import HELPING
from qjtask.importing.clauses.opening_offices import LOOKED_AFTER, with_later_parts
from qjtask.importing.clauses.opening_parts import (
    EVERYBODY,
    Opening,
    begun_by_many,
    clause_of,
    read_deed,
    read_part,
)
from qjtask.importing.lines.heading_kinds import heads_no_works
from qjtask.importing.lines.lists_of_lines import counting_runs, title_over, unnumbered_runs
from qjtask.importing.lines.notice_endings import ends_notice
from qjtask.importing.lines.text_line import SENTENCE_ENDS, TextLine, is_titled

BY_A_DAY = r"[0-9]{1,2}月(?:[0-9]{1,2}日|[上中下]旬)?底?之?前"
"""That something is asked for by a day, as a pattern."""

_TITLE = r"(?:通知|安排|方案|计划|任务|要点|措施|部署)(?:（[^（）]*）)?$"
_LONGEST_TITLE = 40  # signs
_FEWEST = 2  # points of a list that say for whom they are
_EVERY = r"每[日天周旬月季年](?:度)?[^，,。；;]{0,3}"
_LED_IN = (
    r"(?:[^，,。；;：:各]{2,30}[。：:])?"
    rf"[于在]?(?:{_EVERY}|{WHEN}[^，,。；;]{{0,12}}|[^，,。；;]{{2,16}}(?:期间|时期|阶段))(?:[，,]|(?<=期间)(?=各))"
)
_TITLED = r"[^，,。；;：:各]{2,30}[。：:](?=.{6})"  # 压实责任。各乡镇要……
_DATED = r"[0-9]{1,2}月[^，,。；;]{0,16}[，,]"
_PARTS = "[，,。；;：:]"
_WISHES = "^各[^，,。；;]{1,12}要?(?:高度重视|提高认识|统一思想|加强(?:组织)?领导|积极(?:参与|配合)|密切配合)"
_DUTIES = "^(?!领导小组|成员单位)[^，,。；;：:]{0,8}(?:职责|任务|工作|责任)分工(?:如下)?[：:]?$"
_NOBODY = Vocabulary(())


def points_for_many(lines: Sequence[TextLine], openings: Mapping[int, Opening]) -> Mapping[int, Opening]:
    """Who the points and paragraphs are for, by line, in a document in which nobody stands apart from works.

    Its title calls it a notice or a plan, and several say so, as `openings` do. What is for everybody
    (各单位要高度重视) is a wish.
    """
    if any(line.is_apart for line in lines) or not is_titled(lines, _TITLE):
        return {}
    read = {at: _fuller(openings.get(at), opening_of_many(lines[at])) for at in _may_be_for_many(lines)}
    named = {at: own for at, own in read.items() if own is not None and _asks(own, lines[at].text)}
    return named if len(named) >= _FEWEST else {}


def _fuller(own: Opening | None, many: Opening | None) -> Opening | None:
    """Of two readings of a point the one that names more: 各村要…，县林业局要… is for both."""
    if own is None or many is None:
        return own or many
    return many if {*many.clause.names} > {*own.clause.names} else own


def _asks(own: Opening, text: str) -> bool:
    """Whether a point surely asks for something: its verb says so, or its day: 9月10日前，各县上报总结."""
    return own.is_strong or compiled(_DATED).match(text) is not None


def _may_be_for_many(lines: Sequence[TextLine]) -> Iterator[int]:
    """The points of all lists, and the paragraphs without a number below a title with one."""
    points = {at for run in counting_runs(lines) for at in run}
    is_below = False
    for at, line in enumerate(lines):
        if at in points or (is_below and not line.is_numbered and not ends_notice(line.text)):
            yield at
        is_below = _is_title(line) if line.is_numbered else is_below


def _is_title(line: TextLine) -> bool:
    """Whether a numbered line only names what is said below it."""
    return len(line.text) <= _LONGEST_TITLE and not line.text.endswith(SENTENCE_ENDS)


def with_deeds(
    lines: Sequence[TextLine],
    lists: Iterable[Sequence[int]],
    said: Collection[int],
    openings: Mapping[int, Opening],
) -> Mapping[int, Opening]:
    """Who does what in lists in which a mere deed of an office says it: 护理部每季度检查病房.

    In a plan a point of theirs has `said` it for certain and every other begins so. Under 职责分工 every
    point begins so, whatever stands beside.
    """
    made: dict[int, Opening] = {}
    for run in lists if is_titled(lines, _TITLE) else ():
        rest = [at for at in run if at not in said]
        if 0 < len(rest) < len(run) and not heads_no_works(title_over(run[0], lines)):
            made |= _if_all_begin_so(run, rest, lines, openings)
    for run in _lists_of_duties(lines, openings):
        rest = [at for at in run if at not in said]
        made |= _if_all_begin_so(run, rest, lines, openings)
    return made


def _lists_of_duties(lines: Sequence[TextLine], openings: Mapping[int, Opening]) -> Iterator[list[int]]:
    """The lists of several points that stand under 职责分工, numbered or not."""
    if not any(compiled(_DUTIES).search(line.text) for line in lines):
        return
    begun = {at for at, line in enumerate(lines) if at in openings or _whose_duty(line)}
    for run in (*counting_runs(lines), *unnumbered_runs(lines, begun)):
        if len(run) >= _FEWEST and compiled(_DUTIES).search(title_over(run[0], lines)):
            yield run


def _if_all_begin_so(
    run: Sequence[int], rest: Sequence[int], lines: Sequence[TextLine], openings: Mapping[int, Opening]
) -> Mapping[int, Opening]:
    """Who does what in a list, by line, where each point of the `rest` of it begins with somebody."""
    begun = {at: openings[at] for at in run if at in openings}
    begun |= {at: own for at in rest if at not in begun and (own := _whose_duty(lines[at]))}
    return begun if begun.keys() >= {*rest} else {}


def _whose_duty(line: TextLine) -> Opening | None:
    """Whom a line begins with, whatever they do there, and with whomever: 各系分团委配合开展宣传."""
    first = compiled(_PARTS).split(line.text, maxsplit=1)[0]
    own = opening_of_many(line) or read_deed(first, _NOBODY)
    helps = compiled(HELPING).search(first, 2) if own is None else None
    clause = clause_of(first[: helps.start()], "负责", _NOBODY) if helps else None
    return Opening(clause._replace(is_bare=True), is_strong=False) if clause else own


def _is_wish(text: str) -> bool:
    """Whether a text only wishes something of all of a kind; nothing asked for by a day is a mere wish."""
    return compiled(_WISHES).search(text) is not None and compiled(BY_A_DAY).search(text) is None


def opening_of_many(line: TextLine) -> Opening | None:
    """Who a point is for, where these are all of a kind: 各营业所要值班."""
    if line.search.clauses and not line.says_in_passing:
        return None
    led_in = compiled(_LED_IN).match(line.text)
    text = line.text[led_in.end() :] if led_in else line.text
    own = _read_many(text, is_led_in=led_in is not None)
    titled = compiled(_TITLED).match(text) if own is None else None
    return _read_many(text[titled.end() :], is_led_in=led_in is not None) if titled else own


def _read_many(text: str, *, is_led_in: bool) -> Opening | None:
    """Whom a text begins with, and those whom its later parts name; everybody only where a time leads in."""
    for_all = compiled(f"[请望]?{EVERYBODY}|{LOOKED_AFTER}").match(text)
    if (for_all and not is_led_in) or _is_wish(text):
        return None
    first = compiled(_PARTS).split(text, maxsplit=1)[0]
    own = None if for_all else read_part(first, text, _NOBODY, may_be_many=True)
    own = own or begun_by_many(first, _NOBODY)
    return own and own._replace(clause=with_later_parts(text, own.clause, _NOBODY))
