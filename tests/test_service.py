"""`senpai run` and `senpai doctor` as processes, against stand-ins for both platforms at once."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.storage.store import Store
from bot.storage.tables import OutboxRow
from tests.conftest import ROOT
from tests.standins.discord import Discord
from tests.standins.slack import APP_TOKEN, BOT_TOKEN, SlackStandIn
from tests.standins.slack_payloads import BOT_USER
from tests.standins.slack_person import SlackPerson

pytestmark = pytest.mark.slow
_BOUND = 30.0


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(_BOUND):
        while not condition():  # noqa: ASYNC110 - another process can't tell us
            await asyncio.sleep(0.02)


@asynccontextmanager
async def platforms() -> AsyncIterator[tuple[SlackStandIn, Discord]]:
    slack = SlackStandIn()
    await slack.start()
    try:
        async with Discord() as discord:
            yield slack, discord
    finally:
        await slack.stop()


def environment(slack: SlackStandIn, discord: Discord, folder: Path, **more: str) -> dict[str, str]:
    return os.environ | {
        "SENPAI_CACHE": str(folder / "cache"),
        "SENPAI_DATABASE": f"sqlite+aiosqlite:///{folder / 'senpai.sqlite3'}",
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_API_URL": slack.api_url,
        "DISCORD_TOKEN": discord.token,
        "DISCORD_API_URL": discord.api_url,
        "DISCORD_GATEWAY_URL": discord.gateway_url,
        "PYTHONPATH": str(ROOT),
        **more,
    }


async def senpai(env: Mapping[str, str], folder: Path, *arguments: str) -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments, env=env, cwd=folder, stdout=PIPE, stderr=PIPE
    )


async def shared_rows(folder: Path) -> list[str]:
    store = Store(f"sqlite+aiosqlite:///{folder / 'senpai.sqlite3'}")
    async with store.begin() as session:
        states = list(await session.scalars(select(OutboxRow.state)))
    await store.close()
    return states


def test_both_platforms_are_served_until_it_is_told_to_stop(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with platforms() as (slack, discord):
            process = await senpai(environment(slack, discord, tmp_path), tmp_path, "run")
            try:
                await until(lambda: slack.connections and discord.gateway.connected.is_set())
                await slack_shares(slack)
                await discord_looks_up(discord)
            finally:
                process.send_signal(signal.SIGTERM)
            async with asyncio.timeout(15):
                out, err = await process.communicate()
            assert process.returncode == 0, err.decode()
            assert out == b""
            assert "Traceback" not in err.decode()
            assert BOT_TOKEN not in err.decode()
            assert discord.token not in err.decode()
        assert await shared_rows(tmp_path) == ["done"]

    asyncio.run(scenario())


async def slack_shares(slack: SlackStandIn) -> None:
    """Aoi looks a role up in a channel, where nobody else sees it, and shares it."""
    user = slack.world.add_user("U1", "葵")
    slack.world.add_channel("C1", "U1", BOT_USER)
    seen = 0

    async def settled() -> None:
        await until(lambda: len(user.seen) > seen)

    aoi = SlackPerson(slack, "U1", settled)
    await aoi.command("/role", "cmo", "C1")
    assert "CMO（最高マーケティング責任者）" in aoi.screen()
    assert slack.world.in_channel("C1") == ""
    seen = len(user.seen)
    await aoi.press("ここに共有")
    await until(lambda: "葵さんが共有しました。" in slack.world.in_channel("C1"))
    assert "最高マーケティング責任者" in slack.world.in_channel("C1")


async def discord_looks_up(discord: Discord) -> None:
    await until(lambda: discord.commands)
    aoi = discord.person("葵", "en-GB")
    await discord.slash(aoi, "role", role="cmo")
    await until(lambda: discord.seen[aoi.id])
    assert "Chief Marketing Officer" in discord.seen[aoi.id][0].screen.text


def test_a_wrong_token_on_one_platform_leaves_the_other_served(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with platforms() as (slack, discord):
            env = environment(slack, discord, tmp_path, SLACK_BOT_TOKEN="xoxb-wrong")  # noqa: S106
            process = await senpai(env, tmp_path, "run")
            try:
                await until(discord.gateway.connected.is_set)
                await discord_looks_up(discord)
            finally:
                process.send_signal(signal.SIGTERM)
            _, err = await process.communicate()
            assert process.returncode == 0
            assert "slack: " in err.decode()
            assert "senpai doctor" in err.decode()
            assert "xoxb-wrong" not in err.decode()
            assert "Traceback" not in err.decode()

    asyncio.run(scenario())


def test_wrong_tokens_everywhere_end_it(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with platforms() as (slack, discord):
            wrong = {"SLACK_BOT_TOKEN": "xoxb-wrong", "DISCORD_TOKEN": "wrong"}
            env = environment(slack, discord, tmp_path, **wrong)
            process = await senpai(env, tmp_path, "run")
            async with asyncio.timeout(_BOUND):
                _, err = await process.communicate()
            assert process.returncode == 1
            assert "discord: " in err.decode()

    asyncio.run(scenario())


def test_the_doctor_finds_all_well_or_says_what_to_mend(tmp_path: Path) -> None:
    async def report(env: Mapping[str, str]) -> tuple[int | None, str]:
        process = await senpai(env, tmp_path, "doctor")
        async with asyncio.timeout(_BOUND):
            out, err = await process.communicate()
        assert err == b""
        return process.returncode, out.decode()

    async def scenario() -> None:
        async with platforms() as (slack, discord):
            code, well = await report(environment(slack, discord, tmp_path))
            assert "49件の職種を読み込みました。" in well
            # The commands are registered when it first runs, so this one is to mend.
            assert [
                x for x in well.split("\n") if x.startswith("  ✗") and "コマンド" not in x
            ] == []
            wrong = environment(slack, discord, tmp_path, SLACK_BOT_TOKEN="xoxb-wrong")  # noqa: S106
            code, broken = await report(wrong)
            assert code == 1
            assert "✗" in broken
            assert "xoxb-wrong" not in broken

    asyncio.run(scenario())


def test_the_doctor_names_a_database_that_can_t_be_used(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    env = os.environ | {
        "SENPAI_DATABASE": f"sqlite+aiosqlite:///{tmp_path / 'file' / 'x.sqlite3'}",
        "PYTHONPATH": str(ROOT),
    }

    async def scenario() -> None:
        process = await senpai(env, tmp_path, "doctor", "--locale", "en")
        out, err = await process.communicate()
        assert process.returncode == 1, err.decode()
        assert "SENPAI_DATABASE" in out.decode()
        assert "docs/slack.md" in out.decode()

    asyncio.run(scenario())


@pytest.mark.parametrize("address", ["senpai", "mysql://u:secret@h/d"])
def test_an_address_that_is_none_is_said(tmp_path: Path, address: str) -> None:
    env = os.environ | {"SENPAI_DATABASE": address, "PYTHONPATH": str(ROOT)}
    platform = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s"}

    async def scenario() -> None:
        for command in ("doctor", "run"):
            process = await senpai(env | platform, tmp_path, command, "--locale", "en")
            out, err = await process.communicate()
            assert process.returncode == 2
            assert "SENPAI_DATABASE" in err.decode()
            assert b"Traceback" not in err
            assert b"secret" not in out + err

    asyncio.run(scenario())


def test_the_doctor_says_what_an_address_for_reports_may_look_like(tmp_path: Path) -> None:
    env = os.environ | {"SENPAI_REPORT_URL": "https://example.com/{nope}", "PYTHONPATH": str(ROOT)}

    async def scenario() -> None:
        process = await senpai(env, tmp_path, "doctor", "--locale", "en")
        _, err = await process.communicate()
        assert process.returncode == 2
        assert "SENPAI_REPORT_URL" in err.decode()
        assert "{slug}, {title}, {section}" in err.decode()

    asyncio.run(scenario())


def test_it_waits_for_its_database_and_stops_when_it_is_told_to(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with platforms() as (slack, discord):
            away = "postgresql://bob:hunter2@127.0.0.1:1/x"
            env = environment(slack, discord, tmp_path, SENPAI_DATABASE=away)
            process = await senpai(env, tmp_path, "run")
            assert process.stderr
            async with asyncio.timeout(_BOUND):
                said = (await process.stderr.readline()).decode()
            process.send_signal(signal.SIGTERM)
            _, rest = await process.communicate()
            assert "SENPAI_DATABASE" in said
            assert "bob:***@127.0.0.1:1/x" in said
            assert rest == b""
            assert process.returncode == 0

    asyncio.run(scenario())
