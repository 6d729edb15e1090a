"""`senpai roles`: for the authors of role documents."""

from __future__ import annotations

import argparse
import asyncio
import sys
from dataclasses import replace
from pathlib import Path

import msgspec

from bot.adapters.console.render import Style, as_text, inert
from bot.app import App
from bot.cli import cues, trying
from bot.cli.settings import settings_of
from bot.cli.stats import table
from bot.cli.trying import explained
from bot.config import Settings
from bot.library.export import as_plain
from bot.library.figures import figures
from bot.library.files import shown, strays
from bot.library.library import Library
from bot.library.problems import Level, Problem
from bot.library.shelf import Shelf
from bot.library.strict import shortcomings, slips, spellings
from bot.library.template import new_document
from bot.locale import Texts
from bot.messages import Person, Request


def run(options: argparse.Namespace, say: Texts) -> int:
    settings = settings_of(options)
    actions = {"check": _check, "show": _show, "new": _new, "stats": _stats, "try": trying.run}
    return actions[options.action](options, settings, say)


def _check(options: argparse.Namespace, settings: Settings, say: Texts) -> int:
    checked = Shelf(options.paths, report=False).library
    problems = _problems(checked, options.paths, settings, strict=options.strict)
    if options.cues:
        counted = [problem for problem in problems if problem.code != "check-cues-missing"]
        problems = [*counted, *cues.problems(checked)]
    errors = sum(problem.level is Level.ERROR for problem in problems)
    warnings = len(problems) - errors
    if options.json:
        found = [
            {
                "file": problem.path,
                "line": problem.line,
                "level": problem.level,
                "code": problem.code,
                "message": say(problem.code, **problem.args),
            }
            for problem in problems
        ]
        print(msgspec.json.encode(found).decode())
    else:
        for problem in problems:
            where = f"{problem.path}:{problem.line}"
            print(inert(f"{where}: {problem.level}: {say(problem.code, **problem.args)}"))
        print(say("check-summary", roles=len(checked), errors=errors, warnings=warnings))
        if checked.sets:
            print(say("check-summary-sets", sets=len(checked.sets)))
    return 1 if errors or (options.strict and warnings) else 0


def _problems(
    checked: Library, paths: list[Path], settings: Settings, *, strict: bool
) -> list[Problem]:
    """What is wrong with the checked documents, in the library that they are to stand in."""
    others = checked
    if any(path.is_file() for path in paths):
        others = checked.joined(_around(paths, settings))
    problems = [
        problem
        for problem in checked.problems
        if problem.code != "check-unknown-related"
        or others.entry(problem.args["slug"], settings.locale) is None
    ]
    problems.extend(Problem(shown(path), 1, Level.WARNING, "check-stray") for path in strays(paths))
    documents = frozenset(entry.path for entry in checked.all_entries())
    problems.extend(spellings(checked))
    problems.extend(slips(others, documents))
    if strict:
        problems.extend(shortcomings(others, documents))
    return sorted(problems, key=lambda problem: (problem.path, problem.line, problem.level))


def _around(paths: list[Path], settings: Settings) -> Library:
    """The library that is served, and what lies beside the files."""
    places = [place for place in settings.content if place.exists()]
    served = {place.resolve() for place in places}
    beside = {path.resolve().parent for path in paths if path.is_file()} - served
    library = Shelf(places, settings.cache, report=False).library
    return Shelf(sorted(beside), report=False).library.joined(library)


def _stats(options: argparse.Namespace, _: Settings, say: Texts) -> int:
    print(inert(table(figures(Shelf(options.paths, report=False).library), say)))
    return 0


def _show(options: argparse.Namespace, settings: Settings, say: Texts) -> int:
    path = Path(options.role)
    if path.is_file():
        settings = replace(settings, content=(path,), cache=None)
    app = App(settings)
    library = app.shelf.library
    slugs = [entry.slug for entry in library.all_entries()]
    slug = slugs[0] if path.is_file() and slugs else library.slug(options.role)
    role = library.role(slug, say.locale)
    if role is None:
        for problem in library.problems if path.is_file() else ():
            if problem.level is Level.ERROR:
                print(explained(problem, say), file=sys.stderr)
        print(say("cli-no-such-role", role=options.role), file=sys.stderr)
        return 1
    if options.json:
        print(msgspec.json.format(msgspec.json.encode(as_plain(role)), indent=2).decode())
        return 0
    person = Person("console", "console", "author", locale=say.locale)
    request = Request("roles-show", person, f"/role {slug}")
    style = Style(colour=sys.stdout.isatty())
    for reply in asyncio.run(app.engine.handle(request)):
        print(as_text(replace(reply, buttons=()), 1, style))
    return 0


def _new(options: argparse.Namespace, settings: Settings, say: Texts) -> int:
    folder: Path = options.to or settings.content[0]
    try:
        path = new_document(folder, options.name, say.locale, options.slug)
    except ValueError as bad:
        text = "cli-bad-slug" if options.name.strip() else "cli-no-name"
        print(say(text, slug=str(bad)), file=sys.stderr)
        return 1
    except FileExistsError as existing:
        print(say("cli-file-exists", path=str(existing.filename)), file=sys.stderr)
        return 1
    except OSError as error:
        args = {"path": str(folder), "reason": error.strerror or str(error)}
        print(say("cli-not-written", **args), file=sys.stderr)
        return 1
    print(say("cli-written", path=str(path)))
    return 0
