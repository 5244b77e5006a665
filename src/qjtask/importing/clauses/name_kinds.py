"""What a name is: an office's beyond doubt, a body's that can act, anything that is no name at all."""

from __future__ import annotations

import re

from qjtask.core.text.patterns import compiled
from qjtask.importing.words.office_words import begins_with_region, ends_as_body, ends_as_office, is_office

_SHORT_FORMS = (
    r"发改|经信|工信|科信|住建|财政|民政|教育|教体|科技|公安|司法|人社|资源|规划|环境|环保|交通|水利|水务|农业"
    r"|农业农村|农牧|商务|文旅|文体|卫健|卫生|应急|审计|国资|市监|市场监管|统计|医保|林业|林草|信访|金融|大数据"
    r"|审批|政务|供销|税务|气象|消防|海关|团委|工会|科协|残联|侨联|工商联|妇联|文联|武装|党校|医院|法院|检察|监委"
    r"|纪委|宣传|组织|统战|政法|网信|编办|档案|史志|供电|电力|电网|电信|移动|联通|广电|邮政|烟草|燃气|自来水|石油"
    r"|工商|质监|安监|食药监|国土|城投|交投|铁路|民航|海事|地震|国安|退役军人|城管|扶贫|乡村振兴|人民银行|人行"
)
_FIELDS = (  # what an office looks after, as 工商行政管理部门 is called by it
    rf"(?:{_SHORT_FORMS}|交通运输|交警|路政|运管|监察|纠风|卫生健康|卫计|文化|旅游|体育|物价|劳动|公路|自然资源"
    r"|供[水气热暖]|通[信讯]|物业)(?:行政)?(?:管理|主管|执法|监管|监督)?"
)
_MORE_ENDS = (
    r"兵团|地区|地方|各地|高校|院校|央企|国企|部队|军分区|人武部|法院|检察院|党委|工委|委员会|农场|林场|景区|社区|村"
    r"|居委|屯|片区|学部|总站|分行|支行|联社|所在地|成员|系统|口岸|港|网|报社|电视台|基地|实验室|平台|主体|方面"
    r"|党校|协|商会|工会|秘书处"
)
_ENDS = re.compile(rf"(?:{_SHORT_FORMS}|{_MORE_ENDS})$")
# 如皋市 and 见龙镇 are called so; 如各镇, 含农村 are not.
_CALLED = r"(?!山县|[皋东][市县]|墨区|[^各乡县市区镇有相某该本城集社街农全每](?:镇|街道|社区|村))"
# What is done with others and with papers, not 督促检查室: 督促施工单位, 提交乡人民政府.
_ASKS_FOR = r"督促(?![检局办室科])|讨论|提交|解决(?!.*(?:办|办公室|小组|专班)$)"
_NO_NAME = re.compile(
    rf"(?<![高平同])等|以[下上]|上述|简称|^以.{{2,}}(?:印发|名义|形式)|包括|不含|^[含如见即]{_CALLED}|^指(?!挥|导){_CALLED}"
    rf"|^(?:{_ASKS_FOR})|详见|参见|附件|例如|原则|(?<![自理缘])由|(?<=[局处科室部站所厅])要|负责|牵头(?!单位|部门)|涉及|[：:]|——"
    r"|[为是].*(?:单位|部门)$"
    r"|下设|设[在于]|^(?:按照|根据|依据|依照|遵照|参照|对照)"
    r"|^(?:牵头|责任|配合|承办|主办)(?:责任)?(?:单位|部门)$|的|是否|[?？!！“”《》]|^[0-9]+$"
)
# How works begin: 改造薄弱学校 ends as an office does, and is none.
_DOING = re.compile(
    r"[一二三四五六七八九十]要?是|[①-⑳]"
    r"|建(?=(?:泵|车|学|医|体育|图书|文化|养老|幼儿|变电|加油|卫生|消防|污水|换电|充电)[\u4e00-\u9fff]{0,5}[站所院馆校园厂库]$)"
    r"|推[进动广行]|加[快强大]|建(?:设(?!单位)|[立成好])|[新改扩修筹组]建|改造|改革|完[善成]|优化|提[升高]|打造|成立|清理|培育"
    r"|发展|深[化入]|实施|开展|健全|做[好优强大]|抓[好实紧]|落实|强化|支持|引[进导]|规范|整[治合]|创[建新]|升级|启动"
    r"|同意|邀请|聘请|申报|批准|购置|举办|组[织成]|抽调|设立|壮大|稳[定步]|保障|盘活|搬迁|关[停闭]|协调|对接|制定|编制|出台|选[派择]|依[托法]|鼓励|构建"
    r"|搭建|铺设|悬挂|张贴|摆放|开办|办理|获[得取]|登记|招[标引商]|保护|注销|融资|缴纳|拓[展宽]|扩大|压[缩减]|精简|严格|积极|大力|全面|持续|进一步|重点|确保|力争|争取|试点"
    rf"|{_ASKS_FOR}"
)
_DEED = re.compile(
    "(?:修[订改复]|签订|采购|更换|安装|检修|印发|排查|清[运收]|上线|核实|整理|召开|拨付|收缴|走访|审核).{3}"
    "|以.{2,}(?:印发|名义|形式)|[^由]{2,20}(?<!自)由.{4}"  # 不足部分由区政府自筹
)
_EACH = re.compile(
    r"各.*(?:部门|单位|地区?|[省市州盟县旗区镇乡村街]|街道|科室|股室|处室|政府|机构|学校|高校|[中小]学|企业|公司|委|会|办|局|园|校"
    r"|媒体|党派|行|团体|集团|组|专班|平台|基地|片区|系统|方|社区|中心|站|所|院|系|处|队|店|厅|车间|工段|班组|网点|村居|居委|部"
    r"|[^增成特延专生助擅]长|[^人成]员|班主任|(?:教|老)师|年[级段]|班级?)"
    r"(?:[（(〔＜<〈«][^（()）〔〕＜＞<>〈〉«»]*[)）〕＞>〉»])?"
)
# 检查加油站 is done to a place; 检查站, 巡查服务中心 and 督导检查组 are offices.
_DONE_TO_PLACE = re.compile(
    r"(?:检[查修]|抽查|巡[查检]|走访|慰问|看望|督[导查]|排查|摸排|监管|帮扶|维修|修缮|翻修|装修|取缔|验收|调研|视察|暗访|约谈|回访|清[查洗]"
    r"|粉刷|加固|拆除|迁建|修复|[管办]好|开放|启用)(?!服务|管理|工作|监测|值班|检测|执法)"
    r"[\u4e00-\u9fff]{2,}(?:[站院园校馆厂库场所社店]|中心|公司|企业)"
)
# Offices are called so as well: 建设局, 招商局, 组织部, 发展改革委, 重点项目办.
_CALLED_SO = re.compile(
    r"[\u4e00-\u9fff]{2}[一二三四五六七八九十]?[局委部处科股办组厅]"
    r"|(?:发展(?:改革|规划|研究|计划|财务)|组织(?:人事|宣传|统战|干部)|改革(?:发展|法规)|招商(?:引资|投资|服务|促进)"
    r"|建设(?:管理|规划|交通|环保)|协调(?:联络|服务|指导)|重点(?:项目|工程)|保障(?:服务|管理))"
    r"[\u4e00-\u9fff]{0,4}(?:[局委部处科股办厅]|办公室|委员会)"
)
# How something is to be done, and the verb: 抓紧办 of 抓紧办理手续 is called as an office would be.
_DONE_SO = re.compile(
    r"(?:(?:抓[好实紧牢细]|[加尽从]快|提[前早]|[全着大尽合奋]力|稳?妥善?|[及按限定准适]时|[按如限]期|从[速严简优]|[尽趁及]早|认真|扎实|切实|努力"
    r"|立[即刻]|马上|迅速|继续(?!教育)|进一步|积极|主动|精心|严格|高效|高质量|高标准|逐[步件项一个])[\u4e00-\u9fff]{0,2}"
    r"|(?:依法依?规?|依规|规范|集中|统一|直接|分别|共同|优先|同步|支持|鼓励|切勿|不[得要再予]))[办处委]"
)
_GENERIC = re.compile(
    r"(?:成员|责任|牵头|配合|有关|相关|参与|参加|承办|主办|协办|其他|接办|上述|以上)*(?:单位|部门|机构|科室)|领导小组|工作专班|组织机构"
    r"|(?:第三方|专业|中介|社会|行业|市场|科研)(?:评估|检测|服务|咨询|技术)?(?:机构|组织|公司|院所|协会|商会|主体|团队|力量)"
    r"|(?:龙头|骨干|链主|重点|优势|领军|头部|大型|中小|民营|国有|外资|科技|农业|产业化|用人|规上|施工(?=企业)|建设(?!单位)|运营)*(?:企业|单位)"
    r"|(?:高等)?院校|高校|科研院所|(?:各|[省市县区州镇乡本同])级财政"
)
# Words of a sentence behind an office: 财政所委托中介机构, 河口社区各组建一支抢险队.
_DOES_WITHIN = re.compile(
    r"[^（()）]{2,}?(?:[及按准]时[上提]?[交报送]|(?:配合|协助|协同)(?=.{2,}[局委办厅院处科队站所镇乡])"
    r"|[^（()）]{0,12}[局委办厅院](?:指导|督促(?!检)|监督(?![检管执])|帮助|支持)(?=.{3})(?!.{0,2}[中处科室站组委办局所队])"
    r"|及时|形成|采取|上报|呈报|提交|提醒|委托|聘请|聘用|邀请|选聘|授权|责成|要求|(?<![申邀聘提])请|督促(?![检局办])|于每|每[日周月季年]|前将|报送|(?<=[局委办厅部门院处科])对(?![外口台]).{2}"
    r"|(?:组织|协调|指导|安排|联系|通知|监督|抽调)(?:相关|有关|各|第三方|专业|施工|设计|建设|监理|中介|供电|运营|物业|承建|中标|专家|专人)"
    r"|(?:各|分别|各自)(?:组建|成立|抽调|安排|配备|建立|设立|选派|落实|制定|组织|明确)"
    r"|期间(?=.{2})|安排(?=[省市县区镇乡州].|[\u4e00-\u9fff]{2}[处部科]$)|(?:入场|进场|退场|布置)(?=[\u4e00-\u9fff]{2,5}[处部科系委]$))"
)
# 各系队伍入场安排（引导）学生处: a matter before its office; 各单位要加强值班 is a sentence.
_OF_EACH = (
    r"各[^（(]{2,16}?(?:安排|分工|名单|布置|入场|进场|退场|经费|报名)(?!小?组|办|处|科|管理|保障)"
    r"|各[^（(]{1,16}?(?:要(?![素点闻])|必须|应当|务必|[0-9]|每[日天周月季年学]|开展|召开|举[办行])"
    r"|各.{1,24}?(?:将(?!军)|上报|报送|成立).{2}"
)
_DEPARTMENT = ("部门", "机关")
_DUTIES = ("职责", "任务", "分工")
_DUTIES_FOLLOW = r"(?<=.{3})(?<![负与及和、])的?(?:主要|工作|具体|岗位|职责|任务|分工){1,3}$"
_KIND = r"(?![项类种级自司尽])[\u4e00-\u9fff]{2,5}"  # of those that 各 stands before
YOU = r"[你贵](?P<kind>局|委|办|镇|乡|县|市|区|院|校|厅|部|处|科|所|站|中心|街道|公司|集团|单位)"
"""An office as the letter that is written to it calls it, as a pattern: 你局."""

