"""佐证: which finished items can be proved, and what is missing before the year-end assessment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from qjtask.core.layout.document import Document, Paragraph, Part, date_words
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.log.evidence import Reported, evidence_of
from qjtask.core.log.fold import Status
from qjtask.core.log.history import History
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.numbers import shown_id
from qjtask.core.plan.plan import Plan
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import owner_words, owners_word


class Finding(StrEnum):
    """What stands at a path that was given as evidence."""

    THERE = "齐全"
    MISSING = "找不到文件"
    OUTSIDE = "在台账文件夹之外"
    PRIVATE = "隐藏文件或台账自己的文件"
    TOO_WIDE = "整个台账文件夹或个人文件夹，不能当佐证"
    LINK = "网址，没有核对"
    CHANGED = "登记后改过"
    ADDED = "登记后新增"
    UNREADABLE = "读不出来"


SINCE = (Finding.CHANGED, Finding.ADDED)
"""What the digests of a report tell of a file that can be packed all the same."""


class Proof(NamedTuple):
    """One path as it was reported, and what stands there."""

    typed: str
    finding: Finding


class Proved(NamedTuple):
    """A finished item and its evidence, in the order in which it was reported."""

    row: Row
    proofs: tuple[Proof, ...]

    @property
    def words(self) -> str:
        """没有佐证, 齐全, or what is wrong."""
        if not self.proofs:
            return "没有佐证"
        wrong = [proof.finding for proof in self.proofs if proof.finding is not Finding.THERE]
        return "；".join(dict.fromkeys(wrong)) or Finding.THERE


def reported_evidence(rows: Sequence[Row], past: History) -> dict[str, list[Reported]]:
    """What the standing entries of each finished item give as evidence, each path once, by item id."""
    return {
        row.item.id: evidence_of(past.by_item.get(row.item.id, ()))
        for row in rows
        if row.status is Status.DONE
    }


def evidence_document(
    plan: Plan,
    items: Sequence[Proved],
    today: date,
    packed: Mapping[tuple[str, str], Mapping[str, str]] | None = None,
    about: str = "",
) -> Document:
    """The list of the finished items' evidence as of `today`.

    `packed` makes it the index of a package: by item id and path the files in it, with their SHA-256.
    `about` stands after the title: whose works these are, where they are not all.
    """
    title = f"{plan.title}{about}佐证材料{'清单' if packed is None else '目录'}"
    sheet = _sheet(items) if packed is None else _index(items, packed)
    blocks = (Paragraph(_summary(items)), sheet)
    head = (f"（截至{date_words(today)}）",)
    return Document(title, (Part(title, blocks, head),), is_wide=True)


def _summary(items: Sequence[Proved]) -> str:
    if not items:
        return "目前没有已完成的工作。"
    bare = sum(not item.proofs for item in items)
    findings = [proof.finding for item in items for proof in item.proofs]
    since = sum(finding in SINCE for finding in findings)
    wrong = sum(finding is not Finding.THERE for finding in findings) - since
    whole = sum(item.words == Finding.THERE for item in items)
    lacking = f"；{wrong}份材料没有找到、没有核对或不能装包" if wrong else ""
    changed = f"；{since}份材料登记后改过或新增" if since else ""
    return f"已完成{len(items)}项：佐证齐全{whole}项，没有佐证{bare}项{lacking}{changed}。"


def _columns(items: Sequence[Proved]) -> tuple[Column, ...]:
    owners = owners_word(item.row for item in items)
    return Column("编号"), Column("工作", weight=5), Column(owners, weight=2), Column("完成日期")


def _head(row: Row) -> tuple[Cell, ...]:
    number = Cell(shown_id(row.item.id, row.item))
    return number, Cell(row.item.work), Cell(owner_words(row)), Cell(row.state.done_on)


def _sheet(items: Sequence[Proved]) -> Sheet:
    columns = (*_columns(items), Column("佐证材料", weight=3), Column("情况", weight=1))
    lines = tuple(
        (*_head(item.row), Cell("；".join(_proof_words(item))), Cell(item.words, _tone(item)))
        for item in items
    )
    return Sheet("", columns, lines)


def _proof_words(item: Proved) -> Iterator[str]:
    for proof in item.proofs:
        yield proof.typed if proof.finding is Finding.THERE else f"{proof.typed}（{proof.finding}）"


def _tone(item: Proved) -> Tone:
    return Tone.PLAIN if item.words == Finding.THERE else Tone.RED


def _index(items: Sequence[Proved], packed: Mapping[tuple[str, str], Mapping[str, str]]) -> Sheet:
    """A line a file in the package, and one for whatever an item lacks."""
    columns = (
        *_columns(items),
        Column("文件", weight=3),
        Column("SHA-256", weight=3),
        Column("情况", weight=1),
    )
    lines: list[tuple[Cell, ...]] = []
    for item in items:
        head = _head(item.row)
        if not item.proofs:
            lines.append((*head, Cell(""), Cell(""), Cell(item.words, _tone(item))))
        for proof in item.proofs:
            files = packed.get((item.row.item.id, proof.typed))
            tone = Tone.PLAIN if files and proof.finding is Finding.THERE else Tone.RED
            lines.extend(
                (*head, Cell(name), Cell(digest), Cell(proof.finding, tone))
                for name, digest in (files or {proof.typed: ""}).items()
            )
    return Sheet("", columns, tuple(lines))
