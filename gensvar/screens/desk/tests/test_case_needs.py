"""The agent notes what the customer needs in a case, and whether it could be met (CUS-04)."""

from gensvar.operations.cases.models import Case, CaseNeed
from gensvar.operations.customers.models import Need


def words(answer):
    return " ".join(answer.content.decode().split())


def test_a_case_in_arabic_offers_an_interpreter_and_says_ar_and_interpreter(as_ada, gropar):
    Case.objects.update(language="ar")
    at = f"/arenden/{gropar.number}/"
    assert "Erbjud tolk" in words(as_ada.get(at))
    assert 'value="interpreter" selected' in words(as_ada.get(f"{at}behov/?what=interpreter"))

    given = {"what": "interpreter", "words": "bokad onsdag 10.00"}
    page = words(as_ada.post(f"{at}behov/", given, follow=True))

    assert "ar + tolk: bokad onsdag 10.00" in page
    assert not Need.objects.exists()
    asked = CaseNeed.objects.get()
    page = words(as_ada.post(f"{at}behov/{asked.pk}/", {"met": "met"}, follow=True))
    assert "uppfyllt" in page
    page = words(as_ada.post(f"{at}behov/{asked.pk}/", {}, follow=True))
    assert "Erbjud tolk" in page


def test_whoever_speaks_the_language_needs_no_interpreter(as_ada, ada, gropar):
    Case.objects.update(language="ar")
    ada.spoken_languages = ["sv", "ar"]
    ada.save()

    assert "Erbjud tolk" not in words(as_ada.get(f"/arenden/{gropar.number}/"))


def test_health_is_refused_in_words_and_what_was_typed_is_kept(as_ada, gropar):
    page = as_ada.post(f"/arenden/{gropar.number}/behov/", {"what": "other", "words": "har demens"})

    assert page.status_code == 422
    assert "har demens" in words(page)
    assert "inte varför" in words(page)
    assert not CaseNeed.objects.exists()


def test_a_need_of_another_case_is_not_found(as_ada, gropar):
    assert as_ada.post(f"/arenden/{gropar.number}/behov/4711/", {"met": "met"}).status_code == 404
