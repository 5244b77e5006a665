"""Points of minutes that name nobody: works without an office, and that is told once of all."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read, told, works

TITLE = "清河县专题会议纪要"


def owners(*paragraphs: str) -> list[str]:
    """The works with their numbers and offices, without their headings."""
    return ["|".join(one.split("|")[1:6]) for one in works(*paragraphs)]


def test_what_a_meeting_asks_for_is_a_work_though_nobody_is_named() -> None:
    found = works(
        TITLE,
        "一、教育项目",
        "1、旅游职专：会议要求招标手续尽快落实。",
        "2、中心小学：会议要求由区教育局抓紧打报告。",
        "二、商业项目",
        "1、五金城：目前正在装修。会议要求年内开业。",
    )
    assert [one.removeprefix(f"{TITLE}：") for one in found] == [
        "教育项目|1|旅游职专：会议要求招标手续尽快落实。||||",
        "教育项目|2|中心小学：会议要求由区教育局抓紧打报告。||区教育局||",
        "商业项目|1|五金城：目前正在装修。会议要求年内开业。||||",
    ]


def test_minutes_that_name_no_office_at_all_are_read() -> None:
    found = read(TITLE, "1.会议要求抓紧办理手续。", "2.会议决定加快办证进度。")
    assert [(task.number, task.units) for task in found.tasks] == [(1, ()), (2, ())]
    assert [(one.read, one.rows, one.field) for one in found.doubts] == [
        ("2项没有写责任单位", ("第2段", "第3段"), "units")
    ]


@pytest.mark.parametrize(
    "lead",
    [
        *(
            "二、会议议定以下事项：",
            "二、会议要求",
            "二、会议决定：",
            "二、下一步工作安排",
            "二、会议议定事项",
        ),
        *("会议要求：", "会议听取了汇报。会议决定如下：", "现将会议议定事项纪要如下："),
    ],
)
def test_every_point_of_what_was_decided_is_a_work(lead: str) -> None:
    points = ("（一）加快征迁扫尾，4月底前完成。", "（二）由县住建局牵头，完成审查。", "（三）抓紧迁改管线。")
    assert owners(TITLE, lead, *points) == [
        "1|加快征迁扫尾，4月底前完成。|||",
        "2|完成审查。|县住建局||",
        "3|抓紧迁改管线。|||",
    ]
    assert not told(TITLE, lead, *points)


@pytest.mark.parametrize(
    "text",
    [
        "会议听取了县住建局的汇报。",
        "会议指出，这项工作事关民生。",
        "原则同意追加经费80万元。",
        "同意聘用李明等3人。",
        "要提高思想认识，形成合力。",
        "要进一步深化认识。各乡镇要站在战略和全局的高度，深刻认识创建的意义。",
        "各有关单位要密切配合。",
        "目前已完成31户。",
        "成立领导小组，由县长任组长。",
        "关于其他事项",
        "研究了人事任免事项（略）",
        "校长讲话",
        "加强组织领导",
    ],
)
def test_what_was_heard_approved_or_wished_is_none(text: str) -> None:
    decided = (TITLE, "会议议定：", "一、由县住建局负责修路3公里。", "二、抓紧迁改管线。")
    assert len(works(*decided)) == len(works(*decided, f"三、{text}"))


def test_points_beside_others_with_owners_name_all_of_a_kind_that_they_tell() -> None:
    owned = "1.开展考试，由医务科负责，10月20日前完成。"
    point = "2.加强病区管理。针对抛洒杂物现象，保洁部门要添加标识。后勤部门要对窗户进行检查。"
    found = works("医院周会会议纪要", owned, point, "3.请各单位认真抓好落实。")
    assert [one.split("|")[4] for one in found] == ["医务科", "保洁部门、后勤部门"]


def test_a_list_that_no_meeting_decided_stays_as_it_was() -> None:
    assert works("清河县工作要点", "1.抓紧办理手续。", "2.加快办证进度。") == []
    assert works(TITLE, "一、进展情况", "1.征迁完成31户。", "2.管线正在迁改。") == []


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("城管办每日巡查，发现问题及时处置。", "城管办"),
        ("设备部对特种设备进行全面检查。", "设备部"),
        ("各班组要坚持班前会制度。", "各班组"),
        ("清理村内三堆，各村民小组负责本组范围。", "各村民小组"),
        ("李庄村道路硬化问题，规划建设办尽快实地勘查。", "规划建设办"),
        ("占道经营问题，综合行政执法队立即清理。", "综合行政执法队"),
        ("县财政局安排搬迁经费120万元。", "县财政局"),
        ("抓好消防安全。各社区对楼道堆物进行清理。", "各社区"),
    ],
)
def test_whoever_does_a_decided_point_is_its_office(text: str, units: str) -> None:
    found = owners(TITLE, "会议要求：", "1.加快征迁扫尾。", f"2.{text}")
    assert found[1] == f"2|{text}||{units}|"


def test_orders_written_to_one_office_are_for_it() -> None:
    letter = (
        "县政府督查室交办单",
        "县住建局：",
        "现将有关事项交办你局。",
        "一、关于污水厂改造。请抓紧完善手续。",
        "二、关于内涝点整治。请制定方案，由县水利局配合。",
    )
    assert owners(*letter)[0] == "1|关于污水厂改造。请抓紧完善手续。||县住建局|"
    assert told(*letter) == ["没有另写责任单位，来文写给“县住建局”"]


def test_orders_written_to_several_name_nobody() -> None:
    letter = ("督办通知", "县住建局、县水利局：", "一、请抓紧完善手续。", "二、请制定整治方案。")
    assert [one.split("|")[3:6] for one in works(*letter)] == [["", "", ""]] * 2


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("会议原则同意县经发局关于调整领导小组的意见，会后提交县委研究。", "县经发局"),
        ("会议同意县住建局、县水利局提交的管理办法，修改完善后印发。", "县住建局、县水利局"),
        ("原则同意县农业局的方案，按程序报批后组织实施。", "县农业局"),
        ("原则同意县住建局、经发局提交的办法，由县法制办审查后报县委常委会议研究。", "县法制办"),
        ("原则同意县农业局提交的方案，由其修改完善后印发。", "县农业局"),
    ],
)
def test_whose_proposal_was_agreed_to_sees_to_it(text: str, units: str) -> None:
    found = owners(TITLE, f"一、{text}", "二、由县财政局负责筹资。")
    assert found[0] == f"1|{text}||{units}|"


def test_whom_a_letter_is_written_to_is_told_once_for_all_its_works() -> None:
    letter = ("交办单", "县住建局：", "一、请抓紧完善手续。", "二、请制定整治方案。")
    found = read(*letter)
    assert [task.units for task in found.tasks] == [("县住建局",)] * 2
    assert [(one.read, one.rows) for one in found.doubts] == [
        ("2项没有另写责任单位，来文写给“县住建局”", ("第3段", "第4段"))
    ]
    assert not told(*letter)


@pytest.mark.parametrize("title", [TITLE, "黑山县政府召开第七次常务会议"])
def test_what_is_said_before_the_decisions_is_a_work_in_minutes(title: str) -> None:
    found = owners(
        title,
        "县长王华指出，要重视粮食安全。县自然资源局要落实好方案。",
        "王华要求，县林草部门要做好补植补造工作。",
        "会议决定事项：",
        "（一）县水利局负责清淤，7月底前完成。",
    )
    assert [one.split("|")[3] for one in found] == ["县自然资源局", "县林草部门", "县水利局"]


def test_with_whom_a_point_is_settled_and_how_soon_it_is_done_name_nobody() -> None:
    points = ("1、与县电信局协调其杂间拆迁事宜。", "2、尽快组织实施原址详规编制工作。")
    found = owners(TITLE, "一、会议议定以下事项：", *points)
    assert [one.split("|")[3] for one in found] == ["", ""]
