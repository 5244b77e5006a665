"""The log's writer on disks that fail: one clear line, exit 1, and nothing half-written."""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qjtask.core.log.entry import Do, Entry
from qjtask.core.problem import Refused
from qjtask.storage.files.log_writer import append
from qjtask.storage.logs.entry_line import format_entry
from qjtask.storage.logs.log_file import FENCE, parse_log

CHINA = timezone(timedelta(hours=8))
SEEN = (
    b'- {"id": "old", "item": "9.2", "do": "note", "on": "2021-06-01", "text": "\xe5\xb7\xb2\xe6\x9c\x89"}\n'
)
LATER = b'- {"id": "x", "do": "dance", "steps": 3}\n'
BY_HAND = b"- item: '9.2'\n  do: note\n  on: 2021-06-01\n"
MANY = b"".join(SEEN.replace(b"old", b"old-%d" % number) for number in range(40))
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
posix_only = pytest.mark.skipif(os.name == "nt", reason="POSIX only")

Run = Callable[..., Any]


def entry(entry_id: str, text: str = "") -> Entry:
    """An entry to append."""
    at = datetime(2021, 6, 20, 9, 12, 33, tzinfo=CHINA)
    return Entry(entry_id, "9.2", Do.NOTE, date(2021, 6, 9), at, text=text)


def line(entry_id: str) -> bytes:
    """The entry's line, newline included."""
    return format_entry(entry(entry_id)).encode() + b"\n"


@pytest.fixture
def log(ledger: Path) -> Path:
    """The log's path beside the shipped plan; it is not there yet."""
    return ledger / "data" / "progress.yaml"


def state(log: Path) -> tuple[bytes, int, int, int, int] | None:
    """A file's bytes, place and rights; None where there is none."""
    if not log.exists():
        return None
    found = log.stat()
    return log.read_bytes(), found.st_ino, found.st_mode, found.st_uid, found.st_gid


@contextmanager
def unchanged(log: Path) -> Iterator[None]:
    """The log, or its absence, is the same after as before."""
    before = state(log)
    yield
    assert state(log) == before


def only_line(outcome: Any, *words: str, at: str = "data/progress.yaml") -> None:
    """The program gave up with one Chinese line that has these words, beside that of a torn line."""
    assert outcome.code == 1
    assert outcome.out == ""
    (told,) = [line for line in outcome.err.splitlines() if "这一行没有写完" not in line]
    assert told.startswith(f"{at}: ")
    assert re.search("[一-鿿]", told)
    for word in words:
        assert word in told


# What is there stays there ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("torn", "fenced"),
    [
        (b"", b""),
        (SEEN, SEEN),
        (SEEN + b'- {"id": "x", "ite', SEEN + b'- {"id": "x", "ite' + FENCE + b"\n"),
        (b'- {"text": "\xe5\xb7', b'- {"text": "\xe5\xb7' + FENCE + b"\n"),
        (SEEN.rstrip(), SEEN),
        (SEEN.rstrip() + b"\r", SEEN.rstrip() + b"\r\n"),
        (b"- ", b"- " + FENCE + b"\n"),
        (b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"),
        (b"# \xe5\xa4\x87\xe6\xb3\xa8", b"# \xe5\xa4\x87\xe6\xb3\xa8\n"),
        (LATER.rstrip(), LATER),
        (BY_HAND.rstrip(), BY_HAND),
    ],
)
def test_a_whole_last_line_gets_its_newline_and_a_torn_one_its_fence(
    log: Path, torn: bytes, fenced: bytes
) -> None:
    log.write_bytes(torn)
    append(log, "p", [entry("a")])
    assert log.read_bytes() == fenced + line("a")
    before, after = parse_log(fenced, "p"), parse_log(log.read_bytes(), "p")
    assert after.problems == before.problems
    assert [found.id for found in after.entries] == [*(found.id for found in before.entries), "a"]


