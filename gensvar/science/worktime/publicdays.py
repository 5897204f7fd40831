"""The public holidays of a country, by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

COUNTRIES = ("SE",)
# The languages that names are told in, as the library calls them.
LANGUAGES = {"sv": "sv", "en": "en_US"}


@dataclass(frozen=True)
class HolidayRule:
    """Whose public holidays are kept closed from a local day on, until a later rule begins.

    country: one of COUNTRIES, or nothing where no holiday is kept.
    with_eves: also the days that the Annual Leave Act (SFS 1977:480, section 7) puts beside
    Sundays: Midsummer Eve, Christmas Eve and New Year's Eve.
    """

    country: str = ""
    with_eves: bool = False
    valid_from: date = date.min


def holiday(day: date, rules: Sequence[HolidayRule]) -> Mapping[str, str] | None:
    """Return a day's name in each language, or None where the rule in force keeps no holiday.

    rules: in any order; of two from the same day the later in the sequence counts.

    Source: lagen om allmänna helgdagar (SFS 1989:253), as the library `holidays` keeps it. Sundays
    are not named: they are closed by the week.

    >>> holiday(date(2026, 5, 14), [HolidayRule("SE")])["sv"]
    'Kristi himmelsfärdsdag'
    """
    rule = in_force(rules, day)
    if rule is None or not rule.country:
        return None
    return _names(rule.country, rule.with_eves, day.year).get(day)


def in_force(rules: Sequence[HolidayRule], day: date) -> HolidayRule | None:
    """Return the rule that holds on a day; None before the first."""
    begun = [rule for rule in rules if rule.valid_from <= day]
    return max(reversed(begun), key=lambda rule: rule.valid_from, default=None)


@cache
def _names(country: str, with_eves: bool, year: int) -> Mapping[date, Mapping[str, str]]:
    # Imported on first use: it takes a quarter of a second that few processes need.
    import holidays

    categories = ("public", "de_facto") if with_eves else ("public",)
    by_language = {
        code: holidays.country_holidays(
            country, years=year, categories=categories, language=language
        )
        for code, language in LANGUAGES.items()
    }
    return {
        day: {code: named[day] for code, named in by_language.items()}
        for day in by_language["sv"]
        if day.year == year
    }
