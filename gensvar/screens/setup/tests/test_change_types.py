import pytest
from django.urls import reverse

from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.actions import fill_in, move, open_case
from gensvar.operations.casetypes.actions import add_type
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.casetypes.queries import case_types
from gensvar.operations.knowledge.models import ServiceArea
from gensvar.operations.knowledge.standard import AREAS, COUNT


@pytest.fixture
def support(exempelby, noon):
    return add_type(exempelby, "support", by=None, at=noon)


@pytest.fixture
def two_cases(exempelby, support, ada, noon):
    return [
        open_case(exempelby, title=f"Fel {n}", channel="phone", agent=ada, at=noon)
        for n in range(2)
    ]


def fresh(case_type):
    return CaseType.objects.get(pk=case_type.pk)


def client_with(page, code, *services, **more):
    page(reverse("setup_new_client")).save(
        code=code,
        name=code,
        public_name=code,
        kind="external",
        language="sv",
        accent="teal",
        services=services,
        once=code,
        **more,
    )
    return Client.objects.get(code=code)


def test_support_brings_severity_to_a_new_client_and_customer_service_does_not(page, exempelby):
    """The Accept line of SRV-01 and SRV-02."""
    energi = client_with(page, "energi-ab", "support")
    plain = client_with(page, "bostads", "customer-service")

    (support,) = case_types([energi.pk])
    (service,) = case_types([plain.pk])
    severity = support.template.field("severity")
    assert severity.is_needed
    assert [option.code for option in severity.options] == ["critical", "high", "normal", "low"]
    assert service.template.field("severity") is None


def test_a_client_begins_with_the_24_areas_if_asked(page, exempelby):
    client = client_with(page, "nykoping", "customer-service", with_areas="on")

    assert COUNT == 24
    assert ServiceArea.objects.filter(client=client).count() == 24
    departments = set(ServiceArea.objects.filter(client=client).values_list("department"))
    assert departments == {(name,) for name in AREAS}


def test_areas_that_a_client_has_stay_when_it_begins_with_the_24(page, gator):
    url = f"{reverse('setup_standard_areas')}?client={gator.client.code}"
    before = set(ServiceArea.objects.filter(client=gator.client).values_list("pk", "department"))

    page(url).save()

    after = ServiceArea.objects.filter(client=gator.client)
    assert before <= set(after.values_list("pk", "department"))
    assert {name for names in AREAS.values() for name in names} <= set(
        after.values_list("name", flat=True)
    )


def test_types_are_listed_with_what_they_ask_for(page, desk, support):
    shown = desk.get(reverse("setup_types")).content.decode()
    whole = desk.get(reverse("setup_type", args=[support.pk])).content.decode()

    assert reverse("setup_type", args=[support.pk]) in shown
    assert "Severity" in whole
    assert "With the second line" in whole


def test_a_type_begins_as_a_service_and_says_what_it_asks_for(page, support):
    adding = page(f"{reverse('setup_new_type')}?client={support.client.code}")
    given = {"service": "fault-reporting", "name_sv": "Fel på väg", "name_en": "", "code": ""}

    shown = adding.look(**given).content.decode()
    adding.save(**given)

    assert "<b>It asks for</b> Place" in shown
    made = CaseType.objects.get(code="fel-pa-vag")
    assert (made.template.name.sv, made.is_default) == ("Fel på väg", False)


def test_a_field_says_how_many_open_cases_lack_it(page, support, two_cases, ada, noon):
    adding = page(reverse("setup_new_field", args=[support.pk]))
    given = {
        "label_sv": "Registreringsnummer",
        "label_en": "",
        "key": "",
        "help_sv": "",
        "help_en": "",
        "kind": "text",
        "options": "",
        "is_needed": "on",
    }

    shown = adding.look(**given).content.decode()
    adding.save(**given)

    assert "<b>2 open cases</b> lack it" in shown
    assert fresh(support).template.field("registreringsnummer").is_needed


def test_choices_are_written_a_line_each(page, support):
    changing = page(reverse("setup_field", args=[support.pk, "severity"]))
    given = {
        "label_sv": "Allvarlighet",
        "label_en": "Severity",
        "help_sv": "",
        "help_en": "",
        "kind": "choice",
        "options": "critical = Allt står | All stands\nLite grann",
        "is_needed": "on",
    }

    refused = changing.look(**{**given, "options": ""})
    changing.save(**given)

    options = fresh(support).template.field("severity").options
    assert [(one.code, one.label.sv, one.label.en) for one in options] == [
        ("critical", "Allt står", "All stands"),
        ("lite-grann", "Lite grann", ""),
    ]
    assert "Write at least one choice" in refused.content.decode()


