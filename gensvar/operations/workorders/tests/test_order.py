from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.access import identity_of, reach, see_as
from gensvar.operations.cases.models import Case, Note
from gensvar.operations.workorders import actions
from gensvar.operations.workorders.models import Estimate, Survey, WorkOrder
from gensvar.operations.workorders.queries.process import actual_cost
from gensvar.operations.workorders.rules.money import variance
from gensvar.operations.workorders.tests.test_follow_the_process import finish

HOUR = timedelta(hours=1)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
    "789c63606060000000040001f61738550000000049454e44ae426082"
)


def test_order_a_881_is_planned_for_two_hours_and_done_in_one_and_a_half(ordered, tom, noon):
    """FM-04's own example."""
    signed = finish(ordered, tom, noon)

    ordered.refresh_from_db()
    assert ordered.code == "A-881"
    assert ordered.planned_hours == Decimal("2.0")
    assert sum(time.hours for time in ordered.times.all()) == Decimal("1.5")
    assert (ordered.started_at, ordered.finished_at) == (noon, noon + 2 * HOUR)
    assert (signed.name, signed.at) == ("Tom Alm", noon + 2 * HOUR)


def test_it_was_to_cost_1420_and_cost_1170(ordered, tom, noon):
    """FM-05's own example."""
    finish(ordered, tom, noon)
    estimate = Estimate.objects.get(order=ordered)

    actual = actual_cost([ordered.pk])

    assert (estimate.total, actual) == (1_420_00, 1_170_00)
    share = variance(estimate.total, actual)
    assert share is not None
    assert round(share * 100, 1) == Decimal("-17.6")


def test_estimate_yes_and_actual_are_on_record(ordered, ada, tom, noon):
    actions.answer_estimate(
        ordered.case, is_yes=True, side="customer", who="Eva Ek", how="phone", by=ada, at=noon
    )
    finish(ordered, tom, noon)

    trail = [
        (record.name.partition(".")[2], record.payload.get("total", record.payload.get("actual")))
        for record in EventRecord.objects.filter(case_id=ordered.case_id).order_by("pk")
        if record.name.partition(".")[2]
        in {"estimate-given", "estimate-approved", "order-signed-off"}
    ]
    assert trail == [
        ("estimate-given", 1_420_00),
        ("estimate-approved", 1_420_00),
        ("order-signed-off", 1_170_00),
    ]
    said = str(list(EventRecord.objects.values_list("payload", flat=True)))
    assert "Eva" not in said


def test_numbers_follow_each_other_for_each_client(ordered, wanted, ada, noon):
    another = actions.make_order(ordered.case, wanted, by=ada, at=noon)

    assert another.code == "A-882"


def test_an_order_needs_a_performer_who_may(lamp, wanted, ada, noon):
    with pytest.raises(actions.NobodyPerforms):
        actions.make_order(lamp, replace(wanted, group=None), by=ada, at=noon)
    with pytest.raises(actions.NotAPerformer):
        actions.make_order(lamp, replace(wanted, agent=ada), by=ada, at=noon)
    with pytest.raises(actions.NothingToDo):
        actions.make_order(lamp, replace(wanted, action=" "), by=ada, at=noon)
    with pytest.raises(actions.EndsBeforeItStarts):
        actions.make_order(
            lamp,
            replace(wanted, planned_start=noon, planned_end=noon - HOUR),
            by=ada,
            at=noon,
        )


def test_nothing_of_another_client_goes_into_an_order(lamp, energi, wanted, ada, noon):
    wanted.place.client = energi

    with pytest.raises(actions.OfAnotherClient):
        actions.make_order(lamp, wanted, by=ada, at=noon)


def test_only_its_performer_works_on_an_order(ordered, el_ab, tom, noon):
    with pytest.raises(actions.NotYours):
        actions.start(ordered, by=el_ab, at=noon)

    actions.start(ordered, by=tom, at=noon)
    ordered.refresh_from_db()
    assert ordered.stage == "started"


def test_a_change_leaves_what_others_changed_meanwhile(ordered, ada, cia, noon):
    actions.change_order(ordered, where="Norrskolan, sal 4", by=cia, at=noon)

    changed = actions.change_order(ordered, priority="1", by=ada, at=noon)

    assert (changed.where, changed.priority) == ("Norrskolan, sal 4", "1")


def test_what_is_given_to_one_person_is_no_longer_the_groups(ordered, el_ab, tom, ada, noon):
    actions.change_order(ordered, agent=el_ab, by=ada, at=noon)

    with pytest.raises(actions.NotYours):
        actions.start(ordered, by=tom, at=noon)


