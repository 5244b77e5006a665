"""A file's bytes -> paragraphs and tables, by the reader of the format that its content shows."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import Any

from qjtask.core.problem import refuse
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.document.long_texts import bounded
from qjtask.importing.formats.file_formats import FileFormat, format_of, is_misnamed
from qjtask.importing.formats.file_traits import file_traits
from qjtask.importing.tables.layout_tables import without_layout
from qjtask.importing.tables.table_header import find_header

Progress = Callable[[int], None]
_OWN_ENDINGS = ("yaml", "yml")


def read_document(data: bytes, name: str, shown: str, progress: Progress) -> SourceDocument:
    """Read a file's bytes into paragraphs and tables; `name` is its name, `shown` how messages name it.

    Refused, in one line each, when it is a plan already, when the content is of no known kind, is another
    kind than the name ends in, is encrypted or broken, or asks for more memory than a plan ever needs.
    """
    if not data.strip(b"\0 \r\n\t"):
        raise refuse(shown, "文件是空的", "请核对是不是选错了文件")
    ending = PurePath(name).suffix.lower().lstrip(".")
    if ending in _OWN_ENDINGS:  # its lists of units would read like a notice's clauses
        raise refuse(shown, "这是计划或记录一类的文件，不是通知", f"计划不用导入，请直接写 --file {shown}")
    traits = file_traits(data, shown)
    found = format_of(traits, ending)
    if found is None:
        is_packed = any(trait.startswith("zip:") for trait in traits)
        what = "压缩包，里面没有 Word 正文或工作簿" if is_packed else "别种 XML 文件"
        fix = (
            "请先解压，再导入里面的文档" if is_packed else "请在办公软件里打开，另存为 .docx 或 .xlsx 再导入"
        )
        raise refuse(shown, f"这是{what}", fix)
    if is_misnamed(found, ending):
        fix = (
            f"请把文件名的结尾改成 .{found.endings[0]} 再导入"
            if found.endings
            else "请改正文件名的结尾再导入"
        )
        raise refuse(shown, f"文件名以 .{ending} 结尾，内容却是{found.words}", fix)
    try:
        document = bounded(without_layout(_read(found, data, shown, progress)), shown, len(data))
        if any(find_header(grid).is_printed for grid in document.grids):
            return document
        from qjtask.importing.tables.flattened_table import with_flattened_table  # few documents need it

        return with_flattened_table(document, shown)
    except (MemoryError, RecursionError) as error:
        raise refuse(shown, "文件太大或嵌套太深，读不完", "请只留下任务分解表再导入") from error


def _read(found: FileFormat, data: bytes, shown: str, progress: Progress) -> SourceDocument:
    """What the format's reader gives; each is imported only for its own kind."""
    module, _, function = found.reader.rpartition(".")
    reader: Any = getattr(import_module(f"qjtask.importing.formats.{module}"), function)
    if not found.is_text:
        document: SourceDocument = reader(data, shown, progress)
        return document
    from qjtask.importing.formats.encodings import decoded

    text, doubts = decoded(data, shown)
    document = reader(text, shown, progress)
    return document._replace(doubts=(*doubts, *document.doubts))
