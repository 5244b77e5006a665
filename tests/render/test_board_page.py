"""The board's page: what stands in the HTML, whatever the ledger says. A browser is tests/cli's business."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qjtask.core.sheets.board_content import LOADS_NOTES, Lamp, board
from qjtask.render.board_page import board_page
from tests.core.plans import (
    day,
    entry,
    item,
    milestone,
    plan,
    row,
    shipped,
    standing,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qjtask.core.log.entry import Entry
    from qjtask.core.plan.plan import Plan

HOSTILE = (
    "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
    "{{7*7}}{% raw %}</style></script></title>\u202e\x1b&amp;"
)


def page(on: Plan, entries: Iterable[Entry] = (), today: str = "06-10") -> str:
    return board_page(board(on, standing(on, entries, today), day(today)))


def test_every_light_has_a_colour_on_the_page() -> None:
    style = files("qjtask.render").joinpath("board.css").read_text("utf-8")
    for lamp in Lamp:
        assert f".{lamp} {{ --l: var(--{lamp}); --h: var(--{lamp}-h); }}" in style
        assert style.count(f"--{lamp}: ") == style.count(f"--{lamp}-h: ") == 2  # by day and by night


def hostile() -> Plan:
    wild = plan(
        item("1.1", work=HOSTILE, lead=(HOSTILE,), units=(HOSTILE,), deadline=HOSTILE),
        item("1.2", work=HOSTILE, units=(HOSTILE,), milestones=(milestone("05-01", HOSTILE),)),
    )
    group = wild.groups[0]._replace(heading=HOSTILE)
    return wild._replace(title=HOSTILE, document=HOSTILE, issuer=HOSTILE, groups=(group,))


class Tags(HTMLParser):
    """The elements and attributes of a page, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_policy_allows_the_page_s_own_style_and_script_alone() -> None:
    text = page(shipped())
    policy = next(
        value for _, name, value in Tags(text).attributes if name == "content" and value and "src" in value
    )
    found = {}
    for kind in ("style", "script"):
        (source,) = re.findall(rf"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
        found[kind] = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{found['style']}'; script-src 'sha256-{found['script']}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert text.index("Content-Security-Policy") < text.index("<style>")


def test_nothing_is_loaded_and_no_attribute_runs() -> None:
    found = Tags(page(shipped(), [entry("9.2")]))
    assert not {"link", "img", "iframe", "object", "form", "use", "image", "base"} & set(found.tags)
    names = {name for _, name, _ in found.attributes}
    assert not names & {"style", "src", "href", "action", "srcset"}
    assert not [name for name in names if name.startswith("on")]
    style = files("qjtask.render").joinpath("board.css").read_text("utf-8")
    assert "url(" not in style
    assert "@import" not in style


def test_hostile_text_stays_text() -> None:
    wild, tame = Tags(page(hostile())), Tags(page(plan(item("1.1"), item("1.2"))))
    assert set(wild.tags) <= set(tame.tags) | {"small"}
    assert wild.tags.count("script") == wild.tags.count("style") == 1
    assert {name for _, name, _ in wild.attributes} <= {name for _, name, _ in tame.attributes}
    text = page(hostile())
    assert "{{7*7}}" in text
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert "&amp;amp;" in text


def test_the_same_ledger_and_day_give_the_same_bytes() -> None:
    entries = [entry("9.2"), entry("1.1", text="说明")]
    assert page(shipped(), entries) == page(shipped(), entries)


def test_a_character_that_html_forbids_is_shown_as_lost() -> None:
    text = page(plan(item("1.1", work="梳理\ufffe清单", units=("甲\ufdd0科",), lead=("局\U0001ffff",))))
    for lost in ("梳理�清单", "甲�科", "局�"):
        assert lost in text
    assert not {"\ufffe", "\ufdd0", "\U0001ffff"} & set(text)


def test_the_notes_are_those_of_the_core() -> None:
    assert "。".join(LOADS_NOTES) + "。" in page(shipped())


def test_every_item_is_there_without_a_script() -> None:
    words = "".join(Tags(page(shipped())).words)
    for one in shipped().items():
        assert one.work in words


def test_the_script_is_small_and_asks_no_clock_nor_network() -> None:
    script = files("qjtask.render").joinpath("board.js").read_text("utf-8")
    assert len(script.encode()) < 10_000
    for forbidden in ("Date", "fetch", "XMLHttpRequest", "innerHTML", "eval", "</script"):
        assert forbidden not in script


def test_a_plan_without_dates_and_one_without_open_items_have_a_page() -> None:
    assert "4项" not in page(plan(item(deadline="持续推进")))
    assert "1项，没有日期" in page(plan(item(deadline="持续推进")))
    assert row(item(), [entry()]).status.value == "done"
    assert "已完成1个" in page(plan(item()), [entry()])


def test_today_s_line_is_drawn_in_its_own_year_only() -> None:
    assert 'class="today" x=' in page(plan(item()))
    assert 'class="today" x=' not in page(plan(item()), today="2022-01-01")


def test_an_html_checker_finds_no_error(tmp_path: Path) -> None:
    jar = Path(os.environ.get("VNU_JAR", "node_modules/vnu-jar/build/dist/vnu.jar"))
    java = shutil.which("java")
    if not (jar.is_file() and java):
        pytest.skip("VNU_JAR names no Nu HTML checker (npm package vnu-jar), or Java is not installed")
    made = []
    for name, text in {"shipped": page(shipped(), [entry("9.4.1")]), "hostile": page(hostile())}.items():
        made.append(tmp_path / f"{name}.html")
        made[-1].write_text(text, encoding="utf-8")
    done = subprocess.run(
        [java, "-jar", jar.resolve(), "--errors-only", *made],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_every_lamp_has_its_colour_and_its_place_in_the_order() -> None:
    style, script = ((files("qjtask.render") / name).read_text("utf-8") for name in ("board.css", "board.js"))
    names = [lamp.value for lamp in Lamp]
    in_order = ", ".join(f'"{name}"' for name in names)
    assert f"lamps = [{in_order}];" in script
    for name in names:
        assert f".{name} {{ --l: var(--{name}); --h: var(--{name}-h); }}" in style
        assert len(re.findall(rf"--{name}: #", style)) == 2  # by day and by night
