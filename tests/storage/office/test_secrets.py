"""Secrets: where they come from, who may read the file, and that nobody reads them in a message."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

import pytest

from qjtask.core.letters.contacts import Secret
from qjtask.core.problem import Refused
from qjtask.storage.files.side_file import SideFile
from qjtask.storage.office.secrets import load_secrets

HIDDEN = "s3cr3t-Wort"


def file_of(folder: Path, text: str, mode: int = 0o600) -> Path:
    path = folder / "secrets.yaml"
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


def read(path: Path, environ: dict[str, str] | None = None) -> dict[str, str]:
    found = load_secrets(SideFile(path, "data/secrets.yaml"), environ or {})
    return {name: secret.reveal() for name, secret in found.items()}


def refusal(path: Path) -> str:
    """The refusal, in which nothing of the file may stand, nor in its traceback."""
    with pytest.raises(Refused) as refused:
        read(path)
    told = "".join(traceback.format_exception(refused.value))
    assert HIDDEN not in told
    return str(refused.value)


def test_from_the_file_and_before_it_from_the_environment(tmp_path: Path) -> None:
    path = file_of(tmp_path, "mail: '密码: #1'\nrobot: https://x/y?key=z\n")
    environ = {"QJTASK_SECRET_MAIL": "other", "QJTASK_SECRET_EMPTY": "", "QJTASK_FILE": "x", "PATH": "y"}
    assert read(path, environ) == {"mail": "other", "robot": "https://x/y?key=z"}
    assert read(tmp_path / "none.yaml", environ) == {"mail": "other"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660, 0o610, 0o601, 0o777])
def test_a_file_that_others_can_use_is_refused_with_the_fix(mode: int, tmp_path: Path) -> None:
    told = refusal(file_of(tmp_path, f"a: {HIDDEN}\n", mode))
    assert f"{mode:04o}" in told
    assert "chmod 600 data/secrets.yaml" in told


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_a_file_of_the_owners_alone_is_taken(mode: int, tmp_path: Path) -> None:
    assert read(file_of(tmp_path, "a: b\n", mode)) == {"a": "b"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such owners")
def test_a_file_of_another_user_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file_of(tmp_path, f"a: {HIDDEN}\n")
    monkeypatch.setattr("os.geteuid", lambda: path.stat().st_uid + 1)
    assert "别的用户" in refusal(path)


@pytest.mark.parametrize(
    "text",
    [
        f"a: {HIDDEN}\na: {HIDDEN}\n",
        f"a: *{HIDDEN}\n",
        f"a: &{HIDDEN} x\n",
        f"a: !{HIDDEN} x\n",
        f"a: [{HIDDEN}]\n",
        f"a: {{{HIDDEN}: x}}\n",
        f"- {HIDDEN}\n",
        f"{HIDDEN}\n",
        f"a：{HIDDEN}\n",
        f"a: '{HIDDEN}\n",
        f"a: {HIDDEN}: {HIDDEN}\n",
        f"[{HIDDEN}]: x\n",
        f"a: %{HIDDEN}\n\t{HIDDEN}\n",
        f"a: x\n---\n{HIDDEN}\n",
        f'a: "\\{HIDDEN}"\n',
        "",
    ],
)
def test_what_cannot_be_read_is_told_by_its_place_alone(text: str, tmp_path: Path) -> None:
    path = file_of(tmp_path, text)
    try:
        read(path)
    except Refused:
        assert "data/secrets.yaml:" in refusal(path)
    else:
        assert text.startswith("a: %")  # some of these are YAML after all


def test_a_blank_secret_is_none(tmp_path: Path) -> None:
    assert read(file_of(tmp_path, "a:\nb: ~\nc: x\n")) == {"c": "x"}


def test_a_file_that_cannot_be_opened_or_is_no_such_file(tmp_path: Path) -> None:
    (tmp_path / "secrets.yaml").mkdir()
    assert "打不开" in refusal(tmp_path / "secrets.yaml")
    (tmp_path / "dangling").symlink_to("nowhere")
    assert "打不开" in refusal(tmp_path / "dangling")


def test_a_huge_file_is_no_secrets_file(tmp_path: Path) -> None:
    assert "64 KiB" in refusal(file_of(tmp_path, f"a: {HIDDEN * 10_000}\n"))


def test_a_secret_shows_itself_to_nobody() -> None:
    secret = Secret(HIDDEN)
    assert HIDDEN not in f"{secret} {secret!r} {[secret]} {vars(type(secret))}"
    assert secret.reveal() == HIDDEN


def test_a_password_says_for_which_server_it_is(tmp_path: Path) -> None:
    path = file_of(tmp_path, "mail: {host: smtp.example.gov.cn, password: code}\nrobot: https://x/y\n")
    found = load_secrets(SideFile(path, "secrets.yaml"), {})
    assert (found["mail"].reveal(), found["mail"].host, found["robot"].host) == (
        "code",
        "smtp.example.gov.cn",
        "",
    )
    assert (found["mail"].is_url, found["robot"].is_url) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        f"mail: {{host: a, password: {HIDDEN}, {HIDDEN}: x}}\n",
        f"mail: {{password: {HIDDEN}}}\n",
        f"mail: {{host: {HIDDEN}}}\n",
        f"mail: [{HIDDEN}]\n",
        f"mail: {{host: a, password: &{HIDDEN} x}}\n",
    ],
)
def test_a_password_of_another_form_is_told_by_its_place_alone(text: str, tmp_path: Path) -> None:
    assert "host: 邮件服务器" in refusal(file_of(tmp_path, text))
