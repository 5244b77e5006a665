"""Documents on their way out: which format a file's name asks for, and the file written."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from qjtask.cli.formats import DOCUMENT_FORMATS, drawn, write_bytes
from qjtask.cli.output import confirm
from qjtask.core.problem import refuse

if TYPE_CHECKING:
    from qjtask.cli.arguments import Arguments
    from qjtask.cli.session import Session
    from qjtask.core.layout.document import Document


def output_to(told: str, metavar: str = "FILE") -> Any:
    """The option `-o`, with what it is told to be for."""
    return typer.Option("--output", "-o", metavar=metavar, show_default=False, help=told)


OutputOption = Annotated[
    str | None,
    output_to(f"写到这个文件，格式随后缀：{' '.join(DOCUMENT_FORMATS)}；不写则在屏幕上显示 Markdown"),
]
ForceOption = Annotated[bool, typer.Option("--force", help="文件已有时覆盖")]


def destination(
    given: Arguments,
    typed: str | None,
    endings: Collection[str] = tuple(DOCUMENT_FORMATS),
    option: str = "--output",
    *,
    force: bool,
) -> Path | None:
    """Where a file goes; None is the screen. A place that it cannot go to is a fault of `given`."""
    if typed is None or (typed == "-" and option == "--output"):
        return None
    path = Path(typed).expanduser()
    if path.suffix.lower() in endings:
        given.attempt(lambda: check_free(path, force=force), None)
    else:
        given.fault(option, f"“{path}”不是能写的格式", f"请用 {'、'.join(endings)} 作后缀")
    return path


def page_per_office(session: Session, make: Callable[[Session], Document]) -> Callable[[], Document]:
    """A document of all, and behind it one of each office where several plans stand together."""

    def document() -> Document:
        whole = make(session)
        pages = [make(page).parts for page in session.offices]
        return whole._replace(parts=tuple(chain(whole.parts, *pages)))

    return document


def hand_out(document: Callable[[], Document], path: Path | None, *, force: bool) -> None:
    """Write the document in the format of the path's ending, or its Markdown to the screen."""
    if path is None:
        from qjtask.render.markdown import markdown

        sys.stdout.write(markdown(document()))
    else:
        hand_out_file(lambda: drawn(document(), path.suffix.lower()), path, force=force)


def hand_out_file(content: Callable[[], bytes], path: Path | None, *, force: bool) -> None:
    """Write a file, or its bytes to the screen."""
    if path is None:
        write_bytes(content())
    else:
        keep(path, content(), force=force)


def check_free(path: Path, *, force: bool) -> None:
    """Refuse early a place that the file cannot go to."""
    if os.path.lexists(path) and not force:
        raise refuse(str(path), "这里已经有文件了，没有改动", _INSTEAD)
    if path.is_symlink() and not path.exists():
        raise refuse(str(path), "这是一个断了的链接，没有改动", "请用 -o 换一个名字，或先删去链接")
    if not path.parent.is_dir():
        raise refuse(str(path), "没有这个文件夹", "请先建好文件夹，或用 -o 换一个地方")
    if path.is_dir():
        raise refuse(str(path), "这是一个文件夹", "请写成文件夹里的一个文件名")
    if path.resolve().suffix.lower() != path.suffix.lower():
        raise refuse(str(path), f"这是指向“{path.resolve().name}”的链接，没有改动", "请用 -o 换一个名字")


def keep(path: Path, content: bytes, *, force: bool) -> None:
    """Write a file whole or not at all, and say so."""
    from qjtask.storage.files.file_writer import create, replace

    if force and path.exists():
        replace(path, str(path), content)
    else:
        create(path, str(path), content, _INSTEAD)
    confirm([f"已写入 {path}"])


_INSTEAD = "请用 -o 换一个名字，或加 --force 覆盖"
