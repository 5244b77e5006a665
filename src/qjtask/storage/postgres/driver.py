"""The driver, psycopg2: imported where a database is asked, refused in a line where it is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qjtask.core.problem import refuse

if TYPE_CHECKING:
    from types import ModuleType


def driver() -> ModuleType:
    """The module psycopg2. Refused where it is not installed."""
    try:
        import psycopg2  # two thirds of what `import typer` costs
        import psycopg2.extensions
    except ImportError as error:
        fix = "请运行 pip install 'qjtask[server]'"
        raise refuse("postgresql://", "没有安装连接数据库的组件（psycopg2）", fix) from error
    return psycopg2
