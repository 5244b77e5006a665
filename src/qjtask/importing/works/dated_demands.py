"""Numbered paragraphs beside the works that ask one office for something by a day: told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.document.doubts import Doubt, in_part, quoted_in_part
from qjtask.importing.lines.office_runs import begun_text
from qjtask.importing.lines.text_line import TextLine

_BY_A_DAY = r"[0-9]{1,2}月(?:[0-9]{1,2}日|[上中下]旬)?底?之?前"
_TITLE = r"[^。，,：:；;]{2,20}[。：:](?=.{4})"
_MOST_SHOWN = 3


def dated_demands(lines: Sequence[TextLine], known: Collection[str]) -> Iterator[Doubt]:
    """Such paragraphs in one doubt, but those of `known` places: 县公安局要…，2月20日前… under 工作要求."""
    left = [line for line in lines if line.is_numbered and line.place not in known and _asks_one(line.text)]
    if left:
        shown = in_part([f"“{quoted_in_part(line.text)}”" for line in left[:_MOST_SHOWN]])
        rows = tuple(dict.fromkeys(line.place for line in left))
        count = f"等{len(left)}段" if len(left) > 1 else ""
        yield Doubt(rows[0], f"{shown}{count}要一个单位按时做", "没有记", "是工作的请补进计划", rows=rows)


def _asks_one(text: str) -> bool:
    """Whether a text begins with one office, or does so behind its title, and says by which day."""
    if compiled(_BY_A_DAY).search(text) is None:
        return False
    titled = compiled(_TITLE).match(text)
    behind = text[titled.end() :] if titled else ""
    return begun_text(text) is not None or (behind != "" and begun_text(behind) is not None)
