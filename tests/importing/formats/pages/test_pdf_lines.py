"""Lines of a ruled cell that fill it, and those that somebody ended."""

from __future__ import annotations

import pytest

from qjtask.importing.formats.files import read_document
from tests.importing.ruled_pdf import HEIGHT, LEFT, SIZE, RuledPdf


def cell(*lines: str, width: int) -> str:
    """What a cell of so many characters' width says that holds these lines."""
    drawn = RuledPdf()
    upper = drawn.table((width * SIZE + 6, 100), [("", ""), (None, ""), (None, "")])
    for at, line in enumerate(lines):
        drawn.words(LEFT + 3, upper - 12 * at - 12, line)
    drawn.words(LEFT + width * SIZE + 6 + 97 - drawn.width("满"), upper - 2 * HEIGHT - 15, "满")
    document = read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)
    return document.grids[0].rows[0].cells[0].text


@pytest.mark.parametrize(
    ("lines", "width", "read"),
    [
        (("市人力资源", "社会保障局"), 5, "市人力资源社会保障局"),
        (("市科", "技局"), 2, "市科技局"),
        (("农业", "农村", "综合", "服务", "中心"), 2, "农业农村综合服务中心"),
        (("水利", "农业", "农村"), 2, "水利\n农业农村"),
        (("镇乡村", "振兴办"), 3, "镇乡村振兴办"),
        (("市住", "房城", "乡建", "设局"), 2, "市住房城乡建设局"),
        (("推进政务服务事项", "标准化。"), 8, "推进政务服务事项标准化。"),
        (("市财政局", "市教育局"), 4, "市财政局\n市教育局"),
        (("财政局", "教育局"), 3, "财政局\n教育局"),
        (("各镇街道", "各县区"), 4, "各镇街道\n各县区"),
        (("张三", "李四"), 2, "张三\n李四"),
        (("张建国", "李卫民"), 3, "张建国\n李卫民"),
        (("县委", "宣传部"), 3, "县委\n宣传部"),
        (("做好甲事。", "做好乙事。"), 5, "做好甲事。\n做好乙事。"),
        (("做好甲类事项", "2.做好乙"), 6, "做好甲类事项\n2.做好乙"),
        (("市交通", "运输局"), 8, "市交通\n运输局"),
        (("市人力资源和社", "会保障局"), 7, "市人力资源和社会保障局"),
        (("永兴街道办", "事处"), 5, "永兴街道办事处"),
        (("天生港镇街", "道办事处"), 5, "天生港镇街道办事处"),
        (("市安委会办", "公室"), 5, "市安委会办公室"),
        (("各镇街", "道路运输中心"), 6, "各镇街\n道路运输中心"),
        (("覆盖率达到100", "%。"), 6, "覆盖率达到100%。"),
        (("惠及居民4", "7696户"), 5, "惠及居民47696户"),
        (("下降25.", "6%"), 4, "下降25.6%"),
        (("2026年1月3", "0日前"), 5, "2026年1月30日前"),
        (("2026年", "12月底"), 3, "2026年12月底"),
        (("建成5", "G基站"), 3, "建成5G基站"),
        (("强化R&", "D经费"), 3, "强化R&D经费"),
        (("等保2.0-", "2019"), 4, "等保2.0-2019"),
        (("开展", "12345热线"), 4, "开展12345热线"),
        (("2026年6月底", "2026年9月底"), 6, "2026年6月底\n2026年9月底"),
        (("5月底前", "12月底前"), 4, "5月底前\n12月底前"),
        (("1200", "3400"), 2, "1200\n3400"),
        (("智慧Smart", "City"), 5, "智慧Smart\nCity"),
        (("完成甲事", "1.做好乙"), 4, "完成甲事\n1.做好乙"),
        (("完成60", "0个"), 8, "完成60\n0个"),
        (("覆盖率达到10", "0%。"), 7, "覆盖率达到100%。"),
        (("下降2", "5.6%"), 3, "下降25.6%"),
    ],
)
def test_a_line_that_fills_its_cell_goes_on_in_the_next(
    lines: tuple[str, ...], width: int, read: str
) -> None:
    assert cell(*lines, width=width) == read


def ragged(*lines: tuple[float, str], width: int) -> str:
    """What a cell of so many characters' width says whose lines are set in by so many characters."""
    drawn = RuledPdf()
    upper = drawn.table((width * SIZE + 6, 100), [("", ""), (None, ""), (None, "")])
    for at, (left, line) in enumerate(lines):
        drawn.words(LEFT + 3 + left * SIZE, upper - 12 * at - 12, line)
    drawn.words(LEFT + width * SIZE + 6 + 97 - drawn.width("满"), upper - 2 * HEIGHT - 15, "满")
    document = read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)
    return document.grids[0].rows[0].cells[0].text


def test_the_first_line_of_a_paragraph_is_set_in_and_goes_on_all_the_same() -> None:
    assert ragged((2, "推进政务服务"), (0, "标准化。"), width=8) == "推进政务服务标准化。"
    assert ragged((1, "推进政务服务"), (0, "把标准化做好。"), width=8) == "推进政务服务\n把标准化做好。"


def test_a_line_that_is_set_in_begins_a_paragraph_whatever_fills_the_one_above() -> None:
    assert ragged((0, "推进政务服务事项"), (2, "规范建设。"), width=8) == "推进政务服务事项\n规范建设。"
    assert ragged((0, "推进政务服务事项"), (2, "规范建设"), width=8).count("\n") == 0  # in the middle


def test_a_sign_that_stands_out_over_its_cell_is_its_last_and_takes_no_room() -> None:
    first = (0, "推进政务服务事项，")
    assert ragged(first, (0, "标准化改"), (0, "革"), width=8) == "推进政务服务事项，标准化改\n革"
    assert ragged(first, (0, "做好社会保障事业"), (0, "改革"), width=8).endswith("事业改革")
