"""`senpai` and `senpai chat`: what they take, and what comes of it."""

from __future__ import annotations

import sys
from dataclasses import fields
from pathlib import Path

import pytest

from bot.messages import Reply
from tests.cli.process import Senpai, Started
from tests.documents import document, write

BESIDE = Path(sys.executable).with_name("senpai")


@pytest.mark.slow
def test_without_a_word_it_greets_and_ends_with_the_input(senpai: Senpai) -> None:
    out, err = senpai()
    assert out.startswith("こんにちは、Senpaiです")
    assert err == ""


def test_lines_are_answered_in_turn_and_numbers_take_choices(senpai: Senpai) -> None:
    out, _ = senpai("chat", typed="/role cmo\n1\n\nこんにちは\n")
    places = [out.index(text) for text in ("■ CMO（最高", "■ CMO：主な業務")]
    assert places == sorted(places)
    assert out.count("こんにちは、Senpaiです") == 2


@pytest.mark.slow
def test_the_last_line_needs_no_end(senpai: Senpai) -> None:
    assert "■ CMO" in senpai(typed="/role cmo")[0]


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [(), ("chat",)])
def test_options_go_before_or_behind_chat_or_stand_alone(
    senpai: Senpai, arguments: tuple[str, ...]
) -> None:
    replies = senpai.json(*arguments, "--json", "--locale", "en", typed="/role cmo\n")
    assert [reply["card"]["title"] for reply in replies] == ["CMO (Chief Marketing Officer)"]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("--locale", "en", "chat"), marks=pytest.mark.slow),
        pytest.param(("--locale=en",), marks=pytest.mark.slow),
        pytest.param(("chat", "--locale", "en"), marks=pytest.mark.slow),
        ("--json", "--locale", "en", "chat"),
    ],
)
def test_options_count_wherever_they_stand(senpai: Senpai, arguments: tuple[str, ...]) -> None:
    out, _ = senpai(*arguments, typed="/role cmo\n")
    assert "Chief Marketing Officer" in out
    assert out.startswith("{") == ("--json" in arguments)


def test_json_is_a_line_for_each_reply_and_nothing_else(senpai: Senpai) -> None:
    replies = senpai.json("--json", typed="/role cmo\n/career\n\n1\nふわふわ\n99\n")
    assert len(replies) == 5
    names = [field.name for field in fields(Reply)]
    assert all(list(reply) == names for reply in replies)
    assert replies[1]["form"]["fields"][0]["name"] == "role"


@pytest.mark.slow
def test_who_talks_can_be_named_and_made_an_administrator(senpai: Senpai) -> None:
    out, _ = senpai("chat", "--as", "葵", "--admin", typed="/role cmo\n")
    assert "■ CMO" in out


@pytest.mark.slow
def test_a_library_of_ones_own(senpai: Senpai, tmp_path: Path) -> None:
    write(tmp_path, "mine/sre.md", document("sre", "信頼性の人"))
    out, _ = senpai("chat", "--content", "mine", typed="/role sre\n/role cmo\n")
    assert "■ 信頼性の人" in out
    assert "最高マーケティング責任者" not in out


@pytest.mark.slow
def test_several_places_are_one_library(senpai: Senpai, tmp_path: Path) -> None:
    one = write(tmp_path, "a/sre.md", document("sre"))
    write(tmp_path, "b/vpe.md", document("vpe"))
    out, _ = senpai("--content", one, "--content", tmp_path / "b", typed="/role sre\n/role vpe\n")
    assert "■ SRE" in out
    assert "■ VPE" in out


@pytest.mark.parametrize(("locale", "words"), [("ja", "見つかりません"), ("en", "doesn't exist")])
def test_a_missing_folder_is_said_in_a_sentence(senpai: Senpai, locale: str, words: str) -> None:
    out, err = senpai("chat", "--content", "nowhere", "--locale", locale, code=2)
    assert out == ""
    assert "nowhere" in err
    assert words in err
    assert len(err.splitlines()) == 1


@pytest.mark.slow
def test_broken_documents_are_named_while_the_others_are_served(
    senpai: Senpai, tmp_path: Path
) -> None:
    write(tmp_path, "mine/sre.md", document("sre"))
    write(tmp_path, "mine/broken.md", "---\nslug: x\n---\n")
    out, err = senpai("--content", "mine", typed="/role sre\n")
    assert "■ SRE" in out
    assert "mine/broken.md:1: error" in err


@pytest.mark.slow
def test_an_empty_library_says_so(senpai: Senpai, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    out, _ = senpai("--content", "mine", typed="/role\n/role cmo\n/career cmo\n/help\n")
    assert "職種の文書がまだ一つもありません" in out


@pytest.mark.slow
@pytest.mark.skipif(not BESIDE.exists(), reason="senpai is not installed here")
def test_senpai_is_python_m_bot(fresh: Senpai, tmp_path: Path) -> None:
    installed = Senpai(tmp_path, Started((str(BESIDE),)))
    for arguments in (("--version",), ("--help",), ("roles", "--help")):
        assert installed(*arguments) == fresh(*arguments)
    assert installed(typed="/role cmo\n")[0] == fresh(typed="/role cmo\n")[0]


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_help_is_in_the_language_of_the_person(senpai: Senpai, locale: str) -> None:
    out, _ = senpai("--locale", locale, "--help")
    assert ("職種の文書" in out) == (locale == "ja")


@pytest.mark.slow
def test_an_unknown_option_is_refused(senpai: Senpai) -> None:
    out, err = senpai("chat", "--nonsense", code=2)
    assert out == ""
    assert "--nonsense" in err
