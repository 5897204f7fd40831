"""SKE-12, LAW-11, CUS-11, EXT-07 as people meet them."""

import re
from typing import Any

import pytest
from django.db.models import Sum

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.access import Reach, seeing_as
from gensvar.foundation.people.models import Agent, Group, Membership, RoleGrant
from gensvar.foundation.secrecy.models import AccessEntry, AccessList
from gensvar.operations.cases.actions import (
    end_forgotten_registrations,
    finish_registration,
    hand_over,
    make_confidential,
    open_case,
    settle_hand_in,
)
from gensvar.operations.cases.models import Case, HandIn, IdentityCheck, Note, Reading
from gensvar.operations.cases.queries.correspondence import answer_subject
from gensvar.operations.cases.queries.promise_words import promise_in_words
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import Contact, Message
from gensvar.operations.customers.actions import add_customer
from gensvar.operations.customers.models import Customer
from gensvar.operations.knowledge.models import IdentityLevel, Subject
from gensvar.oversight.kpi.models import CaseCount


@pytest.fixture
def soc_fors(exempelby: Any) -> Group:
    return Group.objects.create(
        client=exempelby, code="SOC-FORS", name="Försörjningsstöd", email="soc@exempelby.example"
    )


@pytest.fixture
def access(exempelby: Any, soc_fors: Group, noon: Any) -> AccessList:
    """The list on which SOC-FORS stands."""
    found = AccessList.objects.create(client=exempelby, name="Försörjningsstöd")
    AccessEntry.objects.create(access=found, client=exempelby, group=soc_fors, since=noon)
    return found


@pytest.fixture
def stod(exempelby: Any, gator: Any, soc_fors: Group) -> Subject:
    return Subject.objects.create(
        client=exempelby, area=gator.area, name="Försörjningsstöd", group=soc_fors
    )


@pytest.fixture
def sara(exempelby: Any, soc_fors: Group, noon: Any) -> Agent:
    """The handler in SOC-FORS."""
    agent = Agent.objects.create_user("sara@exempelby.example", name="Sara Lind", created_at=noon)
    RoleGrant.objects.create(agent=agent, role="group-member", client=exempelby, since=noon)
    Membership.objects.create(group=soc_fors, agent=agent, since=noon)
    return agent


def opened(client: Any, title: str, customer: Customer | None, **more: Any) -> Case:
    contact = register_contact(
        client, channel="phone", direction="in", customer=customer, at=more["at"], summary=title
    )
    return open_case(client, title=title, channel="phone", contact=contact, **more)


@pytest.fixture
def secret(
    exempelby: Any,
    access: AccessList,
    stod: Subject,
    soc_fors: Group,
    sara: Agent,
    cia: Any,
    noon: Any,
) -> Case:
    """The confidential case of Maria Ek, made so by hand and handed over to SOC-FORS."""
    maria = add_customer(exempelby, name="Maria Ek", addresses={"phone": "070-222 22 22"}, at=noon)
    case = opened(exempelby, "Fråga från Maria Ek", maria, subject=stod, at=noon)
    hand_over(case, to=soc_fors, why="cannot", question="Hur går det?", by=cia, at=noon)
    make_confidential(case, access=access, because="Hotad", by=cia, at=noon)
    return Case.objects.get(pk=case.pk)


@pytest.fixture
def three_of_eva(exempelby: Any, eva: Any, stod: Subject, noon: Any) -> None:
    for place in range(3):
        opened(exempelby, f"Ärende {place} från Eva Ek", eva, subject=stod, at=noon)


def test_a_search_leaves_the_confidential_case_out_and_counts_without_it(
    as_ada: Any, three_of_eva: None, secret: Case
) -> None:
    page = as_ada.post("/arenden/sok/", {"ord": "Ek", "lage": "alla"}, follow=True).content.decode()

    assert "3 ärenden" in page
    assert "Maria" not in page
    assert secret.number not in page
    assert "Maria" not in as_ada.get("/sok/", {"q": "Maria Ek"}).content.decode()


def test_its_number_is_answered_like_one_that_nobody_has(as_ada: Any, secret: Case) -> None:
    hidden = as_ada.get(f"/arenden/{secret.number}/")
    unknown = as_ada.get("/arenden/26-999999/")

    assert hidden.status_code == unknown.status_code == 404
    blot = re.compile(r"\d\d-\d{6}|nonce-[^\"']+|(?:value|content)=\"[^\"]+\"")
    assert blot.sub("", hidden.content.decode()) == blot.sub("", unknown.content.decode())


