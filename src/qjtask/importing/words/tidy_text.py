"""Text from documents made one spelling, without changing what is seen: spaces, breaks, radicals, residue."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.core.text.signs import is_unseen
from qjtask.importing.words.radicals import without_radicals

_HAN = (
    "\u2e80-\u303f\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
    "“”‘’…—·\U00020000-\U0003ffff"
)
# A space in Chinese text is layout: 审 批 科, 2021 年 6 月. Between two Latin words it is a space.
_LAYOUT_SPACE = rf"(?<=[{_HAN}]) +(?=[{_HAN}0-9])|(?<=[0-9%]) +(?=[{_HAN}])"
# A line that ends within a year goes on with it: 20⏎22年.
_CUT_YEAR = (
    r"(?<=(?<![0-9])[12])\n(?=[0-9]{3}年)|(?<=(?<![0-9])(?:19|20))\n(?=[0-9]{2}年)"
    r"|(?<=(?<![0-9])(?:19|20)[0-9])\n(?=[0-9]年)"
)
_LAYOUT_BREAK = rf"(?<=[{_HAN}，。；、])\n|\n(?=[{_HAN}])"
_SPACES = r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+"
_BREAKS = r"[\n\r\v\f\x85\u2028\u2029]+"
_RESIDUE = r"\[bookmark: ?\w*\]|\[\w*comment: ?\w*\]"


def tidy(text: str) -> str:
    """A cell's text: lines kept, spaces single, blank lines and characters that do not show gone.

    Each step takes time in proportion to the text, whatever it is made of.
    """
    is_plain = text.isprintable()  # then it has no breaks, and no spaces but usual ones
    if not is_plain:
        text = compiled(_BREAKS).sub("\n", text)
        text = "".join(char for char in text if char in "\n\t" or not is_unseen(char))
    if not text.isascii():
        text = without_radicals(text)
    if "[" in text:
        text = compiled(_RESIDUE).sub("", text)
    if not is_plain or "  " in text:
        text = compiled(_SPACES).sub(" ", text)
    return text.strip() if is_plain else "\n".join(filter(None, map(str.strip, text.split("\n"))))


def flow(text: str) -> str:
    """A cell's text as one line: breaks go, or become a space between two Latin words."""
    if "\n" not in text and " " not in text:
        return text.strip()
    if "\n" in text:
        text = compiled(_CUT_YEAR).sub("", text)
        text = compiled(_LAYOUT_BREAK).sub("", text).replace("\n", " ")
    return compiled(_LAYOUT_SPACE).sub("", text).strip()


def with_closed_brackets(text: str) -> str:
    """A text in which every bracket closes; the others part names."""
    open_at: list[int] = []
    odd: set[int] = set()
    for at, char in enumerate(text):
        if char in "（(〔【[":
            open_at.append(at)
        elif char in "）)〕】]":
            odd.update([] if open_at else [at])
            open_at[-1:] = []
    odd.update(open_at)
    return "".join("、" if at in odd else char for at, char in enumerate(text))
