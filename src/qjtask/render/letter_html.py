"""The reminder as the HTML part of a mail: everything inline, nothing loaded, every text escaped."""

from __future__ import annotations

from html import escape

from qjtask.core.letters.reminder import Letter, ReminderLine, UnitSection
from qjtask.render.one_line import one_line

_FONT = (
    "font-family:'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif;font-size:14px;line-height:1.6"
)
_TABLE = '<table border="1" cellpadding="5" cellspacing="0" style="border-collapse:collapse">'
_COLUMNS = (("编号", "40"), ("期限", "90"), ("要做的事", "100%"))


def letter_html(letter: Letter) -> str:
    """A whole HTML document. Mail programs drop style sheets: the elements' attributes say how they look."""
    body = "".join(map(_section, letter.sections))
    to = f"<p>{_text(letter.to)}</p>\n" if letter.to else ""
    closing = "".join(f"<p>{_text(line)}</p>\n" for line in letter.closing)
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head><meta charset="utf-8">'
        f"<title>{_text(letter.title)}</title></head>\n"
        f'<body style="{_FONT}">\n'
        f'<h1 style="font-size:18px;margin:0 0 8px">{_text(letter.title)}</h1>\n'
        f"<p>{_text(letter.dated)}</p>\n{to}{body}{closing}</body>\n</html>\n"
    )


def _section(section: UnitSection) -> str:
    headings = "".join(f'<th align="left" width="{width}">{name}</th>' for name, width in _COLUMNS)
    parts = (
        f'<h3 style="font-size:14px;margin:12px 0 4px">{_text(part.heading)}</h3>\n'
        f"{_TABLE}\n<tr>{headings}</tr>\n{''.join(map(_row, part.lines))}</table>\n"
        for part in section.parts
    )
    return f'<h2 style="font-size:16px;margin:16px 0 4px">{_text(section.unit)}</h2>\n{"".join(parts)}'


def _row(line: ReminderLine) -> str:
    """Three columns, which a phone has room for."""
    by = f"{_whole(str(line.by))}<br>" if line.by else ""
    lead = f"<br>{_text(line.lead_words)}" if line.lead_words else ""
    cells = (_whole(line.shown_id), f"{by}{_text(line.days)}", f"{_text(line.what)}{lead}")
    row = "".join(f'<td valign="top">{cell}</td>' for cell in cells)
    return f"<tr>{row}</tr>\n"


def _whole(text: str) -> str:
    """A text that is not broken at its hyphens."""
    return f'<span style="white-space:nowrap">{_text(text)}</span>'


def _text(text: str) -> str:
    return escape(one_line(text))