def test_whoever_is_on_the_list_says_why_once_and_then_reads(
    browser: Any, sara: Agent, secret: Case
) -> None:
    browser.force_login(sara)
    address = f"/arenden/{secret.number}/"

    asked = browser.get(address).content.decode()
    assert "Maria" not in asked
    assert browser.get(f"{address}historik/").status_code == 403
    assert browser.post(f"{address}skal/", {"reason": " "}).status_code == 422
    browser.post(f"{address}skal/", {"reason": "Ska ringa kunden"})

    assert "Maria Ek" in browser.get(address).content.decode()
    assert "Maria Ek" in browser.get(address).content.decode()
    reading = Reading.objects.get()
    assert (reading.agent, reading.reason) == (sara, "Ska ringa kunden")
    assert EventRecord.objects.filter(name="cases.reading-noted", case_id=secret.pk).count() == 1
    waiting = browser.get("/handlaggare/").content.decode()
    assert secret.number in waiting


def test_published_figures_count_it(
    exempelby: Any, three_of_eva: None, secret: Case, noon: Any
) -> None:
    counted = CaseCount.objects.filter(client=exempelby, subject=secret.subject_id, is_month=False)

    assert counted.aggregate(n=Sum("cases"))["n"] == 4


def test_who_registers_it_finishes_and_then_sees_it_no_more(
    as_ada: Any,
    ada: Any,
    exempelby: Any,
    stod: Subject,
    access: AccessList,
    soc_fors: Group,
    sara: Agent,
) -> None:
    Subject.objects.filter(pk=stod.pk).update(access=access)
    given = {
        "client": exempelby.pk,
        "channel": "phone",
        "said": "Barnet far illa",
        "subject": stod.pk,
        "need_type": "application",
        "address": "",
        "name": "Berit Sand",
        "title": "",
    }

    page = as_ada.post("/arenden/ny/", given, follow=True)
    case = Case.objects.get()
    assert page.status_code == 200
    assert "Barnet far illa" in page.content.decode()
    assert "medan du registrerar" in page.content.decode()
    as_ada.post(f"/arenden/{case.number}/notering/", {"text": "Läraren ringer igen"})

    after = as_ada.post(f"/arenden/{case.number}/registrerat/", follow=True).content.decode()

    case.refresh_from_db()
    assert (case.state, case.group) == ("handed-over", soc_fors)
    assert case.number not in after
    assert as_ada.get(f"/arenden/{case.number}/").status_code == 404
    assert "Berit" not in as_ada.get("/sok/", {"q": "Berit"}).content.decode()
    assert as_ada.get(f"/kunder/{case.customer.number}/").status_code == 404
    assert Note.objects.filter(case=case, by=ada).exists()


def test_a_registration_is_finished_also_where_nobody_can_be_handed_the_question(
    exempelby: Any, stod: Subject, access: AccessList, soc_fors: Group, ada: Agent, noon: Any
) -> None:
    Subject.objects.filter(pk=stod.pk).update(access=access)
    stod.refresh_from_db()
    with seeing_as(Reach(clients=frozenset({exempelby.pk}), agent_id=ada.pk)):
        case = opened(exempelby, "Berit Sand", None, subject=stod, by=ada, at=noon)
        finish_registration(case, by=ada, at=noon)

    case.refresh_from_db()
    assert (case.state, case.group, case.registrar_id) == ("waiting-for-us", soc_fors, None)
    assert not EventRecord.objects.filter(name="cases.case-handed-over").exists()


def test_a_registration_that_nobody_finishes_ends_by_itself(
    exempelby: Any, secret: Case, ada: Any, noon: Any
) -> None:
    Case.objects.filter(pk=secret.pk).update(registrar_id=ada.pk, registrar_since=noon)

    assert end_forgotten_registrations(at=noon.replace(minute=59)) == 0
    assert end_forgotten_registrations(at=noon.replace(hour=noon.hour + 2)) == 1
    assert Case.objects.get(pk=secret.pk).registrar_id is None


@pytest.mark.parametrize("is_there", [True, False])
def test_a_message_can_be_left_for_any_number_with_the_same_answer(
    as_ada: Any, secret: Case, is_there: bool, noon: Any
) -> None:
    number = secret.number if is_there else "26-999999"
    given = {"number": number, "text": "Kunden hälsar att det brådskar"}

    said = as_ada.post("/arenden/lamna-meddelande/", given, follow=True).content.decode()
    left = HandIn.objects.get()
    settle_hand_in(left.pk, at=noon)
    settle_hand_in(left.pk, at=noon)

    assert "Lämnat. Finns det ett ärende" in said
    assert Note.objects.filter(case=secret).count() == (1 if is_there else 0)


