"""`python -m benchmarks [--quick] [NAME …]`: prints figures, judges none."""

from __future__ import annotations

import argparse
import os
import platform

from benchmarks import discord, fanout, interviews, lookup, parsing, planning, saving, slack, start

_ALL = {
    "lookup": lookup.run,
    "parsing": parsing.run,
    "start": start.run,
    "slack": slack.run,
    "discord": discord.run,
    "saving": saving.run,
    "planning": planning.run,
    "fanout": fanout.run,
    "interviews": interviews.run,
}


def main() -> None:
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(_ALL)}; else all")
    parser.add_argument("--quick", action="store_true", help="small sizes")
    options = parser.parse_args()
    unknown = set(options.names) - set(_ALL)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors")
    for name in options.names or _ALL:
        print()
        _ALL[name](quick=options.quick)


if __name__ == "__main__":
    main()
