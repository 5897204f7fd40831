import pytest
from django.db import connection

from gensvar.foundation.people.access import Reach, see_as
from gensvar.operations.cases.actions import describe, hand_over, open_case, write_note
from gensvar.operations.contacts.actions import Said, record_message, register_contact
from gensvar.operations.customers.actions import add_address, change_customer
from gensvar.operations.search.models import CaseWords
from gensvar.operations.search.queries import Found, find, matching_cases
from gensvar.operations.search.rules import as_pattern, words_asked


@pytest.fixture
def grop(exempelby, eva, noon):
    contact = register_contact(
        exempelby, channel="mail", direction="in", customer=eva, at=noon, summary=""
    )
    said = Said(text="Gatlyktorna är släckta vid gropen", sender_address="eva.ek@example.com")
    record_message(contact, said, at=noon)
    return open_case(exempelby, title="Hål i vägen", channel="mail", at=noon, contact=contact)


def seen_by_web(clients, groups=(), *, typed):
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE gensvar_web")
        see_as(Reach(clients=frozenset(clients), groups=frozenset(groups)))
        try:
            return find(typed)
        finally:
            cursor.execute("RESET ROLE")


@pytest.mark.parametrize(
    "typed",
    [
        "26-000001",
        "1",
        "000001",
        "hål",
        "VÄGEN",
        "gropar",
        "gatlyktorna",
        "lykta",
        "gatly",
        "Eva Ek",
        "ek eva hål",
        "070-111 11 11",
        "+46 70 111 11 11",
        "eva.ek@example.com",
        "eva.ek@",
        "K-1001",
        "gropen och vägen",
    ],
)
def test_a_case_is_found_by(typed, grop, exempelby):
    typed = typed.replace("26-000001", grop.number).replace("000001", grop.number[3:])
    typed = str(int(grop.number[3:])) if typed == "1" else typed

    found = seen_by_web([exempelby.pk], typed=typed)

    assert [case.number for case in found.cases] == [grop.number]


@pytest.mark.parametrize(
    "typed", ["", "  ", "och", "-", "lampa", "hål lampa", "'", "\\", "a' | b:*", "%", "(:*)", "\0"]
)
def test_nothing_is_found_by(typed, grop, exempelby):
    assert seen_by_web([exempelby.pk], typed=typed).cases == ()


@pytest.mark.parametrize("typed", ["eva", "ek", "K-1001", "0701111111", "eva.ek@example.com"])
def test_a_customer_is_found_by(typed, eva, exempelby):
    found = seen_by_web([exempelby.pk], typed=typed)

    assert [customer.number for customer in found.customers] == ["K-1001"]


def test_another_client_finds_neither_the_case_nor_the_customer(grop, energi):
    found = seen_by_web([energi.pk], typed="eva")

    assert found.cases == ()
    assert found.customers == ()


def test_a_group_finds_what_was_handed_over_to_it(grop, ada, tek_gata, noon):
    assert seen_by_web([], [tek_gata.pk], typed="gropar").cases == ()

    hand_over(grop, to=tek_gata, why="cannot", question="När?", by=ada, at=noon)

    found = seen_by_web([], [tek_gata.pk], typed="eva")
    assert [case.number for case in found.cases] == [grop.number]
    assert [customer.number for customer in found.customers] == ["K-1001"]


def test_the_web_role_may_not_open_the_index_itself(grop):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_table_privilege('gensvar_web', name, 'SELECT') FROM "
            "unnest(ARRAY['search_casewords', 'search_customerwords', 'search_stem']) AS name"
        )
        assert [row[0] for row in cursor.fetchall()] == [False, False, False]


def test_new_words_are_found_at_once(grop, eva, exempelby, ada, noon):
    write_note(grop, "Trafikverket är vidtalat", by=ada, at=noon)
    describe(grop, by=ada, at=noon, title="Djupt hål")
    change_customer(eva, by=ada, at=noon, name="Eva Öberg")
    add_address(eva, kind="mail", value="ny@example.com", by=ada, at=noon)

    for typed in ["trafikverket", "djupt", "öberg", "ny@example.com"]:
        assert seen_by_web([exempelby.pk], typed=typed).cases, typed
    assert not seen_by_web([exempelby.pk], typed="vägen").cases


