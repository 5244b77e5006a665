"""How a Word document looks: fonts, sizes and spacings of GB/T 9704-2012 (党政机关公文格式).

Fonts are named as the standard's users name them. A machine without one takes what the font table
names instead (w:altName), all of which come with Windows.

Tested in the whole file: tests/render/test_word.py.
"""

from __future__ import annotations

from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.render.word_xml import add, element

TITLE, HEAD, HEADING, BODY, SIGN = "Title", "Head", "Heading1", "BodyText", "Sign"
CAPTION, COLUMN, CELL, CENTRED, SECTION, NOTE = "Caption", "Column", "Cell", "CellCentred", "Section", "Note"
NUMBER = "Footer"

_XIAOBIAOSONG, _HEITI, _FANGSONG, _SONGTI = "方正小标宋简体", "黑体", "仿宋_GB2312", "宋体"
# The font's own other names first, then what comes with Windows or Office.
_INSTEAD = {
    _XIAOBIAOSONG: "FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,STZhongsong,宋体,SimSun",
    _HEITI: "SimHei",
    _FANGSONG: "FangSong_GB2312,仿宋,FangSong",
    _SONGTI: "SimSun",
}

ERHAO, SANHAO, SIHAO, XIAOSI, WUHAO = 22, 16, 14, 12, 10.5
"""Chinese sizes, in points."""

_LINE = 28.95  # points: 22 lines fill the 225 mm that a page's text is high (5.2.3); 29 would let in 21
_TITLE_LINE = 35.0


class Style(NamedTuple):
    """A paragraph style. Lengths in points, `indent` in characters; `line` None is as the font wants it."""

    id: str
    name: str
    font: str = _FANGSONG
    size: float = SANHAO
    align: str = "both"
    line: float | None = _LINE
    indent: int = 0
    before: float = 0
    after: float = 0
    keep_next: bool = False


def dress(file: Any, table_size: float) -> None:
    """Put these styles, fonts and settings in the place of those of python-docx's own template.

    The template's are English and name fonts by theme (w:eastAsiaTheme), which hides any other name.
    Tables are set in `table_size` points.
    """
    _replace(file.styles.element, [_defaults(), *map(_style, _styles(table_size))])
    _replace(file.settings.element, _settings())
    _keep_what_is_used(file)
    _name_fonts(file)


def _styles(table: float) -> tuple[Style, ...]:
    return (
        Style("Normal", "Normal"),
        Style(TITLE, "Title", _XIAOBIAOSONG, ERHAO, "center", _TITLE_LINE, after=12, keep_next=True),  # 7.3.1
        Style(HEAD, "题下文字", align="center", keep_next=True),
        Style(HEADING, "heading 1", _HEITI, indent=2, keep_next=True),  # 7.3.3
        Style(BODY, "Body Text", indent=2),
        Style(SIGN, "落款", align="center"),
        Style(CAPTION, "caption", _HEITI, table + 1.5, "center", None, before=6, after=4, keep_next=True),
        Style(COLUMN, "表头", _HEITI, table, "center", None, keep_next=True),
        Style(CELL, "表格文字", size=table, align="left", line=None),
        Style(CENTRED, "表格文字居中", size=table, align="center", line=None),
        Style(SECTION, "表格分节", _HEITI, table, "left", None, keep_next=True),
        Style(NOTE, "表注", size=table, line=None, before=3),
        Style(NUMBER, "footer", _SONGTI, SIHAO, "left", None),  # 7.5
    )


def _style(style: Style) -> Any:
    is_normal = style.id == "Normal"
    made = element("style", type="paragraph", styleId=style.id, default=int(is_normal))
    add(made, "name", val=style.name)
    if not is_normal:
        add(made, "basedOn", val="Normal")
    add(made, "qFormat")
    _paragraph_properties(add(made, "pPr"), style)
    _font(add(made, "rPr"), style.font, style.size)
    return made


def _paragraph_properties(properties: Any, style: Style) -> None:
    if style.keep_next:
        add(properties, "keepNext")
    for tag in (
        "autoSpaceDE",
        "autoSpaceDN",
    ):  # no room between figures and Han characters: widths are reckoned
        add(properties, tag, val=0)
    line, rule = (240, "auto") if style.line is None else (_twips(style.line), "exact")
    add(
        properties,
        "spacing",
        before=_twips(style.before),
        after=_twips(style.after),
        line=line,
        lineRule=rule,
    )
    if style.indent:
        indent = _twips(style.indent * style.size)
        add(properties, "ind", firstLineChars=style.indent * 100, firstLine=indent)
    add(properties, "jc", val=style.align)
    if style.id == HEADING:
        add(properties, "outlineLvl", val=0)


def _twips(points: float) -> int:
    return round(points * 20)


def _font(properties: Any, font: str, size: float) -> None:
    """Figures and Latin letters too are in the Chinese font: 5.2.2 excepts nothing."""
    add(properties, "rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font)
    add(properties, "sz", val=round(size * 2))
    add(properties, "szCs", val=round(size * 2))


def _defaults() -> Any:
    made = element("docDefaults")
    properties = add(add(made, "rPrDefault"), "rPr")
    _font(properties, _FANGSONG, SANHAO)
    add(properties, "lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    add(add(made, "pPrDefault"), "pPr")
    return made


def _settings() -> list[Any]:
    """A Chinese Word's own; page numbers stand at the outer edge, so left pages have their own footer."""
    compatible = element("compat")
    for tag in ("balanceSingleByteDoubleByteWidth", "useFELayout"):
        add(compatible, tag)
    add(
        compatible,
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    return [
        element("zoom", percent=100),
        element("defaultTabStop", val=420),
        element("evenAndOddHeaders"),
        element("characterSpacingControl", val="compressPunctuation"),
        compatible,
        element("themeFontLang", val="en-US", eastAsia="zh-CN"),
    ]


def _replace(parent: Any, children: list[Any]) -> None:
    del parent[:]
    parent.extend(children)


def _keep_what_is_used(file: Any) -> None:
    """Leave out the template's other parts, a picture of its empty first page among them."""
    from docx.opc.constants import RELATIONSHIP_TYPE as KINDS

    kept = {KINDS.STYLES, KINDS.SETTINGS, KINDS.THEME, KINDS.CORE_PROPERTIES, KINDS.OFFICE_DOCUMENT}
    for relations in (file.part.rels, file.part.package.rels):
        for key in [key for key, relation in relations.items() if relation.reltype not in kept]:
            del relations[key]


def _name_fonts(file: Any) -> None:
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from lxml import etree

    table = element("fonts")
    for name, instead in _INSTEAD.items():
        font = add(table, "font", name=name)
        add(font, "altName", val=instead)
        add(font, "charset", val="86")  # GB 2312: what Windows goes by when it has none of the names
        add(font, "family", val="auto")
        add(font, "pitch", val="variable")
    content = etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, content, file.part.package)
    file.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)
