"""Old and foreign documents (.doc, .wps, .rtf, .odt, .xls, .et): LibreOffice converts them where it is."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import refuse
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.packed.container import Container

Progress = Callable[[int], None]

_PATIENCE = 120  # seconds; a document of some hundred pages takes about ten
_LARGEST = 256 * 1024 * 1024
_ZIP = b"PK\x03\x04"
_RTF = b"{\\rtf"
# What LibreOffice shall read a workbook with: left to itself it takes a broken one for text.
_READ_BY = {".xls": "MS Excel 97", ".xls95": "MS Excel 95", ".xlsb": "Calc MS Excel 2007 Binary"}


_SECURITY, _INET = "Office.Common/Security/Scripting", "Inet/Settings"
# A document comes from a stranger: nothing that it links to is fetched, and nothing in it is run.
# The proxy is a door that is always shut (port 9, discard), for what no setting keeps in.
_SETTINGS = (
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    (_SECURITY, "DisableActiveContent", "true"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "MacroSecurityLevel", "3"),
    ("Office.Writer/Content/Update", "Link", "2"),  # never
    ("Office.Calc/Content/Update", "Link", "1"),  # never
    (_INET, "ooInetProxyType", "2"),  # the one given here
    (_INET, "ooInetHTTPProxyName", "127.0.0.1"),
    (_INET, "ooInetHTTPProxyPort", "9"),
    (_INET, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_INET, "ooInetHTTPSProxyPort", "9"),
    (_INET, "ooInetNoProxy", ""),
)
_REGISTRY = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'


class _Target(NamedTuple):
    """What a document is made into, by which filter of LibreOffice's, and how a person does it."""

    ending: str
    filter: str
    by_hand: str


_DOCX = _Target("docx", "docx:MS Word 2007 XML", "请在 Word 或 WPS 里用“另存为”存成 .docx 再导入")
_XLSX = _Target("xlsx", "xlsx:Calc MS Excel 2007 XML", "请在 Excel 或 WPS 里用“另存为”存成 .xlsx 再导入")


def read_as_docx(data: bytes, shown: str, progress: Progress) -> SourceDocument:
    """Read an old or foreign document. Refused when LibreOffice is not there, or cannot read it."""
    from qjtask.importing.formats.word.docx import read_docx

    return read_docx(as_docx(data, shown), shown, progress)


def read_as_xlsx(data: bytes, shown: str, progress: Progress) -> SourceDocument:
    """Read an old or foreign workbook. Refused when LibreOffice is not there, or cannot read it."""
    from qjtask.importing.formats.workbooks.xlsx import read_xlsx

    is_new = "Workbook".encode("utf-16-le") in data
    ending = "xlsb" if data.startswith(_ZIP) else "xls" if is_new else "xls95"
    return read_xlsx(_converted(data, ending, _XLSX, shown), shown, progress)


def as_docx(data: bytes, shown: str) -> bytes:
    """The document as .docx bytes. Refused when LibreOffice is not there, or cannot read it."""
    ending = "rtf" if data.startswith(_RTF) else "odt" if data.startswith(_ZIP) else _of_plain(data)
    return _converted(data, ending, _DOCX, shown)


def _of_plain(data: bytes) -> str:
    return "fodt" if data.lstrip().startswith(b"<") else "doc"


def _converted(data: bytes, ending: str, target: _Target, shown: str) -> bytes:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise refuse(shown, "这种格式要靠 LibreOffice 转换，这台机器上没有（命令 soffice）", target.by_hand)
    if data.startswith(_ZIP):
        Container(data, shown).weigh()
    with tempfile.TemporaryDirectory(prefix="qjtask-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"source.{ending}"
        source.write_bytes(data)
        try:
            _run(_command(program, folder, source, target.filter))
            made = folder / "out" / f"source.{target.ending}"
            if made.stat().st_size <= _LARGEST:
                return made.read_bytes()
        except subprocess.TimeoutExpired as error:
            raise refuse(shown, f"LibreOffice 转换超过 {_PATIENCE} 秒", target.by_hand) from error
        except (subprocess.SubprocessError, OSError) as error:
            raise refuse(shown, "LibreOffice 转换不了这个文件", target.by_hand) from error
    raise refuse(shown, "LibreOffice 转换出的文件太大", target.by_hand)


def _command(program: str, folder: Path, source: Path, wanted: str) -> list[str]:
    """The call, with a profile of its own: a running LibreOffice is left alone, and its settings too."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    settings = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    registry = profile / "user" / "registrymodifications.xcu"
    registry.write_text(f"<oor:items {_REGISTRY}>{settings}</oor:items>", encoding="utf-8")
    return [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        *(f"--infilter={reads}" for ending, reads in _READ_BY.items() if source.suffix == ending),
        "--convert-to",
        wanted,
        "--outdir",
        str(folder / "out"),
        str(source),
    ]


def _run(command: list[str]) -> None:
    """Run it to its end. However that comes (its own, our patience's, Ctrl-C), its children end with it.

    `soffice` only starts the program that converts.
    """
    with subprocess.Popen(  # noqa: S603 - a fixed command; the only file names in it are ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as started:
        try:
            if started.wait(_PATIENCE):
                raise subprocess.SubprocessError
        finally:
            _end(started)


def _end(started: subprocess.Popen[bytes]) -> None:
    if os.name == "nt":
        if started.poll() is None:
            ending = ["taskkill", "/T", "/F", "/PID", str(started.pid)]
            subprocess.run(ending, capture_output=True, check=False)  # noqa: S603 - a number of ours
    else:
        with suppress(ProcessLookupError, PermissionError):  # all have ended, as they should
            os.killpg(started.pid, signal.SIGKILL)
