"""The board in a real browser, as a reader opens it: a file, no network, no script but its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from qjtask.core.sheets.board_content import board
from qjtask.render.board_page import board_page
from tests.core.plans import day, entry, item, milestone, plan, shipped, standing

if TYPE_CHECKING:
    from qjtask.core.plan.plan import Plan
    from tests.conftest import Run

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright's Python package is not installed")

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
pytestmark = pytest.mark.skipif(_CHROMIUM is None, reason="no Chromium is installed")

# Spread over every text of a plan. RAN is set by whatever runs.
HOSTILE = (
    '<script>window.RAN=1</script>"><img src="http://127.0.0.1:9/x" onerror="window.RAN=2">'
    "{{7*7}} javascript:window.RAN=3 </script></style><svg onload=window.RAN=4> &q=%41+ \u202e倒\u2066"
)

_CONTRAST = """() => {
  const parse = (text) => (text.match(/[\\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
  const over = (top, under) => {
    const alpha = top[3] ?? 1;
    return [0, 1, 2].map((at) => top[at] * alpha + under[at] * (1 - alpha));
  };
  const ground = (element) => {
    if (!element) return [255, 255, 255];
    return over(parse(getComputedStyle(element).backgroundColor), ground(element.parentElement));
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const worst = {};
  for (const element of document.body.querySelectorAll("*")) {
    const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!says || !element.checkVisibility() || element.closest("script, title, desc, option")) continue;
    const style = getComputedStyle(element);
    const isSign = element.matches(".s text");
    const shape = isSign && element.parentElement.querySelector("circle, polygon");
    const under = isSign ? parse(getComputedStyle(shape).fill) : ground(element);
    const ink = parse(element instanceof SVGElement ? style.fill : style.color);
    const [a, b] = [light(over(ink, under)), light(under)].sort((x, y) => y - x);
    const name = `${element.tagName} ${element.getAttribute("class")} ${element.textContent.slice(0, 12)}`;
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) worst[name] = ratio;
  }
  return worst;
}"""


class Opened(NamedTuple):
    """A page in the browser, with what it asked for and complained of."""

    page: Any
    asked: list[str]
    complaints: list[str]

    def waits_for(self, count: str) -> None:
        """Until the page says so: the browser tells a page of a new address in its own time."""
        playwright.expect(self.page.locator("#count")).to_have_text(count)

    def ids(self) -> list[str]:
        """The ids of the items that can be seen, from top to bottom."""
        found: list[str] = self.page.evaluate(
            """[...document.querySelectorAll("#items tbody tr:not(.group)")]
            .filter((row) => row.checkVisibility()).map((row) => row.cells[0].textContent)"""
        )
        return found


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    home = str(tmp_path_factory.mktemp("browser"))
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(
            executable_path=_CHROMIUM, args=list(_SWITCHES), env={"HOME": home, "XDG_CONFIG_HOME": home}
        )
        yield started
        started.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Open a plan's board as a file: `opened(plan, address="#…", width=…, …)`."""
    contexts = []

    def opened(
        on: Plan, address: str = "", *, width: int = 1280, log: tuple[Any, ...] = (), **options: Any
    ) -> Opened:
        path = tmp_path / "board.html"
        path.write_text(
            board_page(board(on, standing(on, log), day("06-10"))), encoding="utf-8", newline="\n"
        )
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        asked: list[str] = []
        complaints: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.goto(path.as_uri() + address)
        return Opened(page, asked, complaints)

    yield opened
    for context in contexts:
        context.close()


def small() -> Plan:
    return plan(
        item("1.1", work="梳理清单", units=("审批科", "法规科"), deadline="2021年6月1日"),
        item("1.2", work="培训人员ＡＢＣ", units=("审批科",), deadline="2021年12月31日"),
        item("2.1", work="发布清单", units=("办公室",), deadline="持续推进"),
        item("2.2", work="梳理材料", units=("法规科",), deadline="2021年6月20日"),
    )


def test_the_file_is_all_that_is_read(opened: Any, tmp_path: Path) -> None:
    seen = opened(shipped())
    seen.page.locator("#clear").click()
    assert seen.asked == [(tmp_path / "board.html").as_uri()]
    assert seen.complaints == []
    assert len(seen.ids()) == 45


def test_the_command_s_file_is_the_page(run: Run, browser: Any, ledger: Path) -> None:
    assert run("report", "board", "-o", "board.html").code == 0
    page = browser.new_page()
    page.goto((ledger / "board.html").as_uri())
    assert page.title() == "2021年重庆市黔江区交通局政务服务工作任务分解：看板（2021-06-10）"
    page.close()


def test_searching_looks_for_every_word_in_any_form(opened: Any) -> None:
    seen = opened(small())
    box = seen.page.get_by_label("查找")
    box.fill("梳理 法规")
    assert seen.ids() == ["1.1", "2.2"]
    assert seen.page.locator("#count").inner_text() == "显示2项，共4项"
    box.fill("abc")
    assert seen.ids() == ["1.2"]
    assert seen.page.url.endswith("#q=abc")
    box.fill("没有这样的")
    assert seen.ids() == []
    assert seen.page.locator("#items tbody tr:visible").count() == 0


def test_filters_work_together_and_count_a_unit_s_own_share(opened: Any) -> None:
    done = entry("1.1", unit="法规科", on="06-01")
    seen = opened(small(), log=(done,))
    seen.page.locator("[name=unit]").select_option("审批科")
    assert seen.ids() == ["1.1", "1.2"]
    seen.page.locator("[name=light]").select_option("red")
    assert seen.ids() == ["1.1"]
    seen.page.locator("[name=unit]").select_option("法规科")
    assert seen.ids() == []
    seen.page.locator("[name=light]").select_option("done")
    assert seen.ids() == ["1.1"]
    seen.page.locator("#clear").click()
    assert len(seen.ids()) == 4
    seen.page.locator("[name=group]").select_option(index=2)
    assert seen.ids() == ["2.1", "2.2"]


def test_the_eleventh_unit_is_not_the_first(opened: Any) -> None:
    units = [f"第{number}科" for number in range(1, 14)]
    seen = opened(plan(*(item(f"1.{at}", units=(unit,)) for at, unit in enumerate(units, 1))))
    for at, unit in enumerate(units, 1):
        seen.page.locator("[name=unit]").select_option(unit)
        assert seen.ids() == [f"1.{at}"]


def test_a_number_opens_the_items_it_counts(opened: Any) -> None:
    seen = opened(shipped(), reduced_motion="reduce")
    for link in seen.page.locator("[data-to]").all():
        count = int(link.inner_text())
        link.click()
        seen.waits_for(f"显示{count}项，共45项")
        assert len(seen.ids()) == count


def test_sorting_is_told_and_keeps_the_plan_s_order(opened: Any) -> None:
    seen = opened(small())
    due = seen.page.get_by_role("button", name="完成时限")
    due.click()
    assert seen.ids() == ["1.1", "2.2", "1.2", "2.1"]
    heading = seen.page.locator("th[data-sort=due]")
    assert heading.get_attribute("aria-sort") == "ascending"
    assert seen.page.locator("tr.group:visible").count() == 0
    due.press("Enter")
    assert seen.ids() == ["2.1", "1.2", "2.2", "1.1"]
    assert heading.get_attribute("aria-sort") == "descending"
    seen.page.get_by_role("button", name="灯号").click()
    assert seen.ids()[0] == "1.1"
    seen.page.get_by_role("button", name="编号").click()
    assert seen.ids() == ["1.1", "1.2", "2.1", "2.2"]
    assert seen.page.locator("tr.group:visible").count() == 2


def test_an_address_is_restored_and_back_takes_a_step_back(opened: Any) -> None:
    seen = opened(small(), "#q=梳理&unit=法规科&sort=-due")
    assert seen.ids() == ["2.2", "1.1"]
    assert seen.page.get_by_label("查找").input_value() == "梳理"
    seen.page.locator("#clear").click()
    assert len(seen.ids()) == 4
    seen.page.locator("[name=light]").select_option("red")
    assert seen.ids() == ["1.1"]
    seen.page.go_back()
    seen.waits_for("共4项")
    seen.page.go_back()
    seen.waits_for("显示2项，共4项")
    assert seen.ids() == ["2.2", "1.1"]
    seen.page.go_forward()
    seen.waits_for("共4项")
    seen.page.go_forward()
    seen.waits_for("显示1项，共4项")
    assert seen.ids() == ["1.1"]
    seen.page.reload()
    assert seen.ids() == ["1.1"]
    assert seen.complaints == []


@pytest.mark.parametrize(
    "address", ["#sort=constructor&unit=没有", "#%E0%A4%A", "#q", "#sort=__proto__&light=<img>", "#tasks"]
)
def test_an_address_that_says_nothing_shows_everything(opened: Any, address: str) -> None:
    seen = opened(small(), address)
    assert len(seen.ids()) == 4
    assert seen.complaints == []


def test_hostile_text_stays_text_and_nothing_runs(opened: Any, tmp_path: Path) -> None:
    wild = plan(
        item("1.1", work=HOSTILE, lead=(HOSTILE,), units=(HOSTILE,), deadline=HOSTILE),
        item("1.2", work=HOSTILE, units=(HOSTILE, "甲  科"), milestones=(milestone("05-01", HOSTILE),)),
    )
    heading = wild.groups[0]._replace(heading=HOSTILE)
    wild = wild._replace(title=HOSTILE, issuer=HOSTILE, document=HOSTILE, groups=(heading,))
    seen = opened(wild, log=(entry("1.1", text=HOSTILE),))
    for name in ("unit", "group"):
        seen.page.locator(f"[name={name}]").select_option(index=1)
        assert len(seen.ids()) == 2
    for row in seen.page.locator(".heat tbody tr").all():
        seen.page.locator("#clear").click()
        row.locator("[data-to]").first.click()
        unit = row.locator("th").text_content()
        playwright.expect(seen.page.locator("[name=unit]")).to_have_value(unit)
    seen.page.get_by_label("查找").fill(HOSTILE[:40])
    assert seen.page.evaluate("typeof window.RAN") == "undefined"
    assert seen.page.locator("img, script").count() == 1
    assert "{{7*7}}" in seen.page.locator("h1").inner_text()
    assert seen.asked == [(tmp_path / "board.html").as_uri()]
    assert seen.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_every_text_stands_out_and_nothing_hangs_over(opened: Any, width: int, scheme: str) -> None:
    log = (entry("9.2", on="06-01"), entry("9.4.1", on="04-20"), entry("1.3", on="06-01"))
    seen = opened(shipped(), width=width, log=log, color_scheme=scheme)
    assert seen.page.evaluate("document.documentElement.scrollWidth") == width
    paper = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == {"light": "rgb(244, 245, 243)", "dark": "rgb(18, 20, 23)"}[scheme]
    assert seen.page.evaluate(_CONTRAST) == {}  # WCAG 2.2, 1.4.3: 4.5 to 1


def test_the_narrow_and_the_wide_drawing_take_turns(opened: Any) -> None:
    for width, shown in ((375, "narrow"), (1280, "wide")):
        seen = opened(shipped(), width=width)
        drawings = seen.page.get_by_role("img")
        assert drawings.count() == 1
        assert "今天2021年6月10日" in drawings.locator(f"#{shown}-title").text_content()


def test_the_keyboard_reaches_every_control(opened: Any) -> None:
    seen = opened(small())
    reached = []
    for _ in range(40):
        seen.page.keyboard.press("Tab")
        reached.append(
            seen.page.evaluate(
                """() => {
                  const {name, id, textContent, matches} = document.activeElement;
                  const outline = getComputedStyle(document.activeElement).outlineStyle;
                  return [name || id || textContent.trim(), outline];
                }"""
            )
        )
    names = [name for name, _ in reached]
    assert {"q", "group", "unit", "light", "category", "clear", "编号", "完成时限", "灯号", "状态"} <= {
        *names
    }
    assert {outline for name, outline in reached if name not in ("", "q")} <= {"solid", "none"}
    assert [
        name for name, outline in reached if outline == "none" and name in {"clear", "unit", "编号"}
    ] == []


def test_without_a_script_all_is_there(opened: Any) -> None:
    seen = opened(shipped(), "#q=梳理", java_script_enabled=False)
    assert len(seen.ids()) == 45
    assert not seen.page.locator("#filters").is_visible()
    assert seen.page.get_by_role("button").count() == 0
    assert seen.page.get_by_role("link").count() == 0


def test_it_prints(opened: Any) -> None:
    seen = opened(shipped(), color_scheme="dark")
    assert seen.page.pdf(prefer_css_page_size=True).startswith(b"%PDF-")
    seen.page.emulate_media(media="print")
    assert not seen.page.locator("#filters").is_visible()
    assert seen.page.locator("svg.wide").is_visible()
    assert seen.page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 31, 36)"
