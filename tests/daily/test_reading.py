"""What people type for a setting."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.daily import countries, zones
from bot.daily.countries import read_holidays
from bot.daily.reading import read_days_off, read_time, read_tolerance, read_weekdays
from bot.daily.spans import span
from bot.daily.zones import read_zone

ANYTHING = st.one_of(
    st.text(max_size=30),
    st.text("0123456789:-/.〜月日年時半分午前後平土年末始 、utcgmtampm+", max_size=20),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9:00 ９:００ ９時 9時 9 0900 9.00 09:00 9時に 朝9時 午前9時 9am 9a.m. 9AM", "09:00"),
        ("9時半 9:30 930 午前9時半 朝の9時半 ９時３０分 9:30am", "09:30"),
        ("18:30 午後6時半 6:30pm 夕方6時半 夜の6時半 １８：３０", "18:30"),
        ("正午 12:00 12pm 昼12時 午後0時 noon", "12:00"),
        ("0:00 0時 12am 午前0時 midnight 真夜中", "00:00"),
        ("昼1時 13時 午後1時", "13:00"),
        ("23:59", "23:59"),
    ],
)
def test_times(typed: str, meant: str) -> None:
    for text in typed.split():
        assert read_time(text) == time.fromisoformat(meant), text
        assert read_time(f" {text}\u3000") == time.fromisoformat(meant), text


def test_spaces_within_a_time() -> None:
    assert read_time("7:30 pm") == time(19, 30)
    assert read_time("午後 3 時 5 分") == time(15, 5)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "24:00",
        "9:60",
        "99",
        "夜12時",
        "朝3時",
        "am",
        "am9pm",
        "13am",
        "9:5",
        "九",
        "毎日",
        "9:00:00",
    ],
)
def test_what_is_no_time(typed: str) -> None:
    assert read_time(typed) is None


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        (
            "平日|weekdays|月〜金|月-金|月～金|月から金まで|mon-fri|Monday to Friday|土日以外",
            "01234",
        ),
        ("平日|every day except weekends|月火水木金|月、火、水、木、金曜日", "01234"),
        ("毎日|every day|daily|月火水木金土日|日〜土|平日と土日", "0123456"),
        ("月水金|月・水・金|月曜、水曜、金曜|mon,wed,fri|Mon & Wed and Fri|毎週月水金", "024"),
        ("土日|週末|weekends|日土|sat sun", "56"),
        ("金〜月|fri-mon", "4560"),
        ("日|日曜|日曜日|sundays|on Sunday|every sunday", "6"),
        ("月〜水、土|Mon to Wed, Sat", "0125"),
        ("tues, thurs|火木|ＴＵＥ ＴＨＵ", "13"),
    ],
)
def test_weekdays(typed: str, days: str) -> None:
    for text in typed.split("|"):
        assert read_weekdays(text) == frozenset(map(int, days)), text


@pytest.mark.parametrize(
    "typed", ["", "、", "祝日", "毎日以外", "someday", "monster", "月に一度", "9"]
)
def test_what_is_no_weekday(typed: str) -> None:
    assert read_weekdays(typed) is None


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        (
            "日本時間|JST|Asia/Tokyo|東京|日本|ＪＳＴ|tokyo|Japan Standard Time|asia/tokyo",
            "Asia/Tokyo",
        ),
        (
            "ニューヨーク|ニューヨーク時間|New York|new_york|EST|Eastern Time|東部標準時",
            "America/New_York",
        ),
        ("PST|太平洋時間|san francisco|ロサンゼルス", "America/Los_Angeles"),
        ("UTC|gmt|Z|協定世界時|世界標準時|UTC+0|utc±0|+00:00", "UTC"),
        ("UTC+9|GMT+9|+09:00|utc +9|ＵＴＣ＋９", "Etc/GMT-9"),
        ("UTC-5|-5|UTC−5", "Etc/GMT+5"),
        ("Etc/GMT-9", "Etc/GMT-9"),
        ("Etc/GMT+9", "Etc/GMT+9"),
        ("buenos aires", "America/Argentina/Buenos_Aires"),
        ("port-au-prince", "America/Port-au-Prince"),
        ("イギリス|london|UK", "Europe/London"),
        ("シンガポール時間|singapore", "Asia/Singapore"),
    ],
)
def test_zones(typed: str, zone: str) -> None:
    for text in typed.split("|"):
        assert zones.known(zone)
        assert read_zone(text) == zone, text


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "アメリカ",
        "CST",
        "時間",
        "time",
        "UTC+15",
        "UTC-13",
        "UTC±3",
        "+5:30",
        "localtime",
        "火星",
    ],
)
def test_what_is_no_zone_or_more_than_one(typed: str) -> None:
    assert read_zone(typed) is None


def test_the_sign_of_an_offset_is_the_one_that_people_mean() -> None:
    noon = datetime(2026, 1, 1, 12, tzinfo=UTC)
    for hours in range(-12, 15):
        found = read_zone(f"UTC{hours:+}")
        assert found is not None
        assert noon.astimezone(zones.zone(found)).utcoffset() == timedelta(hours=hours)


def test_every_zone_reads_as_itself() -> None:
    areas = [name for name in available_timezones() if "/" in name and name != "Etc/GMT-0"]
    assert len(areas) > 400
    assert {name: read_zone(name.lower()) for name in areas} == {name: name for name in areas}


def test_every_common_name_leads_to_a_zone() -> None:
    assert all(map(zones.known, zones._SAID))
    assert len(zones._NAMED) == sum(len(names.split()) for names in zones._SAID.values())


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("日本|JP|jp|Japan|JPN|ＪＰ|日本の祝日", "JP"),
        ("アメリカ|米国|US|USA|United States|america", "US"),
        ("US-CA|us-ca", "US-CA"),
        ("イギリス|UK|gb|united kingdom", "GB"),
        ("韓国|Korea|south korea", "KR"),
        ("なし|none|no", ""),
        ("de-by", "DE-BY"),
    ],
)
def test_whose_holidays(typed: str, code: str) -> None:
    for text in typed.split("|"):
        assert read_holidays(text) == code, text
    assert countries.known(code)


@pytest.mark.parametrize("typed", ["", "-", "XX", "US-ZZ", "東京", "HolidayBase", "JP-13"])
def test_what_is_no_country(typed: str) -> None:
    assert read_holidays(typed) is None


def test_every_common_name_leads_to_holidays() -> None:
    assert all(map(countries.known, countries._SAID))
    assert all(countries.names(code, "ja", 2026) for code in countries._SAID if code)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (
            "年末年始|12/29〜1/3|12-29/01-03|12/29-1/3|１２／２９～１／３|毎年12/29から1/3まで",
            "12-29/01-03",
        ),
        ("12月29日〜1月3日|12月29日から1月3日まで|12-29 - 01-03|12/29 to 1/3", "12-29/01-03"),
        ("2026-12-29|2026/12/29|2026年12月29日|2026.12.29", "2026-12-29"),
        (
            "2026-12-29/2027-01-03|2026年12月29日〜1月3日|2026/12/29-2027/1/3",
            "2026-12-29/2027-01-03",
        ),
        ("8/13〜16|8/13-16|8月13日〜16日|お盆", "08-13/08-16"),
        ("12/30, 8/13|12/30と8/13|12/30 8/13|12/30、8/13、12/30", "12-30 08-13"),
        ("年末年始、2026/5/1|年末年始と2026年5月1日", "12-29/01-03 2026-05-01"),
        ("2/29", "02-29"),
        ("なし|none||　", ""),
    ],
)
def test_days_off(typed: str, stored: str) -> None:
    for text in typed.split("|"):
        assert read_days_off(text) == tuple(stored.split()), text


@pytest.mark.parametrize(
    ("typed", "unread"),
    [
        ("来週", "来週"),
        ("12/29、来週", "来週"),
        ("2/30", "2/30"),
        ("2026-02-29", "2026-02-29"),
        ("1-2-3", "1-2-3"),
        ("8/16〜13", "8/16〜13"),
        ("12-29-2026", "12-29-2026"),
        ("2027-01-03/2026-12-29", "2027-01-03/2026-12-29"),
        ("5/1〜2026/5/3", "5/1〜2026/5/3"),
        ("0000-01-01", "0000-01-01"),
    ],
)
def test_what_is_no_day_off_is_named(typed: str, unread: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(unread)}$"):
        read_days_off(typed)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("3時間|3h|3 hours|180分|３時間|3時間以内|2h60m", 180),
        ("90分|1時間半|1時間30分|1.5時間|1h30m|90 min", 90),
        ("12時間", 720),
        ("0|なし|none|0分", 0),
    ],
)
def test_tolerances(typed: str, minutes: int) -> None:
    for text in typed.split("|"):
        assert read_tolerance(text) == timedelta(minutes=minutes), text


@pytest.mark.parametrize(
    "typed", ["", "3", "半", "分", "13時間", "721分", "-1h", "1日", "999999分"]
)
def test_what_is_no_tolerance(typed: str) -> None:
    assert read_tolerance(typed) is None


@given(ANYTHING)
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    found = read_time(typed)
    assert found is None or found.second == 0
    assert read_weekdays(typed) != frozenset()
    zone = read_zone(typed)
    assert zone is None or zones.known(zone)
    code = read_holidays(typed)
    assert code is None or countries.known(code)
    assert (read_tolerance(typed) or timedelta(0)) >= timedelta(0)
    with suppress(ValueError):
        assert all(map(span, read_days_off(typed)))
