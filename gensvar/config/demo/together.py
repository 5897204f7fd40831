"""Living cases that belong together, or that colleagues do something with later."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from gensvar.config.demo.present import Opening, open_one
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import Case

AGAIN = Opening(
    "Lekställningen på Norrskolan, igen",
    "Lekplatser",
    "Rut Alm",
    "rut.alm@example.com",
    "Jag skrev i går om klätterställningen. Nu har ett barn gjort sig illa på stolpen.",
    2,
    need="opinion",
)


def work_together(clients: Mapping[str, Client], *, at: datetime) -> None:
    """Do with some of the open cases what colleagues do beside answering."""
    ada = Agent.objects.get(email="ada@exempelby.example")
    again = open_one(clients["exempelby"], AGAIN, at=at - timedelta(hours=AGAIN.hours_ago))
    actions.merge(again, into=_open("Skadad lekställning, Norrskolan"), by=ada, at=at)


def _open(title: str) -> Case:
    return Case.objects.select_related("client").get(title=title)
