from datetime import timedelta

import pytest
from django.utils.timezone import localdate, now

from gensvar.foundation.people.models import RoleGrant
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import Case
from gensvar.operations.casetypes.actions import add_type, describe_type
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.casetypes.rules import Disposal, Words
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.disposal.actions import dispose, hold
from gensvar.operations.disposal.models import Hold, Protocol


@pytest.fixture
def chief(enter, cia, exempelby, noon):
    RoleGrant.objects.create(agent=cia, role="manager", client=exempelby, since=noon)
    return enter(cia)


@pytest.fixture
def closed(exempelby, admin, ada, gator, eva, noon):
    """Two cases of a type that is erased after a month."""
    found = add_type(exempelby, "information", by=admin, at=noon)
    describe_type(
        found,
        by=admin,
        at=noon,
        name=Words("KC-enkla frågor", "Simple questions"),
        retention_months=1,
        disposal=Disposal.ERASE,
        disposal_decision="KS 2026/17",
    )
    cases = []
    for _each in range(2):
        contact = register_contact(
            exempelby, channel="phone", direction="in", customer=eva, agent=ada, at=noon
        )
        case = actions.open_case(
            exempelby,
            title="Hål i gatan",
            channel="phone",
            contact=contact,
            subject=gator,
            need_type="information",
            by=ada,
            at=noon,
        )
        actions.close(Case.objects.get(pk=case.pk), by=ada, at=noon)
        cases.append(Case.objects.get(pk=case.pk))
    return cases


def test_the_list_says_what_goes_when_and_by_which_decision(chief, closed):
    page = chief.get("/installningar/gallring/").content.decode()

    assert "KS 2026/17" in page
    assert "2 cases go by" in page
    assert all(case.number in page for case in closed)


def test_another_day_is_asked_about_and_nonsense_is_told(chief, closed, cia):
    Case.objects.update(closed_at=now())
    assert "Nothing is erased by" in chief.get("/installningar/gallring/").content.decode()

    ahead = (localdate() + timedelta(days=40)).isoformat()
    assert "2 cases go by" in chief.get(f"/installningar/gallring/?den={ahead}").content.decode()
    for asked in ("igår", "1999-01-01", "9999-12-31"):
        answer = chief.get("/installningar/gallring/", {"den": asked})
        assert answer.status_code == 200
        assert "That day cannot be shown" in answer.content.decode()


def test_a_case_is_held_back_and_let_go_on_its_page(chief, closed, exempelby):
    case = closed[0]
    asking = f"/arenden/{case.number}/gallringsstopp/"
    refused = chief.post(asking, {"reason": " "})
    assert refused.status_code == 422
    assert "Write why the case must be kept." in refused.content.decode()

    page = chief.post(asking, {"reason": "Audit of streets"}, follow=True).content.decode()
    assert "Held back by Cia" in page
    again = chief.post(asking, {"reason": "Typed twice"})
    assert again.status_code == 422
    assert "Typed twice" in again.content.decode()
    listed = chief.get("/installningar/gallring/").content.decode()
    assert "Audit of streets" in listed
    assert "1 case goes by" in listed

    chief.post(f"{asking}hav/")
    assert Hold.objects.get().ended_at is not None


def test_an_erased_case_says_so_and_the_protocol_is_read_as_kept(chief, closed, exempelby):
    dispose(exempelby, on=localdate(), at=now())
    protocol = Protocol.objects.get()

    page = chief.get(f"/arenden/{closed[0].number}/").content.decode()
    assert "The case is erased" in page
    assert "KS 2026/17" in page
    shown = chief.get(f"/installningar/gallring/{protocol.pk}/").content.decode()
    assert closed[0].number in shown
    assert protocol.sha256 in shown
    answer = chief.get(f"/installningar/gallring/{protocol.pk}/fil/")
    assert answer.content == bytes(protocol.content)


def test_agents_and_other_clients_have_no_part_in_it(enter, ada, closed, energi, noon, bo):
    assert enter(ada).get("/installningar/gallring/").status_code == 403
    assert enter(ada).get(f"/arenden/{closed[0].number}/gallringsstopp/").status_code == 403
    assert "Retention" not in enter(ada).get(f"/arenden/{closed[0].number}/").content.decode()
    RoleGrant.objects.filter(agent=bo).delete()
    RoleGrant.objects.create(agent=bo, role="manager", client=energi, since=noon)
    other = enter(bo)
    assert closed[0].number not in other.get("/installningar/gallring/").content.decode()
    assert other.get("/installningar/gallring/?client=exempelby").status_code == 404
    dispose(CaseType.objects.get().client, on=localdate(), at=now())
    assert other.get(f"/installningar/gallring/{Protocol.objects.get().pk}/").status_code == 404


def test_what_should_have_gone_and_has_not_is_told(chief, closed):
    page = chief.get("/installningar/gallring/").content.decode()

    assert "2 cases should have gone before today" in page


def test_a_rule_without_a_decision_is_refused(desk, closed):
    found = CaseType.objects.get()
    fields = {
        "name_sv": "KC-enkla frågor",
        "retention_months": 6,
        "answer_days": 0,
        "disposal": "erase",
        "disposal_decision": "",
        "do": "save",
    }

    page = desk.post(f"/installningar/arendetyper/{found.pk}/", fields).content.decode()

    assert "Write which decision says so" in page
    assert CaseType.objects.get().version == found.version


def test_secret_cases_stand_in_no_list_of_others_and_have_a_protocol_apart(
    chief, closed, cia, exempelby, admin, noon, ada
):
    from gensvar.foundation.secrecy.models import AccessList

    access = AccessList.objects.create(client=exempelby, name="Få")
    describe_type(CaseType.objects.get(), by=admin, at=noon, disposes_confidential=True)
    secret = closed[0]
    actions.make_confidential(secret, access=access, because="Hot", by=ada, at=noon)

    page = chief.get("/installningar/gallring/").content.decode()
    assert "1 case goes by" in page
    assert secret.number not in page

    assert dispose(exempelby, on=localdate(), at=now()) == 2
    own, apart = Protocol.objects.get(access=None), Protocol.objects.get(access=access)
    assert secret.number not in own.text
    assert (apart.access, apart.cases) == (access, 1)
    assert chief.get(f"/installningar/gallring/{own.pk}/").status_code == 200
    assert chief.get(f"/installningar/gallring/{apart.pk}/").status_code == 404


def test_secret_cases_wait_where_the_decision_is_not_about_them(closed, exempelby, ada, noon):
    from gensvar.foundation.secrecy.models import AccessList

    access = AccessList.objects.create(client=exempelby, name="Få")
    actions.make_confidential(closed[0], access=access, because="Hot", by=ada, at=noon)

    assert dispose(exempelby, on=localdate(), at=now()) == 1
    hold(Case.objects.get(pk=closed[0].pk), "Tvist", by=ada, at=noon)
