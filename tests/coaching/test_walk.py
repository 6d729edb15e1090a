"""Whatever happens, in any order and more than once, an interview stays valid and loses nothing."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.coaching import advance, interview, summary, words
from bot.coaching.effects import Effect, Judge, Note, Noted, Remind, Summarise, Wait
from bot.coaching.events import (
    Disputed,
    Do,
    Edited,
    Event,
    Left,
    Pressed,
    Quiet,
    Rated,
    Resumed,
    Said,
    Scored,
)
from bot.coaching.feedback import Feedback, Judged, Kind, Verdict
from bot.coaching.interview import Interview, Life, Phase
from bot.coaching.turns import Outcome, Own
from tests.coaching.practice import BEGUN, QUESTIONS, find

SAID = """送信 以上です ヒント スキップ 次へ もう一度 あとで続ける 再開 休みます
わかりません 足す 深掘り できた 死にたい done skip"""
WORDS = st.sampled_from(SAID.split())
ANSWERS = st.sampled_from(
    [
        "CPAを見ました。",
        "ROASは",
        "採用と育成。以上です。",
        "a",
        "、",
        "予算を3割減らしました。" * 12,
    ]
) | st.text(min_size=1, max_size=12)


class Walk(RuleBasedStateMachine):
    state: Interview

    @initialize(
        queue=st.permutations([*QUESTIONS, "gone"]),
        length=st.integers(2, 6),
        opening=st.lists(st.sampled_from([*QUESTIONS, "gone"]), max_size=3),
    )
    def begin(self, queue: list[str], length: int, opening: list[str]) -> None:
        self.now = BEGUN
        refs = tuple(("cmo", id) for id in queue)
        first = tuple(("cmo", id) for id in opening)
        new = Interview("8f3", "cmo", "ja", length, BEGUN, BEGUN, queue=refs, opening=first)
        self.state, effects = advance.begin(new, find)
        self.kept: dict[str, str] = {}
        self.events: list[Event] = []
        self.effects: list[Effect] = list(effects)
        self.messages = 0

    def do(self, event: Event) -> tuple[Effect, ...]:
        before = self.state
        self.state, effects = advance.advance(before, event, self.now, find)
        self.events.append(event)
        self.effects += effects
        assert self.state.step == before.step + bool(effects)
        assert len(self.state.turns) >= len(before.turns)
        if before.life is Life.ENDED:
            assert self.state.life is Life.ENDED
        for effect in effects:
            if isinstance(effect, Judge):
                judged = self.state.turns[effect.turn]
                assert effect.answer == judged.text
                assert (effect.version, judged.outcome) == (judged.version, Outcome.SENT)
        return effects

    @rule(text=ANSWERS | WORDS, again=st.booleans())
    def say(self, text: str, again: bool) -> None:
        self.messages += 1
        message = f"m{self.messages}"
        live = self.state.life is Life.LIVE
        word = words.meaning(text, told=self.state.phase is Phase.TOLD)
        effects = self.do(Said(text, message))
        if live and word is None and text.strip():
            assert Note(Noted.TOO_LONG, len(self.state.turns) - 1) not in effects
            self.kept[message] = text
        if again:
            assert self.do(Said(text, message)) == ()

    @precondition(lambda self: self.kept)
    @rule(data=st.data(), text=ANSWERS)
    def edit(self, data: st.DataObject, text: str) -> None:
        message = data.draw(st.sampled_from(sorted(self.kept)))
        live = self.state.life is not Life.ENDED
        late = any(
            message in {part.message for part in (*turn.parts, *turn.aside)}
            for turn in self.state.turns
            if turn is not self.state.turns[-1] or turn.outcome in (Outcome.SKIPPED, Outcome.RESTED)
        )
        self.do(Edited(text, message))
        if live and not late and text.strip():
            self.kept[message] = text

    @rule(
        what=st.sampled_from([each for each in Do if each is not Do.STOP]), back=st.integers(0, 6)
    )
    def press(self, what: Do, back: int) -> None:
        stale = self.state.step - back < self.state.since
        before = self.state
        effects = self.do(Pressed(what, before.step - back))
        if stale:
            assert (self.state, effects) == (before, ())

    @rule(what=st.sampled_from([Do.SKIP, Do.NEXT, Do.HINT, Do.DEEPER, Do.SEND, Do.REST]))
    def press_impatiently(self, what: Do) -> None:
        step = self.state.step
        first = self.do(Pressed(what, step))
        if first and not isinstance(first[0], Note):
            settled = self.state
            for _ in range(4):
                self.do(Pressed(what, step))
            assert self.state == settled

    @precondition(lambda self: self.events)
    @rule(data=st.data())
    def deliver_again(self, data: st.DataObject) -> None:
        event = data.draw(st.sampled_from(self.events))
        # An older edit would bring the older words back, and rightly so.
        if not isinstance(event, Edited):
            self.do(event)

    @rule(data=st.data(), late=st.booleans())
    def quiet(self, data: st.DataObject, late: bool) -> None:
        waits = [each for each in self.effects if isinstance(each, Wait)]
        if waits:
            wait = data.draw(st.sampled_from(waits[-4:]))
            self.now = max(self.now, wait.until) if late else self.now
            self.do(Quiet(wait.step))

    @rule(data=st.data(), kind=st.sampled_from(Kind), latest=st.booleans())
    def score(self, data: st.DataObject, kind: Kind, latest: bool) -> None:
        jobs = [each for each in self.effects if isinstance(each, Judge)]
        if jobs:
            job = jobs[-1] if latest else data.draw(st.sampled_from(jobs))
            verdicts = data.draw(
                st.lists(
                    st.sampled_from(Verdict), min_size=len(job.points), max_size=len(job.points)
                )
            )
            judged = tuple(
                Judged(point.text, verdict, 0.5, job.answer[:20])
                for point, verdict in zip(job.points, verdicts, strict=True)
            )
            self.do(Scored(job.turn, job.version, Feedback(kind, judged, (), False)))

    @precondition(lambda self: self.state.asked > 1)
    @rule(word=st.sampled_from(["ここで終える", ""]))
    def stop(self, word: str) -> None:
        if word:
            self.say(word, again=True)
        else:
            self.do(Pressed(Do.STOP, self.state.step))

    @rule(
        addition=st.sampled_from(["", "あとから"]),
        then=st.sampled_from([Do.DEEPER, Do.DEEPER, Do.ADD, Do.REST]),
    )
    def be_told_of_a_miss(self, addition: str, then: Do) -> None:
        """A walk seldom gets that far by chance."""
        self.do(Resumed())
        if self.state.phase is Phase.TOLD:
            self.do(Pressed(Do.NEXT, self.state.step))
        self.say("売上を3割伸ばしました。", again=False)
        jobs = [
            each for each in self.do(Pressed(Do.SEND, self.state.step)) if isinstance(each, Judge)
        ]
        for job in jobs:
            judged = tuple(Judged(each.text, Verdict.MISSED, 0.1, "") for each in job.points)
            feedback = Feedback(Kind.ANSWER, judged, (), other_angle=True)
            self.do(Scored(job.turn, job.version, feedback))
        if addition:
            self.say(addition, again=True)
        self.do(Pressed(then, self.state.step))

    @rule(turn=st.integers(-1, 8), point=st.sampled_from(["q0-0", "q0-1", "q1-0", "none"]))
    def dispute(self, turn: int, point: str) -> None:
        self.do(Disputed(turn, point))

    @rule(turn=st.integers(-1, 8), own=st.sampled_from(Own))
    def rate(self, turn: int, own: Own) -> None:
        self.do(Rated(turn, own))

    @rule(seconds=st.sampled_from([1, 5, 30, 3600, 40_000, 700_000, -50]))
    def wait(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(event=st.sampled_from([Resumed(), Left()]), hours=st.sampled_from([0, 20]))
    def come_and_go(self, event: Event, hours: int) -> None:
        self.now += timedelta(hours=hours)
        self.do(event)

    @rule()
    def restart(self) -> None:
        restored = interview.from_json(interview.to_json(self.state))
        assert restored == self.state
        self.state = restored

    @invariant()
    def loses_no_words(self) -> None:
        said = {
            part.message: part.text
            for turn in self.state.turns
            for part in (*turn.parts, *turn.aside)
        }
        assert self.kept.items() <= said.items()

    @invariant()
    def is_valid(self) -> None:
        state = self.state
        assert state.asked <= state.length
        follows = [turn.follows for turn in state.turns if turn.follows is not None]
        assert len(follows) == len(set(follows))
        for number, turn in enumerate(state.turns):
            last = number == len(state.turns) - 1
            if not last or state.life is Life.ENDED:
                assert turn.outcome not in (Outcome.OPEN, Outcome.SENT)
            assert (turn.outcome is Outcome.ANSWERED) <= (turn.feedback is not None)
            assert turn.seconds >= 0
            assert turn.hints <= len(turn.points)
            if turn.follows is not None:
                main = state.turns[turn.follows]
                assert main.follows is None
                assert turn.points[0] in main.points
        assert state.since <= state.step
        assert state.phase in Phase
        summary.summarise(state)

    @invariant()
    def tells_once(self) -> None:
        assert self.effects.count(Remind()) <= 1
        ends = self.effects.count(Summarise())
        assert ends == (self.state.life is Life.ENDED and bool(self.state.turns))


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
