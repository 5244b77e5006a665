"""The formats that are read: one table. A new format is a row here, and its reader."""

from __future__ import annotations

from qjtask.core.named_tuple import NamedTuple

_OPEN = "mimetype:application/vnd.oasis.opendocument."


class FileFormat(NamedTuple):
    """A format: what messages call it, the names' endings that are its own, how it shows, who reads it.

    `signs` are traits of a file's content, any of which will do (see `file_traits`). `reader` is
    `room.module.function` of this package: it takes the bytes, or the text where `is_text`, how messages name
    the file, and whom to tell of progress; it is imported only for its own files.
    """

    words: str
    endings: tuple[str, ...]
    signs: tuple[str, ...]
    reader: str
    is_text: bool = False


FORMATS = (
    FileFormat("Word 文档（.docx）", ("docx", "docm"), ("zip:word/document.xml",), "word.docx.read_docx"),
    FileFormat(
        "Excel 工作簿（.xlsx）", ("xlsx", "xlsm"), ("zip:xl/workbook.xml",), "workbooks.xlsx.read_xlsx"
    ),
    FileFormat("网页（.html）", ("html", "htm", "xhtml"), ("html",), "web.html.read_html", is_text=True),
    FileFormat("单个文件的网页（.mht）", ("mht", "mhtml"), ("mht",), "web.mht.read_mht"),
    FileFormat("文本（.txt）", ("txt", "text"), ("text",), "plain.text_document.read_text", is_text=True),
    # Markdown may begin with HTML, and may be nothing else.
    FileFormat(
        "Markdown 文本（.md）",
        ("md", "markdown"),
        ("text", "html"),
        "plain.text_document.read_text",
        is_text=True,
    ),
    FileFormat("文本（.csv）", ("csv",), ("text",), "plain.delimited.read_csv", is_text=True),
    FileFormat("文本（.tsv）", ("tsv",), ("text",), "plain.delimited.read_tsv", is_text=True),
    FileFormat("PDF（.pdf）", ("pdf",), ("pdf",), "pages.pdf.read_pdf"),
    FileFormat("OFD 版式文件（.ofd）", ("ofd",), ("zip:OFD.xml",), "pages.ofd.read_ofd"),
    FileFormat("RTF 文档（.rtf）", ("rtf",), ("rtf",), "office.read_as_docx"),
    FileFormat(
        "旧格式的 Excel 或 WPS 表格（.xls、.et）",
        ("xlsb",),
        ("compound:Workbook", "compound:Book", "zip:xl/workbook.bin"),
        "office.read_as_xlsx",
    ),
    FileFormat("旧格式的 Word 或 WPS 文档（.doc、.wps）", (), ("compound:",), "office.read_as_docx"),
    FileFormat(
        "OpenDocument 表格（.ods）",
        ("ods", "fods"),
        (f"{_OPEN}spreadsheet",),
        "workbooks.open_document.read_ods",
    ),
    FileFormat(
        "OpenDocument 文档（.odt）",
        ("odt", "fodt"),
        (f"{_OPEN}text", "zip:content.xml"),
        "office.read_as_docx",
    ),
    FileFormat(
        "Word 2003 的 XML 文档（.xml、.doc）",
        ("xml",),
        ("xml:{http://schemas.microsoft.com/office/word/2003/wordml}wordDocument",),
        "word.word_one_file.read_word_2003",
    ),
    FileFormat(
        "Word 的 XML 文档（.xml、.doc）",
        ("xml",),
        ("xml:{http://schemas.microsoft.com/office/2006/xmlPackage}package",),
        "word.word_one_file.read_flat_package",
    ),
    FileFormat(
        "Excel 2003 的 XML 表格（.xml、.xls）",
        ("xml",),
        ("xml:{urn:schemas-microsoft-com:office:spreadsheet}Workbook",),
        "workbooks.excel_2003.read_excel_2003",
    ),
)
"""Where a content shows the signs of several formats, it is the first, or the one that its name says."""

# Programs save all kinds of things under these, and open them by content; so do we.
_ANYTHING = frozenset(("doc", "wps", "xls", "et", "dot", "wpt", "tmp", "bak", ""))


def format_of(traits: frozenset[str], ending: str) -> FileFormat | None:
    """The format of a content with these traits, in a file whose name ends so; None when none is known."""
    fitting = [one for one in FORMATS if traits.intersection(one.signs)]
    named = [one for one in fitting if ending in one.endings]
    return next(iter((*named, *fitting)), None)


def listed_endings() -> str:
    """The endings that the help names, and how names of old documents end."""
    own = [one.endings[0] for one in FORMATS if one.endings]
    return " ".join(f".{ending}" for ending in dict.fromkeys((*own, "doc", "wps", "xls", "et")))


def is_misnamed(found: FileFormat, ending: str) -> bool:
    """Whether a name ends as those of other formats do."""
    others = {one for format_ in FORMATS for one in format_.endings}
    return ending in others and ending not in found.endings and ending not in _ANYTHING
