"""From the bytes of a document to a Role, or to what is wrong with it."""

from __future__ import annotations

import datetime as dt
import difflib
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.library import extract, markdown, titles
from bot.library.front import Front, UnreadableError, split
from bot.library.headings import few_topics, mark_headings, outline
from bot.library.lines import flow
from bot.library.model import QUESTIONS, Block, CareerPath, Fact, Role, Section, Topic
from bot.library.names import key
from bot.library.paths import paths
from bot.library.problems import Level, Problem
from bot.library.questions import id_marks, questions

LARGEST = 1_000_000
"""The most bytes a document may have."""

_MOST_LINES = 20_000
_MOST_NESTED = 1_000
_NESTED = re.compile(r"^(?:[ \t]*[-*+>][ \t]+){4}", re.MULTILINE)

SLUG = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
LONGEST_SLUG = 40

_LANG_IN_NAME = re.compile(r"\.([A-Za-z]{2})(?:[-_][A-Za-z]+)?\.[^./\\]+$")
_DATE = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})(?![0-9])")
# What shows nothing: zero-width spaces, and a second byte order mark.
_INVISIBLE = re.compile("[\0\u200b\u2060\ufeff]")
# Letters and the marks that macOS writes apart from them. The rest of the text stays as it is:
# NFC would also change the form of some kanji in names.
_DECOMPOSED = re.compile(r".[\u0300-\u036f\u3099\u309a]{1,8}")
_RULE = re.compile(r"^\s*(?:[-*_]\s*){3,}$")


def read(path: str, data: bytes) -> tuple[Role | None, list[Problem]]:
    """Reads one document. `path` is only named, never opened; `data` is the file's content.

    Returns the role, or None where an error stands among the problems. Never raises for
    anything that a document may hold.
    """
    problems: list[Problem] = []

    def error(code: str, line: int = 1, **args: str) -> tuple[None, list[Problem]]:
        problems.append(Problem(path, line, Level.ERROR, code, args))
        return None, problems

    def warn(code: str, line: int, **args: str) -> None:
        problems.append(Problem(path, line, Level.WARNING, code, args))

    try:
        front = split(_text(data))
    except UnreadableError as bad:
        return error(bad.code, bad.line, **bad.args_for_text)

    slug, title = front.text("slug"), front.text("title")
    if not slug:
        error("check-missing-slug")
    elif not is_slug(slug):
        error("check-bad-slug", front.line("slug"), slug=slug[:60])
    if not title:
        error("check-missing-title")
    if problems:
        return None, problems

    role = _role(path, front, slug, title)
    date = _date(role.revised)
    if role.revised and not date:
        warn("check-bad-date", front.line(*_REVISED), value=role.revised[:40])
    role = replace(role, revised=date)
    for name in front.odd:
        warn("check-odd-field", front.line(name), name=name)
    _check_fields(role, front, warn)
    _check_questions(role, warn)
    _check_ids(role, warn)
    return role, problems


def is_slug(text: str) -> bool:
    return len(text) <= LONGEST_SLUG and SLUG.fullmatch(text) is not None


def _text(data: bytes) -> str:
    """The text with one kind of line break, without what shows nothing, kana in one piece."""
    if len(data) > LARGEST:
        raise UnreadableError("check-too-large", limit=f"{LARGEST:,}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        lines = data[: bad.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n")
        raise UnreadableError("check-not-utf8", lines + 1) from None
    text = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise UnreadableError("check-empty")
    if _too_complex(text):
        raise UnreadableError("check-too-complex")
    if unicodedata.is_normalized("NFC", text):
        return text
    return _DECOMPOSED.sub(lambda letter: unicodedata.normalize("NFC", letter[0]), text)


def _too_complex(text: str) -> bool:
    """Whether reading would take many seconds: more lines, or lists in lists on one line, than
    anybody writes."""
    if text.count("\n") < _MOST_NESTED:
        return False
    lines = sum(1 for line in text.split("\n") if line.strip())
    return lines > _MOST_LINES or len(_NESTED.findall(text)) > _MOST_NESTED


CATEGORIES = (
    *("executive", "marketing", "product", "engineering", "data", "design", "sales"),
    *("customer_success", "hr", "finance", "legal", "operations", "consulting"),
)
"""The fields of work that Senpai has words for; any other stands as its author wrote it."""

_LANGUAGES = ("ja", "en")
_NEARLY = 0.8
_FIELDS = (
    *("slug", "title", "short_name", "aliases", "alias", "lang", "language", "category", "tags"),
    *("keywords", "summary", "related_jobs", "related", "updated", "last_updated", "revised"),
    *("date", "meta_description", "description", "kind"),
)
_REVISED = ("updated", "last_updated", "revised", "date")


