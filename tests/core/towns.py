"""A plan of a county: lead and supporting offices, and towns under a collective name, numbered 27 to 30."""

from __future__ import annotations

from qjtask.core.plan.plan import Owner
from tests.core.plans import item, plan

TOWNS = ("甲镇", "乙镇", "丙街道")
ALL_TOWNS = "各镇（街道）"

COUNTY = plan(
    item("1.1", no="27", lead=("县水务局",), units=(), support=("办公室", "各乡镇")),
    item("1.2", no="28", lead=("县水务局",), units=(ALL_TOWNS,), owner=Owner.UNITS, deadline="2021年5月31日"),
    item("1.3", no="29", lead=("应急局",), units=("甲镇", "民政局"), owner=Owner.ALL, deadline="持续推进"),
    item("1.4", no="30", lead=("应急局",), units=("民政局",), support=(ALL_TOWNS,)),
    units={"水务局": ("县水务局",), ALL_TOWNS: ("各乡镇",)},
    members={ALL_TOWNS: TOWNS},
    owner=Owner.LEAD,
)