def test_removing_a_field_says_what_is_kept(page, support, two_cases, ada, noon):
    fill_in(two_cases[0], {"affected": "Post"}, by=ada, at=noon)
    removing = page(reverse("setup_removing_field", args=[support.pk, "affected"]))

    shown = removing.look().content.decode()
    removing.save()

    assert "<b>1 case</b> keeps what is filled in" in shown
    assert fresh(support).template.field("affected") is None


def test_a_stage_is_added_changed_and_removed(page, support, two_cases, ada, noon):
    page(reverse("setup_new_stage", args=[support.pk])).save(
        label_sv="Vilar", label_en="", code="", state="waiting-for-us"
    )
    move(two_cases[0], "vilar", by=ada, at=noon)
    removing = page(reverse("setup_removing_stage", args=[support.pk, "vilar"]))

    shown = removing.look().content.decode()
    removing.save()

    assert "<b>1 case</b> stands in it" in shown
    assert fresh(support).template.stage("vilar") is None


def test_a_table_in_which_a_case_gets_stuck_is_refused_before_it_is_saved(page, support):
    stages = [stage.code for stage in support.template.stages]
    given = {f"{a}__{b}": "cases.write" for a in stages for b in stages if a != b}
    stuck = given | {f"troubleshooting__{b}": "" for b in stages}
    editing = page(reverse("setup_moves", args=[support.pk]))

    refused = editing.look(**stuck)
    editing.save(**{**given, "received__solved": "cases.approve"})

    assert refused.status_code == 422
    assert "could never be done" in refused.content.decode()
    assert fresh(support).template.way("received", "solved").right == "cases.approve"


def test_the_default_is_moved_before_a_type_is_retired(page, support, exempelby, noon):
    other = add_type(exempelby, "information", by=None, at=noon)
    retiring = page(reverse("setup_retiring_type", args=[support.pk]))

    refused = retiring.look()
    page(reverse("setup_making_default", args=[other.pk])).save()
    retiring.save()

    assert refused.status_code == 409
    assert fresh(support).retired_at is not None


def test_a_subject_gives_its_cases_a_type(page, support, gator, exempelby, noon):
    open_case(exempelby, title="Hål", channel="phone", subject=gator, at=noon)
    editing = page(reverse("setup_subject", args=[gator.pk]))
    given = {
        "name": gator.name,
        "area": gator.area_id,
        "group": gator.group_id or "",
        "case_type": support.pk,
        "tier": gator.tier,
        "answer_days": 3,
        "is_public": "on",
        "identity_level": 0,
    }

    shown = editing.look(**given).content.decode()
    editing.save(**given)

    assert "<b>1 open case</b> changes type" in shown
    gator.refresh_from_db()
    assert gator.case_type == support


def test_somebody_elses_type_does_not_exist(page, desk, energi, noon, admin, exempelby):
    from gensvar.foundation.people.models import RoleGrant

    theirs = add_type(energi, "support", by=None, at=noon)
    RoleGrant.objects.filter(agent=admin).update(client=exempelby)

    assert desk.get(reverse("setup_type", args=[theirs.pk])).status_code == 404


def test_goals_and_time_to_answer_are_set_and_what_follows_is_told(page, support, two_cases):
    editing = page(reverse("setup_type", args=[support.pk]))
    given = {
        "name_sv": "Support",
        "retention_months": 24,
        "answer_days": 1,
        "reopen_days": 30,
        "measures": ["K20", "K28"],
        "goal_K20": "70",
    }

    shown = editing.look(**given).content.decode()
    editing.save(**given)

    assert "<b>2 open cases</b> are due on other days" in shown
    template = fresh(support).template
    assert (template.answer_days, template.reopen_days) == (1, 30)
    assert template.measures == ("K20", "K28")
    assert template.target("K20") == 70


def test_a_goal_that_nobody_follows_is_refused_and_nothing_is_lost(page, support):
    editing = page(reverse("setup_type", args=[support.pk]))

    answer = editing.look(
        name_sv="Support", retention_months=24, answer_days=0, measures=["K20"], goal_K26="95"
    )
    refused = editing.save(
        name_sv="Support", retention_months=24, answer_days=0, measures=["K20"], goal_K26="95"
    )

    assert 422 in {answer.status_code, refused.status_code}
    assert "goal for K26, which nobody follows" in refused.content.decode()
    assert 'value="95"' in refused.content.decode()
    assert fresh(support).version == 1
