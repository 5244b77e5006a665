"""The three robots against servers that answer as their documents say."""

from __future__ import annotations

import time
import traceback
from typing import TYPE_CHECKING, Any

import pytest

from qjtask.sending import dingtalk, feishu, wecom
from qjtask.sending.failure import NotDelivered
from qjtask.sending.robot import Service, send
from tests.sending.servers import DING_SIGN, FEISHU_SIGN, SECRET_WORDS, robot_server

if TYPE_CHECKING:
    from tests.sending.fixtures import QuickClock
    from tests.sending.servers import RobotServer

SERVICES = {
    "wecom": (wecom.SERVICE, ""),
    "dingtalk": (dingtalk.SERVICE, DING_SIGN),
    "feishu": (feishu.SERVICE, FEISHU_SIGN),
}
KINDS = tuple(SERVICES)


def post(robots: RobotServer, kind: str, text: str = "工作提醒", **changed: Any) -> None:
    service, sign = SERVICES[kind]
    url = changed.get("url") or getattr(robots, kind)
    now = changed.get("now", time.time())
    send(service, url, changed.get("sign", sign), text, now, changed.get("timeout", 5.0))


def failure(robots: RobotServer, kind: str, **changed: Any) -> NotDelivered:
    """What the failure says, held against every secret: in its words, its cause and its traceback."""
    with pytest.raises(NotDelivered) as caught:
        post(robots, kind, **changed)
    why = caught.value
    told = "".join([why.what, why.fix, repr(why), *traceback.format_exception(why)])
    assert not [secret for secret in SECRET_WORDS if secret in told]
    return why


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_arrives_signed(kind: str, robots: RobotServer) -> None:
    post(robots, kind, "第一行\n第二行“引号”\\ ＜ 🀄")
    assert [(one.kind, one.text) for one in robots.posts] == [(kind, "第一行\n第二行“引号”\\ ＜ 🀄")]


@pytest.mark.parametrize(("kind", "code"), [("wecom", 93000), ("dingtalk", 300001), ("feishu", 19001)])
def test_a_wrong_key_is_told_and_would_not_pass(kind: str, code: int, robots: RobotServer) -> None:
    why = failure(robots, kind, url=getattr(robots, kind)[:-3] + "xyz")
    assert f"错误码 {code}" in why.what
    assert "Webhook" in why.fix
    assert not why.may_pass


@pytest.mark.parametrize(("kind", "code"), [("dingtalk", 310000), ("feishu", 19021)])
@pytest.mark.parametrize("changed", [{"sign": "SECwrong"}, {"sign": ""}, {"now": time.time() - 4000}])
def test_a_bad_sign_or_clock_is_told(
    kind: str, code: int, changed: dict[str, Any], robots: RobotServer
) -> None:
    why = failure(robots, kind, **changed)
    assert f"错误码 {code}" in why.what
    assert "sign" in why.fix
    assert not why.may_pass


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("wecom", {"errcode": 45009, "errmsg": "api freq out of limit"}),
        ("wecom", {"errcode": -1, "errmsg": "system busy"}),
        ("feishu", {"code": 11232, "msg": "frequency limited"}),
        ("feishu", {"code": 9499, "msg": "Too Many Request", "data": {}}),
        ("feishu", {"code": 99991400, "msg": "request trigger frequency limit"}),
    ],
)
def test_a_rate_limit_may_pass_for_the_whole_robot(
    kind: str, answer: dict[str, Any], robots: RobotServer
) -> None:
    robots.script.append(answer)
    why = failure(robots, kind)
    assert why.may_pass
    assert why.for_all
    assert "限流" in why.what or kind == "wecom"
    post(robots, kind)


def test_a_robot_that_blocks_for_ten_minutes_is_left_alone(robots: RobotServer) -> None:
    robots.script.append({"errcode": 130101, "errmsg": "send too fast, exceed 20 times per minute"})
    why = failure(robots, "dingtalk")
    assert (why.may_pass, why.for_all) == (False, True)
    assert "限流" in why.what


def test_a_bad_message_is_no_limit_though_its_code_is_the_same(robots: RobotServer) -> None:
    robots.script.append({"code": 9499, "msg": "Bad Request", "data": {}})
    why = failure(robots, "feishu")
    assert "格式" in why.what
    assert not why.may_pass


