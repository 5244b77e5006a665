"""The encoding of a text or a page: by its mark, as UTF-8, GB18030, or Big5 where it says or shows so."""

from __future__ import annotations

import re

from qjtask.core.problem import Refused, refuse
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.formats.file_traits import UTF_16

_HEAD = 2048  # bytes in which a page names its encoding; browsers look into the first 1024
_SAYS_BIG5 = rb"(?i)(?:charset|encoding)\s*=\s*[\"']?big5"
_BIG5 = "big5hkscs"
_SAMPLE = 1 << 16  # characters that are looked at
_FEWEST = 20  # Chinese characters; of fewer nobody can tell
# Of a Chinese text nearly all characters are common ones; of one in the wrong encoding hardly half.
_USUAL, _STRANGE = 0.9, 0.7
_TOLD = "文件是 Big5 编码（繁体字）"


def decoded(data: bytes, shown: str) -> tuple[str, tuple[Doubt, ...]]:
    """Bytes as text, and a doubt where they were taken for Big5. Refused when they are none of these."""
    if data.startswith(UTF_16):
        return data.decode("utf-16", "replace"), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    if re.search(_SAYS_BIG5, data[:_HEAD]):
        return data.decode(_BIG5, "replace"), (Doubt(shown, _TOLD, "照它写的读"),)
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise _not_text(data, shown) from error
    if _usual(text, "gb2312", 0xB0, 0xD7) < _STRANGE:
        other = _as_big5(data)
        if other is not None:
            return other, (Doubt(shown, f"{_TOLD}，没有写明", "按 Big5 读", "字不对请另存为 UTF-8 再导入"),)
    return text, ()


def _as_big5(data: bytes) -> str | None:
    try:
        text = data.decode(_BIG5)
    except UnicodeDecodeError:
        return None
    return text if _usual(text, "big5", 0xA4, 0xC6) >= _USUAL else None


def _usual(text: str, encoding: str, first: int, last: int) -> float:
    """Of the Chinese characters those that are common: in these rows of an encoding's table."""
    chinese = [
        char for char in text[:_SAMPLE] if "\u3400" <= char <= "\u9fff" or "\ue000" <= char <= "\uf8ff"
    ]
    if len(chinese) < _FEWEST:
        return 1.0
    return sum(first <= char.encode(encoding, "replace")[0] <= last for char in chinese) / len(chinese)


def _not_text(data: bytes, shown: str) -> Refused:
    try:
        data.decode("utf-8-sig")
        line = 1
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    return refuse(f"{shown}:{line}:1", "既不是 UTF-8 也不是 GB18030 编码", "请在编辑器里另存为 UTF-8 再导入")
