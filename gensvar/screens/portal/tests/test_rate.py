"""The one question after a finished order."""

import pytest

from gensvar.foundation.people.models import Agent, RoleGrant
from gensvar.operations.cases.actions import open_case
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.workorders.actions import Wanted, make_order
from gensvar.operations.workorders.actions.reporting import survey_link
from gensvar.operations.workorders.models import Survey


@pytest.fixture
def asked(exempelby, eva, gator, ada, noon):
    """A customer who has got the question, with its address."""
    tom = Agent.objects.create_user("tom@exempelby.example", name="Tom Alm", created_at=noon)
    RoleGrant.objects.create(agent=tom, role="performer", client=exempelby, since=noon)
    contact = register_contact(
        exempelby, channel="phone", direction="in", customer=eva, agent=ada, at=noon
    )
    case = open_case(
        exempelby, title="Lampa", channel="phone", contact=contact, subject=gator, by=ada, at=noon
    )
    order = make_order(case, Wanted(where="Norrskolan", action="Byt", agent=tom), by=ada, at=noon)
    survey = Survey.objects.create(order=order, client=exempelby, performer=tom, asked_at=noon)
    return survey, survey_link(survey, case_id=case.pk).partition("/omdome/")[2]


def test_the_customer_answers_once(citizen, asked):
    survey, token = asked
    page = citizen.get(f"/omdome/{token}")
    empty = citizen.post(f"/omdome/{token}", {"score": "", "words": "Hm"})
    wrong = citizen.post(f"/omdome/{token}", {"score": "6"})
    thanks = citizen.post(f"/omdome/{token}", {"score": "4", "words": "Bra jobbat"})
    again = citizen.post(f"/omdome/{token}", {"score": "1"})

    assert "Hur gick det?" in page.content.decode()
    assert "Lampa" not in page.content.decode()
    assert (empty.status_code, wrong.status_code) == (422, 422)
    assert "Hm" in empty.content.decode()
    assert "Tack för ditt svar" in thanks.content.decode()
    assert "redan svarat" in again.content.decode()
    survey.refresh_from_db()
    assert (survey.score, survey.words) == (4, "Bra jobbat")


def test_a_link_that_is_not_ours_leads_nowhere(citizen, asked):
    _survey, token = asked

    assert citizen.get("/omdome/abc/").status_code == 404
    assert citizen.get(f"/omdome/{token[:-3]}xy/").status_code == 404


def test_a_confidential_case_asks_nothing(citizen, asked, gator):
    from gensvar.foundation.secrecy.models import AccessList

    survey, token = asked
    gator.access = AccessList.objects.create(client=survey.client, name="Sekretess")
    gator.save()

    assert citizen.get(f"/omdome/{token}").status_code == 404
