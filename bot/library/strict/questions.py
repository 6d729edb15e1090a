"""Questions that can be practised: enough of them, with points that an answer can be held to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.library.model import Question, Role
from bot.library.problems import Level, Problem

QUESTIONS = 20
"""Of a role, at least."""

POINTS = range(3, 6)
"""Of a question."""

CUES = 6
"""Of a point, at least."""

# What somebody says who has nothing to say. With up to six letters before it only a topic is
# named (「顧客の重要性」); with more, something that can be heard (「例外を認めない姿勢」).
_MOOD = (
    "意識|重要性|大切さ|必要性|姿勢|心構え|心がけ|マインド|やる気|熱意|意欲|情熱|主体性|積極性"
    "|責任感|誠実さ|柔軟性|人間力"
)
_ALONE = (
    "理解|知識|経験|能力|努力|工夫|対応|改善|協力|行動|視点|考え方|コミュニケーション(?:能力|力)?"
    "|リーダーシップ|チームワーク|協調性"
)
_MOOD_EN = (
    "importance|attitude|mindset|passion|motivation|enthusiasm|commitment|dedication"
    "|initiative|responsibility|flexibility"
)
_ALONE_EN = "understanding|knowledge|experience|skills?|effort|communication|leadership|teamwork"
_VAGUE = re.compile(
    rf"(?:.{{0,6}}(?:{_MOOD})|(?:{_ALONE}))(?:がある|を持つ|を高める)?"
    rf"|(?:the |an? |your )?(?:[\w-]+ )?(?:{_MOOD_EN})"
    rf"|(?:the |an? )?importance of .{{0,20}}"
    rf"|(?:good |strong |your )?(?:{_ALONE_EN})",
    re.IGNORECASE,
)


def is_vague(point: str) -> bool:
    """Whether nobody could tell from an answer that it touches on this point."""
    return _VAGUE.fullmatch(point.strip()) is not None


def enough(role: Role) -> Iterator[Problem]:
    if role.questions and len(role.questions) < QUESTIONS:
        args = {"count": str(len(role.questions)), "least": str(QUESTIONS)}
        line = role.questions[0].line
        yield Problem(role.path, line, Level.WARNING, "check-few-questions", args)


def check(role: Role) -> Iterator[Problem]:
    def warn(code: str, line: int, **args: str) -> Problem:
        return Problem(role.path, line, Level.WARNING, code, args)

    asked = [question for question in role.questions if question.points]
    for question in asked:
        if len(question.points) not in POINTS:
            count = str(len(question.points))
            yield warn("check-points", question.line, number=str(question.number), count=count)
        for point in question.points:
            if is_vague(point.text):
                yield warn("check-vague-point", point.line, point=point.text[:60])
    few = [line for question in asked for line in _short_of_cues(question)]
    if few:
        yield warn("check-few-cues", few[0], count=str(len(few)), least=str(CUES))


def _short_of_cues(question: Question) -> Iterator[int]:
    return (point.line for point in question.points if len(point.cues) < CUES)
