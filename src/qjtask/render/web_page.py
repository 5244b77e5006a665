"""What the web pages share: one file that loads nothing, and text in it that is never markup."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from importlib.resources import files
from typing import Any

from qjtask.render.one_line import one_line


def source(name: str) -> str:
    """A file of this package: a template, a style sheet, a script."""
    return files("qjtask.render").joinpath(name).read_text(encoding="utf-8")


def render(template: str, filters: dict[str, Callable[..., Any]], **values: Any) -> str:
    """The page that the package's `template` makes of `values`, escaped and made harmless."""
    from jinja2 import Environment, StrictUndefined  # 40 ms

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= filters
    return environment.from_string(source(template)).render(values)


def inline(source_text: str) -> Any:
    """A style sheet or a script of this package, to stand in a page as it is."""
    from markupsafe import Markup

    return Markup(source_text)  # noqa: S704 - our own, not the ledger's


def policy(style: str, script: str = "") -> str:
    """The Content-Security-Policy of a page: nothing is loaded, and nothing runs but these two.

    Each is known by its hash (CSP Level 3, section 2.3.1); without a script none runs.
    """
    allowed = f"script-src '{_hash(script)}'; " if script else ""
    return f"default-src 'none'; style-src '{_hash(style)}'; {allowed}base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _harmless(value: Any) -> Any:
    """Every text that a template writes, on one line and fit for HTML; our own markup as it is."""
    return one_line(value) if type(value) is str else value