def test_a_protected_customer_is_hidden_with_address_and_cases(
    as_ada: Any, exempelby: Any, eva: Any, gator: Any, noon: Any
) -> None:
    case = opened(exempelby, "Grop", eva, subject=gator, at=noon)
    assert as_ada.get(f"/arenden/{case.number}/").status_code == 200

    Customer.objects.filter(pk=eva.pk).update(protected=True)

    assert as_ada.get(f"/arenden/{case.number}/").status_code == 404
    assert as_ada.get(f"/kunder/{eva.number}/").status_code == 404
    assert "Eva" not in as_ada.get("/sok/", {"q": "Eva Ek"}).content.decode()
    assert "070-111 11 11" not in as_ada.get("/arenden/?lage=alla").content.decode()


def test_to_know_the_address_of_somebody_hidden_is_no_way_to_find_out(
    as_ada: Any, exempelby: Any, secret: Case
) -> None:
    given = {
        "client": exempelby.pk,
        "channel": "phone",
        "said": "Hej",
        "address": "070-222 22 22",
        "name": "Maria",
        "subject": "",
        "need_type": "",
        "title": "",
    }

    assert as_ada.post("/arenden/ny/", given).status_code == 302

    met = Case.objects.exclude(pk=secret.pk).get().customer
    assert met is not None
    assert met.pk != secret.customer_id


def test_a_group_that_may_not_read_it_cannot_be_given_it(
    browser: Any, sara: Agent, secret: Case, tek_gata: Any, noon: Any
) -> None:
    from gensvar.operations.cases.actions import GroupNotOnList

    with pytest.raises(GroupNotOnList):
        hand_over(secret, to=tek_gata, why="cannot", question="Kan ni?", by=sara, at=noon)


def test_mail_about_it_says_neither_number_nor_subject(secret: Case, noon: Any) -> None:
    from gensvar.channels.mail import texts

    promised, closing = secret.promises.get(), texts.closing(secret, at=noon)
    for subject, text in (
        (closing.subject, closing.text),
        (answer_subject(secret), ""),
        texts.hand_over(secret, at=noon),
        texts.receipt(secret, asked_about="Hot", at=noon),
        texts.promise(secret, promise_in_words(secret, group=None, due_at=noon, at=noon), at=noon),
        *(texts.to_staff(secret, why, at=noon, due_at=promised.due_at) for why in texts.ToStaff),
    ):
        assert secret.number not in subject + text
        assert "Försörjningsstöd" not in subject + text
        assert "/folj/" not in text


@pytest.fixture
def permit(as_ada: Any, exempelby: Any, eva: Any, gator: Any, noon: Any) -> Case:
    """A case about Bygglov, which asks for level 2."""
    bygglov = Subject.objects.create(
        client=exempelby,
        area=gator.area,
        name="Bygglov",
        identity_level=IdentityLevel.REACHED,
    )
    return opened(exempelby, "Altan", eva, subject=bygglov, at=noon)


def test_content_is_covered_until_the_code_has_been_read_back(as_ada: Any, permit: Case) -> None:
    address = f"/arenden/{permit.number}/"
    as_ada.post(f"{address}identitet/", {"method": "stated"})

    covered = as_ada.get(address).content.decode()
    assert "Skyddade uppgifter" in covered
    assert "Hittills nådd: 1" in covered
    assert 'class="timeline"' not in covered
    assert "eva.ek@example.com" not in covered
    as_ada.post(f"{address}identitet/kod/")
    letter = Message.objects.get(outgoing__purpose="identity")
    assert letter.recipients == ["eva.ek@example.com"]
    code = re.search(r"\d{6}", letter.text)
    assert code is not None
    as_ada.post(f"{address}identitet/kod/prova/", {"code": "000000x"})
    assert "Skyddade uppgifter" in as_ada.get(address).content.decode()

    as_ada.post(f"{address}identitet/kod/prova/", {"code": code[0]})

    assert 'class="timeline"' in as_ada.get(address).content.decode()
    levels = list(IdentityCheck.objects.order_by("pk").values_list("level", "method"))
    assert levels == [(1, "stated"), (2, "code")]
    assert EventRecord.objects.filter(name="cases.identity-checked", case_id=permit.pk).count() == 2


def test_whoever_only_works_with_the_case_says_so(as_ada: Any, permit: Case) -> None:
    address = f"/arenden/{permit.number}/"

    as_ada.post(f"{address}identitet/", {"method": "nobody-asks"})

    assert 'class="timeline"' in as_ada.get(address).content.decode()
    assert not IdentityCheck.objects.exists()


def test_what_is_taken_back_is_open_again(
    as_ada: Any, ada: Any, secret: Case, cia: Any, noon: Any
) -> None:
    from gensvar.operations.cases.actions import lift_confidentiality

    lift_confidentiality(secret, by=cia, at=noon)

    assert as_ada.get(f"/arenden/{secret.number}/").status_code == 200
    assert Contact.objects.filter(cases=secret, secret=True).exists(), "asked about, but not hidden"
