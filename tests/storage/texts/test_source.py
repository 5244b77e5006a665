"""A file's bytes made into text, or a word on why not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.texts.source import LARGEST, decode, read_bytes, read_text

if TYPE_CHECKING:
    from pathlib import Path

BOM = b"\xef\xbb\xbf"
SIMPLIFIED = "title: 2021年重庆市黔江区交通局政务服务工作任务分解\ndocument: 黔江交通发〔2021〕96号\n"
TRADITIONAL = "title: 臺北市政府交通局重點工作任務分解表\nunits:\n  審批科: [行政審批科]\n  法規科: []\n"
SAVE_AS = "请在编辑器里“另存为”UTF-8 编码"
MEND = "文件可能损坏或混入了别的编码，请改好这里再存为 UTF-8"


def told(data: bytes) -> str:
    """The one refusal of these bytes."""
    with pytest.raises(Refused) as refused:
        decode(data, "data/tasks.yaml")
    (problem,) = refused.value.problems
    return str(problem)


@pytest.mark.parametrize("text", ["", "甲\r\n乙", "\U0002a6a5"])
@pytest.mark.parametrize("mark", [b"", BOM])
def test_utf_8_is_read_with_or_without_a_byte_order_mark(text: str, mark: bytes) -> None:
    assert decode(mark + text.encode(), "f") == text


@pytest.mark.parametrize(
    ("data", "likely", "place"),
    [
        (SIMPLIFIED.encode("gbk"), "GBK/GB18030", "1:12"),
        (SIMPLIFIED.encode("gb18030") + "㐀".encode("gb18030"), "GBK/GB18030", "1:12"),
        ("# 說明：繁體字較多的GBK文件，编号仍照原表\n".encode("gbk"), "GBK/GB18030", "1:3"),
        ("甲".encode("gbk"), "GBK/GB18030", "1:1"),
        (TRADITIONAL.encode("big5"), "Big5", "1:8"),
        (SIMPLIFIED.encode("utf-16"), "UTF-16", "1:1"),
        ("\ufeff".encode("utf-16-be") + SIMPLIFIED.encode("utf-16-be"), "UTF-16", "1:1"),
    ],
    ids=str,
)
def test_another_encoding_is_named(data: bytes, likely: str, place: str) -> None:
    assert told(data) == f"data/tasks.yaml:{place}: 文件不是 UTF-8 编码，看来是 {likely}；{SAVE_AS}"


@pytest.mark.parametrize("mark", [b"", BOM])
def test_one_bad_byte_makes_no_other_encoding_of_a_file(mark: bytes) -> None:
    data = mark + SIMPLIFIED.encode().replace("江交".encode(), b"\xff" + "江交".encode(), 1)
    assert told(data) == f"data/tasks.yaml:2:12: 这里有不是 UTF-8 的字节；{MEND}"


def test_a_file_cut_inside_a_character_is_told_where() -> None:
    data = "标题：甲乙".encode()[:-1]
    assert data.decode("gb18030")  # it could be that, by its bytes alone
    assert told(data) == f"data/tasks.yaml:1:5: 这里有不是 UTF-8 的字节；{MEND}"


def test_bytes_of_no_encoding() -> None:
    assert told(b"a\n\xff\xff\xff\xff") == f"data/tasks.yaml:2:1: 这里有不是 UTF-8 的字节；{MEND}"


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tasks.yaml"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)  # sparse: it takes no room
    with pytest.raises(Refused) as refused:
        read_text(path, "tasks.yaml")
    assert str(refused.value) == "tasks.yaml: 文件超过 64 MiB，不像是一份计划；请检查是不是选错了文件"
    with path.open("wb") as file:
        file.truncate(LARGEST)
    assert len(read_bytes(path, "tasks.yaml")) == LARGEST == 64 << 20


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path, tmp_path / "none" / "tasks.yaml"):
        with pytest.raises(Refused) as refused:
            read_text(path, "f")
        assert str(refused.value).startswith("f: 打不开这个文件（")
        assert str(refused.value).endswith("）；请检查路径和读取权限")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tasks.yaml"
    path.touch(mode=0)
    with pytest.raises(Refused, match="打不开这个文件"):
        read_text(path, "f")
