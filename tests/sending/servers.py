"""Loopback stand-ins: the three robot services as they document themselves, and a mail server."""

from __future__ import annotations

import hmac
import json
import ssl
import threading
import time
import warnings
from base64 import b64encode
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

WECOM_KEY = "693a91f6-7f9c-4bc4-97a0-0ec2c1fae001"
DING_TOKEN = "d1ng" * 16
DING_SIGN = "SEC" + "5e" * 30
FEISHU_HOOK = "9f8e7d6c-5b4a-4321-8765-0123456789ab"
FEISHU_SIGN = "kR7pQ2vX9sLm4TzB1nYw3A"
MAIL_PASSWORD = "Correct-Horse_42"  # noqa: S105 - of a server that lives as long as a test
SECRET_WORDS = (WECOM_KEY, DING_TOKEN, DING_SIGN, FEISHU_HOOK, FEISHU_SIGN, MAIL_PASSWORD)
"""What no output, log or exception may hold."""

_OK = {"errcode": 0, "errmsg": "ok"}
_FEISHU_OK = {"StatusCode": 0, "StatusMessage": "success", "code": 0, "data": {}, "msg": "success"}


@cache
def authority() -> trustme.CA:
    return trustme.CA()


def trusted(folder: Path) -> str:
    """The file that SSL_CERT_FILE names: the only authority that is trusted."""
    path = folder / "ca.pem"
    authority().cert_pem.write_to_path(str(path))
    return str(path)


def _server_context(name: str = "localhost") -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority().issue_cert(name).configure_cert(context)
    return context


# Robots -------------------------------------------------------------------------------------------


class Post(NamedTuple):
    """A request that a robot's service took as good."""

    kind: str
    text: str
    size: int


class RobotServer:
    """Takes POSTs, checks keys and signs as the services do, and answers from `script` first.

    A step of the script is a JSON answer, its bytes, an HTTP status, or a name that `_play` knows.
    """

    def __init__(self, port: int) -> None:
        self.base = f"https://localhost:{port}"
        self.script: deque[Any] = deque()
        self.posts: list[Post] = []
        self.requests = 0
        self.paths: list[str] = []
        self.arrived = threading.Event()  # a request that a step "wait" holds until `released`
        self.released = threading.Event()
        self.lock = threading.Lock()

    @property
    def wecom(self) -> str:
        return f"{self.base}/cgi-bin/webhook/send?key={WECOM_KEY}"

    @property
    def dingtalk(self) -> str:
        return f"{self.base}/robot/send?access_token={DING_TOKEN}"

    @property
    def feishu(self) -> str:
        return f"{self.base}/open-apis/bot/v2/hook/{FEISHU_HOOK}"

    def judge(self, path: str, body: bytes) -> dict[str, Any]:
        parts = urlsplit(path)
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        content = json.loads(body)
        if parts.path == "/cgi-bin/webhook/send":
            return self._wecom(query, content)
        if parts.path == "/robot/send":
            return self._dingtalk(query, content, body)
        return self._feishu(parts.path, content, body)

    def _wecom(self, query: dict[str, str], content: dict[str, Any]) -> dict[str, Any]:
        if query.get("key") != WECOM_KEY:
            return {"errcode": 93000, "errmsg": f"invalid webhook url, key={query.get('key')}"}
        text = content["text"]["content"]
        if content["msgtype"] != "text" or len(text.encode()) > 2048:
            return {"errcode": 40058, "errmsg": "text.content exceed max length 2048"}
        self.posts.append(Post("wecom", text, len(text.encode())))
        return _OK

    def _dingtalk(self, query: dict[str, str], content: dict[str, Any], body: bytes) -> dict[str, Any]:
        if query.get("access_token") != DING_TOKEN:
            return {"errcode": 300001, "errmsg": "token is not exist"}
        stamp = query.get("timestamp", "0")
        made = hmac.new(DING_SIGN.encode(), f"{stamp}\n{DING_SIGN}".encode(), "sha256").digest()
        fresh = abs(int(stamp) / 1000 - time.time()) < 3600
        if query.get("sign") != b64encode(made).decode() or not fresh:
            return {"errcode": 310000, "errmsg": f"sign not match {query.get('sign')}"}
        self.posts.append(Post("dingtalk", content["text"]["content"], len(body)))
        return _OK

    def _feishu(self, path: str, content: dict[str, Any], body: bytes) -> dict[str, Any]:
        if path != f"/open-apis/bot/v2/hook/{FEISHU_HOOK}":
            return {"code": 19001, "msg": "param invalid: incoming webhook access token invalid", "data": {}}
        stamp = content.get("timestamp", "0")
        made = hmac.new(f"{stamp}\n{FEISHU_SIGN}".encode(), b"", "sha256").digest()
        fresh = abs(int(stamp) - time.time()) < 3600
        if content.get("sign") != b64encode(made).decode() or not fresh:
            return {"code": 19021, "msg": "sign match fail or timestamp is not within one hour", "data": {}}
        if len(body) > 20 * 1024:
            return {"code": 9499, "msg": "Bad Request", "data": {}}
        self.posts.append(Post("feishu", content["content"]["text"], len(body)))
        return _FEISHU_OK


