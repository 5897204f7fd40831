"""Each report once a period to each who is to have it; kept, and sent again, as it was."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from gensvar.foundation.calendars.actions import publish_deviation
from gensvar.foundation.calendars.models import OFFICE
from gensvar.foundation.people.access import Reach, bound_as
from gensvar.foundation.people.models import Agent, Membership, RoleGrant
from gensvar.foundation.secrecy.actions import give_access
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.cases.actions import close, give_feedback, make_confidential, open_case
from gensvar.operations.cases.actions.timing import refresh_deadlines
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.tests.test_deadlines import handed, local
from gensvar.operations.contacts.models import Outgoing
from gensvar.operations.knowledge.actions import note_gap
from gensvar.operations.knowledge.models import Subject
from gensvar.oversight.reports import actions
from gensvar.oversight.reports.actions import (
    AlreadyHeld,
    AlreadyPlanned,
    NotYetHeld,
    current_issue,
    hold_meeting,
    issue_due,
    plan_meeting,
    send_again,
    write_comment,
)
from gensvar.oversight.reports.models import Report
from gensvar.oversight.reports.queries.departments import departments_of, recipients
from gensvar.oversight.reports.rules import HIDDEN, HIDDEN_BESIDE, ReportKind
from gensvar.oversight.reports.tests.conftest import TUESDAY


def run(client, at):
    refresh_deadlines(client, at=at)
    return issue_due(client, at=at)


def report(kind, recipient):
    return Report.objects.get(kind=kind, recipient=recipient)


def test_easter_monday_is_closed_so_the_list_goes_on_tuesday(late, technical, karin):
    assert run(technical, local("2026-04-06T07:00")) == 0
    assert run(technical, local("2026-04-07T06:59")) == 0

    run(technical, TUESDAY)

    found = Report.objects.filter(kind=ReportKind.OVERDUE)
    assert sorted(one.recipient.name for one in found) == ["Karin Wall", "Mats Åkesson"]


def test_the_list_says_how_many_and_how_old_and_nothing_about_customers(
    late, technical, karin, eva
):
    Case.objects.update(customer=eva)

    run(technical, TUESDAY)

    sent = report(ReportKind.OVERDUE, karin)
    assert sent.text.startswith("Lista över försenade, Tekniska kontoret, vecka 15 2026\n")
    # Handed over on 9 March: 10 to 31 March are 16 working days, then 1, 2 and 7 April.
    assert f"2 försenade av 3 öppna, äldsta {late[0].number} (19 arbetsdagar)." in sent.text
    assert sent.figures["bands"] == [1, 1, 0, 1, 0]
    assert "TEK-GATA, Hanna Ström: 1 försenade av 1, äldsta 19 arbetsdagar" in sent.text
    assert "TEK-GATA, ingen än: 1 försenade av 2" in sent.text
    assert late[2].number not in sent.text
    for secret in ("Eva", "eva.ek", "Gropar", "När?"):
        assert secret not in sent.text + sent.subject


def test_forty_one_late_are_counted_and_the_oldest_is_named(technical, tek_gata, ada, gator, karin):
    """As SKE-10 has it: the office was closed on Easter Monday, so the list leaves on Tuesday."""
    oldest = handed(technical, tek_gata, ada, gator, at="2026-03-09T10:00")
    for number in range(40):
        handed(technical, tek_gata, ada, gator, at=f"2026-03-{16 + number % 5}T10:00")

    assert run(technical, local("2026-04-06T12:00")) == 0
    run(technical, TUESDAY)

    sent = report(ReportKind.OVERDUE, karin)
    oldest_said = f"41 försenade av 41 öppna, äldsta {oldest.number} (19 arbetsdagar)."
    assert oldest_said in sent.text
    assert sum(sent.figures["bands"]) == 41


def test_the_agenda_of_a_week_lists_what_is_late_missing_and_to_come(
    technical, tek_gata, ada, gator, karin
):
    """As SKE-13 has it for week 14: six overdue, four missing answers, one event."""
    for number in range(6):
        handed(technical, tek_gata, ada, gator, at=f"2026-03-1{number}T10:00")
    for number, name in enumerate(("Lampor", "Parker", "Snö", "Sopor")):
        subject = Subject.objects.create(client=technical, area=gator.area, name=name)
        for _time in range(number + 1):
            note_gap(subject, "", by=ada, at=local("2026-03-20T10:00"))
    filled = note_gap(gator, "", by=ada, at=local("2026-03-20T10:00"))
    filled.filled_at = local("2026-03-21T10:00")
    filled.save()
    at = local("2026-03-01T10:00")
    days = [local("2026-04-02T00:00").date(), local("2026-05-15T00:00").date()]
    for on in days:
        publish_deviation(technical, channel=OFFICE, on=on, reason="Flytt", by=ada, at=at)

    run(technical, local("2026-03-30T07:00"))

    sent = report(ReportKind.AGENDA, karin)
    assert sent.subject == "Dagordning, Tekniska kontoret, vecka 14 2026"
    assert "1. Försenade: 6" in sent.text
    assert "2. Svar som saknas: 4" in sent.text
    assert "Sopor: efterfrågat 4 gånger, och ingen artikel svarar" in sent.text
    assert "3. Händelser framåt: 1" in sent.text


def test_the_list_tells_what_the_list_before_said(late, technical, karin, ada):
    run(technical, TUESDAY)
    close(late[0], by=ada, at=TUESDAY + timedelta(hours=1))

    run(technical, local("2026-04-13T07:00"))

    second = Report.objects.filter(kind=ReportKind.OVERDUE, recipient=karin).latest("starts_on")
    assert "Förra listan hade 2 försenade av 3." in second.text
    assert "2 försenade av 2 öppna" in second.text


def test_each_is_sent_once_however_often_the_job_runs(late, technical, karin):
    first = run(technical, TUESDAY)
    again = [run(technical, TUESDAY + timedelta(minutes=5 * n)) for n in range(1, 30)]

    # Two lists to two people; and as the office opens, the month that nobody was there to send.
    assert (first, again[5], sum(again)) == (4, 2, 2)
    assert Outgoing.objects.filter(purpose="report").count() == 6


@pytest.mark.django_db(transaction=True)
def test_workers_at_the_same_moment_send_each_once(late, technical, karin):
    refresh_deadlines(technical, at=TUESDAY)
    start = Barrier(5)

    def work(_number):
        try:
            start.wait(20)
            return issue_due(technical, at=TUESDAY)
        finally:
            connection.close()

    with ThreadPoolExecutor(5) as workers:
        assert sum(workers.map(work, range(5))) == 4

    assert Outgoing.objects.filter(purpose="report").count() == Report.objects.count() == 4


def test_a_worker_that_dies_between_report_and_mail_leaves_neither(
    late, technical, karin, monkeypatch
):
    def dies(*given, **more):
        raise KeyboardInterrupt

    monkeypatch.setattr(actions, "request_message", dies)
    with pytest.raises(KeyboardInterrupt):
        run(technical, TUESDAY)
    assert Report.objects.count() == 0

    monkeypatch.undo()
    assert run(technical, TUESDAY) == 4


@pytest.mark.parametrize(
    ("at", "sent"),
    [
        ("2026-04-07T07:40", 6),
        ("2026-04-07T20:00", 0),
        ("2026-04-09T03:00", 0),
        ("2026-04-09T09:00", 6),
        ("2026-04-11T12:00", 0),
    ],
)
def test_a_worker_that_was_away_sends_when_somebody_works(late, technical, karin, at, sent):
    assert run(technical, local(at)) == sent


def test_sent_again_it_is_the_same_to_the_byte(late, technical, karin, ada):
    run(technical, TUESDAY)
    kept = report(ReportKind.OVERDUE, karin)
    close(late[0], by=ada, at=TUESDAY)

    send_again(kept, by=karin, at=TUESDAY + timedelta(days=1))

    first, second = (one.outgoing.message for one in kept.sendings.order_by("pk"))
    assert first.text.encode() == second.text.encode() == bytes(kept.content)
    assert hashlib.sha256(second.text.encode()).hexdigest() == kept.sha256
    assert (first.subject, first.recipients) == (second.subject, second.recipients)
    assert [one.by for one in kept.sendings.order_by("pk")] == [None, karin]


def test_march_is_counted_and_sent_on_the_first_of_april(technical, tek_gata, ada, gator, hanna):
    """SKE-11's own example."""
    answered = ["2026-03-16T12:00", "2026-03-17T17:00", "2026-03-17T17:01", "2026-03-25T12:00", ""]
    for at in answered:
        case = handed(technical, tek_gata, ada, gator, at="2026-03-12T10:00")
        Case.objects.filter(pk=case.pk).update(opened_at=local("2026-03-12T09:00"))
        if at:
            give_feedback(
                case, outcome="answered", channel="phone", summary="x", by=hanna, at=local(at)
            )

    assert run(technical, local("2026-03-31T12:00")) == 3  # this week's lists and February, to Mats
    assert run(technical, local("2026-04-01T06:59")) == 0
    assert run(technical, local("2026-04-01T07:00")) == 1

    sent = Report.objects.get(
        kind=ReportKind.STATISTICS, starts_on=local("2026-03-01T00:00").date()
    )
    assert sent.subject == "Månadsstatistik, Tekniska kontoret, mars 2026"
    assert (sent.figures["count"], sent.figures["handed_over"]) == (5, 5)
    assert (sent.figures["feedback_in_time"], sent.figures["feedback_due"]) == (2, 5)
    assert "Kunden besvarad i tid: 40,0\u202f% (2 av 5)" in sent.text
    assert "Gator, v: 5, 0" in sent.text
    assert "Ärenden om era ämnen: 5 (månaden före: 0)." in sent.text


