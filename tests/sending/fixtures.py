"""The services on loopback, for the tests of what is sent and of the command that sends it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sending.servers import MailServer, RobotServer, mail_server, robot_server, trusted


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
