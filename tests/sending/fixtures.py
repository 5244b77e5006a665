"""The services on loopback, for the tests of what is sent and of the command that sends it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sending.servers import MailServer, RobotServer, mail_server, robot_server, trusted


class QuickClock:
    """Stands for the clock of connections: each look at it is a second later than the one before."""

    def __init__(self) -> None:
        self.now = 0

    def monotonic(self) -> float:
        self.now += 1
        return self.now


@pytest.fixture
def quick_clock(monkeypatch: pytest.MonkeyPatch) -> QuickClock:
    clock = QuickClock()
    monkeypatch.setattr("qjtask.sending.time_limit.time", clock)
    return clock


@pytest.fixture
def trust(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The servers' authority is the only one trusted, and no proxy of this machine is in the way."""
    monkeypatch.setenv("SSL_CERT_FILE", trusted(tmp_path))
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def robots() -> Iterator[RobotServer]:
    with robot_server() as server:
        yield server


@pytest.fixture
def mails() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server
