"""Bring articles in from a table as drafts, or nothing of it."""

from collections.abc import Sequence
from datetime import datetime

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.operations.knowledge.actions.importing import ImportHasFaults
from gensvar.operations.knowledge.actions.writing import begin_article, write_draft
from gensvar.operations.knowledge.events import ArticlesImported
from gensvar.operations.knowledge.queries.article_import import ArticlePlan, planned_articles


@action
def import_articles(
    client: Client, text: str, *, groups: Sequence[int], by: Agent, at: datetime
) -> ArticlePlan:
    """Write a draft for each line that says something new; each still has to be approved."""
    Client.objects.select_for_update(no_key=True).get(pk=client.pk)
    plan = planned_articles(client, text, groups=groups, at=at)
    if plan.faults:
        raise ImportHasFaults
    for planned in plan.new:
        begin_article(
            client,
            kind=planned.line.kind,
            content=planned.content,
            group=planned.group,
            owner=planned.owner,
            approver=planned.approver,
            is_public=planned.line.is_public,
            subjects=planned.subjects,
            by=by,
            at=at,
        )
    for planned in plan.changed:
        assert planned.article is not None
        write_draft(planned.article, planned.content, by=by, at=at)
    announce(
        ArticlesImported(
            client_id=client.pk, agent_id=by.pk, added=len(plan.new), changed=len(plan.changed)
        ),
        at=at,
    )
    return plan