def test_few_are_not_told_and_cannot_be_worked_out(technical, tek_gata, gator, ada):
    lamps = Subject.objects.create(client=technical, area=gator.area, name="Lampor")
    parks = Subject.objects.create(client=technical, area=gator.area, name="Parker")
    for subject, count in ((gator, 9), (lamps, 6), (parks, 3)):
        for _each in range(count):
            opened = local("2026-03-12T09:00")
            open_case(technical, title="x", channel="phone", subject=subject, at=opened)
    handed(technical, tek_gata, ada, gator, at="2026-03-12T10:00")
    Case.objects.update(opened_at=local("2026-03-12T09:00"))

    run(technical, local("2026-04-01T07:00"))

    sent = Report.objects.get(kind=ReportKind.STATISTICS)
    told = {row["name"]: row["count"] for row in sent.figures["subjects"]}
    assert told == {"Gator, v": 10, "Lampor": HIDDEN_BESIDE, "Parker": HIDDEN}
    assert sent.figures["handed_over"] == HIDDEN
    assert (sent.figures["feedback_in_time"], sent.figures["feedback_due"]) == (HIDDEN, HIDDEN)
    assert "Parker: färre än 5, färre än 5" in sent.text
    assert "Kunden besvarad i tid: av färre än 5" in sent.text
    assert "-1" not in sent.text
    assert "-2" not in sent.text


