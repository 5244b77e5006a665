"""What a part of a sentence that begins with an office says of it: 县水利局负责清理河道."""

from __future__ import annotations

import re
from itertools import islice

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.answering_persons import answered_for
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.clause_reader import read_clause
from qjtask.importing.clauses.clause_words import BY, LEADS_GROUP, WHEN
from qjtask.importing.clauses.name_kinds import is_body, is_department, without_weekday
from qjtask.importing.clauses.offices_within import BODY_END, HELPING, WILLINGLY, with_partners
from qjtask.importing.clauses.person_names import is_held_by_many, is_post_of_team
from qjtask.importing.clauses.shared_ends import with_shared_end
from qjtask.importing.clauses.told_offices import without_telling
from qjtask.importing.words.office_words import begins_with_region, is_collective, is_office

# 会议同意县住建局……
_NO_OFFICE = (
    *("关于", "针对", "对于", "当前", "目前", "近期", "近年"),
    *("本次", "此次", "这次", "下次", "上次", "每次", "历次", "下一次"),
    *("抓紧", "尽快", "加快", "认真", "及时", "立即", "迅速", "进一步", "造成", "导致"),
    *("会议", "同意", "认为", "要求", "指出", "强调", "建议", "确定", "决定", "听取"),
)
# What is done to or for an office: 将款项转入供电公司; but not 将乐县, 对外办, 从化区, 经信局.
_DONE_TO = (
    r"继续(?!教育)|将(?![乐军])|把|对(?![外口台])|按|以|从(?!化)|经(?![济开信贸管营])|向(?=[省市县区镇乡上])"
)
# What is done with one: 配合市住建局; but not 联合会, 督查室.
_DONE_WITH = r"配合|协助|协同|会同|联合(?![会国社])|指导|督[促查导](?![室局科办处组中检])"
_BESIDE = "[与跟]|同(?=[省市县区镇乡])"  # 与县电信局协调……: with whom, and nobody says who; but 同心县
_MATTERS = ("工作", "事项", "任务", "问题", "手续", "资金", "费用")  # 其他工作要同步进行
_NOT_DOING = r"(?![人的]|制(?![定作发])|同志|领导|干部|解释|主体)"
_IS_BODY = r"是[^，,。；;]{0,24}(?:责任主体|实施主体|第一责任人)(?=[，,]|$)"
_LEADS = rf"(?P<lead>(?:牵头(?:负责)?|(?:作?为|是)(?:牵头|主办)(?:单位|部门|科室|处室)){_NOT_DOING})"
_OWES = rf"(?:具体|主要|统一|分别|共同|全面|各自){{0,4}}(?P<owes>(?:负责|承担|承办){_NOT_DOING}|{_IS_BODY})"
_MUST = (  # 防汛所需经费 is no duty of 防汛所
    r"(?P<must>[也还均都]?(?:务必|必须|(?<!所)需要(?!求|素|点)|(?<!所需)要(?!求|素|点)|(?<!所)需(?![求要])|须"
    r"|应(?![急对用届])|抓紧|尽快|立即|即刻|迅速|马上))"
)
_FEAST = (
    r"(?:春节|国庆节?|中秋节?|元旦|五一|端午节?|清明节?|主?汛期|入汛|开学|[暑寒]假|供暖期?|采暖期?|[双两]节)"
    r"(?:假期|到?来|结束)?之?前"
)
_BY = rf"(?P<by>[于在]?(?:(?={WHEN})[^，,。；;]{{0,12}}?前|{_FEAST}|[0-9]{{1,3}}个?(?:工作)?[日天]内))"
# How a deed begins: how often, how, by what; none of these words begins another, so their order says nothing.
_HOW_OFTEN = r"每[日天周旬月季年](?!度)|每半年|定期"
_HOW = "全程|跟踪|主动|依法|严格|全面|牢固|及时|同步|持续|积极|认真|切实|继续|对|按|结合|根据"
# The deed itself: what is written and decided, what is paid, who is sent or asked, what comes about;
# but not 组织部, 建设局, 研究室, 保障中心 and 监督检查组, which are offices.
_WRITES = r"制[定订]|编制|起草|研究(?!室|院|所)|提[出供]|修[改订]|拟[定订]|印发|审核|形成"
_SENDS = "委托|聘请|聘用|邀请|选聘|授权|争取|动员|拨付|支付|派出"
_SEES_THAT = r"确保|保障(?![局厅处科部办中])|监督(?!检查[组局])|督促|指导|协调|统筹|排查|办理|处理|解决"
_CARRIES_OUT = (
    r"做好|抓好|落实|开展|组织(?!部)|推[进动]|完[成善]|加[快强大]|建[立设](?!局|处(?![理置]))|开辟|加密|强化"
)
_DOES = rf"(?P<does>{_HOW_OFTEN}|{_HOW}|{_WRITES}|{_SENDS}|{_SEES_THAT}|{_CARRIES_OUT})"
_EACH = (
    r"(?:各自?|分别|联合|共同)"
    r"(?=举办|印发|出台|组建|成立|抽调|安排|配备|建立|设立|选派|落实|制定|组织|明确|开展|完成|负责)"
)
_HELPS = rf"(?P<helps>{HELPING}(?!单位|部门|科室|机构))"
_DUTY = f"{_LEADS}|{_OWES}|{_EACH}|{_MUST}|{_BY}|{_HELPS}|{_DOES}"
OWN_PART = rf"负责{_NOT_DOING}(?!日常|办公室)|牵头|承担|承办|{_BY}"
# 县民政局负责的迁建项目，要加快进度: a matter that is somebody's, of which something is asked.
_THEIR_MATTER = (
    r"(?<=牵头|负责|承办|承担)的[^，,。；;：:]{2,40}?[，,]?"
    rf"(?=要(?!求|素|点)|须|应当|务必|必须|抓紧|尽快|加快|确保|力争|{_BY})"
)
_BY_SOMEBODY = rf"[^，,。；;由]{{2,12}}{BY}(?!于)[^，,。；;]{{2,24}}(?:负责|牵头|承担|组织|实施)"
_WHOM = rf"{HELPING}(?P<whom>[^，,。；;]{{4,40}})"
# One body at one site, which minutes tell to do something: 要求施工单位保质保量.
_OF_A_SITE = r"(?:施工|监理|设计|勘察|承建|代建|建设|中标|总包|业主)(?:单位|方)"
# What follows an office where it does nothing: it goes on (县财政局和……), or others do (县住建局局长).
_NAMES_GO_ON = r"[的、，,（(和与同跟等内外旁门周附为是没未已]|及(?!时)|主要|有关|相关"
_ITS_PERSON = r"(?:党[组委])?副?(?:书记|主任|总?经理|[局院校处科股所站队镇乡村部会]长)"
# It says where something is, 县医院门前道路; it helps; or it said something, 县住建局汇报了进展.
_AT_ITS_PLACE = (
    r"[东南西北][侧面边至到]|沿|境|上游|下游|辖区|大院|宿舍|所[在属]|区域|范围"
    r"|项目|工程|用地|地块|道路|路段|片区|办公[楼室区]"
)
_HELPS_OTHERS = f"{HELPING}|{WILLINGLY}(?:指导|监督|参与)"
_SPOKE = r"主持|汇报|介绍|通报|传达|宣读|提[出交]|反映|建议|认为|表示|指出|强调|发言"
NO_DEED = f"{_NAMES_GO_ON}|{_ITS_PERSON}|{_AT_ITS_PLACE}|{_HELPS_OTHERS}|{_SPOKE}"
"""What follows the name of an office that does nothing there, as a pattern: 局长, 门前道路, 汇报了进展."""

