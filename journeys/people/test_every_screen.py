"""Every page that each role reaches from its menus: whole, readable, in both languages and themes.

A page is looked at closely by the first role that comes to it; of the others it is asked that it
opens. Where nothing leads to a screen, the last test says so.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
from playwright.sync_api import Page, expect
from town import Town

from people.steps import axe, fits, in_theme, picture, sign_in

# Where each role begins, in the order in which they look closely: at home; the administrator first
# at a case type that has fields of its own, at a place that names groups of its own, at an account
# that is joined to its network, and at a number whose menu has one below it.
ROLES = {
    "ada": "/konto/hem/",
    "cia": "/konto/hem/",
    "hanna": "/konto/hem/",
    "alva": "/installningar/arendetyper/3/ /installningar/register/1/ "
    "/installningar/sociala-medier/2/ /installningar/telefon/2/ /konto/hem/",
    "karin": "/konto/hem/",
    "mats": "/konto/hem/",
    "tom": "/konto/hem/",
    "elsa": "/konto/hem/",
    "petra": "/konto/hem/",
    "rune": "/konto/hem/",
    "dina": "/konto/hem/",
    "": "/",
}
MOST_PAGES = 400
# What a browser saves instead of showing, and what changes the language.
NO_PAGES = re.compile(
    r"/(sprak|api|static)/|export\.|/fil/|/filer/\d|/bilagor/|/bild/\d|/original/|/skanning/|format=|\.(csv|json|txt)$|^/hos/"
)
# Common words that no Swedish page has outside what people wrote.
ENGLISH = re.compile(
    r"\b(the|and|with|your|you|cases|customer|waiting|nobody|settings|which|until|save|sign in|"
    r"what|here|yet|none|every|choose|search|since|answer|group|change|closed?|open|new)\b",
    re.IGNORECASE,
)
WORDS_SHOWN = """
    const copy = document.body.cloneNode(true);
    const other = '[lang]:not([lang=sv]), script, style, textarea, code, .timeline .entry, '
        + '.case-head h1, a[href*="/arenden/2"], a[href*="/handlaggare/2"], .entry-words';
    for (const one of copy.querySelectorAll(other)) one.remove();
    // Names of scopes and events are for programs, and the same in every language.
    const words = copy.innerText.replace(/[a-z]+[:.][a-z-]+/g, '');
