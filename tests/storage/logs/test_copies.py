"""Copies of the log that lie beside it: found whatever left them, named when they hold what the log lacks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from qjtask.storage.logs.copies import copies, copy_doubts
from qjtask.storage.logs.log_file import load_log

LINE = '- {"id": "%s", "item": "9.2", "do": "note", "on": "2021-06-01", "text": "进展"}\n'

COPIES = [
    "progress (李四的冲突副本 2021-06-10).yaml",  # Dropbox, in Chinese
    "progress (李四's conflicted copy 2021-06-10).yaml",
    "progress (冲突副本 - 张三 2021-06-10 09.12.33).yaml",  # 坚果云
    "progress（张三的冲突副本2021-06-10）.yaml",
    "progress-DESKTOP-AB12.yaml",  # OneDrive
    "progress.sync-conflict-20210610-091233-ABCDEFG.yaml",  # Syncthing
    "progress (conflicted copy 2021-06-10 091233).yaml",  # Nextcloud
    "progress (SFConflict a@b.cn 2021-06-10-09-12-33).yaml",  # Seafile
    "progress_冲突文件_张三_20210610.yaml",  # WPS
    "progress(1).yaml",
    "progress - 副本.yaml",  # Windows
    "副本progress.yaml",
    "progress.yaml.orig",  # git mergetool
    "progress_LOCAL_4711.yaml",
    "PROGRESS-冲突.yml".lower(),
]
NO_COPIES = [
    "progress.yaml",
    "progress.yaml.lock",
    "tasks.yaml",
    "2022.progress.yaml",
    "deliveries.yaml",
    "progress.docx",
    "冲突.yaml",
]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "progress.yaml"
    path.write_text(LINE % "a" + LINE % "b", "utf-8")
    return path


def found(log: Path) -> list[str]:
    return [copy.path.name for copy in copies(log, str(log))]


def doubts(log: Path) -> list[str]:
    shown = f"data/{log.name}"
    return [str(doubt) for doubt in copy_doubts(log, shown, load_log(log, shown))]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_that_holds_what_the_log_lacks_is_named(log: Path, name: str) -> None:
    log.with_name(name).write_text(LINE % "a" + LINE % "c" + LINE % "d", "utf-8")
    (told,) = doubts(log)
    assert told == (
        f"data/{name}: 这是记录的副本（多半是同步冲突留下的），里面有2条是记录里没有的；"
        f'并入请运行 qjtask merge "data/{name}"，不要的请移到别的文件夹'
    )


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_that_holds_nothing_new_is_no_matter(log: Path, name: str) -> None:
    log.with_name(name).write_text(LINE % "a", "utf-8")
    assert doubts(log) == []


@pytest.mark.parametrize("name", NO_COPIES)
def test_what_is_no_copy_is_left_alone(log: Path, name: str) -> None:
    if name != log.name:
        log.with_name(name).write_text(LINE % "c", "utf-8")
    assert found(log) == []


def test_the_log_of_another_plan_is_no_copy(log: Path) -> None:
    log.with_name("progress-2022.progress.yaml").write_text(LINE % "c", "utf-8")
    assert found(log) == ["progress-2022.progress.yaml"]
    log.with_name("progress-2022.yaml").write_text("title: 2022", "utf-8")
    assert found(log) == []  # nor is that plan


def test_a_plan_that_is_named_like_a_copy_holds_nothing_to_take_in(tmp_path: Path) -> None:
    log = tmp_path / "2021.progress.yaml"
    log.write_text(LINE % "a", "utf-8")
    (tmp_path / "2021.yaml").write_text("title: 2021", "utf-8")
    assert found(log) == []


def test_a_copy_that_cannot_be_read_is_told(log: Path) -> None:
    log.with_name("progress(1).yaml").write_bytes((LINE % "c").encode("gbk"))
    assert doubts(log) == ["data/progress(1).yaml: 这个文件像是记录的副本，但读不出来；请核对后移走或改好"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX only")
def test_a_pipe_that_is_named_like_a_copy_is_not_waited_for(log: Path) -> None:
    os.mkfifo(log.with_name("progress(1).yaml"))
    assert len(doubts(log)) == 1


def test_a_folder_that_is_gone_has_no_copies(tmp_path: Path) -> None:
    assert found(tmp_path / "gone" / "progress.yaml") == []
