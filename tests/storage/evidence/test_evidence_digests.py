"""The digests of evidence: taken of the files that stand there, and compared later."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from qjtask.core.letters.evidence_list import Finding
from qjtask.core.log.evidence import Reported
from qjtask.core.problem import Objection
from qjtask.storage.evidence import evidence_digests
from qjtask.storage.evidence.evidence_digests import compared, take_digests
from qjtask.storage.evidence.evidence_files import CHUNK, find
from tests.core.plans import entry


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "附件" / "内"
    folder.mkdir(parents=True)
    (tmp_path / "附件" / "a.pdf").write_bytes(b"a")
    (folder / "b.pdf").write_bytes(b"b" * (CHUNK + 1))
    return tmp_path


A = hashlib.sha256(b"a").hexdigest()
B = hashlib.sha256(b"b" * (CHUNK + 1)).hexdigest()


def taken(typed: str, home: Path) -> dict[str, str]:
    return take_digests(typed, find(typed, [home]))


def now(typed: str, digests: dict[str, str], home: Path) -> dict[str, tuple[Finding, list[str]]]:
    found = compared(Reported(typed, entry("1.1"), digests), find(typed, [home]))
    return {name: (one.finding, [path.name for path in one.files]) for name, one in found.items()}


@pytest.mark.parametrize(
    ("typed", "digests"),
    [
        ("附件/a.pdf", {"附件/a.pdf": A}),
        ("附件", {"附件/a.pdf": A, "附件/内/b.pdf": B}),
        ("附件/", {"附件/a.pdf": A, "附件/内/b.pdf": B}),
        ("附件/内", {"附件/内/b.pdf": B}),
        ("https://example.invalid/a.pdf", {}),
        ("黔江交通发〔2021〕96号", {}),
    ],
)
def test_the_digest_of_each_file_by_its_name(typed: str, digests: dict[str, str], home: Path) -> None:
    assert taken(typed, home) == digests
    assert set(now(typed, digests, home)) == {typed}


def test_what_lies_outside_is_not_read(home: Path) -> None:
    assert taken("../a.pdf", home / "附件" / "内") == {}
    (home / "x.yaml").write_bytes(b"secret")
    assert taken("x.yaml", home) == {}


def test_a_file_changed_lost_and_put_back(home: Path) -> None:
    digests = taken("附件/a.pdf", home)
    file = home / "附件" / "a.pdf"
    file.write_bytes(b"A")
    assert now("附件/a.pdf", digests, home) == {"附件/a.pdf": (Finding.CHANGED, ["a.pdf"])}
    file.unlink()
    assert now("附件/a.pdf", digests, home) == {"附件/a.pdf": (Finding.MISSING, [])}
    file.write_bytes(b"a")
    assert now("附件/a.pdf", digests, home) == {"附件/a.pdf": (Finding.THERE, ["a.pdf"])}


def test_what_changed_in_a_folder_stands_by_its_own_name(home: Path) -> None:
    folder = home / "附件"
    (folder / "c.pdf").write_bytes(b"c")
    digests = taken("附件", home)
    (folder / "a.pdf").write_bytes(b"A")
    (folder / "c.pdf").unlink()
    (folder / "d.pdf").write_bytes(b"d")
    assert now("附件", digests, home) == {
        "附件": (Finding.THERE, ["b.pdf"]),
        "附件/a.pdf": (Finding.CHANGED, ["a.pdf"]),
        "附件/d.pdf": (Finding.ADDED, ["d.pdf"]),
        "附件/c.pdf": (Finding.MISSING, []),
    }


def test_an_older_report_without_digests_is_as_it_is_found(home: Path) -> None:
    assert now("附件", {}, home) == {"附件": (Finding.THERE, ["a.pdf", "b.pdf"])}
    assert now("没有.pdf", {}, home) == {"没有.pdf": (Finding.MISSING, [])}


def test_a_name_that_is_no_text_is_packed_and_never_told(home: Path) -> None:
    (home / "附件" / os.fsdecode(b"\xd6\xd0.txt")).write_bytes(b"x")
    digests = taken("附件", home)
    assert list(digests) == ["附件/a.pdf", "附件/内/b.pdf"]
    assert {name: len(files) for name, (_, files) in now("附件", digests, home).items()} == {"附件": 3}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_cannot_be_read_is_told(home: Path) -> None:
    digests = taken("附件/a.pdf", home)
    (home / "附件" / "a.pdf").chmod(0)
    with pytest.raises(Objection, match=r"“附件/a\.pdf”读不出来.没有权限.，没有记下校验值"):
        taken("附件/a.pdf", home)
    assert now("附件/a.pdf", digests, home) == {"附件/a.pdf": (Finding.UNREADABLE, ["a.pdf"])}


def test_a_disk_that_fails_is_told(home: Path) -> None:
    digests, found = taken("附件/a.pdf", home), find("附件/a.pdf", [home])

    def fail(_: Path) -> str:
        raise OSError(5, "Input/output error")

    with pytest.raises(Objection, match=r"“附件/a\.pdf”读不出来.磁盘读写出错.，没有记下校验值"):
        take_digests("附件/a.pdf", found, digest=fail)
    told = compared(Reported("附件/a.pdf", entry("1.1"), digests), found, fail)
    assert {name: one.finding for name, one in told.items()} == {"附件/a.pdf": Finding.UNREADABLE}


def test_more_than_a_report_can_keep_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = find("附件", [home])
    with pytest.raises(Objection, match="“附件”有2个文件，没有记下校验值"):
        take_digests("附件", found, 1)
    digests = take_digests("附件", found, 2)
    monkeypatch.setattr(evidence_digests, "LARGEST", CHUNK)
    with pytest.raises(Objection, match="“附件”超过 1 GB，没有记下校验值"):
        take_digests("附件", found)
    assert now("附件", digests, home)["附件/内/b.pdf"][0] is Finding.CHANGED, "what grew is not read"
