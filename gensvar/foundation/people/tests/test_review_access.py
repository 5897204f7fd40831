import json
from datetime import timedelta

from allauth.mfa.models import Authenticator

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.actions import create_agent, end_account, give_role, review_access
from gensvar.foundation.people.models import RoleGrant
from gensvar.foundation.people.queries import COLUMNS, access_list, last_review, rows
from gensvar.foundation.people.rules import Role


def test_the_list_has_every_role_in_force_with_its_facts(admin, ada, energi, noon):
    give_role(ada, role=Role.QUALITY, client=energi, by=admin, at=noon)
    Authenticator.objects.create(user=ada, type="webauthn", data={})

    lines = {(line.name, line.role): line for line in access_list(at=noon)}

    quality = lines["Ada Lind", "quality"]
    assert (quality.client, quality.since, quality.given_by) == ("Energi AB", noon, "Alva Norén")
    assert quality.has_second_factor
    assert quality.role_name == "Kvalitetsgranskare"
    assert lines["Alva Norén", "administrator"].client is None
    assert lines["Alva Norén", "administrator"].lacks_second_factor
    assert len(lines) == len(access_list(at=noon)) == RoleGrant.objects.count()


def test_roles_that_have_ended_or_not_begun_are_not_on_the_list(admin, ada, exempelby, noon):
    tomorrow = noon + timedelta(days=1)
    give_role(ada, role=Role.QUALITY, client=exempelby, by=admin, at=noon, since=tomorrow)

    assert "quality" not in {line.role for line in access_list(at=noon)}
    assert "quality" in {line.role for line in access_list(at=tomorrow)}


def test_an_account_without_roles_is_on_the_list_and_an_ended_one_is_not(admin, ada, noon):
    create_agent("nils@exempelby.example", name="Nils Holm", by=admin, at=noon)
    end_account(ada, by=admin, at=noon)

    by_name = {line.name: line for line in access_list(at=noon)}

    assert by_name["Nils Holm"].role == ""
    assert "Ada Lind" not in by_name


def test_a_review_keeps_the_list_as_it_was_without_names(admin, ada, cia, noon):
    review = review_access(by=admin, at=noon, remarks=" Genomgånget. ")
    end_account(ada, by=admin, at=noon)

    kept = last_review()

    assert kept == review
    assert kept.remarks == "Genomgånget."
    assert {line["agent_id"] for line in kept.grants} == {admin.pk, ada.pk, cia.pk}
    assert "Ada" not in json.dumps(kept.grants)
    reviewed = EventRecord.objects.get(name="people.access-reviewed")
    assert reviewed.payload == {"agent_id": admin.pk, "review_id": review.pk}


def test_the_list_can_be_a_file(ada, noon):
    table = rows(access_list(at=noon))

    assert all(len(row) == len(COLUMNS) for row in table)
    assert ["Ada Lind", "ada@exempelby.example"] in [row[:2] for row in table]


def test_the_list_costs_two_queries(ada, bo, cia, admin, noon, django_assert_num_queries):
    with django_assert_num_queries(2):
        access_list(at=noon)
