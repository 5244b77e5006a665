"""What `remind --send` sends to, as in tests/sending; a ledger in a database, as in tests/storage."""

from __future__ import annotations

from tests.database_office import database_server, database_template, office
from tests.sending.fixtures import mails, robots, trust

__all__ = ("database_server", "database_template", "mails", "office", "robots", "trust")
