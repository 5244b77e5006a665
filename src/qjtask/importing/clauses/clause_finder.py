"""Where the clauses stand in a paragraph: in brackets, after a label, or as the last sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import HAN, compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import Clause, joined
from qjtask.importing.clauses.clause_places import STOPS, ClausePlace
from qjtask.importing.clauses.clause_reader import LEADS_ASIDE, LONGEST, read_clause
from qjtask.importing.clauses.clause_sentences import clauses_of_sentences
from qjtask.importing.clauses.clause_words import LABEL, SHARES, VERB
from qjtask.importing.clauses.name_kinds import is_sure
from qjtask.importing.clauses.sentence_beginnings import is_only_time
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.office_words import is_office

_PAIRS = {"（": "）)", "(": "）)", "〔": "〕", "[": "]］", "［": "］]", "【": "】", "﹝": "﹞"}
_LIKE_A_CLAUSE = (
    rf"牵头|(?:责任|承办|配合)(?!人|书|状|制|清单|追究|落实){HAN}{{1,3}}[：:]"
    r"|责任单位|责任部门|承办单位|配合单位|按(?:照)?(?:各自)?职责(?:分工)?.{0,4}(?:负责|落实)|分工负责"
)
_IN_CHARGE = r"^\s*负责\s*[：:]\s*(?=\S)"  # （负责：总务处）; on a line 负责：…… says what is done
_NOT_LIKE = r"以下简称|简称|包括|除外|不含|统称|[？?]"
_END_OF_SENTENCE = "。；;！!？?”"
_LEADS_IN = " \n—"  # ……。——牵头部门：
_LONGEST_OF_PERSONS = 60  # characters
_SHORT = {*SHARES, Role.DEADLINE, Role.PERSON}  # labels whose words hold no sentence
_LABEL_ENDS = re.compile("。|[；;，,](?=其中)")
_SENTENCE_ENDS = frozenset("。；;")
_JOINS_PARTS = frozenset("，,、")
_LONGEST_TIME = 16  # signs of a sentence's end
_SHORTEST_PART, _LONGEST_PART = 4, 80  # signs
_STOP = re.compile("[。；;]")
_HINT = re.compile(
    r"[（(〔\[［【﹝]|[：:]|由|请|会同|联合|牵头|负责|配合|落实|单位|部门|科室"
    r"|责成|敦促|督促|委托|授权|指[派定]|安排|要求|协调"
)


class Stretch(NamedTuple):
    """A part of a paragraph, and the clause that ends it; the last part may have none."""

    text: str
    clause: Clause | None = None


class ClauseSearch(NamedTuple):
    """A paragraph cut at its clauses, its text without them, and the places where clauses end.

    `told` are brackets that resemble a clause and were not understood.
    """

    stretches: tuple[Stretch, ...]
    text: str
    ends: tuple[int, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses in order."""
        return tuple(one.clause for one in self.stretches if one.clause is not None)


def nothing_found(text: str) -> ClauseSearch:
    """A paragraph that holds no clause."""
    return ClauseSearch((Stretch(text),), text)


def find_clauses(text: str, vocabulary: Vocabulary, *, bare: bool) -> ClauseSearch:
    """The clauses of a paragraph; with `bare`, brackets that hold nothing but names of offices are some."""
    if not _HINT.search(text):
        return nothing_found(text)
    places, told = _bracketed(text, vocabulary, bare=bare)
    if not any(place.clause.is_shared for place in places) or LABEL.match(text.lstrip()):
        places = list(_labelled(text, vocabulary)) or places
        places = _with_sentences(text, places, vocabulary, bare=bare)
    places = _merged(text, places)
    ends = tuple(place.end for place in places)
    strange = tuple(inside for at, inside in told if not any(one.start <= at < one.end for one in places))
    return ClauseSearch(tuple(_stretches(text, places)), _without(text, places), ends, strange)