@pytest.mark.parametrize(
    ("kind", "called"),
    [
        ("wecom", b'"mentioned_mobile_list": ["13800000000"]'),
        ("dingtalk", b'"atMobiles": ["13800000000"]'),
        ("feishu", b'<at user_id=\\"ou_1\\"></at>'),
    ],
)
def test_each_service_calls_the_people_it_can(kind: str, called: bytes) -> None:
    service = {"wecom": wecom, "dingtalk": dingtalk, "feishu": feishu}[kind].SERVICE
    _, body = service.request("https://robot.example/send", "", "提醒", ("13800000000", "ou_1"), 0.0)
    assert called in body
    _, nobody = service.request("https://robot.example/send", "", "提醒", (), 0.0)
    assert nobody == service.request("https://robot.example/send", "", "提醒", ("?",), 0.0)[1]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("step", "told", "may_pass"),
    [
        ("<html>请先登录</html>".encode(), "HTTP 200", False),
        ("redirect", "HTTP 302", False),
        ("huge", "HTTP 200", False),
        (b"[" * 60_000, "HTTP 200", False),
        ("gone", "断开", True),
        (404, "HTTP 404", False),
        (429, "HTTP 429", True),
        (502, "HTTP 502", True),
        ("broken", "HTTP 500", True),
        (b"{}", "HTTP 200", False),
        (b"null", "HTTP 200", False),
        (b'{"errcode": "0", "code": "0"}', "HTTP 200", False),
        (b'{"errcode": false, "code": false, "StatusCode": false}', "HTTP 200", False),
        (b'{"errcode": 0.0, "code": 0.0}', "HTTP 200", False),
        (b"\xff\xfe", "HTTP 200", False),
        (b"", "HTTP 200", False),
    ],
)
def test_what_is_not_the_services_own_yes_is_no_delivery(
    kind: str, step: Any, told: str, may_pass: bool, robots: RobotServer
) -> None:
    robots.script.append(step)
    why = failure(robots, kind)
    assert told in why.what
    assert why.may_pass is may_pass


def test_a_redirect_is_not_followed(robots: RobotServer) -> None:
    robots.script.append("redirect")
    failure(robots, "wecom")
    assert robots.requests == 1
    assert not [path for path in robots.paths if "stolen" in path]


def test_an_answer_that_does_not_come_is_given_up(robots: RobotServer) -> None:
    robots.script.append("slow")
    why = failure(robots, "wecom", timeout=0.15)
    assert "太久" in why.what
    assert why.may_pass


@pytest.mark.parametrize("step", ["drip", "drip headers"])
def test_an_answer_that_drips_is_given_up_when_its_time_is_over(
    step: str, robots: RobotServer, quick_clock: QuickClock
) -> None:
    robots.script.append(step)
    why = failure(robots, "wecom", timeout=20.0)
    assert "太久" in why.what
    assert why.may_pass
    assert quick_clock.now <= 25


def test_an_answer_cut_short_is_no_yes(robots: RobotServer) -> None:
    robots.script.append("cut")
    why = failure(robots, "wecom")
    assert "断开" in why.what
    assert why.may_pass


def test_nobody_there_may_pass() -> None:
    with robot_server() as robots:
        pass
    why = failure(robots, "wecom")
    assert "连接" in why.what
    assert why.may_pass


def test_the_offices_proxy_is_the_only_way_out(robots: RobotServer, monkeypatch: pytest.MonkeyPatch) -> None:
    with robot_server() as gone:
        pass
    monkeypatch.setenv("HTTPS_PROXY", gone.base.replace("https", "http"))
    assert failure(robots, "wecom").may_pass
    assert robots.requests == 0


def test_a_certificate_for_another_name_stops_everything() -> None:
    with robot_server("other.example") as robots:
        why = failure(robots, "wecom")
        assert "证书" in why.what
        assert not why.may_pass
        assert robots.requests == 0


def test_an_unknown_authority_stops_everything(robots: RobotServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    assert "证书" in failure(robots, "wecom").what
    assert robots.requests == 0


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/cgi-bin/webhook/send?key=",
        "localhost/send?key=",
        "file:///etc/passwd?",
        "https:///send?key=",
        "https://a..b/send?key=",
        "https://localhost:notaport/?key=",
        "https://localhost:0/?key=",
        "https://例子/send?key=",
        "https://localhost/a b?key=",
        "https://localhost/a\r\nHost: x?key=",
        "",
    ],
)
def test_only_a_whole_https_url_is_spoken_to_and_none_is_repeated(url: str, robots: RobotServer) -> None:
    why = failure(robots, "wecom", url=f"{url}{SECRET_WORDS[0]}")
    assert "https://" in why.what
    assert not why.may_pass
    assert robots.requests == 0


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_service_says_is_never_repeated(kind: str, robots: RobotServer) -> None:
    """An errmsg may echo the key: the code alone is told, with where to look it up."""
    robots.script.append("echo" if kind != "feishu" else {"code": 77, "msg": robots.feishu})
    why = failure(robots, kind)
    assert "错误码 77" in why.what
    assert "https://" in why.fix


def test_an_old_feishu_robot_says_status_code(robots: RobotServer) -> None:
    robots.script.append({"StatusCode": 0, "StatusMessage": "success"})
    post(robots, "feishu")
    robots.script.append({"StatusCode": 0, "code": 19024})
    assert "关键词" in failure(robots, "feishu").fix


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_of_the_greatest_size_is_taken(kind: str, robots: RobotServer) -> None:
    service: Service = SERVICES[kind][0]
    text = "工"
    while service.size(text * 2) <= service.limit:
        text *= 2
    while service.size(text + '作\n"') <= service.limit:
        text += '作\n"'
    post(robots, kind, text)
    assert robots.posts[0].text == text
    assert robots.posts[0].size <= (20_000 if kind == "feishu" else service.limit)
