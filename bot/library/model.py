"""What a role document says, as frozen values.

Every fact keeps the line it was read from (1 for the first line of the file); together with
`Role.path` that is its source.
"""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

FOR_BEGINNERS = frozenset({"未経験", "no experience"})
"""The tags of a role that one can enter without experience."""


class Topic(enum.StrEnum):
    """What a section is about. The values are what people and buttons write: `/role cmo skills`."""

    OVERVIEW = "overview"
    DUTIES = "duties"
    SKILLS = "skills"
    TOOLS = "tools"
    COLLABORATION = "team"
    CAREER = "path"
    OUTLOOK = "outlook"
    LEARNING = "learn"
    QUESTIONS = "questions"


@dataclass(frozen=True, slots=True)
class Fact:
    """A piece of plain text (no markup) and the line it stands on."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """Skills under the heading the author gave them, as written."""

    group: str
    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Whom the role works with, and on what."""

    counterpart: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Step:
    """One title on a career path; what stands in parentheses behind it is its note."""

    step: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class CareerPath:
    """One `A → B → C` line: at least two steps, the earliest first."""

    steps: tuple[Step, ...]
    line: int
    section: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    heading: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Point:
    """Something that an answer may touch on (回答ポイント). `id` is unique in its question."""

    id: str
    text: str
    line: int
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """An interview question.

    `id` is unique in its role. As read from a document it is what the author wrote as `{#id}`,
    else a hash of the text; as served it is what it was before (bot.library.carry).
    `number` counts from 1 in the order of the document, whatever the author's own numbers say.
    `points` may be empty: then nobody can say what an answer ought to touch on.
    """

    id: str
    number: int
    text: str
    points: tuple[Point, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, bullet, heading or table row of a section, as plain text.

    kind: text, item, heading, code, head or row. depth: of a bullet, 0 for the outermost.
    number: the author's own, where the bullet was numbered. bold: what the text opens with in
    bold. cells: of a table row; the header row is of kind head.
    """

    kind: str
    text: str
    line: int
    depth: int = 0
    number: int | None = None
    bold: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section kept whole: `text` is its Markdown as written, `blocks` what a reader sees.

    `topic` is None for a section that Senpai has no special use for.
    """

    heading: str
    topic: Topic | None
    text: str
    line: int
    blocks: tuple[Block, ...]


QUESTIONS = "questions"
"""The `kind` of a document that is no role's, but questions that any interview may open with."""


@dataclass(frozen=True, slots=True)
class Role:
    """One role document in one language; or, of another `kind`, a set of questions.

    `named`: the short name and the aliases, each with the line that gives it.
    """

    slug: str
    lang: str
    path: str
    title: str
    short_name: str
    aliases: tuple[str, ...]
    category: str
    tags: tuple[str, ...]
    keywords: tuple[str, ...]
    summary: Fact
    related: tuple[Fact, ...]
    revised: str
    duties: tuple[Fact, ...] = ()
    skills: tuple[SkillGroup, ...] = ()
    tools: tuple[Fact, ...] = ()
    collaboration: tuple[Counterpart, ...] = ()
    career_paths: tuple[CareerPath, ...] = ()
    stories: tuple[Story, ...] = ()
    outlook: tuple[Fact, ...] = ()
    learning: tuple[SkillGroup, ...] = ()
    questions: tuple[Question, ...] = ()
    sections: tuple[Section, ...] = ()
    kind: str = ""
    named: tuple[Fact, ...] = ()

    def section(self, topic: Topic) -> Section | None:
        """The first section about `topic`, or None."""
        return next((s for s in self.sections if s.topic is topic), None)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the library needs of every role at all times: to find it, list it and connect it.

    A role's text is only unpacked when somebody looks at it, so that ten thousand of them cost
    a start nothing. `fingerprint`: of the questions and points as the document has them.
    """

    slug: str
    lang: str
    path: str
    title: str
    short_name: str
    aliases: tuple[str, ...]
    category: str
    tags: tuple[str, ...]
    keywords: tuple[str, ...]
    related: tuple[Fact, ...]
    career_paths: tuple[CareerPath, ...]
    question_ids: tuple[str, ...] = ()
    fingerprint: str = ""
    kind: str = ""
    tools: tuple[str, ...] = ()

    @property
    def for_beginners(self) -> bool:
        """Whether its author tagged it as a role that one can enter without experience."""
        return any(tag.casefold() in FOR_BEGINNERS for tag in self.tags)

    def called(self, lang: str) -> str:
        """What people of that language call the role.

        A role whose only document is Japanese has an English name among its aliases: the first
        that is more than an abbreviation.
        """
        if lang in (self.lang, "ja") or self.short_name.isascii():
            return self.short_name
        latin = [alias for alias in self.aliases if alias.isascii()]
        return next((a for a in latin if len(a) > 3), latin[0] if latin else self.short_name)

    @classmethod
    def of(cls, role: Role) -> Entry:
        return cls(
            slug=role.slug,
            lang=role.lang,
            path=role.path,
            title=role.title,
            short_name=role.short_name,
            aliases=role.aliases,
            category=role.category,
            tags=role.tags,
            keywords=role.keywords,
            related=role.related,
            career_paths=role.career_paths,
            question_ids=tuple(question.id for question in role.questions),
            fingerprint=_fingerprint(role.questions),
            kind=role.kind,
            tools=tuple(tool.text for tool in role.tools),
        )


def _fingerprint(questions: Sequence[Question]) -> str:
    """Another one where anything has changed that a person might read."""
    parts = [(q.id, q.text, *((p.id, p.text) for p in q.points)) for q in questions]
    return hashlib.blake2b(repr(parts).encode(), digest_size=8).hexdigest()
