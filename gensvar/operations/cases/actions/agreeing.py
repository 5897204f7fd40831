"""What is agreed with departments: the facts they need, and when tries count as feedback."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.events import ReachRuleAgreed, RequiredFactsSet
from gensvar.operations.cases.models import ReachRule, RequiredFact
from gensvar.operations.cases.queries.responsibility import reach_rule
from gensvar.operations.knowledge.models import Subject

MOST_FACTS = 12


class TooManyFacts(Refused):
    message = _(
        "At most %(most)s facts can be asked for. Ask for what the group cannot do without."
    )
    status = 422


class SameRule(Refused):
    message = _("That is what is agreed already.")


@action
def set_required_facts(
    subject: Subject, facts: Sequence[tuple[str, str]], *, by: Agent, at: datetime
) -> None:
    """Say what a group must know on a subject, as names and hints; what was given before stays."""
    wanted = list(dict(facts).items())
    if len(wanted) > MOST_FACTS:
        raise TooManyFacts(most=MOST_FACTS)
    known = RequiredFact.objects.filter(subject=subject, retired_at=None)
    known.exclude(label__in=[label for label, _hint in wanted]).update(retired_at=at)
    for position, (label, hint) in enumerate(wanted):
        RequiredFact.objects.update_or_create(
            client_id=subject.client_id,
            subject=subject,
            label=label,
            retired_at=None,
            defaults={"hint": hint, "position": position},
        )
    announce(
        RequiredFactsSet(
            agent_id=by.pk,
            client_id=subject.client_id,
            subject_id=subject.pk,
            labels=tuple(label for label, _hint in wanted),
        ),
        at=at,
    )


@action
def agree_reach_rule(client: Client, *, attempts: int, by: Agent, at: datetime) -> ReachRule:
    """Let so many tries with a message count as having reached the customer; 0: never."""
    client = Client.objects.select_for_update(of=("self",), no_key=True).get(pk=client.pk)
    before = reach_rule(client, at=at)
    if (before.attempts if before else 0) == attempts:
        raise SameRule
    rule = ReachRule.objects.create(
        client=client,
        version=(before.version if before else 0) + 1,
        attempts=attempts,
        valid_from=at,
        by=by,
    )
    announce(
        ReachRuleAgreed(
            agent_id=by.pk, client_id=client.pk, version=rule.version, attempts=attempts
        ),
        at=at,
    )
    return rule
