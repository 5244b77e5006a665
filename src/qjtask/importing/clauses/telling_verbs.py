"""The verbs with which a sentence tells an office to do something. All are for patterns.

Within names and sentences those that are deeds as well (安排资金) tell only before a region's office; where
a part of a sentence begins with one, an office is looked for behind it, and any of them may tell.
"""

from __future__ import annotations

TELLS = r"(?:责成|商请|提请|恳请|函请|敦促)"
"""Verbs that do nothing but tell, wherever they stand."""

_ENTRUSTS = r"(?:委托|授权|指定|安排|督促(?![检督]查|办))"

_SPEAKS = r"[\u4e00-\u9fff]{0,8}(?:[会校院厂]|公司|集团|党组|[党省市县区镇乡]委|政府|指挥部|小组)"
SPEAKER_TELLS = rf"{_SPEAKS}(?:要求|建议|提醒|请(?![示假教求])|{TELLS})(?=[\u4e00-\u9fff]{{3}})"
"""Whoever decides, and that they tell: 学校要求, 业委会请; 县住建局要求施工单位 keeps the work its own."""

SPOKEN = r"[^，,。；;：:]{2,16}(?:要求|指出|强调|指示)[，,：:](?=.{6})"
"""Who spoke, up to what was said, as a pattern: 县长王华指出，; 会议要求，."""

TELLS_A_REGION = rf"{_ENTRUSTS}(?=[省市县区镇乡州])"
"""Verbs of deeds that tell before an office called by its region: 安排县财政局, but not 安排资金."""

_ORDERS = r"(?:指派|要求|协调(?!小?组|[处科办室局])|(?:交|改|转|统一)由)"

TELLS_AT_FIRST = rf"(?:{TELLS}|{_ENTRUSTS}|{_ORDERS})"
"""All that tell where a part of a sentence begins with them and an office is found behind."""
