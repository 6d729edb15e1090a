"""Broken documents: an error with its line, and nothing raised."""

from __future__ import annotations

import re

import pytest

from bot.library.problems import Level
from bot.library.read import LARGEST, read

QUESTION = "## 面接の質問\n\n1. なぜですか？\n   - 理由\n"
GOOD = f"---\nslug: cmo\ntitle: CMO\n---\n\n{QUESTION}"
BOMB = "a: &a [x, x]\nb: &b [*a, *a]\n" + "".join(
    f"{chr(c + 1)}: &{chr(c + 1)} [*{chr(c)}, *{chr(c)}]\n" for c in range(98, 121)
)


def front(fields: str) -> bytes:
    return f"---\n{fields}\n---\n\n{QUESTION}".encode()


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "check-empty", 1),
        (b" \r\n\t\n", "check-empty", 1),
        (b"\xef\xbb\xbf", "check-empty", 1),
        (GOOD.encode() + b"x" * LARGEST, "check-too-large", 1),
        (GOOD.encode("utf-16"), "check-not-utf8", 1),
        (GOOD.encode("cp932"), "check-not-utf8", 6),
        (b"---\r\nslug: x\r\ntitle: \xff\r\n---\r\n", "check-not-utf8", 3),
        (QUESTION.encode(), "check-no-front-matter", 1),
        (f"# CMO\n\n{GOOD}".encode(), "check-no-front-matter", 1),
        (b"---\nslug: cmo\ntitle: CMO\n", "check-unclosed-front-matter", 1),
        (front("- slug"), "check-front-matter-not-fields", 2),
        (front("# slug: cmo"), "check-front-matter-not-fields", 2),
        (front("slug: cmo\ntitle: [CMO"), "check-bad-yaml", 4),
        (front("slug: cmo\ntitle: CMO: the job"), "check-bad-yaml", 3),
        (front("slug: cmo\ntitle: 'CMO"), "check-bad-yaml", 4),
        (front("slug: cmo\ntitle: CMO\na: {[b]: c}"), "check-bad-yaml", 4),
        (front("slug: cmo\ntitle: CMO\nupdated: 2026-02-30"), "check-bad-yaml", 4),
        (front(f"slug: cmo\ntitle: CMO\na: {'9' * 10_000}"), "check-bad-yaml", 4),
        (front("slug: cmo\ntitle: CMO\na: !!python/object/apply:os.abort []"), "check-yaml-tag", 4),
        (front("slug: cmo\ntitle: !mine CMO"), "check-yaml-tag", 3),
        (front(f"slug: cmo\ntitle: CMO\n{BOMB}"), "check-yaml-alias", 5),
        (front("slug: cmo\ntitle: CMO\na: &a\n  b: *a"), "check-yaml-alias", 5),
        (front("title: CMO"), "check-missing-slug", 1),
        (front("slug:\ntitle: CMO"), "check-missing-slug", 1),
        (front("slug: cmo"), "check-missing-title", 1),
        (front("slug: cmo\ntitle: ''"), "check-missing-title", 1),
        (front("title: CMO\nslug: C M O"), "check-bad-slug", 3),
        (front("title: CMO\nslug: ../cmo"), "check-bad-slug", 3),
        (front("title: CMO\nslug: シーエムオー"), "check-bad-slug", 3),
        (front("title: CMO\nslug: cmo_"), "check-bad-slug", 3),
        (front(f"title: CMO\nslug: {'c' * 41}"), "check-bad-slug", 3),
    ],
)
def test_errors(data: bytes, code: str, line: int) -> None:
    role, problems = read("cmo.md", data)
    assert role is None
    assert [(p.path, p.line, p.level, p.code) for p in problems] == [
        ("cmo.md", line, Level.ERROR, code)
    ]


