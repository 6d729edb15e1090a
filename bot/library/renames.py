"""Which ids the questions of a document are served under."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.library.model import Role


@dataclass(frozen=True, slots=True)
class Renames:
    """Ids that differ from the natural ones, those that a document's text gives by itself.

    questions: (natural id, id). points: (natural id of the question, natural id, id).
    """

    questions: tuple[tuple[str, str], ...] = ()
    points: tuple[tuple[str, str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.questions or self.points)

    def ids(self, natural: Iterable[str]) -> tuple[str, ...]:
        """The ids of questions, in the same order."""
        ids = dict(self.questions)
        return tuple(ids.get(id, id) for id in natural)

    def role(self, role: Role) -> Role:
        """The role with its questions and points under these ids."""
        points = {(question, natural): id for question, natural, id in self.points}
        questions = tuple(
            replace(
                question,
                id=id,
                points=tuple(
                    replace(point, id=points.get((question.id, point.id), point.id))
                    for point in question.points
                ),
            )
            for question, id in zip(
                role.questions, self.ids(q.id for q in role.questions), strict=True
            )
        )
        return replace(role, questions=questions)


NATURAL = Renames()
