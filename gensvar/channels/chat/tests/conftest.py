"""A town that chats: a queue, hours, agents who know it, and a browser that chats as ours does."""

import json
from datetime import time, timedelta
from secrets import token_urlsafe

import pytest

from conftest import NOON
from gensvar.channels.chat.actions.setting import set_chat
from gensvar.channels.chat.models import Chat
from gensvar.foundation.calendars.models import OpeningHours
from gensvar.operations.routing import actions
from gensvar.operations.routing.dispatcher.dispatcher import Dispatcher
from gensvar.operations.routing.models import Offer

SITE = "https://www.exempelby.example"


@pytest.fixture
def queue(exempelby, cia, ada, bo):
    skill = actions.add_skill(exempelby, name="Kundtjänst")
    wish = actions.QueueWish(
        name="Chatt",
        channel="chat",
        goal_seconds=60,
        steps=[actions.StepWish(0, skill)],
        wrap_up_seconds=0,
        offer_seconds=30,
    )
    made = actions.set_queue(exempelby, wish, by=cia, at=NOON)
    for agent in (ada, bo):
        actions.give_seat(agent, client=exempelby, capacity={"chat": 2}, by=cia, at=NOON)
        actions.assess(agent, skill=skill, level=3, until=None, by=cia, at=NOON)
    return made


@pytest.fixture
def chatting(exempelby, kundtjanst, queue, admin):
    """Exempelby chats on weekdays between eight and five."""
    for weekday in range(5):
        OpeningHours.objects.create(
            client=exempelby, channel="chat", weekday=weekday, opens=time(8), closes=time(17)
        )
    return set_chat(
        exempelby,
        is_on=True,
        sites=[SITE],
        greeting="Hej!",
        greeting_en="Hello!",
        by=admin,
        at=NOON,
    )


class Clock:
    """What the product takes for now."""

    def __init__(self, at):
        self.at = at

    def __call__(self):
        return self.at

    def passes(self, **time):
        self.at += timedelta(**time)


@pytest.fixture
def clock(monkeypatch):
    clock = Clock(NOON)
    for place in ("gensvar.channels.chat.views", "gensvar.channels.chat.reactions"):
        monkeypatch.setattr(f"{place}.now", clock)
    return clock


class Citizen:
    """Somebody with the widget open; `key` is what their browser keeps."""

    def __init__(self, browser):
        self.browser = browser
        self.key = token_urlsafe(32)
        self.mark = 0

    def send(self, path, body=None, *, raw=None, key=None, **headers):
        sent = json.dumps(body or {}) if raw is None else raw
        return self.browser.post(
            f"/chatt/{path}/",
            sent,
            content_type="application/json",
            headers={"Authorization": f"Bearer {key or self.key}", **headers},
        )

    def begin(self, text="Hej, när töms soporna?", *, mark="", code="exempelby", **more):
        body = {"text": text, "mark": mark or self.next(), **more}
        return self.send(f"{code}/borja", body)

    def say(self, text, *, mark=""):
        return self.send("samtal/sag", {"text": text, "mark": mark or self.next()})

    def news(self, **given):
        return self.send("samtal/nytt", given)

    def next(self):
        self.mark += 1
        return f"mark-{self.mark:06}"

    @property
    def chat(self):
        return Chat.objects.select_related("case", "contact").latest("pk")


@pytest.fixture
def eva_chats(browser, chatting, clock):
    """Eva, who has the widget before her and has written nothing yet."""
    return Citizen(browser)


class Floor:
    """The dispatcher, and agents who are there."""

    def __init__(self, clock):
        self.clock = clock
        self.dispatcher = Dispatcher(at=clock.at)

    def ready(self, *agents):
        for agent in agents:
            actions.be_ready(agent, screen=f"window of {agent.name}", at=self.clock.at)

    def turn(self, **passes):
        self.clock.passes(**(passes or {"seconds": 1}))
        self.dispatcher.turn(at=self.clock.at)

    def accept(self, agent):
        offer = Offer.objects.live().filter(agent=agent, state="offered").get()
        return actions.accept(offer, by=agent, at=self.clock.at)


@pytest.fixture
def floor(chatting, clock):
    return Floor(clock)


@pytest.fixture
def talk(eva_chats, floor, ada):
    """Eva has begun to chat, and Ada has taken it."""
    floor.ready(ada)
    floor.turn()
    eva_chats.begin(name="Eva Ek")
    floor.turn()
    floor.accept(ada)
    return eva_chats.chat
