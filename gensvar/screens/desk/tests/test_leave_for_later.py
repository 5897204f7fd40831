from datetime import timedelta

from django.utils.timezone import localtime, now

from gensvar.operations.cases.models import Snooze, Watch


def page(as_ada, case):
    return as_ada.get(f"/arenden/{case.number}/").content.decode()


def test_a_case_is_followed_and_no_longer(as_ada, ada, gropar):
    assert (
        "Du följer ärendet"
        in as_ada.post(f"/arenden/{gropar.number}/folj/", follow=True).content.decode()
    )
    assert Watch.objects.get().agent == ada
    assert f"/arenden/{gropar.number}/folj-inte/" in page(as_ada, gropar)
    assert gropar.number in as_ada.get("/arenden/?lage=alla&foljs_av=mig").content.decode()

    as_ada.post(f"/arenden/{gropar.number}/folj-inte/")
    assert not Watch.objects.exists()


def test_a_case_rests_until_tomorrow_and_is_taken_up_by_hand(as_ada, gropar):
    as_ada.post(f"/arenden/{gropar.number}/vila/", {"when": "tomorrow"})

    rest = localtime(Snooze.objects.get().until)
    assert (rest.date(), rest.hour) == ((localtime(now()) + timedelta(days=1)).date(), 8)
    assert "Ärendet vilar till" in page(as_ada, gropar)
    assert gropar.number in as_ada.get("/arenden/?vilar=ja").content.decode()
    assert gropar.number not in as_ada.get("/arenden/?lage=vantar-pa-oss").content.decode()

    as_ada.post(f"/arenden/{gropar.number}/vakna/")
    assert "Ärendet vilar till" not in page(as_ada, gropar)


def test_a_case_at_rest_leaves_the_list_beside_the_case(as_ada, gropar):
    as_ada.post(f"/arenden/{gropar.number}/ta/")
    empty = "Inget av dina ärenden väntar på någon nu."
    assert empty not in page(as_ada, gropar)

    as_ada.post(f"/arenden/{gropar.number}/vila/", {"when": "week"})

    assert empty in page(as_ada, gropar)


def test_a_time_that_cannot_be_used_is_said_and_kept(as_ada, gropar):
    address = f"/arenden/{gropar.number}/vila/"

    for until in ("i morgon", "", "2020-01-01T08:00"):
        asked = as_ada.post(address, {"when": "own", "until": until})
        assert asked.status_code == 422
        assert f'value="{until}"' in asked.content.decode() or not until
    assert not Snooze.objects.exists()


def test_after_a_thank_you_it_rests_on_with_one_press(as_ada, gropar, write, eva):
    as_ada.post(f"/arenden/{gropar.number}/vila/", {"when": "week"})
    until = Snooze.objects.get().until
    write(eva, "Tack!", case=gropar)

    assert f"/arenden/{gropar.number}/vila-igen/" in page(as_ada, gropar)
    as_ada.post(f"/arenden/{gropar.number}/vila-igen/")

    assert Snooze.objects.get(ended_at=None).until == until
