"""Small things that people say, and what they see: a line each."""

from __future__ import annotations

import asyncio
import itertools

import pytest

from bot.adapters.console.render import Style, as_text
from bot.app import App
from bot.messages import Person, Request

_ids = itertools.count()


def answer(app: App, line: str, locale: str) -> str:
    person = Person("test", "test", "answers", locale=locale)
    request = Request(f"answer-{next(_ids)}", person, line)
    replies = asyncio.run(app.engine.handle(request))
    return "\n".join(as_text(reply, 1, Style(colour=False)) for reply in replies)


JAPANESE = [
    ("/compare cmo CMO", "どちらもCMOです", "CMOとCMO"),
    (
        "/career QAエンジニア QAリーダー",
        "QAリーダーは未収録のため、スキルの差は示せません",
        "次のステップで",
    ),
    ("CMOにデジタルマーケターからなるには", "デジタルマーケター → CMO", "逆の"),
    ("営業担当からCMOになるには", "法人営業 → CMO", "CMOのキャリア"),
    ("マーケの仕事", "「マーケ」に近い職種です", "読み取れません"),
    ("CMOの仕事", "CMO：主な業務", "読み取りきれ"),
    ("PdMとCMOを見たい", "プロダクトマネージャー → CMO", "まず概要を"),
    ("/role section=skills", "どの分野を見ますか", "出典"),
]
ENGLISH = [
    ("/compare cmo CMO", "Both of these are CMO", "CMO and CMO"),
    ("/career cmo", "[1, 2]", "・2"),
    ("how to become CMO from brand manager", "Brand Manager → CMO", "other way round"),
    ("Which is better, brand manager or CMO?", "Brand Manager and CMO", "overview"),
    ("brand manager or CMO hmm", "Brand Manager → CMO", "here is the overview"),
]


@pytest.mark.parametrize(
    ("locale", "line", "seen", "unseen"),
    [*(("ja", *each) for each in JAPANESE), *(("en", *each) for each in ENGLISH)],
)
def test_a_line_and_its_answer(app: App, locale: str, line: str, seen: str, unseen: str) -> None:
    said = answer(app, line, locale)
    assert seen in said
    assert unseen not in said


@pytest.mark.parametrize("command", ["compare", "career"])
def test_a_choice_of_the_first_role_keeps_the_second_even_if_misspelt(
    app: App, command: str
) -> None:
    person = Person("test", "test", "answers")
    request = Request(f"answer-{next(_ids)}", person, f"/{command} マネージャー → グロースリーダ")
    (reply,) = asyncio.run(app.engine.handle(request))
    runs = [button.run for button in reply.buttons]
    assert f"/{command} brand_manager growth_leader" in runs
    assert all(run.endswith(" growth_leader") for run in runs)
