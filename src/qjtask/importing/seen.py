"""What a document holds that is no plan: for the refusal, which says what was seen instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qjtask.importing.grid import SourceDocument
from qjtask.importing.table_kinds import Judged

_MOST = 5
_SHARES_OUT = (
    r"(?:责任|牵头|承办|主办|配合)(?:单位|部门|科室)\s*[：:]"
    r"|[（(〔【][^（()）〔〕【】]*(?:牵头|负责|承办)[^（()）〔〕【】]*[)）〕】]"
)


def seen(document: SourceDocument, judged: Sequence[Judged]) -> tuple[str, str]:
    """Why there is no plan, with what was seen, and what to do."""
    told = [f"{one.table.name}是{one.kind.value}（{one.reason}）" for one in judged[:_MOST]]
    if len(judged) > _MOST:
        told.append(f"另有{len(judged) - _MOST}个表格也不是")
    clauses = clauses_of(document)
    if clauses:
        told.append(f"有{clauses}段文字写着责任单位")
    what = "没有找到任务分解表" if judged else "没有找到表格"
    what = f"{what}：{'，'.join(told)}" if told else what
    if judged:
        return what, "若其中一个就是，请用 --table 指明是第几个表格，用 --map 指明各列"
    if clauses:
        return what, "请把分工整理成表格再导入"
    return what, "请核对是不是选错了文件；扫描件要先转成文字"


def clauses_of(document: SourceDocument) -> int:
    """How many paragraphs share out work."""
    texts = (block for block in document.blocks if isinstance(block, str))
    return sum(re.search(_SHARES_OUT, text) is not None for text in texts)
