import pytest

from gensvar.operations.knowledge.models import ServiceArea, Subject
from gensvar.operations.knowledge.queries import public_areas, public_subject, subjects_like


@pytest.fixture
def catalogue(exempelby):
    names = {
        "Underhåll": ["Gator, v", "Gatubelysning"],
        "Ekonomi": ["Fakturor", "Autogiro"],
        "Bad": ["Badhus"],
    }
    for position, (area_name, subjects) in enumerate(names.items()):
        area = ServiceArea.objects.create(
            client=exempelby, department="Kommunen", name=area_name, position=position
        )
        for name in subjects:
            Subject.objects.create(client=exempelby, area=area, name=name)


def names(found):
    return [subject.name for subject in found]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("min faktura stämmer inte", "Fakturor"),
        ("FAKTUROR", "Fakturor"),
        ("trasig belysning", "Gatubelysning"),
        ("gator", "Gator, v"),
        ("badhuset", "Badhus"),
    ],
)
def test_own_words_find_the_subject(exempelby, catalogue, words, first):
    assert names(subjects_like(exempelby, words))[0] == first


@pytest.mark.parametrize("words", ["", "zzz xyz", "%", "' OR 1=1 --", "\\"])
def test_words_that_mean_nothing_here_find_nothing(exempelby, catalogue, words):
    assert subjects_like(exempelby, words) == []


def test_another_clients_subjects_are_not_found(energi, exempelby, catalogue):
    assert subjects_like(energi, "fakturor") == []
    assert public_areas(energi) == []


def test_what_is_retired_or_internal_cannot_be_chosen(exempelby, catalogue, noon):
    Subject.objects.filter(name="Autogiro").update(retired_at=noon)
    Subject.objects.filter(name="Fakturor").update(is_public=False)

    assert [area.name for area in public_areas(exempelby)] == ["Bad", "Underhåll"]
    for subject in Subject.objects.filter(name__in=["Autogiro", "Fakturor"]):
        assert public_subject(exempelby, subject.pk) is None
    assert subjects_like(exempelby, "faktura autogiro") == []


def test_areas_are_told_from_a_to_o(exempelby):
    for name in ("Äldreomsorg", "Åkrar", "Avfall", "Överförmyndare", "Zoo"):
        area = ServiceArea.objects.create(client=exempelby, department="Kommunen", name=name)
        Subject.objects.create(client=exempelby, area=area, name=f"Om {name}")

    told = [area.name for area in public_areas(exempelby)]

    assert told == ["Avfall", "Zoo", "Åkrar", "Äldreomsorg", "Överförmyndare"]
