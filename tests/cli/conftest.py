"""What `remind --send` sends to: the same servers on loopback as in tests/sending."""

from __future__ import annotations

from tests.sending.fixtures import mails, robots, trust

__all__ = ("mails", "robots", "trust")
