"""The town's own number: it rings on the desk of whoever is ready, without sound or wire.

Calls are played through the telephone's own tables. They come only while somebody is there to
answer, so that nobody is left waiting in a town at which nobody looks.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from django.conf import settings

from gensvar.channels.voice.actions import accounts, directory, menus, setting, sounding, tapes
from gensvar.channels.voice.actions.playing import let_call
from gensvar.channels.voice.actions.setting import Wording
from gensvar.channels.voice.models import Call, Leg, Phone, PhoneNumber
from gensvar.config.demo.recorded import AGREED_IN
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.contacts import blocking
from gensvar.operations.customers.models import Address
from gensvar.operations.knowledge.models import Subject
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import Queue, Seat, Skill, Status
from gensvar.operations.routing.rules.presence import GONE

NUMBER, QUEUE, SKILL = "0910-73 50 00", "Växeln", "Kundtjänst"
WHO = ("ada", "bo", "disa", "cia")
GOAL_SECONDS, OFFER_SECONDS, WRAP_UP_SECONDS = 60, 25, 120
CALLBACK_AFTER_SECONDS = 180
PROMPTS = Path(__file__).parent / "prompts"
SAID = {
    "greeting": "Välkommen till Exempelby kommun. Vi svarar så snart vi kan.",
    "closed": "Vi har stängt just nu. Skriv till oss på webben, så svarar vi i morgon.",
}
NAMES = {"greeting": "Hälsning (demoröst)", "closed": "Stängt (demoröst)"}
RECORDED = timedelta(days=14)
NEVER_RECORDED = "Försörjningsstöd"
MENU_NUMBER = "0910-73 50 01"
MENU = "Vänta eller tryck 0, så svarar en människa. Tryck 1 för avfall, 2 för vatten och avlopp."
MENU_BELOW = "Vänta eller tryck 0 för en människa. Tryck 1 för kärl, 2 för återbruket."
# Seconds between calls at the usual pace of two contacts a minute.
BETWEEN, USUAL_PACE = 40.0, 2.0
# Colleagues: where those wait who want a person, from which numbers they call, and whom they seek.
# Numbers that are nobody's: kept free for stories.
IN_REGISTER = [f"070-17406{last:02}" for last in range(5, 45)]
REGISTER_AGE = timedelta(days=20)
OWN_QUEUE, EXTENSIONS, COLLEAGUE = "Internt", "4000-4999", "4711"
DIRECTORY = """namn;nummer;e-post
Hanna Ström;4712;hanna@exempelby.example
Mats Åkesson;4713;mats@exempelby.example
Vaktmästeri;4750;
Bygglov;4720;
"""
# Of so many who call one is a colleague, and keys in a name and then 1.
COLLEAGUES, SOUGHT = 6, ("78766#1", "4720#1", "2537766#1")
PATIENCE, TALKS = (45.0, 150.0), (180.0, 420.0)
# Of ten who call, so many hide their number, and so many we do not know.
HIDDEN, UNKNOWN = 1, 3


def give_a_number(clients: Mapping[str, Client], *, at: datetime) -> None:
    """Give the town its number, what is said there, and phones to those who answer."""
    client = clients["exempelby"]
    lead = Agent.objects.get(email="cia@exempelby.example")
    skill = Skill.objects.get(client=client, name=SKILL)
    wish = actions.QueueWish(
        name=QUEUE,
        channel="phone",
        goal_seconds=GOAL_SECONDS,
        steps=[actions.StepWish(0, skill)],
        offer_seconds=OFFER_SECONDS,
        wrap_up_seconds=WRAP_UP_SECONDS,
    )
    queue = actions.set_queue(client, wish, by=lead, at=at)
    usual = {}
    for occasion, words in SAID.items():
        content = (PROMPTS / f"{occasion}.wav").read_bytes()
        sound = sounding.keep_sound(client, name=NAMES[occasion], content=content, by=None, at=at)
        usual[occasion] = Wording(words, sound)
    setting.arrange_number(
        client,
        number=NUMBER,
        queue=queue,
        is_shown=True,
        usual=usual,
        callback_after_seconds=CALLBACK_AFTER_SECONDS,
        offers_times=True,
        by=lead,
        at=at,
    )
    _lay_a_menu(client, queue, by=lead, at=at)
    own = actions.set_queue(client, replace(wish, name=OWN_QUEUE), by=lead, at=at)
    directory.set_telephonist(client, ranges=EXTENSIONS, queue=own, by=lead, at=at)
    directory.import_directory(client, DIRECTORY, by=lead, at=at)
    nix = blocking.RegisterWish("\n".join(IN_REGISTER), at.date() - REGISTER_AGE)
    blocking.import_register(client, nix, by=lead, at=at)
    for name in WHO:
        agent = Agent.objects.get(email=f"{name}@exempelby.example")
        accounts.open_account(agent, client=client, kind="desk", by=lead, at=at)


def record_calls(clients: Mapping[str, Client], *, at: datetime) -> None:
    """Record calls for two weeks, but none about money to live on."""
    client = clients["exempelby"]
    by = Agent.objects.get(email="cia@exempelby.example")
    queue = Queue.objects.in_use().get(client=client, name=QUEUE)
    wish = tapes.PlanWish(
        queue=queue,
        purpose="Coachning av nya handläggare",
        agreed_in=AGREED_IN,
        begins_at=at,
        ends_at=at + RECORDED,
    )
    tapes.plan_recording(client, wish, by=by, at=at)
    for subject in Subject.objects.filter(client=client, name=NEVER_RECORDED):
        tapes.forbid_subject(subject, is_forbidden=True, by=by, at=at)


def _lay_a_menu(client: Client, queue: Queue, *, by: Agent, at: datetime) -> None:
    """Give the town a second number with a menu; nobody calls it in the demo."""
    number = setting.set_number(client, number=MENU_NUMBER, queue=queue, by=by, at=at)
    homes = [menus.ChoiceWish("1", "Kärl", queue), menus.ChoiceWish("2", "Återbruket", queue)]
    choices = [
        menus.ChoiceWish("1", "Avfall", below=menus.MenuWish(MENU_BELOW, homes)),
        menus.ChoiceWish("2", "Vatten och avlopp", queue),
    ]
    menus.set_menu(number, menus.MenuWish(MENU, choices), by=by, at=at)


class Ringing:
    """Lets somebody call now and then, while there is anybody who can answer."""

    def __init__(self, random: Random, *, per_minute: float, at: datetime) -> None:
        self._random = random
        self._between = BETWEEN * USUAL_PACE / per_minute
        self._next_at = at

    def turn(self, *, at: datetime) -> None:
        if settings.ARI_URL or at < self._next_at:
            return
        self._next_at = at + timedelta(seconds=self._random.expovariate(1 / self._between))
        number = PhoneNumber.objects.in_use().order_by("pk").first()
        if number is None or not self._may_be_answered(at):
            return
        is_colleague = self._random.randrange(COLLEAGUES) == 0
        let_call(
            number.number,
            party=COLLEAGUE if is_colleague else self._party(number.client_id),
            keys=self._random.choice(SOUGHT) if is_colleague else "",
            patience=self._random.uniform(*PATIENCE),
            talks=self._random.uniform(*TALKS),
        )

    def _may_be_answered(self, at: datetime) -> bool:
        """Say whether somebody with a phone is ready, and no call waits or rings already."""
        talking = Leg.objects.open().filter(agent__isnull=False).values("agent")
        phones = Phone.objects.exclude(agent__in=talking).values("agent")
        ready = Seat.objects.filter(agent__in=phones, status=Status.READY, seen_at__gt=at - GONE)
        waits = Call.objects.going_on().filter(answered_at=None)
        return ready.exists() and not waits.exists()

    def _party(self, client_id: int) -> str:
        kind = self._random.randrange(10)
        if kind < HIDDEN:
            return "anonymous"
        known = Address.objects.filter(kind=Address.Kind.PHONE, client=client_id).order_by("-pk")
        values = list(known.values_list("value", flat=True)[:50])
        if kind < HIDDEN + UNKNOWN or not values:
            return f"+4670174{self._random.randrange(614, 700):03d}"
        return self._random.choice(values)
