"""contacts.yaml: what it says, and everything that can be wrong with it, told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from qjtask.core.letters.contacts import Address, Channel, Contacts, MailServer, Robot, Security
from qjtask.core.plan.unit_names import UnitNames
from qjtask.core.problem import Place, Refused
from qjtask.storage.files.side_file import SideFile
from qjtask.storage.office.contacts_file import load_contacts, parse_contacts

NAMES = UnitNames({"审批科": ["行审批科", "行政审批科"], "法规科": []}, ["道路运输中心", "区水务局"])
WHOLE = """\
mail:
  host: smtp.example.gov.cn
  port: 465
  security: tls
  from: "督查室 <ducha@example.gov.cn>"
  user: ducha
  password: mail
robots:
  审批科群: {kind: wecom, webhook: shenpi}
  中心群: {kind: dingtalk, webhook: zhongxin, sign: zhongxin_sign}
units:
  行政审批科: [shenpi@example.gov.cn, 审批科群]
  道路运输中心: [中心群]
  法规科: []
people:
  审批科: [13800000000, ou_7d8a6e6df7621556ce0d21922b676706]
everyone: [bangongshi@example.gov.cn]
"""
MAIL = "mail: {host: h, from: a@b.cn}\n"


def read(text: str) -> Contacts:
    return parse_contacts(text, "contacts.yaml", NAMES)


def faults(text: str) -> list[str]:
    with pytest.raises(Refused) as refused:
        read(text)
    return [str(problem) for problem in refused.value.problems]


def test_everything_that_can_be_said() -> None:
    found = read(WHOLE)
    assert found == Contacts(
        units={
            "审批科": (Address(Channel.MAIL, "shenpi@example.gov.cn"), Address(Channel.WECOM, "审批科群")),
            "道路运输中心": (Address(Channel.DINGTALK, "中心群"),),
            "法规科": (),
        },
        everyone=(Address(Channel.MAIL, "bangongshi@example.gov.cn"),),
        server=MailServer(
            "smtp.example.gov.cn", 465, Security.TLS, "ducha@example.gov.cn", "督查室", "ducha", "mail"
        ),
        robots={
            "审批科群": Robot("审批科群", Channel.WECOM, "shenpi"),
            "中心群": Robot("中心群", Channel.DINGTALK, "zhongxin", "zhongxin_sign"),
        },
        people={"审批科": ("13800000000", "ou_7d8a6e6df7621556ce0d21922b676706")},
        secret_places={
            "mail": Place("contacts.yaml", 7, 13),
            "shenpi": Place("contacts.yaml", 9, 32),
            "zhongxin": Place("contacts.yaml", 10, 34),
            "zhongxin_sign": Place("contacts.yaml", 10, 50),
        },
    )
    assert {found.secrets(address) for address in found.addresses()} == {
        ("mail",),
        ("shenpi",),
        ("zhongxin", "zhongxin_sign"),
    }


@pytest.mark.parametrize(("security", "port"), [("starttls", 587), ("tls", 465), ("none", 25)])
def test_the_usual_port_of_each_security(security: str, port: int) -> None:
    server = read(
        f"mail: {{host: h, security: {security}, from: a@b.cn}}\nunits: {{法规科: [c@d.cn]}}\n"
    ).server
    assert server
    assert (server.port, server.sender_name, server.user) == (port, "", "")


def test_starttls_is_what_is_meant_when_nothing_is_said() -> None:
    server = read(MAIL + "everyone: [c@d.cn]\n").server
    assert server
    assert server.security is Security.STARTTLS


def test_robots_may_be_named_before_they_are_written() -> None:
    found = read("everyone: [群]\nrobots:\n  群: {kind: feishu, webhook: x}\n")
    assert found.everyone == (Address(Channel.FEISHU, "群"),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "units: {法规课: []}",
            "contacts.yaml:1:9: 这里写的不是计划里一个单位的全名或别名；最接近的是法规科",
        ),
        ("units: {区商务局: []}", "最接近的是区水务局"),
        ("units: {审批: []}", "这里写的不是计划里一个单位的全名或别名；最接近的是审批科"),
        ("units: {审批科: [], 行审批科: []}", "单位“审批科”写了两次；请合并成一行"),
        ("units: {审批科: }", "没有写“审批科”的地址；不另发的单位请写 []"),
        ("units: {法规科: a@b.cn}", "应当是一个列表"),
        ("units: {法规科: [a@b.cn]}", "没有写邮件服务器"),
        (MAIL + "units: {法规科: [a@@b]}", "2:15: 邮箱写法不对；请写成 name@example.gov.cn"),
        (MAIL + 'units: {法规科: ["a@b.cn\\nBcc: c@d.cn"]}', "写法不对"),
        (MAIL + "units: {法规科: [科长@b.cn]}", "写法不对"),
        ("units: {法规科: [没有]}", "1:15: 这里写的不是邮箱，也不是 robots 里的机器人"),
        ("robots: {审批科群: {kind: wecom, webhook: x}}\nunits: {法规科: [审批科]}", "是不是 审批科群？"),
        (
            "robots: {群: {kind: wechat, webhook: x}}",
            "机器人的种类写法不对；请写 wecom、dingtalk、feishu",
        ),
        ("robots: {群: {kind: wecom}}", "机器人缺少“webhook”"),
        ("robots: {群: {webhook: x}}", "机器人缺少“kind”"),
        ("robots: {群: }", "这里是空的"),
        ("robots: {a@b: {kind: wecom, webhook: x}}", "1:10: 机器人的名称不对；请起一个没有 @ / : = 的名称"),
        ("robots: {群: {kind: wecom, webhook: x, sign: y}}", "企业微信的机器人没有签名"),
        (
            "robots:\n  群: {kind: wecom, webhook: x}\n  群: {kind: wecom, webhook: x}\n",
            "3:3: 这个名称的机器人写了两次",
        ),
        ("robots: {群: {kind: wecom, webhook: x, key: y}}", "1:39: 机器人里没有这个键"),
        ("mail: {host: h, from: a@b.cn, user: u}", "user 和 password 要么都写"),
        ("mail: {host: h, from: a@b.cn, password: u}", "user 和 password 要么都写"),
        ("mail: {host: h, from: a@b.cn, user: u, password: p, security: none}", "密码会明文传出"),
        ("mail: {from: a@b.cn}", "mail缺少“host”"),
        ("mail: {host: h}", "mail缺少“from”"),
        ("mail: ", "这里是空的"),
        ("mail: {host: a b, from: a@b.cn}", "1:14: 服务器写法不对"),
        ("mail: {host: a..b, from: a@b.cn}", "服务器写法不对"),
        ("mail: {host: h, port: 70000, from: a@b.cn}", "1:23: 端口写法不对"),
        ("mail: {host: h, port: smtp, from: a@b.cn}", "端口写法不对"),
        ("mail: {host: h, port: 0, from: a@b.cn}", "端口写法不对"),
        ("mail: {host: , from: a@b.cn}", "1:14: 服务器写法不对"),
        ("mail: {host: h, from: a@b.cn, user: 督查室, password: p}", "1:37: 用户名写法不对"),
        ("mail: {host: h, from: a@b.cn, user: ' ', password: p}", "1:37: 用户名写法不对"),
        ("robots: {群: {kind: , webhook: x}}", "机器人的种类写法不对"),
        ("robots: {a/b: {kind: wecom, webhook: x}}", "1:10: 机器人的名称不对"),
        ("robots: {'a:b': {kind: wecom, webhook: x}}", "1:10: 机器人的名称不对"),
        ("robots: {a=b: {kind: wecom, webhook: x}}", "1:10: 机器人的名称不对"),
        ("mail: {host: h, security: ssl, from: a@b.cn}", "请写 starttls、tls、none 之一"),
        ("mail: {host: h, from: 督查室}", "发件人写法不对"),
        ('mail: {host: h, from: "a\\nb <a@b.cn>"}', "发件人"),
        ("mail: {host: h, from: a@b.cn, to: x}", "1:31: mail里没有这个键"),
        ("everyone: []\n", "没有一个地址"),
        ("units: {}\n", "没有一个地址"),
        ("peoples: {}\n", "1:1: 通讯录里没有这个键；是不是 people？"),
        ("people: {法规科: [张三]}", "1:16: 这里写的不是手机号，也不是飞书的 open_id"),
        ("people: {法规科: }", "没有写“法规科”的人"),
        (f"people: {{法规科: [{', '.join(['13800000000'] * 21)}]}}", "一个单位最多写20人"),
        ("units: {法规科: &a [x]}", "锚点"),
        ("units: {法规科: *a}", "引用"),
        ("units：{}\n", "全角冒号"),
        ("", "文件是空的"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, told: str) -> None:
    found = faults(text)
    assert told in found[0]
    assert all(line.startswith("contacts.yaml:") for line in found)


def test_all_faults_are_told_at_once_and_in_order() -> None:
    text = WHOLE.replace("port: 465", "port: x").replace("kind: wecom", "kind: x").replace("法规科", "法规")
    assert [line.split(" ")[0] for line in faults(text)] == [
        "contacts.yaml:3:9:",
        "contacts.yaml:9:16:",
        "contacts.yaml:14:3:",
    ]


@pytest.mark.parametrize(
    "secret",
    [
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7f9c",
        "693a91f6-7f9c-4bc4-97a0-0ec2c1fae001",
        "SEC5e5e5e5e",
        "Correct-Horse_42",
        "d1ng" * 16,
        "'!pass word'",
        "*secretalias",
        "&secretanchor x",
        "!secrettag x",
        "[secretlist]",
        "{secret: map}",
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "robots: {群: {kind: dingtalk, webhook: %s}}\neveryone: [群]\n",
        "robots:\n  群:\n    kind: dingtalk\n    webhook: x\n    sign: %s\neveryone: [群]\n",
        "mail:\n  host: h\n  from: a@b.cn\n  user: u\n  password: %s\neveryone: [c@d.cn]\n",
    ],
)
def test_a_secret_written_in_place_of_its_name_is_not_repeated(text: str, secret: str) -> None:
    found = "\n".join(faults(text % secret))
    assert secret.strip("'*&![]{}")[:8] not in found
    assert "不是秘密本身" in found


@pytest.mark.parametrize(
    "text",
    [
        "mail: {host: 'user:d1ngd1ng@smtp.example.gov.cn', from: a@b.cn}",
        "mail: {host: h, port: d1ngd1ng, from: a@b.cn}",
        "mail: {host: h, security: d1ngd1ng, from: a@b.cn}",
        "mail: {host: h, from: 'd1ngd1ng'}",
        "mail: {host: h, from: a@b.cn, user: 用户d1ngd1ng, password: p}",
        "mail: {host: h, from: a@b.cn, user: *d1ngd1ng, password: p}",
        "robots: {群: {kind: d1ngd1ng, webhook: x}}",
        MAIL + "everyone: ['user:d1ngd1ng@@b.cn']",
        "everyone: ['https://oapi.dingtalk.com/robot/send?access_token=d1ngd1ng']",
        "everyone: ['oapi.dingtalk.com/robot/send?access_token=d1ngd1ng']",
        "everyone: ['https://user@oapi.dingtalk.com/robot/send?access_token=d1ngd1ng']",
        (
            "robots:\n  'https://oapi.dingtalk.com/send?token=d1ngd1ng': {kind: dingtalk, webhook: x}\n"
            "everyone: ['https:oapi.dingtalk.com/send?token=d1ngd1n']"
        ),
    ],
)
def test_a_secret_where_no_secret_belongs_is_not_repeated(text: str) -> None:
    told = "\n".join(faults(text))
    assert "contacts.yaml:" in told
    assert "d1ng" not in told


def test_a_blank_port_and_security_are_the_usual_ones() -> None:
    server = read("mail: {host: h, port: , security: ~, from: a@b.cn}\neveryone: [c@d.cn]\n").server
    assert server
    assert (server.port, server.security) == (587, Security.STARTTLS)


def test_no_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"c\.yaml: 还没有通讯录"):
        load_contacts(SideFile(tmp_path / "c.yaml", "c.yaml"), NAMES)


def test_a_gbk_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_bytes("units:\n  法规科: []\n".encode("gb18030"))
    with pytest.raises(Refused, match="GBK"):
        load_contacts(SideFile(path, "c.yaml"), NAMES)


@pytest.mark.parametrize("is_guarded", [True, False])
def test_who_else_can_write_the_contacts_is_kept(
    is_guarded: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "contacts.yaml"
    path.write_text("everyone: []\nunits: {法规科: []}\n", encoding="utf-8")
    monkeypatch.setattr(SideFile, "is_guarded", is_guarded)
    assert load_contacts(SideFile(path, "contacts.yaml"), NAMES).is_guarded is is_guarded


def test_what_stands_under_a_collective_name_is_each_member_s() -> None:
    names = UnitNames({"各镇": ["各乡镇"], "甲镇": []}, (), {"各镇": ["甲镇", "乙镇"]})
    told = MAIL + "units: {各乡镇: [towns@a.cn], 甲镇: [own@a.cn]}\npeople: {各镇: [13800000000]}\n"
    found = parse_contacts(told, "contacts.yaml", names)
    assert {name: found.units[name] for name in ("甲镇", "乙镇")} == {
        "甲镇": (Address(Channel.MAIL, "own@a.cn"),),
        "乙镇": (Address(Channel.MAIL, "towns@a.cn"),),
    }
    assert found.people["乙镇"] == ("13800000000",)
