"""Word's own oddities, written as the XML that Word writes."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(body: str, numbering: str = "", styles: str = "") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        if numbering:
            file.writestr("word/numbering.xml", f"<w:numbering {W}>{numbering}</w:numbering>")
        if styles:
            file.writestr("word/styles.xml", f"<w:styles {W}>{styles}</w:styles>")
    return made.getvalue()


def p(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def read(data: bytes) -> SourceDocument:
    return read_document(data, "a.docx", "a.docx", lambda _: None)


def texts(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in read(data).grids[0].rows]


def test_insertions_are_kept_and_deletions_left_out() -> None:
    cell = (
        "<w:tc><w:p><w:r><w:t>2021年</w:t></w:r><w:ins><w:r><w:t>6月30日</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>12月31日</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>前</w:t></w:r></w:moveTo></w:p></w:tc>"
    )
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{tc('删')}</w:tr>"
    assert texts(word(f"<w:tbl><w:tr>{cell}</w:tr>{deleted}</w:tbl>")) == [["2021年6月30日前"]]


def test_content_controls_hide_no_text_cell_row_or_table() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    cell = control.format(f"<w:tc><w:p>{control.format('<w:r><w:t>乙</w:t></w:r>')}</w:p></w:tc>")
    rows = f"<w:tr>{tc('甲')}{cell}</w:tr>" + control.format(f"<w:tr>{tc('丙')}{tc('丁')}</w:tr>")
    assert texts(word(control.format(f"<w:tbl>{rows}</w:tbl>"))) == [["甲", "乙"], ["丙", "丁"]]


def test_merges_both_ways_and_rows_that_begin_further_right() -> None:
    first, goes_on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    body = (
        f"<w:tbl><w:tr>{tc('甲', first)}{tc('乙', wide)}</w:tr>"
        f"<w:tr>{tc('', goes_on)}{tc('丙')}{tc('丁')}</w:tr>"
        f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{tc('戊')}{tc('己')}</w:tr></w:tbl>"
    )
    rows = read(word(body)).grids[0].rows
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["甲", "乙", "乙"],
        ["甲", "丙", "丁"],
        ["", "戊", "己"],
    ]
    assert [cell.up for cell in rows[1].cells] == [True, False, False]
    assert [cell.left for cell in rows[0].cells] == [False, False, True]


def test_a_table_in_a_cell_stays_in_its_cell() -> None:
    inner = f"<w:tbl><w:tr>{tc('内')}</w:tr></w:tbl>"
    first = f"<w:tr><w:tc>{p('外')}{inner}<w:p/></w:tc>{tc('乙')}</w:tr>"
    body = f"<w:tbl>{first}<w:tr>{tc('丙')}{tc('丁')}</w:tr></w:tbl>"
    assert texts(word(body)) == [["外\n内", "乙"], ["丙", "丁"]]
    assert [
        [cell.text for row in grid.rows for cell in row.cells] for grid in read(word(body)).grids[1:]
    ] == [["内"]]


def test_a_plan_in_a_table_that_frames_the_page_is_found(kit: Any) -> None:
    rows = (("序号", "具体工作", "责任单位", "完成时限"), ("1", "做一。", "甲局", "6月"))
    inner = "<w:tbl>" + "".join(f"<w:tr>{''.join(map(tc, row))}</w:tr>" for row in rows) + "</w:tbl>"
    data = word(f"{p('2021年任务分解表')}<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>")
    assert kit.rows_of(kit.drafted(data, "a.docx")) == [("1.1", "做一。", "", "甲局", "6月")]


def framed(inner: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_a_notice_in_tables_of_one_cell_is_read_once(kit: Any, depth: int) -> None:
    body = "".join(
        map(p, ("2023年工作任务", "一、任务", "1.做一。（责任单位：甲局）", "2.做二。（责任单位：乙局）"))
    )
    for _ in range(depth):
        body = framed(body)
    draft = kit.drafted(word(body), "a.docx")
    assert [(row[1], row[3]) for row in kit.rows_of(draft)] == [("做一。", "甲局"), ("做二。", "乙局")]
    assert draft.plan.title == "2023年工作任务"


def test_paragraphs_around_a_frame_within_a_frame_are_kept() -> None:
    body = framed(p("外") + framed(p("中") + framed("".join(map(p, ("一、内", "1.甲", "2.乙"))))))
    assert read(word(body)).blocks == ("外", "中", "一、内", "1.甲", "2.乙")


def test_a_heading_row_marked_as_repeated_is_read_once(kit: Any) -> None:
    head = (
        "<w:tr><w:trPr><w:tblHeader/></w:trPr>"
        + "".join(map(tc, ("具体工作", "责任单位", "完成时限")))
        + "</w:tr>"
    )
    row = f"<w:tr>{tc('做一。')}{tc('甲局')}{tc('6月')}</w:tr>"
    draft = kit.drafted(
        word(f"{p('2021年任务表')}<w:tbl>{head}{row}{head}{row.replace('一', '二')}</w:tbl>"), "a.docx"
    )
    assert [row[1] for row in kit.rows_of(draft)] == ["做一。", "做二。"]
    assert draft.doubts == ()


def level(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "chineseCountingThousand", "（%1）")}'
    f"{level(1, 'decimal', '%1.%2', '<w:isLgl/>')}"
    f"{level(2, 'decimalEnclosedCircleChinese', '%3')}{level(3, 'bullet', '·')}</w:abstractNum>"
    '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="6"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/>'
    "</w:lvlOverride></w:num>"
)


def numbered(text: str, at: int = 0, numbers: int = 5) -> str:
    return p(text, f'<w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{numbers}"/></w:numPr></w:pPr>')


def test_automatic_numbers_are_restored() -> None:
    body = "".join(
        (
            numbered("甲"),
            numbered("子", 1),
            numbered("丑", 1),
            numbered("乙"),
            numbered("寅", 1),
            numbered("卯", 2),
            numbered("点", 3),
            numbered("丙", 0, 6),
            p("丁", '<w:pPr><w:pStyle w:val="题"/></w:pPr>'),
        )
    )
    styles = '<w:style w:styleId="题"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    assert list(read(word(body, NUMBERING, styles)).blocks) == [
        "（一）甲", "1.1子", "1.2丑", "（二）乙", "2.1寅", "①卯", "点", "（三）丙", "（三）丁",
    ]  # fmt: skip


def test_a_number_of_several_levels_shows_each_in_its_own_form_unless_word_is_told_otherwise() -> None:
    numbering = NUMBERING.replace("<w:isLgl/>", '<w:isLgl w:val="0"/>')
    assert list(read(word(numbered("甲") + numbered("子", 1), numbering)).blocks) == ["（一）甲", "一.1子"]


def test_a_list_may_bring_its_own_form() -> None:
    own = f'<w:num w:numId="5"><w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1.")}</w:lvlOverride>'
    data = word(numbered("甲") + numbered("乙"), NUMBERING.replace('<w:num w:numId="5">', own))
    assert list(read(data).blocks) == ["1.甲", "2.乙"]


def test_automatic_numbers_inside_a_nested_table_are_counted_once() -> None:
    rows = "".join(f"<w:tr><w:tc>{numbered(text)}</w:tc></w:tr>" for text in "甲乙")
    data = word(f"<w:tbl><w:tr><w:tc><w:tbl>{rows}</w:tbl><w:p/></w:tc></w:tr></w:tbl>", NUMBERING)
    assert [row.cells[0].text for row in read(data).grids[0].rows] == ["（一）甲", "（二）乙"]


def test_automatic_numbers_number_the_groups(kit: Any) -> None:
    head = "<w:tr>" + "".join(map(tc, ("重点任务", "具体工作", "责任单位", "完成时限"))) + "</w:tr>"
    row = "<w:tr><w:tc>{}</w:tc>" + tc("做。") + tc("甲局") + tc("6月") + "</w:tr>"
    rows = row.format(numbered("数字政府")) + row.format(numbered("营商环境"))
    draft = kit.drafted(word(f"{p('2021年任务表')}<w:tbl>{head}{rows}</w:tbl>", NUMBERING), "a.docx")
    assert [(group.id, group.heading) for group in draft.plan.groups] == [
        ("1", "数字政府"),
        ("2", "营商环境"),
    ]


def run(text: str, *properties: str) -> str:
    inner = "".join(f"<w:{one}/>" for one in properties)
    return f"<w:r><w:rPr>{inner}</w:rPr><w:t>{text}</w:t></w:r>"


def cell(*runs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{''.join(runs)}</w:p></w:tc>"


def test_struck_and_hidden_words_are_left_out_and_told() -> None:
    off = run("留", 'strike w:val="0"', 'vanish w:val="false"')
    row = cell(run("综合"), run("信息", "strike"), run("科", "b"), off) + cell(
        run("做。"), run("内部", "vanish")
    )
    document = read(word(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>"))
    assert [cell.text for cell in document.grids[0].rows[0].cells] == ["综合科留", "做。"]
    assert [(doubt.place, doubt.read) for doubt in document.doubts] == [
        ("表1第1行", "“信息”划掉了（有删除线）"),
        ("表1第1行", "“内部”是隐藏的"),
    ]


def test_a_style_strikes_and_hides_as_a_run_does() -> None:
    styles = (
        '<w:style w:styleId="a"><w:rPr><w:dstrike/></w:rPr></w:style>'
        '<w:style w:styleId="b"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    shown = 'vanish w:val="0"'
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr>{run("不公开")}{run("公开", shown)}</w:p>'
    of_style = 'rStyle w:val="a"'
    body = f"<w:p>{run('旧', of_style)}{run('新')}</w:p>{paragraph}"
    document = read(word(body, styles=styles))
    assert document.blocks == ("新", "公开")
    assert [(doubt.place, doubt.read) for doubt in document.doubts] == [
        ("第1段", "“旧”划掉了（有删除线）"),
        ("第2段", "“不公开”是隐藏的"),
    ]


def test_cells_are_merged_as_older_programs_do_it() -> None:
    restart, goes_on = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    head = f"<w:tr>{tc('一、城建', restart)}{tc('', goes_on)}{tc('甲')}</w:tr>"
    rows = f"{head}<w:tr>{tc('1')}{tc('做')}{tc('乙')}</w:tr>"
    assert texts(word(f"<w:tbl>{rows}</w:tbl>")) == [["一、城建", "一、城建", "甲"], ["1", "做", "乙"]]
    (first, _) = read(word(f"<w:tbl>{rows}</w:tbl>")).grids[0].rows
    assert [cell.left for cell in first.cells] == [False, True, False]


def test_what_a_deleted_row_merged_with_those_below_begins_in_the_next() -> None:
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"

    def row(group: str, work: str, deleted: str = "") -> str:
        return f"<w:tr>{deleted}{group}{tc(work)}</w:tr>"

    gone = '<w:trPr><w:del w:id="1"/></w:trPr>'
    head = row(tc("重点任务"), "工作")
    first, below = (
        row(tc("城建", restart), "旧", gone),
        row(tc("", goes_on), "一") + row(tc("", goes_on), "二"),
    )
    assert texts(word(f"<w:tbl>{head}{first}{below}</w:tbl>"))[1:] == [["城建", "一"], ["城建", "二"]]
    struck = first.replace(
        "<w:r><w:t>城建</w:t></w:r>", "<w:del><w:r><w:delText>城建</w:delText></w:r></w:del>"
    )
    assert texts(word(f"<w:tbl>{head}{struck}{below}</w:tbl>"))[1:] == [["", "一"], ["", "二"]]
    other = row(tc("交通"), "三") + row(tc("", goes_on), "四")
    assert texts(word(f"<w:tbl>{head}{first}{other}</w:tbl>"))[1:] == [["交通", "三"], ["交通", "四"]]


def test_the_prompt_of_a_form_that_nobody_filled_is_no_text() -> None:
    style = '<w:style w:styleId="a3"><w:name w:val="Placeholder Text"/></w:style>'
    prompt = '<w:r><w:rPr><w:rStyle w:val="a3"/></w:rPr><w:t>单击此处输入文字。</w:t></w:r>'
    row = f"<w:tr>{tc('做事。')}<w:tc><w:p>{prompt}</w:p></w:tc></w:tr>"
    document = read(word(f"<w:tbl><w:tr>{tc('工作')}{tc('单位')}</w:tr>{row}</w:tbl>", styles=style))
    assert [[cell.text for cell in one.cells] for one in document.grids[0].rows][1] == ["做事。", ""]
    assert [doubt.read for doubt in document.doubts] == ["“单击此处输入文字。”是表单里还没有填的提示"]


def test_a_struck_or_hidden_row_is_left_out_and_told_and_its_merged_cell_goes_on() -> None:
    first, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = (
        f"<w:tbl><w:tr>{cell(run('组'), properties=first)}{cell(run('旧', 'strike'))}</w:tr>"
        f"<w:tr>{cell(properties=goes_on)}{cell(run('新'))}</w:tr>"
        f"<w:tr><w:trPr><w:hidden/></w:trPr>{cell(run('二'))}{cell(run('藏'))}</w:tr></w:tbl>"
    )
    document = read(word(body))
    assert [[(one.text, one.up) for one in row.cells] for row in document.grids[0].rows] == [
        [("组", False), ("新", False)]
    ]
    assert [(doubt.place, doubt.read) for doubt in document.doubts] == [
        ("表1第1行", "这一行划掉了（有删除线）"),
        ("表1第3行", "这一行是隐藏的"),
    ]


def test_a_footnote_mark_and_a_phonetic_guide_are_none_of_the_words() -> None:
    base = f"<w:rubyBase>{run('综合')}</w:rubyBase>"
    guide = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('zonghe')}</w:rt>{base}</w:ruby></w:r>"
    raised = 'vertAlign w:val="superscript"'
    body = f"<w:p>{guide}{run('科')}{run('1', raised)}</w:p><w:p>{run('500m')}{run('2', raised)}</w:p>"
    assert read(word(body)).blocks == ("综合科", "500m2")


def test_a_struck_paragraph_takes_its_number_along() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = f"<w:p>{numbered}{run('旧', 'strike')}</w:p><w:p>{numbered}{run('新')}</w:p>"
    assert read(word(body, numbering)).blocks == ("2.新",)


def test_strict_open_xml_is_read_as_the_other() -> None:
    strict = word(p("题") + f"<w:tbl><w:tr>{tc('甲')}</w:tr></w:tbl>")
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(strict)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(
                name,
                text.replace(
                    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    "http://purl.oclc.org/ooxml/wordprocessingml/main",
                ),
            )
    document = read(made.getvalue())
    assert document.blocks[0] == "题"
    assert document.grids[0].rows[0].cells[0].text == "甲"


def test_a_table_that_lays_out_the_page_is_its_paragraphs(kit: Any) -> None:
    rows = (
        ("序号", "具体工作", "责任单位", "完成时限"),
        ("1", "做一。", "甲局", "6月"),
        ("2", "做二。", "乙局", "7月"),
    )
    inner = "<w:tbl>" + "".join(f"<w:tr>{''.join(map(tc, row))}</w:tr>" for row in rows) + "</w:tbl>"
    middle = f"<w:tc>{p('2021年任务分解表')}{inner}<w:p/></w:tc>"
    data = word(f"<w:tbl><w:tr>{tc('首页')}{middle}{tc('友情链接')}</w:tr></w:tbl>")
    assert read(data).blocks[:3] == ("首页", "2021年任务分解表", "友情链接")
    draft = kit.drafted(data, "a.docx")
    assert [item.units for item in draft.plan.items()] == [("甲局",), ("乙局",)]


NAMES = (
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def text_box(content: str) -> str:
    """A text box as Word writes it: once for itself, once more for older programs."""
    held = f"<w:txbxContent>{content}</w:txbxContent>"
    choice = f"<mc:Choice><w:drawing>{held}</w:drawing></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict><v:textbox>{held}</v:textbox></w:pict></mc:Fallback>"
    return f"<w:r {NAMES}><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"


def test_a_text_box_is_read_once_and_apart_from_the_words_around_it() -> None:
    table = f"<w:tbl><w:tr>{tc('甲')}{tc('乙')}</w:tr></w:tbl>"
    document = read(word(f"<w:p>{text_box(p('盒子') + table)}<w:r><w:t>标题</w:t></w:r></w:p>"))
    assert [block for block in document.blocks if isinstance(block, str)] == ["盒子", "标题"]
    assert [[cell.text for cell in row.cells] for row in document.grids[0].rows] == [["甲", "乙"]]
    assert len(document.grids) == 1
    inside = f"<w:tc><w:p><w:r><w:t>甲局</w:t></w:r>{text_box(p('批注'))}</w:p></w:tc>"
    assert texts(word(f"<w:tbl><w:tr>{inside}</w:tr></w:tbl>")) == [["甲局\n批注"]]


def test_what_the_formula_editor_wrote_is_part_of_the_sentence() -> None:
    rate = f"<m:oMath {NAMES}><m:r><m:t>≥95%</m:t></m:r></m:oMath>"
    half = (
        f"<m:oMath {NAMES}><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num>"
        "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    )
    cells = cell(run("处理率"), rate, run("。")) + cell(run("压减"), half)
    assert texts(word(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")) == [["处理率≥95%。", "压减1/2"]]


def test_a_column_deleted_with_changes_tracked_is_gone_and_one_put_in_is_there() -> None:
    rows = "".join(
        f"<w:tr>{tc(work)}{tc(old, '<w:cellDel/>')}{tc(new, '<w:cellIns/>')}</w:tr>"
        for work, old, new in (("工作", "旧单位", "新单位"), ("做", "甲局", "乙局"))
    )
    assert texts(word(f"<w:tbl>{rows}</w:tbl>")) == [["工作", "新单位"], ["做", "乙局"]]


def test_a_number_without_a_sign_is_parted_from_the_words_behind_it_and_alone_it_has_none() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1")}</w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = numbered("做好甲事。") + numbered("") + numbered("2026年规划。")
    assert read(word(body, numbering)).blocks == ("1.做好甲事。", "2", "3.2026年规划。")


def grid(*widths: int) -> str:
    return f"<w:tblGrid>{''.join(f'<w:gridCol w:w={chr(34)}{one}{chr(34)}/>' for one in widths)}</w:tblGrid>"


def span(text: str, columns: int) -> str:
    return tc(text, f'<w:gridSpan w:val="{columns}"/>')


def test_edges_that_were_dragged_by_hand_make_no_columns() -> None:
    rows = (
        f"<w:tr>{span('工作', 2)}{tc('单位')}{tc('时限')}</w:tr>"
        f"<w:tr>{tc('做一。')}{span('甲局', 2)}{tc('6月')}</w:tr>"
    )
    table = f"<w:tbl>{grid(4000, 30, 2000, 1000)}{rows}</w:tbl>"
    assert texts(word(table)) == [["工作", "单位", "时限"], ["做一。", "甲局", "6月"]]
    assert [cell.left for row in read(word(table)).grids[0].rows for cell in row.cells] == [False] * 6


def test_a_narrow_place_with_words_of_its_own_and_a_wide_one_are_columns() -> None:
    row = f"<w:tr>{tc('做一。')}{tc('1')}{tc('甲局')}</w:tr>"
    assert texts(word(f"<w:tbl>{grid(4000, 30, 2000)}{row}</w:tbl>")) == [["做一。", "1", "甲局"]]
    row = f"<w:tr>{span('做一。', 2)}{tc('甲局')}</w:tr>"
    assert texts(word(f"<w:tbl>{grid(4000, 300, 2000)}{row}</w:tbl>")) == [["做一。", "做一。", "甲局"]]
