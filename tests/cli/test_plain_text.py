"""What was typed is text, or refused: a log must not hold halves of characters."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from qjtask.cli.faults import Misused
from qjtask.cli.plain_text import check_text
from tests.conftest import program

GBK = os.fsdecode("中文进展".encode("gbk"))


def test_text_passes() -> None:
    check_text(["note", "1.1", "中文进展 😀\x07"], {"QJTASK_BY": "张三", "ELSE": GBK})


def test_every_argument_and_variable_that_is_none_is_told() -> None:
    with pytest.raises(Misused) as refused:
        check_text(["note", "1.1", GBK, "--by", "\udcff"], {"QJTASK_BY": GBK})
    first, second, third = map(str, refused.value.problems)
    assert first.startswith("第3个参数: 不是 UTF-8 文字，像是 GBK 的“中文进展”；终端不是 UTF-8：")
    assert second.startswith("第5个参数: 不是 UTF-8 文字；终端不是 UTF-8：")
    assert third.startswith("QJTASK_BY: 不是 UTF-8 文字，像是 GBK 的“中文进展”；")


@pytest.mark.skipif(os.name == "nt", reason="arguments are bytes on POSIX only")
@pytest.mark.parametrize("args", [("note", "1.1"), ("done", "1.1", "--note"), ("list", "--text")])
def test_a_terminal_in_gbk_is_refused_in_plain_words_and_nothing_is_written(
    args: tuple[str, ...], ledger: Path
) -> None:
    command = [*map(os.fsencode, program(args)), "中文进展".encode("gbk")]
    done = subprocess.run(
        command, cwd=ledger, capture_output=True, check=False, env={**os.environ, "PYTHONUTF8": "1"}
    )
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = done.stderr.decode().splitlines()
    assert "终端不是 UTF-8" in line
    assert not (ledger / "data" / "progress.yaml").exists()
