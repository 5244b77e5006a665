"""docs/督查室.md: every command of the page is run, in its order, on the machine that it names."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT, SHIPPED_PLAN
from tests.database_server import DatabaseServer, as_server_user, server_folder

pytestmark = pytest.mark.slow

PAGE = ROOT / "docs" / "督查室.md"
BLOCK = re.compile(r"^(## [^\n]*)$|^```sh (\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SERVERS = ("db1", "db2", "db3")
OURS = "管理机"
TYPED = "printf '口令\\n口令\\n' | "
"""A person's answer to --pwprompt."""

SETTINGS = """
unix_socket_directories = '..'
listen_addresses = '127.0.0.1'
fsync = off
"""


class Machines(NamedTuple):
    """The servers of the page by their names, and the folder in which all work: files are carried by hand."""

    servers: dict[str, DatabaseServer]
    desk: Path
    exports: dict[str, str]
    """What was exported on each, which holds in the blocks that follow."""

    def environment(self, name: str) -> dict[str, str]:
        home = self.desk if name == OURS else self.servers[name].folder
        kept = {key: text for key, text in os.environ.items() if not key.startswith(("PG", "QJTASK"))}
        programs = self.servers["db1"].bin
        own = {
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "PATH": f"{self.desk / 'bin'}{os.pathsep}{programs}{os.pathsep}{os.environ['PATH']}",
            "QJTASK_TODAY": "2021-06-10",
            "PYTHONUTF8": "1",
        }
        if name != OURS:
            server = self.servers[name]
            own |= {"PGDATA": str(server.data), "PGHOST": str(server.folder), "PGUSER": "postgres"}
            own |= {"PGPORT": str(server.port), "PGDATABASE": "postgres"}
        return kept | own

    def logs(self) -> str:
        """What the servers say, for when a command fails."""
        found = [path for server in self.servers.values() for path in server.folder.glob("*")]
        return "\n".join(path.read_text("utf-8")[-1000:] for path in found if path.name in {"log", "日志"})

    def run(self, name: str, script: str) -> str:
        """Run a block on a machine; the ports are ours, since all of them are one."""
        for server in SERVERS:
            port = self.servers[server].port
            script = re.sub(rf"host={server} port=5432", f"host=127.0.0.1 port={port}", script)
            script = re.sub(rf"{server}:5432", f"127.0.0.1:{port}", script)
            script = re.sub(rf"(?<=[@,]){server}\b(?!:)", f"127.0.0.1:{port}", script)
        script = re.sub("^createuser .*--pwprompt", lambda asks: TYPED + asks[0], script, flags=re.MULTILINE)
        self.exports[name] = "\n".join(
            [self.exports.get(name, ""), *re.findall("^export .*$", script, re.MULTILINE)]
        )
        done: subprocess.CompletedProcess[str] = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", f"{self.exports.get(name, '')}\n{script}"],
            cwd=self.desk,
            env=self.environment(name),
            **(as_server_user() if name != OURS else {}),
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # without a terminal, passwords are asked for on stdin
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, f"{script}\n{done.stdout}\n{self.logs()}"
        return done.stdout


@pytest.fixture
def machines() -> Iterator[Machines]:
    """Three servers, of which db2 has nothing yet, and a desk with the plans of two offices."""
    pytest.importorskip("psycopg2")
    with ExitStack() as held:
        servers = {name: DatabaseServer(held.enter_context(server_folder())) for name in SERVERS}
        desk = held.enter_context(server_folder())
        desk.chmod(0o777)
        (desk / "bin").mkdir()
        (desk / "bin" / "qjtask").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m qjtask "$@"\n')
        (desk / "bin" / "qjtask").chmod(0o755)
        for office in ("交通局", "农委"):
            (desk / "计划" / office).mkdir(parents=True)
            shutil.copy(SHIPPED_PLAN, desk / "计划" / office)
        made = Machines(servers, desk, {})
        for name in ("db1", "db3"):
            servers[name].make()
            with (servers[name].data / "postgresql.conf").open("a") as settings:
                settings.write(SETTINGS)
            held.callback(servers[name].stop_data)
            made.run(name, 'pg_ctl --pgdata "$PGDATA" --log "$HOME/log" --wait start')
        held.callback(servers["db2"].stop_data)
        yield made


def test_every_command_of_the_page_works(machines: Machines) -> None:
    said: dict[str, str] = {}
    heading = ""
    for title, machine, script in BLOCK.findall(PAGE.read_text("utf-8")):
        if title:
            heading = title.partition("、")[2]
            if heading == "主服务器坏了":
                machines.servers["db1"].stop_data()
        else:
            said[heading] = said.get(heading, "") + machines.run(machine, script)
    assert "已在数据库里建好台账" in said["建库"]
    assert "已载入：农委/tasks.yaml（农委）" in said["载入各单位的计划"]
    assert "规则和权限齐全，记录连续" in said["载入各单位的计划"]
    assert "已授权：lingdao 只能看 交通局、农委" in said["授权"]
    assert "已登记：9.2 进展" in said["各单位怎么用"]
    assert "督查室已去看过" in said["各单位怎么用"]
    assert "记录连续，与文件夹对得上" in said["备份"]
    assert "已报市里" in said["主服务器坏了"]
    assert "换了服务器" in said["主服务器坏了"]
    assert "台账早已建好，规则和权限已恢复齐" in said["升级，换服务器，从备份恢复"]
    assert "记录连续，与文件夹对得上" in said["升级，换服务器，从备份恢复"]
    standby = "SELECT sync_state FROM pg_stat_replication"
    while "sync" not in machines.run("db2", f'psql --tuples-only --command "{standby}"'):
        pass


def test_every_code_block_says_where_it_is_run() -> None:
    marks = re.findall(r"^```(.+)$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert set(marks) == {"text", *(f"sh {name}" for name in (*SERVERS, OURS))}
