"""The town as it stands before anything happens in it: clients, people, catalogue, hours."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from django.contrib.auth.hashers import make_password

from gensvar.channels.mail.models import Mailbox
from gensvar.config.demo.cast import ENERGI_MAILBOX, GROUPS, MAILBOX, PASSWORD, WORKERS
from gensvar.config.demo.catalogue import TOTAL, topics
from gensvar.config.demo.secrecy import build_lists
from gensvar.config.demo.volumes import FIRST_DAY, ZONE, past_ends
from gensvar.foundation.agreements.models import Client, StandardText
from gensvar.foundation.calendars.models import OFFICE, Deviation, HolidaysKept, OpeningHours
from gensvar.foundation.duty.models import Duty
from gensvar.foundation.people.models import Agent, Group, Membership, RoleGrant
from gensvar.operations.cases.models import ReachRule, RequiredFact, Tag
from gensvar.operations.contacts.models import VolumeBefore
from gensvar.operations.knowledge.models import ServiceArea, Subject
from gensvar.operations.knowledge.standard import AREAS
from gensvar.oversight.kpi.models import Goal, Insight, SelfServiceUse, UsualPeriod

APPROVED_ON = date(2025, 12, 15)
EVERYWHERE = {"administrator", "dpo"}
# The local closing days of the town, and how it keeps the days squeezed in beside holidays.
LOCAL_CLOSING_DAYS = (
    (date(2026, 6, 19), "Midsommarafton"),
    (date(2026, 12, 24), "Julafton"),
    (date(2026, 12, 31), "Nyårsafton"),
    (date(2027, 5, 7), "Klämdag"),
    (date(2027, 6, 25), "Midsommarafton"),
    (date(2027, 12, 24), "Julafton"),
    (date(2027, 12, 31), "Nyårsafton"),
)
LOCAL_HALF_DAYS = ((date(2027, 1, 5), time(8), time(12), "Trettondagsafton"),)
SOURCE = "Skellefteå kommuns Kundtjänst, IFMA 2012-03-22"
# Beside the 6 148 cases of the source these are 62 % of all sick reports.
SICK_REPORTS_ON_THE_WEB = 10_031
LAMP_FACTS = (("Plats", "Gata och nummer"), ("Stolpens nummer", "Står på en skylt på stolpen"))
ENERGI_SUBJECTS = ("Faktura el", "Elavbrott", "Flytt", "Avtal och priser", "Fiber")


def build_town(*, at: datetime, size: int) -> dict[str, Client]:
    """Make both clients, everybody who works for them and what they can be asked."""
    clients = _clients(at)
    agents = _people(clients, at)
    groups = _groups(clients, agents, at)
    _mailboxes(groups, at)
    _catalogue(clients, groups)
    _facts(clients["exempelby"])
    _duties(groups["TEK-GATA"], agents, at)
    build_lists(clients["exempelby"], groups, at=at)
    _hours(clients["exempelby"], at)
    _hours(clients["energi"], at)
    _texts(clients, at)
    _before(clients["exempelby"], at)
    _goals(clients["exempelby"], agents["karin"], size)
    if size:
        _self_service(clients["exempelby"], at, size)
        _insights(clients["exempelby"], groups, agents["ada"])
    for word in ("brådskande", "återkommande", "trygghet"):
        Tag.objects.create(client=clients["exempelby"], name=word)
    return clients


def _clients(at: datetime) -> dict[str, Client]:
    exempelby = Client.objects.create(
        code="exempelby",
        name="Kommunledningen",
        public_name="Exempelby kommun",
        phone="0910-73 50 00",
        created_at=at,
    )
    energi = Client.objects.create(
        code="energi",
        name="Energi AB",
        public_name="Energi AB",
        kind=Client.Kind.EXTERNAL,
        phone="0910-73 60 00",
        created_at=at,
    )
    return {client.code: client for client in (exempelby, energi)}


def _people(clients: Mapping[str, Client], at: datetime) -> dict[str, Agent]:
    # One hash for all: everybody has the demo's password, and hashing is slow on purpose.
    password = make_password(PASSWORD)
    agents = {}
    for worker in WORKERS:
        agents[worker.key] = Agent.objects.create(
            email=worker.email,
            name=worker.name,
            title=worker.title,
            spoken_languages=list(worker.languages),
            password=password,
            created_at=at,
        )
        RoleGrant.objects.create(
            agent=agents[worker.key],
            role=worker.role,
            client=None if worker.role in EVERYWHERE else clients[worker.client],
            since=at,
        )
    for worker in WORKERS:
        if worker.manager:
            agents[worker.key].manager = agents[worker.manager]
            agents[worker.key].save(update_fields=["manager"])
    return agents


def _groups(
    clients: Mapping[str, Client], agents: Mapping[str, Agent], at: datetime
) -> dict[str, Group]:
    groups = {
        group.code: Group.objects.create(
            client=clients[group.client],
            code=group.code,
            name=group.name,
            department=group.department,
            is_front=group.is_front,
            email=f"{group.code.lower()}@{group.client}.example",
            manager=agents[group.manager],
        )
        for group in GROUPS
    }
    Membership.objects.bulk_create(
        Membership(group=groups[worker.group], agent=agents[worker.key], since=at)
        for worker in WORKERS
        if worker.group
    )
    return groups


def _duties(group: Group, agents: Mapping[str, Agent], at: datetime) -> None:
    """Hanna is on duty, Hans stands by, and three tries with a message count as feedback."""
    first_day = (at - timedelta(days=30)).date()
    for key, is_deputy in (("hanna", False), ("hans", True)):
        Duty.objects.create(
            client=group.client,
            group=group,
            agent=agents[key],
            is_deputy=is_deputy,
            valid_from=first_day,
        )
    ReachRule.objects.create(
        client=group.client,
        version=1,
        attempts=3,
        valid_from=at - timedelta(days=30),
        by=agents["karin"],
    )


def _facts(client: Client) -> None:
    """Say what must be known before a dark street lamp is handed over."""
    subject = Subject.objects.get(client=client, name="Gatubelysning")
    for position, (label, hint) in enumerate(LAMP_FACTS):
        RequiredFact.objects.create(
            client=client, subject=subject, label=label, hint=hint, position=position
        )


def _mailboxes(groups: Mapping[str, Group], at: datetime) -> None:
    for address, code in ((MAILBOX, "KUNDTJANST"), (ENERGI_MAILBOX, "ENERGI-KUND")):
        group = groups[code]
        Mailbox.objects.create(client=group.client, address=address, group=group, created_at=at)


def _catalogue(clients: Mapping[str, Client], groups: Mapping[str, Group]) -> None:
    exempelby, energi = clients["exempelby"], clients["energi"]
    areas = {
        name: ServiceArea.objects.create(
            client=exempelby, department=department, name=name, position=place
        )
        for department, names in AREAS.items()
        for place, name in enumerate(names)
    }
    Subject.objects.bulk_create(
        Subject(
            client=exempelby,
            area=areas[topic.area],
            name=topic.name,
            group=groups[topic.group],
            is_public=not topic.group.startswith("SOC-"),
            tier=1 if topic.name == "Sjukanmälan elever" else 2 if topic.solved > 0.5 else 3,
        )
        for topic in topics()
    )
    power = ServiceArea.objects.create(client=energi, department="Energi AB", name="Kundservice")
    Subject.objects.bulk_create(
        Subject(client=energi, area=power, name=name, group=groups["ENERGI-KUND"])
        for name in ENERGI_SUBJECTS
    )


def _hours(client: Client, at: datetime) -> None:
    OpeningHours.objects.bulk_create(
        OpeningHours(client=client, channel=channel, weekday=weekday, opens=opens, closes=closes)
        for channel, opens, closes in (
            (OFFICE, time(7, 30), time(17)),
            ("phone", time(7, 30), time(17)),
        )
        for weekday in range(5)
    )
    HolidaysKept.objects.create(client=client, country=HolidaysKept.Country.SWEDEN)
    Deviation.objects.bulk_create(
        Deviation(client=client, on=on, reason=reason, published_at=at)
        for on, reason in LOCAL_CLOSING_DAYS
    )
    Deviation.objects.bulk_create(
        Deviation(client=client, on=on, reason=reason, opens=opens, closes=closes, published_at=at)
        for on, opens, closes, reason in LOCAL_HALF_DAYS
    )


def _texts(clients: Mapping[str, Client], at: datetime) -> None:
    for client in clients.values():
        StandardText.objects.create(
            client=client,
            use=StandardText.Use.SIGNATURE,
            language="sv",
            body=f"Hälsningar\nKundtjänst, {client.public_name}\n{client.phone}",
            valid_from=at,
        )


def _goals(client: Client, owner: Agent, size: int) -> None:
    """Seed the goals of SKE-16; for feedback the source has a result but no goal (SKE-17)."""
    for measure, target, limit in (
        (Goal.Measure.SOLVED_AT_FRONT, "0.70", None),
        (Goal.Measure.CALL_LENGTH, "180", None),
        (Goal.Measure.ANSWERED_IN_TIME, "0.90", 120),
        (Goal.Measure.FEEDBACK_IN_TIME, None, 3),
    ):
        Goal.objects.create(
            client=client,
            measure=measure,
            target=target,
            limit=limit,
            owner=owner if target else None,
            approved_on=APPROVED_ON if target else None,
            valid_from=APPROVED_ON,
        )
    if size:
        ends_on = past_ends(size).astimezone(ZONE).date()
        UsualPeriod.objects.create(client=client, starts_on=FIRST_DAY, ends_on=ends_on)


def _before(client: Client, at: datetime) -> None:
    """Import what the source tells only as sums: the weeks before, and what people thought."""
    volume, experience = VolumeBefore.About.VOLUME, VolumeBefore.About.EXPERIENCE
    rows = (
        (volume, "Inkommande samtal i veckan före start", 30_000, None, True),
        (volume, "Externa samtal via växeln före start", None, "0.27", False),
        (volume, "Besvarade samtal före start", None, "0.50", False),
        (volume, "Besvarade samtal före start, vissa enheter", None, "0.20", False),
        (volume, "Kontakter per telefon före start", None, "0.90", True),
        (experience, "Når personal direkt eller med kort väntan", None, "0.85", False),
        (experience, "Röstmenyn är betydligt bättre än andras", None, "0.66", False),
        (experience, "Positivt bemötande", None, "0.93", False),
        (experience, "Högt betyg för kompetens", None, "0.89", False),
    )
    VolumeBefore.objects.bulk_create(
        VolumeBefore(
            client=client,
            about=about,
            label=label,
            count=count,
            share=share,
            is_approximate=is_approximate,
            source=SOURCE,
            imported_at=at,
        )
        for about, label, count, share, is_approximate in rows
    )


def _insights(client: Client, groups: Mapping[str, Group], by: Agent) -> None:
    """Note what has become visible; 23 times that the public is told unclearly (SKE-22)."""
    seen = Insight.Cause
    noted = (
        (seen.INFORMATION, 14, "/taxa", ""),
        (seen.INFORMATION, 9, "/bygglov", ""),
        (seen.WEB, 17, "/skolskjuts", ""),
        (seen.PROCESS, 31, "", "BYGG"),
        (seen.WORKLOAD, 12, "", "SOC-FORS"),
        (seen.MANAGEMENT, 6, "", "TEK-GATA"),
        (seen.CONFLICT, 7, "", "TEK-GATA"),
    )
    noon = datetime.combine(FIRST_DAY, time(12), ZONE)
    Insight.objects.bulk_create(
        Insight(client=client, cause=cause, page=page, group=groups.get(code), by=by, at=noon)
        for cause, count, page, code in noted
        for _ in range(count)
    )


def _self_service(client: Client, at: datetime, size: int) -> None:
    """Import how often parents reported a sick child on the web themselves (SKE-19)."""
    SelfServiceUse.objects.create(
        client=client,
        subject=Subject.objects.get(client=client, name="Sjukanmälan elever"),
        starts_on=FIRST_DAY,
        ends_on=past_ends(size).astimezone(ZONE).date(),
        count=round(SICK_REPORTS_ON_THE_WEB * size / TOTAL),
        source="Webbstatistik, e-tjänsten Sjukanmälan",
        imported_at=at,
    )