_WITH_OTHERS = (
    r"(?P<who>[^，,。；;与和同跟]{3,30})[与和同跟](?=[^，,。；;]{2,24}(?:签订|协商|对接|沟通|衔接|联系|洽谈))"
)
# Who stands at the head of an office, and is told for it: 县住建局主要负责同志要督办到位.
_ITS_HEAD = r"(?<=.{3})(?:(?:党政)?主要(?:负责同志|负责人|领导)|(?<=党支部)书记)$"
_IN_BRACKETS = "[（(][^（()）]{1,20}[)）]"
_SHORTEST_WORK = 2  # signs
EVERYBODY = r"由?(?:各|有关|相关)(?:有关|相关|责任|成员|级|地)*(?:单位|部门|方面|地|级)"
"""Everybody whom a notice speaks to, as a pattern: what is asked of them is a wish."""

_LONGEST_NAME = 24
_LONGEST_MANY = 12  # signs of a name for all of a kind
_OF_DEED = "[向对将把于与按报在]"  # 各子公司向集团法务部
_OF_OTHERS = r"(?:安排|布置|名单|分工|经费|.{3}[处部科室委局办组会系](?:负责|牵头))$"  # …学生处负责
_GOES_ON = (  # 各系学生队伍入场, 各班级, 各村民小组
    "队[伍员]|部[门分署]|会[议员]|处[理置]|室[内外]|校[园友]|村民|站点|班[级子]|组[织长员]|社会|园区|店面|行[政业]|方[案面]"
)
_SHORTEST_DEED = 2  # signs
LONGEST_LIST = 80  # signs of names
_COUNTED = "[0-9一二两三四五六][次场轮期件项篇名人个幅户支]"
_TRIES = 8  # of verbs in a part


