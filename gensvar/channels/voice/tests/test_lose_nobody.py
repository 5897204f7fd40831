"""CUS-03: each call that came to a queue has one end, whichever way it went."""

from datetime import timedelta

from gensvar.channels.voice.rules.legs import Heard
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.models import DayBalance, Waiting


def counted(telephone):
    routing.count_day(telephone.at.date(), at=telephone.at)
    return DayBalance.objects.get()


def test_a_day_of_calls_balances_and_a_call_that_is_lost_withholds_it(telephone, ada):
    telephone.seat(ada)
    answered = telephone.talking(ada)
    gave_up = telephone.rings()
    telephone.at += timedelta(seconds=12)
    telephone.hears(f"trunk-{telephone.calls}", Heard.GONE)
    # A phone that dies in a talk gives the caller back to the queue.
    telephone.hears(telephone.leg(answered, "agent"), Heard.DIED, cause=44)
    waits = telephone.rings()

    day = counted(telephone)

    ends = (day.received, day.answered, day.abandoned, day.waiting)
    assert ends == (4, 1, 1, 2)
    assert day.is_balanced
    assert Waiting.objects.get(contact=gave_up.contact_id).outcome == "abandoned"

    Waiting.objects.filter(contact=waits.contact_id).delete()
    day = counted(telephone)
    assert not day.is_balanced
    assert [one["contact"] for one in day.amiss] == [waits.contact_id]
