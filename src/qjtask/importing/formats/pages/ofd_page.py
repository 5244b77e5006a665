"""A page of an OFD document: its characters and rulings where they are drawn, as pdfplumber gives a PDF's.

Places are in millimetres in the file (GB/T 33190-2016, 7.3) and in points here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

O = "{http://www.ofdspec.org/2016}"  # noqa: E741 - as W and S are Word's and Excel's
_POINTS = 72 / 25.4
_THIN = 1.5  # points; a box so thin is a ruling
_MOST_DEEP = 20
_FAR = 1e5  # millimetres
_LAST_NARROW = 0x2E7F  # behind it Chinese characters and their signs begin
_NARROW = 0.5  # of the size: what a Latin letter takes, where the file does not say

Matrix = tuple[float, float, float, float, float, float]
_PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class OfdPage:
    """What is drawn on a page, with the names that pdfplumber has for it."""

    def __init__(self, box: Sequence[float]) -> None:
        self.width, self.height = box[2] * _POINTS, box[3] * _POINTS
        self.bbox = (0.0, 0.0, self.width, self.height)
        self.chars: list[dict[str, Any]] = []
        self.edges: list[dict[str, Any]] = []
        self.images: list[dict[str, Any]] = []
        self._from = (box[0], box[1])

    def draw(self, root: Any) -> None:
        """Draw the layers of a page's part."""
        for layer in root.iterfind(f"{O}Content/{O}Layer"):
            self._draw_all(layer, 0)

    def filter(self, keep: Callable[[Any], bool]) -> OfdPage:
        """The page with some of its characters."""
        return self._with(list(filter(keep, self.chars)))

    def dedupe_chars(self) -> OfdPage:
        """The page with characters that stand on themselves once."""
        once = {(char["text"], round(char["x0"]), round(char["top"])): char for char in self.chars}
        return self._with(list(once.values()))

    def extract_text_lines(
        self, *, return_chars: bool, x_tolerance: float, y_tolerance: float
    ) -> list[dict[str, Any]]:
        """The lines of text, each with its words and its box."""
        from pdfplumber.utils.text import chars_to_textmap

        if not self.chars:
            return []
        textmap = chars_to_textmap(self.chars, x_tolerance=x_tolerance, y_tolerance=y_tolerance)
        found: list[dict[str, Any]] = textmap.extract_text_lines(return_chars=return_chars)
        return found

    def _with(self, chars: list[dict[str, Any]]) -> OfdPage:
        page = OfdPage((0.0, 0.0, self.width / _POINTS, self.height / _POINTS))
        page.chars, page.edges, page.images = chars, self.edges, self.images
        return page

    def _draw_all(self, parent: Any, depth: int) -> None:
        for one in parent if depth < _MOST_DEEP else ():
            if one.get("Visible") == "false":
                continue
            if one.tag == f"{O}TextObject":
                self._write(one)
            elif one.tag == f"{O}PathObject":
                self._rule(one)
            elif one.tag == f"{O}ImageObject":
                x, y, wide, high = self._boundary(one)
                self.images.append(_placed(x, y, x + wide, y + high))
            elif one.tag == f"{O}PageBlock":
                self._draw_all(one, depth + 1)

    def _boundary(self, one: Any) -> tuple[float, float, float, float]:
        numbers = [*_numbers(one.get("Boundary")), 0.0, 0.0, 0.0, 0.0]
        return numbers[0] - self._from[0], numbers[1] - self._from[1], numbers[2], numbers[3]

    def _write(self, one: Any) -> None:
        left, upper, _, _ = self._boundary(one)
        matrix = _matrix(one)
        size = (_numbers(one.get("Size")) or [0.0])[0]
        scale = abs(matrix[3]) or 1.0
        for code in one.iterfind(f"{O}TextCode"):
            x, y = (_first(code.get(name)) for name in "XY")
            text = (code.text or "").strip("\r\n")
            right = _steps(code.get("DeltaX"), len(text))
            down = _steps(code.get("DeltaY"), len(text))
            for at, char in enumerate(text):
                across, below = _moved(matrix, x, y)
                own = size * (1 if ord(char) > _LAST_NARROW else _NARROW)
                wide = own * abs(matrix[0] or 1.0)
                self.chars.append(_character(char, left + across, upper + below, wide, size * scale))
                x += right[at] if right else own
                y += down[at] if down else 0.0

    def _rule(self, one: Any) -> None:
        left, upper, _, _ = self._boundary(one)
        matrix = _matrix(one)
        for path in _paths(one.findtext(f"{O}AbbreviatedData") or ""):
            points = [
                ((left + x) * _POINTS, (upper + y) * _POINTS) for x, y in (_moved(matrix, *at) for at in path)
            ]
            self.edges.extend(_rulings(points))


