"""A plan written anew in the layout in which a hand wrote what did not change.

The writer knows one layout. What it writes the same for the old plan and the new one did not change, and
is taken from the file as it stood there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from qjtask.core.plan.remarks import KeyPath, Remarks
from qjtask.storage.plans.placed_lines import EDITORS
from qjtask.storage.plans.plan_blocks import PlanBlock, plan_blocks
from qjtask.storage.plans.plan_comments import read_comments
from qjtask.storage.plans.plan_file import parse_plan

_Blocks = Sequence[PlanBlock]


def with_kept_layout(file: str, written: str, made: str) -> str:
    """`made`, what the writer makes of the new plan, with as much of the `file` as did not change.

    `written` is what it makes of the plan that the file holds. Where the two layouts do not go together,
    or anything would read otherwise than in `made`, that is given as it is.
    """
    if file == written:
        return made
    before, same, after = (_by_entry(plan_blocks(text)) for text in (file, written, made))
    if not before:
        return made
    columns = _Columns(before, after)
    lines = chain.from_iterable(
        _merged(before.get(entry, ()), same.get(entry, ()), blocks, columns)
        for entry, blocks in after.items()
    )
    text = "".join(f"{line}\n" for line in lines)
    return text if _reads_the_same(text, made) else made


def _by_entry(blocks: _Blocks) -> dict[str, list[PlanBlock]]:
    """The blocks of each key of the head, each group without its items, and each item."""
    found: dict[str, list[PlanBlock]] = {}
    for block in blocks:
        found.setdefault(block.place[0], []).append(block)
    return found


class _Columns:
    """How far what the writer makes has to be moved to stand among what a hand wrote."""

    def __init__(self, before: Mapping[str, _Blocks], after: Mapping[str, _Blocks]) -> None:
        self._before = before
        self._usual: dict[int, int] = {}  # by how deep an entry is: 0 the head and groups, 1 items
        for entry, blocks in after.items():
            if entry in before and entry[:1].isdecimal():
                self._usual.setdefault(entry.count("."), before[entry][0].column - blocks[0].column)

    def shift(self, block: PlanBlock, blocks: _Blocks) -> int:
        """By how many columns a block moves that is one of these of its entry."""
        entry = block.place[0]
        own = self._before.get(entry, ())
        if not entry[:1].isdecimal():
            return 0
        if not own:
            return self._usual.get(entry.count("."), 0)
        if block is blocks[0] or len(own) == 1:
            return own[0].column - blocks[0].column
        return own[1].column - blocks[1].column


def _merged(before: _Blocks, same: _Blocks, after: _Blocks, columns: _Columns) -> Iterator[str]:
    """The lines of an entry: as in the file where it is the same, else key by key."""
    if before and _texts(same) == _texts(after):
        yield from chain.from_iterable(block.lines for block in before)
        return
    is_in_order = [block.place for block in before] == [block.place for block in same]
    own = {block.place: block.lines for block in before} if is_in_order else {}
    written = {block.place: block.lines for block in same}
    for block in after:
        if block.place in own and written[block.place] == block.lines:
            yield from own[block.place]
        else:
            yield from _moved(block.lines, columns.shift(block, after))


def _texts(blocks: _Blocks) -> list[tuple[KeyPath, tuple[str, ...]]]:
    return [(block.place, block.lines) for block in blocks]


def _moved(lines: Sequence[str], by: int) -> Iterator[str]:
    for line in lines:
        yield line if not line or by == 0 else " " * by + line if by > 0 else line[-by:]


def _reads_the_same(text: str, made: str) -> bool:
    """Whether a text holds the same plan and comments. It is not even a plan where two layouts clash."""
    from qjtask.core.problem import Refused

    try:
        return _plain(text) == _plain(made)
    except Refused:
        return False


def _plain(text: str) -> tuple[object, object]:
    plan = parse_plan(text, "")
    groups = tuple(
        group._replace(items=tuple(item._replace(line=0, column=0) for item in group.items))
        for group in plan.groups
    )
    return plan._replace(groups=groups), _said(read_comments(text))


def _said(remarks: Remarks) -> list[str]:
    """What the comments say, wherever a layout puts them; the one for editors the writer adds by itself."""
    lines = chain(*remarks.above.values(), remarks.beside.values(), *remarks.below.values())
    return sorted(line for line in lines if line and not line.startswith(EDITORS))
