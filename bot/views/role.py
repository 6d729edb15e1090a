"""A role as cards: the role itself, one of its sections, its related roles."""

from __future__ import annotations

from collections.abc import Sequence

from bot.command import Context
from bot.library import headings
from bot.library.model import Block, Role, Section, Topic
from bot.library.names import one_width
from bot.markup import bullets, escape
from bot.messages import Button, Card, Reply
from bot.views import pages
from bot.views.browse import category_name
from bot.views.reporting import with_report
from bot.views.sources import footer, listed

RELATED = "related"
SECTIONS = (*(topic.value for topic in Topic), RELATED)

# The order in which somebody new to a role would ask. Tools are shown with the skills.
_SHOWN = (
    Topic.DUTIES,
    Topic.SKILLS,
    Topic.COLLABORATION,
    Topic.CAREER,
    Topic.OUTLOOK,
    Topic.LEARNING,
    Topic.QUESTIONS,
)
_MOST_BUTTONS = 20
_LONGEST_WORD = 60

# What headings are written in, by how it is read.
_READINGS = {
    "ぎょうむ": "業務",
    "しごとないよう": "仕事内容",
    "のうりょく": "能力",
    "しょうらい": "将来",
    "しょうらいせい": "将来性",
    "まなびかた": "学び方",
    "べんきょう": "勉強",
    "しかく": "資格",
    "めんせつ": "面接",
    "しつもん": "質問",
    "かんれん": "関連",
}
_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_TAGS_SHOWN = 6


def read_section(word: str) -> str:
    """「スキル」, "skills" and 「まなびかた」 as the section they ask for; else empty."""
    word = one_width(word[:_LONGEST_WORD])
    if word.lower() in SECTIONS:
        return word.lower()
    for written in (word, _READINGS.get(word, ""), word.translate(_TO_KATAKANA)):
        if written.startswith("関連"):
            return RELATED
        if found := headings.topics(written):
            return found[0].value
    return ""


def show(ctx: Context, role: Role, section: str, text: str = "") -> Reply:
    """The role, or one of its SECTIONS. `text` stands above the card."""
    if section == RELATED:
        return _related(ctx, role, text)
    if section in SECTIONS:
        return _section(ctx, role, Topic(section), text)
    return _card(ctx, role, text)


def _card(ctx: Context, role: Role, text: str) -> Reply:
    say = ctx.texts
    title = ctx.name(role.slug)
    # A document in another language has its own name beside the one in this.
    also = role.aliases if title == role.short_name else (role.short_name,)
    if also:
        title = say("role-card-title", name=title, alias=also[0])
    fields = [(say("role-category"), escape(category_name(ctx, role.category)))]
    if role.tags:
        fields.append((say("role-tags"), escape(listed(say, role.tags, _TAGS_SHOWN))))
    card = Card(title, escape(role.summary.text), tuple(fields), footer=footer(say, role))
    buttons = [_to_section(ctx, role, topic) for topic in _present(role)]
    if role.related:
        buttons.append(_to_section(ctx, role, RELATED))
    if role.questions:
        buttons.append(_to_practice(ctx, role))
    reply = Reply(text, card, tuple(buttons), run=f"/role {role.slug}")
    return with_report(ctx, reply, role)


def _to_section(ctx: Context, role: Role, section: str) -> Button:
    return Button(ctx.texts(f"role-section-{section}"), f"/role {role.slug} {section}")


def _to_card(ctx: Context, role: Role) -> Button:
    return Button(ctx.texts("role-back", name=ctx.name(role.slug)), f"/role {role.slug}")


def _to_career(ctx: Context, role: Role) -> Button:
    return Button(ctx.texts("role-career", name=ctx.name(role.slug)), f"/career {role.slug}")


def _to_practice(ctx: Context, role: Role) -> Button:
    return Button(ctx.texts("hello-interview"), f"/interview {role.slug}")


def _present(role: Role) -> list[Topic]:
    return [topic for topic in _SHOWN if _find(role, topic)]


