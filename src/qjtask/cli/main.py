"""The program: which commands there are, and how faults and exit codes leave it."""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup

from qjtask import __version__
from qjtask.cli import chinese
from qjtask.cli.faults import Misused, tell
from qjtask.cli.options import FileOption, TodayOption
from qjtask.core.problem import Problem, Refused, system_reason

COMMANDS = {
    "list": "列出任务，可按单位、状态、灯号等筛选",
    "show": "一项工作的全部情况：期限、节点、指标、灯号、历次记录",
    "due": "已逾期的和将要到期的，近的在前",
    "start": "登记开始推进",
    "note": "登记进展：文字、百分比、指标实绩",
    "done": "登记完成：整项、一个单位的部分，或一个时间节点",
    "hold": "登记暂停",
    "drop": "登记取消",
    "reopen": "把完成、暂停或取消的重新打开",
    "extend": "登记延期（原期限照样保留）",
    "undo": "撤销最近的一条记录",
    "log": "历次记录：谁在哪天报了什么",
    "stats": "统计：各状态多少项，按单位、重点任务或月份",
    "timeline": "全年时间线：各月到期什么，今天在哪里，按重点任务或责任单位",
    "units": "各单位的名称、别名和任务数",
    "remind": "每周提醒函，按责任单位分列，供 cron 打印或发邮件",
    "check": "检查计划和记录里的错误和疑点",
    "init": "新建一份带说明的小计划",
    "import": "从通知（Word、网页、Excel、文本）的任务分解表读出计划，存疑的逐条列出",
    "report": "报出的材料：进展情况表等，Word、Excel、网页或 Markdown",
    "collect": "收各单位填好的填报表：先列出变化，同意后登记",
    "export": "给别的程序用的文件：日历",
}
REPORTS = {
    "progress": "进展情况表：原任务分解表加上进展情况、完成状态、存在问题",
    "bulletin": "通报（代拟稿）：总体、各单位、新完成、逾期、下一步、久无进展",
    "chase": "催办单、督办单：一个单位一页，逾期几天，第几次催办，何时答复",
    "board": "看板：一个网页文件，数字、全年时间线、各单位灯号和可查找的任务表",
    "evidence": "佐证材料清单：哪些有、哪些缺；--zip 装包并附目录和校验值",
    "pack": "填报表：一个单位一个 Excel，填好发回，由 collect 收",
}
EXPORTS = {
    "ics": "日历（iCalendar）：每个期限、时间节点和周期各是一个全天日程",
}
_INTERRUPTED = 130
_EXHAUSTED = -1
_KEPT = "说过已登记、已写入、已送达的都在，其余没有做"
_MODULES = {"import": "import_notice"}  # `import` is a keyword, and cannot name a module


class _Command(chinese.Help, TyperCommand):
    """A command whose help is in Chinese."""


class _Commands(chinese.Help, TyperGroup):
    """The commands, each imported only when it is run: help and completion need their names alone."""

    summaries: ClassVar[Mapping[str, str]] = COMMANDS
    prefix: ClassVar[str] = ""
    """What stands before the command's name in that of its module."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.summaries)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in self.summaries:
            return None
        summary = self.summaries[cmd_name]
        if not self.prefix and cmd_name in _GROUPS:
            several = typer.Typer(cls=_GROUPS[cmd_name], add_completion=False, rich_markup_mode=None)
            several.callback(no_args_is_help=True, help=summary)(_nothing)
            group = typer.main.get_command(several)
            group.name = cmd_name
            return group
        module = import_module(f"qjtask.cli.commands.{self.prefix}{_MODULES.get(cmd_name, cmd_name)}")
        one = typer.Typer(add_completion=False, rich_markup_mode=None)
        epilog = "\b\n" + "\n".join(f"例：{example}" for example in module.EXAMPLES)
        one.command(cmd_name, cls=_Command, help=summary, epilog=epilog)(module.command)
        return typer.main.get_command(one)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(self.summaries.items()))


class _Reports(_Commands):
    """The kinds of report."""

    summaries = REPORTS
    prefix = "report_"


class _Exports(_Commands):
    """The kinds of file for other programs."""

    summaries = EXPORTS
    prefix = "export_"


_GROUPS = {"report": _Reports, "export": _Exports}


def _nothing() -> None:
    """A group does nothing by itself."""


def _program() -> typer.Typer:
    """The Typer program. Its completion machinery costs 5 ms, and is there only when asked for."""
    wants_completion = "_QJTASK_COMPLETE" in os.environ or any("-completion" in word for word in sys.argv)
    program = typer.Typer(
        cls=_Commands,
        add_completion=wants_completion,
        rich_markup_mode=None,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        help="政务任务台账：管好一年的任务分解表，随时知道什么到期、什么逾期、该提醒谁。",
        epilog="安装命令补全：qjtask --install-completion",
    )

    @program.callback()
    def before_the_command(
        file: FileOption = None,
        today: TodayOption = None,
        version: Annotated[
            bool, typer.Option("--version", help="显示版本", is_eager=True, callback=_version)
        ] = False,
    ) -> None:
        """The options that may stand before the command's name; `open_desk` reads them."""

    return program


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"qjtask {__version__}")
        raise typer.Exit


def run(args: Sequence[str]) -> int:
    """Run one command line; the exit code: 0 fine, 1 the ledger or the request is wrong, 2 usage."""
    try:
        with chinese.completion_told(args):
            code = _program()(args=list(args), prog_name="qjtask", standalone_mode=False)
        sys.stdout.flush()
    except Refused as refused:
        tell(refused.problems)
        return 2 if isinstance(refused, Misused) else 1
    except typer.Abort:
        code = _INTERRUPTED
    except typer.TyperException as error:
        return _misused(error)
    except OSError as error:
        return _unwritten(error)
    except MemoryError:
        code = _EXHAUSTED  # told below: what fills the memory is held until this block is left
    if code == _EXHAUSTED:
        print(f"内存不够，没有做完；{_KEPT}；请关闭别的程序，或换一台内存大的机器再试", file=sys.stderr)
        return 1
    if code == _INTERRUPTED:  # Ctrl-C; the terminal has shown ^C
        print(f"\n已中断；{_KEPT}", file=sys.stderr)
    return code if isinstance(code, int) else 0


def _misused(error: typer.TyperException) -> int:
    if type(error).__name__ == "NoArgsIsHelpError":  # Typer exports no name for it
        print(error, file=sys.stderr)
    else:
        tell([Problem("", chinese.usage_fault(error))])
    return 2


def _unwritten(error: OSError) -> int:
    """The reader of a pipe has gone (`| head`), or the disk under stdout is full."""
    if error.errno != errno.EPIPE:
        tell([Problem("", f"写不出结果：{system_reason(error)}", "请检查磁盘空间和权限")])
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the interpreter will flush once more
    return 1


def main() -> None:
    """The console script."""
    gc.disable()  # one short command: what the collector would walk is freed at the end anyway
    if sys.stderr is None:  # closed by the caller: 2>&-
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for the process's life
    if sys.stdout is None:  # a letter that nobody gets must not be logged as sent
        tell([Problem("", "标准输出是关着的，没有地方可写，什么也没有做", "请去掉 >&-")])
        sys.exit(1)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a GBK terminal has no sign for some characters
    sys.exit(run(sys.argv[1:]))
