"""OFD documents (.ofd, GB/T 33190-2016), the national format of official documents: drawn pages."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from typing import Any

from qjtask.core.problem import refuse
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import Budget, SourceDocument
from qjtask.importing.formats.packed.container import Container
from qjtask.importing.formats.packed.safe_xml import broken
from qjtask.importing.formats.pages.drawn_pages import BY_RECOGNITION, DrawnPages
from qjtask.importing.formats.pages.ofd_page import O, OfdPage

Progress = Callable[[int], None]

_MOST_PAGES = 2000
_A4 = [0.0, 0.0, 210.0, 297.0]
_EXPORT = "请用 WPS 或 OFD 阅读器打开，另存为 .docx 或 .pdf 再导入"


def read_ofd(data: bytes, shown: str, progress: Progress) -> SourceDocument:
    """Read an OFD's bytes. Refused without the extra `pdf`, when it is broken, or only pictures."""
    try:
        import pdfplumber  # noqa: F401 - it finds the tables among the rulings
    except ImportError as error:
        raise refuse(shown, "读 OFD 要另装组件", f"请运行 pip install 'qjtask[pdf]'；{_EXPORT}") from error
    container = Container(data, shown)
    reader = DrawnPages(Budget(shown, len(data)), shown)
    for number, page in enumerate(_pages(container, shown), 1):
        reader.read(number, page)
        progress(number)
    if not reader.has_text:
        raise refuse(shown, "这份 OFD 里只有图片，没有文字", BY_RECOGNITION)
    document = reader.document()
    if document.grids:
        return document
    unruled = Doubt(shown, "OFD 里没有找到画了线的表格，只读了文字", "略去", _EXPORT)
    return document._replace(doubts=(*document.doubts, unruled))


def _pages(container: Container, shown: str) -> Iterator[OfdPage]:
    """Each page with what is drawn on it, its template first."""
    root = container.tree("OFD.xml")
    place = "" if root is None else (root.findtext(f"{O}DocBody/{O}DocRoot") or "").strip()
    document = container.tree(_path("", place)) if place else None
    if document is None:
        raise broken(shown)
    listed = document.findall(f"{O}Pages/{O}Page")
    if len(listed) > _MOST_PAGES:
        raise refuse(shown, f"超过 {_MOST_PAGES} 页", "请只留下任务分解表的几页再导入")
    folder = posixpath.dirname(_path("", place))
    for one in listed:
        root = container.tree(_path(folder, one.get("BaseLoc") or ""))
        if root is None:
            raise broken(shown)
        yield _page(root, document, folder, container)


def _page(root: Any, document: Any, folder: str, container: Container) -> OfdPage:
    """A page from its part: what its template draws, and what it draws itself."""
    paper = _box(document.findtext(f"{O}CommonData/{O}PageArea/{O}PhysicalBox")) or _A4
    page = OfdPage(_box(root.findtext(f"{O}Area/{O}PhysicalBox")) or paper)
    used = {use.get("TemplateID") for use in root.iterfind(f"{O}Template")}
    for template in document.iterfind(f"{O}CommonData/{O}TemplatePage"):
        if template.get("ID") in used:
            under = container.tree(_path(folder, template.get("BaseLoc") or ""))
            if under is not None:
                page.draw(under)
    page.draw(root)
    return page


def _path(folder: str, place: str) -> str:
    """A part's name: places count from the file that names them, or from the root of the package."""
    return posixpath.normpath(posixpath.join("/", folder, place)).lstrip("/")


def _box(text: str | None) -> list[float]:
    try:
        numbers = [float(word) for word in (text or "").split()[:4]]
    except ValueError:
        return []
    return numbers if len(numbers) == 4 and all(0 <= one < 1e5 for one in numbers) else []
