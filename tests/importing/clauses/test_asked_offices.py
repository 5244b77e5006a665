"""All offices that a sentence of minutes asks, and none of its other words."""

from __future__ import annotations

import pytest

from tests.importing.clauses.documents import works


def third(text: str) -> list[str]:
    """牵头, 责任, 配合 of a paragraph beside two that are sure."""
    found = works("一、重点", "1.由市教育局负责建学校。", "2.由市水利局负责修渠。", f"3.{text}")
    return found[2].split("|")[3:6]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("请县发展改革局会同县财政局逐项目调度，支付率达到95%以上。", "县发展改革局|县财政局|"),
        ("请县教育局会同县财政局、县审计局逐校核查。", "县教育局|县财政局、县审计局|"),
        ("请县教育局会同各乡镇逐村摸底。", "县教育局|各乡镇|"),
        ("请县教育局会同县委办公室核查。", "县教育局|县委办公室|"),
        ("请财政所会同保卫科逐户核查。", "财政所|保卫科|"),
        ("请县民政局联合城关镇上门走访。", "县民政局|城关镇|"),
        ("请县水利局牵头，河东镇配合，改造老旧管网18.5公里。", "县水利局||河东镇"),
        ("由县水利局牵头，河东镇、河西乡配合，改造管网18.5公里。", "县水利局||河东镇、河西乡"),
        ("请县水利局牵头，河口村配合，改造老旧管网18.5公里。", "县水利局||河口村"),
        ("县住建局负责清淤，城关镇配合做好清运。", "|县住建局|城关镇"),
        (
            "欠薪问题。请县住房城乡建设局、县人力资源和社会保障局5个工作日内核查处理。",
            "|县住房城乡建设局、县人力资源和社会保障局|",
        ),
        ("请县住建局、县人社局、城关镇3日内核查处理。", "|县住建局、县人社局、城关镇|"),
    ],
)
def test_all_who_are_asked(text: str, names: str) -> None:
    assert "|".join(third(text)) == names
