from datetime import date, timedelta

import pytest

from gensvar.channels.mail.actions.reminding import tell_owner
from gensvar.operations.contacts.models import Outgoing
from gensvar.operations.knowledge import actions
from gensvar.operations.knowledge.models import Reminder
from gensvar.operations.knowledge.rules.content import Content


@pytest.fixture
def overdue(exempelby, tek_gata, hanna, mats, noon):
    """Hanna's article, which should have been reviewed the day after noon."""
    content = Content(title="Hål i gatan", body="Ring oss.", review_on=date(2026, 5, 5))
    article = actions.begin_article(
        exempelby,
        kind="answer",
        content=content,
        group=tek_gata,
        owner=hanna,
        by=hanna,
        at=noon,
    )
    actions.submit(article, by=hanna, at=noon)
    actions.approve(article, by=mats, at=noon)
    actions.remind_owners(at=noon + timedelta(days=3))
    return Reminder.objects.get()


def test_the_owner_gets_one_mail_however_often_the_job_runs(overdue, hanna, noon):
    for _again in range(3):
        tell_owner(overdue.pk, at=noon)

    outgoing = Outgoing.objects.get()
    assert outgoing.message.recipients == ["hanna@exempelby.example"]
    assert "ART-1" in outgoing.message.subject
    assert f"/svarsstod/{overdue.article_id}/" in outgoing.message.text
    assert "5 maj" in outgoing.message.text


def test_nobody_writes_to_an_owner_who_has_left(overdue, hanna, noon):
    hanna.is_active = False
    hanna.save()

    tell_owner(overdue.pk, at=noon)

    assert not Outgoing.objects.exists()
