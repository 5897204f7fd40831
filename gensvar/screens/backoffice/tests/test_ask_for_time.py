"""More time, the right group, what is known: the department and what the customer was promised."""

from datetime import timedelta

from django.utils.timezone import localtime, now

from gensvar.channels.mail.actions.promises import mail_promise
from gensvar.foundation.people.models import Group
from gensvar.operations.cases.models import GivenFact, Promise, RequiredFact
from gensvar.operations.cases.queries.promises import closing_on, standing
from gensvar.operations.contacts.models import Outgoing
from gensvar.screens.backoffice.tests.conftest import path, words


def later_day(case, days):
    day = localtime(now()).date() + timedelta(days=days)
    while closing_on(case.client, day, at=now()) is None:
        day += timedelta(days=1)
    return str(day)


def test_more_time_needs_a_reason_and_a_plan_and_eva_is_told(office, case):
    given = {"due_on": later_day(case, 10), "reason": "Regn", "plan": ""}
    refused = office.post(path(case, "mer-tid"), given)
    assert refused.status_code == 422
    assert "Regn" in words(refused)

    office.post(path(case, "mer-tid"), given | {"plan": "Lag 2 lagar då"})

    promise = standing(case)
    assert promise is not None
    assert promise.plan == "Lag 2 lagar då"
    assert promise.way == "mail"
    mail_promise(promise.pk, at=now())
    mail_promise(promise.pk, at=now())
    mail = Outgoing.objects.get(purpose="promise").message
    assert promise.words in mail.text
    assert mail.recipients == ["eva.ek@example.com"]


def test_the_question_goes_to_the_right_group_without_the_front_desk(
    office, case, exempelby, mats, tek_gata
):
    tek_va = Group.objects.create(client=exempelby, code="TEK-VA", name="Vatten", manager=mats)
    before = standing(case)
    assert before is not None

    office.post(path(case, "fel-grupp"), {"group": tek_va.pk, "text": "Det är en vattenläcka"})

    case.refresh_from_db()
    after = standing(case)
    assert after is not None
    assert case.group == tek_va
    assert (after.group, after.due_at) == (tek_va, before.due_at)
    assert office.get(path(case)).status_code == 404


def test_whoever_opens_the_question_has_seen_it(office, case, hanna):
    office.get(path(case))
    office.get(path(case))

    handed = case.hand_overs.get()
    assert [one.by for one in handed.seen.all()] == [hanna]


def test_whoever_takes_the_question_has_accepted_it(office, case, hanna):
    office.post(path(case, "ta"))

    assert case.hand_overs.get().acceptance.by == hanna


def test_the_page_says_what_has_been_promised_and_what_is_known(office, case, gator, ada):
    fact = RequiredFact.objects.create(client=case.client, subject=gator, label="Djup")
    GivenFact.objects.create(
        client=case.client, case=case, fact=fact, text="8 cm", by=ada, at=now()
    )

    page = words(office.get(path(case)))

    promise = standing(case)
    assert promise is not None
    assert promise.words in page
    assert "8 cm" in page


def test_the_department_sees_that_the_customer_waits_for_news(office, case):
    promise = standing(case)
    assert promise is not None
    assert "Nytt besked senast:" not in words(office.get(path(case)))

    Promise.objects.filter(pk=promise.pk).update(
        update_days=2, at=now() - timedelta(days=20), due_at=now() + timedelta(days=20)
    )

    page = words(office.get(path(case)))
    assert "Nytt besked senast:" in page
    assert "inget har skickats" in page
