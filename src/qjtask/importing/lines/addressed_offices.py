"""The offices to which a letter is written, and whom it calls 你局: 县住建局： over 请你局制定方案."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.clause_finder import ClauseSearch, Stretch
from qjtask.importing.clauses.clause_names import names_only
from qjtask.importing.clauses.name_kinds import YOU
from qjtask.importing.lines.decided_points import BY_LETTER
from qjtask.importing.lines.text_line import TextLine, running_text

_ADDRESSED = r"[^，,。；;：:]{3,80}[：:]"
_ANY_KIND = "单位"
_ASKED = (
    r"(?:^|[。；;])\s*请"
    r"(?=立即|尽快|抓紧|认真|于|按|对|将|组织|加[快强]|做好|制[定订]|督促|责成|会同|落实|完善)"
)


def with_addressed_offices(lines: Sequence[TextLine]) -> Sequence[TextLine]:
    """The lines, 你局 called by its name where the letter is written to one such office.

    Where it is written to several, who is meant is told. One office alone does what 请立即排查 asks, too.
    """
    if not any(map(_speaks_to_one, lines)):
        return lines
    head = takewhile(lambda line: not line.is_numbered, lines)
    to = next((line.text.rstrip("：:") for line in head if compiled(_ADDRESSED).fullmatch(line.text)), "")
    names = names_only(to, Vocabulary(()))
    return [_with_names(line, names) for line in lines]


def is_to_reader(search: ClauseSearch) -> bool:
    """Whether a paragraph names nobody but 你局, as those that lead in or end a letter do: 请你局抓紧落实."""
    names = [name for clause in search.clauses for name in clause.names]
    return bool(names) and all(map(_is_you, names))


def _speaks_to_one(line: TextLine) -> bool:
    return any(_is_you(name) for clause in line.search.clauses for name in clause.names)


def _is_you(name: str) -> bool:
    return compiled(YOU).fullmatch(name) is not None


def _with_names(line: TextLine, to: Sequence[str]) -> TextLine:
    if not line.is_numbered and is_to_reader(line.search):
        return running_text(line.text, line.place)
    if not _speaks_to_one(line):
        is_asked = len(to) == 1 and line.is_numbered and not line.search.clauses
        return _of_letter(line, to[0]) if is_asked and compiled(_ASKED).search(line.text) else line
    stretches = (
        one._replace(clause=_named(one.clause, to) if one.clause else None) for one in line.search.stretches
    )
    return line._replace(search=line.search._replace(stretches=tuple(stretches)))


def _of_letter(line: TextLine, to: str) -> TextLine:
    told = ((f"{BY_LETTER}，来文写给“{to}”", "按这个单位记"),)
    stretch = Stretch(line.text, Clause(units=(to,), told=told, is_bare=True))
    return line._replace(search=line.search._replace(stretches=(stretch,)))


def _named(clause: Clause, to: Sequence[str]) -> Clause:
    """A clause with the offices that are meant by 你局."""
    unknown = [name for name in clause.names if _is_you(name) and not _meant(name, to)]
    told = tuple((f"“{name}”没有说明是哪个单位", "照印的记") for name in dict.fromkeys(unknown))
    return clause._replace(
        lead=tuple(_names(clause.lead, to)),
        units=tuple(_names(clause.units, to)),
        support=tuple(_names(clause.support, to)),
        told=(*clause.told, *told),
    )


def _names(names: Sequence[str], to: Sequence[str]) -> Iterator[str]:
    yield from (_meant(name, to) or name for name in names)


def _meant(name: str, to: Sequence[str]) -> str:
    """The one office of those addressed that a name such as 你局 means; "" for any other name."""
    found = compiled(YOU).fullmatch(name)
    kind = found["kind"] if found else ""
    ends = (kind, f"{kind}人民政府", f"{kind}政府", f"{kind}办事处")
    alike = [one for one in to if kind and (kind == _ANY_KIND or one.endswith(ends))]
    return alike[0] if len(alike) == 1 else ""
