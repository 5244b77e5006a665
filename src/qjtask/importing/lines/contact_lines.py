"""Lines at a notice's end that say whom to call: they are the notice's, and none of the last work's."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.lines.text_line import TextLine, running_text

_CONTACT = (
    r"[^，,。；;：:]{0,8}"
    r"(?:联系人(?:及(?:联系)?电话)?|联络人|联络员|联系电话|电话|联系方式|传真|邮箱)\s*[：:]"
)


def without_contacts(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines with those contacts as running text, where no work has contacts of its own."""
    first = next((at for at, line in enumerate(lines) if _is_contact(line)), len(lines))
    if any(_is_of_works(line) for line in lines[first:] if not _is_contact(line)):
        return list(lines)
    rest = (running_text(line.text, line.place) if _is_contact(line) else line for line in lines[first:])
    return [*lines[:first], *rest]


def _is_contact(line: TextLine) -> bool:
    return compiled(_CONTACT).match(line.text) is not None


def _is_of_works(line: TextLine) -> bool:
    """Whether a line has a number or shares out a work: contacts before it are those of one work."""
    return line.printed is not None or line.is_shared
