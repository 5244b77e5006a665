"""The plans under a folder, each with its log and what lies beside it: loaded, dumped, compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Refused, refuse
from qjtask.storage.files.ledger_files import beside_log, ledger_files, log_path_of
from qjtask.storage.files.plan_folder import plans_under
from qjtask.storage.ledger import SideKind
from qjtask.storage.logs.log_bytes import read_log_bytes
from qjtask.storage.texts.source import read_bytes

KEPT_SIDES = (SideKind.CONTACTS, SideKind.HOLIDAYS, SideKind.RULES, SideKind.DELIVERIES)
"""What goes into a database. Secrets never do."""

_UNFIT = re.compile(r"[\x00-\x1f\x7f\\:*?\"<>|]")
_TRIES = 20


class PlanFiles(NamedTuple):
    """A plan's files, byte for byte; `file` is its path in the folder, with / between the names."""

    file: str
    text: bytes
    log: bytes
    sides: dict[SideKind, bytes]

    def named(self) -> Iterator[tuple[str, bytes]]:
        """The files by their paths in the folder. A log or side of no bytes is no file."""
        yield self.file, self.text
        log = log_file_of(self.file)
        if self.log:
            yield log, self.log
        for kind, content in self.sides.items():
            yield beside_log(log, kind), content


def log_file_of(file: str) -> str:
    """The path of a plan's log."""
    return log_path_of(Path(file)).as_posix()


def is_fit(file: str) -> bool:
    """Whether a plan's path stays within its folder, on any system."""
    parts = PurePosixPath(file).parts
    return bool(parts) and not _UNFIT.search(file) and ".." not in parts and not file.startswith("/")


def plan_files(folder: Path, shown: str) -> list[PlanFiles]:
    """The plans under a folder, by their paths. Refused with every one that cannot be had whole."""
    if not folder.is_dir():
        raise refuse(shown, "没有这个文件夹", "请核对路径")
    found: list[PlanFiles] = []
    under = plans_under(folder, shown)
    problems = [one.problem for one in under.closed]
    for path in (Path(plan.path) for plan in under.plans):
        try:
            found.append(_read(path, path.relative_to(folder).as_posix()))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(problems)
    if not found:
        raise refuse(shown, "文件夹里没有计划", "计划是 tasks.yaml，或写有 groups 的 .yaml 文件")
    return found


def _read(path: Path, file: str) -> PlanFiles:
    if not is_fit(file):
        raise refuse(file, "路径里有别的系统不认的字符", "请先改名")
    files = ledger_files(path, path.parent)
    for _ in range(_TRIES):
        before = read_log_bytes(files.log, log_file_of(file))
        text = read_bytes(path, file)
        sides = {kind: content for kind in KEPT_SIDES if (content := _side(files.log, kind))}
        if files.is_staged:
            raise refuse(file, "上次的更新还没有写完", "请先用任一登记命令打开它一次，如 qjtask note，再载入")
        if read_log_bytes(files.log, log_file_of(file)) == before:
            return PlanFiles(file, text, before, sides)
    raise refuse(file, "记录一直在被改写，读不到完整的一份", "请稍后再试")


def _side(log: Path, kind: SideKind) -> bytes | None:
    path = log.with_name(beside_log(log.name, kind))
    return read_bytes(path, str(path)) if path.exists() else None
