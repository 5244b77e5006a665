"""What comes back, however it is named: a file, a pattern that no shell expanded, a folder, a zip."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from qjtask.storage.evidence import returned_files as module
from qjtask.storage.evidence.returned_files import ReturnedFile, returned_files


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two units' workbooks, one of them open in Excel, and what else lies about."""
    monkeypatch.chdir(tmp_path)
    inside = tmp_path / "填报"
    inside.mkdir()
    for name in ("审批科.xlsx", "建管科.XLSX", "~$审批科.xlsx", "说明.docx"):
        (inside / name).write_bytes(name.encode())
    return inside


def read(*names: str) -> list[ReturnedFile]:
    """What the names give, when nothing is wrong with them."""
    found = list(returned_files(names))
    return [one for one in found if isinstance(one, ReturnedFile) or pytest.fail(str(one))]


def shown(*names: str) -> list[str]:
    return [file.shown for file in read(*names)]


def refusal(*names: str) -> list[str]:
    found = list(returned_files(names))
    assert not [one for one in found if isinstance(one, ReturnedFile)]
    return list(map(str, found))


BOTH = [str(Path("填报/审批科.xlsx")), str(Path("填报/建管科.XLSX"))]


def test_a_file_is_named_as_it_was_typed() -> None:
    (file,) = read("./填报/审批科.xlsx")
    assert file == ("./填报/审批科.xlsx", "审批科.xlsx".encode())


@pytest.mark.parametrize("name", ["填报/*.[xX][lL]*", "填报/*科.*", "填报", "填报/"])
def test_a_pattern_and_a_folder_give_their_workbooks(name: str) -> None:
    assert sorted(shown(name)) == sorted(BOTH)


def test_each_file_comes_once(folder: Path) -> None:
    assert sorted(shown("填报", "填报/*.xlsx", "填报/审批科.xlsx", str(folder))) == sorted(BOTH)


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(folder: Path) -> None:
    (folder / "审批科[1].xlsx").write_bytes(b"x")
    assert shown("填报/审批科[1].xlsx") == ["填报/审批科[1].xlsx"]


def test_what_means_nothing_is_told_and_the_rest_is_read(folder: Path) -> None:
    (folder.parent / "空").mkdir()
    assert refusal("没有/*.xlsx", "空", "填报/~$审批科.xlsx") == [
        "没有/*.xlsx: 没有合这个写法的文件；请核对文件夹和文件名",
        "空: 文件夹里没有填报表（.xlsx）；请核对文件夹",
        "填报/~$审批科.xlsx: 这是打开工作簿时的临时文件；请关闭工作簿，写它本来的文件名",
    ]
    assert "文件或文件夹不存在" in refusal("没有.xlsx")[0]
    kinds = [isinstance(one, ReturnedFile) for one in returned_files(["填报", "没有.xlsx", "填报/说明.docx"])]
    assert kinds == [True, True, False, True]


# Zips ---------------------------------------------------------------------------------------------


def package(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)


def test_a_zip_gives_its_workbooks(folder: Path) -> None:
    package(
        folder / "全部.zip",
        {
            "填报/": b"",
            "填报/审批科.xlsx": b"1",
            "填报/~$审批科.xlsx": b"2",
            "__MACOSX/填报/._审批科.xlsx": b"3",
            "说明.txt": b"4",
            "建管科.XLSX": b"5",
        },
    )
    assert read("填报/全部.zip") == [
        ("填报/全部.zip/填报/审批科.xlsx", b"1"),
        ("填报/全部.zip/建管科.XLSX", b"5"),
    ]


def test_names_that_chinese_windows_wrote_are_read(folder: Path) -> None:
    package(folder / "a.zip", {"x.xlsx": b"1"})
    data = (folder / "a.zip").read_bytes()
    gbk = "审批科.xlsx".encode("gbk")
    info = zipfile.ZipInfo("0" * len(gbk))
    with zipfile.ZipFile(folder / "a.zip", "w") as made:
        made.writestr(info, b"1")
    data = (folder / "a.zip").read_bytes()
    (folder / "a.zip").write_bytes(data.replace(b"0" * len(gbk), gbk))
    assert shown("填报/a.zip") == ["填报/a.zip/审批科.xlsx"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "压缩包已损坏"),
        (b"PK\x03\x04 torn", "压缩包已损坏"),
    ],
)
def test_a_broken_zip_is_one_line(folder: Path, data: bytes, told: str) -> None:
    (folder / "a.zip").write_bytes(data)
    (line,) = refusal("填报/a.zip")
    assert told in line
    assert line.startswith("填报/a.zip: ")


def test_a_zip_without_workbooks_or_with_a_password_is_told(folder: Path) -> None:
    package(folder / "a.zip", {"说明.txt": b"1"})
    assert "压缩包里没有填报表" in refusal("填报/a.zip")[0]
    package(folder / "b.zip", {"a.xlsx": b"1"})
    data = bytearray((folder / "b.zip").read_bytes())
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(head) + flags] |= 1
    (folder / "b.zip").write_bytes(data)
    assert refusal("填报/b.zip") == ["填报/b.zip/a.xlsx: 压缩包加了密码；请解压后写文件夹"]


def test_a_zip_that_unpacks_to_too_much_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 1000)
    package(folder / "a.zip", {"a.xlsx": b"0" * 1001})
    assert "解压后太大" in refusal("填报/a.zip")[0]
    monkeypatch.setattr(module, "_LARGEST_ZIP", 2000)
    package(folder / "b.zip", {f"{number}.xlsx": b"0" * 900 for number in range(3)})
    assert "解压后太大" in refusal("填报/b.zip")[0]
    monkeypatch.setattr(module, "_MOST_MEMBERS", 2)
    assert "压缩包里的文件超过2个" in refusal("填报/b.zip")[0]
