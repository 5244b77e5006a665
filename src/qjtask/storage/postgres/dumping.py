"""`qjtask db dump`: every plan that a login may see, written as the files that it is; also the backup."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from qjtask.core.problem import refuse, system_reason
from qjtask.storage.files.file_writer import create
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.connection import Connection
from qjtask.storage.postgres.database_content import check_form, read_content
from qjtask.storage.postgres.dumped_files import KEPT_SIDES, PlanFiles, is_fit


def dump(connection: Connection, folder: Path, shown: str) -> list[str]:
    """Write all plans, logs and what lies beside them into a folder that is not there yet, all or none.

    Gives the plans' paths in it. Refused when the folder holds anything, and when the disk does not take it.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise refuse(shown, "这个文件夹里已经有东西，没有改动", "请换一个新的文件夹，如 备份/2021-06-10")
    made = folder.with_name(f".{folder.name}.{os.urandom(6).hex()}.tmp")
    dumped = []
    try:
        made.mkdir(parents=True)
        for plan in plans_in(connection, shown):
            dumped.append(plan.file)
            for file, content in plan.named():
                path = made / file
                path.parent.mkdir(parents=True, exist_ok=True)
                create(path, file, content)
        if folder.exists():
            folder.rmdir()
        made.replace(folder)
    except OSError as error:
        raise refuse(shown, f"没有导出：{system_reason(error)}", "请处理后再试") from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return dumped


def plans_in(connection: Connection, shown: str) -> Iterator[PlanFiles]:
    """Every plan that this login may see, as the files that it is."""
    check_form(connection, shown)
    for plan, file, _, _ in connection.rows(statements.ALL_PLANS):
        if not is_fit(file):
            raise refuse(file, "数据库里这份计划的路径走出了文件夹，什么也没有导出", "请管理员核对")
        content = read_content(connection, plan, file)
        sides = {}
        for kind in KEPT_SIDES:
            ((_, found),) = connection.rows(statements.SIDE, (plan, kind.value))
            if found is not None:
                sides[kind] = bytes(found)
        yield PlanFiles(file, content.text, content.log, sides)