_PLACE = re.compile(r"[^各]+(?:[市县州镇乡]|(?<![社分])(?<!警备)区)")
_GRADES = frozenset(("高一", "高二", "高三", "初一", "初二", "初三", "大班", "中班", "小班"))
_SHORT_NAMES = _GRADES | {
    *("党办", "院办", "校办", "政办", "党委", "工会", "团委", "纪委", "妇联", "残联", "侨联", "文联", "科协")
}
_LONGEST_NAME = 40
_HOUR = r"[0-9]{1,2}(?:[点时](?:[0-9]{1,2}分|半)?|[:：][0-9]{2})"
_PART_OF_DAY = r"(?:[上下中]午|晚上?|早上?|当[天日晚])"
_WEEKDAY = (
    rf"(?:(?:[本下]?周|星期|礼拜)[一二三四五六日天末]{_PART_OF_DAY}?|[上下]午|晚上|(?:活动|比赛|演出|会议)?当[天日晚])?"
    rf"(?:{_PART_OF_DAY}?{_HOUR}(?:[到至—~-]{_HOUR})?[之以]?前?)?(?=.{{3}})"
)
_ATTENDS = r"(?:参加|接受|迎接|出席|列席)(?=.{2})"
_COUNTED = r"[0-9]|^[一二三四五六七八九十两]+[个支名位条辆台]"  # 三个方队
_TEAM = re.compile(r"第?[一二三四五六七八九十0-9]{1,3}[组队社班庭室部科]")  # 三组


