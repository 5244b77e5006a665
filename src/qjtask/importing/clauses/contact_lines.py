"""Lines at a notice's end that say whom to call: they are the notice's, and none of the last work's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qjtask.importing.clauses.clause_finder import nothing_found
from qjtask.importing.clauses.text_lines import TextLine

_CONTACT = re.compile(
    r"[^，,。；;：:]{0,8}(?:联系人(?:及(?:联系)?电话)?|联络人|联络员|联系电话|电话|联系方式|传真|邮箱)\s*[：:]"
)


def without_contacts(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines with those contacts as running text, where no work has contacts of its own."""
    found = [at for at, line in enumerate(lines) if _CONTACT.match(line.text)]
    is_last = bool(found) and not any(
        at not in found and (line.printed or any(one.is_shared for one in line.search.clauses))
        for at, line in enumerate(lines[found[0] :], found[0])
    )
    if not is_last:
        return list(lines)
    return [
        TextLine(None, line.text, nothing_found(line.text), line.place) if at in found else line
        for at, line in enumerate(lines)
    ]
