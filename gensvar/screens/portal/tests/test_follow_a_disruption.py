from datetime import timedelta

import pytest
from django.utils.timezone import now

from gensvar.channels.sms.actions.numbers import add_number
from gensvar.operations.cases.queries.causes import way_to
from gensvar.operations.contacts.models import Outgoing
from gensvar.operations.disruptions.actions import Described, begin, end
from gensvar.operations.disruptions.models import Follower
from gensvar.screens.portal.rules import MOST_FOLLOWED_FROM_SENDER


@pytest.fixture
def leak(exempelby, cia):
    described = Described(
        cause="Vattenläcka",
        area="Norra",
        started_at=now() - timedelta(hours=1),
        expected_until=now() + timedelta(hours=2),
        public_text="Vattnet är borta. <script>",
        public_text_en="The water is gone.",
    )
    return begin(exempelby, described, by=cia, at=now())


def test_every_page_says_what_is_disturbed_until_it_is_over(citizen, leak, cia):
    for address in ("/", "/fraga/amne/", "/folj/"):
        page = citizen.get(address).content.decode()
        assert "Vattenläcka, Norra" in page
        assert f"/storning/{leak.pk}/" in page
        assert "<script> <a" not in page

    end(leak, closing_text="Klart.", by=cia, at=now())

    assert "Vattenläcka" not in citizen.get("/").content.decode()
    assert "Det är över" in citizen.get(f"/storning/{leak.pk}/").content.decode()


def test_somebody_asks_to_hear_and_is_told_so_alike_each_time(citizen, leak):
    for _ in range(2):
        page = citizen.post(f"/storning/{leak.pk}/", {"mail": "Eva.Ek@example.com"})
        assert "Vi skriver till dig en gång" in page.content.decode()

    assert Follower.objects.get().has_asked
    assert not Outgoing.objects.exists(), "nothing is sent before it is over"


@pytest.mark.parametrize("wrong", ["", "eva", "eva@", "a" * 400 + "@example.com"])
def test_no_address_is_explained_and_kept(citizen, leak, wrong):
    page = citizen.post(f"/storning/{leak.pk}/", {"mail": wrong})

    assert page.status_code == 422
    assert "data-error" in page.content.decode()
    assert not Follower.objects.exists()


def test_where_we_can_text_a_mobile_number_will_do(citizen, leak, exempelby):
    address = f"/storning/{leak.pk}/"
    assert 'name="phone"' not in citizen.get(address).content.decode()
    assert citizen.post(address, {"phone": "070-174 06 05"}).status_code == 422
    add_number(exempelby, number="+46766861004", secret="x", by=None, at=now())

    for wrong in ("", "0910-123 45", "telefonen", "1" * 40):
        page = citizen.post(address, {"mail": "", "phone": wrong})
        assert page.status_code == 422
        assert wrong in page.content.decode()
    page = citizen.post(address, {"mail": "", "phone": "070-174 06 05"}).content.decode()

    assert "Vi skriver till dig en gång" in page
    follower = Follower.objects.get()
    known = follower.customer.addresses.values_list("kind", "value")
    assert list(known) == [("phone", "+46701740605")]
    assert way_to(follower, None) == ("sms", "+46701740605")


def test_nobody_signs_up_a_whole_town(citizen, leak):
    for number in range(MOST_FOLLOWED_FROM_SENDER + 2):
        page = citizen.post(f"/storning/{leak.pk}/", {"mail": f"{number}@example.com"})

    assert page.status_code == 422
    assert Follower.objects.count() == MOST_FOLLOWED_FROM_SENDER


def test_what_is_not_public_or_not_begun_or_anothers_is_not_found(citizen, exempelby, energi, cia):
    hidden = Described(cause="Dold", area="A", started_at=now(), is_public=False)
    later = Described(
        cause="Sedan", area="A", started_at=now() + timedelta(days=1), public_text="Sedan."
    )
    shown = Described(cause="Annan", area="A", started_at=now(), public_text="Nu.")
    for client, described in ((exempelby, hidden), (exempelby, later), (energi, shown)):
        made = begin(client, described, by=cia, at=now())
        assert citizen.get(f"/storning/{made.pk}/").status_code == 404
    assert citizen.get("/storning/99999999999999999999/").status_code == 404


def test_what_is_over_can_no_longer_be_followed(citizen, leak, cia):
    end(leak, closing_text="Klart.", by=cia, at=now())

    page = citizen.post(f"/storning/{leak.pk}/", {"mail": "eva@example.com"})

    assert page.status_code == 422
    assert not Follower.objects.exists()


def test_english_readers_read_english(citizen, leak):
    page = citizen.get(f"/storning/{leak.pk}/", headers={"Accept-Language": "en"})

    assert "The water is gone." in page.content.decode()
