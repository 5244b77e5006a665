"""What the web pages share: text that is never markup, and a policy that knows its own style alone."""

from __future__ import annotations

import base64
import hashlib

import pytest
from jinja2 import UndefinedError

from qjtask.render import web_page
from qjtask.render.web_page import inline, policy, render, source


@pytest.fixture
def _template(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_page, "source", lambda _: "<p>{{ text }}|{{ style }}|{{ number|twice }}</p>")


@pytest.mark.usefixtures("_template")
def test_text_is_data_and_only_our_own_markup_is_not() -> None:
    made = render(
        "x", {"twice": lambda n: 2 * n}, text="<b>&\n\u202e{{7*7}}", style=inline("a > b{}"), number=21
    )
    assert made == "<p>&lt;b&gt;&amp; �{{7*7}}|a > b{}|42</p>"


@pytest.mark.usefixtures("_template")
def test_a_name_that_the_page_does_not_get_is_a_mistake_and_not_a_blank() -> None:
    with pytest.raises(UndefinedError):
        render("x", {"twice": lambda n: 2 * n}, text="甲", number=1)


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_a_policy_allows_what_it_knows_by_its_hash_and_nothing_else() -> None:
    assert policy("p{}") == (
        f"default-src 'none'; style-src {hashed('p{}')}; base-uri 'none'; form-action 'none'"
    )
    assert f"script-src {hashed('go()')}; " in policy("p{}", "go()")


@pytest.mark.parametrize("name", ["page.css", "page.html.j2", "board.css", "board.js", "board.html.j2"])
def test_the_package_has_its_files(name: str) -> None:
    assert source(name).strip()
