"""The next date to ask, through changes of zone and time, pauses and stops."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.daily.schedule import Schedule, due, missed, next_date, off, passed

DAY = timedelta(days=1)
TOKYO = Schedule(time(9), "Asia/Tokyo", frozenset(range(5)), days_off=("12-29/01-03",))
BERLIN = Schedule(time(2, 30), "Europe/Berlin", frozenset(range(7)), holidays="")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "last", "expected"),
    [
        # Set up at 8:59 in Tokyo, on the dot, and a minute later.
        ("2026-06-01 23:59", None, "2026-06-02"),
        ("2026-06-02 00:00", None, "2026-06-02"),
        ("2026-06-02 00:01", None, "2026-06-03"),
        # Set up on a Friday evening, and before the end of the year.
        ("2026-06-05 12:00", None, "2026-06-08"),
        ("2026-12-28 12:00", None, "2027-01-04"),
        # After a post, and after one that was early.
        ("2026-06-02 00:00", "2026-06-02", "2026-06-03"),
        ("2026-06-01 22:00", "2026-06-02", "2026-06-03"),
        # Late by up to three hours is still today.
        ("2026-06-02 03:00", "2026-06-01", "2026-06-02"),
        ("2026-06-02 03:01", "2026-06-01", "2026-06-03"),
        # A clock that went back a day asks nothing again.
        ("2026-06-01 00:00", "2026-06-02", "2026-06-03"),
    ],
)
def test_the_next_date(now: str, last: str | None, expected: str) -> None:
    asked = date.fromisoformat(last) if last else None
    assert next_date(TOKYO, utc(now), asked) == date.fromisoformat(expected)


def test_a_resumed_channel_starts_with_a_time_to_come() -> None:
    now, last = utc("2026-06-10 01:00"), date(2026, 6, 2)  # 10:00 in Tokyo
    assert next_date(TOKYO, now, last) == date(2026, 6, 10)
    assert next_date(TOKYO, now, max(last, passed(TOKYO, now))) == date(2026, 6, 11)


def test_what_a_long_stop_missed() -> None:
    now = utc("2026-06-10 12:00")
    found = missed(TOKYO, date(2026, 6, 2), now)
    assert [day.day for day in found] == [3, 4, 5, 8, 9, 10]
    assert missed(TOKYO, date(2026, 6, 10), now) == []
    assert missed(TOKYO, date(2026, 6, 11), now) == []
    assert missed(TOKYO, None, now) == []
    years = missed(TOKYO, date(2000, 1, 1), now)
    assert len(years) == 400
    assert years == sorted(years)
    assert years[-1] == date(2026, 6, 10)


def test_moving_from_tokyo_to_honolulu_and_back_asks_no_date_twice() -> None:
    morning = utc("2026-06-02 00:00")
    honolulu = replace(TOKYO, timezone="Pacific/Honolulu")
    # It is still 1 June there, and 2 June was asked.
    assert next_date(honolulu, morning, date(2026, 6, 2)) == date(2026, 6, 3)
    evening = utc("2026-06-03 19:00")
    assert due(honolulu, date(2026, 6, 3)) == evening
    assert next_date(TOKYO, evening, date(2026, 6, 3)) == date(2026, 6, 4)


def test_a_channel_that_is_never_asked_has_no_next_date() -> None:
    assert next_date(replace(TOKYO, weekdays=frozenset()), utc("2026-06-02 00:00"), None) is None


ZONES = st.sampled_from(
    [
        "Asia/Tokyo",
        "Europe/Berlin",
        "America/Los_Angeles",
        "Pacific/Kiritimati",
        "Pacific/Apia",
        "Africa/Cairo",
        "America/Nuuk",
        "Australia/Lord_Howe",
        "Etc/GMT+12",
        "gone/zone",
    ]
)
TIMES = st.builds(time, st.integers(0, 23), st.sampled_from([0, 30, 59]))
TOLERANCES = st.builds(timedelta, hours=st.integers(0, 12))
WEEKDAYS = st.frozensets(st.integers(0, 6), min_size=1)
OWN = st.sampled_from([(), ("12-29/01-03",), ("2026-04-24", "03-29"), ("nonsense",)])
SCHEDULES = st.builds(Schedule, TIMES, ZONES, WEEKDAYS, st.just("JP"), OWN, TOLERANCES)
# Either side of the clock changes of spring and autumn, and a year's end.
NOWS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 3, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(SCHEDULES, NOWS, st.integers(-3, 40))
def test_each_asked_date_is_missed_or_still_to_come(
    schedule: Schedule, now: datetime, ago: int
) -> None:
    last = now.date() - ago * DAY
    found = next_date(schedule, now, last)

    assert found is not None
    assert found > last
    assert off(schedule, found) is None
    assert due(schedule, found) + schedule.tolerance >= now
    between = [last + i * DAY for i in range(1, (found - last).days)]
    asked = [day for day in between if off(schedule, day) is None]
    assert missed(schedule, last, now) == asked
    assert all(due(schedule, day) + schedule.tolerance < now for day in asked)


@given(SCHEDULES, NOWS)
def test_a_set_up_is_never_late_and_loses_no_time_to_come(
    schedule: Schedule, now: datetime
) -> None:
    found = next_date(schedule, now, None)
    assert found is not None
    assert due(schedule, found) >= now
    assert due(schedule, passed(schedule, now)) < now <= due(schedule, passed(schedule, now) + DAY)
    before = [found - i * DAY for i in range(1, 5)]
    assert all(off(schedule, day) or due(schedule, day) < now for day in before)


class Channel:
    """A planner at its simplest: what the database would hold, and what was posted when."""

    def __init__(self, schedule: Schedule, now: datetime) -> None:
        self.schedule, self.now, self.paused = schedule, now, False
        self.last: date | None = None
        self.next = next_date(schedule, now, None)
        self.posts: list[tuple[date, datetime]] = []
        self.skipped: list[date] = []
        self.idle: list[date] = []  # passed while paused

    def pass_time(self, until: datetime) -> None:
        while not self.paused and self.next and due(self.schedule, self.next) <= until:
            self.now = max(self.now, due(self.schedule, self.next))
            self.post(self.next)
        self.now = until

    def post(self, day: date) -> None:
        self.posts.append((day, self.now))
        self.last = day
        self.plan()

    def plan(self) -> None:
        self.next = next_date(self.schedule, self.now, self.last)
        if self.last and self.next:
            between = [self.last + i * DAY for i in range(1, (self.next - self.last).days)]
            assert all(off(self.schedule, day) for day in between)

    def wake(self) -> None:
        """After a stop, or with another schedule."""
        if self.paused:
            return
        late = missed(self.schedule, self.last, self.now)
        self.skipped += late
        self.last = max(late, default=self.last)
        self.plan()

    def stop(self, time_down: timedelta) -> None:
        self.now += time_down
        self.wake()

    def change(self, schedule: Schedule) -> None:
        self.schedule = schedule
        self.wake()

    def pause(self) -> None:
        self.paused = True

    def resume(self) -> None:
        if self.paused:
            start = passed(self.schedule, self.now)
            if self.last:
                days = (start - self.last).days
                self.idle += [self.last + i * DAY for i in range(1, days + 1)]
                start = max(start, self.last)
            self.last, self.paused = start, False
            self.wake()


EVENTS = st.lists(
    st.one_of(
        st.builds(lambda zone: ("timezone", zone), ZONES),
        st.builds(lambda wall: ("time", wall), TIMES),
        st.builds(lambda days: ("weekdays", days), WEEKDAYS),
        st.builds(lambda late: ("tolerance", late), TOLERANCES),
        st.builds(lambda own: ("days_off", own), OWN),
        st.builds(lambda hours: ("stop", timedelta(hours=hours)), st.integers(1, 100)),
        st.sampled_from([("pause", None), ("resume", None), ("early", None)]),
        st.builds(lambda hours: ("pass", timedelta(hours=hours)), st.integers(1, 200)),
    ),
    max_size=25,
)


@given(SCHEDULES, NOWS, EVENTS)
def test_no_date_comes_twice_or_goes_missing_whatever_an_admin_does(
    schedule: Schedule, now: datetime, events: list[tuple[str, object]]
) -> None:
    channel = Channel(schedule, now)
    for name, value in events:
        channel.pass_time(channel.now)
        if name == "pass":
            assert isinstance(value, timedelta)
            channel.pass_time(channel.now + value)
        elif name == "stop":
            assert isinstance(value, timedelta)
            channel.stop(value)
        elif name == "early":
            if channel.next and not channel.paused:
                channel.post(channel.next)
        elif name in ("pause", "resume"):
            getattr(channel, name)()
        else:
            channel.change(replace(channel.schedule, **{name: value}))  # type: ignore[arg-type]

    days = [day for day, _ in channel.posts]
    assert all(a < b for a, b in pairwise(days))
    assert all(a <= b for (_, a), (_, b) in pairwise(channel.posts))
    everything = sorted([*days, *channel.skipped, *channel.idle])
    assert all(a < b for a, b in pairwise(everything))


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Africa/Cairo", "America/Nuuk", "Asia/Tokyo"])
@pytest.mark.parametrize("wall", ["00:00", "00:30", "01:30", "02:30", "09:00", "23:30"])
def test_a_year_is_asked_date_by_date(zone: str, wall: str) -> None:
    schedule = replace(BERLIN, timezone=zone, time=time.fromisoformat(wall))
    channel = Channel(schedule, utc("2026-01-02 12:00"))
    channel.pass_time(utc("2027-01-05 00:00"))
    days = [day for day, _ in channel.posts]
    assert all(b - a == DAY for a, b in pairwise(days))
    assert [moment for _, moment in channel.posts] == [due(schedule, day) for day in days]
    assert len(days) in (367, 368)