def test_two_errors_are_told_at_once() -> None:
    role, problems = read("cmo.md", front("category: x"))
    assert role is None
    assert [p.code for p in problems] == ["check-missing-slug", "check-missing-title"]


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"---\nslug: cmo\ntitle: CMO\n---\n", "check-no-questions", 1),
        (GOOD.replace("   - 理由\n", "").encode(), "check-no-points", 8),
        (f"{GOOD}2. なぜですか？\n   - 訳\n".encode(), "check-same-question", 10),
        (f"{GOOD}2. なぜ ですか {{#why}}\n   - 訳\n".encode(), "check-same-question", 10),
        (
            front("slug: cmo\ntitle: CMO\nupdated: いつか"),
            "check-bad-date",
            4,
        ),
        (front("slug: cmo\ntitle: CMO\ntags:\n- a: b"), "check-odd-field", 4),
        (front("slug: cmo\ntitle: CMO\ncategory: {a: b}"), "check-odd-field", 4),
    ],
)
def test_warnings_leave_the_role(data: bytes, code: str, line: int) -> None:
    role, problems = read("cmo.md", data)
    assert role is not None
    assert [(p.line, p.level, p.code) for p in problems] == [(line, Level.WARNING, code)]


def test_ids_stay_unique() -> None:
    written = ["同じ？", "同じ？", "別？ {#a}", "また別？ {#a}", "さらに別？ {#a-2}"]
    body = "".join(f"1. {text}\n   - 点\n" for text in written)
    role, problems = read("x.md", f"---\nslug: x\ntitle: X\n---\n## 質問\n\n{body}".encode())
    assert role is not None
    ids = [question.id for question in role.questions]
    assert len(set(ids)) == 5
    assert ids[1] == f"{ids[0]}-2"
    assert (ids[2], ids[4]) == ("a", "a-2")
    assert [(p.code, p.line) for p in problems] == [
        ("check-same-question", 9),
        ("check-same-id", 13),
    ]


BAD_IDS = (
    "{#登壇者}",
    "{#speaker absent}",
    "{#speaker-absent",
    "｛#speaker-absent｝",
    "{＃speaker-absent}",
    "{#-speaker}",
    "{#" + "x" * 41 + "}",
)


@pytest.mark.parametrize("mark", BAD_IDS)
def test_what_is_no_id_is_reported_and_shown_to_nobody(mark: str) -> None:
    body = f"1. **なぜですか。** {mark}\n   - 理由\n2. どこで？\n   - 場所\n"
    role, problems = read("x.md", f"---\nslug: x\ntitle: X\n---\n## 質問\n\n{body}".encode())
    assert role is not None
    assert [question.text for question in role.questions] == ["なぜですか。", "どこで？"]
    assert [(p.code, p.line, p.args) for p in problems] == [("check-bad-id", 7, {"mark": mark})]


def test_an_id_in_a_table_is_looked_at_too() -> None:
    body = "| 質問 | 回答ポイント |\n|---|---|\n| なぜ？ {#理由} | 理由 |\n"
    role, problems = read("x.md", f"---\nslug: x\ntitle: X\n---\n## 質問\n\n{body}".encode())
    assert role is not None
    assert role.questions[0].text == "なぜ？"
    assert [(p.code, p.line) for p in problems] == [("check-bad-id", 9)]


def test_points_that_say_the_same_have_ids_of_their_own() -> None:
    body = "1. 何ですか？\n   - 回答ポイント：数字\n   - 数字\n   - 期限\n"
    role, _ = read("x.md", f"---\nslug: x\ntitle: X\n---\n## 質問\n\n{body}".encode())
    assert role is not None
    first, second, third = role.questions[0].points
    assert (first.text, second.text, third.text) == ("数字", "数字", "期限")
    assert second.id == f"{first.id}-2"
    assert re.fullmatch("[0-9a-f]{8}", third.id)
    assert first.id != third.id


def test_a_good_document_has_no_problems() -> None:
    role, problems = read("cmo.md", GOOD.encode())
    assert role is not None
    assert problems == []


@pytest.mark.slow
def test_the_largest_document_is_read() -> None:
    line = "あ" * 30 + "\n"
    room = LARGEST - len(GOOD.encode())
    data = GOOD.encode() + line.encode() * (room // len(line.encode())) + b"x" * (room % 91)
    assert len(data) == LARGEST
    role, _ = read("cmo.md", data)
    assert role is not None
