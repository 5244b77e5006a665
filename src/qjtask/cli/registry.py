"""Which commands there are, and in which module each stands: a line for each."""

from __future__ import annotations

from collections.abc import Mapping

COMMANDS: Mapping[str, str] = {
    "list": "列出任务，可按单位、状态、灯号等筛选",
    "show": "一项工作的全部情况：期限、节点、指标、灯号、历次记录",
    "due": "已逾期的和将要到期的，近的在前",
    "start": "登记开始推进",
    "note": "登记进展：文字、百分比、指标实绩",
    "done": "登记完成：整项、一个单位的部分、一个时间节点或一期",
    "hold": "登记暂停",
    "drop": "登记取消",
    "reopen": "把完成、暂停或取消的重新打开",
    "extend": "登记延期（原期限照样保留）",
    "accept": "销号：报完成的由另一人核实（计划里写了 rules: {accept: true} 才用）",
    "return": "退回：报完成的核实不通过，写明原因发回重办",
    "undo": "撤销最近一次登记的，或指明的一条",
    "log": "历次记录：谁在哪天报了什么",
    "merge": "把记录的冲突副本里缺的并进来：先列出，同意后并入",
    "stats": "统计：各状态多少项，按单位、重点任务或月份，与某一天相比",
    "diff": "与以前的某一天相比，哪些工作的状态、期限、灯号变了",
    "timeline": "全年时间线：各月到期什么，今天在哪里，按重点任务或单位",
    "units": "各单位的名称、别名和任务数",
    "remind": "每周提醒函，按承办单位分列，供 cron 打印，或发到邮箱和群里",
    "check": "检查计划和记录里的错误和疑点",
    "init": "新建一份带说明的小计划",
    "import": "从通知（Word、Excel、网页、PDF、文本）的任务分解表或正文读出计划，存疑的逐条列出",
    "report": "报出的材料：进展情况表等，Word、Excel、网页或 Markdown",
    "collect": "收各单位填好的填报表：先列出变化，同意后登记",
    "export": "给别的程序用的文件：日历",
    "db": "数据库里的台账：建立、载入、导出、授权、核对（给管理员）",
}
"""The commands in the order of the help page, each with what it is for."""

_REPORTS = {
    "progress": "进展情况表：原任务分解表加上进展情况、完成状态、存在问题",
    "bulletin": "通报（代拟稿）：总体和增减、各单位、新完成、逾期、延期、催办、下一步、久无进展",
    "chase": "催办单、督办单：一个单位一页，附回执，逾期几天，第几次催办，何时答复",
    "brief": "专报：一项工作一页，写给领导：来源、期限、进度、问题、延期、下一步",
    "score": "考核计分表：按 rules.yaml 的计分办法，每一分都写明依据",
    "board": "看板：一个网页文件，数字、全年时间线、各单位灯号和可查找的任务表",
    "evidence": "佐证材料清单：哪些有、哪些缺；--zip 装包并附目录和校验值",
    "changes": "通知重新印发后的调整对照表：取消、新增、改了任务、时限、单位的",
    "pack": "填报表：一个单位一个 Excel，填好发回，由 collect 收",
}
_EXPORTS = {
    "ics": "日历（iCalendar）：每个期限、时间节点和周期各是一个全天日程",
}

_DATABASE = {
    "init": "在数据库里建台账；再运行一次，把规则和权限恢复齐",
    "load": "把文件夹里的计划和记录原样载入",
    "dump": "把计划和记录原样导出成文件夹，也是备份",
    "grant": "给登录名授权：看得见、写得进哪些单位的计划",
    "verify": "核对规则和权限是否齐全、记录是否连续；也可与导出的文件夹比对",
}

GROUPS: Mapping[str, Mapping[str, str]] = {"report": _REPORTS, "export": _EXPORTS, "db": _DATABASE}
"""The commands that have commands of their own: the kinds of report, the kinds of file."""

_MODULES = {"import": "import_notice", "return": "return_back"}  # keywords, which cannot name a module


def module_of(name: str, group: str = "") -> str:
    """The module of a command, or of a kind within a group: `report chase` stands in report_chase."""
    name = _MODULES.get(name, name)
    return f"qjtask.cli.commands.{group}_{name}" if group else f"qjtask.cli.commands.{name}"
