"""What not everybody in Exempelby may know: access lists, hidden cases, a protected customer."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import connection

from gensvar.config.demo.present import Opening, open_one
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.secrecy.models import AccessEntry, AccessList
from gensvar.operations.cases.actions import make_confidential
from gensvar.operations.customers.models import Customer
from gensvar.operations.knowledge.models import IdentityLevel, Subject

CHILDREN, SUPPORT, PROTECTED = "Barn och unga", "Försörjningsstöd", "Skyddade personuppgifter"
# Of the past, all that is about this is hidden: the figures still count it.
HIDDEN_SUBJECT = "Insatser för barn och unga"
PROTECTED_CUSTOMER = "K-1002"
WORRY = Opening(
    "Orosanmälan om ett barn i Norrskolan",
    "Orosanmälan",
    "Berit Sand",
    "berit.sand@example.com",
    "Jag är lärare och orolig för en elev. Det gäller hemförhållandena.",
    6,
    need="application",
    agent="bo",
    to_group="SOC-BARN",
    question="Orosanmälan från lärare. Ring henne i dag.",
)
BY_HAND = Opening(
    "Försörjningsstöd, fråga från Maria Ek",
    "Försörjningsstöd",
    "Maria Ek",
    "maria.ek@example.com",
    "Jag vill veta hur det går med min ansökan. Ring inte, min man får inte veta.",
    20,
    need="status",
    agent="ada",
    to_group="SOC-FORS",
    question="Hur långt har ansökan kommit? Kunden vill inte bli uppringd.",
)


def build_lists(client: Client, groups: Mapping[str, Group], *, at: datetime) -> None:
    """Say who may know of what, before the past is written."""
    lists = {}
    for name, codes in ((CHILDREN, ["SOC-BARN"]), (SUPPORT, ["SOC-FORS"]), (PROTECTED, [])):
        lists[name] = AccessList.objects.create(
            client=client, name=name, is_for_protected=name == PROTECTED
        )
        for code in codes:
            AccessEntry.objects.create(
                access=lists[name], client=client, group=groups[code], since=at
            )
    karin = Agent.objects.get(email="karin@exempelby.example")
    AccessEntry.objects.create(access=lists[PROTECTED], client=client, agent=karin, since=at)
    hidden = Subject.objects.get(client=client, name=HIDDEN_SUBJECT)
    Subject.objects.filter(pk=hidden.pk).update(access=lists[CHILDREN])
    Subject.objects.create(
        client=client,
        area=hidden.area,
        name="Orosanmälan",
        group=hidden.group,
        is_public=False,
        tier=Subject.Tier.DEPARTMENT,
        access=lists[CHILDREN],
    )
    surely = Subject.objects.filter(client=client, name__in=("Bygglov", SUPPORT))
    surely.update(identity_level=IdentityLevel.REACHED)


def hide_past() -> None:
    """Let the database know of whom in the past it must ask, while no trigger does."""
    with connection.cursor() as cursor:
        cursor.execute(
            """WITH hidden AS (
                   UPDATE customers_customer SET secret = true WHERE id IN (
                       SELECT customer_id FROM cases_case WHERE access_id IS NOT NULL)
                   RETURNING id)
               UPDATE customers_address SET secret = true
               FROM hidden WHERE hidden.id = customer_id"""
        )


def protect_customer() -> None:
    Customer.objects.filter(number=PROTECTED_CUSTOMER).update(protected=True)


def open_secrets(client: Client, *, at: datetime) -> None:
    """Open a case that its subject hides, and one that was made confidential by hand."""
    for opening in (WORRY, BY_HAND):
        case = open_one(client, opening, at=at - timedelta(hours=opening.hours_ago))
        if opening is BY_HAND:
            make_confidential(
                case,
                access=AccessList.objects.get(client=client, name=SUPPORT),
                because="Kunden är hotad i hemmet",
                by=Agent.objects.get(email="ada@exempelby.example"),
                at=at,
            )
