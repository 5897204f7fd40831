from datetime import timedelta

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gensvar.channels.chat.actions.setting import set_chat
from gensvar.channels.chat.queries import chat_hours, chat_queue, chats_at_once, settings_of
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.routing.explaining import span
from gensvar.screens.setup.changing import Proposal, propose
from gensvar.screens.setup.consequences import chat as consequences
from gensvar.screens.setup.forms.chat import ChatForm, initial_of
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import client_tabs
from gensvar.screens.setup.reaching import chosen_client

EVENTS = ("chat.chat-settings-changed",)
LATELY = timedelta(days=7)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def chat(request: AgentRequest) -> HttpResponse:
    """Decide whether and where a client chats; how many at once there have been stands beside."""
    client, at = chosen_client(request, "setup.write"), now()
    decided = settings_of(client)
    form = ChatForm(request.POST or None, initial=initial_of(decided))
    lately = chats_at_once(client, since=at - LATELY, until=at)
    return propose(
        request,
        Proposal(
            here="setup_chat",
            title=_("Chat for %(client)s") % {"client": client.public_name},
            crumb=(_("Chat"), reverse("setup_chat")),
            form=form,
            effects=lambda given: consequences.of_changed_chat(decided, given),
            save=lambda given: set_chat(client, **form.settings(), by=request.user, at=now()),
            then=f"{reverse('setup_chat')}?client={client.code}",
            done=_("Saved."),
            history=changes(EVENTS, {"client_id": client.pk}),
            template="setup/chat.html",
            more={
                "client": client,
                "tabs": client_tabs(request, "setup.write", "setup_chat", client),
                "has_queue": chat_queue(client) is not None,
                "hours": chat_hours(client, at=at),
                "line": _line(client.code),
                "lately": lately,
                "handling": span(lately.handling_seconds) if lately.handling_seconds else "",
            },
        ),
    )


def _line(code: str) -> str:
    return f'<script src="{settings.BASE_URL}/chatt.js" data-klient="{code}" defer></script>'