def test_a_case_that_is_gone_is_not_found(grop, exempelby):
    assert CaseWords.objects.filter(case_id=grop.pk).exists()

    grop.delete()

    assert not CaseWords.objects.exists()
    assert seen_by_web([exempelby.pk], typed="gropar").cases == ()


def test_rows_loaded_past_the_triggers_are_found_after_a_rebuild(exempelby, eva, noon):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL gensvar.search = 'later'")
        open_case(exempelby, title="Sent inlagt", channel="phone", at=noon, customer=eva)
        assert not seen_by_web([exempelby.pk], typed="inlagt").cases

        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SELECT search_rebuild()")

    assert seen_by_web([exempelby.pk], typed="inlagt").cases


def test_a_rebuild_finds_by_the_same_words_as_the_triggers_wrote(grop, exempelby, ada, eva, noon):
    write_note(grop, "Ring vägmästaren", by=ada, at=noon)
    contact = register_contact(exempelby, channel="mail", direction="in", customer=eva, at=noon)
    said = Said(subject="Skyltar", text="Ny hållplats", sender_address="Eva@Arbete.example")
    record_message(contact, said, at=noon)
    open_case(exempelby, title="Buss", channel="mail", at=noon, customer=eva, contact=contact)
    read = "SELECT case_id, client_id, words::text FROM search_casewords ORDER BY case_id"

    with connection.cursor() as cursor:
        cursor.execute(read)
        written = cursor.fetchall()
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SELECT search_rebuild()")
        cursor.execute(read)

        assert cursor.fetchall() == written
    assert "eva@arbete.example" in written[-1][2]


def test_an_enormous_text_is_kept_short_enough_to_be_indexed(exempelby, eva, noon):
    contact = register_contact(exempelby, channel="mail", direction="in", customer=eva, at=noon)
    text = " ".join(f"ord{number}ett" for number in range(300_000))
    record_message(contact, Said(text=text), at=noon)

    case = open_case(exempelby, title="Långt", channel="mail", at=noon, contact=contact)

    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('gensvar.clients', %s, true)", [str(exempelby.pk)])
    assert matching_cases("ord7ett") == [case.pk]


def test_what_is_typed_becomes_words():
    assert words_asked("  Eva, EK! ") == ["eva", "ek"]
    assert words_asked("070-111 11 11") == ["+46701111111"]
    assert words_asked("26-000123") == ["26-000123"]
    assert words_asked("0" * 4) == ["0"]
    assert len(words_asked("ord " * 50)) == 8


def test_short_words_are_found_where_a_word_begins():
    assert as_pattern("ek") == "% ek%"
    assert as_pattern("50%_") == "%50\\%\\_%"


@pytest.mark.parametrize("typed", ["gatlygtorna", "Gatlykotrna", "gatlyktonra", "vägmästarn Eva"])
def test_a_word_written_a_little_wrong_finds_what_resembles_it(typed, grop, exempelby, ada, noon):
    write_note(grop, "Ring vägmästaren", by=ada, at=noon)

    found = seen_by_web([exempelby.pk], typed=typed)

    assert [case.pk for case in found.cases] == [grop.pk]
    assert found.is_near
    assert matching_cases(typed) == []


def test_a_word_written_right_is_not_taken_for_another(grop, exempelby):
    assert not seen_by_web([exempelby.pk], typed="gatlyktor").is_near
    assert seen_by_web([exempelby.pk], typed="gasledning") == Found()


def test_what_the_title_says_comes_before_what_was_said_in_passing(grop, exempelby, ada, noon):
    titled = open_case(exempelby, title="Gatlyktorna igen", channel="mail", at=noon)
    passing = open_case(exempelby, title="Annat", channel="mail", at=noon)
    write_note(passing, "Det gäller även gatlyktorna", by=ada, at=noon)

    found = seen_by_web([exempelby.pk], typed="gatlyktorna")

    assert [case.pk for case in found.cases] == [titled.pk, passing.pk, grop.pk]


def test_a_rare_word_is_found_however_old_its_case_is(grop, exempelby):
    """Beyond the newest, among which common words are looked for first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_casewords (case_id, client_id, words) VALUES (%s, %s, 'annat')",
            [grop.pk + 1_000_000, exempelby.pk],
        )

    assert [case.pk for case in seen_by_web([exempelby.pk], typed="gropen").cases] == [grop.pk]
