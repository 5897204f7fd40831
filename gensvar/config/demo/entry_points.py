"""The ways in that the town has published: 34, of which three are nobody's (SKE-25)."""

from datetime import datetime, timedelta

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.oversight.entrypoints.models import EntryPoint, Trial

# Numbers that are kept free for stories.
NUMBERS = [f"+46980319{last}" for last in range(200, 226)]
OTHERS = (
    ("mail", "kundtjanst@exempelby.example", "exempelby.example/kontakt"),
    ("mail", "kommunen@exempelby.example", "Brevpapper"),
    ("mail", "felanmalan@exempelby.example", "Dekaler på lekplatser"),
    ("web", "exempelby.example/fraga", "Startsidan"),
    ("web", "exempelby.example/felanmalan", "Startsidan"),
    ("social", "facebook.example/exempelby", "Kommunbladet"),
    ("visit", "Medborgarkontoret, Storgatan 1", "Skyltar"),
    ("letter", "Exempelby kommun, 999 99 Exempelby", "Alla brev"),
)
OF_NOBODY = {3, 11, 24}
BROKEN = {11}
NEVER_TRIED = {24, 25}


def publish_ways_in(client: Client, *, at: datetime) -> None:
    """Write down every way in, who sees to it, and when it was last tried."""
    front = Group.objects.get(client=client, code="KUNDTJANST")
    by = Agent.objects.get(email="karin@exempelby.example")
    phones = [("phone", number, "Telefonkatalogen på webben") for number in NUMBERS]
    entries = EntryPoint.objects.bulk_create(
        EntryPoint(
            client=client,
            kind=kind,
            address=address,
            published_in=where,
            leads_to=None if place in OF_NOBODY else front,
            owner=None if place in OF_NOBODY else by,
            volume=(place * 37) % 900 if kind == "phone" else None,
            volume_source="Växelns statistik" if kind == "phone" else "",
            published_at=at,
        )
        for place, (kind, address, where) in enumerate([*phones, *OTHERS])
    )
    Trial.objects.bulk_create(
        Trial(
            entry=entry,
            client=client,
            worked=place not in BROKEN,
            note="Numret är inte i bruk" if place in BROKEN else "",
            by=by,
            at=at - timedelta(days=1 + 12 * place),
        )
        for place, entry in enumerate(entries)
        if place not in NEVER_TRIED
    )