def test_an_order_goes_only_the_ways_there_are(ordered, ada, tom, noon):
    with pytest.raises(actions.WorkNotBegun):
        actions.add_time(ordered, hours=Decimal(1), by=tom, at=noon)
    actions.start(ordered, by=tom, at=noon)
    with pytest.raises(actions.CannotGoThere) as refused:
        actions.cancel(ordered, reason="", by=ada, at=noon)
    assert "Pågår" in refused.value.words()
    with pytest.raises(actions.NoTimeYet):
        actions.sign_off(ordered, name="Tom", by=tom, at=noon)
    actions.pause(ordered, reason="Hämtar lysrör", by=tom, at=noon)
    actions.cancel(ordered, reason="Dubblett", by=ada, at=noon)

    with pytest.raises(actions.OrderIsOver):
        actions.start(ordered, by=tom, at=noon)
    assert list(ordered.stages.order_by("pk").values_list("stage", "reason")) == [
        ("ordered", ""),
        ("started", ""),
        ("paused", "Hämtar lysrör"),
        ("cancelled", "Dubblett"),
    ]


def test_the_estimate_of_a_cancelled_order_is_that_of_the_next(ordered, wanted, ada, noon):
    actions.cancel(ordered, reason="Fel plats", by=ada, at=noon)
    again = actions.make_order(ordered.case, wanted, by=ada, at=noon)

    assert Estimate.objects.get().order == again


def test_only_pictures_are_put_with_an_order(ordered, tom, noon):
    actions.start(ordered, by=tom, at=noon)

    photo = actions.add_photo(ordered, PIXEL, name="lampa.png", by=tom, at=noon)
    with pytest.raises(actions.NotAPicture):
        actions.add_photo(ordered, b"<script>", name="lampa.png", by=tom, at=noon)

    assert (photo.name, photo.file.media_type) == ("lampa.png", "image/png")


def test_a_performer_sees_the_order_and_nothing_of_the_case(as_web, ordered, tom, el_ab, noon):
    seen = {}
    for agent in (tom, el_ab):
        with as_web():
            see_as(reach(identity_of(agent, at=noon), "workorders.perform"))
            seen[agent.name] = (
                WorkOrder.objects.count(),
                Case.objects.count(),
                Note.objects.count(),
            )

    assert seen == {"Tom Alm": (1, 0, 0), "Elin Ström": (0, 0, 0)}


def test_a_performer_works_within_what_the_database_lets_them(as_web, ordered, wanted, tom, noon):
    with as_web():
        see_as(reach(identity_of(tom, at=noon), "workorders.perform"))
        order = WorkOrder.objects.get()
        finish(order, tom, noon)
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            assert cursor.fetchone() == ("gensvar_web",)

    ordered.refresh_from_db()
    assert ordered.stage == "done"


def test_reporting_back_tells_customer_and_desk_and_asks_one_question(ordered, ada, tom, noon):
    finish(ordered, tom, noon)

    report = actions.report_back(ordered, text="Lampan lyser.", way="mail", by=ada, at=noon)

    assert report.told_customer_at == report.told_desk_at == noon
    assert "Lampan lyser." in report.outgoing.message.text
    assert "/omdome/" in report.outgoing.message.text
    assert "A-881" in Note.objects.get(case=ordered.case).text
    with pytest.raises(actions.AlreadyReported):
        actions.report_back(ordered, text="Igen", way="voice", by=ada, at=noon)


def test_nothing_is_reported_before_it_is_done(ordered, ada, noon):
    with pytest.raises(actions.NotDoneYet):
        actions.report_back(ordered, text="Klart", way="voice", by=ada, at=noon)


def test_the_answer_belongs_to_order_place_and_performer(
    ordered, norrskolan, tom, drift, ada, noon
):
    """FM-12: linked to order, object and performer."""
    actions.change_order(ordered, agent=tom, by=ada, at=noon)
    finish(ordered, tom, noon)
    actions.report_back(ordered, text="Lampan lyser.", way="voice", by=ada, at=noon)

    actions.rate(ordered.survey, score=4, words="Snabbt och snällt", at=noon + HOUR)

    answer = Survey.objects.get()
    assert (answer.order.code, answer.place, answer.performer, answer.group) == (
        "A-881",
        norrskolan,
        tom,
        drift,
    )
    assert (answer.score, answer.words, answer.answered_at) == (
        4,
        "Snabbt och snällt",
        noon + HOUR,
    )
    with pytest.raises(actions.AlreadyRated):
        actions.rate(answer, score=1, words="", at=noon + HOUR)


@pytest.mark.parametrize(
    ("customer_type", "told", "untold"),
    [
        ("external-tenant", "1 170", "4711"),
        ("internal-unit", "4711", "1 170"),
        ("citizen", "Lampan lyser.", "170"),
    ],
)
def test_who_pays_is_told_the_price_or_the_cost_centre(
    ordered, eva, ada, tom, noon, customer_type, told, untold
):
    eva.type, eva.cost_centre = customer_type, "4711"
    eva.save()
    finish(ordered, tom, noon)

    report = actions.report_back(ordered, text="Lampan lyser.", way="mail", by=ada, at=noon)

    text = report.outgoing.message.text.partition("/omdome/")[0].replace("\u202f", " ")
    text = text.replace("\u00a0", " ")
    assert told in text
    assert untold not in text
