"""The seed document, where it stands beside the repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.library.model import Role, Topic
from bot.library.read import read

ROOT = Path(__file__).parents[2]
SEED = ROOT.parent / "shared" / "seeds" / "cmo_chief_marketing_officer.md"

pytestmark = pytest.mark.skipif(not SEED.is_file(), reason="the seed is not beside the repository")


@pytest.fixture(scope="module")
def role() -> Role:
    role, problems = read(SEED.name, SEED.read_bytes())
    assert [problem.code for problem in problems] == ["check-no-points"]
    assert role is not None
    return role


def test_sections(role: Role) -> None:
    assert [section.topic for section in role.sections] == [
        Topic.OVERVIEW,
        Topic.DUTIES,
        Topic.SKILLS,
        Topic.COLLABORATION,
        Topic.CAREER,
        Topic.OUTLOOK,
        Topic.LEARNING,
        Topic.QUESTIONS,
    ]
    assert [section.line for section in role.sections] == [22, 31, 42, 59, 69, 85, 101, 129]


def test_questions(role: Role) -> None:
    assert [len(q.points) for q in role.questions] == [3, 3, 3, 4, 2, 3, 3, 3, 3, 3] + [0] * 10
    assert [q.number for q in role.questions] == list(range(1, 21))
    assert [q.line for q in role.questions] == [*range(133, 173, 4), *range(173, 183)]
    assert {p.line for p in role.questions[9].points} == {171}
    assert len({q.id for q in role.questions}) == 20


def test_counts(role: Role) -> None:
    assert role.slug == "cmo_chief_marketing_officer"
    assert (role.short_name, len(role.aliases)) == ("CMO", 2)
    assert (len(role.tags), len(role.keywords)) == (6, 5)
    assert [fact.line for fact in role.related] == [6, 7]
    assert (len(role.duties), len(role.outlook), len(role.stories)) == (6, 5, 2)
    assert [len(group.items) for group in role.skills] == [4, 3]
    assert [len(group.items) for group in role.learning] == [3, 3, 3, 3]
    assert [fact.line for fact in role.tools] == [53] * 4 + [54] * 3 + [55]


def test_paths_and_people(role: Role) -> None:
    assert [path.line for path in role.career_paths] == [75, 76, 77]
    assert [len(path.steps) for path in role.career_paths] == [4, 4, 3]
    assert {path.steps[-1].step for path in role.career_paths} == {"CMO"}
    assert [one.line for one in role.collaboration] == [61, 62, 63, 64, 65]
    assert all(one.counterpart and one.text for one in role.collaboration)
