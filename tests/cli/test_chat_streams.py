"""`senpai chat` in terminals, pipes and environments of all kinds."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.process import COMMAND, Senpai
from tests.documents import document, write


def test_nothing_of_a_terminal_goes_into_a_pipe(senpai: Senpai) -> None:
    out, err = senpai(typed="/role cmo\n\x1b[31mred\n")
    assert "\x1b" not in out + err
    assert "> " not in out


def test_a_reader_that_leaves_early_is_no_fault(senpai: Senpai) -> None:
    lines = "/role cmo questions\n" * 2_000
    process = subprocess.Popen(
        COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=senpai.folder,
        env=senpai.environ,
    )
    assert process.stdin
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    try:
        process.stdin.write(lines.encode())
        process.stdin.close()
    except BrokenPipeError:
        pass
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "typed",
    [
        b"/role cmo\r\n/help\r\n",
        b"/role cmo\n\xff\xfe\x00\n/help\n",
        b"/role cmo\n" + b"\0" * 1000 + b"\n/help\n",
        b"/role cmo\n\x83}\x81[\x83P\n/help\n",
        b"\xef\xbb\xbf/role cmo\n/help\n",
        b"/role cmo\n" + b"x" * 1_000_000 + b"\n/help\n",
        b"/role cmo\n" + "あ".encode() * 99_999 + b"\n/help\n",
    ],
    ids=["crlf", "not utf-8", "zeros", "shift-jis", "bom", "a megabyte", "long"],
)
def test_odd_input_does_not_end_the_conversation(senpai: Senpai, typed: bytes) -> None:
    out, _ = senpai(typed=typed)
    assert "■ CMO" in out
    assert "■ まずはここから" in out
    assert "不具合" not in out
    assert len(out) < 10_000


@pytest.mark.slow
def test_a_document_that_changes_meanwhile_is_served_anew(senpai: Senpai, tmp_path: Path) -> None:
    write(tmp_path, "mine/sre.md", document("sre", "前の名前"))
    with subprocess.Popen(
        [*COMMAND, "--json", "--content", "mine"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=senpai.folder,
        env=senpai.environ,
        encoding="utf-8",
    ) as process:
        assert process.stdin
        assert process.stdout
        said = []
        for title in ("前の名前", "後の名前"):
            write(tmp_path, "mine/sre.md", document("sre", title))
            process.stdin.write("/role sre\n")
            process.stdin.flush()
            said.append(process.stdout.readline())
        process.stdin.close()
    assert "前の名前" in said[0]
    assert "後の名前" in said[1]


@pytest.mark.slow
@pytest.mark.parametrize("variable", ["NO_COLOR", "TERM", "LANG", "HOME"])
def test_it_starts_in_a_bare_environment(fresh: Senpai, variable: str) -> None:
    del fresh.environ["SENPAI_CACHE"]
    fresh.environ = {k: v for k, v in fresh.environ.items() if k != variable}
    fresh.environ |= {"XDG_CACHE_HOME": str(fresh.folder), "LC_ALL": "C", "PYTHONUTF8": "0"}
    assert "■ CMO" in fresh(typed="/role cmo\n")[0]


@pytest.mark.slow
def test_a_home_that_cannot_be_written_costs_only_time(senpai: Senpai) -> None:
    blocked = senpai.folder / "file"
    blocked.write_text("")
    senpai.environ["SENPAI_CACHE"] = str(blocked)
    out, err = senpai(typed="/role cmo\n")
    assert "■ CMO" in out
    assert err == ""


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("script") is None, reason="needs script(1) for a terminal")
def test_in_a_terminal_there_is_a_prompt_and_a_goodbye(senpai: Senpai) -> None:
    done = subprocess.run(
        ["script", "-qec", " ".join(COMMAND), "/dev/null"],
        input=b"/role cmo\n\x04",
        capture_output=True,
        cwd=senpai.folder,
        env={**senpai.environ, "TERM": "xterm"},
        timeout=60,
        check=False,
    )
    out = done.stdout.decode()
    assert "> " in out
    assert "\x1b[1;36m■ CMO" in out
    assert "またいつでもどうぞ。" in out
