"""What goes wrong before it does, the levers, and who does what, as a lead sees and uses them."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import now

from gensvar.foundation.events.models import EventRecord
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import Forecast, Lever, Seat, Waiting
from gensvar.screens.floor.chart import Halves, slot_of
from gensvar.screens.floor.handling import points

MINUTE = timedelta(minutes=1)


def likely(mean: float, by: float = 0.04) -> dict[str, float]:
    return {"mean": mean, "low": mean - by, "high": mean + by}


class Morning:
    """A queue that breaks its goal, and what was worked out about it."""

    def __init__(self, client: Any, lead: Any) -> None:
        self.client, self.lead, self.at = client, lead, now()
        self.skill = actions.add_skill(client, name="Vatten")
        wish = actions.QueueWish(
            name="Vatten",
            channel="phone",
            goal_seconds=120,
            goal_percent=90,
            steps=[actions.StepWish(0, self.skill)],
        )
        self.queue = actions.set_queue(client, wish, by=lead, at=self.at)

    def seat(self, agent: Any) -> None:
        actions.give_seat(
            agent, client=self.client, capacity={"phone": 1}, by=self.lead, at=self.at
        )
        actions.be_ready(agent, screen=f"window of {agent.pk}", at=self.at)

    def told(self) -> dict[str, Any]:
        """Return what was worked out about the queue."""
        return {
            "level": likely(0.84),
            "come": likely(30),
            "breaks": 0.93,
            "breaks_at": {
                name: (self.at + ahead * MINUTE).isoformat()
                for name, ahead in (("mean", 60), ("low", 30), ("high", 90))
            },
            "levels": [0.8, 0.7, None, 0.95],
            "is_known": True,
            "goal": 0.9,
            "came": 148,
            "expected": 120.4,
            "days": 8,
            "handling_seconds": 400,
        }

    def forecast(self, agents: list[int], **changes: Any) -> Forecast:
        number = str(self.queue.pk)
        lever = {
            "key": "1-0",
            "kind": "lend",
            "queue": self.queue.pk,
            "skill": self.skill.pk,
            "level": 1,
            "channel": "",
            "agents": agents,
            "ends_at": (self.at + 120 * MINUTE).isoformat(),
            "helps": self.queue.pk,
            "effects": {number: {"level": likely(0.88), "change": likely(0.04, 0.03)}},
        }
        given = {
            "made_at": self.at,
            "until": self.at + 300 * MINUTE,
            "runs": 40,
            "queues": {number: self.told()},
            "levers": [lever],
        }
        return Forecast.objects.create(client=self.client, **(given | changes))


@pytest.fixture
def morning(exempelby: Any, cia: Any, bo: Any) -> Morning:
    made = Morning(exempelby, cia)
    made.seat(bo)
    return made


@pytest.fixture
def as_cia(browser: Any, cia: Any) -> Any:
    browser.force_login(cia)
    return browser


def page_of(browser: Any, path: str = "/laget/") -> str:
    return " ".join(browser.get(path).content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def test_the_breach_is_said_first_with_its_time_and_interval(morning, as_cia, bo):
    morning.forecast([bo.pk])
    page = page_of(as_cia)
    assert "<h1>Vatten, telefon når inte målet i dag</h1>" in page
    assert "84 % väntas få svar i tid (80 % till 88 %), målet är 90 % inom 2 min." in page
    assert "Det ligger under målet från omkring" in page
    assert "Hittills har 148 kommit, 120 var väntade." in page
    assert "genom att spela resten av dagen 40 gånger" in page
    assert "Låt Bo Alm ta Vatten, telefon" in page
    assert "84 → 88 %" in page
    assert "+1 till +7 procentenheter" in page


def test_a_lever_is_shown_confirmed_pulled_once_and_taken_back(morning, as_cia, bo):
    forecast = morning.forecast([bo.pk])
    address = f"/laget/spakar/{forecast.pk}/1-0/"
    page = page_of(as_cia, address)
    assert "Den gäller genast och tar slut av sig själv" in page
    assert not Lever.objects.exists()

    assert "Insatt. Den tar slut av sig själv" in as_cia.post(address, follow=True).content.decode()
    lever = Lever.objects.get()
    assert lever.expected["effects"][str(morning.queue.pk)]["change"]["mean"] == 0.04
    assert "Gäller nu" in page_of(as_cia)
    again = as_cia.post(address)
    assert again.status_code == 409
    assert "gäller redan" in again.content.decode()

    back = f"/laget/spakar/{lever.pk}/"
    assert "Tillbakatagen" in as_cia.post(back, follow=True).content.decode()
    assert "gäller inte längre" in as_cia.post(back, follow=True).content.decode()
    assert "Gäller nu" not in page_of(as_cia)


def test_what_was_worked_out_long_ago_is_not_acted_on(morning, as_cia, bo):
    forecast = morning.forecast([bo.pk], made_at=morning.at - 40 * MINUTE)
    refused = as_cia.post(f"/laget/spakar/{forecast.pk}/1-0/")
    assert refused.status_code == 409
    assert "för länge sedan" in refused.content.decode()
    assert "Gammalt" in page_of(as_cia)
    assert as_cia.get(f"/laget/spakar/{forecast.pk}/no-such/").status_code == 404


def test_without_a_forecast_the_page_says_what_it_knows(morning, as_cia):
    page = page_of(as_cia)
    assert "0 kontakter väntar i köerna" in page
    assert "räknas fram i bakgrunden" in page


def test_a_day_that_reaches_its_goals_is_said_calmly(morning, as_cia, bo):
    forecast = morning.forecast([bo.pk], levers=[])
    told = forecast.queues[str(morning.queue.pk)]
    told |= {"breaks": 0.1, "breaks_at": None, "level": likely(0.95)}
    forecast.save()
    assert "<h1>Alla köer når målet i dag</h1>" in page_of(as_cia)
    told["breaks"] = 0.3
    told["is_known"] = False
    forecast.save()
    assert "80 % till 88 %" not in page_of(as_cia)
    told["is_known"] = True
    forecast.save()
    assert "Vatten, telefon är nära: den missar målet i 30 %" in page_of(as_cia)


def test_people_are_told_by_deviation_and_everybody_else_by_name(morning, as_cia, ada, bo):
    morning.seat(ada)
    Seat.objects.filter(agent=ada).update(
        status="away", reason="break", since=morning.at - 22 * MINUTE
    )
    page = page_of(as_cia)
    deviating, usual = page.split("Som vanligt")
    assert "Borta länge" in deviating
    assert deviating.index("Ada Lind")
    assert "Bo Alm" in usual
    assert "Ada Lind" not in usual


def test_that_somebody_looked_is_written_down_once_in_a_while(morning, as_cia):
    for _time in range(3):
        page_of(as_cia)
        page_of(as_cia, "/laget/delar/")
    assert EventRecord.objects.filter(name="routing.floor-seen").count() == 1


def test_the_day_is_worked_out_when_somebody_looks_and_then_shown(morning, as_cia):
    contact = register_contact(
        morning.client, channel="phone", direction="in", customer=None, at=morning.at
    )
    actions.wait(contact, queue=morning.queue, at=now() - 10 * MINUTE)
    assert Waiting.objects.now().exists()
    assert actions.foresee_day(at=now(), runs=3) == 1
    assert "genom att spela resten av dagen 3 gånger" in page_of(as_cia)


def test_the_floor_is_for_those_who_lead(morning, browser, ada, bo):
    browser.force_login(ada)
    forecast = morning.forecast([bo.pk])
    assert browser.get("/laget/").status_code == 403
    assert browser.get("/laget/delar/").status_code == 403
    assert browser.post(f"/laget/spakar/{forecast.pk}/1-0/").status_code == 403
    assert not Lever.objects.exists()


def test_differences_are_written_with_their_sign():
    assert [points(change) for change in (0.034, -0.02, 0.001)] == ["+3", "−2", "±0"]


def half_hours(at: Any, *, need: float, here: float) -> dict[str, Any]:
    """Four half hours from the one under way."""
    return {
        "half_hours": {
            "first": slot_of(at),
            "came": [12],
            "expected": [10.0] * 4,
            "need": [here, need, need, here],
            "here": [here] * 4,
        }
    }


def test_the_day_is_drawn_with_its_table_and_who_is_missing(morning, as_cia, bo):
    forecast = morning.forecast([bo.pk])
    key = str(morning.queue.pk)
    forecast.queues[key] |= half_hours(morning.at, need=5.4, here=3.0)
    forecast.save()
    page = page_of(as_cia)
    assert "saknas 2,4 personer." in page
    assert ">2,4 saknas</text>" in page
    assert page.count('<td class="short">−2,4</td>') == 2
    assert "3,0 / 3,0" in page
    assert "<td>12</td>" in page


def test_without_anything_worked_out_no_picture_is_drawn(morning, as_cia, bo):
    morning.forecast([bo.pk])
    assert "interval-name" not in page_of(as_cia).replace('#interval-name"', "")


def test_another_queue_is_chosen_for_the_picture(morning, as_cia, cia, bo):
    wish = actions.QueueWish(
        name="Bygglov",
        channel="phone",
        goal_seconds=60,
        steps=[actions.StepWish(0, morning.skill)],
    )
    other = actions.set_queue(morning.client, wish, by=cia, at=morning.at)
    forecast = morning.forecast([bo.pk])
    told = forecast.queues[str(morning.queue.pk)]
    told |= half_hours(morning.at, need=2.0, here=2.0)
    forecast.queues[str(other.pk)] = told | {"breaks": 0.0, "breaks_at": None}
    forecast.save()
    assert "Vatten, telefon, " in page_of(as_cia).partition("<figcaption>")[2]
    chosen = page_of(as_cia, f"/laget/?queue={other.pk}")
    assert "Bygglov, telefon, " in chosen.partition("<figcaption>")[2]
    assert f"/laget/delar/?queue={other.pk}" in chosen
    # A queue that is gone, or anything else: the one in most need.
    assert "Vatten, telefon, " in page_of(as_cia, "/laget/?queue=x").partition("<figcaption>")[2]


@pytest.mark.parametrize(
    ("tried", "words"),
    [
        (0, "Det finns ingen åtgärd att pröva"),
        (2, "Ingen åtgärd som prövades hjälper"),
    ],
)
def test_that_levers_were_tried_is_said_only_where_they_were(morning, as_cia, bo, tried, words):
    morning.forecast([bo.pk], levers=[], tried=tried)
    page = page_of(as_cia)
    assert words in page
    assert ("prövades" in page) is bool(tried)


def test_a_long_day_is_cut_to_what_can_be_read_around_now(morning):
    told = half_hours(morning.at, need=2.0, here=2.0)["half_hours"]
    told |= {"first": 0} | {name: [1.0] * 48 for name in ("came", "expected", "need", "here")}
    halves = Halves.of(told, at=morning.at)
    assert halves is not None
    assert len(halves.slots) == 22
    assert slot_of(morning.at) in halves.slots


def test_each_queue_tells_what_part_of_today_was_in_time(morning, as_cia):
    """Two answered, one of them past the goal of two minutes: below nine of ten."""
    assert "50" not in as_cia.get("/laget/").content.decode().split("<tbody>")[1]
    today = now()
    for waited in (MINUTE, 3 * MINUTE):
        contact = register_contact(
            morning.client, channel="phone", direction="in", customer=None, at=today
        )
        actions.wait(contact, queue=morning.queue, at=today)
        Waiting.objects.filter(contact=contact).update(
            arrived_at=today - waited, left_at=today, outcome="answered"
        )

    row = as_cia.get("/laget/").content.decode().split("<tbody>")[1]

    assert '<span class="tone-bad strong">50 %</span>' in row.replace("\xa0", " ")


def handling_of(browser: Any) -> str:
    """Return what the column of handling times says of the only queue."""
    cells = page_of(browser).split("<tbody>")[1].split("</tr>")[0].split("<td")
    return " ".join(re.sub(r"<[^>]*>", " ", f"<td{cells[7]}").split())


def test_handling_stands_beside_what_is_planned_with_its_deviation(morning, as_cia, bo):
    actions.plan_handling(morning.queue, 390, by=morning.lead, at=morning.at)
    told = morning.told() | {"handled": {"seconds": 430.0, "count": 60}}
    morning.forecast([bo.pk], queues={str(morning.queue.pk): told})
    assert handling_of(as_cia) == "7:10 / 6:30 +10 %"
    assert "Kontakterna tar 40 s längre än planerat." in page_of(as_cia)


def test_without_a_plan_the_past_weeks_are_the_measure_and_said_to_be(morning, as_cia, bo):
    told = morning.told() | {
        "handled": {"seconds": 330.0, "count": 12},
        "handled_before": {"seconds": 360.0, "count": 800},
    }
    morning.forecast([bo.pk], queues={str(morning.queue.pk): told})
    assert handling_of(as_cia) == "5:30 / 6:00 −8 % senaste veckorna"


def test_a_few_contacts_are_shown_and_not_judged(morning, as_cia, bo):
    actions.plan_handling(morning.queue, 60, by=morning.lead, at=morning.at)
    told = morning.told() | {
        "handled": {"seconds": 330.0, "count": 3},
        "handled_before": {"seconds": 300.0, "count": 9},
    }
    morning.forecast([bo.pk], queues={str(morning.queue.pk): told})
    assert handling_of(as_cia) == "5:30 / 1:00"
    actions.plan_handling(morning.queue, None, by=morning.lead, at=morning.at)
    assert handling_of(as_cia) == "5:30 / –"


def test_what_was_worked_out_before_handling_was_measured_is_shown_too(morning, as_cia, bo):
    morning.forecast([bo.pk])
    assert handling_of(as_cia) == "–"
