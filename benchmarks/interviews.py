"""A thousand interviews under way, of people of twenty servers, and fifteen answers a second.

Senpai is a process of its own, as `senpai run` is, over SQLite on the disk; people and Discord are
a stand-in in this one, which takes fifty calls a second and five messages in five seconds a DM.
Everybody answers once. An answer counts as finished when nothing more was said for a while (the
quiet window); what is measured is how long after that its feedback arrives, without the time that
the scorer itself took.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import logging
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot import storage
from bot.coaching import interview as values
from bot.coaching import pacing
from bot.coaching.advance import begin
from bot.coaching.feedback import Feedback, Point, Scorers
from bot.coaching.interview import Interview
from bot.coaching.scorer import OfflineScorer
from bot.config import DiscordSettings, Settings
from bot.library.model import Role
from bot.library.shelf import Shelf
from bot.messages import Person
from bot.service import Service
from bot.storage.later import Due
from bot.storage.store import Store
from tests.standins.discord import Discord
from tests.standins.discord_payloads import Member

TARGET = 0.5
"""Seconds."""

A_SECOND = 15
_SERVERS = 20
_PATIENCE = 30.0
_WARM = 60
"""Answers before the measured ones: a process that has just started takes its time over those."""

_AGO = timedelta(days=10)
_CONTENT = Path(__file__).parents[1] / "content"
_SAID = (
    "毎週の数字を見て、効きの悪い枠を止め、浮いた予算を検索広告へ移しました。獲得単価は3か月で"
    "28%下がりました。関係者には理由と数字を先に伝え、翌月も同じ表で続けて確かめています。"
    "はじめは反対もありましたが、小さく試した結果を見せて、全体に広げることができました。"
    "{number}件目の施策です。"
)


class People(Discord):
    """arrived: when feedback came to a DM, by its channel."""

    def __init__(self) -> None:
        super().__init__()
        self.rates.on = True
        self.arrived: dict[str, float] = {}

    def post(self, channel: str, said: Mapping[str, Any]) -> dict[str, Any]:
        if "フィードバック" in json.dumps(said, ensure_ascii=False):
            self.arrived.setdefault(channel, time.perf_counter())
        return super().post(channel, said)


class Timed:
    """A scorer that remembers how long it took over each answer."""

    def __init__(self) -> None:
        self._scorer = OfflineScorer()
        self.took: dict[str, float] = {}

    def judge(self, question: str, points: Sequence[Point], answer: str) -> Feedback:
        began = time.perf_counter()
        found = self._scorer.judge(question, points, answer)
        self.took[answer] = time.perf_counter() - began
        return found


async def fill(store: Store, people: Sequence[Member], role: Role) -> int:
    """Puts everybody into an interview, at its first question; gives the bytes of all states.

    Begun so long ago that Senpai doesn't look at its start for what they said meanwhile.
    """
    chance, now, size = random.Random(0), datetime.now(UTC) - _AGO, 0
    questions = {question.id: question for question in role.questions}
    async with store.begin() as session:
        for number, member in enumerate(people):
            queue = tuple((role.slug, id) for id in chance.sample(sorted(questions), 5))
            new = Interview(f"{number:08x}", role.slug, "ja", 5, now, now, queue=queue)
            begun, _ = begin(new, lambda _, id: questions.get(id))
            person = Person("discord", "discord", member.id)
            held = storage.interviews.Held(begun, "dm", f"G{number % _SERVERS}")
            await storage.interviews.add(session, person, held)
            place = ("discord", "discord", "", "", member.id)
            run = f"/interview-left {new.id}"
            await storage.later.put(session, Due(f"left-{new.id}", now + 2 * _AGO, *place, run))
            size += len(values.to_json(begun).encode())
    return size


async def answer_all(there: People, people: Sequence[Member]) -> dict[str, tuple[str, float]]:
    """What each said, and when its quiet window ends, by the channel of their DM.

    Waits for all feedback, for a while.
    """
    said: dict[str, tuple[str, float]] = {}
    began = time.perf_counter()
    for number, member in enumerate(people):
        await asyncio.sleep(max(0.0, began + number / A_SECOND - time.perf_counter()))
        text = _SAID.format(number=number)
        said[member.dm] = (text, time.perf_counter() + pacing.window(text).total_seconds())
        await there.say(member, text)
    over = time.perf_counter() + _PATIENCE
    while said.keys() - there.arrived.keys() and time.perf_counter() < over:  # noqa: ASYNC110 - nothing is measured here
        await asyncio.sleep(0.1)
    return said


async def measure(folder: str, interviews: int, answers: int) -> None:
    url = f"sqlite:///{folder}/senpai.sqlite3"
    role = Shelf((_CONTENT,), None).library.role("cmo", "ja")
    assert role
    async with AsyncExitStack() as stack:
        there = People()
        await stack.enter_async_context(there)
        people = [there.person() for _ in range(interviews)]
        store = Store(url)
        await store.upgrade()
        size = await fill(store, people, role)
        await store.close()
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-W", "ignore", "-m", "benchmarks.interviews"),
            *(url, there.api_url, there.gateway_url),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        await there.gateway.connected.wait()
        await answer_all(there, people[answers : answers + _WARM])
        assert child.stdin
        child.stdin.write(b"\n")
        said = await answer_all(there, people[:answers])
        out, _ = await child.communicate(b"")
        told = json.loads(out)
    late = [
        there.arrived[dm] - quiet - told["took"][text]
        for dm, (text, quiet) in said.items()
        if dm in there.arrived
    ]
    took = [told["took"][text] for text, _ in said.values() if text in told["took"]]
    print(
        f"{interviews} interviews under way, {len(said)} answers, {A_SECOND} a second: "
        f"{len(late)} judged and told, {there.rates.refused} calls refused"
    )
    for name, times, target in (
        ("feedback after the quiet window, without the scorer", late, f" (target {TARGET})"),
        ("the scorer", took, ""),
    ):
        p99 = statistics.quantiles(times, n=100)[98]
        print(f"  {name}: median {statistics.median(times):.3f} s, p99 {p99:.3f} s{target}")
    print(f"  work of a processor for an answer: {told['worked'] / len(said) * 1000:.0f} ms")
    print(
        f"  interviews in memory afterwards: {told['held']}; a row of {size // interviews} bytes "
        f"each; at most {told['memory'] // 1024} MB for the whole process"
    )


async def _serve(url: str, api_url: str, gateway_url: str) -> None:
    """Senpai, until standard input ends; then prints what it measured."""
    discord = DiscordSettings("test-token", api_url, gateway_url)
    settings = Settings(content=(_CONTENT,), cache=None, locale="ja", database=url, discord=discord)
    service, timed, stop = Service(settings), Timed(), asyncio.Event()
    service.engine._scorers = Scorers(timed)  # noqa: SLF001 - the service has no other
    running = asyncio.create_task(service.run(stop))
    await asyncio.to_thread(sys.stdin.readline)
    began = time.process_time()
    await asyncio.to_thread(sys.stdin.read)
    worked = time.process_time() - began
    stop.set()
    await running
    gc.collect()
    held = sum(isinstance(each, Interview) for each in gc.get_objects())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"took": timed.took, "held": held, "memory": memory, "worked": worked}))


def run(*, quick: bool) -> None:
    """Prints how late feedback comes, and what an idle interview takes."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(folder, 1000, 150 if quick else 900))


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("url", "api_url", "gateway_url"):
        parser.add_argument(name)
    options = parser.parse_args()
    logging.disable(logging.ERROR)
    asyncio.run(_serve(options.url, options.api_url, options.gateway_url))


if __name__ == "__main__":
    main()
