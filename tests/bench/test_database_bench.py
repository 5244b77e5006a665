from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.database_office import database_server
from tests.database_server import DatabaseServer

__all__ = ("database_server",)
pytestmark = pytest.mark.slow
BENCH = Path(__file__).parents[2] / "bench"


def test_one_command_measures_a_database(database_server: DatabaseServer) -> None:
    database_server.sql("CREATE DATABASE bench")
    address = f"postgresql:///bench?host={database_server.folder}&port={database_server.port}"
    words = ["--runs", "1", "--writers", "4", "--seconds", "0.2", "--plans", "200"]
    command = [sys.executable, str(BENCH / "database_bench.py"), address, *words]
    lines = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.splitlines()
    names = [line.split(" | ")[0].strip("| `").replace("`", "") for line in lines[2:]]
    assert names[2:6] == ["due, files", "note, files", "due, database", "note, database"]
    figures = [re.match(r"[0-9.,]+", line.split(" | ")[1]) for line in lines[2:]]
    assert all(figure and float(figure[0].replace(",", "")) > 0 for figure in figures)
