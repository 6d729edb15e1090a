"""`senpai roles stats`: the library in numbers, as a Markdown table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.library.figures import Figures
from bot.library.strict.reach import ONWARD
from bot.library.strict.reading import LETTERS_A_MINUTE, WORDS_A_MINUTE
from bot.locale import Texts
from bot.views.browse import field_name


def table(columns: Sequence[Figures], say: Texts) -> str:
    """A column a language."""
    names = (f"language-{each.lang}" for each in columns)
    heads = (say(name) if say.has(name) else name.partition("-")[2] for name in names)
    rows = [("", *heads), *_rows(columns, say)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, "|---|" + "---:|" * len(columns))
    return "\n".join(lines)


def _rows(columns: Sequence[Figures], say: Texts) -> Iterator[tuple[str, ...]]:
    def row(name: str, values: Sequence[int]) -> tuple[str, ...]:
        return (name, *(f"{value:,}" for value in values))

    yield row(say("stats-roles"), [each.roles for each in columns])
    fields = {name: None for each in columns for name in each.fields}
    for field in fields:
        name = say("stats-field", name=field_name(say, field))
        yield row(name, [each.fields.get(field, 0) for each in columns])
    yield row(say("stats-beginners"), [each.beginners for each in columns])
    yield row(say("stats-questions"), [each.questions for each in columns])
    yield row(say("stats-points"), [each.points for each in columns])
    yield row(say("stats-cues"), [each.cues for each in columns])
    yield row(say("stats-skills"), [each.skills for each in columns])
    yield row(say("stats-tools"), [each.tools for each in columns])
    yield row(say("stats-paths"), [each.paths for each in columns])
    yield row(say("stats-reached"), [each.reached for each in columns])
    yield row(say("stats-onward", least=ONWARD), [each.onward for each in columns])
    yield (say("stats-length"), *(_length(each, say) for each in columns))
    speed = say("stats-minutes", letters=LETTERS_A_MINUTE, words=WORDS_A_MINUTE)
    yield (speed, *("–".join(map(str, dict.fromkeys(each.minutes))) for each in columns))


def _length(each: Figures, say: Texts) -> str:
    least, most = (f"{value:,}" for value in each.length)
    unit = "stats-letters" if each.lang == "ja" else "stats-words"
    return say(unit, least=least, most=most)
