"""The server and the ledger that these tests stand on."""

from __future__ import annotations

from tests.database_office import database_server, database_template, office

__all__ = ("database_server", "database_template", "office")