def _role(path: str, front: Front, slug: str, title: str) -> Role:
    short, in_title = titles.names(title)
    short = front.text("short_name") or short
    on_title = (Fact(alias, front.line("title")) for alias in in_title)
    other_names = (*on_title, *front.facts("aliases", "alias"))
    aliases = tuple(dict.fromkeys(name.text for name in other_names))
    in_name = _LANG_IN_NAME.search(path)
    lang = front.text("lang", "language") or (in_name[1] if in_name else "ja")
    sections = tuple(_sections(front, title, (title, short, *aliases)))

    def about(topic: Topic) -> list[Block]:
        return [block for s in sections if s.topic is topic for block in s.blocks]

    skills = extract.groups(about(Topic.SKILLS))
    tool_groups = extract.groups(about(Topic.TOOLS))
    named_as_tools = tuple(replace(g, group=g.group or "ツール") for g in tool_groups)
    return Role(
        slug=slug,
        lang=re.split("[-_]", lang.lower())[0],
        path=path,
        title=title,
        short_name=short,
        aliases=aliases,
        category=front.text("category"),
        tags=front.items("tags"),
        keywords=front.items("keywords"),
        summary=_summary(front, about(Topic.OVERVIEW)),
        related=front.facts("related_jobs", "related"),
        revised=front.text(*_REVISED),
        duties=extract.facts(about(Topic.DUTIES)),
        skills=skills + tool_groups,
        tools=extract.tools(skills + named_as_tools),
        collaboration=extract.counterparts(about(Topic.COLLABORATION)),
        career_paths=tuple(_career_paths(sections, (short, *aliases))),
        stories=tuple(story for s in sections for story in extract.stories(s)),
        outlook=extract.facts(about(Topic.OUTLOOK)),
        learning=extract.groups(about(Topic.LEARNING)),
        questions=questions(about(Topic.QUESTIONS)),
        sections=sections,
        kind=QUESTIONS if front.text("kind") == QUESTIONS else "",
        named=(Fact(short, front.line("short_name", "title")), *other_names),
    )


def _sections(front: Front, title: str, names: Sequence[str]) -> Iterator[Section]:
    """The sections in order; text before the first one is a section without a heading."""
    blocks = markdown.parse(front.body, front.body_line)
    openings = outline(blocks, names, title)
    if few_topics(openings):
        marked = mark_headings(front.body, names)
        if marked != front.body:
            blocks = markdown.parse(marked, front.body_line)
            openings = outline(blocks, names, title)
    source = front.body.split("\n")
    starts = [(i, blocks[i].line, topic) for i, topic in openings.items()]
    first_block = starts[0][0] if starts else len(blocks)
    before = [b for b in blocks[:first_block] if b.kind != "heading" or b.depth > 1]
    if before:
        last = starts[0][1] if starts else front.body_line + len(source)
        text = _lines_between(source, before[0].line, last, front.body_line)
        topic = None if Topic.OVERVIEW in openings.values() else Topic.OVERVIEW
        yield Section("", topic, text, before[0].line, tuple(before))
    ends = [*starts, (len(blocks), front.body_line + len(source), None)]
    for (i, line, topic), (next_i, next_line, _) in pairwise(ends):
        text = _lines_between(source, line + 1, next_line, front.body_line)
        yield Section(blocks[i].text, topic, text, line, tuple(blocks[i + 1 : next_i]))


def _lines_between(source: Sequence[str], first: int, last: int, body_line: int) -> str:
    """The lines from `first` up to `last`, without the rules and blank lines around them."""
    lines = list(source[first - body_line : last - body_line])
    while lines and (not lines[-1].strip() or _RULE.match(lines[-1])):
        lines.pop()
    while lines and (not lines[0].strip() or _RULE.match(lines[0])):
        lines.pop(0)
    return "\n".join(lines)


def _summary(front: Front, overview: Sequence[Block]) -> Fact:
    """What a card says of the role: `summary:`, else the first paragraph, else the description."""
    if given := front.text("summary"):
        return Fact(given, front.line("summary"))
    for block in overview:
        if block.kind == "text":
            return Fact(flow(block.text), block.line)
    names = ("meta_description", "description")
    return Fact(front.text(*names), front.line(*names))


def _career_paths(sections: Sequence[Section], names: Sequence[str]) -> Iterator[CareerPath]:
    """Every arrow line about careers; elsewhere, those that lead through this very role."""
    keys = {key(name) for name in names}
    for section in sections:
        careers = section.topic is Topic.CAREER
        for path in paths(section, chevrons=careers):
            if careers or any(key(step.step) in keys for step in path.steps):
                yield path


def _date(text: str) -> str:
    """「2026年4月1日」, 2026/4/1 or 2026-04-01 as the last, else nothing."""
    match = _DATE.match(unicodedata.normalize("NFKC", text))
    try:
        return dt.date(*map(int, match.groups())).isoformat() if match else ""
    except ValueError:
        return ""


def _check_fields(role: Role, front: Front, warn: Callable[..., None]) -> None:
    """What is written nearly like a field or a category that Senpai knows, and so is none."""
    for name in front.values:
        if near := _slip(name, _FIELDS):
            warn("check-unknown-field", front.line(name), name=name[:40], near=near)
    if near := _slip(role.category.lower().replace(" ", "_"), CATEGORIES):
        warn("check-unknown-category", front.line("category"), name=role.category[:40], near=near)
    if role.lang not in _LANGUAGES:
        warn("check-unknown-lang", front.line("lang", "language"), lang=role.lang[:40])


def _slip(word: str, known: Sequence[str]) -> str:
    """The known word that this one is nearly; empty for a known one, and for one of its own."""
    near = [] if word in known else difflib.get_close_matches(word, known, 1, _NEARLY)
    return near[0] if near else ""


def _check_questions(role: Role, warn: Callable[..., None]) -> None:
    if not role.questions:
        warn("check-no-questions", 1)
        return
    bare = [q for q in role.questions if not q.points]
    if bare:
        numbers = "、".join(str(q.number) for q in bare)
        warn("check-no-points", bare[0].line, numbers=numbers)
    asked: set[str] = set()
    for question in role.questions:
        same = key(question.text)
        if same in asked:
            warn("check-same-question", question.line, text=question.text[:40])
        asked.add(same)


def _check_ids(role: Role, warn: Callable[..., None]) -> None:
    seen: set[str] = set()
    sections = (section for section in role.sections if section.topic is Topic.QUESTIONS)
    for id, mark in (found for section in sections for found in id_marks(section.blocks)):
        if not id:
            warn("check-bad-id", mark.line, mark=mark.text[:60])
        elif id in seen:
            warn("check-same-id", mark.line, id=id)
        seen.add(id)