class Opening(NamedTuple):
    """The clause of a sentence that begins with an office.

    `is_strong` says that its verb speaks of a duty (负责, 要, 于6月底前), and of no mere deed (加强巡逻);
    `is_told` that the office is told so in so many words (请县财政局, 由县财政局).
    """

    clause: Clause
    is_strong: bool
    is_told: bool = False


def without_their_matter(text: str) -> str:
    """县民政局负责，要加快进度 of 县民政局负责的迁建项目，要加快进度; else the same text."""
    return compiled(_THEIR_MATTER).sub("，", text) if "的" in text else text


def read_part(
    part: str, rest: str, vocabulary: Vocabulary, *, is_behind: bool = False, may_be_many: bool = False
) -> Opening | None:
    """What a part of a sentence that begins with an office says of it.

    `rest` is the sentence from that part on, "" where the part alone tells what is to be done.
    `may_be_many` where all of a kind are told to. Its work must follow; not where it `is_behind` its work.
    """
    together = with_partners(rest, vocabulary)
    if together is not None:
        return Opening(together, is_strong=True)
    for found in islice(compiled(_DUTY).finditer(part, 2), _TRIES):
        clause = None if _is_matter(found) else _clause_before(found, vocabulary)
        if clause is not None:
            is_whole = is_behind or _has_work(found, rest)
            is_wish = is_of_many(clause) and not (may_be_many or _is_firm(found))
            own = None if is_wish or not is_whole else _with_help(clause, found, vocabulary)
            return Opening(own, _is_asked_for(found, rest)) if own is not None else None
    return None


def _is_matter(found: re.Match[str]) -> bool:
    """Whether a deed is what somebody sees to whom 由 names behind it: 文化广场建设由三组组长负责."""
    return found["does"] is not None and compiled(_BY_SOMEBODY).match(found.string, found.start()) is not None


def _with_help(clause: Clause, duty: re.Match[str], vocabulary: Vocabulary) -> Clause | None:
    """The clause of offices with that `duty`, of helpers where they help; None where nobody says whom."""
    if duty["helps"]:
        return _helping(clause, duty.string[duty.start("helps") :], vocabulary)
    return _helping(clause, duty.string[duty.end() :], vocabulary) or clause


def read_told(part: str, vocabulary: Vocabulary) -> Opening | None:
    """责成县交通局修路3公里: whoever is told to do something, whatever it is, or with whom."""
    beside = compiled(_WITH_OTHERS).match(part)
    clause = clause_of(beside["who"], "负责", vocabulary) if beside else None
    if clause is not None and not _names_many(clause):
        return Opening(clause, is_strong=True)
    is_head = compiled(LEADS_GROUP).search(part) is not None
    return None if is_head else _begun_by_body(part, vocabulary, is_strong=True)


def read_deed(part: str, vocabulary: Vocabulary) -> Opening | None:
    """县水务局接通水源, 各乡镇组织2次演练: whom a part begins with, whatever they do; not 县医院门前道路."""
    if compiled(_WITH_OTHERS).match(part):
        return read_told(part, vocabulary)
    counts = part.startswith("各") and compiled(_COUNTED).search(part) is not None  # else it may be a wish
    own = _begun_by_body(part, vocabulary, is_strong=False)
    return begun_by_many(part, vocabulary) if own is None and counts else own


def _begun_by_body(part: str, vocabulary: Vocabulary, *, is_strong: bool) -> Opening | None:
    """The offices that a part begins with; where nobody tells them to, what follows must be a deed."""
    for found in islice(BODY_END.finditer(part, 1, LONGEST_LIST), _TRIES):
        if not is_strong and compiled(NO_DEED).match(part, found.end()):
            continue
        clause = clause_of(part[: found.end()], "负责", vocabulary)
        if clause is not None:
            return None if _names_many(clause) else Opening(clause, is_strong)
    return None


def _clause_before(found: re.Match[str], vocabulary: Vocabulary) -> Clause | None:
    """The clause of the offices, or of the persons, that a verb of a duty follows; None for other words."""
    who, duty = found.string[: found.start()], "牵头" if found["lead"] else "负责"
    clause = _who_owes(who, duty, vocabulary)
    return answered_for(who, duty, vocabulary) if clause is None and _is_duty(found) else clause


def _is_duty(found: re.Match[str]) -> bool:
    """Whether a verb says whose the work is, so that the work may come later: 县住建局牵头，尽快制定方案."""
    return bool(found["lead"] or found["owes"])


