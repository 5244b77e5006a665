"""Paragraphs that follow each other and each begin with an office: what each is to do, whatever its verb."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.name_kinds import without_duties
from qjtask.importing.clauses.offices_within import BODY_END
from qjtask.importing.clauses.opening_offices import doers, read_opening
from qjtask.importing.clauses.opening_parts import Opening, is_of_many
from qjtask.importing.document.signature import PRINTED
from qjtask.importing.document.titles import DAY
from qjtask.importing.lines.attendance_lines import says_who_attended
from qjtask.importing.lines.offices_with_one_work import named_with_work
from qjtask.importing.lines.text_line import TextLine

_NO_WORK = (  # 县住建局局长主持会议, 县住建局汇报进展
    r"[的、，,（(和与]|及(?!时)|(?:党[组委])?副?(?:书记|主任|[局院校处科股所站队镇乡村部会]长)|[\u4e00-\u9fff]{2,4}同志"
    r"|有关|相关|等|项目|工程|道路|主持|汇报|介绍|通报|传达|宣读|[参出列][加席]|作[了出为]|[是为]|下设|位于|[没未]|表示|认为|建议|反映|提出|指出|强调|发言"
)
_PRINTED_ON = rf"^[^，,。；;]*{DAY}{PRINTED}?\s*$"
_LONGEST = 40  # signs of a name
_TRIES = 4  # of ends of names
_SHORTEST = 4  # signs of a work
_FEWEST = 2  # paragraphs of a run that say who for certain
_NOBODY = Vocabulary(())


def begun(line: TextLine) -> Opening | None:
    """Who is to do what a paragraph without a number says, where it begins with that office; else None."""
    if line.is_numbered or line.search.clauses:
        return None
    return begun_text(line.text)


def begins_with_office(text: str) -> bool:
    """Whether a text begins with an office and goes on, whatever it says."""
    return next(_begun_with(text), None) is not None


def begun_text(text: str) -> Opening | None:
    """Who is to do what a text says that begins with that office, whatever its verb; None for others."""
    for who, work in _begun_with(text):
        own = None if compiled(_NO_WORK).match(work) else read_opening(f"{who}要{work}", _NOBODY)
        if own is not None:
            return None if is_of_many(own.clause) else own
    return None


def _begun_with(text: str) -> Iterator[tuple[str, str]]:
    """The office that a text begins with, and what follows.

    None in a line that says who printed a notice, and when, or who sat in a meeting.
    """
    if ("日" in text and compiled(_PRINTED_ON).search(text)) or says_who_attended(text):
        return
    name, named_work = named_with_work(text, _NOBODY)
    if name:
        yield name, named_work
    colon = compiled("[：:]").search(text, 2, _LONGEST)
    ends = (found.end() for found in islice(BODY_END.finditer(text, 2, _LONGEST), _TRIES))
    for end in ([colon.start()] if colon else []) + list(ends):
        who, rest = without_duties(text[:end]), text[end:].lstrip("：: ")
        is_person = rest.startswith("负责人")  # 教务处负责人：负责… is read with its office behind
        if len(rest) >= _SHORTEST and not is_person and doers(who, _NOBODY):
            yield who, rest


def are_one_run(texts: Sequence[str], found: Sequence[int]) -> bool:
    """Whether all texts from the first to the last `found` begin with an office, and those say who."""
    run = texts[found[0] : found[-1] + 1]
    sure = (read_opening(texts[at], _NOBODY) for at in found)
    return all(any(True for _ in _begun_with(text)) for text in run) and all(
        own is not None and own.is_strong and not is_of_many(own.clause) for own in sure
    )


def goes_on_with(
    lines: Sequence[TextLine], certain: Collection[int], told: Collection[int]
) -> dict[int, Opening]:
    """The paragraphs that stand in a run with others that say who for certain, and who does them."""
    taken: dict[int, Opening] = {}
    run: dict[int, Opening | None] = {}
    for at, line in enumerate(lines):
        is_sure = at in certain and not line.is_numbered
        own = None if is_sure or not told else begun(line)
        if is_sure or own is not None:
            run[at] = own
            continue
        taken.update(_of_run(run, told))
        run = {}
    return taken | _of_run(run, told)


def _of_run(run: dict[int, Opening | None], told: Collection[int]) -> dict[int, Opening]:
    sure = sum(own is None for own in run.values())
    if sure < _FEWEST or not any(at in told for at in run):
        return {}
    return {at: own for at, own in run.items() if own is not None}
