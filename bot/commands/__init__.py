"""The commands, in the order in which menus list them and in which they are offered talk."""

from __future__ import annotations

from bot.command import Command
from bot.commands.ask import ASK
from bot.commands.career import CAREER
from bot.commands.compare import COMPARE
from bot.commands.hello import HELLO
from bot.commands.help import HELP
from bot.commands.role import ROLE
from bot.commands.share import SHARE

ALL: tuple[Command, ...] = (ROLE, CAREER, COMPARE, HELP, HELLO, SHARE, ASK)
