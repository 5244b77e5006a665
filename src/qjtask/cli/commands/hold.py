"""qjtask hold."""

from __future__ import annotations

from qjtask.cli.recording import plain_mark
from qjtask.core.log.entry import Do

EXAMPLES = ("qjtask hold 9.2 --note 等市级平台上线",)

command = plain_mark(Do.HOLD)
