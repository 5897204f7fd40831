"""The town chats: its queue and hours, one chat that is over, and inhabitants who chat now."""

import logging
from datetime import datetime, time, timedelta
from random import Random
from secrets import token_urlsafe
from threading import Event

import httpx
from django.conf import settings

from gensvar.channels.chat.actions.beginning import Beginning, begin
from gensvar.channels.chat.actions.ending import end
from gensvar.channels.chat.actions.setting import set_chat
from gensvar.channels.chat.actions.talking import reply, take, write
from gensvar.channels.chat.models import Chat
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.models import OpeningHours
from gensvar.foundation.calendars.rules import END_OF_DAY
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases import actions as cases
from gensvar.operations.knowledge.models import Subject
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.models import Skill

# Who chatted this morning: the customer's lines and Ada's, in turn.
LINES = (
    "Hej! Kan jag lämna en gammal soffa på återvinningscentralen?",
    "Hej Rut! Ja, det går bra, och det kostar ingenting för dig som bor här.",
    "Toppen. Behöver jag boka?",
    "Nej, kom när det är öppet: vardagar 10–18 och lördagar 9–14.",
    "Tack så mycket!",
)
MOST_PATIENCE = 240
log = logging.getLogger(__name__)


def let_the_town_chat(client: Client, *, at: datetime) -> None:
    """Let the town chat round the clock, so that it can be tried whenever somebody looks."""
    lead = Agent.objects.get(email="cia@exempelby.example")
    skill = Skill.objects.get(client=client, name="Kundtjänst")
    wish = routing.QueueWish(
        name="Kundtjänst",
        channel="chat",
        goal_seconds=60,
        steps=[routing.StepWish(0, skill)],
        offer_seconds=30,
        wrap_up_seconds=0,
    )
    routing.set_queue(client, wish, by=lead, at=at)
    OpeningHours.objects.bulk_create(
        OpeningHours(client=client, channel="chat", weekday=day, opens=time(0), closes=END_OF_DAY)
        for day in range(7)
    )
    set_chat(
        client,
        is_on=True,
        sites=[],
        greeting="Hej! Vi som svarar här är kundvägledare på Exempelby kommun.",
        greeting_en="Hello! We who answer here work for the municipality of Exempelby.",
        by=None,
        at=at,
    )
    _chat_of_this_morning(client, at=at - timedelta(hours=2))


def _chat_of_this_morning(client: Client, *, at: datetime) -> None:
    """Play a chat that is over, by the verbs that people use."""
    ada = Agent.objects.get(email="ada@exempelby.example")
    sent = Beginning(
        key=token_urlsafe(32),
        mark="demo-line-0",
        text=LINES[0],
        language="sv",
        name="Rut Alm",
        kind="mail",
        address="rut.alm@example.com",
    )
    chat = begin(client, sent, at=at)
    take(chat, by=ada, at=at + timedelta(seconds=40))
    for place, text in enumerate(LINES[1:], start=1):
        said_at = at + timedelta(minutes=place)
        if place % 2:
            reply(chat, text, mark=f"demo-line-{place}", by=ada, at=said_at)
        else:
            write(chat, text, mark=f"demo-line-{place}", at=said_at)
    over_at = at + timedelta(minutes=len(LINES) + 1)
    end(chat, how=Chat.EndedBy.CUSTOMER, at=over_at)
    subject = Subject.objects.filter(client=client, name__startswith="Återvinning").first()
    subject = subject or Subject.objects.filter(client=client).order_by("pk").first()
    cases.describe(chat.case, subject=subject, need_type="information", by=ada, at=over_at)
    cases.close(chat.case, by=ada, at=over_at)


def chat_once(name: str, text: str, random: Random, *, stopped: Event) -> None:
    """Chat as somebody with the widget does: ask, wait for an answer a while, thank, and go."""
    headers = {"Authorization": f"Bearer {token_urlsafe(32)}"}
    with httpx.Client(base_url=settings.BASE_URL, headers=headers, timeout=20) as browser:
        begun = browser.post(
            "/chatt/exempelby/borja/", json={"text": text, "mark": token_urlsafe(12), "name": name}
        )
        if begun.is_error:
            log.warning("demo_chat_refused", extra={"status": begun.status_code})
            return
        for _look in range(MOST_PATIENCE // 5):
            if stopped.wait(5):
                return
            news = browser.post("/chatt/samtal/nytt/", json={"after": 0})
            if news.is_error or news.json()["state"] == "ended":
                return
            if any(line["is_ours"] for line in news.json()["lines"]):
                thanks = random.choice(("Tack, då vet jag!", "Perfekt, tack för hjälpen."))
                browser.post("/chatt/samtal/sag/", json={"text": thanks, "mark": token_urlsafe(12)})
                break
        browser.post("/chatt/samtal/avsluta/", json={})
