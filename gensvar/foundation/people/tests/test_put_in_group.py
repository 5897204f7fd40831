import pytest

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.actions import (
    AlreadyInGroup,
    GroupClosed,
    NotInGroup,
    put_in_group,
    take_out_of_group,
)
from gensvar.foundation.people.models import Membership


def test_a_membership_begins_ends_and_begins_again(admin, ada, tek_gata, noon):
    put_in_group(ada, group=tek_gata, by=admin, at=noon)
    take_out_of_group(ada, group=tek_gata, by=admin, at=noon)
    put_in_group(ada, group=tek_gata, by=admin, at=noon)

    assert Membership.objects.filter(agent=ada, group=tek_gata).count() == 2
    assert list(EventRecord.objects.order_by("id").values_list("name", flat=True)) == [
        "people.put-in-group",
        "people.taken-out-of-group",
        "people.put-in-group",
    ]


def test_nobody_is_in_a_group_twice(admin, hanna, tek_gata, noon):
    with pytest.raises(AlreadyInGroup):
        put_in_group(hanna, group=tek_gata, by=admin, at=noon)


def test_nobody_leaves_a_group_they_are_not_in(admin, ada, tek_gata, noon):
    with pytest.raises(NotInGroup):
        take_out_of_group(ada, group=tek_gata, by=admin, at=noon)


def test_a_closed_group_takes_nobody(admin, ada, tek_gata, noon):
    tek_gata.closed_at = noon
    tek_gata.save()

    with pytest.raises(GroupClosed):
        put_in_group(ada, group=tek_gata, by=admin, at=noon)
