"""No work of a list vanishes in silence, in whatever words the paragraphs beside it say who does theirs.

A notice's paragraphs mostly say who does what in one way, and some of them in another. Each of the works
below is an item with its own office, or stands in an item or paragraph that is told.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.problem import Refused
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.drafts.draft import Draft, Wishes, read_draft

OFFICES = ("县教育局", "县财政局", "县水利局", "县公安局", "县司法局")
HELPERS = ("县交通运输局", "县住建局", "县农业农村局", "县民政局", "县卫健委")
WORKS = ("修订防汛预案", "疏浚东河河道", "改造城区管网", "排查校舍隐患", "整治占道经营")
FORMS = {
    "责任单位 in brackets": "{w}。（责任单位：{a}）",
    "names in brackets": "{w}。（{a}）",
    "牵头 in brackets": "{w}（{a}牵头，{b}配合）。",
    "colon": "{a}：{w}。",
    "colon and 负责": "{a}：负责{w}。",
    "负责": "{a}负责{w}。",
    "deed": "{a}{w}。",
    "要": "{a}要{w}。",
    "helps": "{a}配合{b}{w}。",
    "由": "由{a}{w}。",
    "请": "请{a}{w}。",
    "责成": "责成{a}{w}。",
    "由 behind": "{w}，由{a}负责。",
    "工作由": "{w}工作由{a}负责。",
    "last sentence": "{w}。{a}牵头，{b}配合。",
    "label behind": "{w}。责任单位：{a}",
    "label line": "{w}。\n责任单位：{a}",
    "label lines": "{w}。\n牵头单位：{a}\n配合单位：{b}",
    "dash": "{w}——{a}",
    "blanks": "{w}\u3000\u3000{a}",
    "tag": "【{a}】{w}。",
    "person": "{w}。（{a}：张建国）",
    "time": "6月底前，{a}{w}。",
    "together": "{a}会同{b}{w}。",
    "each": "{a}、{b}分别{w}。",
    "nobody": "{w}。",
}
NUMBERS = {
    "1.": "1. 2. 3. 4. 5.",
    "（一）": "（一） （二） （三） （四） （五）",
    "none": "",
    "dash": "—— —— —— —— ——",
}


def paragraphs(main: str, odd: str, number: str, places: frozenset[int]) -> Iterator[str]:
    """A list in which the works at `places` say in an `odd` way who does them."""
    numbers = NUMBERS[number].split() or [""] * len(WORKS)
    yield "2026年重点工作责任分工"
    for at, (office, helper, work) in enumerate(zip(OFFICES, HELPERS, WORKS, strict=True)):
        text = FORMS[odd if at in places else main].format(a=office, b=helper, w=work)
        yield from f"{numbers[at]}{text}".split("\n")


def lost(blocks: tuple[str, ...]) -> list[str]:
    """The works that are in no item of their office's and of which nothing is told."""
    try:
        draft = read_draft(SourceDocument(blocks), "x.txt", Wishes(), 2026, lambda _: None)
    except Refused:
        return []
    return [
        work
        for work, *names in zip(WORKS, OFFICES, HELPERS, strict=True)
        if _is_lost(work, names, blocks, draft)
    ]


def _is_lost(work: str, names: list[str], blocks: tuple[str, ...], draft: Draft) -> bool:
    place = next(f"第{number}段" for number, text in enumerate(blocks, 1) if work in text)
    told = [one for one in draft.doubts if "完成时限" not in one.read]
    if any(place in {one.place, *one.rows} for one in told):
        return False
    items = [item for item in draft.plan.items() if work in item.work]
    owners = {name for item in items for name in (*item.lead, *item.units, *item.support)}
    return not items or bool(owners - {*names})


def may_be_lost(main: str, odd: str, number: str) -> bool:
    """What no one can tell from running text: a paragraph without a number that names nobody.

    Blanks within a paragraph without a number are taken for layout, and one that ends with an office may be
    broken before the next that begins with one.
    """
    forms = {main, odd}
    if number in {"1.", "（一）"}:
        return False
    return bool(forms & {"nobody", "blanks"}) or (number == "none" and "label behind" in forms)


@pytest.mark.parametrize("odd", FORMS)
@pytest.mark.parametrize("main", ["责任单位 in brackets", "负责", "colon", "label line", "dash", "由 behind"])
def test_one_that_says_it_otherwise_is_read_or_told(main: str, odd: str) -> None:
    for number, at in (("1.", 2), ("none", 4)):
        if not may_be_lost(main, odd, number):
            assert lost(tuple(paragraphs(main, odd, number, frozenset({at})))) == []


@given(
    st.sampled_from(sorted(FORMS)),
    st.sampled_from(sorted(FORMS)),
    st.sampled_from(sorted(NUMBERS)),
    st.frozensets(st.integers(0, 4), max_size=3),
)
def test_none_is_lost_between_others(main: str, odd: str, number: str, places: frozenset[int]) -> None:
    if not may_be_lost(main, odd, number):
        assert lost(tuple(paragraphs(main, odd, number, places))) == []