def test_a_manager_reads_of_his_own_department_only(late, technical, karin, stig):
    run(technical, TUESDAY)

    kept = Report.objects.filter(kind=ReportKind.OVERDUE)
    assert sorted((one.department, one.recipient.name) for one in kept) == [
        ("Socialkontoret", "Karin Wall"),
        ("Socialkontoret", "Stig Ahl"),
        ("Tekniska kontoret", "Karin Wall"),
        ("Tekniska kontoret", "Mats Åkesson"),
    ]
    assert late[0].number not in report(ReportKind.OVERDUE, stig).text


def test_a_head_who_leads_no_group_gets_the_lists_of_the_department_they_belong_to(
    late, technical, tek_gata, karin, mats, hanna, browser
):
    """As SKE-10 has it: group leader, department head and the centre's manager."""
    head = Agent.objects.create_user("rut@exempelby.example", name="Rut Alm", created_at=TUESDAY)
    RoleGrant.objects.create(
        agent=head, role="department-manager", client=technical, since=local("2025-01-01T00:00")
    )
    membership = Membership.objects.create(
        group=tek_gata, agent=head, since=local("2025-01-01T00:00")
    )

    run(technical, TUESDAY)

    kept = Report.objects.filter(kind=ReportKind.OVERDUE)
    assert {one.department for one in kept.filter(recipient=head)} == {"Tekniska kontoret"}
    assert (
        kept.get(recipient=head).figures["bands"]
        == report(ReportKind.OVERDUE, mats).figures["bands"]
    )
    assert not kept.filter(recipient=hanna).exists(), "a handler heads nothing"
    browser.force_login(head)
    assert "Tekniska kontoret" in browser.get("/utskick/").content.decode()

    membership.until = TUESDAY
    membership.save()
    assert departments_of(head, technical, sees_all=False, is_head=True) == []
    assert head not in recipients(technical, "Tekniska kontoret", at=TUESDAY)


