"""A log saved in another encoding is refused, with the encoding and what to do; a torn one is not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.logs.log_fields import FENCE
from qjtask.storage.logs.log_file import parse_log

Run = Callable[..., Any]


def line(number: int, text: str = "已发布清单，正在征求意见", by: str = "张三") -> str:
    fields = {"id": f"{number:016x}", "item": "1.1", "do": "note", "on": "2021-06-01", "by": by, "text": text}
    return f"- {json.dumps(fields, ensure_ascii=False)}\n"


LOG = "".join(map(line, range(5)))
PLAIN = line(9, "", "wang")
"""A line that reads the same in every encoding."""


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        parse_log(data, "progress.yaml")
    return str(refused.value)


@pytest.mark.parametrize(
    ("data", "encoding", "place"),
    [
        (LOG.encode("gbk"), "GBK/GB18030", 1),
        ((PLAIN + LOG).encode("gbk"), "GBK/GB18030", 2),
        (line(1).encode("gbk").rstrip(), "GBK/GB18030", 1),  # a single line, without its line end
        (LOG.replace("\n", "\r").encode("gbk"), "GBK/GB18030", 1),
        ((PLAIN * 50 + line(1)).encode("gbk"), "GBK/GB18030", 51),
        ((line(1, "梳理證照庫並徵求意見，預計六月底前辦結", "張三") * 3).encode("big5"), "Big5", 1),
        (LOG.encode("utf-16"), "UTF-16", 1),
        (LOG.encode("utf-16-le"), "UTF-16", 1),
        (LOG.encode("utf-16-be"), "UTF-16", 1),
    ],
)
def test_another_encoding_is_refused_with_its_name(data: bytes, encoding: str, place: int) -> None:
    assert refusal(data) == (
        f"progress.yaml:{place}:1: 文件不是 UTF-8 编码，看来是 {encoding}；请在编辑器里“另存为”UTF-8 编码"
    )


@pytest.mark.parametrize(
    "data",
    [
        LOG.encode() + b'- {"id": "x", "text": "\xe6\x9c',  # torn within a character
        b'- {"id": "x", "text": "\xe6\x9c',
        b'- {"id": "x", "text": "\xe6\x9c' + FENCE + b"\n",
        PLAIN.encode() + b'- {"id": "x", "text": "\xe6\x9c' + FENCE + b"\n" + PLAIN.encode(),
        LOG.encode() + line(9).encode("gbk") + LOG.encode(),  # one line from a GBK terminal
        LOG.encode() + b"\xff\xfe\n",
    ],
)
def test_a_log_in_utf_8_with_a_bad_line_is_read(data: bytes) -> None:
    log = parse_log(data, "progress.yaml")
    assert sum(not problem.is_warning for problem in log.problems) == 1


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\0" * 4096, "1条记录里有1条读不出来"),
        ("会议纪要\n一、今年的重点\n".encode() + PLAIN.encode(), "3条记录里有2条读不出来"),
        (b"title: x\ngroups: []\n", "2条记录里有2条读不出来"),  # the plan, under the log's name
    ],
)
def test_a_log_most_of_whose_lines_are_unreadable_is_refused(data: bytes, told: str) -> None:
    found = refusal(data)
    assert found.startswith(f"progress.yaml:1:1: {told}，不像是登记记录，什么也没有做；")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b'- {"id": "x", "te',  # the first line ever, torn
        b"- {" + FENCE + b"\n",
        b"<<<<<<< HEAD\n" + PLAIN.encode() + b"=======\n>>>>>>> other\n",
        b"?\n" + PLAIN.encode(),
        PLAIN.encode().replace(b'"note"', b'"split"') * 2,  # all by a later version
        PLAIN.encode() + b"\0" * 512,  # a tail that was never on disk
    ],
)
def test_a_log_that_is_torn_marked_or_newer_is_read(data: bytes) -> None:
    parse_log(data, "progress.yaml")


@pytest.mark.parametrize("encoding", ["gbk", "utf-16"])
def test_every_command_refuses_it_and_none_writes(ledger: Path, run: Run, encoding: str) -> None:
    log = ledger / "data" / "progress.yaml"
    log.write_bytes(LOG.encode(encoding))
    before = log.read_bytes()
    commands = (
        ["list"],
        ["due"],
        ["show", "1.1"],
        ["log"],
        ["stats"],
        ["remind"],
        ["report", "progress"],
        ["report", "chase", "--log"],
        ["done", "9.2"],
        ["note", "9.2", "进展"],
        ["undo", "--yes"],
        ["check", "--digest", "4CD4C4AF"],
    )
    for command in commands:
        outcome = run(*command)
        assert (outcome.code, outcome.out) == (1, ""), command
        assert "另存为" in outcome.err
    checked = run("check")
    assert checked.code == 1
    assert "另存为" in checked.out
    assert log.read_bytes() == before


def test_the_numbers_of_letters_never_begin_again(ledger: Path, run: Run) -> None:
    """As the log was, with other line ends, and indented: the second letter is the second."""
    log = ledger / "data" / "progress.yaml"
    assert run("report", "chase", "--unit", "审批科", "--log", "-o", "a.md").code == 0
    kept = log.read_bytes()
    for number, data in enumerate((kept, kept.replace(b"\n", b"\r"), b"  " + kept.replace(b"\n-", b"\n  -"))):
        log.write_bytes(data)
        assert run("report", "chase", "--unit", "养护科", "--log", "-o", f"{number}.md").code == 0
        assert "〔2021〕第2号" in (ledger / f"{number}.md").read_text("utf-8")
