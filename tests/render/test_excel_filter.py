"""A filter on a merged column, tried in a real spreadsheet program."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from qjtask.render.excel import excel
from tests.render.documents import progress

_LIBRARY = """<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard">
<library:element library:name="Module1"/>
</library:library>
"""
_MODULE = """<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1">
Sub Main
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL("file://{folder}/x.xlsx", "_blank", 0, hidden())
  sheet = book.Sheets.getByIndex(0)
  table = sheet.getCellRangeByName("A3:H12")
  wanted = table.createFilterDescriptor(True)
  Dim field(0) As New com.sun.star.sheet.TableFilterField
  field(0).Field = 1
  field(0).Operator = com.sun.star.sheet.FilterOperator.EQUAL
  field(0).StringValue = "{value}"
  wanted.ContainsHeader = True
  wanted.setFilterFields(field())
  table.filter(wanted)
  Open "{folder}/seen.txt" For Output As #1
  For row = 3 To 11
    If sheet.Rows.getByIndex(row).IsVisible Then Print #1, sheet.getCellByPosition(0, row).String
  Next
  Close #1
  book.close(True)
End Sub
</script:module>
"""


def test_a_filter_on_a_merged_column_finds_every_row_of_its_group(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("needs LibreOffice (soffice)")
    (tmp_path / "x.xlsx").write_bytes(excel(progress(9)))
    start = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    environment = {**os.environ, "HOME": str(tmp_path)}
    subprocess.run(
        [*start, "--terminate_after_init"], check=True, capture_output=True, env=environment, timeout=120
    )
    macros = tmp_path / "profile" / "user" / "basic" / "Standard"
    module = _MODULE.format(folder=tmp_path, value="（2）着力提升网上办事深度")
    (macros / "Module1.xba").write_text(module, encoding="utf-8")
    (macros / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    subprocess.run(
        [*start, "macro:///Standard.Module1.Main"],
        check=True,
        capture_output=True,
        env=environment,
        timeout=120,
    )
    assert (tmp_path / "seen.txt").read_text(encoding="utf-8").split() == ["4", "5", "6"]
