from gensvar.operations.cases.actions import merge, unmerge
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Contact
from gensvar.screens.portal.tests.test_follow import enter, words


def ask(citizen, text):
    citizen.ask_all(text=text, reply="mail", mail="eva.ek@example.com")
    citizen.send()
    return Case.objects.order_by("-pk").first()


def test_the_old_code_opens_the_whole_and_what_is_written_there_arrives(citizen, eva, ada, noon):
    first, again = ask(citizen, "Hål i gatan."), ask(citizen, "Fortfarande hål.")
    merge(again, into=first, by=ada, at=noon)

    page = words(enter(citizen, again))
    assert first.number in page
    assert "Hål i gatan." in page
    assert "Fortfarande hål." in page

    citizen.answer("/folj/arende/", text="Nu också i svängen.", once="a")
    assert list(Contact.objects.latest("pk").cases.all()) == [first]


def test_taken_apart_the_page_that_was_open_shows_the_other_case_no_longer(citizen, eva, ada, noon):
    first, again = ask(citizen, "Hål i gatan."), ask(citizen, "En annans hål.")
    merge(again, into=first, by=ada, at=noon)
    enter(citizen, again)

    unmerge(again, by=ada, at=noon)

    assert "Hål i gatan." not in words(citizen.get("/folj/arende/", follow=True))
    assert "En annans hål." in words(enter(citizen, again))
