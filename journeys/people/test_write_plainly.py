"""What the agent is told of a text while writing it is what the server says of it afterwards."""

from playwright.sync_api import Page, expect
from town import Town

from gensvar.science.readability import Band, lix
from people.steps import letter, open_case, post, rest, sign_in

IN_WORDS = {
    Band.VERY_EASY: "mycket lättläst",
    Band.EASY: "lättläst",
    Band.MEDIUM: "medelsvår",
    Band.HARD: "svår",
    Band.VERY_HARD: "mycket svår",
}
HINTED_FROM, MOST_HINTS = 40, 5
# CUS-06: as it was written, and its variant that is easy to read.
HARD = (
    "Handläggningstiden är beroende av ärendets omfattning och av om alla handlingar finns med "
    "från början. Ofullständiga ansökningar tar normalt betydligt längre tid."
)
EASY = (
    "Tiden beror på ärendet. Det går fortare om du skickar alla handlingar direkt. "
    "Saknas något frågar vi dig, då väntar beslutet."
)
OTHERS = (
    "Vi ser. Vi ser nu.",  # a half, which is rounded up
    "Handlingar saknas. Skicka handlingar. HANDLINGAR behövs, och fakturan från kommunen också.",
    "Ring t.ex. kl. 13.30 till tel. 0123-45, eller läs https://exempelby.example/bygglov.html nu.",
    "Ta med\n- pass\n- intyg\n\nKom i tid: vi stänger kl. 16!",
    "Detaljplanebestämmelser, bygglovsansökningar, fastighetsägare och handläggare samverkar.",
)


def told(text: str) -> str:
    """Return what is said of a text of more than a few words."""
    measured = lix(text)
    words = f"LIX {measured.value}, {IN_WORDS[measured.band]}"
    if measured.value < HINTED_FROM or not measured.long_words:
        return words
    return f"{words} · långa ord: {', '.join(measured.long_words[:MOST_HINTS])}"


def test_the_index_while_writing_is_that_of_the_server(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    asked = letter("Hur läser man", "Går det att förstå?", sender="lix@example.com")
    post(town, asked)
    open_case(page, "Hur läser man")
    rest(page)
    page.keyboard.press("r")
    field, said = page.locator("#reply-text"), page.locator("[data-lix-of=reply-text]")
    expect(field).to_be_focused()

    assert told(HARD).startswith("LIX 52, svår · långa ord: Handläggningstiden")
    assert told(EASY) == "LIX 31, lättläst"
    for text in (HARD, EASY, *OTHERS):
        field.fill(text)
        expect(said).to_have_text(told(text))
    field.fill("")
    expect(said).to_be_hidden()
