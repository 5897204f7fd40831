"""However much comes at once: each turn is short, and nothing is passed over."""

import gc
import weakref

from gensvar.operations.routing.dispatcher import dispatcher, sweeping
from gensvar.operations.routing.models import Offer, Waiting, Wake


def known(floor):
    return set(floor.dispatcher.router.moves.turns)


def waiting():
    return set(Waiting.objects.now().values_list("contact_id", flat=True))


def test_a_turn_takes_in_so_much_and_says_that_more_lies_there(floor, monkeypatch):
    floor.turn()
    monkeypatch.setattr(dispatcher, "MOST_WAKES", 5)
    for _ in range(12):
        floor.comes()

    is_behind = [floor.dispatcher.turn(at=floor.at) for _turn in range(4)]

    assert is_behind == [True, True, False, False]
    assert known(floor) == waiting()
    assert floor.dispatcher.rebuilds == 0


def test_far_behind_all_of_it_is_read_anew(floor, ada, monkeypatch):
    floor.seat(ada)
    floor.turn()
    monkeypatch.setattr(dispatcher, "FAR_BEHIND", 12)
    first, *_others = [floor.comes() for _ in range(12)]

    assert floor.dispatcher.turn(at=floor.at) is False

    assert floor.dispatcher.rebuilds == 1
    assert known(floor) == waiting()
    assert floor.offered(ada).contact == first
    assert not Wake.objects.exists()


def test_what_was_missed_is_found_in_parts_and_not_looked_for_while_wakes_lie_there(
    floor, monkeypatch
):
    floor.turn()
    monkeypatch.setattr(sweeping, "MOST_MISSED", 3)
    for _ in range(5):
        floor.comes()
    Wake.objects.all().delete()

    counts = []
    for _turn in range(3):
        floor.turn(after=1)
        counts.append(len(known(floor)))

    assert counts == [3, 5, 5]
    floor.comes()
    assert sweeping._missed(floor.dispatcher.catching_up) == []


def test_of_those_who_come_between_two_looks_who_counts_first_is_offered_first(floor, ada):
    floor.seat(ada)
    floor.turn()
    floor.comes()
    urgent = floor.comes(facts={})
    Waiting.objects.filter(contact=urgent).update(priority=2)

    floor.turn(after=1)

    assert Offer.objects.get().contact == urgent


def test_a_router_that_was_built_anew_leaves_nothing_of_the_old_one(floor):
    """Frozen as it was, and full of circles, it would stay for ever."""
    floor.comes()
    floor.turn()
    old = weakref.ref(floor.dispatcher.router)
    gc.freeze()

    floor.dispatcher.rebuild(at=floor.at)

    assert old() is None
