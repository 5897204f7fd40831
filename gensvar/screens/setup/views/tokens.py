from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.foundation.integrations.actions import create_token, revoke_token
from gensvar.foundation.integrations.queries import tokens_for
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import programs as consequences
from gensvar.screens.setup.forms.programs import TokenForm
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import listed
from gensvar.screens.setup.reaching import clients_within, is_everywhere
from gensvar.screens.setup.sections import sections

EVENTS = ("integrations.token-made", "integrations.token-revoked")


def _crumb() -> tuple[str, str]:
    return _("Tokens"), reverse("setup_tokens")


@require_safe
@requires("integrations.read")
def tokens(request: AgentRequest) -> HttpResponse:
    return listed(
        request,
        "tokens",
        here="setup_tokens",
        title=_("Tokens"),
        about=_("Keys for programs. A program does what its token may, and the record says so."),
        rows=tokens_for(request.identity),
        at=now(),
        acts=[
            (_("About the API"), reverse("api_reference"), "info"),
            (_("New token"), reverse("setup_new_token"), "plus"),
        ],
        history=changes(EVENTS, {}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@requires("integrations.write", recent_sign_in=True)
def new_token(request: AgentRequest) -> HttpResponse:
    form = TokenForm(
        request.POST or None,
        clients=clients_within(request, "integrations.write"),
        is_everywhere=is_everywhere(request, "integrations.write"),
    )

    def make(given: dict[str, Any]) -> Any:
        return create_token(
            given["name"],
            given["scopes"],
            client=given["client"],
            expires=form.expires,
            by=request.user,
            at=now(),
        )

    return propose(
        request,
        Proposal(
            here="setup_tokens",
            title=_("New token"),
            crumb=_crumb(),
            form=form,
            kind=Kind.CREATE,
            verb=_("Make the token"),
            effects=consequences.of_token,
            save=make,
            then=lambda made: shown_once(
                request,
                here="setup_tokens",
                crumb=_crumb(),
                title=made[0].name,
                label=_("Token"),
                secret=made[1],
                told=_("The token is made"),
            ),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("integrations.write")
def revoking(request: AgentRequest, token_id: int) -> HttpResponse:
    within = clients_within(request, "integrations.write")
    rows = tokens_for(request.identity).filter(revoked_at=None)
    if not is_everywhere(request, "integrations.write"):
        rows = rows.filter(client__in=within)
    found = get_object_or_404(rows, pk=token_id)
    return propose(
        request,
        Proposal(
            here="setup_tokens",
            title=_("Revoke “%(name)s”") % {"name": found.name},
            crumb=_crumb(),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("Revoke the token"),
            is_dangerous=True,
            effects=lambda given: consequences.of_revoking(found),
            save=lambda given: revoke_token(found, by=request.user, at=now()),
            then=reverse("setup_tokens"),
            done=_("The token is revoked."),
            history=changes(EVENTS, {"token_id": found.pk}),
        ),
    )


def shown_once(
    request: AgentRequest,
    *,
    here: str,
    crumb: tuple[str, str],
    title: str,
    label: str,
    secret: str,
    told: str,
) -> HttpResponse:
    """Show a secret that nobody can be shown again."""
    context = {
        "sections": sections(request, here=here),
        "crumb": crumb,
        "title": title,
        "label": label,
        "secret": secret,
        "told": told,
        "here": crumb[1],
    }
    return render(request, "setup/secret.html", context)
