"""The clerk's page plays a whole year: every command of it is run, in its order, and shows what it says."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from tests.test_readme import ROOT, commands, fill_in, on_a_terminal, without_signs

PAGE = ROOT / "docs" / "办事员手册.md"
NOTICE = ROOT / "tests" / "data" / "notice.txt"

NEXT_YEAR = """
<h1>2022年政务服务工作任务分解</h1><p>黔江交通发〔2022〕15号</p><p>2022年3月25日</p><table>
<tr><th>序号</th><th>重点任务</th><th>具体工作</th><th>责任单位</th><th>完成时限</th></tr>
<tr><td>1</td><td rowspan="2">（一）深化审批</td><td>动态调整清单。</td><td>审批科</td><td>6月底前</td></tr>
<tr><td>2</td><td>梳理行政备案事项。</td><td>法规科</td><td>三季度末</td></tr>
<tr><td>3</td><td>（二）规范网上中介超市</td><td>公布事项清单。</td><td>建管科</td><td>持续推进</td></tr>
</table>
"""

_BLOCK = re.compile(r"```(console|yaml)\n(.*?)```", re.DOTALL)
_FILE = re.compile(r"# ([\w/]+\.yaml)")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the examples are shown as on a Unix terminal")


class Desk:
    """A clerk's folder, in which the page's blocks are done one after the other."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self._env = {**os.environ, "TERM": "dumb", "TZ": "Asia/Shanghai"}
        notice = NOTICE.read_text("utf-8")
        shutil.copy(NOTICE, folder / "通知.txt")
        reissued = notice.replace("\n\t2021年6月30日", "\n\t2021年7月31日", 1)
        assert reissued != notice
        (folder / "新版通知.txt").write_text(reissued, "utf-8")
        (folder / "下年通知.html").write_text(NEXT_YEAR, "utf-8")
        (folder / "佐证").mkdir()
        (folder / "佐证" / "清单公告.txt").write_text("清单已经公布", "utf-8")

    def block(self, found: re.Match[str]) -> str:
        """A block as it should stand: commands with what they show, files as they are written."""
        kind, text = found.groups()
        if kind == "yaml":
            self._write(text)
            return found[0]
        return "```console\n" + "\n".join(self._shown(line) for line in commands(text)) + "```"

    def _shown(self, line: str) -> str:
        if line.startswith("export "):
            key, _, value = line.removeprefix("export ").partition("=")
            self._env[key] = value
            return f"$ {line}\n"
        if line.startswith("mkdir "):
            (self._folder / line.removeprefix("mkdir ")).mkdir()
            return f"$ {line}\n"
        if line.startswith("qjtask collect"):
            fill_in(self._folder / "填报" / "养护科.xlsx", "13.4", 进展="已梳理中介机构名录", 百分比=40)
        return f"$ {line}\n{on_a_terminal(line, self._folder, self._env)}"

    def _write(self, text: str) -> None:
        """A file of its own, or for the plan: what is written into its head, and its lines for offices."""
        named = _FILE.match(text)
        assert named, f"a block of YAML says first in which file it stands: {text}"
        path = self._folder / named[1]
        if named[1] != "tasks.yaml":
            path.write_text(text, "utf-8")
            return
        head, _, units = text.partition("units:\n")
        plan = path.read_text("utf-8").replace("year: 2021\n", f"year: 2021\n{head}", 1)
        for line in units.splitlines():
            empty = f"{line.split(':')[0]}: []\n"
            assert empty in plan, line
            plan = plan.replace(empty, f"{line}\n", 1)
        path.write_text(plan, "utf-8")


def test_the_year_goes_as_the_page_says(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """`pytest --write-golden` writes what the commands show now into the page."""
    actual = without_signs(_BLOCK.sub(Desk(tmp_path / "2021年").block, PAGE.read_text("utf-8")))
    if request.config.getoption("--write-golden"):
        PAGE.write_text(actual, "utf-8")
    assert actual == PAGE.read_text("utf-8"), "the page shows something else than the program"


def test_the_readmes_name_the_page() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        assert "(docs/办事员手册.md)" in (ROOT / name).read_text("utf-8")
