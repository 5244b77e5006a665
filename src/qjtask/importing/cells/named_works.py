"""A work with the name that its row gives it: G328改线 and 一级公路18.6公里."""

from __future__ import annotations

from qjtask.core.text.comparing import bare
from qjtask.core.text.patterns import compiled
from qjtask.importing.words.vocabulary import words

_SAYS_MORE = r"[0-9０-９，。；;：:]|年[初中底末]|[月季]度?[底末]"
_LONGEST = 20  # characters of a name
_LACKS = r"[未不没无仅欠缺漏]|问题|滞后"  # 推进缓慢，仅完成60% begins as a deed does


def with_name(name: str, work: str) -> str:
    """What is to be done, after its name; the name alone where nothing else is said, or it says that too."""
    if not name:
        return work
    plain, own = bare(name), bare(work)
    if not plain or plain in own:
        return work
    if own in plain:
        return name
    return f"{name.rstrip('。；;：:，,、 ')}：{work}"


def as_read(name: str, work: str) -> str:
    """The words in which numbers and days are looked for: in a name as far as it says of what they are.

    A longer one, a problem say, has numbers and days that nobody promises.
    """
    if not name:
        return work
    is_name = len(name) <= _LONGEST and compiled(_SAYS_MORE).search(name) is None
    return with_name(name, work) if is_name or not work else work


def is_deed(name: str) -> bool:
    """Whether the name of a work says what is to be done, and of no lack: 新增公交线路3条."""
    return name.startswith(words().works) and compiled(_LACKS).search(name) is None