def acts(name: str) -> bool:
    """Whether a name is that of a body, or of one of a village's or a school's teams: 三组."""
    return is_body(name) or _TEAM.fullmatch(name) is not None


def without_weekday(name: str) -> str:
    """A name without the day of the week or the time of day before it: 周三下午教务处, 5点到6点体育部."""
    return compiled(_WEEKDAY).sub("", name, count=1) if compiled(_WEEKDAY).match(name) else name


def is_name(name: str) -> bool:
    """Whether a text can name an office at all, by its end or as offices are called for short."""
    if len(name) > _LONGEST_NAME or _NO_NAME.search(name) or _DOES_WITHIN.match(name):
        return False
    plain = re.sub(r"[（(〔][^（()）〔〕]*[)）〕]$", "", name)
    if name.startswith("各"):
        return _EACH.fullmatch(name) is not None or ends_as_office(plain) or _ENDS.search(plain) is not None
    return is_office(plain) or _ENDS.search(plain) is not None


def is_sure(name: str) -> bool:
    """Whether a name is an office's, neither a place nor a work: 县住建局, 各镇; not 成都市, 乡镇 or 大班."""
    return is_body(name) and not (_PLACE.fullmatch(name) or name in _GRADES)


def is_body(name: str) -> bool:
    """Whether a name is an office's or a place's that can act as one: 城关镇, but not 乡镇 or 成员单位."""
    if name.startswith("各"):
        return _EACH.fullmatch(name) is not None and not compiled(_OF_EACH).match(name)
    if _GENERIC.fullmatch(name) or compiled(_COUNTED).search(name) or _DOES_WITHIN.match(name):
        return False
    is_long = len(name) > 2 or name in _SHORT_NAMES or compiled(YOU).fullmatch(name) is not None
    return is_long and not _says_what_is_done(name) and is_office(name)


