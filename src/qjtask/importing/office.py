"""Old and foreign documents (.doc, .wps, .rtf, .odt): LibreOffice, where it is there, makes .docx of them."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from qjtask.core.problem import refuse

_PATIENCE = 120  # seconds; a document of some hundred pages takes about ten
_LARGEST = 256 * 1024 * 1024


def as_docx(data: bytes, ending: str, shown: str) -> bytes:
    """The document as .docx bytes. Refused when LibreOffice is not there, or cannot read it."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise refuse(
            shown,
            "这种格式要靠 LibreOffice 转换，这台机器上没有（命令 soffice）",
            "请在 Word 或 WPS 里用“另存为”存成 .docx 再导入",
        )
    with tempfile.TemporaryDirectory(prefix="qjtask-") as name:
        folder = Path(name)
        source = folder / f"source.{ending}"
        source.write_bytes(data)
        try:
            subprocess.run(  # noqa: S603 - a fixed command; the only file name in it is ours
                [
                    program,
                    # Its own profile, so that a running LibreOffice is left alone.
                    f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                    "--headless",
                    "--norestore",
                    "--convert-to",
                    "docx:MS Word 2007 XML",
                    "--outdir",
                    str(folder / "out"),
                    str(source),
                ],
                check=True,
                capture_output=True,
                timeout=_PATIENCE,
            )
            made = folder / "out" / "source.docx"
            if made.stat().st_size <= _LARGEST:
                return made.read_bytes()
        except subprocess.TimeoutExpired as error:
            raise refuse(shown, f"LibreOffice 转换超过 {_PATIENCE} 秒", _BY_HAND) from error
        except (subprocess.SubprocessError, OSError) as error:
            raise refuse(shown, "LibreOffice 转换不了这个文件", _BY_HAND) from error
    raise refuse(shown, "LibreOffice 转换出的文件太大", _BY_HAND)


_BY_HAND = "请在 Word 或 WPS 里用“另存为”存成 .docx 再导入"
