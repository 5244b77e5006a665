"""The title of a plan whose parts have titles of their own: 2025年教育任务清单 and 2025年卫生任务清单."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from pathlib import PurePath

from qjtask.core.text.patterns import compiled
from qjtask.importing.document.plan_year import YEAR
from qjtask.importing.document.titles import plain_title

_EMPTY = r"[（(【〔《“]\s*[)）】〕》”]|[-—_·：:、]+$"  # what is left of （教育）
_SHORTEST = 6  # characters


def shared_title(title: str, parts: Sequence[str], names: Sequence[str]) -> str:
    """The title without what belongs to its first part alone; as it is, where it names none of the parts.

    `parts` are the headings of the parts, `names` those of the file and its sheets. The file's name is the
    title, where it is one.
    """
    if len({*parts}) < len(parts) or not parts[1:] or parts[0] not in title:
        return title
    own = next(filter(None, (plain_title(PurePath(name).stem) for name in names[:1])), "")
    whole = own or (_common(parts) if parts[0] == title else title.replace(parts[0], ""))
    whole = compiled(_EMPTY).sub("", whole).strip()
    is_one = len(whole) >= _SHORTEST and bool(plain_title(whole)) and compiled(YEAR).search(whole) is not None
    return whole if is_one else title


def _common(titles: Sequence[str]) -> str:
    """The words with which all titles begin and end."""
    begin = _common_beginning(titles)
    rests = [title[len(begin) :] for title in titles]
    return begin + _common_beginning([rest[::-1] for rest in rests])[::-1]


def _common_beginning(texts: Sequence[str]) -> str:
    same = takewhile(lambda signs: len({*signs}) == 1, zip(*texts, strict=False))
    return "".join(signs[0] for signs in same)
