from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.foundation.agreements.actions import withdraw_text, write_text
from gensvar.foundation.agreements.models import Client, StandardText
from gensvar.foundation.agreements.rules import PLACEHOLDERS, filled_in
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.screens.setup.changing import Kind, Proposal, propose, told
from gensvar.screens.setup.consequences import clients as consequences
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.forms.texts import TextForm
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import client_tabs, listed
from gensvar.screens.setup.reaching import chosen_client, client_or_404, clients_within

EVENTS = ("agreements.text-written", "agreements.text-withdrawn")


def _crumb(client: Client) -> tuple[str, str]:
    return _("Texts"), f"{reverse('setup_texts')}?client={client.code}"


def _current(client: Client, use: str, language: str, *, at: datetime) -> StandardText | None:
    rows = StandardText.objects.filter(client=client, use=use, language=language)
    return rows.filter(valid_from__lte=at).order_by("-valid_from").first()


@require_safe
@requires("setup.read")
def texts(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.read")
    at = now()
    rows = [
        {
            "use": use,
            "label": label,
            "language": language,
            "spoken": spoken,
            "current": _current(client, use, language, at=at),
            "coming": StandardText.objects.filter(
                client=client, use=use, language=language, valid_from__gt=at
            ).count(),
        }
        for use, label in StandardText.Use.choices
        for language, spoken in StandardText.variants(use).items()
    ]
    return listed(
        request,
        "texts",
        here="setup_texts",
        title=_("Texts"),
        about=_("Words that leave by themselves, as the client wants them said."),
        client=client,
        rows=rows,
        tabs=client_tabs(request, "setup.read", "setup_texts", client),
        history=changes(EVENTS, {"client_id": client.pk}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def text(request: AgentRequest, client_id: int, use: str, language: str) -> HttpResponse:
    client = client_or_404(request, "setup.write", client_id)
    if use not in StandardText.Use.values or language not in StandardText.variants(use):
        raise Http404
    at = now()
    current = _current(client, use, language, at=at)
    initial = {"subject": current.subject, "body": current.body} if current else {}
    form = TextForm(request.POST or None, initial=initial)
    versions = StandardText.objects.filter(client=client, use=use, language=language)
    shown = form.cleaned_data if form.is_bound and form.is_valid() else initial
    return propose(
        request,
        Proposal(
            here="setup_texts",
            title=f"{StandardText.Use(use).label}, {StandardText.variants(use)[language]}",
            crumb=_crumb(client),
            form=form,
            verb=_("Save the version"),
            effects=lambda given: consequences.of_text(
                client, use, begins=given["valid_from"] or at, current=current, at=at
            ),
            save=lambda given: write_text(
                client, use=use, language=language, by=request.user, at=at, **given
            ),
            then=request.path,
            done=_("The version is saved."),
            history=changes(EVENTS, {"client_id": client.pk, "use": use, "language": language}),
            template="setup/text.html",
            more={
                "client": client,
                "current": current,
                "versions": versions.order_by("-valid_from"),
                "known": sorted(PLACEHOLDERS[use]),
                "at": at,
                "sample": _as_read(shown, client),
            },
        ),
    )


def _as_read(shown: dict[str, str], client: Client) -> dict[str, str]:
    """Return the text as somebody would get it, with a case that does not exist."""
    values = {
        "number": "26-000123",
        "code": "KTMR7VXA",
        "link": f"{settings.BASE_URL}/folj/",
        "organisation": client.public_name,
        "subject": _("Streets"),
        "due": _("answer by %(day)s") % {"day": _("6 May")},
        "promise": _("Streets and parks answers by Wednesday 6 May at the latest."),
    }
    return {key: filled_in(str(shown.get(key) or ""), values) for key in ("subject", "body")}


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def withdrawing(request: AgentRequest, text_id: int) -> HttpResponse:
    within = clients_within(request, "setup.write")
    rows = StandardText.objects.filter(client__in=within).select_related("client")
    found = get_object_or_404(rows, pk=text_id)
    back = reverse("setup_text", args=[found.client_id, found.use, found.language])
    return propose(
        request,
        Proposal(
            here="setup_texts",
            title=_("Take back a version"),
            crumb=(str(found.get_use_display()), back),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("Take it back"),
            effects=lambda given: [told(_("<b>The version before</b> goes on being used."))],
            save=lambda given: withdraw_text(found, by=request.user, at=now()),
            then=back,
            done=_("The version is taken back."),
        ),
    )
