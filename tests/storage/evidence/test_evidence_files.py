"""Evidence found where it may be found, and packed so that anybody can check it."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from qjtask.core.letters.evidence_list import Finding
from qjtask.core.problem import Refused
from qjtask.storage.evidence.evidence_files import Digests, find, homes, write_zip

DAY = date(2021, 6, 10)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "office" / "附件"
    folder.mkdir(parents=True)
    (folder / "a.pdf").write_bytes(b"a")
    (tmp_path / "private.txt").write_bytes(b"secret")
    return folder.parent


def no_index(_: Digests) -> dict[str, bytes]:
    return {}


def test_a_file_a_folder_and_nothing(home: Path) -> None:
    (home / "附件" / "空").mkdir()
    assert find("附件/a.pdf", [home])[:2] == (Finding.THERE, (home / "附件" / "a.pdf",))
    assert find("附件", [home])[:2] == (Finding.THERE, (home / "附件" / "a.pdf",))
    for typed in ("附件/b.pdf", "附件/空", "长" * 300, "a\0b"):
        assert find(typed, [home])[:2] == (Finding.MISSING, ()), typed


def test_every_home_is_tried_in_turn(home: Path, tmp_path: Path) -> None:
    assert find("a.pdf", [tmp_path, home / "附件"]).files == (home / "附件" / "a.pdf",)


def test_an_address_is_not_looked_up(home: Path) -> None:
    assert find("https://example.invalid/a.pdf", [home])[:2] == (Finding.LINK, ())


def test_what_lies_outside_is_never_touched(home: Path, tmp_path: Path) -> None:
    assert find("../private.txt", [home])[:2] == (Finding.OUTSIDE, ())
    assert find(str(tmp_path / "private.txt"), [home])[:2] == (Finding.OUTSIDE, ())
    (home / "link.txt").symlink_to(tmp_path / "private.txt")
    assert find("link.txt", [home])[:2] == (Finding.OUTSIDE, ())
    (home / "附件" / "link.txt").symlink_to(tmp_path / "private.txt")
    assert find("附件", [home]).files == (home / "附件" / "a.pdf",)


def test_hidden_files_and_the_ledgers_own_never_go_in(home: Path) -> None:
    data = home / "data"
    for name in ("data/secrets.yaml", "data/progress.yaml.lock", "附件/.ssh/id_rsa", ".bashrc"):
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"secret")
        assert find(name, [home, data])[:2] == (Finding.PRIVATE, ()), name
    (home / "附件" / "own.txt").symlink_to(data / "secrets.yaml")
    assert find("附件", [home, data]).files == (home / "附件" / "a.pdf",)


@pytest.mark.parametrize("typed", [".", "data", "附件/..", "data/.", "./"])
def test_a_folder_that_holds_the_ledger_is_no_evidence(typed: str, home: Path) -> None:
    (home / "data").mkdir(exist_ok=True)
    (home / "工资表.xlsx").write_bytes(b"x")
    assert find(typed, [home, home / "data"])[:2] == (Finding.TOO_WIDE, ())


def test_a_home_folder_is_no_evidence(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "张三").mkdir()
    monkeypatch.setenv("HOME", str(home / "张三"))
    assert find("张三", [home])[:2] == (Finding.TOO_WIDE, ())


@pytest.mark.parametrize(
    "name",
    [
        "备份/secrets.yaml",
        "备份/2021.secrets.yaml.bak",
        "progress.yaml~",
        "备份/Deliveries.YML",
        "备份/secrets - 副本.yaml",
        "备份/secrets_20260601.yaml",
        "备份/机密 secrets(1).yaml",
        "备份/secrets.yaml.2021",
    ],
)
def test_copies_of_the_ledgers_files_never_go_in(name: str, home: Path) -> None:
    path = home / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"secret")
    assert find(name, [home])[:2] == (Finding.PRIVATE, ())


def test_an_older_package_is_not_packed_again(home: Path) -> None:
    path = home / "附件" / "x.zip"
    for _ in range(2):
        files = {("1.1", "附件"): find("附件", [home]).files}
        digests = write_zip(path, "x.zip", files, DAY, no_index, force=True)
        assert list(digests["1.1", "附件"]) == ["1.1/a.pdf"]


def test_a_name_that_another_system_cannot_take_is_mended(home: Path, tmp_path: Path) -> None:
    names = [b"\xd6\xd0.txt", b"a\nb.txt", b"..\\c.txt", b"README", b"readme"]
    paths = [home / os.fsdecode(name) for name in names]
    for path in paths:
        path.write_bytes(b"x")
    digests = write_zip(
        tmp_path / "x.zip", "x.zip", {("1.1", "a"): paths}, date(2108, 1, 1), no_index, force=False
    )
    assert list(digests["1.1", "a"]) == [
        "1.1/__.txt",
        "1.1/a_b.txt",
        "1.1/.._c.txt",
        "1.1/README",
        "1.1/readme（2）",
    ]


def test_the_package_can_be_checked_with_sha256sum(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "佐证.zip"
    files = {("9.2", "附件/a.pdf"): [home / "附件" / "a.pdf"], ("9.4", "没有"): []}
    digests = write_zip(
        path, "佐证.zip", files, DAY, lambda found: {"目录.html": repr(found).encode()}, force=False
    )
    sha = hashlib.sha256(b"a").hexdigest()
    assert digests == {("9.2", "附件/a.pdf"): {"9.2/a.pdf": sha}, ("9.4", "没有"): {}}
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        assert package.namelist() == ["9.2/a.pdf", "目录.html", "SHA256SUMS"]
        lines = package.read("SHA256SUMS").decode().splitlines()
        assert [line.split("  ")[1] for line in lines] == ["9.2/a.pdf", "目录.html"]
        assert lines[0].startswith(sha)
        assert sha in package.read("目录.html").decode()
        package.extractall(tmp_path / "out")
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=tmp_path / "out", check=True)


def test_the_same_files_give_the_same_package(home: Path, tmp_path: Path) -> None:
    for name in ("1.zip", "2.zip"):
        write_zip(
            tmp_path / name, name, {("1.1", "a"): [home / "附件" / "a.pdf"]}, DAY, no_index, force=False
        )
        os.utime(home / "附件" / "a.pdf", (0, 0))
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_two_files_of_one_name_both_go_in(home: Path, tmp_path: Path) -> None:
    (home / "二").mkdir()
    (home / "二" / "A.PDF").write_bytes(b"A")
    files = {
        ("1.1", "a"): [home / "附件" / "a.pdf"],
        ("1.1", "b"): [home / "二" / "A.PDF"],
        ("1.2", "a"): [home / "附件" / "a.pdf"],
    }
    digests = write_zip(tmp_path / "x.zip", "x.zip", files, DAY, no_index, force=False)
    assert [list(names) for names in digests.values()] == [["1.1/a.pdf"], ["1.1/A（2）.PDF"], ["1.2/a.pdf"]]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_failing_disk_leaves_nothing_and_keeps_what_was_there(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(b"old")

    def fail(_: int) -> Any:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Refused, match=r"^x\.zip: 没有写入"):
        write_zip(path, "x.zip", {("1.1", "a"): [home / "附件" / "a.pdf"]}, DAY, no_index, force=True)
    assert path.read_bytes() == b"old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["office", "private.txt", "x.zip"]


def test_a_file_that_went_away_is_told(home: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"b\.pdf: 读不出来"):
        write_zip(tmp_path / "x.zip", "x.zip", {("1.1", "b"): [home / "b.pdf"]}, DAY, no_index, force=False)
    assert not (tmp_path / "x.zip").exists()


def test_a_package_that_is_there_is_kept_unless_told_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(b"old")
    with pytest.raises(Refused, match="已经有文件了"):
        write_zip(path, "x.zip", {}, DAY, no_index, force=False)
    assert path.read_bytes() == b"old"
    write_zip(path, "x.zip", {}, DAY, no_index, force=True)
    assert zipfile.is_zipfile(path)


def test_where_a_path_is_looked_for(tmp_path: Path) -> None:
    data, inner = tmp_path / "data", tmp_path / "附件"
    assert homes(data, tmp_path) == [tmp_path, data]
    assert homes(data, inner) == [tmp_path, data, inner]
    assert homes(data, tmp_path.parent) == [tmp_path, data]
    assert homes(inner, Path("/")) == [inner]
    assert homes(Path("/data"), Path("/etc")) == [Path("/data")], "the whole disk is no home"