def _with_sentences(
    text: str, places: list[ClausePlace], vocabulary: Vocabulary, *, bare: bool
) -> list[ClausePlace]:
    """The clauses with those of the sentences, where none has names: …由县住建局负责。（6月底前）."""
    if any(place.clause.names for place in places):
        return places
    is_last = len(places) == 1 and bool(places[0].clause.deadline) and not text[places[0].end :].strip(STOPS)
    plain = text[: places[0].start] if is_last else text
    sentences = clauses_of_sentences(plain, vocabulary, bare=bare)
    return [*sentences, *places] if is_last or not sentences else sentences


def brackets(text: str) -> Iterator[tuple[int, int, str]]:
    """The outermost brackets with their places and content; one that is never closed ends the paragraph."""
    depth, start, ends = 0, 0, ""
    for at, char in enumerate(text):
        if depth == 0:
            if char in _PAIRS:
                depth, start, ends = 1, at, _PAIRS[char]
        elif char in ends:
            depth -= 1
            if depth == 0:
                yield start, at + 1, text[start + 1 : at]
        elif char in _PAIRS and _PAIRS[char] == ends:
            depth += 1
    if depth:
        yield start, len(text), text[start + 1 :]


def _bracketed(
    text: str, vocabulary: Vocabulary, *, bare: bool
) -> tuple[list[ClausePlace], list[tuple[int, str]]]:
    """The clauses in brackets, and the brackets that resemble one, with their places."""
    places: list[ClausePlace] = []
    told: list[tuple[int, str]] = []
    for start, end, inside in reversed(list(brackets(text))):
        clause = read_clause(compiled(_IN_CHARGE).sub("责任单位：", inside), vocabulary)
        own = ClausePlace(start, end, clause) if clause is not None else None
        is_part = own is not None and _is_of_part(text, own, bare=bare)
        if own and (_is_clause(text, own, bare=bare) or (is_part and _goes_on(text, own, places))):
            places.append(own)
        elif is_part or _is_like(inside):
            told.append((start, inside))
    return places[::-1], told[::-1]


def _is_clause(text: str, own: ClausePlace, *, bare: bool) -> bool:
    """Whether a bracket is a clause wherever it stands; nothing but names only where it ends a sentence."""
    if not own.clause.is_bare or not own.clause.names:
        return True
    return bare and _ends(text, own.start, own.end)


def _is_of_part(text: str, own: ClausePlace, *, bare: bool) -> bool:
    """Whether a bracket that holds nothing but offices stands behind a part of a sentence that says a work.

    新建学校2所（市教育局），改造校舍30处（市住建局）。 but 由市体育局（市教育局）牵头 names an office twice.
    """
    if not (bare and own.clause.is_bare) or text[own.end : own.end + 1] not in _JOINS_PARTS:
        return False
    part = re.split("[，,、。；;）)]", text[max(0, own.start - _LONGEST_PART) : own.start])[-1]
    is_work = len(part) >= _SHORTEST_PART and (re.search("[0-9]", part) or not is_office(part))
    return bool(is_work) and bool(own.clause.names) and all(map(is_sure, own.clause.names))


def _goes_on(text: str, own: ClausePlace, later: Sequence[ClausePlace]) -> bool:
    """Whether the sentence goes on with another part whose offices stand behind it in the same way.

    Of the clauses found behind the bracket the last in `later` is the nearest.
    """
    if not later:
        return False
    after = later[-1]
    is_near = after.start - own.end > _SHORTEST_PART and not _STOP.search(text, own.end, after.start)
    return is_near and after.clause.is_bare and bool(after.clause.names)


def _is_like(inside: str) -> bool:
    """Whether a bracket has the words of a clause, and none that say otherwise."""
    if len(inside) > LONGEST:
        return False
    plain = LEADS_ASIDE.sub("", inside)
    return re.search(_LIKE_A_CLAUSE, plain) is not None and not re.search(_NOT_LIKE, plain)


def _ends(text: str, start: int, end: int) -> bool:
    """Whether a bracket ends a sentence: nothing but names elsewhere explains a word (如市图书馆)."""
    after = text[end:].lstrip(STOPS)
    return (
        not after
        or (len(after) <= _LONGEST_TIME and is_only_time(after.rstrip(STOPS)))
        or text[:start].rstrip().endswith(tuple(_END_OF_SENTENCE))
        or text[end : end + 1] in "。；;"
    )


