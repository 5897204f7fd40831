from conftest import NOON
from gensvar.channels.mail.actions.handing_over import tell_group
from gensvar.channels.mail.tests.conftest import letter
from gensvar.foundation.duty.actions import note_absence, put_on_duty
from gensvar.foundation.events.reacting import reactions_to
from gensvar.foundation.people.models import Agent, Membership
from gensvar.operations.cases.actions import describe, hand_over
from gensvar.operations.cases.events import CaseHandedOver
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Outgoing


def handed_over(arrive, ada, tek_gata, gator):
    arrive(letter())
    case = Case.objects.get()
    describe(case, by=ada, at=NOON, subject=gator)
    question = "Eva Ek undrar när lyktan lagas."
    return hand_over(case, to=tek_gata, why="cannot", question=question, by=ada, at=NOON)


def test_the_group_gets_number_subject_and_link_and_nothing_about_eva(
    arrive, eva, ada, hanna, tek_gata, gator, settings
):
    """SKE-05: number, subject and last day, and nothing else about Eva."""
    handed = handed_over(arrive, ada, tek_gata, gator)

    tell_group(handed.pk, at=NOON)

    mail = Outgoing.objects.get(purpose="hand-over").message
    number = handed.case.number
    assert mail.recipients == ["tek-gata@exempelby.example"]
    assert mail.subject == f"{number} · Gator, v · svar senast 7 maj"
    assert mail.text.startswith(mail.subject)
    assert f"{settings.BASE_URL}/handlaggare/{number}/" in mail.text
    for private in ("Eva", "Ek", "eva.ek", "lykta"):
        assert private not in mail.subject + mail.text
    assert mail.contact.customer is None
    assert handed.case in mail.contact.cases.all()


def test_the_group_is_told_once_however_often_the_job_runs(arrive, eva, ada, tek_gata, gator):
    handed = handed_over(arrive, ada, tek_gata, gator)

    tell_group(handed.pk, at=NOON)
    tell_group(handed.pk, at=NOON)

    assert Outgoing.objects.filter(purpose="hand-over").count() == 1


def test_a_group_without_an_address_is_not_written_to(arrive, eva, ada, hanna, tek_gata, gator):
    tek_gata.email = ""
    tek_gata.save()
    handed = handed_over(arrive, ada, tek_gata, gator)

    tell_group(handed.pk, at=NOON)

    assert not Outgoing.objects.filter(purpose="hand-over").exists()


def test_whoever_is_on_duty_gets_the_mail_too_and_the_deputy_while_away(
    arrive, eva, ada, hanna, mats, tek_gata, gator, admin
):
    """SKE-27: Hanna absent, Hans gets the mail."""
    hans = Agent.objects.create_user(
        "hans@exempelby.example", name="Hans Nyberg", manager=mats, created_at=NOON
    )
    Membership.objects.create(group=tek_gata, agent=hans, since=NOON)
    for agent, is_deputy in ((hanna, False), (hans, True)):
        put_on_duty(
            tek_gata,
            agent,
            weekdays=range(5),
            valid_from=NOON.date(),
            is_deputy=is_deputy,
            by=admin,
            at=NOON,
        )
    note_absence(hanna, starts_at=NOON, by=hanna, at=NOON)
    handed = handed_over(arrive, ada, tek_gata, gator)

    tell_group(handed.pk, at=NOON)

    mail = Outgoing.objects.get(purpose="hand-over").message
    assert mail.recipients == ["tek-gata@exempelby.example", "hans@exempelby.example"]


def test_a_hand_over_leads_to_the_mail_by_itself():
    assert "gensvar.channels.mail.reactions.tell_group_by_mail" in reactions_to(CaseHandedOver)
