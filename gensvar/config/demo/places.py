"""The properties of the town, who looks after them, what keeps breaking and what is wished for."""

from datetime import date, datetime, timedelta

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group, Membership
from gensvar.operations.cases.actions import describe, locate, open_case
from gensvar.operations.casetypes.actions import add_type
from gensvar.operations.casetypes.models import Service
from gensvar.operations.customers.models import Customer
from gensvar.operations.knowledge.models import Subject
from gensvar.operations.register.actions import (
    Described,
    add_place,
    add_service_type,
    entrust,
    note_missing,
)
from gensvar.operations.register.models import Hours, Place, PlaceKind, ServiceType
from gensvar.oversight.levels.actions import decide, decide_wish, lift_faults, lift_matter
from gensvar.oversight.levels.rules import Level

SINCE = date(2026, 1, 1)
CODE, NAME, KIND, PARENT, ADDRESS = range(5)
PLACES = (
    ("FAST-17", "Norrskolan", PlaceKind.PROPERTY, "", "Skolgatan 8"),
    ("FAST-17-A", "Norrskolan, hus A", PlaceKind.BUILDING, "FAST-17", "Skolgatan 8"),
    ("FAST-17-G", "Norrskolans idrottshall", PlaceKind.BUILDING, "FAST-17", "Skolgatan 10"),
    ("FAST-17-A-102", "Klassrum 102", PlaceKind.ROOM, "FAST-17-A", ""),
    ("FAST-18", "Stadshuset", PlaceKind.PROPERTY, "", "Torget 1"),
    ("FAST-18-ARK", "Kommunarkivet", PlaceKind.ROOM, "FAST-18", "Torget 1"),
    ("FAST-21", "Parkskolan", PlaceKind.PROPERTY, "", "Parkvägen 22"),
    ("FAST-24", "Simhallen", PlaceKind.PROPERTY, "", "Badgatan 3"),
    ("FAST-24-VENT", "Ventilation, stora bassängen", PlaceKind.INSTALLATION, "FAST-24", ""),
    ("PROD-7", "Trygghetslarm", PlaceKind.PRODUCT, "", ""),
    ("FAST-99", "Gamla mejeriet", PlaceKind.PROPERTY, "", "Bruksgatan 40"),
)
ANSWERED = ("FAST-17", "FAST-18", "FAST-21", "FAST-24")
SERVICES = ("Värme", "El", "VA", "Ventilation", "Lås")
# How many hours ago somebody was cold.
COLD = (3, 27, 75, 170)
WISHES = (
    ("Fler cykelställ vid Norrskolan", "FAST-17", "accepted", "Tas med i utemiljön till våren."),
    ("Solskydd i klassrum 102", "FAST-17-A-102", "later", "Prövas i budgeten."),
    ("Mötesrum med hörslinga i Stadshuset", "FAST-18", "accepted", "Beställt."),
    ("Längre öppet i simhallen på söndagar", "FAST-24", "declined", "Ryms inte i avtalet."),
    ("Laddplatser för elbil på Parkskolan", "FAST-21", "", ""),
    ("Skötbord på herrtoaletten i Stadshuset", "FAST-18", "", ""),
)


def keep_register(client: Client, *, at: datetime) -> None:
    """Lay out the register, and let something have happened in it."""
    services = {name: add_service_type(client, name=name, by=None, at=at) for name in SERVICES}
    places = _places(client, at=at)
    office, duty = _groups(client, at=at)
    for code in ANSWERED:
        for hours, group in ((Hours.OFFICE, office), (Hours.DUTY, duty)):
            entrust(
                places[code], group, service=None, hours=hours, valid_from=SINCE, by=None, at=at
            )
    heat = services["Värme"]
    _break(client, places, heat, at=at)
    note_missing(places["FAST-99"], service=heat, by=None, at=at - timedelta(days=2))
    _wish(client, places, at=at)


def _places(client: Client, *, at: datetime) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for row in PLACES:
        described = Described(
            code=row[CODE],
            name=row[NAME],
            kind=row[KIND],
            parent=found.get(row[PARENT]),
            address=row[ADDRESS],
            valid_from=SINCE,
        )
        found[row[CODE]] = add_place(client, described, by=None, at=at)
    return found


def _groups(client: Client, *, at: datetime) -> tuple[Group, Group]:
    """Return who looks after properties in office hours, and who is on duty."""
    mats = Agent.objects.get(email="mats@exempelby.example")
    made = []
    for code, name, who in (("DRIFT-NORR", "Drift norr", "fia"), ("JOUR-1", "Jouren", "hans")):
        group = Group.objects.create(
            client=client, code=code, name=name, department="Tekniska kontoret", manager=mats
        )
        member = Agent.objects.get(email=f"{who}@exempelby.example")
        Membership.objects.create(group=group, agent=member, since=at)
        made.append(group)
    return made[0], made[1]


def _break(client: Client, places: dict[str, Place], heat: ServiceType, *, at: datetime) -> None:
    """Let it be cold in the school so often that it stands out, and once in the town hall."""
    subject = Subject.objects.get(client=client, name="Felanmälan lokal")
    ada = Agent.objects.get(email="ada@exempelby.example")
    cia = Agent.objects.get(email="cia@exempelby.example")
    school = Customer.objects.get(client=client, name="Norrskolan")
    for code, hours in [("FAST-17", ago) for ago in COLD] + [("FAST-21", ago) for ago in COLD[:3]]:
        came = at - timedelta(hours=hours)
        title = f"Kallt i {places[code].name}"
        case = open_case(
            client,
            title=title,
            channel="phone",
            subject=subject,
            customer=school if code == "FAST-17" else None,
            by=ada,
            at=came,
        )
        locate(case, places[code], service=heat, by=ada, at=came)
    issue = lift_faults(
        places["FAST-21"], service=heat, title="Återkommande kyla, FAST-21", by=cia, at=at
    )
    decide(issue, words="Termostaterna byts i samband med höstlovet.", by=cia, at=at)
    lift_matter(
        client,
        title="Gemensam jour för skolor och bad",
        words="Två områden ringer samma person samtidigt.",
        level=Level.STRATEGIC,
        by=cia,
        at=at,
    )


def _wish(client: Client, places: dict[str, Place], *, at: datetime) -> None:
    kind = add_type(client, Service.WISHES, by=None, at=at)
    subject = Subject.objects.get(client=client, name="Felanmälan lokal")
    ada = Agent.objects.get(email="ada@exempelby.example")
    cia = Agent.objects.get(email="cia@exempelby.example")
    for number, (title, code, outcome, words) in enumerate(WISHES):
        came = at - timedelta(hours=5 + 9 * number)
        case = open_case(client, title=title, channel="web", subject=subject, by=ada, at=came)
        describe(case, by=ada, at=came, type=kind)
        locate(case, places[code], service=None, by=ada, at=came)
        if outcome:
            decide_wish(case, outcome=outcome, words=words, by=cia, at=at)