def test_a_case_that_the_recipient_may_not_see_is_in_no_list(late, technical, karin, mats):
    """Row-level security decides, as it does on a page: here by a policy of the test's own."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE POLICY hidden ON cases_case AS RESTRICTIVE TO gensvar_web USING "
            f"(id <> {late[0].pk} OR current_setting('gensvar.agent') <> '{mats.pk}')"
        )

    run(technical, TUESDAY)

    for kind in (ReportKind.OVERDUE, ReportKind.AGENDA):
        assert late[0].number in report(kind, karin).text
        assert late[0].number not in report(kind, mats).text
    assert report(ReportKind.OVERDUE, mats).figures["open"] == 2
    assert "1 försenade av 2 öppna" in report(ReportKind.OVERDUE, mats).text


def test_nobody_reads_the_copy_of_somebody_else(late, technical, karin, mats):
    run(technical, TUESDAY)

    with bound_as(Reach(clients=frozenset({technical.pk}), agent_id=karin.pk)):
        assert {one.recipient for one in Report.objects.all()} == {karin}
    with bound_as(Reach(clients=frozenset({technical.pk}))):
        assert not Report.objects.exists()


def test_a_comment_goes_with_the_coming_report_and_no_other(late, technical, karin, mats):
    from gensvar.foundation.calendars.queries import office_calendar

    calendar = office_calendar(technical, at=TUESDAY)
    issue = current_issue(ReportKind.OVERDUE, calendar=calendar, at=TUESDAY)
    words = "Vi är två borta den här veckan."
    write_comment(technical, "Tekniska kontoret", issue, words, by=mats, at=TUESDAY)

    run(technical, TUESDAY)
    run(technical, local("2026-04-13T07:00"))

    for whom in (karin, mats):
        first, second = Report.objects.filter(kind=ReportKind.OVERDUE, recipient=whom).order_by(
            "pk"
        )
        assert words in first.text
        assert words not in second.text
    assert words not in report_text(ReportKind.STATISTICS, karin)


def report_text(kind, recipient):
    return "".join(one.text for one in Report.objects.filter(kind=kind, recipient=recipient))


def test_what_a_meeting_decided_is_on_the_next_agenda(late, technical, karin, mats):
    on = local("2026-03-31T00:00").date()
    planned = plan_meeting(
        technical, "Tekniska kontoret", series="weekly", on=on, by=mats, at=TUESDAY
    )
    with pytest.raises(AlreadyPlanned):
        plan_meeting(technical, "Tekniska kontoret", series="weekly", on=on, by=mats, at=TUESDAY)
    with pytest.raises(NotYetHeld):
        hold_meeting(planned, "Inget", by=mats, at=local("2026-03-30T12:00"))

    hold_meeting(planned, "Hanna tar de äldsta först.", by=mats, at=local("2026-03-31T12:00"))
    with pytest.raises(AlreadyHeld):
        hold_meeting(planned, "Annat", by=mats, at=TUESDAY)
    run(technical, TUESDAY)

    for whom in (karin, mats):
        said = report(ReportKind.AGENDA, whom).text
        assert "5. Beslutat" in said
        assert "Hanna tar de äldsta först." in said
        assert "1. Försenade: 2" in said


def test_a_confidential_case_is_left_out_for_those_off_its_list_and_named_to_nobody(
    late, technical, karin, cia
):
    access = AccessList.objects.create(client=technical, name="Skyddat")
    make_confidential(late[0], access=access, because="Hotad", by=cia, at=TUESDAY)

    run(technical, TUESDAY)
    off_the_list = report(ReportKind.OVERDUE, karin)
    assert "1 försenade av 2 öppna" in off_the_list.text
    assert late[0].number not in off_the_list.text

    give_access(access, agent=karin, by=cia, at=TUESDAY)
    close(late[1], by=cia, at=TUESDAY)
    run(technical, local("2026-04-13T07:00"))
    on_the_list = Report.objects.filter(kind=ReportKind.OVERDUE, recipient=karin).latest("pk")
    assert "2 försenade av 2 öppna" in on_the_list.text
    assert late[0].number not in on_the_list.text
