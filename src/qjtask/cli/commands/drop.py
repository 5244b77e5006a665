"""qjtask drop."""

from __future__ import annotations

from qjtask.cli.recording import plain_mark
from qjtask.core.log.entry import Do

EXAMPLES = ("qjtask drop 9.2 --note 市政府已取消该事项",)

command = plain_mark(Do.DROP)
