"""LibreOffice, which reads what a stranger wrote: it fetches nothing, and ends when it is told to."""

from __future__ import annotations

import os
import shutil
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.formats import office
from qjtask.importing.formats.files import read_document
from qjtask.importing.formats.office import as_docx
from qjtask.importing.formats.packed import container
from tests.render.office import converted

TEXT = "application/vnd.oasis.opendocument.text"
NAMES = " ".join(
    f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for key, name in (
        *(("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing")),
        *(("svg", "svg-compatible"), ("style", "style")),
    )
)
posix_only = pytest.mark.skipif(os.name == "nt", reason="its stand-in is a script of the shell")


class Asked(ThreadingHTTPServer):
    """A host that notes what it is asked for."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        super().__init__(("127.0.0.1", 0), _Note)

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Note(BaseHTTPRequestHandler):
    server: Asked

    def do_GET(self) -> None:
        self.server.paths.append(self.path)
        self.send_response(404)
        self.end_headers()

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def host() -> Iterator[Asked]:
    with Asked() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def open_document(body: str, styles: str = "") -> bytes:
    content = (
        f'<office:document-content {NAMES} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{TEXT}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", TEXT)
        package.writestr("META-INF/manifest.xml", manifest)
        package.writestr("content.xml", content)
    return made.getvalue()


def framed(inner: str) -> str:
    return (
        '<text:p><draw:frame text:anchor-type="paragraph" svg:width="2cm" svg:height="2cm">'
        f"{inner}</draw:frame></text:p>"
    )


LINKED = {
    "a picture": framed('<draw:image xlink:href="{}/a.png" xlink:type="simple" xlink:actuate="onLoad"/>'),
    "an object": framed('<draw:object xlink:href="{}/a.odt" xlink:type="simple"/>'),
    "a frame": framed('<draw:floating-frame xlink:href="{}/a.html" xlink:type="simple"/>'),
    "a section": (
        '<text:section text:name="S"><text:section-source xlink:href="{}/a.odt" xlink:type="simple"/>'
        "<text:p>甲</text:p></text:section>"
    ),
    "data of a program": (
        '<text:section text:name="S"><office:dde-source office:dde-application="soffice" '
        'office:dde-topic="{}/a.odt" office:dde-item="a" office:automatic-update="true"/>'
        "<text:p>甲</text:p></text:section>"
    ),
}
BACKGROUND = (
    '<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties>'
    '<style:background-image xlink:href="{}/a.png" xlink:type="simple"/>'
    "</style:paragraph-properties></style:style>"
)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice is installed")
def test_nothing_that_a_document_links_to_is_fetched(host: Asked) -> None:
    body = "".join(LINKED.values()).replace("{}", host.base)
    data = open_document(
        f'{body}<text:p text:style-name="P1">正文</text:p>', BACKGROUND.replace("{}", host.base)
    )
    document = read_document(data, "a.odt", "a.odt", lambda _: None)
    assert "正文" in document.blocks
    assert host.paths == []


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice is installed")
@pytest.mark.parametrize(
    ("ending", "source"), [("xls", "xlsx"), ("doc", "docx"), ("rtf", "docx"), ("odt", "docx")]
)
def test_old_documents_and_workbooks_are_read_through_the_right_filter(
    kit: Any, tmp_path: Path, ending: str, source: str
) -> None:
    rows = (("序号", "具体工作", "责任单位", "完成时限"), ("1", "做一。", "甲局", "6月"))
    old = converted(kit.writers[source](kit.table(*rows)), f"a.{source}", tmp_path, ending).read_bytes()
    for name in (f"a.{ending}", *(("a.et",) if ending == "xls" else ("a.wps",) if ending == "doc" else ())):
        assert kit.rows_of(kit.drafted(old, name)) == [("1.1", "做一。", "", "甲局", "6月")]


def stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A LibreOffice that does what the script says."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def is_running(process: int) -> bool:
    """Whether it is; one that has ended, and that nobody has asked after, is not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in {"Z", "X"}
    except OSError:
        return False


@posix_only
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks Linux what runs")
@pytest.mark.parametrize(
    ("end", "told"), [("wait", "转换超过"), ("exit 0", "转换不了"), ("exit 3", "转换不了")]
)
def test_however_it_ends_its_children_end_with_it(
    end: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "fifo")  # nobody ever writes: who reads it waits for ever
    stand_in(tmp_path, f"cd {tmp_path}\ncat fifo & echo $! > new; mv new child\n{end}", monkeypatch)
    monkeypatch.setattr(office, "_PATIENCE", 1)
    with pytest.raises(Refused, match=told):
        as_docx(rb"{\rtf1 a}", "a.rtf")
    child = int((tmp_path / "child").read_text())
    for _ in range(100_000):  # a process that was killed takes its moment to end
        if not is_running(child):
            break
        os.sched_yield()
    assert not is_running(child)


@posix_only
def test_its_profile_is_new_and_shut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = tmp_path / "seen.xcu"
    stand_in(
        tmp_path,
        "for word; do case $word in -env:*) profile=${word#*file://};; esac; done\n"
        f'cp "$profile/user/registrymodifications.xcu" {seen}\nexit 1',
        monkeypatch,
    )
    with pytest.raises(Refused):
        as_docx(rb"{\rtf1 a}", "a.rtf")
    settings = seen.read_text("utf-8")
    for name, value in (("BlockUntrustedRefererLinks", "true"), ("ooInetProxyType", "2"), ("Link", "2")):
        assert f'oor:name="{name}" oor:op="fuse"><value>{value}</value>' in settings


def test_a_package_that_unpacks_to_too_much_is_not_handed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, f"touch {tmp_path / 'started'}", monkeypatch)
    monkeypatch.setattr(container, "_FREE", 1 << 20)
    bomb = open_document("<text:p>" + " " * (8 << 20) + "</text:p>")
    with pytest.raises(Refused, match="解压后比"):
        as_docx(bomb, "a.odt")
    assert not (tmp_path / "started").exists()