@contextmanager
def robot_server(name: str = "localhost") -> Iterator[RobotServer]:
    """A robots' service on loopback whose certificate is for `name`."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            with server.lock:
                server.requests += 1
                server.paths.append(self.path)
                step = server.script.popleft() if server.script else "judge"
            if step == "wait":
                server.arrived.set()
                server.released.wait(20)
            with server.lock:
                answer = server.judge(self.path, body) if step in ("judge", "wait") else step
            _play(self, answer, server)

        def do_GET(self) -> None:
            server.paths.append(f"GET {self.path}")
            _answer(self, 200, b"{}")

        def log_message(self, *_: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: Any) -> None:
            pass  # a client that hung up is what some tests are about

    with Server(("localhost", 0), Handler) as http:
        http.socket = _server_context(name).wrap_socket(
            http.socket, server_side=True, do_handshake_on_connect=False
        )
        server = RobotServer(http.server_address[1])
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.released.set()
            http.shutdown()
            thread.join()


def _play(handler: BaseHTTPRequestHandler, step: Any, server: RobotServer) -> None:
    if isinstance(step, dict):
        _answer(handler, 200, json.dumps(step).encode())
    elif isinstance(step, bytes):
        _answer(handler, 200, step)
    elif isinstance(step, int):
        _answer(handler, step, handler.path.encode())
    else:
        _PLAYS[step](handler, server)


def _slow(_: BaseHTTPRequestHandler, server: RobotServer) -> None:
    server.released.wait(5)


def _drip(handler: BaseHTTPRequestHandler, _server: RobotServer) -> None:
    handler.send_response(200)
    handler.end_headers()
    with suppress(OSError):
        for _ in range(50):
            handler.wfile.write(b" ")


def _drip_headers(handler: BaseHTTPRequestHandler, _server: RobotServer) -> None:
    """The service's yes, its headers a byte at a time."""
    with suppress(OSError):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        for _ in range(50):
            handler.wfile.write(b"x")
        handler.wfile.write(b'\r\nContent-Length: 24\r\n\r\n{"errcode": 0, "code": 0}')


def _broken(handler: BaseHTTPRequestHandler, _: RobotServer) -> None:
    _answer(handler, 500, b'{"errcode": 0, "code": 0}')


def _cut(handler: BaseHTTPRequestHandler, _: RobotServer) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")


def _gone(handler: BaseHTTPRequestHandler, _: RobotServer) -> None:
    handler.close_connection = True


def _redirect(handler: BaseHTTPRequestHandler, server: RobotServer) -> None:
    handler.send_response(302)
    handler.send_header("Location", f"{server.base}/stolen")
    handler.end_headers()


def _huge(handler: BaseHTTPRequestHandler, _: RobotServer) -> None:
    with suppress(OSError):
        _answer(handler, 200, b'{"errcode": 0, "code": 0, "more": "' + b"x" * 10_000_000 + b'"}')


def _echo(handler: BaseHTTPRequestHandler, _: RobotServer) -> None:
    _answer(handler, 200, json.dumps({"errcode": 77, "errmsg": handler.path}).encode())


_PLAYS: dict[str, Callable[[BaseHTTPRequestHandler, RobotServer], None]] = {
    "slow": _slow,
    "drip": _drip,
    "drip headers": _drip_headers,
    "broken": _broken,
    "cut": _cut,
    "gone": _gone,
    "redirect": _redirect,
    "huge": _huge,
    "echo": _echo,
}


def _answer(handler: BaseHTTPRequestHandler, status: int, body: bytes) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


# Mail ---------------------------------------------------------------------------------------------


class MailServer:
    """What an aiosmtpd server took, and how it is told to misbehave."""

    def __init__(self) -> None:
        self.port = 0
        self.mails: list[tuple[str, EmailMessage]] = []
        self.logins: list[str] = []
        self.refused: dict[str, str] = {}  # recipient -> answer
        self.data_answers: deque[str] = deque()  # "cut" hangs up
        self.quit_answer = ""
        self.chatter = 0  # lines before it takes a recipient

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        for _ in range(self.chatter):
            await server.push("250-still thinking")
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = self.data_answers.popleft() if self.data_answers else "250 2.0.0 taken"
        if answer == "cut":
            assert server.transport is not None
            server.transport.close()
        elif answer.startswith("250"):
            assert isinstance(envelope.content, bytes)
            mail = message_from_bytes(envelope.content, policy=default)
            self.mails += [(to, mail) for to in envelope.rcpt_tos]
        return answer

    async def handle_QUIT(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802, ARG002
        return self.quit_answer or "221 Bye"

    def authenticate(  # aiosmtpd's shape
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.logins.append(data.login.decode())
        return AuthResult(success=data == LoginPassword(b"ducha", MAIL_PASSWORD.encode()), handled=False)


@contextmanager
def mail_server(
    *, security: str = "starttls", login: bool = True, name: str = "localhost"
) -> Iterator[MailServer]:
    """A mail server on loopback: with STARTTLS, with TLS from the start, or in the clear."""
    found = MailServer()
    context = _server_context(name)
    controller = Controller(
        found,
        hostname="localhost",
        port=_free_port(),
        ssl_context=context if security == "tls" else None,
        tls_context=context if security == "starttls" else None,
        require_starttls=security == "starttls",
        server_hostname="mx.example",
        authenticator=found.authenticate,
        auth_required=login,
        auth_require_tls=security == "starttls",
    )
    found.port = controller.port
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # it does not see that TLS was there from the start
        controller.start()
        try:
            yield found
        finally:
            controller.stop()


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


@contextmanager
def reciting_server(*answers: bytes) -> Iterator[int]:
    """The port of a TLS server on loopback that gives its answers in turn, whatever it is told."""
    import socket

    context = _server_context()

    def recite(listening: socket.socket) -> None:
        with suppress(OSError):
            plain, _ = listening.accept()
            with plain, context.wrap_socket(plain, server_side=True) as client:
                for answer in answers:
                    client.sendall(answer)
                    client.recv(1000)

    with socket.create_server(("localhost", 0)) as listening:
        thread = threading.Thread(target=recite, args=(listening,), daemon=True)
        thread.start()
        yield int(listening.getsockname()[1])
    thread.join(5)
