"""Whether whoever calls a number when it is closed may leave a message."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gensvar.channels.voice.actions.messages import set_message_box
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.screens.setup.changing import Proposal, propose
from gensvar.screens.setup.consequences.messages import of_message_box
from gensvar.screens.setup.forms.messages import MessageBoxForm
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.views.telephone import found_number


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def message_box(request: AgentRequest, number_id: int) -> HttpResponse:
    found = found_number(request, number_id)
    form = MessageBoxForm(request.POST or None, number=found)
    back = reverse("setup_phone_number", args=[found.pk])
    return propose(
        request,
        Proposal(
            here="setup_phone_numbers",
            title=_("Messages at %(number)s") % {"number": found.number},
            crumb=(found.number, back),
            form=form,
            effects=lambda given: of_message_box(found, given),
            save=lambda given: set_message_box(found, form.wish(given), by=request.user, at=now()),
            then=back,
            done=_("Saved. The next caller meets it."),
            history=changes(("voice.message-box-set",), {"number_id": found.pk}),
        ),
    )