def _find(role: Role, topic: Topic) -> Section | None:
    """The section on `topic`; authors write of skills and tools in one section or in two."""
    if topic in (Topic.SKILLS, Topic.TOOLS):
        other = Topic.TOOLS if topic is Topic.SKILLS else Topic.SKILLS
        return role.section(topic) or role.section(other)
    return role.section(topic)


def _section(ctx: Context, role: Role, topic: Topic, text: str) -> Reply:
    say = ctx.texts
    name = say(f"role-section-{topic}")
    section = _find(role, topic)
    if section is None:
        missing = say("role-no-section", name=ctx.name(role.slug), section=name)
        return _card(ctx, role, "\n".join(filter(None, (text, missing))))
    with_points = topic is Topic.QUESTIONS and bool(role.questions)
    if with_points:
        screens = pages.of_questions(say, role.questions)
    else:
        blocks = _tools(section) if topic is Topic.TOOLS else section.blocks
        screens = pages.of_blocks(say, blocks)
    number = pages.number(ctx.values.get("page", ""), len(screens))
    title = say("role-section-title", name=ctx.name(role.slug), section=name)
    if len(screens) > 1:
        title = say("role-page-title", title=title, page=number, pages=len(screens))
    source = footer(say, role, section)
    if with_points and any(question.points for question in role.questions):
        source = f"{say('role-points-note')}\n{source}"
    here = f"/role {role.slug} {topic}"
    buttons = (*pages.turning(say, here, number, len(screens)), *_next_steps(ctx, role, topic))
    card = Card(title, screens[number - 1], footer=source)
    again = f"{here} page={number}" if number > 1 else here
    reply = Reply(text, card, buttons, run=again, replace="page" in ctx.values)
    return with_report(ctx, reply, role, section.heading)


def _tools(section: Section) -> Sequence[Block]:
    """The part on tools of a section that tells of skills too; all of it where none is marked."""
    blocks = section.blocks
    for start, head in enumerate(blocks):
        if head.kind == "heading" and headings.is_tool_group(head.text):
            after = range(start + 1, len(blocks))
            end = next((i for i in after if blocks[i].kind == "heading"), len(blocks))
            return blocks[start:end]
    return blocks


def _next_steps(ctx: Context, role: Role, topic: Topic) -> Sequence[Button]:
    """The section that one would read next, the way to the role, and back to its card."""
    if role.kind:  # questions that are no role's
        run = f"/interview {role.slug}"
        return [Button(ctx.texts("role-practise"), run, style="primary")]
    present = _present(role)
    position = present.index(topic) + 1 if topic in present else 0
    steps = [_to_section(ctx, role, following) for following in present[position:][:1]]
    if topic is Topic.CAREER:
        steps.append(_to_career(ctx, role))
    if topic is Topic.QUESTIONS and role.questions:
        steps.insert(0, _to_practice(ctx, role))
    return [*steps, _to_card(ctx, role)]


def _related(ctx: Context, role: Role, text: str) -> Reply:
    say = ctx.texts
    lines: list[str] = []
    buttons: list[Button] = []
    for fact in role.related:
        entry = ctx.library.entry(fact.text, ctx.lang)
        if entry:
            lines.append(escape(entry.called(ctx.lang)))
            buttons.append(Button(entry.called(ctx.lang), f"/role {entry.slug}"))
        else:
            lines.append(escape(say("role-related-missing", slug=fact.text)))
    name = say(f"role-section-{RELATED}")
    if lines:
        body = escape(say("role-related-intro")) + "\n" + bullets(lines)
    else:
        body = escape(say("role-no-section", name=ctx.name(role.slug), section=name))
    title = say("role-section-title", name=ctx.name(role.slug), section=name)
    steps = (*buttons[:_MOST_BUTTONS], _to_career(ctx, role), _to_card(ctx, role))
    card = Card(title, body, footer=footer(say, role))
    return Reply(text, card, steps, run=f"/role {role.slug} {RELATED}")
