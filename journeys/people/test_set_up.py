"""The administrator changes how the centre works, and sees what follows before saving."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect
from town import Town

from people.steps import axe, letter, open_case, post, sign_in


def see_what_follows(page: Page) -> str:
    """Leave the last field, and return what the page says would happen."""
    page.evaluate("document.activeElement.blur()")
    expect(page.locator("#propose[value=save]")).to_be_visible()
    return page.locator("#consequences").inner_text()


def save(page: Page) -> None:
    with page.expect_navigation():
        page.locator("#propose[value=save]").click()


def test_a_person_gets_an_account_a_password_and_a_role(
    browse: Callable[..., Page], town: Town
) -> None:
    alva, sven = browse(), browse()
    sign_in(alva, town, "alva")
    alva.goto("/installningar/medarbetare/ny/")
    alva.locator("[name=name]").fill("Sven Ny")
    alva.locator("[name=email]").fill("sven@exempelby.example")

    assert "Sven Ny" in see_what_follows(alva) or "sven@exempelby.example" in see_what_follows(alva)
    save(alva)
    axe(alva)
    link = alva.locator("#secret").input_value()
    alva.get_by_role("link", name="Ge en roll").click()
    alva.locator("[name=role]").select_option("agent")
    see_what_follows(alva)
    save(alva)
    sven.goto(link)
    for name in ("new_password1", "new_password2"):
        sven.locator(f"[name={name}]").fill("en lång mening om gator")
    sven.keyboard.press("Enter")
    sven.wait_for_url("**/konto/logga-in/")
    sven.locator("[name=login]").fill("sven@exempelby.example")
    sven.locator("[name=password]").fill("en lång mening om gator")
    sven.keyboard.press("Enter")

    expect(sven).to_have_url(f"{town.base}/skrivbord/")
    again = browse()
    again.goto(link)
    expect(again.locator("[name=new_password1]")).to_have_count(0)


def test_a_group_and_a_subject_that_it_answers(page: Page, town: Town) -> None:
    sign_in(page, town, "alva")
    page.goto("/installningar/grupper/ny/")
    page.locator("[name=code]").fill("TEK-LJUS")
    page.locator("[name=name]").fill("Gatubelysning")
    page.locator("[name=email]").fill("tek-ljus@exempelby.example")
    see_what_follows(page)
    save(page)
    page.goto("/installningar/amnen/nytt/")
    page.locator("[name=name]").fill("Julbelysning")
    group = page.locator("select[name=group] option", has_text="TEK-LJUS").first
    page.locator("select[name=group]").select_option(group.get_attribute("value"))
    page.locator("[name=is_public]").set_checked(True)
    page.locator("[name=tier]").first.check()
    see_what_follows(page)
    save(page)

    page.goto("/")
    page.locator("#words").fill("julbelysning")
    page.locator("form[role=search] button").first.click()

    expect(page.get_by_label("Julbelysning")).to_be_visible()


def test_a_day_with_other_hours_is_read_by_customers(page: Page, town: Town) -> None:
    sign_in(page, town, "alva")
    page.goto("/installningar/oppettider/")
    page.locator("a[href$='/dag/']").first.click()
    day = datetime.now(UTC).date() + timedelta(days=2)
    page.locator("[name=on]").fill(str(day))
    page.locator("[name=intervals]").fill("10–14")
    page.locator("[name=reason]").fill("Utbildning för alla")

    assert "10:00–14:00" in see_what_follows(page)
    save(page)
    page.goto("/")

    expect(page.locator(".deviations")).to_contain_text("Utbildning för alla")


def test_a_text_has_versions_and_greets_customers(page: Page, town: Town) -> None:
    sign_in(page, town, "alva")
    page.goto("/installningar/texter/")
    page.locator("a[href*='/greeting/sv/']").first.click()
    page.locator("[name=body]").fill("Vi är här för dig.")

    assert "Vi är här för dig." in see_what_follows(page)
    save(page)
    page.goto("/")

    expect(page.locator("main")).to_contain_text("Vi är här för dig.")


def test_a_new_mailbox_takes_mail_at_once(browse: Callable[..., Page], town: Town) -> None:
    alva, ada = browse(), browse()
    sign_in(alva, town, "alva")
    sign_in(ada, town, "ada")
    alva.goto("/installningar/brevlador/ny/")
    alva.locator("[name=address]").fill("gator@exempelby.example")
    see_what_follows(alva)
    save(alva)
    mail = letter("Till den nya brevlådan", "Hej")
    mail.replace_header("To", "gator@exempelby.example")

    post(town, mail)

    open_case(ada, "Till den nya brevlådan")


def test_nothing_is_saved_that_was_only_looked_at(page: Page, town: Town) -> None:
    sign_in(page, town, "alva")
    page.goto("/installningar/medarbetare/")
    page.get_by_role("link", name="Bo Alm").click()
    title = page.locator("[name=title]").input_value()
    page.locator("[name=title]").fill("Något annat")
    assert "Något annat" in see_what_follows(page)

    page.on("dialog", lambda asked: asked.accept())
    page.reload()

    expect(page.locator("[name=title]")).to_have_value(title)


def test_what_is_wrong_is_said_beside_the_field(page: Page, town: Town) -> None:
    sign_in(page, town, "alva")
    page.goto("/installningar/medarbetare/ny/")
    page.locator("[name=name]").fill("<b>Ola</b>")
    page.locator("[name=email]").fill("ada@exempelby.example")
    page.locator("#propose").click()

    expect(page.locator("[role=alert], .error-summary").first).to_be_visible()
    expect(page.locator("[name=name]")).to_have_value("<b>Ola</b>")
    axe(page)


def test_failed_jobs_the_record_and_the_access_review_are_there(page: Page, town: Town) -> None:
    sign_in(page, town, "alva")

    page.goto("/installningar/jobb/")
    expect(page.locator("main")).to_contain_text("jobb")
    page.goto("/installningar/handelser/")
    expect(page.locator("h1")).to_be_visible()
    page.goto("/installningar/behorigheter/")
    expect(page.locator("main tbody")).to_contain_text("Ada Lind")
    page.goto("/installningar/behorigheter/granska/")
    page.locator("[name=remarks]").fill("Allt stämmer.")
    see_what_follows(page)
    save(page)

    page.goto("/installningar/behorigheter/")
    expect(page.locator("main")).to_contain_text("Allt stämmer.")