@settings(deadline=None)
@given(st.binary(max_size=80) | st.binary(max_size=40).map(SEEN.__add__), st.integers(1, 3))
def test_whatever_is_there_stays_and_what_is_appended_counts(data: bytes, count: int) -> None:
    names = [f"new-{number}" for number in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "progress.yaml"
        log.write_bytes(MANY + data)
        append(log, "p", [entry(name) for name in names])
        written = log.read_bytes()
    assert written.startswith(MANY + data)
    assert written.endswith(b"".join(map(line, names)))
    assert [found.id for found in parse_log(written, "p").entries][-count:] == names


@posix_only
def test_mode_owner_and_place_are_kept(log: Path) -> None:
    log.write_bytes(SEEN)
    log.chmod(0o640)
    with suppress(PermissionError):  # not everybody may give a file away
        os.chown(log, 12345, 23456)
    before = state(log)
    append(log, "p", [entry("a")])
    after = state(log)
    assert before is not None
    assert after is not None
    assert after[1:] == before[1:]


@posix_only
def test_a_new_log_is_made_as_the_umask_says(log: Path) -> None:
    old = os.umask(0o027)
    try:
        append(log, "p", [entry("a")])
    finally:
        os.umask(old)
    assert stat.S_IMODE(log.stat().st_mode) == 0o640


def test_a_link_stays_a_link(log: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.yaml"
    try:
        log.symlink_to(elsewhere)
    except OSError:
        pytest.skip("this system makes no symbolic links here")
    append(log, "p", [entry("a")])
    append(log, "p", [entry("b")])
    assert log.is_symlink()
    assert elsewhere.read_bytes() == line("a") + line("b")


def test_one_write_then_fsync_and_only_then_the_word(
    log: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    log.write_bytes(SEEN)
    done: list[str] = []
    real_write, real_fsync = os.write, os.fsync

    def write(fd: int, data: bytes) -> int:
        done.append(f"write {data.count(b'item')}")
        return real_write(fd, data)

    def fsync(fd: int) -> None:
        assert os.path.samestat(os.fstat(fd), log.stat())
        assert log.read_bytes().count(b"\n") == 4
        done.append("fsync")
        real_fsync(fd)

    def say(*_: str) -> None:
        done.append("say")

    monkeypatch.setattr(os, "write", write)
    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr("builtins.print", say)
    assert run("done", "1.1", "1.2", "1.3").code == 0
    assert done[:3] == ["write 3", "fsync", "say"]
    assert set(done[3:]) == {"say"}


def test_who_takes_no_lock_is_not_written_over(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program appends in the same moment."""
    log.write_bytes(SEEN)
    real_write = os.write

    def write(fd: int, data: bytes) -> int:
        with log.open("ab") as other:
            other.write(line("other"))
        return real_write(fd, data)

    monkeypatch.setattr(os, "write", write)
    append(log, "p", [entry("a")])
    assert log.read_bytes() == SEEN + line("other") + line("a")


@pytest.mark.parametrize("before", [None, SEEN])
def test_only_ones_own_bytes_are_taken_back(
    log: Path, monkeypatch: pytest.MonkeyPatch, before: bytes | None
) -> None:
    """Another program appends, and then the disk takes our line no more."""
    if before:
        log.write_bytes(before)
    real_write = os.write

    def full(fd: int, data: bytes) -> int:
        with log.open("ab") as other:
            other.write(line("other"))
        real_write(fd, data[:40])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as broken:
        broken.setattr(os, "write", full)
        with pytest.raises(Refused, match="磁盘已满"):
            append(log, "p", [entry("a")])
    assert log.read_bytes().startswith((before or b"") + line("other"))
    append(log, "p", [entry("b")])  # what is left of ours is fenced
    assert [found.id for found in parse_log(log.read_bytes(), "p").entries][-2:] == ["other", "b"]


# The disk does not take it ----------------------------------------------------------------------


class Outcome(NamedTuple):
    """What a process gave."""

    code: int
    out: str
    err: str


def outcome(log: Path, command: Sequence[str]) -> Outcome:
    """Run a command in the ledger's folder."""
    done = subprocess.run(
        command,
        cwd=log.parents[1],
        env={**os.environ, "QJTASK_TODAY": "2021-06-10"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


LIMITED = """
import resource, sys
from qjtask.cli.main import main
size = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
main()
"""


@posix_only
@pytest.mark.parametrize("before", [None, SEEN, MANY, SEEN + b'- {"id"'], ids=["new", "one", "forty", "torn"])
@pytest.mark.parametrize("room", [0, 1, 50, 300])
def test_a_write_that_is_cut_short_leaves_nothing(
    log: Path, run: Run, before: bytes | None, room: int
) -> None:
    """300 bytes hold the first of three entries whole: all or none."""
    if before is not None:
        log.write_bytes(before)
    ids = ["1.1", "1.2", "1.3"]
    with unchanged(log):
        size = len(before or b"") + room
        cut = outcome(log, [sys.executable, "-c", LIMITED, str(size), "done", *ids])
        only_line(cut, "没有写入", "文件大小超过系统限制")
    after = run("done", *ids)
    assert after.code == 0
    assert log.read_bytes().startswith(before or b"")


@contextmanager
def mounted(folder: Path, size: str) -> Iterator[None]:
    """A small disk of memory on `folder`, with what was in it; skips where mounting is not permitted."""
    if not sys.platform.startswith("linux") or not IS_ROOT or not shutil.which("mount"):
        pytest.skip("mounting a tmpfs takes Linux and root")
    inside = {path.name: path.read_bytes() for path in folder.iterdir()}
    options = ["mount", "-t", "tmpfs", "-o", f"size={size}", "qjtask-test", str(folder)]
    done = subprocess.run(options, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        pytest.skip(f"mounting a tmpfs is not permitted here: {done.stderr.strip()}")
    try:
        for name, data in inside.items():
            (folder / name).write_bytes(data)
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """A file that takes all that is left of a disk."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 4096) == 4096:
            pass
    return filler


@pytest.mark.parametrize("slack", [0, 1, 60, 300])
def test_a_full_disk(log: Path, run: Run, slack: int) -> None:
    """The last page of the log has `slack` bytes left, the disk no other page."""
    with mounted(log.parent, "256k"):
        log.write_bytes(b"#" * (4096 - slack - len(SEEN) - 1) + b"\n" + SEEN)
        filler = fill(log.parent)
        with unchanged(log):
            only_line(run("done", "1.1", "1.2", "1.3"), "没有写入", "磁盘已满")
        filler.unlink()
        assert run("done", "1.1", "1.2", "1.3").code == 0
        assert log.stat().st_size > 4096


def test_a_full_disk_without_a_log(log: Path, run: Run) -> None:
    with mounted(log.parent, "256k"):
        filler = fill(log.parent)
        with unchanged(log):
            only_line(run("done", "1.1"), "没有写入", "磁盘已满")
        filler.unlink()
        assert run("done", "1.1").code == 0


@pytest.mark.parametrize("before", [None, SEEN])
def test_a_read_only_disk(log: Path, run: Run, before: bytes | None) -> None:
    if before:
        log.write_bytes(before)
    with mounted(log.parent, "256k"):
        subprocess.run(["mount", "-o", "remount,ro", str(log.parent)], check=True)
        with unchanged(log):
            only_line(run("done", "1.1"), "没有写入", "只读", at="data/progress.yaml.lock")
        assert run("list").code == 0


WITHOUT_OVERRIDE = """
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    if os.geteuid() == 0 and libc.prctl(24, capability, 0, 0, 0):  # PR_CAPBSET_DROP
        sys.exit(77)
os.execv(sys.executable, [sys.executable, "-m", "qjtask", *sys.argv[1:]])
"""


def obeying(log: Path, *args: str) -> Outcome:
    """Run the program as somebody whom file modes bind, root too."""
    found = outcome(log, [sys.executable, "-c", WITHOUT_OVERRIDE, *args])
    if found.code == 77:
        pytest.skip("root may not lay down its powers here")
    return found


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="lays down Linux's capabilities")
@pytest.mark.parametrize("before", [None, SEEN])
def test_a_read_only_folder(log: Path, before: bytes | None) -> None:
    if before:
        log.write_bytes(before)
    log.parent.chmod(0o555)
    try:
        with unchanged(log):
            told = obeying(log, "done", "1.1")
            only_line(told, "没有权限", f"chmod g+w {log.parent}", at="data/progress.yaml.lock")
        assert sorted(path.name for path in log.parent.glob("*.lock")) == []
    finally:
        log.parent.chmod(0o755)
    assert obeying(log, "done", "1.1").code == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="lays down Linux's capabilities")
def test_a_read_only_log(log: Path) -> None:
    log.write_bytes(SEEN)
    log.chmod(0o444)
    with unchanged(log):
        told = obeying(log, "done", "1.1")
        only_line(told, "没有写入", "没有权限", "chmod g+w data/progress.yaml", "umask 设为 002")


@pytest.mark.parametrize("before", [None, SEEN, SEEN + b'- {"id"'])
@pytest.mark.parametrize(("number", "why"), [(errno.EIO, "磁盘读写出错"), (errno.ENOSPC, "磁盘已满")])
def test_fsync_fails(
    log: Path, run: Run, monkeypatch: pytest.MonkeyPatch, before: bytes | None, number: int, why: str
) -> None:
    if before is not None:
        log.write_bytes(before)

    def fsync(_: int) -> None:
        raise OSError(number, os.strerror(number))

    with unchanged(log), monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fsync)
        only_line(run("done", "1.1", "1.2"), "没有写入", why, "什么也没有记下")
    assert run("done", "1.1", "1.2").code == 0


@posix_only
@pytest.mark.parametrize(
    ("number", "written"),
    [
        (errno.EINVAL, True),
        (errno.ENOTSUP, True),
        (errno.EACCES, True),
        (errno.EIO, False),
        (errno.ENOSPC, False),
    ],
)
def test_a_folder_that_cannot_be_synced(
    log: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, written: bool
) -> None:
    """Some network disks sync no folders; a disk that fails to is another matter."""
    real_fsync = os.fsync

    def fsync(fd: int) -> None:
        if stat.S_ISDIR(os.fstat(fd).st_mode):
            raise OSError(number, os.strerror(number))
        real_fsync(fd)

    monkeypatch.setattr(os, "fsync", fsync)
    if written:
        append(log, "p", [entry("a")])
        assert log.read_bytes() == line("a")
    else:
        with unchanged(log), pytest.raises(Refused, match="没有写入"):
            append(log, "p", [entry("a")])


def test_a_log_that_is_a_folder(log: Path, run: Run) -> None:
    log.mkdir()
    told = run("done", "1.1")
    assert told.code == 1
    assert told.err.startswith("data/progress.yaml: ")
    assert log.is_dir()
