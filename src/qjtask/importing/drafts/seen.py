"""What a document holds that is no plan: for the refusal, which says what was seen instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.tables.table_kinds import Judged
from qjtask.importing.works.clause_plan import ClausePlan

_MOST = 5


def seen(
    document: SourceDocument, shown: str, judged: Sequence[Judged], listed: ClausePlan
) -> tuple[str, str]:
    """Why there is no plan, with what was seen and what of the file was not read, and what to do."""
    unread = [doubt for doubt in document.doubts if doubt.place == shown]
    what = "没有找到任务分解表：" if judged else "没有找到表格，"
    why, fix = _why_no_works(listed)
    what += "，".join([*_tables(judged), why, *(doubt.read for doubt in unread[:_MOST])])
    if judged:
        return what, "若其中一个就是，请用 --table 指明是第几个表格，用 --map 指明各列"
    if unread and unread[0].fix:
        return what, unread[0].fix
    if fix:
        return what, fix
    if listed.mentions:
        return what, "请给每项工作写明责任单位，或整理成表格再导入"
    return what, "请核对是不是选错了文件；扫描件要先转成文字"


def _why_no_works(listed: ClausePlan) -> tuple[str, str]:
    """Why the paragraphs give no plan, and what to do where they say who does what; else ""."""
    if listed.tasks or not listed.lines:
        return listed.seen, ""
    from qjtask.importing.works.unsure_works import why_no_works

    why, fix = why_no_works(listed)
    return why or listed.seen, fix


def _tables(judged: Sequence[Judged]) -> Iterator[str]:
    for one in judged[:_MOST]:
        yield f"{one.table.name}是{one.kind.value}（{one.reason}）"
    if len(judged) > _MOST:
        yield f"另有{len(judged) - _MOST}个表格也不是"
