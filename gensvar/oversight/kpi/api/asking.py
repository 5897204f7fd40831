"""Whose figures, for which days, a program asks for."""

from datetime import date, timedelta
from typing import Literal

from django.http import Http404
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.parameters import Date
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest
from gensvar.oversight.kpi.queries.periods import Period, clients_with_figures, usual_period

# Figures begin with the product, and a calendar ends somewhere.
EARLIEST, LATEST = date(2000, 1, 1), date(9999, 1, 1)


class PeriodAsked(Schema):
    client: str = Field("", max_length=40, description="A client's code; without, the first.")
    from_: Date | None = Field(
        None, alias="from", description="Without, the client's usual period begins it."
    )
    to: Date | None = Field(None, description="The last day, included.")


class FiguresAsked(PeriodAsked):
    format: Literal["csv", "xlsx", "json"] | None = Field(None, description="As a file.")


class Figures(Schema):
    """What every answer with figures says first."""

    client: str
    from_: date = Field(alias="from", description="The first day, local time.")
    to: date = Field(description="The last day.")


def figures_asked(request: AgentRequest, asked: PeriodAsked) -> tuple[Client, Period]:
    """Return the client and the days, or say that there is no such client."""
    clients = clients_with_figures(request.identity)
    client = next((one for one in clients if asked.client in {"", one.code}), None)
    if client is None:
        raise Http404
    return client, _period(asked, usual_period(client, today=localdate()))


def _period(asked: PeriodAsked, usual: Period) -> Period:
    starts_on, last = asked.from_ or usual.starts_on, asked.to or usual.last_day
    for name, day in (("from", starts_on), ("to", last)):
        if not EARLIEST <= day <= LATEST:
            raise invalid(f"#/{name}", _("Figures lie between the years 2000 and 9998."))
    if last < starts_on:
        raise invalid("#/to", _("The last day lies before the first."))
    return Period(starts_on, last + timedelta(days=1))
