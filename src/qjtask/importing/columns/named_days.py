"""Columns that name the day which each work is for: 重要时间节点 over “6·26”国际禁毒日, 安全生产月."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.columns.column_reading import ColumnReading
from qjtask.importing.columns.heading_words import Evidence, plain_heading
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.vocabulary import words

Columns = tuple[ColumnReading, ...]

_NAMES_WORK = 30  # more than heading and cells together say for a deadline
_MOSTLY = 0.6  # of a column's cells
_NAME = (  # 国际禁毒日, 春节, 安全生产月, 民法典宣传周; but not 6月, 每月, 12日
    r".*[^\W0-9_一二三四五六七八九十月日每本当全各上下半个周季度次翌同该逐按](?:[日节月周季]|元旦|除夕)(?<!工作日)(?<![春夏秋冬]季)(?:宣传|活动|期间)?"
    r"(?:[（(][^（()）]*[)）])?|元旦|除夕"
)
_QUOTES = str.maketrans(dict.fromkeys("“”\"'‘’《》", ""))


def what_day(columns: Columns) -> Columns:
    """A column of names of days names the works, where another one says by when they are done."""
    dated = {column.at for column in columns if column.said is Role.DEADLINE and not _names_days(column)}
    more = Evidence(Role.TASK, _NAMES_WORK, "格里是节日、宣传日的名称")
    return tuple(
        column.with_more(more)
        if _names_days(column) and (dated or column.said is not Role.DEADLINE)
        else column
        for column in columns
    )


def _names_days(column: ColumnReading) -> bool:
    """Whether a column is headed as one of days, and most of its cells are names of days."""
    is_headed = plain_heading(column.name).endswith(words().tables.named_days) and not column.is_mapped
    return is_headed and column.content.part(_is_name, _MOSTLY) > 0


def _is_name(text: str) -> bool:
    return compiled(_NAME).fullmatch(text.translate(_QUOTES)) is not None