"""
# Addresses that no walk comes to, by why; whatever is in none of these must be reachable.
WITHOUT_LINK = {
    "an act, not a page": """
        desk_end_need desk_end_representative desk_find_customers desk_mark_address
        desk_part_customers desk_told_apart desk_undo_customer_import
        backoffice:answer backoffice:ask backoffice:contact backoffice:give_back backoffice:take
        desk_add_file desk_attach desk_attach_several desk_look_for desk_note desk_reopen desk_reply
        desk_release desk_several desk_tags kpi:note kpi:publish kpi:sign
        backoffice:more_time backoffice:pass_on desk_said
        desk_take desk_take_next desk_undo portal:forget portal:leave mfa_login_webauthn saml_acs
        desk_end_participant portal:end_participant desk_participant_code desk_case_need
        desk_interpreter_state
        portal:participant_code
        desk_nowhere desk_give levels:close desk_watch desk_unwatch desk_rest_again desk_wake
        desk_phone_account desk_phone_again desk_phone_here
        desk_call_act desk_hang_up desk_purpose_said desk_allow_calls desk_settle_callback
        desk_regain_call desk_call_helped desk_promise_call
        desk_accept desk_decline desk_give_reason chat:ask chat:begin chat:copy chat:end chat:say
        chat:send_file chat:switch desk_chat_end desk_chat_hand_on desk_chat_say desk_chat_switch
        desk_chat_take desk_chat_typing desk_chat_words
        floor:again floor:take_back floor:listen_act
        floor:explain
        desk_done desk_heard desk_heated desk_pause desk_put_aside desk_relieved desk_rest
        desk_insert desk_undo_macro desk_undo_deed desk_confirm_batch desk_undo_batch
        entrypoints:trying entrypoints:withdrawing
        desk_unmerge desk_unlink desk_why desk_lifting desk_finishing desk_identity
        desk_identity_code desk_prove_identity backoffice:why
        saml_finish_acs saml_sls setup_checking setup_giving_up_job setup_repetition
         setup_ending_message setup_ending_sound setup_ending_entry
         setup_ending_telephonist setup_allowing_subject
         desk_call_tape desk_delete_recording
         setup_trying setup_trying_account setup_trying_job setup_trying_number setup_trying_webhook
        knowledge_submit knowledge_take_back
        knowledge_throw_away knowledge_approve knowledge_send_back knowledge_withdraw
        knowledge_review knowledge_report knowledge_answer_report desk_use_support desk_gap
        desk_report_article reports:again
        publications:again publications:publish publications:remark publications:restate
        publications:subscribe publications:unsubscribe
        workorders_start workorders_pause workorders_add_time
        workorders_add_material workorders_add_photo workorders_sign_off workorders_step
        workorders_cancel workorders_report workorders_estimate workorders_answer
        workorders_settle social:publish""",
    "a part of a page": """
        desk_phone_call desk_phone
        desk_call desk_case_calls desk_one_call desk_call_transfer
        desk_here desk_hand_list desk_own_queues chat:frame desk_chat desk_chats
        floor:parts floor:figures floor:listening
        desk_suggest desk_support desk_presence desk_delivery desk_newer desk_search desk_mail""",
    "a file": """
        chat:file desk_export_calls desk_export_customers desk_export_batch desk_export_referrals
        backoffice:file desk_case_file desk_export desk_message_file desk_raw mail:source
        mfa_download_recovery_codes portal:file setup_access_file setup_protocol_file setup_raw_mail
        paper:scanned setup_sound voice:sound desk_recording_sound desk_voice_message
        levels:issues_file levels:tile_file levels:wishes_file
        floor:balance_file publications:file
        setup_subjects_file setup_places_file knowledge_file workorders_file workorders_photo""",
    "for programs": """
        chat:loader healthz readyz metrics portal:favicon portal:hours portal:robots portal:security
        saml_metadata sms:message sms:report social:call""",
    "only leads on": """
        openid_connect_callback openid_connect_login people_home portal:ask portal:language
        levels:start saml_login setup_reach""",
    "a step of a story that is told elsewhere": """
        floor:lever floor:listen
        desk_checklist account_inactive account_login account_reauthenticate account_set_password
        desk_change_view desk_fields desk_discard desk_dial desk_no_more_calls desk_block_calls
        mfa_authenticate mfa_deactivate_totp mfa_edit_webauthn
        mfa_generate_recovery_codes mfa_list_webauthn mfa_reauthenticate
        mfa_reauthenticate_webauthn mfa_remove_webauthn mfa_view_recovery_codes
        people_choose_password people_second_factor portal:case portal:participants
        portal:stop_following
        portal:check portal:files portal:rating portal:receipt portal:reply portal:text
        socialaccount_login_cancelled
        socialaccount_login_error""",
    "needs something that the town has not": """
        desk_batch levels:archived setup_protocol
        kpi:published publications:change publications:outline publications:report
        counter:ticket
        desk_contact_in_hand desk_interpreter
        setup_day_away setup_day_away_all setup_making_default setup_retiring_type
        setup_ending_provider setup_ending_webhook
        setup_fetching_no_more setup_lifting setup_provider setup_resetting
        setup_revoking_token setup_webhook setup_webhook_secret setup_withdrawing_text
        setup_ending_absence setup_ending_own_absence setup_ending_duty""",
}

closely_seen: set[str] = set()
screens_seen: set[str] = set()


def kind_of(address: str) -> str:
    """Return what tells a page from others of its kind: which view shows it, asked or not."""
    parts = urlsplit(address)
    try:
        view = resolve(parts.path).view_name
    except Resolver404:
        view = parts.path
    return f"{view}?" if parts.query else view


def links(page: Page, town: Town) -> list[str]:
    found = page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
    inside = [one.split("#")[0] for one in found if one.startswith(town.base)]
    return [one for one in inside if not NO_PAGES.search(one.removeprefix(town.base))]


@pytest.mark.parametrize("who", ROLES)
def test_every_page_that_the_menus_lead_to(page: Page, town: Town, who: str) -> None:
    if who:
        sign_in(page, town, who)
    waiting = [f"{town.base}{path}" for path in ROLES[who].split()]
    known, faults = set[str](), list[str]()

    while waiting and len(known) < MOST_PAGES:
        address = waiting.pop(0)
        kind = kind_of(address)
        if kind in known:
            continue
        known.add(kind)
        answer = page.goto(address)
        assert answer is not None
        if answer.status != 200:
            faults.append(f"{answer.status} {address}")
            continue
        known.add(kind_of(page.url))
        screens_seen.add(resolve(urlsplit(page.url).path).view_name)
        waiting += links(page, town)
        if kind_of(page.url) not in closely_seen:
            closely_seen.add(kind_of(page.url))
            faults += look_closely(page)

    assert not faults, "\n".join(faults)


def test_the_reference_of_the_api(page: Page) -> None:
    """No menu leads there but the addresses that programs read, so the walk does not."""
    page.goto("/api/v1/docs")
    expect(page.locator("h1")).to_be_visible()

    for check in (axe, fits_everywhere, in_the_dark):
        check(page)


def in_the_dark(page: Page) -> None:
    in_theme(page, "dark")
    picture(page, "dark")
    axe(page)


def look_closely(page: Page) -> Iterator[str]:
    """Return what is wrong with a page, in both languages and themes and at three widths."""
    kind = kind_of(page.url)
    checks = [is_told_in_swedish, axe, fits_everywhere, is_readable_in_the_dark, is_told_in_english]
    for check in checks:
        try:
            check(page)
        except AssertionError as fault:
            yield f"{kind}: {str(fault).splitlines()[0]}"


def is_told_in_swedish(page: Page) -> None:
    language, title, shown = page.evaluate(
        f"""(() => {{
            {WORDS_SHOWN}
            return [document.documentElement.lang, document.title, words];
        }})()"""
    )
    assert language == "sv", f"lang is {language}"
    assert title.partition(" · ")[0].strip(), "no title"
    found = {match.group().lower() for match in ENGLISH.finditer(shown)}
    assert not found, f"English words: {sorted(found)}"


def fits_everywhere(page: Page) -> None:
    for width in (1100, 390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        picture(page, str(width))
        fits(page)


def is_readable_in_the_dark(page: Page) -> None:
    in_theme(page, "dark")
    picture(page, "dark")
    try:
        # What the colours do not decide was looked at in the light.
        axe(page, "color-contrast", "link-in-text-block")
    finally:
        in_theme(page, "light")


def is_told_in_english(page: Page) -> None:
    speak(page, "en")
    try:
        told = page.request.get(page.url).text()
    finally:
        speak(page, "sv")
    assert '<html lang="en"' in told, "not told in English"


def speak(page: Page, language: str) -> None:
    page.context.add_cookies(
        [{"name": "gensvar_language", "value": language, "url": page.evaluate("origin")}]
    )


def test_every_screen_is_reachable_from_a_menu(page: Page, town: Town) -> None:
    if not screens_seen:
        pytest.skip("needs the walks above")
    missing = set(screens()) - screens_seen - set(" ".join(WITHOUT_LINK.values()).split())

    assert not missing, "\n".join(sorted(missing))


def screens() -> Iterator[str]:
    """Return the names of all addresses that show a page of ours."""
    for name, _pattern in _named(get_resolver().url_patterns):
        if name and "api" not in name:
            yield name


def _named(
    patterns: list[URLPattern | URLResolver], space: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _named(pattern.url_patterns, inner)
        else:
            yield f"{space}{pattern.name}" if pattern.name else "", pattern
