"""Sentences that begin with an office and what it owes."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.opening_offices import read_opening

NOBODY = Vocabulary(())


@pytest.mark.parametrize(
    ("text", "lead", "units", "support"),
    [
        ("县水利局负责清理河道，5月15日前完成。", "", "县水利局", ""),
        ("县自然资源局要抓紧办理用地手续，县林业局做好配合。", "", "县自然资源局", "县林业局"),
        ("请县教育局牵头，县公安局配合，尽快制定方案。", "县教育局", "", "县公安局"),
        ("县教育局会同县财政局制定资助办法。", "县教育局", "县财政局", ""),
        ("县教育局会同县财政局、县人社局，制定资助办法。", "县教育局", "县财政局、县人社局", ""),
        ("会议明确，县住建局要加快清淤进度。", "", "县住建局", ""),
        ("关于清淤。责成县住建局于6月底前完成清淤。", "", "县住建局", ""),
        ("县交通局负责修路，协调县供电公司迁移电杆。", "", "县交通局", "县供电公司"),
        ("县监察局负责查处包庇，会同县公安局进行监督检查。", "", "县监察局、县公安局", ""),
        ("县监察局负责查处包庇，会同有关部门对各地进行监督检查。", "", "县监察局", ""),
        ("县教育局负责选址，县住建局负责施工。", "", "县教育局、县住建局", ""),
        ("接站组：外联部负责，9月7日到达接站点。", "", "外联部", ""),
        ("救护组：由医务科牵头，护理部配合，组建应急医疗队。", "医务科", "", "护理部"),
        ("办公室：负责采购物资。", "", "办公室", ""),
        ("后勤组：组长负责打扫卫生。", "", "后勤组", ""),
        ("学习部负责调试音响，分派部员操作设备。", "", "学习部", ""),
        ("各镇负责地质灾害点巡查。", "", "各镇", ""),
        ("城关镇负责水库防汛，县水利局指导。", "", "城关镇", "县水利局"),
        ("学校要求总务处组织人力加装灯管。", "", "总务处", ""),
        ("业委会请物业公司做好财务监督。", "", "物业公司", ""),
        ("就风扇噪音问题，业委会要求物业公司联系商户解决。", "", "物业公司", ""),
        ("局党组责成办公室修订制度。", "", "办公室", ""),
        ("县纪委监委要检查资金使用情况。", "", "县纪委监委", ""),
        ("责成县纪委监委对资金使用开展检查。", "", "县纪委监委", ""),
        ("保卫科要清理通道，总务科也要检修空调。", "", "保卫科、总务科", ""),
        ("总务科要检修空调，保卫科同步做好通道清理。", "", "总务科、保卫科", ""),
        (
            "区住建委（交通办）马上在两处道口处设置标志，同时由城关街道做好宣传。",
            "",
            "区住建委（交通办）、城关街道",
            "",
        ),
        ("工作经费由县财政局采取向上争取和本级配套的方式解决。", "", "县财政局", ""),
        ("会议强调，各支部要重视信访，信访办要建立台账。", "", "信访办", ""),
        ("各部门要提高认识；各乡镇要高度重视；县水利局要抓紧清淤。", "", "县水利局", ""),
        ("由交警大队封闭缺口；绿化带被拆，造成局部车辆违章，由城关街道清理。", "", "交警大队、城关街道", ""),
        ("业委会建议物业公司应当及时排查雨漏管。", "", "物业公司", ""),
        ("关于安防问题，大门锈坏，请物业公司尽快给出时间表。", "", "物业公司", ""),
        ("禁烧工作由农业办牵头，各村具体落实，应急所加强巡查。", "农业办", "各村、应急所", ""),
        ("禁烧工作由农业办牵头，各部门抓好落实。", "农业办", "", ""),
        ("友谊里社区负责清理楼道。", "", "友谊里社区", ""),
        ("县发展改革局需抓紧申报项目。", "", "县发展改革局", ""),
        ("施工单位应按承诺投入人力，确保工程进度。", "", "施工单位", ""),
        ("要求施工单位保质保量；", "", "施工单位", ""),
        ("责成设计单位修改图纸。", "", "设计单位", ""),
        ("县交通局负责修路，施工单位要加强管理。", "", "县交通局", ""),
        ("县水利局质监站6月底前对已完工程进行一次质量抽检。", "", "县水利局质监站", ""),
        ("下穿通道由镇城管中队负责，配备水泵3台。", "", "镇城管中队", ""),
        ("老街段由友谊里社区负责值守，镇城管中队配合。", "", "友谊里社区", "镇城管中队"),
        ("整治环境。4月10日前，县城管局要清扫背街小巷；各街道负责小区清理。", "", "县城管局、各街道", ""),
        ("会议原则同意方案，由人事科修改完善后印发。", "", "人事科", ""),
        ("各年级组要于9月底前完成摸底。", "", "各年级组", ""),
        ("县住建局：修建公厕6座，6月底前完成。", "", "县住建局", ""),
        ("鉴于汛期临近，县住建局要抓紧清淤。", "", "县住建局", ""),
        ("会议指出，成效明显。会议决定，鉴于汛期临近，县住建局要抓紧清淤。", "", "县住建局", ""),
        ("会议指出，成效明显。关于清淤问题：责成县住建局制定方案。", "", "县住建局", ""),
        ("会议指出，成效明显。县住建局：修建公厕6座，6月底前完成。", "", "县住建局", ""),
        ("疏浚引水渠2公里一事交由综合办公室办理，6月底前办结。", "", "综合办公室", ""),
        ("限执法大队6月底前搬迁摊位40个。", "", "执法大队", ""),
        ("规财科继续清理呆账，6月底前完成。", "", "规财科", ""),
        ("由规财科负责清理呆账，所需经费由财务科统筹解决。", "", "规财科、财务科", ""),
        ("县公安局要配合县交通局整治占道，6月底前完成。", "", "县交通局", "县公安局"),
        ("县住建局要新建公厕6座；各社区要做好动员工作。", "", "县住建局、各社区", ""),
        ("县住建局要新建公厕6座；各部门要狠抓落实。", "", "县住建局", ""),
        ("文化站牵头、平安法治办配合，签订责任书。", "文化站", "", "平安法治办"),
        ("医务科为牵头单位，6月底前组织培训。", "医务科", "", ""),
        ("请物资公司牵头，各项目部配合，安装设备2套。", "物资公司", "", "各项目部"),
        ("6月底前，由卫生室栽植苗木1500株。", "", "卫生室", ""),
        ("由县住建局负责清淤，由各镇做好群众工作。", "", "县住建局、各镇", ""),
        ("会议听取了清淤情况汇报。会议决定，县住建局负责清淤18公里。", "", "县住建局", ""),
        ("目前前期工作已完成。县住建局要加快清淤进度。", "", "县住建局", ""),
        ("关于清淤工作：会议指出，工作有成效。会议明确：县住建局负责清淤。", "", "县住建局", ""),
        ("方案已获批复，下一步，由县住建局牵头，尽快组织清淤。", "县住建局", "", ""),
        ("王县长批示：“请县住建局于6月底前完成清淤。”", "", "县住建局", ""),
        ("由县住建局负责清淤，由县财政局做好资金保障。", "", "县住建局、县财政局", ""),
        ("县住建局要完成清淤；县融媒体中心做好宣传引导。", "", "县住建局、县融媒体中心", ""),
        ("会议议定以下事项：县住建局牵头，县财政局配合，抓紧清淤。", "县住建局", "", "县财政局"),
    ],
)
def test_who_owes_what(text: str, lead: str, units: str, support: str) -> None:
    opening = read_opening(text, NOBODY)
    assert opening is not None
    assert opening.is_strong
    clause = opening.clause
    assert ["、".join(names) for names in (clause.lead, clause.units, clause.support)] == [
        lead,
        units,
        support,
    ]


def test_a_mere_deed_is_weak() -> None:
    opening = read_opening("县公安局加强巡逻防控。", NOBODY)
    assert opening is not None
    assert not opening.is_strong


@pytest.mark.parametrize(
    "text",
    [
        "县住建局去年已完成清淤18公里。",
        "县住建局要加快进度，目前完成60%。",
        "今年以来，县住建局要求各地上报。",
        "县住建局负责清淤，清理了18公里。",
        "县住建局负责人要到现场。",
        "县水利局负责的水库有12座。",
        "会议听取了清淤情况汇报。县住建局开展了巡查。",
        "县住建局：建议加大投入力度。",
        "县住建局：清淤。",
        "请抓紧办理用地手续。",
        "县住建局负责清淤。目前已完成60%。",
        "会议同意县住建局提出的方案。",
        "会议认为县住建局要加强管理。",
        "各单位要密切配合。",
        "教育部门要加强宣传教育。",
        "燃气经营企业应当取得许可证。",
        "县应急管理局要求各单位上报材料。",
        "组长负责召集会议。",
        "分管副县长负责清淤。",
        "全县要加大投入。",
        "加强巡逻防控。",
        "县财政局负责。",
        "会议要求，县政府督查室要对以上议定事项进行跟踪督办。",
        "县财政局6月底前。",
        "河道由组长负责巡查。",
    ],
)
def test_reports_wishes_and_others_are_none(text: str) -> None:
    assert read_opening(text, NOBODY) is None


def test_what_is_done_to_things_that_stand_is_no_report() -> None:
    assert read_opening("县住建局负责对已建成管网进行检测。", NOBODY) is not None


@pytest.mark.parametrize("matter", ["李庄村道路硬化问题", "张家湾土地纠纷", "占道经营一事"])
def test_whoever_follows_a_matter_is_told_to_see_to_it(matter: str) -> None:
    found = read_opening(f"{matter}，规划建设办尽快实地勘查。", Vocabulary(()))
    assert found is not None
    assert (found.clause.units, found.is_strong) == (("规划建设办",), True)


def test_a_matter_that_an_office_looks_into_is_no_title() -> None:
    found = read_opening("城建办要抓紧排查消防隐患，12月20日前完成。", Vocabulary(()))
    assert found is not None
    assert found.clause.units == ("城建办",)


@pytest.mark.parametrize("name", ["继续教育学院", "继续教育处"])
def test_an_office_of_continued_education_is_one(name: str) -> None:
    found = read_opening(f"{name}负责归档项目资料。", Vocabulary(()))
    assert found is not None
    assert found.clause.units == (name,)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("县住建局主要负责同志要督办到位。", ("县住建局",)),
        ("首先学生处和体育系要负起责任。", ("学生处", "体育系")),
        ("其次，学生处要组织参赛。", ("学生处",)),
        ("县住建局要现场督办。", ("县住建局",)),
        ("市公安局。负责治安管理。", ("市公安局",)),
        ("城关镇：排查危房5户。", ("城关镇",)),
    ],
)
def test_who_is_told_by_other_words(text: str, units: tuple[str, ...]) -> None:
    found = read_opening(text, Vocabulary(()))
    assert found is not None
    assert (found.clause.units, found.is_strong) == (units, True)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("国旗队、彩旗队由体育系安排。", ("体育系",)),
        ("奖品由工会准备。", ("工会",)),
        ("车辆由总务处统一调配。", ("总务处",)),
        ("座次由办公室、团委编排。", ("办公室", "团委")),
    ],
)
def test_whoever_sees_to_a_matter_does_it(text: str, units: tuple[str, ...]) -> None:
    found = read_opening(text, Vocabulary(()))
    assert found is not None
    assert (found.clause.units, found.is_told) == (units, True)


@pytest.mark.parametrize("text", ["水源由水库供给。", "章程由大会通过。", "领导小组由县长担任组长。"])
def test_other_verbs_behind_a_name_say_nothing_of_a_work(text: str) -> None:
    assert read_opening(text, Vocabulary(())) is None


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("体育系冯永福，团委刘杰等人负责训练。", "体育系、团委"),
        ("国旗队由体育系安排。学生处冯永福，团委刘杰负责训练。", "体育系、学生处、团委"),
        ("奖品由工会准备。由体育系冯永福、团委刘杰等人负责发放。", "工会、体育系、团委"),
        ("体育系冯永福老师和团委刘杰负责训练。", "体育系、团委"),
        ("奖牌、奖状，宣传背景画等由体育系冯永福，团委刘杰等人负责。", "体育系、团委"),
        ("裁判工作由体育系冯永福等3人负责。", "体育系"),
    ],
)
def test_offices_with_their_persons_stand_together(text: str, units: str) -> None:
    found = read_opening(text, NOBODY)
    assert found is not None
    assert "、".join(found.clause.units) == units
    assert len(found.clause.notes) == units.count("、") + 1 - ("由体育系安排" in text or "工会" in text)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("宣传报道，标语，邀请记者由宣传部负责。中文系负责摄像。", "宣传部、中文系"),
        ("标语由宣传部负责。中文系负责摄像。", "宣传部、中文系"),
        ("文艺演出，入场抽签；闭幕式纪律由学生处负责。", "学生处"),
    ],
)
def test_whom_earlier_and_later_sentences_name(text: str, units: str) -> None:
    found = read_opening(text, NOBODY)
    assert found is not None
    assert "、".join(found.clause.units) == units


@pytest.mark.parametrize(
    "text",
    [
        "各系学生队伍、教师代表队开幕式入场安排（引导队站位）学生处负责；教师代表队进场由体育系负责。",
        "入场安排学生处负责；教师进场由体育系负责。",
        "活动已由体育系负责。",
    ],
)
def test_one_of_two_who_owe_is_not_taken_alone(text: str) -> None:
    assert read_opening(text, NOBODY) is None


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("由县财政局统筹安排，县教育局积极争取资金。", "县财政局、县教育局"),
        ("县住建局负责清淤；县财政局确保资金及时拨付。", "县住建局、县财政局"),
        ("县住建局负责清淤，县审计局全程跟踪审计。", "县住建局、县审计局"),
        ("县住建局要加快清淤，责成城关镇拆除违建9处。", "县住建局、城关镇"),
        ("各乡镇要核实灾情，6月底前上报。县财政局要拨付资金。", "各乡镇、县财政局"),
        ("电力、通信部门要于6月底前恢复供电；水利部门要于6月底前排险。", "电力部门、通信部门、水利部门"),
        ("供水、供气等单位要于6月底前改造管线，县住建局做好协调。", "供水单位、供气单位、县住建局"),
        ("县住建局、交通部门要于6月底前修路。", "县住建局、交通部门"),
        ("所需经费由县财政局审核后予以保障。", "县财政局"),
        ("加快建设。城投公司要安排专人督办，已开工建设的工程要抓紧完工。", "城投公司"),
        ("由区城管局会同各街道拆除违建。", "各街道"),
        ("各学院负责接待新生，每个学院组织志愿者不少于20人。", "各学院"),
        ("场地和所需设施由大型活动部落实。", "大型活动部"),
        ("由镇水利站组织修复，提出防汛所需经费方案。", "镇水利站"),
        ("县住建局负责修路，与县电信局共同迁移电杆。", "县住建局、县电信局"),
        ("财政所要安排资金，所需设施由镇水利所购买。", "财政所、镇水利所"),
        ("请县水利局、县林业局指导城投公司于3月底前完善手续。", "县水利局、县林业局"),
        ("由县城管局采购泵车，所需资金由县财政局从预备费中列支。", "县城管局、县财政局"),
        ("一是县水务局加快改造，10月底前改造5公里；二是财政局落实资金。", "县水务局、财政局"),
        (
            "关于供水。一是县水务局要改造管网；二是，由各镇负责动员；三是派出所24小时值班。",
            "县水务局、各镇、派出所",
        ),
    ],
)
def test_who_does_another_part(text: str, units: str) -> None:
    found = read_opening(text, NOBODY)
    assert found is not None
    assert "、".join(found.clause.units) == units


@pytest.mark.parametrize(
    "text",
    [
        "由县教育局负责修改方案，县政府研究后印发。",
        "由县教育局负责修改方案，请各单位抓好落实。",
        "由县教育局负责修改方案，施工单位加强管理。",
        "各乡镇要高度重视。由县教育局负责修改方案。",
        "各单位要密切配合。由县教育局负责修改方案。",
    ],
)
def test_who_decides_or_is_wished_for_does_no_part(text: str) -> None:
    found = read_opening(text, NOBODY)
    assert found is not None
    assert found.clause.names == ("县教育局",)


@pytest.mark.parametrize(
    "meeting", ["下次处务会讨论", "处务会讨论", "每次局务会通报", "下次党委会研究", "提交县委常委会研究"]
)
def test_a_meeting_that_hears_of_it_later_is_no_office(meeting: str) -> None:
    found = read_opening(f"合同管理科负责修订办法，{meeting}。", NOBODY)
    assert found is not None
    assert found.clause.units == ("合同管理科",)


def test_whoever_looks_after_all_works_does_none() -> None:
    assert read_opening("以上事项由区政府办公室负责督办。", NOBODY) is None


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("由县园林局负责栽植，县水务局接通水源。", "县园林局、县水务局"),
        ("由县供电公司负责迁移，由县园林处与施工队伍签订合同。", "县供电公司、县园林处"),
        ("整治河道。县水利局清运垃圾。县住建局负责疏浚。", "县水利局、县住建局"),
        ("由县住建局负责整治，县医院门前道路同步改造。", "县住建局"),
        ("由县住建局负责整治，城关镇沿线污水直排。", "县住建局"),
        ("由县住建局负责整治，县审计局监督。", "县住建局"),
        ("会议指出，县水利局清运了垃圾。会议要求，县住建局负责疏浚。", "县住建局"),
        ("各镇人民政府是环境整治的责任主体，负责组织实施。", "各镇人民政府"),
    ],
)
def test_who_does_something_there_whatever_the_verb(text: str, units: str) -> None:
    found = read_opening(text, NOBODY)
    assert found is not None
    assert "、".join(found.clause.units) == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("由拆迁组负责补偿，县园林处与供电公司签订合同，将补偿款转入供电公司账户。", "拆迁组、县园林处"),
        ("线杆目前存在隐患，会议决定由县供电公司负责迁移。", "县供电公司"),
        (
            "教务处汇报了安排。会议决定：考试定于4月进行，教务处4月15日前公布考场，各年级组做好动员。",
            "教务处、各年级组",
        ),
        ("建设单位负责考勤。", "建设单位"),
    ],
)
def test_decisions_behind_background(text: str, units: str) -> None:
    found = read_opening(text, NOBODY)
    assert found is not None
    assert "、".join(found.clause.units) == units


@pytest.mark.parametrize(
    ("text", "lead", "units", "notes"),
    [
        ("沟渠清淤由县水务局牵头；围网清理由县畜牧局牵头、县公安局配合。", "县水务局、县畜牧局", "", ""),
        ("由市财政局负责落实；不足部分由襄城区政府自筹。", "", "市财政局、襄城区政府", ""),
        ("会议同意汇报，由王强同志牵头，县农业局根据意见修改方案。", "", "县农业局", "牵头：王强同志"),
    ],
)
def test_who_does_what_stands_before_by(text: str, lead: str, units: str, notes: str) -> None:
    found = read_opening(text, NOBODY)
    assert found is not None
    assert ["、".join(one) for one in (found.clause.lead, found.clause.units, found.clause.notes)] == [
        lead,
        units,
        notes,
    ]


@pytest.mark.parametrize(
    ("text", "units", "is_strong"),
    [
        ("知识竞赛。6月25日，工会举办安全知识竞赛。", "工会", False),
        ("6月中旬县医院组织义诊。", "县医院", False),
        ("5月30日由办公室准备奖状、礼品，团委发放节目单。", "办公室、团委", True),
        ("演出的所有节目由校办、政教处组织评比。", "校办、政教处", True),
        ("比赛由工会主办。", "工会", True),
        ("启动仪式。6月3日上午，由综合办公室组织。", "综合办公室", True),
    ],
)
def test_who_does_something_on_its_day_or_with_what_stands_before_by(
    text: str, units: str, is_strong: bool
) -> None:
    own = read_opening(text, NOBODY)
    assert own is not None
    assert "、".join(own.clause.units) == units
    assert own.is_strong is is_strong


@pytest.mark.parametrize(
    "text",
    [
        "3月5日，县政府召开专题会议，研究清淤工作。",
        "5月8日，县水利局的项目开工建设。",
        "2024年1月1日起，县医保局执行新标准。",
        "5月30日前由县政府批准后实施。",
        "资金由县财政局拨付的部分要用好。",
        "方案由县教育局批准。",
    ],
)
def test_what_is_decided_or_describes_is_no_deed(text: str) -> None:
    assert read_opening(text, NOBODY) is None


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("县民政局负责的迁建项目，要加快手续办理，9月30日前完成选址。", "县民政局"),
        ("由县发改局负责的价格调整事项要严格履行程序。", "县发改局"),
        ("县税务局、县财政局承办的专项检查，10月底前完成。", "县税务局、县财政局"),
        ("县民政局负责的迁建项目进展顺利。", ""),
        ("对县民政局负责的迁建项目，县审计局要加强监督。", ""),
    ],
)
def test_a_matter_that_is_somebodys_of_which_something_is_asked(text: str, units: str) -> None:
    found = read_opening(text, NOBODY)
    assert "、".join(found.clause.units if found else ()) == units


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("经典诵读比赛。4月下旬举行，语文组负责，每班推荐1个节目。", "语文组"),
        ("科技节。5月举行，物理组牵头，化学组协助，作品不少于30件。", "物理组、化学组"),
        ("同意申报专科2个（内科、骨科），医务科牵头，财务科配合，6月10日前报送。", "医务科、财务科"),
        ("本年度招聘医师20名，由人力资源部报市卫健委备案后实施。", "人力资源部"),
        ("原则同意方案，修改完善后由院办印发。", "院办"),
        ("慰问品由工会于5月9日前采购到位。", "工会"),
        ("原则同意方案，修改后由县政府审定。", ""),
    ],
)
def test_whom_a_part_names_between_what_is_to_be_done(text: str, names: str) -> None:
    found = read_opening(text, NOBODY)
    assert "、".join(found.clause.names if found else ()) == names


@pytest.mark.parametrize(
    ("text", "lead", "units"),
    [
        ("县应急局负责演练；各乡镇至少组织2次演练。", "", "县应急局、各乡镇"),
        ("县融媒体中心负责制作短片；各中小学每学期开展2次主题班会。", "", "县融媒体中心、各中小学"),
        ("演练。由县应急局牵头，各乡镇各组织1场演练。", "县应急局", "各乡镇"),
        ("县应急局负责储备物资，各队伍现有灭火机20台。", "", "县应急局"),
        ("县督查室负责督查，各乡镇要密切配合。", "", "县督查室"),
    ],
)
def test_all_of_a_kind_whose_deeds_are_counted_do_their_part(text: str, lead: str, units: str) -> None:
    found = read_opening(text, NOBODY)
    assert found is not None
    assert ("、".join(found.clause.lead), "、".join(found.clause.units)) == (lead, units)


@pytest.mark.parametrize("text", ["由物业公司总经理担任组长。", "巡查组由保安部经理任组长。"])
def test_whose_head_leads_a_group_does_nothing_by_that(text: str) -> None:
    assert read_opening(text, NOBODY) is None


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("县长王华指出，县自然资源局要协调落实好方案内容。", "县自然资源局"),
        ("王华要求，县林草部门要统筹好全县限采工作。", "县林草部门"),
        ("会议提出两点要求：一是城关镇政府要加快拆除进度；二是县住建局要成立专班。", "城关镇政府、县住建局"),
        ("王主席要求，由区规划局尽快落实选址、农经委安排专人做好施工协调。", "区规划局、农经委"),
        ("县住建局负责县城、城关镇负责乡村的道路养护。", "县住建局、城关镇"),
        ("县政府办负责协调县教育局、县人社局落实编制。", "县政府办"),
        ("县住建局要做好道路、桥梁、排水设施建设。", "县住建局"),
        ("就门禁卡问题，请物业公司给出时间表，我会提醒物业公司收费要合理。", "物业公司"),
        ("目前已进入雨季，我会建议物业公司应当及时排查漏雨。", "物业公司"),
        ("物业公司负责公布收支明细，由业委会监督。", "物业公司"),
        ("剩余12户房屋由城关镇政府于8月31日前拆除完毕。", "城关镇政府"),
        ("会议明确，这两项工作由工业区形成专题报告上报区政府，由区政府呈报市政府。", "工业区"),
        ("新校区建设处于收尾阶段，后勤处负责清运。", "后勤处"),
        ("后勤处负责清运，建筑垃圾随处可见。", "后勤处"),
    ],
)
def test_whom_those_who_speak_at_a_meeting_name(text: str, units: str) -> None:
    found = read_opening(text, NOBODY)
    assert found is not None
    assert "、".join(found.clause.names) == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("文化广场建设由三组组长负责，9月底前完工。", "三组组长"),
        ("安全护网由村委会负责采购，五组组长组织施工。", "村委会、五组组长"),
        ("落石排除由村治保主任负责联系施工队。", "村治保主任"),
        ("村会计负责建立项目专账。", "村会计"),
        ("文化广场建设由村委会负责。", "村委会"),
    ],
)
def test_posts_of_a_village_or_a_team_owe_a_work(text: str, units: str) -> None:
    found = read_opening(text, NOBODY)
    assert found is not None
    assert "、".join(found.clause.names) == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("副校长首先汇报了德育工作，强调了德育的重要性，德育处要加强班主任队伍建设。", "德育处"),
        ("副校长对期末工作进行了安排，要求教务处做好考务；资助中心根据文件做好资助。", "教务处、资助中心"),
        ("会议要求各部门于下周提交工作总结，由行政办公室汇总后报园长。", "各部门、行政办公室"),
        ("会议要求各镇于下周提交整改方案。", "各镇"),
    ],
)
def test_whom_minutes_ask_behind_what_was_said(text: str, units: str) -> None:
    found = read_opening(text, NOBODY)
    assert found is not None
    assert "、".join(found.clause.names) == units


@pytest.mark.parametrize(
    "text", ["县住建局汇报了进展，目前完成60%。", "会议要求各部门高度重视。", "会议要求各部门加强管理。"]
)
def test_what_was_said_and_wished_asks_nobody(text: str) -> None:
    assert read_opening(text, NOBODY) is None
