"""Tokens, webhooks and sign-in elsewhere: secrets shown once, ends that end."""

from django.urls import reverse

from gensvar.foundation.integrations.models import Token, Webhook
from gensvar.foundation.people.models import SignInProvider
from gensvar.operations.cases.actions import open_case

OIDC = {
    "kind": "openid_connect",
    "slug": "entra",
    "name": "Exempelbys katalog",
    "server_url": "https://login.example/tenant",
    "identifier": "gensvar",
    "secret": "mycket-hemligt",
    "email_domains": "@Exempelby.example",
}


def secret_in(answer) -> str:
    text = answer.content.decode()
    return str(text.partition('id="secret"')[2].partition('value="')[2].partition('"')[0])


def test_a_token_says_how_many_cases_it_reads_and_is_shown_once(page, desk, exempelby, noon):
    for _number in range(3):
        open_case(exempelby, title="x", channel="phone", contact=None, at=noon)
    making = page(reverse("setup_new_token"))
    fields = {"name": "E-tjänst", "scopes": ["cases:read"], "client": exempelby.pk}

    shown = making.look(**fields).content.decode()
    first = making.save(**fields)
    second = making.save(**fields)

    assert "<b>3 cases</b> can be read with it" in shown
    assert "never ends by itself" in shown
    assert secret_in(first).startswith("gsv_")
    assert second.status_code == 302
    assert Token.objects.count() == 1
    assert secret_in(first) not in desk.get(reverse("setup_tokens")).content.decode()


def test_the_page_of_tokens_leads_to_the_reference(desk, exempelby):
    assert 'href="/api/v1/docs"' in desk.get(reverse("setup_tokens")).content.decode()


def test_a_token_without_a_scope_is_refused_in_words(page, exempelby):
    answer = page(reverse("setup_new_token")).look(name="X")

    assert answer.status_code == 422
    assert "Choose at least one." in answer.content.decode()


def test_a_revoked_token_is_revoked_once(page, exempelby):
    page(reverse("setup_new_token")).save(name="X", scopes=["cases:read"])
    revoking = page(reverse("setup_revoking_token", args=[Token.objects.get().pk]))

    first, second = revoking.save(), revoking.save()

    assert first.status_code == 302
    assert second.status_code == 404
    assert Token.objects.get().revoked_at is not None


def test_a_webhook_counts_what_it_would_have_told(page, desk, exempelby):
    from django.utils.timezone import now

    open_case(exempelby, title="x", channel="phone", contact=None, at=now())
    adding = page(reverse("setup_new_webhook"))
    fields = {"url": "https://example.org/hook", "events": ["cases.case-opened"]}

    shown = adding.look(**fields).content.decode()
    first = adding.save(**fields)
    adding.save(**fields)
    webhook = Webhook.objects.get()
    one = desk.get(reverse("setup_webhook", args=[webhook.pk])).content.decode()

    assert "<b>1 message</b> would have been sent in the last week." in shown
    assert secret_in(first)
    assert secret_in(first) not in one


def test_a_webhook_into_our_own_house_is_refused(page, db, settings):
    settings.WEBHOOK_PRIVATE = False

    answer = page(reverse("setup_new_webhook")).look(url="https://127.0.0.1/hook")

    assert answer.status_code == 422
    assert "open internet" in answer.content.decode()


def test_a_message_to_try_is_listed_and_the_webhook_ends(page, desk, exempelby):
    page(reverse("setup_new_webhook")).save(url="https://example.org/hook")
    webhook = Webhook.objects.get()

    told = desk.post(reverse("setup_trying_webhook", args=[webhook.pk]), follow=True)
    page(reverse("setup_ending_webhook", args=[webhook.pk])).save()

    assert "integrations.webhook-tested" in told.content.decode()
    webhook.refresh_from_db()
    assert webhook.ended_at is not None
    assert not webhook.deliveries.filter(next_try_at__isnull=False).exists()


def test_a_provider_says_who_can_come_in_and_hides_its_secret(page, desk, ada, bo):
    adding = page(reverse("setup_new_provider"))

    shown = adding.look(**OIDC).content.decode()
    adding.save(**OIDC)
    provider = SignInProvider.objects.get()
    one = desk.get(reverse("setup_provider", args=[provider.pk])).content.decode()

    assert "people</b> are known by their address" in shown
    assert provider.email_domains == ["exempelby.example"]
    assert provider.settings == {"server_url": "https://login.example/tenant"}
    assert "mycket-hemligt" not in one + provider.secret_sealed


def test_a_provider_that_cannot_be_asked_is_refused(page, db):
    answer = page(reverse("setup_new_provider")).look(**OIDC | {"server_url": ""})

    assert answer.status_code == 422
    assert "we need the issuer" in answer.content.decode()


def test_an_ended_provider_is_offered_no_more(page, db):
    page(reverse("setup_new_provider")).save(**OIDC)
    provider = SignInProvider.objects.get()
    ending = page(reverse("setup_ending_provider", args=[provider.pk]))

    ending.save()

    assert not SignInProvider.objects.offered().exists()
    assert ending.look().status_code == 404
