"""Lines at a notice's end that say whom to call: they are the notice's, and none of the last work's."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.clause_finder import nothing_found
from qjtask.importing.clauses.text_line import TextLine

_CONTACT = (
    r"[^，,。；;：:]{0,8}"
    r"(?:联系人(?:及(?:联系)?电话)?|联络人|联络员|联系电话|电话|联系方式|传真|邮箱)\s*[：:]"
)


def without_contacts(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines with those contacts as running text, where no work has contacts of its own."""
    first = next((at for at, line in enumerate(lines) if _is_contact(line)), len(lines))
    if any(_is_of_works(line) for line in lines[first:] if not _is_contact(line)):
        return list(lines)
    return [*lines[:first], *(_as_text(line) if _is_contact(line) else line for line in lines[first:])]


def _is_contact(line: TextLine) -> bool:
    return compiled(_CONTACT).match(line.text) is not None


def _is_of_works(line: TextLine) -> bool:
    """Whether a line has a number or shares out a work: contacts before it are those of one work."""
    return line.printed is not None or any(clause.is_shared for clause in line.search.clauses)


def _as_text(line: TextLine) -> TextLine:
    return TextLine(None, line.text, nothing_found(line.text), line.place)
