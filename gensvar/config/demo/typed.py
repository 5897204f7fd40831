"""The case types of the town, which subjects bring which, and some cases with fields filled in."""

from collections.abc import Mapping
from datetime import datetime

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.actions import fill_in, move
from gensvar.operations.cases.models import Case
from gensvar.operations.casetypes.actions import add_type, describe_type
from gensvar.operations.casetypes.models import CaseType, Service
from gensvar.operations.casetypes.rules import Disposal
from gensvar.operations.disposal.actions import hold
from gensvar.operations.knowledge.models import Subject

TYPES = {
    "exempelby": (
        Service.CUSTOMER_SERVICE,
        Service.INFORMATION,
        Service.FAULTS,
        Service.SWITCHBOARD,
    ),
    "energi": (Service.CUSTOMER_SERVICE, Service.SUPPORT, Service.SALES),
}
SUBJECTS = {
    "exempelby": {
        Service.FAULTS: (
            "Gatubelysning",
            "Gator, v",
            "Vatten, avlopp",
            "Lekplatser",
            "Felanmälan lokal",
        ),
        Service.INFORMATION: ("Öppettider", "Kartor och mätning"),
        Service.SWITCHBOARD: ("Sök person",),
    },
    "energi": {Service.SUPPORT: ("Elavbrott", "Fiber"), Service.SALES: ("Avtal och priser",)},
}
# By the title of an open case: what is filled in, and the stage it has come to.
FILLED: Mapping[str, tuple[dict[str, object], str]] = {
    "Gropar i asfalten på Skolgatan": (
        {"place": "Skolgatan 12", "fault": "broken", "danger": True},
        "",
    ),
    "Skadad lekställning, Norrskolan": (
        {"place": "Norrskolan, stora lekplatsen", "fault": "broken", "danger": True},
        "assessed",
    ),
    "Felanmälan gatubelysning": (
        {"place": "Parkvägen 3", "fault": "dark", "danger": False},
        "",
    ),
    "Brunt vatten, Bruksgatan 8": ({"place": "Bruksgatan 8"}, ""),
}


def give_types(clients: Mapping[str, Client], *, at: datetime) -> None:
    """Let each client have its types, and its subjects bring them."""
    for code, services in TYPES.items():
        for service in services:
            case_type = add_type(clients[code], service, by=None, at=at)
            names = SUBJECTS[code].get(service, ())
            Subject.objects.filter(client=clients[code], name__in=names).update(case_type=case_type)


def decide_disposal(client: Client, *, by: Agent, at: datetime) -> None:
    """Let what is asked in passing go after three years and faults stay, and hold one case back."""
    for code, disposal, months in (
        (Service.INFORMATION, Disposal.ERASE, 36),
        (Service.FAULTS, Disposal.KEEP, 60),
    ):
        found = CaseType.objects.get(client=client, code=code)
        describe_type(
            found,
            by=by,
            at=at,
            disposal=disposal,
            disposal_decision="KS 2026/17",
            retention_months=months,
        )
    held = Case.objects.open().filter(client=client, title__in=FILLED).order_by("pk").first()
    if held is not None:
        hold(held, "Försäkringsärende pågår", by=by, at=at)


def fill_some(client: Client, *, by: Agent, at: datetime) -> None:
    """Fill in some of the open cases, as agents have."""
    for case in Case.objects.open().filter(client=client, title__in=FILLED):
        values, stage = FILLED[case.title]
        fill_in(case, values, by=by, at=at)
        if stage:
            move(case, stage, by=by, at=at)
