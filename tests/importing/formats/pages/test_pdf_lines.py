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
    ],
)
def test_a_line_that_fills_its_cell_goes_on_in_the_next(
    lines: tuple[str, ...], width: int, read: str
) -> None:
    assert cell(*lines, width=width) == read
