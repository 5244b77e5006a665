"""Why a mark is not made: two answers that the rules of marking give."""

from __future__ import annotations


class Already(Exception):  # noqa: N818 - an answer
    """The mark stands already; the message says since when."""


class Impossible(Exception):  # noqa: N818 - an answer
    """The mark cannot be made: what is wrong, and what to do."""