def _numbers(text: str | None) -> list[float]:
    """The numbers of a list, as far as they are such as a page can have."""
    found = []
    for word in (text or "").split():
        try:
            number = float(word)
        except ValueError:
            break
        if not abs(number) < _FAR:
            break
        found.append(number)
    return found


def _first(text: str | None) -> float:
    return (_numbers(text) or [0.0])[0]


def _matrix(one: Any) -> Matrix:
    numbers = _numbers(one.get("CTM"))
    return (
        (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
        if len(numbers) == 6
        else _PLAIN
    )


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _steps(text: str | None, most: int) -> list[float]:
    """The distances between characters; `g 3 4.2` says 4.2 three times."""
    words = (text or "").split()
    found: list[float] = []
    at = 0
    while at < len(words) and len(found) < most:
        if words[at] == "g" and at + 2 < len(words):
            times = int(words[at + 1]) if words[at + 1].isdecimal() and len(words[at + 1]) < 7 else 0
            found.extend(_numbers(words[at + 2]) * min(times, most - len(found)))
            at += 3
        else:
            found.extend(_numbers(words[at]))
            at += 1
    return found + [found[-1]] * (most - len(found)) if found else []


def _paths(data: str) -> Iterator[list[tuple[float, float]]]:
    """The straight lines of a path (M, L, C closes); a curve is passed over to its end."""
    path: list[tuple[float, float]] = []
    for letter, given in re.findall(r"([MSLQBAC])([^MSLQBAC]*)", data):
        numbers = _numbers(given)
        if letter in "MS":
            yield path
            path = []
        if letter == "C":
            path.extend(path[:1])
        elif len(numbers) >= 2:
            path.append((numbers[-2], numbers[-1]))
    yield path


def _rulings(points: Sequence[tuple[float, float]]) -> Iterator[dict[str, Any]]:
    """The lines across and down of a path; of a box that is thin as a line, one."""
    if len(points) < 2:
        return
    xs, ys = [x for x, _ in points], [y for _, y in points]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    if min(wide, high) <= _THIN:
        yield from _straight(
            min(xs), min(ys), max(xs) if wide > high else min(xs), max(ys) if high >= wide else min(ys)
        )
        return
    for (x0, y0), (x1, y1) in pairwise(points):
        yield from _straight(x0, y0, x1, y1)


def _straight(x0: float, y0: float, x1: float, y1: float) -> Iterator[dict[str, Any]]:
    if abs(x0 - x1) <= _THIN < abs(y0 - y1):
        yield {**_box(x0, min(y0, y1), x0, max(y0, y1)), "orientation": "v", "object_type": "line"}
    elif abs(y0 - y1) <= _THIN < abs(x0 - x1):
        yield {**_box(min(x0, x1), y0, max(x0, x1), y0), "orientation": "h", "object_type": "line"}


def _character(char: str, x: float, baseline: float, wide: float, size: float) -> dict[str, Any]:
    box = _placed(x, baseline - 0.85 * size, x + wide, baseline + 0.15 * size)
    return {**box, "text": char, "size": size * _POINTS, "upright": True, "fontname": ""}


def _placed(x0: float, y0: float, x1: float, y1: float) -> dict[str, Any]:
    """A box given in millimetres."""
    return _box(x0 * _POINTS, y0 * _POINTS, x1 * _POINTS, y1 * _POINTS)


def _box(x0: float, top: float, x1: float, bottom: float) -> dict[str, Any]:
    return {
        "x0": x0,
        "top": top,
        "x1": x1,
        "bottom": bottom,
        "doctop": top,
        "width": x1 - x0,
        "height": bottom - top,
    }
