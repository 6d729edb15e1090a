"""What people type for a made-up role: one form of its names each, and that role only.

A query is kept where a reasonable person would say that it means this role: it is a name, a tag
or a keyword of this role alone, a piece of this role's names alone, or, of a slip of the
fingers, nearer to a name of this role than to any other role's.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from benchmarks.generate import Made, roles
from bot.library.names import key

_SEED = 8
_EACH, _EACH_TYPO = 30, 10

_VOICED = str.maketrans("カキクケコサシスセタテトハヒフヘホ", "ガギグゲゴザジズゼダデドバビブベボ")
_KEYBOARD = {
    char: row[max(0, i - 1) : i] + row[i + 1 : i + 2]
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for i, char in enumerate(row)
}
_KATAKANA = re.compile("[ァ-ヴ]")
_KANJI = re.compile("[一-龠]")
_LATIN = re.compile("[A-Za-z]")
_HALF = {
    unicodedata.normalize("NFKC", chr(code)): chr(code)
    for code in range(0xFF61, 0xFFA0)
    if chr(code) not in "ﾞﾟ"
} | {"\u3099": "ﾞ", "\u309a": "ﾟ"}


@dataclass(frozen=True, slots=True)
class Query:
    text: str
    slug: str
    form: str


def path(count: int) -> Path:
    return Path(__file__).with_name(f"queries-{count}.tsv")


def load(count: int) -> list[Query]:
    lines = path(count).read_text(encoding="utf-8").splitlines()
    return [Query(*line.split("\t")) for line in lines]


def write(count: int) -> Path:
    """Writes the queries for the first `count` roles, in random order; gives the file."""
    rng = random.Random(_SEED + count)
    made = list(_queries(rng, roles(count)))
    rng.shuffle(made)
    lines = (f"{query.text}\t{query.slug}\t{query.form}\n" for query in made)
    path(count).write_text("".join(lines), encoding="utf-8", newline="\n")
    return path(count)


def _queries(rng: random.Random, library: Iterable[Made]) -> Iterator[Query]:
    names = _Names(library)
    left = rng.sample(names.roles, len(names.roles))
    for form, (write_as, fair) in _forms(names).items():
        wanted = _EACH_TYPO if form.startswith("typo") else _EACH
        while wanted:
            role = left.pop()
            text = write_as(rng, role)
            if text and fair(text, role):
                wanted -= 1
                yield Query(text, role.slug, form)


class _Names:
    """All names of all roles, to tell whether a query is fair."""

    def __init__(self, library: Iterable[Made]) -> None:
        self.roles = list(library)
        self._bearers: dict[str, set[str]] = defaultdict(set)
        self._words: dict[str, set[str]] = defaultdict(set)
        for role in self.roles:
            for name in (*role.names, role.title):
                self._bearers[key(name)].add(role.slug)
            for word in (*role.tags, *role.keywords):
                self._words[key(word)].add(role.slug)
        self._names = list(self._bearers)
        self._joined = "\n".join(self._names)

    def named(self, text: str, role: Made) -> bool:
        return self._bearers[key(text)] == {role.slug} and not self._words.get(key(text))

    def marked(self, text: str, role: Made) -> bool:
        return self._words[key(text)] == {role.slug} and key(text) not in self._joined

    def held(self, text: str, role: Made) -> bool:
        """Whether the text stands in names of this role only and is none of them."""
        piece = key(text)
        if piece in self._bearers or piece in self._words:
            return False
        holders = (self._bearers[name] for name in self._names if piece in name)
        return set().union(*holders) == {role.slug}

    def nearest(self, text: str, role: Made) -> bool:
        """Whether it is none of this role's names, but nearer to one than to others' names."""
        typed = key(text)
        if typed in self._bearers or typed in self._words:
            return False
        reach = min(OSA.distance(typed, key(name)) for name in role.names)
        found = process.extract(
            typed, self._names, scorer=OSA.distance, score_cutoff=reach, limit=None
        )
        return all(self._bearers[name] == {role.slug} for name, _, _ in found)


Write = Callable[[random.Random, Made], str]
Fair = Callable[[str, Made], bool]


def _forms(names: _Names) -> dict[str, tuple[Write, Fair]]:
    forms: dict[str, tuple[Write, Fair]] = {
        "abbreviation": (lambda _, role: role.abbreviation, names.named),
        "english": (lambda _, role: role.english, names.named),
        "japanese": (lambda rng, role: rng.choice((role.japanese, role.title)), names.named),
        "alias": (lambda rng, role: rng.choice(role.aliases), names.named),
        "part": (_part, names.held),
        "tag": (lambda _, role: role.tags[0], names.marked),
        "keyword": (lambda _, role: role.keywords[0], names.marked),
        "full-width": (_full_width, names.named),
        "half-width": (_half_width, names.named),
        "upper": (lambda _, role: role.english.upper(), names.named),
        "lower": (lambda _, role: (role.abbreviation or role.english).lower(), names.named),
        "hiragana": (_hiragana, names.named),
        "long-vowel": (_long_vowel, names.named),
        "middle-dot": (_middle_dot, names.named),
    }
    for script, letter in (("kana", _KATAKANA), ("kanji", _KANJI), ("latin", _LATIN)):
        for slip in (_dropped, _doubled, _swapped, _replaced):
            form = f"typo {script}{slip.__name__.replace('_', ' ')}"
            forms[form] = (partial(_typo, letter=letter, slip=slip), names.nearest)
    return forms


def _part(rng: random.Random, role: Made) -> str:
    """Some words of a title or an alias without the others, or a title that is being typed."""
    words = rng.choice(((0, 2), (1, 3)))
    field = role.words[slice(*words)]
    begun = rng.choice((role.japanese, role.english, role.aliases[0]))
    return rng.choice(
        (
            "".join(word[0] for word in field),
            " ".join(word[1] for word in field).lower(),
            "・".join(word[2] for word in field),
            begun[: rng.randint(len(begun) // 2, len(begun) - 1)].strip(),
        )
    )


def _full_width(rng: random.Random, role: Made) -> str:
    text = rng.choice((role.english, role.abbreviation, role.slug))
    return "".join("　" if c == " " else chr(ord(c) + 0xFEE0) for c in text)


def _half_width(_: random.Random, role: Made) -> str:
    def narrow(char: str) -> str:
        parts = unicodedata.normalize("NFD", char)
        return "".join(_HALF.get(part, part) for part in parts)

    return "".join(map(narrow, role.japanese)) if _KATAKANA.search(role.japanese) else ""


def _hiragana(rng: random.Random, role: Made) -> str:
    text = rng.choice((role.japanese, role.aliases[0]))
    return _KATAKANA.sub(lambda m: chr(ord(m[0]) - 0x60), text) if _KATAKANA.search(text) else ""


def _long_vowel(rng: random.Random, role: Made) -> str:
    text = rng.choice((role.japanese, role.aliases[0]))
    if "ー" in text:
        return text.replace("ー", rng.choice(("", "", "〜", "－")))
    return f"{text}ー" if _KATAKANA.match(text[-1]) else ""


def _middle_dot(rng: random.Random, role: Made) -> str:
    if rng.random() < 0.5 and "・" in role.aliases[0]:
        return role.aliases[0].replace("・", rng.choice(("", " ", "＝")))
    return rng.choice("・･·").join(word[0] for word in role.words)


Slip = Callable[[random.Random, str, int], str]


def _typo(rng: random.Random, role: Made, *, letter: re.Pattern[str], slip: Slip) -> str:
    """One slip in a letter of that script, in a name with at least five characters."""
    english = role.english.lower() if rng.random() < 0.5 else role.english
    named = [english, role.slug] if letter is _LATIN else [role.japanese, *role.aliases[:2]]
    places = [
        (name, match.start()) for name in named if len(name) >= 5 for match in letter.finditer(name)
    ]
    return slip(rng, *rng.choice(places)) if places else ""


def _dropped(_: random.Random, text: str, i: int) -> str:
    return text[:i] + text[i + 1 :]


def _doubled(_: random.Random, text: str, i: int) -> str:
    return text[:i] + text[i] + text[i:]


def _swapped(_: random.Random, text: str, i: int) -> str:
    return text[:i] + text[i + 1 : i + 2] + text[i] + text[i + 2 :]


def _replaced(rng: random.Random, text: str, i: int) -> str:
    """Another key of the keyboard, a voiced sound for the plain one, or another kanji."""
    char = text[i]
    if char.lower() in _KEYBOARD:
        other = rng.choice(_KEYBOARD[char.lower()])
    elif _KATAKANA.match(char):
        voiced = char.translate(_VOICED)
        other = voiced if voiced != char else rng.choice("アイウエオカサタナハマヤラワ")
    else:
        other = rng.choice("管感官観分文聞部武計系形企期機工高行生制製人仁新会回")
    return text[:i] + other + text[i + 1 :]