def _has_work(found: re.Match[str], rest: str) -> bool:
    """Whether something to be done follows a verb, in its part or in those behind it."""
    text = rest if _is_duty(found) and rest else found.string
    return len(text) - found.end() >= _SHORTEST_WORK


def _is_firm(found: re.Match[str]) -> bool:
    """Whether a part says more than 各单位要密切配合: whose the work is, or by which day."""
    return _is_duty(found) or compiled(_BY).search(found.string) is not None


def _is_asked_for(found: re.Match[str], rest: str) -> bool:
    """Whether a verb speaks of a duty: a mere deed does when it has its day."""
    return not found["does"] or compiled(_BY).search(rest) is not None


def _helping(clause: Clause, work: str, vocabulary: Vocabulary) -> Clause | None:
    """县公安局要配合县交通局修路: who helps, and who does it; None where the work names no other office."""
    found = compiled(_WHOM).match(work)
    ends = BODY_END.finditer(found["whom"], 2) if found else iter(())
    for body in islice(ends, _TRIES):
        whom = clause_of(found["whom"][: body.end()], "负责", vocabulary) if found else None
        if whom is not None:
            return clause._replace(lead=(), units=whom.units, support=(*clause.lead, *clause.units))
    return None


def _who_owes(who: str, duty: str, vocabulary: Vocabulary) -> Clause | None:
    """The clause of offices with a duty (负责, 牵头); None where the words before it name anything else."""
    if is_post_of_team(who):
        return Clause(units=(who,))
    body = compiled(_ITS_HEAD).sub("", who)
    plain = compiled(_IN_BRACKETS).sub("", body[-_LONGEST_NAME:])  # 各县（市、区）is one name
    last = plain.rpartition("、")[2].strip("：: ")
    return clause_of(body, duty, vocabulary) if is_office(last) else None  # to read a clause costs more


def clause_of(who: str, duty: str, vocabulary: Vocabulary) -> Clause | None:
    """The clause of bodies that can act, beyond doubt, with a duty (负责, 牵头); None for other words."""
    plain = with_shared_end(without_weekday(without_telling(who)))
    if compiled(_BESIDE).match(plain):
        return None
    clause = read_clause(f"{plain}{duty}", vocabulary)
    if clause is None or clause.told or not clause.names:
        return None
    return clause if all(map(_acts, clause.names)) else None


def _names_many(clause: Clause) -> bool:
    return any(map(_are_many, clause.names))


def is_of_many(clause: Clause) -> bool:
    """Whether a clause names offices, and each name stands for all of a kind."""
    return bool(clause.names) and all(map(_are_many, clause.names))


def is_at_site(clause: Clause) -> bool:
    """Whether a clause names nobody but those at work on a site: 施工单位."""
    return bool(clause.names) and all(compiled(_OF_A_SITE).fullmatch(name) for name in clause.names)


def _are_many(name: str) -> bool:
    """Whether a name stands for all of a kind: 各单位, 教育部门, 燃气经营企业; not 县教育部门."""
    ends = ("部门", "单位", "企业", "机构")
    is_one = compiled(_OF_A_SITE).fullmatch(name) or (begins_with_region(name) and is_department(name))
    return is_collective(name) or (name.endswith(ends) and not is_one)


def _acts(name: str) -> bool:
    is_done_to = compiled(f"{_DONE_TO}|{_DONE_WITH}").match(name) or compiled(BY).search(name)
    is_other = is_done_to or name.startswith(_NO_OFFICE) or name.endswith(_MATTERS)
    return is_body(name) and not is_other


def begun_by_many(part: str, vocabulary: Vocabulary) -> Opening | None:
    """各车间自查自纠, 护林员每天巡山: all of a kind, or holders of a post, and whatever they do."""
    last = min(len(part) - _SHORTEST_DEED, _LONGEST_MANY)
    ends = [at for at in range(2, last + 1) if _are_of_kind(part, at)]
    end = next((at for at in ends if not {at + 1, at + 2, at + 3} & {*ends}), 0)
    if not end or compiled(NO_DEED).match(part, end) or compiled(_OF_OTHERS).search(part, end):
        return None
    name = part[:end]
    clause = Clause(units=(name,)) if is_held_by_many(name) else clause_of(name, "负责", vocabulary)
    return Opening(clause, is_strong=False) if clause else None


def _are_of_kind(part: str, end: int) -> bool:
    """Whether the name of all of a kind may end there: 各教研组, and not 各教研组组 of 各教研组组织评课."""
    name = part[:end]
    is_one = is_body(name) if name.startswith("各") else is_held_by_many(name)
    is_cut = compiled(_OF_DEED).search(name) or compiled(_GOES_ON).match(part, end - 1)
    return is_one and not is_cut and not part.startswith("组织", end - 1)
