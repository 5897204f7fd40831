from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from gensvar.foundation.calendars.importing import ClosingPlan
from gensvar.foundation.calendars.models import OFFICE
from gensvar.foundation.calendars.queries import zone
from gensvar.foundation.calendars.rules import Interval, written
from gensvar.operations.contacts.models import Channel, Contact
from gensvar.screens.setup.changing import told
from gensvar.ui.jinja import day as day_written

Week = Mapping[int, Sequence[Interval]]


def channel_name(channel: str) -> str:
    return _("The office") if channel == OFFICE else str(Channel(channel).label)


def of_week(
    channel: str, before: Week, after: Week, *, valid_from: date | None, at: datetime
) -> list[Markup]:
    """Return what changes, today first, and by how much the week grows or shrinks."""
    name = channel_name(channel)
    found = []
    today = at.astimezone(zone()).weekday()
    if valid_from is not None and valid_from > at.astimezone(zone()).date():
        sentence = _("<b>From %(day)s.</b> Until then the week stays as it is.")
        found.append(told(sentence, day=day_written(valid_from)))
    elif tuple(before.get(today, ())) != tuple(after.get(today, ())):
        found.append(_today(name, after.get(today, ())))
    minutes = _minutes(after) - _minutes(before)
    if minutes:
        sentence = (
            _("<b>%(hours)s hours more</b> a week.")
            if minutes > 0
            else _("<b>%(hours)s hours fewer</b> a week.")
        )
        found.append(told(sentence, hours=f"{abs(minutes) / 60:.4g}".replace(".", ",")))
    found += [
        told(
            _("<b>%(day)s</b>: %(channel)s is closed all day."),
            day=str(WEEKDAYS[weekday]).capitalize(),
            channel=name,
        )
        for weekday in range(7)
        if before.get(weekday) and not after.get(weekday)
    ]
    if channel == OFFICE:
        found.append(
            told(_("<b>Deadlines</b> that run are reckoned anew. Those that passed stand."))
        )
        return found
    if not any(after.values()):
        found.append(told(_("<b>The portal</b> no longer shows %(channel)s at all."), channel=name))
    found.append(told(_("<b>The portal's page</b> changes within a minute.")))
    return found


def _today(name: str, intervals: Sequence[Interval]) -> Markup:
    if not intervals:
        return told(_("<b>%(channel)s</b> is closed today."), channel=name)
    closes = written(intervals[-1:]).rpartition("–")[2]
    return told(_("<b>%(channel)s</b> closes at %(at)s today."), channel=name, at=closes)


def of_deviation(
    on: date, channel: str, intervals: Sequence[Interval], *, client_id: int, at: datetime
) -> list[Markup]:
    name = channel_name(channel) if channel else _("Every channel")
    day = day_written(on)
    if intervals:
        first = told(
            _("<b>%(channel)s</b> keeps %(hours)s on %(day)s instead of its week."),
            channel=name,
            hours=written(intervals),
            day=day,
        )
    else:
        first = told(_("<b>%(channel)s</b> is closed on %(day)s."), channel=name, day=day)
    usual = _usual_contacts(on, channel, client_id=client_id)
    sentence = ngettext(
        "<b>%(count)s contact</b> came on the same weekday a week before.",
        "<b>%(count)s contacts</b> came on the same weekday a week before.",
        usual,
    )
    return [
        first,
        told(_("<b>Customers read it</b> on the portal within a minute.")),
        *([told(sentence, count=usual)] if usual else []),
    ]


def of_withdrawal(on: date, channel: str) -> list[Markup]:
    name = channel_name(channel) if channel else _("Every channel")
    return [
        told(
            _("<b>%(channel)s</b> keeps its ordinary week on %(day)s."),
            channel=name,
            day=day_written(on),
        ),
        told(_("<b>Customers read it</b> on the portal within a minute.")),
    ]


def of_holidays(country: str, *, with_eves: bool) -> list[Markup]:
    if not country:
        return [told(_("<b>Holidays</b> are days like any others, unless closed one by one."))]
    found = [told(_("<b>Every channel</b> is closed on public holidays, this year and later."))]
    if with_eves:
        found.append(
            told(_("<b>Also closed</b>: Midsummer Eve, Christmas Eve and New Year's Eve."))
        )
    return [
        *found,
        told(_("<b>A day with other hours</b> that you publish goes before a holiday.")),
        told(_("<b>Deadlines</b> that run are reckoned anew. Those that passed stand.")),
    ]


def of_closing_days(plan: ClosingPlan) -> list[Markup]:
    new, standing, passed = len(plan.new), len(plan.standing), len(plan.passed)
    sentences = (
        (new, ngettext("<b>%(count)s day</b> closes.", "<b>%(count)s days</b> close.", new)),
        (
            standing,
            ngettext(
                "<b>%(count)s day</b> has other hours already and stays as it is.",
                "<b>%(count)s days</b> have other hours already and stay as they are.",
                standing,
            ),
        ),
        (
            passed,
            ngettext(
                "<b>%(count)s day</b> has been and is left out.",
                "<b>%(count)s days</b> have been and are left out.",
                passed,
            ),
        ),
    )
    return [told(sentence, count=count) for count, sentence in sentences if count]


def _usual_contacts(on: date, channel: str, *, client_id: int) -> int:
    newest = Contact.objects.filter(client=client_id, direction="in")
    if channel:
        newest = newest.filter(channel=channel)
    days = [date.fromordinal(on.toordinal() - 7 * weeks) for weeks in range(1, 9)]
    for earlier in days:
        count = newest.filter(started_at__date=earlier).count()
        if count:
            return count
    return 0


def _minutes(week: Week) -> int:
    return sum(
        (one.closes.hour - one.opens.hour) * 60 + one.closes.minute - one.opens.minute
        for intervals in week.values()
        for one in intervals
    )
