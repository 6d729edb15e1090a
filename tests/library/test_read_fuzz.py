"""Whatever the bytes: a role or an error, never an exception, and soon."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.library.problems import Level
from bot.library.read import LARGEST, read

GOOD = """---
slug: cmo
title: CMO（Chief Marketing Officer）の仕事
tags: [A, B]
related_jobs:
- pm
---

# CMO（Chief Marketing Officer）の仕事

## 1. CMOとは？

説明です。<br>続き

## 2. 必要なスキル

### ツール

- GA4、[Tableau](https://example.com)
- **CRM**：Salesforce

| a | b |
|---|---|
| c | d |

## 3. キャリア

担当 → CMO（3年）

## 4. 面接の質問

1. **なぜですか？** {#why}

   * *回答ポイント：理由、/例*

<details><summary>回答ポイント</summary>
A
</details>
"""
FRAGMENTS = st.sampled_from(
    [
        *"#*-_`>|[](){}<>&!:：→＞・①Q1.。、？\n\t \u3000\r\0\u200b\u3099",
        "---\n",
        "\n\n## ",
        "<!--",
        "```\n",
        "**",
        "回答ポイント：",
        "{#x}",
        "&a ",
        "*a ",
        "!!python/name:a",
        "\n| a |\n|-|\n",
    ]
)
EDITS = st.lists(
    st.tuples(st.integers(0, len(GOOD)), st.integers(0, 40), st.lists(FRAGMENTS, max_size=6)),
    max_size=12,
)


def check(data: bytes) -> None:
    role, problems = read("x.md", data)
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    assert (role is None) == bool(errors)
    last = data.count(b"\n") + data.count(b"\r") + 1
    assert all(1 <= problem.line <= last for problem in problems)
    if role is None:
        return
    lines = [s.line for s in role.sections] + [b.line for s in role.sections for b in s.blocks]
    lines += [fact.line for fact in (*role.duties, *role.outlook, *role.tools, *role.related)]
    lines += [point.line for question in role.questions for point in question.points]
    assert all(1 <= line <= last for line in lines)
    ids = [question.id for question in role.questions]
    assert len(set(ids)) == len(ids)
    assert [q.number for q in role.questions] == list(range(1, len(ids) + 1))
    assert all(len(path.steps) >= 2 for path in role.career_paths)


@given(st.binary(max_size=400))
def test_random_bytes(data: bytes) -> None:
    check(data)
    check(b"---\nslug: x\ntitle: X\n---\n" + data)
    check(b"---\nslug: x\ntitle: X\n" + data + b"\n---\n")


@given(EDITS)
@settings(max_examples=200, deadline=None)
def test_mutations_of_a_good_document(edits: list[tuple[int, int, list[str]]]) -> None:
    text = GOOD
    for at, length, fragments in edits:
        text = text[:at] + "".join(fragments) + text[at + length :]
    check(text.encode())


@given(st.lists(st.sampled_from(GOOD.split("\n")), max_size=40))
@settings(deadline=None)
def test_shuffled_lines(lines: list[str]) -> None:
    check("\n".join(["---", "slug: x", "title: X", "---", *lines]).encode())


FRONT = "---\nslug: x\ntitle: X\n"
HEAD = f"{FRONT}---\n\n## 1. Xとは\n\n"
ASKED = f"{HEAD}## 面接\n\n1. なぜですか？\n   - 回答ポイント："
CAREER = f"{HEAD}## キャリア\n\n"
NASTY = {
    "quotes": (HEAD, ">"),
    "quoted lines": (HEAD, "> a\n"),
    "lists in a line": (HEAD, "- "),
    "lists in lists on lines": (HEAD, "- - - - - - a\n"),
    "minutes in front": (FRONT + "a: 1", ":1"),
    "nested lists": (HEAD + "".join("  " * i + "- a\n" for i in range(900)), ""),
    "list items": (HEAD, "- a\n"),
    "ordered lists": (HEAD, "1. "),
    "brackets": (HEAD, "["),
    "links": (HEAD, "[a]("),
    "images": (HEAD, "!["),
    "closed brackets": (HEAD + "[" * 300_000, "]"),
    "stars": (HEAD, "*"),
    "open emphasis": (HEAD, "**a *b _c "),
    "backticks": (HEAD + "".join("`" * i + " " for i in range(1200)), "`"),
    "tags": (HEAD, "<a "),
    "comments": (HEAD, "<!--"),
    "comments in a line": (HEAD + "a ", "<!--"),
    "blocks of HTML": (HEAD, "<div>\n\n"),
    "entities": (HEAD, "&amp;"),
    "definitions": (HEAD, "[a]: b\n"),
    "table": (HEAD + "|a|b|\n|-|-|\n", "|x|y|\n"),
    "wide table": (HEAD + "|a" * 60_000 + "|\n", "|-"),
    "headings": (HEAD, "## 業務\n"),
    "bold lines": (HEAD, "**面接**\n\n"),
    "squares": (FRONT + "---\n", "■業務\n"),
    "rules": (HEAD, "---\n"),
    "spaces": (HEAD + "a", " "),
    "wide spaces": (HEAD + "## 連携\n\n- a", "\u3000"),
    "line breaks": (HEAD, "\n"),
    "marks on letters": (HEAD + "か", "\u3099"),
    "arrows": (CAREER + "a", "→a"),
    "arrows on lines": (CAREER, "a →\n"),
    "chevrons": (CAREER + "`a", " > "),
    "notes": (CAREER + "A → B", "（"),
    "points": (ASKED, "、a"),
    "slashes": (ASKED, "aa/"),
    "digits": (ASKED, "1,"),
    "questions": (HEAD + "## 面接\n\n", "1. なぜですか？\n"),
    "question in code": (HEAD + "## 面接\n\nQ1. `a", " "),
    "fences": ("", "---\n"),
    "dashes": ("", "-"),
    "tags in front": (FRONT + "tags: ", "a, "),
    "flow in front": (FRONT + "a: ", "["),
    "flow maps in front": (FRONT + "a: ", "{"),
    "keys of keys": (FRONT, "? "),
    "lists of lists": (FRONT + "a:\n", "- "),
    "digits in front": (FRONT + "a: ", "9"),
    "parentheses in the title": (FRONT + "title: a", "（"),
    "aliases": (FRONT + "a: &a b\n", "k: *a\n"),
    "text in front": (FRONT + "k: ", "a "),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", NASTY)
def test_nasty_documents_are_done_soon(name: str) -> None:
    start, repeated = NASTY[name]
    end = "\n---\n" if start.count("---") == 1 else "\n"
    room = LARGEST - len((start + end).encode())
    data = (start + repeated * (room // len(repeated.encode() or b"x")) + end).encode()
    began = time.process_time()
    check(data)
    assert time.process_time() - began < 8


def test_many_fields_are_refused() -> None:
    fields = "".join(f"field_{i}: a\n" for i in range(12_000))
    role, problems = read("x.md", f"{FRONT}{fields}---\n".encode())
    assert role is None
    assert [(p.line, p.code) for p in problems] == [(2, "check-too-complex")]


def test_many_lines_are_refused() -> None:
    role, problems = read("x.md", (HEAD + "a\n" * 60_000).encode())
    assert role is None
    assert [(p.line, p.code) for p in problems] == [(1, "check-too-complex")]
