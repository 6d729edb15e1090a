"""Files reach the person and nobody else; where they can't, that is said instead."""

from __future__ import annotations

import pytest

from bot.messages import Card, File, Image, Reply
from tests.slack.coaches import Scripted
from tests.slack.place import CHANNEL, place, run
from tests.standins.slack_limits import Fault
from tests.standins.slack_payloads import home_opened

DATA = '{"回答": "予算を移しました"}'
EXPORT = Reply("DMに送りました。", files=(File("mydata.json", DATA.encode()),), to="dm")


@pytest.mark.parametrize("where", ["dm", "channel", "home"])
def test_a_file_goes_to_the_dm_wherever_it_was_asked_for(where: str) -> None:
    async def conversation() -> None:
        coach = Scripted({"": [EXPORT]})
        async with place(coach) as here:
            aoi, ren = here.person(), here.person("U0REN", "蓮")
            if where == "home":
                await aoi.event(home_opened(aoi.id, aoi.dm))
            else:
                await aoi.command("/mydata", "export", "" if where == "dm" else CHANNEL)
            assert "DMに送りました。" in aoi.screen()
            file = next(shown for shown in aoi.shown if "file" in shown)
            assert file["channel"] == aoi.dm
            assert file["text"] == f"mydata.json\n{DATA}"
            assert ren.screen() == ""

    run(conversation())


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault(error="missing_scope"), "Slackアプリの権限（"),
        (Fault(error="internal_error"), "ファイルを送れませんでした"),
        (Fault(500), "ファイルを送れませんでした"),
        (Fault(0), "ファイルを送れませんでした"),
    ],
    ids=["scope", "internal", "500", "dropped"],
)
@pytest.mark.parametrize("step", ["files.getUploadURLExternal", "files.completeUploadExternal"])
def test_a_file_that_could_not_be_sent_is_not_said_to_be_there(
    step: str, fault: Fault, said: str
) -> None:
    async def conversation() -> None:
        async with place(Scripted({"": [EXPORT]})) as here:
            aoi = here.person()
            here.slack.faults[step].append(fault)
            await aoi.command("/mydata", "export", CHANNEL)
            assert said in aoi.screen()
            assert "DMに送りました。" not in aoi.screen()
            assert not [shown for shown in aoi.shown if "file" in shown]

    run(conversation())


def test_a_file_for_a_closed_dm() -> None:
    async def conversation() -> None:
        async with place(Scripted({"": [EXPORT]})) as here:
            aoi = here.person()
            here.slack.world.users[aoi.id].dm_closed = True
            await aoi.command("/mydata", "export", CHANNEL)
            assert "DMを送れませんでした" in aoi.screen()

    run(conversation())


PNG = b"\x89PNG\r\n\x1a\n"
PICTURE = Reply(card=Card("これまでの歩み", "8回です", image=Image(PNG, "CMOは80%の図")))


@pytest.mark.parametrize("where", ["dm", "channel"])
def test_a_picture_goes_to_the_dm_with_its_words(where: str) -> None:
    async def conversation() -> None:
        async with place(Scripted({"": [PICTURE]})) as here:
            aoi = here.person()
            await aoi.command("/progress", "", aoi.dm if where == "dm" else CHANNEL)
            file = next(shown for shown in aoi.shown if "file" in shown)
            assert (file["channel"], file["text"]) == (aoi.dm, "senpai.png\nCMOは80%の図")
            assert here.slack.world.files.held[file["file"]][2] == PNG
            assert "8回です" in aoi.screen()
            assert ("図は、DMに送りました。" in aoi.screen()) == (where == "channel")

    run(conversation())


def test_where_a_picture_may_not_be_sent_its_words_and_the_reason_stand() -> None:
    async def conversation() -> None:
        async with place(Scripted({"": [PICTURE]})) as here:
            aoi = here.person()
            here.slack.faults["files.getUploadURLExternal"].append(Fault(error="missing_scope"))
            await aoi.command("/progress", "", CHANNEL)
            for words in ("8回です", "CMOは80%の図", "Slackアプリの権限（"):
                assert words in aoi.screen()
            assert not [shown for shown in aoi.shown if "file" in shown]

    run(conversation())
