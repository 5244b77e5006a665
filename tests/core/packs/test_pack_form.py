"""The form of a pack: what identifies it, and how a text is known again."""

from __future__ import annotations

import pytest

from qjtask.core.packs.pack_form import Identity, cut, digest, read_identity
from qjtask.core.problem import Refused
from tests.core.plans import day, item, plan, refused

WORKS = {"9.1": "做好9.1", "9.1.1": "时间节点：梳理"}


def identity(document: str = "某发〔2021〕1号", title: str = "2021年工作任务分解") -> Identity:
    return Identity(
        "审批科", day("06-10"), document, title, {one: digest(work) for one, work in WORKS.items()}
    )


def test_a_text_longer_than_a_cell_is_cut_and_still_the_same_text() -> None:
    work = "办" * 40_000
    assert len(cut(work)) < 32_767
    assert digest(cut(work)) == digest(work)
    assert cut("短") == "短"


def test_a_digest_knows_a_text_through_spaces_breaks_and_widths() -> None:
    assert digest("占比 ８０％，\r\n全程网办") == digest("占比80%，全程网办")
    assert digest("占比80%") != digest("占比85%")


def test_the_identity_is_read_back() -> None:
    assert read_identity([*identity().rows()], "a.xlsx") == identity()


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([], "不是 qjtask report pack 生成的填报表"),
        ([("编号", "具体工作")], "不是 qjtask report pack 生成的填报表"),
        ([("qjtask-pack", "2")], "这份填报表由更新的 qjtask 生成"),
        ([("qjtask-pack", "1"), ("unit", "审批科")], "填报表里给程序看的内容被改过"),
        (
            [("qjtask-pack", "1"), ("unit", "审批科"), ("day", "六月"), ("document", ""), ("title", "题")],
            "填报表里给程序看的内容被改过",
        ),
    ],
)
def test_what_is_no_pack_says_so(rows: list[tuple[str, str]], told: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_identity(rows, "a.xlsx")
    assert refused(refusal)[0].what == told


def test_a_plan_is_known_by_its_number_else_by_its_title() -> None:
    on = plan(item())
    numbered = on._replace(document="某发〔2021〕1号")
    assert identity().is_of(numbered._replace(title="改过的标题"))
    assert not identity().is_of(numbered._replace(document="某发〔2021〕2号"))
    assert identity().is_of(on)
    assert not identity().is_of(on._replace(title="2022年工作任务分解"))


def test_spaces_and_widths_make_no_other_number() -> None:
    assert identity().is_of(plan(item())._replace(document=" 某发 〔２０２１〕 1号", title="别的"))
