"""What is disturbed in the town today, and what was a month ago."""

from datetime import datetime, timedelta

from gensvar.config.demo.present import Opening, open_one
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.actions import attach
from gensvar.operations.disruptions.actions import Described, begin
from gensvar.operations.disruptions.models import Disruption, Step
from gensvar.operations.knowledge.models import Subject

# People who have the same trouble; the case of Bruksgatan 8 is left for somebody to put with them.
TROUBLED = (
    ("Inget vatten i kranen, Bruksgatan 14", "Lisa Wik", "lisa.wik@example.com", 2.5),
    ("Brunt vatten på Norra", "Tomas Lidman", "tomas.lidman@example.com", 2),
    ("Vattnet borta sedan klockan sju", "Sofia Berg", "sofia.berg@example.com", 1.6),
)


def disturb(client: Client, *, at: datetime) -> None:
    """Open a water leak with the cases it has caused, and remember an older disruption."""
    cia = Agent.objects.get(email="cia@exempelby.example")
    water = Subject.objects.get(client=client, name="Vatten, avlopp")
    began = at - timedelta(hours=3)
    leak = begin(
        client,
        Described(
            cause="Vattenläcka",
            area="Norra: Bruksgatan, Parkvägen",
            subject=water,
            started_at=began,
            expected_until=at + timedelta(hours=4),
            public_text="En huvudledning har gått sönder. Vattnet kan vara brunt eller borta. "
            "En tankvagn står vid Bruksgatan 2.",
            public_text_en="A water main has broken. The water may be brown or gone. A tanker "
            "stands at Bruksgatan 2.",
            phone_text="Det är en vattenläcka på Norra. Vi räknar med att vattnet är tillbaka i "
            "eftermiddag. Du behöver inte anmäla det.",
        ),
        by=cia,
        at=began,
    )
    for title, name, mail, hours in TROUBLED:
        came = at - timedelta(hours=hours)
        case = open_one(
            client,
            Opening(
                title, water.name, name, mail, f"{title}. När är det lagat?", hours, need="status"
            ),
            at=came,
        )
        attach(case, leak, by=cia, at=came)
    _a_month_ago(client, cia, at=at - timedelta(days=30))


def _a_month_ago(client: Client, by: Agent, *, at: datetime) -> None:
    over = at + timedelta(hours=6)
    late = Disruption.objects.create(
        client=client,
        cause="Försenad sophämtning",
        area="Västra: Industrivägen",
        subject=Subject.objects.get(client=client, name="Avfall"),
        started_at=at,
        public_text="Två sopbilar står stilla. Kärlen töms i morgon.",
        opened_by=by,
        ended_at=over,
        ended_by=by,
        closing_text="Nu är alla kärl tömda.",
    )
    for kind, moment in ((Step.Kind.BEGUN, at), (Step.Kind.ENDED, over)):
        Step.objects.create(disruption=late, client=client, kind=kind, at=moment, by=by)
