from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from gensvar.ui import formats

STOCKHOLM = ZoneInfo("Europe/Stockholm")
SV = formats.language("sv")
EN = formats.language("en")
# Tuesday 5 May 2026, 14:10 in Exempelby.
NOW = datetime(2026, 5, 5, 12, 10, tzinfo=UTC)


def said(at: datetime, words: formats.Language = SV) -> str:
    return formats.when(at, now=NOW, zone=STOCKHOLM, words=words)


def said_in_full(at: datetime, words: formats.Language = SV) -> str:
    return formats.when_in_full(at, now=NOW, zone=STOCKHOLM, words=words)


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u2212", "-")


def test_agents_read_the_near_days_by_name() -> None:
    assert said(NOW) == "i dag 14:10"
    assert said(NOW - timedelta(days=1)) == "i går 14:10"
    assert said(NOW + timedelta(days=1)) == "i morgon 14:10"
    assert said(NOW, EN) == "today 14:10"


def test_other_days_have_weekday_and_month() -> None:
    assert said(datetime(2026, 5, 8, 15, tzinfo=UTC)) == "fre 8 maj 17:00"
    assert said(datetime(2026, 5, 8, 15, tzinfo=UTC), EN) == "Fri 8 May 17:00"


def test_another_year_is_written_out() -> None:
    assert said(datetime(2025, 12, 31, 11, tzinfo=UTC)) == "ons 31 december 2025 12:00"
    assert said_in_full(datetime(2027, 1, 1, 8, tzinfo=UTC)) == "fredag 1 januari 2027 kl. 9"


def test_the_day_is_the_local_one_around_midnight() -> None:
    just_after_midnight = datetime(2026, 5, 5, 22, 30, tzinfo=UTC)

    assert said(just_after_midnight) == "i morgon 00:30"


def test_the_clock_follows_summer_time() -> None:
    assert formats.clock(datetime(2026, 3, 29, 0, 30, tzinfo=UTC), zone=STOCKHOLM) == "01:30"
    assert formats.clock(datetime(2026, 3, 29, 1, 30, tzinfo=UTC), zone=STOCKHOLM) == "03:30"


def test_citizens_read_dates_in_full() -> None:
    assert said_in_full(datetime(2026, 5, 6, 15, tzinfo=UTC)) == "onsdag 6 maj kl. 17"
    assert said_in_full(datetime(2026, 5, 4, 6, 5, tzinfo=UTC)) == "måndag 4 maj kl. 8.05"
    assert said_in_full(datetime(2026, 5, 6, 15, tzinfo=UTC), EN) == "Wednesday 6 May at 17:00"


def test_a_day_alone_is_written_like_the_day_of_an_instant() -> None:
    today = date(2026, 5, 5)

    assert formats.day(date(2026, 5, 6), today=today, words=SV) == "i morgon"
    assert formats.day(date(2026, 5, 7), today=today, words=SV) == "tors 7 maj"
    assert formats.day_in_full(date(2026, 5, 5), today=today, words=SV) == "tisdag 5 maj"


@pytest.mark.parametrize(
    ("value", "decimals", "swedish", "english"),
    [
        (225000, None, "225 000", "225,000"),
        (1234.5, None, "1 234,5", "1,234.5"),
        (0.25, 1, "0,3", "0.3"),
        (2.675, 2, "2,68", "2.68"),
        (-0.04, 1, "0,0", "0.0"),
        (-1234, None, "-1 234", "-1,234"),
        (Decimal("1E+3"), None, "1 000", "1,000"),
        (float("nan"), None, "–", "–"),
    ],
)
def test_figures_round_half_up_with_the_signs_of_the_language(
    value: float, decimals: int | None, swedish: str, english: str
) -> None:
    assert plain(formats.number(value, words=SV, decimals=decimals)) == swedish
    assert plain(formats.number(value, words=EN, decimals=decimals)) == english


def test_minus_and_spaces_are_the_typographic_ones() -> None:
    assert formats.number(-1234, words=SV) == "\u22121\u202f234"
    assert formats.percent(0.85, words=SV) == "85,0\u202f%"


def test_shares_are_exact_and_a_share_of_nothing_is_a_dash() -> None:
    assert plain(formats.share_of(131425, 225000, words=SV)) == "58,4 %"
    assert plain(formats.share_of(1, 2000, words=EN)) == "0.1 %"
    assert formats.share_of(0, 0, words=SV) == "–"
    assert formats.percent(None, words=SV) == "–"


@pytest.mark.parametrize(
    ("size", "written"),
    [
        (0, "0 B"), (999, "999 B"), (340_000, "340 kB"), (999_600, "1,0 MB"),
        (1_234_567, "1,2 MB"), (25_000_000, "25 MB"), (3_200_000_000, "3,2 GB"),
    ],
)  # fmt: skip
def test_sizes_are_short(size: int, written: str) -> None:
    assert plain(formats.filesize(size, words=SV)) == written


@pytest.mark.parametrize(
    ("seconds", "written", "running"),
    [
        (0, "0 s", "0:00"), (41, "41 s", "0:41"), (112, "1 min 52 s", "1:52"),
        (3600, "1 tim", "1:00:00"), (7505, "2 tim 5 min", "2:05:05"), (-3, "0 s", "0:00"),
    ],
)  # fmt: skip
def test_lengths_of_time(seconds: int, written: str, running: str) -> None:
    assert plain(formats.duration(seconds, words=SV)) == written
    assert formats.stopwatch(timedelta(seconds=seconds)) == running


def test_variants_count_as_their_language_and_unknown_ones_as_english() -> None:
    assert formats.language("sv-fi").code == "sv"
    assert formats.language("de").code == "en"
