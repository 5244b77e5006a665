"""Text made fit for XML and HTML: what `one_line` lets through, less what those two forbid."""

from __future__ import annotations

from qjtask.render.one_line import one_line

# XML 1.0, 2.2 bars U+FFFE and U+FFFF; HTML (its syntax, 13.1.4 Text) bars every noncharacter: these two
# of each plane, and U+FDD0 to U+FDEF.
_NONCHARACTERS = dict.fromkeys(
    (
        *range(0xFDD0, 0xFDF0),
        *(plane + end for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)),
    ),
    "�",
)


def xml_text(text: str) -> str:
    """`text` on one line, every character allowed in XML 1.0 and HTML. Escaping is left to others."""
    return one_line(text).translate(_NONCHARACTERS)
