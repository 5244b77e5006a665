"""Names that a line's end cut where their first half ends as an office does: 市交通⏎运输局, 县委⏎组织部."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.words.joining_signs import JOINTS, begins_name, of_the_county
from qjtask.importing.words.office_words import begins_with_region, ends_as_body
from qjtask.importing.words.vocabulary import words

_TORN_WORDS = (
    r"委\n员?会|办\n(?:公室|事处)|街\n道(?:办|党|工委|和|、|$)|(?:部\n门|单\n位|科\n室)$"
    r"|组\n织(?:人事)?[部处科室]|关\n事务(?:管理|服务)?[局处科中]"
    r"|村\n振兴(?:[局科股办所站]|(?:综合)?(?:服务|发展)(?:中心|站))"
    r"|行\n政(?:部门|机关|主管|审批|执法|许可)"
    r"|社\n会(?:保障|保险|工作|治安|福利|事务|组织|管理|救助|发展|科学|稳定|信用)"
)
"""Where the first half ends as an office does: 行政执法部⏎门, 市委组⏎织部, 市人力资源和社⏎会保障局."""

_AND_OTHERS = ("等部门", "等单位", "等有关", "等相关", "等科室", "等各")

_ENDS_OF_NAMES = "委局厅署"  # no name begins so: 市交通⏎委运输局
_BEFORE_FIELDS, _SHORTEST_WITH_FIELD = "局委厅办部", 4
_REGIONS_OF_EACH, _LONGEST_EACH = ("区县", "市县", "乡镇"), 5  # 各远郊区⏎县交通局
_PARTY = r".{0,12}(?:[省市县区州旗盟镇乡]|党|工)委|.{0,4}(?:人大|政协)"  # 县委⏎组织部, 市人大⏎常委会办公室
_AREA = (  # 各镇⏎人民政府, 高新区⏎党工委和管委会
    r".*(?:[镇乡]|街道|开发区|新区|园区|经开区|示范区|度假区|保税区|试验区|合作区|先导区|自贸区|贸易区|工业区|功能区|景区|保护区"
    r"|产业园|科技园|工业园|物流园|创业园|软件园|农业园)"
)
_OF_AREA = (
    r"(?:人民)?政府|管委会|管理委员会|(?:街道)?办事处|党?工委|党委"
    r"|党?工委(?:和|及|与|、)?(?:管委会|管理委员会|办事处)|党委(?:和|及|与|、)?(?:人民)?政府"
)
_OWN_AREA, _OF_OWN_AREA = r".*(?:景区|胜区|保税区|保护区|度假区|开发区|园区)", r"管理(?:局|处|办公室|中心)"
_NATIONAL, _OF_NATION = r"国家[^、]{2,10}局", r"[^、各]{1,8}(?:税务局|调查队|监管局|监管分局|管理局|分局)"
_COMPANY = r"中国(?:移动|联通|电信|铁塔|邮政|人寿|人保|石油|石化|广电)[^、]{0,4}"
_OF_COMPANY = r"(?!.*(?:银行|中国|公司.))[^、各]{1,10}(?:分公司|支公司|分局)"
# The line may end within the place that the branch is named after: 国网会⏎昌县供电公司.
_BANK, _OF_BANK = r"[^、]{0,8}银行[^、行]{0,3}", r"(?!.*银行)[^、各]{1,10}[分支]行"
_GRID, _OF_GRID = r"(?:国家电网|国网)[^、公]{0,3}", r"(?!.*公司.)[^、各]{1,10}供电(?:分|支)?公司"
_BUREAU, _OF_BUREAU = r"[^、]{3,12}(?<!分)局", r"(?!各|[省市县区]..)[^、]{2,8}分局"  # 市生态环境局⏎大竹分局
_OF_PARTY = (
    r"(?:组织|宣传|统战|社会工作|统一战线工作|老干部)(?:部|局)|政法委|编办|网信办|督查室|办公室|巡[视察](?:办|组|机构)|党校"
    r"|机关工委|机要局|保密局|常委会.*|.{2,6}委员会|.{2,6}工作部|军民融合办|财经办|改革办|农办|台办|外办|国安办"
)

_GOVERNMENT, _OF_GOVERNMENT = (
    r".{0,14}政府",
    r"办公[厅室]|研究室|督查室|参事室|驻.{2,8}办事处",
)  # 省政府⏎办公厅

# A place that ends as an office may, before the rest of its name: 兴隆台⏎区政府, 四会⏎市政府.
_PLACE = r"(?![省市县区州电]|广播|气象|地震|融媒)[\u4e00-\u9fff]{1,3}(?<!电视)(?<!电)台|[新四]会"
_OF_PLACE = r"[区县市旗](?:人民政府|政府|管委会|委|纪委|政协|人大)"

# Short names of places that end as what is built there: 桃园⏎区政府, 北站⏎街道办事处, 校场⏎乡.
_SHORT_PLACE = (
    r"(?![省市县区州各]|幼儿园|公园|动物园|植物园|敬老院|[车电水泵粮]站|[林农牧渔茶市机]场|图书馆|[文体]|博物馆)"
    r"[\u4e00-\u9fff]{1,2}[园站场馆港]"
)
_OF_SHORT_PLACE = r"[区县市旗镇乡](?:人民政府|政府|管委会|委|纪委|政协|人大)?|街道(?:办事处|办|党工委)?"

# What a town has in its middle: 镇中心⏎小学, 城关镇中心⏎卫生院.
_CENTRAL, _OF_CENTRAL = r".{0,6}[镇乡村县区]中心", r"小学|完小|学校|校|中学|幼儿园|卫生院|敬老院|派出所|法庭"

_BODIES = (
    (_CENTRAL, _OF_CENTRAL),
    (_PARTY, _OF_PARTY),
    (_GOVERNMENT, _OF_GOVERNMENT),
    (_AREA, _OF_AREA),
    (_OWN_AREA, _OF_OWN_AREA),
    (_PLACE, _OF_PLACE),
    (_SHORT_PLACE, _OF_SHORT_PLACE),
)
"""Whose a body is, and how its own name begins."""

_FORCE, _OF_FORCE = r"[^、]{2,20}[大支总]队", r"第?[一二三四五六七八九十\d]{1,2}[大中支]队"

# A body that says of no field that it is its own: 农业农村⏎综合服务中心, not 农业农村⏎便民服务中心.
_FIELDLESS = (
    r"(?:综合|服务|事务|事业|发展|管理|保障|行政|执法|监督|技术|推广|工作|建设|指导)+"
    r"(?:中心|办公室|[大中支总]队|[局所站科股办队])"
)

# Those who belong to a commission: 区安委会⏎有关成员单位.
_COMMISSION, _OF_MEMBERS = (
    r".*(?:委会|委员会|领导小组|指挥部|联席会议|工作专班)",
    r"(?:各|有关|相关|其他)?成员单位.*",
)

_BRANCHES = (
    (_COMMISSION, _OF_MEMBERS),
    (_NATIONAL, _OF_NATION),
    (_COMPANY, _OF_COMPANY),
    (_BANK, _OF_BANK),
    (_GRID, _OF_GRID),
    (_BUREAU, _OF_BUREAU),
    (_FORCE, _OF_FORCE),
)
"""Whose a branch is, and what its own name is."""


def is_torn(name: str, part: str) -> bool:
    """Whether a name cannot end at a break: 各县（市, 行政执法部⏎门, 组⏎织人事科, 管委⏎会, 县委⏎组织部."""
    is_open = sum(map(name.count, "（(")) > sum(map(name.count, "）)"))
    is_rest = part in words().offices.never_alone or part.startswith(_AND_OTHERS)
    return (
        len(name) == 1
        or is_open
        or is_rest
        or is_torn_word(name, part)
        or _is_torn_region(name, part)
        or _is_torn_body(name, part)
        or is_torn_branch(name, part)
    )


def is_torn_word(name: str, part: str) -> bool:
    """Whether a break stands within a word: 部⏎门, 委⏎员会, 街道办⏎事处."""
    return compiled(_TORN_WORDS).match(f"{name[-1:]}\n{part}") is not None


def _is_torn_region(name: str, part: str) -> bool:
    """Whether a break stands within a word for regions, as those of each are called: 各远郊区⏎县交通局."""
    return name[0] == "各" and len(name) <= _LONGEST_EACH and name[-1] + part[0] in _REGIONS_OF_EACH


def _is_torn_body(name: str, part: str) -> bool:
    """Whether a break stands between whose body it is and the body's own name: 县委⏎组织部."""
    return any(compiled(one).fullmatch(name) and compiled(other).fullmatch(part) for one, other in _BODIES)


def is_torn_branch(name: str, part: str) -> bool:
    """Whether a break stands between a body's name and its branch's: 中国移动⏎于都分公司."""
    return any(compiled(one).fullmatch(name) and compiled(other).fullmatch(part) for one, other in _BRANCHES)


def ends_in_a_field(name: str) -> bool:
    """Whether what stands behind a whole office is only what a part of it is for: 市公安局公安⏎交通管理局."""
    is_behind_one = len(name) > _SHORTEST_WITH_FIELD and name[-3] in _BEFORE_FIELDS
    return is_behind_one and name[-2:] in words().offices.known and not ends_as_body(name)


def goes_on_after(name: str, part: str) -> bool:
    """Whether a part is the rest of a name that a line's end cut behind a word that offices begin with."""
    if part[0] in JOINTS:
        return not begins_name(part[0], part[1:], before=of_the_county([name]))
    if part[0] in _ENDS_OF_NAMES and not part.startswith("委员"):
        return True
    known = words().offices
    is_cut = name.endswith(known.cut) or name in known.cut_alone
    begins = part.startswith("各") or begins_with_region(part)
    is_rest = part[-1] in known.ends or compiled(_FIELDLESS).fullmatch(part) is not None
    return is_cut and not begins and is_rest
