"""A log's bytes cut into the pieces that may be entries; line ends of any system, a list indented or not."""

from collections.abc import Iterator

from qjtask.core.named_tuple import NamedTuple

_BOM = b"\xef\xbb\xbf"


class Chunk(NamedTuple):
    """One line, or the lines of an entry that a hand wrote in YAML; `line` is the number of the first."""

    line: int
    data: bytes


def chunks(data: bytes) -> Iterator[Chunk]:
    """The pieces in the file's order, blank lines and comments left out.

    A line ends with LF, CR or both. A list that is indented as a whole, which YAML allows, is set back to
    the margin; what a writer appended at the margin belongs to it all the same.
    """
    lines = _at_the_margin(data.removeprefix(_BOM).splitlines())
    number = 0
    while number < len(lines):
        start = number
        number += 1
        line = lines[start]
        if line.startswith(b"- {") and line.endswith(b"}"):  # as a machine writes it
            yield Chunk(number, line)
            continue
        if line.startswith(b"- "):
            while number < len(lines) and (
                not lines[number].strip() or lines[number].startswith((b" ", b"\t", b"#"))
            ):
                number += 1
            line = b"\n".join(_without_last_comments(lines[start:number])).rstrip()
        if line.strip() and not line.lstrip().startswith(b"#"):
            yield Chunk(start + 1, line)


def _at_the_margin(lines: list[bytes]) -> list[bytes]:
    first = next((line for line in lines if line.strip() and not line.lstrip().startswith(b"#")), b"")
    margin = len(first) - len(first.lstrip(b" "))
    if not margin or not first[margin:].startswith(b"- "):
        return lines
    prefix = first[:margin]
    return [line.removeprefix(prefix) for line in lines]


def _without_last_comments(lines: list[bytes]) -> list[bytes]:
    """An entry's lines without the comments at the margin after it, which belong to what follows."""
    last = len(lines)
    while not lines[last - 1].strip() or lines[last - 1].startswith(b"#"):
        last -= 1
    return lines[:last]


def is_ended(data: bytes) -> bool:
    """Whether the last line has its line end, or there is nothing in it."""
    return data.endswith((b"\n", b"\r")) or not data.removeprefix(_BOM)
