"""The form of a pack: its columns, what is told to whoever fills them, and what identifies it to the machine.

Whoever writes the workbook and whoever reads it back go by this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from hashlib import blake2b
from unicodedata import normalize

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Plan
from qjtask.core.problem import refuse

MARK, VERSION = "qjtask-pack", "1"
"""What the machine's sheet begins with; the version grows when an older program could not read it."""

UNIT_LABEL, DAY_LABEL = "填报单位：", "制表日期："
FORMER_UNIT_LABEL = "责任单位："
"""What earlier workbooks have in place of UNIT_LABEL."""

ID, WORK = "编号", "具体工作"
LOCKED = (ID, "重点任务", WORK, "期限", "情况", "上次进展")
_LONGEST = 30_000  # characters; an Excel cell holds 32,767
_FACTS = 5  # the machine's rows before those of the items


class FieldKind(StrEnum):
    """What is filled into a column."""

    TEXT = "text"
    PERCENT = "percent"
    YES = "yes"
    DAY = "day"


class Field(NamedTuple):
    """A column to fill, and what to tell whoever fills it."""

    heading: str
    kind: FieldKind
    hint: str


PROGRESS = Field("进展", FieldKind.TEXT, "写这段时间的进展，几句话即可；没有新进展的空着。")
PERCENT = Field("百分比", FieldKind.PERCENT, "写本单位部分的进度，0 到 100 的整数，不用写百分号。")
FINISHED = Field("是否完成", FieldKind.YES, "本单位的部分已经全部完成的，选“是”，并写完成日期。")
FINISHED_ON = Field("完成日期", FieldKind.DAY, "写实际完成的那一天，如 2021-6-5，不能在今天以后。")
EVIDENCE = Field("佐证", FieldKind.TEXT, "写佐证材料的文件名，几份之间用顿号或分号隔开。")
FIELDS = (PROGRESS, PERCENT, FINISHED, FINISHED_ON, EVIDENCE)
YES = "是"
GUIDE = (
    "1. 只填黄色的格，其余的已锁定，请不要改动；没有新进展的行空着即可。",
    "2. 已完成的：“是否完成”选“是”，写上“完成日期”；没有完成的：写“进展”和“百分比”。",
    "3. 填好后仍存为 .xlsx，把这个文件原样发回，不要另建新表。",
)


class Identity(NamedTuple):
    """What identifies a table to the machine; `digests` maps each id to the digest of its text."""

    unit: str
    day: date
    document: str
    title: str
    digests: Mapping[str, str]

    def is_of(self, plan: Plan) -> bool:
        """Whether it was made from this plan: by the document's number, else by the title."""
        if self.document and plan.document:
            return _plain(self.document) == _plain(plan.document)
        return _plain(self.title) == _plain(plan.title)

    def rows(self) -> Iterator[tuple[str, str]]:
        """What the machine's sheet holds, two cells a row."""
        yield MARK, VERSION
        yield "unit", self.unit
        yield "day", self.day.isoformat()
        yield "document", self.document
        yield "title", cut(self.title)
        yield from self.digests.items()


def read_identity(rows: Sequence[tuple[str, str]], shown: str) -> Identity:
    """What identifies the table in the file `shown`; Refused when it is none, or of a later version."""
    if not rows or rows[0][0] != MARK:
        raise refuse(shown, "不是 qjtask report pack 生成的填报表", "请在发下去的那个文件里填，不要另建新表")
    if rows[0][1] != VERSION:
        raise refuse(shown, "这份填报表由更新的 qjtask 生成", "请升级 qjtask 再收")
    facts = dict(rows[1:_FACTS])
    try:
        day = date.fromisoformat(facts["day"])
        return Identity(facts["unit"], day, facts.get("document", ""), facts["title"], dict(rows[_FACTS:]))
    except (KeyError, ValueError) as error:
        raise refuse(shown, "填报表里给程序看的内容被改过", "请用原来的文件重新填写") from error


def cut(text: str) -> str:
    """A text as it stands in a cell: a longer one than a cell can hold is cut, and says so."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……（太长，其余见计划）"


def milestone_work(work: str) -> str:
    """A milestone's text, which says that it is one."""
    return f"时间节点：{work}"


def digest(text: str) -> str:
    """What a text is known by: its letters and figures, so that no program's spaces or breaks change it."""
    return blake2b(_plain(cut(text)).encode(), digest_size=8).hexdigest()


def _plain(text: str) -> str:
    return "".join(char for char in normalize("NFKC", text) if char.isalnum())