def _labelled(text: str, vocabulary: Vocabulary) -> Iterator[ClausePlace]:
    """Clauses without brackets, each from its first label on, as in ……。责任单位：A；完成时限：B."""
    for labels, end in _runs_of_labels(text):
        start = labels[0].start()
        clause = read_clause(text[start:end], vocabulary)
        shares = any(Role[found.lastgroup or ""] in SHARES for found in labels)
        is_line = not text[:start].strip()
        if clause is None:
            continue
        if is_line or (shares and clause.names) or (clause.is_shared and _names_persons(text, start, end)):
            yield ClausePlace(start, end, clause)


def _names_persons(text: str, start: int, end: int) -> bool:
    """Whether persons who answer for a work stand behind its words: ……，责任人：村主任周大勇."""
    plain = text[start:end].strip(STOPS)
    return (
        (text[:start].rstrip().endswith(tuple("。；;，,")) or text[start - 1 : start].isspace())
        and len(plain) <= _LONGEST_OF_PERSONS
        and "。" not in plain
        and all(_is_labelled(part) for part in re.split("[；;]|[，,](?=[^，,：:]{2,8}[：:])", plain))
    )


def _is_labelled(part: str) -> bool:
    """Whether a part has a label, and goes on with names, a time and labels: 责任人：张三 时间：5月."""
    first, *others = part.strip().split("，")
    return LABEL.match(first) is not None and all(VERB.search(one) or is_only_time(one) for one in others)


def _runs_of_labels(text: str) -> Iterator[tuple[list[re.Match[str]], int]]:
    """Labels that belong together, and where the last one's words end.

    That is at the stop after offices or a time, when other text follows it.
    """
    labels = list(LABEL.finditer(text))
    run: list[re.Match[str]] = []
    for found, after in zip_longest(labels, labels[1:]):
        run.append(found)
        end = after.start() if after else len(text)
        ended = _LABEL_ENDS.search(text, found.end(), end)
        stop = ended.start() if ended else -1
        if stop >= 0 and Role[found.lastgroup or ""] in _SHORT and text[stop + 1 : end].strip(STOPS):
            yield run, stop + 1
            run = []
        elif after is None:
            yield run, end


def _merged(text: str, places: list[ClausePlace]) -> list[ClausePlace]:
    """Brackets side by side are one clause: （责任单位：A）（完成时限：B）. One without names stays text."""
    made: list[ClausePlace] = []
    for one in places:
        if made and not text[made[-1].end : one.start].strip(STOPS):
            made[-1] = ClausePlace(made[-1].start, one.end, joined(made[-1].clause, one.clause))
        else:
            made.append(one)
    is_line = len(made) == 1 and not text[: made[0].start].strip()
    return [one for one in made if one.clause.is_shared or is_line]


def _without(text: str, places: list[ClausePlace]) -> str:
    """The text without its clauses; a stop after a clause goes when there was one before it."""
    whole, at = "", 0
    for place in places:
        whole += text[at : place.start].rstrip(_LEADS_IN)
        if place is not places[-1] or text[place.end :].strip(STOPS):
            whole = _ended(whole, text[place.start : place.end])
        at = skipped(text, place.end) if whole.endswith(tuple(STOPS)) else place.end
    return (whole + text[at:]).strip(" ；;，,、" if places else None)


def _ended(before: str, clause: str) -> str:
    """What stands before a clause with the stop that ended both: ……，牵头单位：市教体局。其中，……."""
    ends_both = clause.rstrip()[-1:] in _SENTENCE_ENDS and before.endswith(("，", ","))
    return before[:-1] + clause.rstrip()[-1] if ends_both else before


def _stretches(text: str, places: list[ClausePlace]) -> Iterator[Stretch]:
    at = 0
    for place in places:
        yield Stretch(text[at : place.start].strip().rstrip(f"{_LEADS_IN}，,、"), place.clause)
        at = skipped(text, place.end)
    rest = text[at:].strip()
    if rest or not places:
        yield Stretch(rest)


def skipped(text: str, at: int) -> int:
    """Where the text goes on after the stops and spaces that stand at `at`."""
    while at < len(text) and text[at] in STOPS:
        at += 1
    return at