def _says_what_is_done(name: str) -> bool:
    """Whether words that end as an office does are a deed: 抓紧办, 检查加油站, 周三参加团区委."""
    name = without_weekday(name)
    if name.startswith("在") and not name.startswith("在线"):  # 在路口设置检查站
        return True
    if _DONE_SO.fullmatch(name) or _DONE_TO_PLACE.fullmatch(name) or compiled(_ATTENDS).match(name):
        return True
    return _DOING.match(name) is not None and _CALLED_SO.fullmatch(name) is None


def stands_for_all(name: str) -> bool:
    """Whether a short name is that of all of a kind, whatever they are: 各网格, 各楼栋; not 各项任务."""
    kind = name[1:] if name.startswith("各") else ""
    return compiled(_KIND).fullmatch(kind) is not None and not _DOING.search(kind)


def is_field(name: str) -> bool:
    """Whether a name is what an office looks after, for short: 卫健 and 教体 among 卫健、教体等部门."""
    return compiled(_FIELDS).fullmatch(name) is not None


def is_deed(name: str) -> bool:
    """Whether what stands for a name says what is to be done: 修订管理办法."""
    return not is_name(name) and (_DOING.match(name) or _DEED.match(name)) is not None


def without_duties(heading: str) -> str:
    """A heading without last words that say that duties follow: 县防汛办公室 of 县防汛办公室工作职责."""
    return compiled(_DUTIES_FOLLOW).sub("", heading) if heading.endswith(_DUTIES) else heading


def heads_works(name: str) -> bool:
    """Whether a name as a heading gives the works below it to that office: 县住建局, not 开办企业.

    Nor 农村教育, which is a field, nor 县体育馆, which may be what is built. 公安部门 does, not 受理部门.
    """
    return is_sure(name) and (name.startswith("各") or ends_as_body(name) or is_department(name))


def is_department(name: str) -> bool:
    """Whether a name is an office's by what it looks after: 公安部门, 县林草部门."""
    return name.endswith(_DEPARTMENT) and is_field(name[begins_with_region(name) : -len(_DEPARTMENT[0])])
