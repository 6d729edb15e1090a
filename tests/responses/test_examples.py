"""After a point that was missed, one short cue stands as an example, never as the answer."""

from __future__ import annotations

from pathlib import Path

from bot.markup import escape
from tests.responses.desk import QUESTION, Desk

SAID = "解約しそうなお客様を10社訪ねて、理由を聞きました。"


def cues(folder: Path, id: str, points: list[str], *phrases: str) -> None:
    lines = [f"{id}:"]
    for point in points:
        lines += [f"  {point}:", *(f"  - {phrase}" for phrase in phrases)]
    (folder / "cmo.cues.yaml").write_text("\n".join(lines), encoding="utf-8")


def told(desk: Desk, *phrases: str) -> str:
    role = desk.house.engine._library().role("cmo", "ja")
    assert role
    question = role.questions[0]
    cues(desk.content, question.id, [point.text for point in question.points], *phrases)
    desk.run(desk.house.service.reload())
    desk.ask(f"/answer {QUESTION}", {"text": SAID})
    (feedback,) = desk.feedback
    assert feedback.card
    assert "正解ではありません" in feedback.card.footer
    return feedback.card.body


def test_the_first_point_that_was_missed_has_the_shortest_cue(desk: Desk) -> None:
    body = told(desk, "北の港で三年間、船の荷を量っていました", "灯台の油を替えました")
    assert body.count(escape("（面接官が耳を傾けそうな話の例：「灯台の油を替えました」）")) == 1
    assert "船の荷" not in body


def test_a_cue_that_is_long_is_no_example(desk: Desk) -> None:
    assert "話の例" not in told(desk, "灯台の油を替えて、" * 8)
