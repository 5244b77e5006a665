"""The notice's running text: its numbered sections, and where they contradict the table."""

from collections.abc import Iterator, Sequence
from unicodedata import normalize

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.comparing import alike, bare
from qjtask.core.text.patterns import compiled
from qjtask.core.time.numerals import to_chinese
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.words.numbering import read_number
from qjtask.importing.words.tidy_text import flow

_TITLE = r"[^。；：\n]{2,60}"
_SHORTEST_CLAUSE = 6  # characters besides the numbers; less is no ground for comparing
_CLEAR = 0.08  # of likeness; less than this between two sections decides nothing
_NUMBERS = r"[0-9]+(?:\.[0-9]+)?"


class BodySection(NamedTuple):
    """One （三） of the body: its heading, its text, and the part it stands in (第二部分)."""

    number: int
    heading: str
    text: str
    part: str


class Written(NamedTuple):
    """A work as the table has it, for comparing with the body."""

    id: str
    place: str
    work: str


def sections(document: SourceDocument) -> list[BodySection]:
    """The （一）, （二）… of the body, with the part in which each stands."""
    found: list[tuple[BodySection, list[str]]] = []  # each with the paragraphs that go on with it
    part = ""
    for text in document.blocks:
        if not isinstance(text, str):
            continue
        printed = read_number(flow(text))
        if printed is None:
            if found and found[-1][0].part == part:
                found[-1][1].append(flow(text))
            continue
        if printed.style == "一、":
            part = f"第{to_chinese(min(printed.number, 999))}部分"
        elif printed.style == "（一）":
            heading = compiled(_TITLE).match(printed.text)
            if heading:
                section = BodySection(printed.number, heading[0].strip(), printed.text, part)
                found.append((section, [printed.text]))
    return [section._replace(text="".join(texts)) for section, texts in found]


def part_of_table(found: Sequence[BodySection], headings: Sequence[str]) -> list[BodySection]:
    """The sections of the part that the table decomposes: the one whose headings are the most alike."""
    parts = dict.fromkeys(section.part for section in found)
    scores = {
        part: sum(
            max((alike(one.heading, heading) for heading in headings), default=0)
            for one in found
            if one.part == part
        )
        for part in parts
    }
    best = max(scores, key=lambda part: scores[part], default="")
    return [section for section in found if section.part == best]


def split_at(works: Sequence[str], upper: BodySection, lower: BodySection) -> int:
    """Where works printed under `upper` begin to be `lower`'s: the cut that leaves both sides most alike.

    0 or len(works) when one section has them all. A work that shares as much with either stays
    beside the one it is most like itself, so give the works with their offices.
    """
    towards = [alike(work, lower.text) - alike(work, upper.text) for work in works]
    clear = [at for at, value in enumerate(towards) if abs(value) >= _CLEAR]
    settled = [
        value if at in clear or not clear else _like_neighbours(works, at, clear, towards)
        for at, value in enumerate(towards)
    ]
    below = sum(settled)
    best, cut = below, 0
    for at, value in enumerate(settled, 1):
        below -= 2 * value
        if below > best:
            best, cut = below, at
    return cut


def _like_neighbours(works: Sequence[str], at: int, clear: Sequence[int], towards: Sequence[float]) -> float:
    """How much more the next clear works before and after draw this one to one side than to the other."""
    before = [other for other in clear if other < at][-1:]
    after = [other for other in clear if other > at][:1]
    value = towards[at]
    for other in (*before, *after):
        value += alike(works[at], works[other]) * (1 if towards[other] > 0 else -1)
    return value


def contradictions(found: Sequence[BodySection], works: Sequence[Written]) -> Iterator[Doubt]:
    """Clauses that body and table print with the same words and other numbers."""
    said: dict[str, str] = {}
    for section in found:
        for clause in _clauses(section.text):
            said.setdefault(_without_numbers(clause), clause)
    for work in works if said else ():
        for clause in _clauses(work.work):
            other = said.get(_without_numbers(clause))
            if other is not None and _numbers(other) != _numbers(clause):
                read = f"表里是“{clause}”，正文是“{other}”"
                yield Doubt(work.place, read, "按表里记", "请核对哪个对", (work.id,))


def _clauses(text: str) -> Iterator[str]:
    """Clauses that hold a number; a date at the head of a sentence goes with what follows it."""
    for sentence in compiled(r"[。；;\n]").split(text):
        clauses = compiled(r"[，,]").split(sentence)
        for at, clause in enumerate(clauses):
            whole = clause
            if compiled(r".{0,14}[年月日底末前]").fullmatch(clause.strip()) and at + 1 < len(clauses):
                whole = f"{clause}，{clauses[at + 1]}"
            if (
                compiled(_NUMBERS).search(whole)
                and len(_without_numbers(whole).replace("#", "")) >= _SHORTEST_CLAUSE
            ):
                yield whole.strip()


def _numbers(clause: str) -> list[str]:
    return compiled(_NUMBERS).findall(_plain(clause))


def _without_numbers(clause: str) -> str:
    return compiled(_NUMBERS).sub("#", _plain(clause))


def _plain(clause: str) -> str:
    return compiled(r"[，,]").sub("", bare(normalize("NFKC", clause)))
