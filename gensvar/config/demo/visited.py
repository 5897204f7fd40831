"""The town's place for visits, and those who come in while the town is played."""

import re
from contextlib import suppress
from datetime import datetime, time
from random import Random

import httpx
from django.conf import settings
from django.db import connection

from gensvar.channels.counter.actions.halls import set_up_hall
from gensvar.channels.counter.actions.tickets import HallIsClosed, draw
from gensvar.channels.counter.models import Hall, Ticket
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.models import OpeningHours
from gensvar.foundation.calendars.rules import END_OF_DAY
from gensvar.foundation.people.models import Agent

NAME = "Medborgarkontoret"
ERRANDS = ("Bygglov och karta", "Barnomsorg och skola", "Budget och skuld", "Övrigt")
# No more wait at once than anybody can look at.
MOST_WAITING = 6
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
CHOICE = re.compile(r'name="errand" value="(\d+)"')


def open_the_hall(client: Client, *, at: datetime) -> None:
    """Set up a hall with three desks, open at whatever hour one looks; four draw numbers."""
    OpeningHours.objects.bulk_create(
        OpeningHours(client=client, channel="visit", weekday=day, opens=time(0), closes=END_OF_DAY)
        for day in range(7)
    )
    lead = Agent.objects.get(email="cia@exempelby.example")
    hall = set_up_hall(
        client, name=NAME, desks=["1", "2", "3"], errands=list(ERRANDS), by=lead, at=at
    )
    with suppress(HallIsClosed):
        for errand in hall.errands.order_by("letter"):
            draw(errand, at=at)


def come_in(random: Random) -> None:
    """Let somebody draw a number at the kiosk, as its screen does, unless many wait."""
    try:
        key = Hall.objects.values_list("key", flat=True).first()
        is_full = Ticket.objects.open().count() >= MOST_WAITING
    finally:
        connection.close()
    if key is None or is_full:
        return
    with httpx.Client(base_url=settings.BASE_URL, timeout=20, trust_env=False) as screen:
        page = screen.get(f"/besok/{key}/").text
        token, choices = TOKEN.search(page), CHOICE.findall(page)
        if token and choices:
            form = {"csrfmiddlewaretoken": token.group(1), "errand": random.choice(choices)}
            referer = {"Referer": f"{settings.BASE_URL}/besok/{key}/"}
            screen.post(f"/besok/{key}/", data=form, headers=referer)
