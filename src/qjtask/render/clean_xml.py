"""Text made fit for XML and HTML: what `one_line` lets through, less what those two forbid."""

from __future__ import annotations

from qjtask.render.clean import one_line

# XML 1.0, 2.2: the only unpaired, uncontrolled characters below U+10000 that no document may hold.
_FORBIDDEN = {0xFFFE: "�", 0xFFFF: "�"}


def xml_text(text: str) -> str:
    """`text` on one line, every character allowed in XML 1.0. Escaping is left to who writes it."""
    return one_line(text).translate(_FORBIDDEN)
