"""Every test here speaks to services on loopback, trusted by nobody but these tests."""

from __future__ import annotations

import pytest

from tests.sending.fixtures import mails, quick_clock, robots, trust

__all__ = ("mails", "quick_clock", "robots", "trust")


@pytest.fixture(autouse=True)
def _trust(trust: None) -> None:
    pass
