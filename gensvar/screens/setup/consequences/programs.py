from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.integrations.models import Token, Webhook
from gensvar.foundation.people.models import Agent, SignInProvider
from gensvar.foundation.people.rules import opens_content, permissions_in_scopes
from gensvar.operations.cases.models import Case
from gensvar.screens.setup.changing import told

LATELY = timedelta(days=7)


def of_token(given: Mapping[str, Any]) -> list[Markup]:
    scopes = set(given["scopes"])
    found = [told(_("<b>The secret</b> is shown once. Whoever has it is let in."))]
    if scopes & {"cases:read", "cases:write", "all"}:
        cases = Case.objects.all()
        if given["client"] is not None:
            cases = cases.filter(client=given["client"])
        count = cases.count()
        sentence = ngettext(
            "<b>%(count)s case</b> can be read with it, closed ones too.",
            "<b>%(count)s cases</b> can be read with it, closed ones too.",
            count,
        )
        found.append(told(sentence, count=count))
    if opens_content(permissions_in_scopes(scopes)):
        found.append(told(_("<b>The client's managers are told</b> by mail that you did this.")))
    if any(scope.endswith(":write") or scope == "all" for scope in scopes):
        found.append(told(_("<b>It can change things</b>; the record says that the token did.")))
    if scopes & {"people:write", "all"}:
        found.append(told(_("<b>It can open accounts</b> and give roles. Few programs need that.")))
    if given["last_day"] is None:
        found.append(told(_("<b>It never ends by itself.</b> Look at it in every review.")))
    return found


def of_revoking(token: Token) -> list[Markup]:
    used = token.last_used_on.isoformat() if token.last_used_on else _("never")
    return [
        told(_("<b>The program is let out</b> at its next request.")),
        told(_("<b>Last used:</b> %(day)s."), day=used),
        told(_("<b>What it did stays</b> in the record. A revoked token does not come back.")),
    ]


def of_webhook(client: Client | None, events: Iterable[str], *, at: datetime) -> list[Markup]:
    rows = EventRecord.objects.filter(at__gt=at - LATELY)
    names = list(events)
    rows = rows.filter(name__in=names) if names else rows.exclude(name__startswith="integrations.")
    if client is not None:
        rows = rows.filter(client_id=client.pk)
    count = rows.count()
    sentence = ngettext(
        "<b>%(count)s message</b> would have been sent in the last week.",
        "<b>%(count)s messages</b> would have been sent in the last week.",
        count,
    )
    return [
        told(sentence, count=count),
        told(_("<b>Each holds numbers only</b>: which case, which contact, who did it.")),
        told(_("<b>What cannot be told</b> is tried for three days, then shown here.")),
    ]


def of_ending_webhook(webhook: Webhook) -> list[Markup]:
    waiting = webhook.deliveries.filter(next_try_at__isnull=False).count()
    sentence = ngettext(
        "<b>%(count)s message</b> that waits is never sent.",
        "<b>%(count)s messages</b> that wait are never sent.",
        waiting,
    )
    return [told(_("<b>Nothing more</b> is told to the address.")), told(sentence, count=waiting)]


def of_new_secret() -> list[Markup]:
    return [
        told(_("<b>The new secret</b> is shown once.")),
        told(_("<b>For 24 hours</b> both sign, so that the receiver has time to change.")),
    ]


def of_provider(given: Mapping[str, Any]) -> list[Markup]:
    domains = [part for part in given["email_domains"].split(", ") if part]
    people = Agent.objects.filter(is_active=True, is_service=False)
    count = sum(people.filter(email__iendswith=f"@{domain}").count() for domain in domains)
    sentence = ngettext(
        "<b>%(count)s person</b> is known by the address and can sign in with it.",
        "<b>%(count)s people</b> are known by their address and can sign in with it.",
        count,
    )
    found = [told(sentence, count=count)]
    if given["counts_as_second_factor"]:
        found.append(told(_("<b>Nobody who signs in so</b> is asked for a second factor here.")))
    if given["first_role"]:
        found.append(
            told(_("<b>Anybody with an address there</b> gets an account at the first sign-in."))
        )
    return [*found, told(_("<b>The button</b> shows on the sign-in page at once."))]


def of_ending_provider(provider: SignInProvider) -> list[Markup]:
    from allauth.socialaccount.models import SocialAccount

    linked = SocialAccount.objects.filter(provider=provider.slug, user__is_active=True)
    count = linked.count()
    sentence = ngettext(
        "<b>%(count)s person</b> who signs in so needs a password or a passkey instead.",
        "<b>%(count)s people</b> who sign in so need a password or a passkey instead.",
        count,
    )
    without = linked.filter(user__password__startswith="!").count()  # noqa: S106 the mark of none
    found = [told(sentence, count=count)]
    if without:
        sentence = ngettext(
            "<b>%(count)s of them</b> has no password: make a link first.",
            "<b>%(count)s of them</b> have no password: make links first.",
            without,
        )
        found.append(told(sentence, count=without))
    return [*found, told(_("<b>Nobody is signed out</b> who is in now."))]
