"""Signs that are not seen."""

from __future__ import annotations

import re

UNSEEN = r"[\x00-\x1f\x7f-\xa0\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]"


def seen_line(text: str) -> str:
    """A text from a file on one line, without the signs that are not seen."""
    return " ".join(re.sub(UNSEEN, " ", text).split())
