import pytest
from django.test import override_settings

from conftest import Browser
from gensvar.operations.cases.models import Case


class Citizen(Browser):
    """Somebody with a browser: answers pages and follows where they lead."""

    def answer(self, path, **answers):
        return self.post(path, answers, follow=True)

    def ask_all(self, *, text="Det är ett hål i Skolgatan. Det är djupt.", **reply):
        """Answer every question, and stop before sending."""
        self.answer("/fraga/amne/", subject="unknown")
        self.answer("/fraga/beskriv/", text=text)
        self.answer("/fraga/filer/", go_on="1")
        return self.answer("/fraga/svar/", **(reply or {"reply": "code"}))

    def send(self, **extra):
        return self.answer("/fraga/kontrollera/", **extra)


@pytest.fixture
def citizen(exempelby):
    with override_settings(PORTAL_CLIENT="exempelby"):
        yield Citizen()


@pytest.fixture
def asked(citizen):
    """A question sent with nothing but number and code."""
    citizen.ask_all()
    citizen.send()
    return Case.objects.get()
