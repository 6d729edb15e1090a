"""The commands, in the order in which menus list them and in which they are offered talk."""

from __future__ import annotations

from bot.command import Command
from bot.commands.answer import ANSWER, ANSWER_SCORED
from bot.commands.answers import ANSWERS, WITHDRAW
from bot.commands.ask import ASK
from bot.commands.begin import BEGIN
from bot.commands.career import CAREER, PICTURE
from bot.commands.choose import CHOOSE
from bot.commands.compare import COMPARE
from bot.commands.daily import DAILY, DAILY_COUNT, DAILY_POST, DAILY_REFUSED
from bot.commands.goal import GOAL
from bot.commands.hello import HELLO
from bot.commands.help import HELP
from bot.commands.hint import HINT
from bot.commands.home import HOME
from bot.commands.interview import INTERVIEW
from bot.commands.interview import LATER as INTERVIEW_LATER
from bot.commands.mydata import MYDATA
from bot.commands.points import POINTS
from bot.commands.privacy import PRIVACY
from bot.commands.progress import DRAWN, PROGRESS
from bot.commands.role import ROLE
from bot.commands.settings import SETTINGS
from bot.commands.share import SHARE
from bot.commands.write import WRITE

ALL: tuple[Command, ...] = (
    ROLE,
    CAREER,
    COMPARE,
    INTERVIEW,
    GOAL,
    DAILY,
    ANSWERS,
    PROGRESS,
    SETTINGS,
    MYDATA,
    PRIVACY,
    HELP,
    HELLO,
    HOME,
    SHARE,
    CHOOSE,
    PICTURE,
    ANSWER,
    WRITE,
    BEGIN,
    WITHDRAW,
    HINT,
    POINTS,
    DAILY_POST,
    DAILY_REFUSED,
    DAILY_COUNT,
    *INTERVIEW_LATER,
    ANSWER_SCORED,
    DRAWN,
    ASK,
)
