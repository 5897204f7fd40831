"""Numbers that people call, what is said there, and the phones that ring."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.channels.voice.actions import accounts, menus, setting, sounding
from gensvar.channels.voice.models import (
    Account,
    Announcement,
    MessageBox,
    Phone,
    PhoneNumber,
    Sound,
)
from gensvar.foundation.files.actions import read_file
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import telephone as consequences
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.forms.telephone import (
    MessageForm,
    NewPhoneNumberForm,
    PhoneForm,
    PhoneNumberForm,
    SoundForm,
    initial_of,
)
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import client_tabs, listed
from gensvar.screens.setup.reaching import chosen_client, clients_within
from gensvar.screens.setup.views.tokens import shown_once

EVENTS = (
    "voice.phone-number-set",
    "voice.announcement-set",
    "voice.menu-set",
    "voice.message-box-set",
)
PHONE_EVENTS = ("voice.phone-given", "voice.phone-taken")
SOUND_EVENTS = ("voice.sound-kept", "voice.sound-ended")
BIGGEST = 2**63 - 1


def _crumb() -> tuple[str, str]:
    return _("Telephone numbers"), reverse("setup_phone_numbers")


def found_number(
    request: AgentRequest, number_id: int, permission: str = "setup.write"
) -> PhoneNumber:
    rows = PhoneNumber.objects.in_use().select_related("client", "queue")
    within = clients_within(request, permission)
    return get_object_or_404(rows.filter(client__in=within), pk=min(number_id, BIGGEST))


def _new_at(name: str, code: str) -> str:
    return f"{reverse(name)}?client={code}"


@require_safe
@requires("setup.read")
def phone_numbers(request: AgentRequest) -> HttpResponse:
    within = clients_within(request, "setup.read")
    rows = PhoneNumber.objects.in_use().filter(client__in=within)
    client, at = within.first(), now()
    days = Announcement.objects.filter(occasion=Announcement.Occasion.DEVIATING, ends_at__gt=at)
    return listed(
        request,
        "phone_numbers",
        here="setup_phone_numbers",
        title=_("Telephone numbers"),
        has_engine=bool(settings.ARI_URL),
        rows=[
            (one, days.filter(number=one).order_by("begins_at").first())
            for one in rows.select_related("client", "queue").order_by("client", "number")
        ],
        acts=[
            (
                _("New number"),
                _new_at("setup_new_phone_number", client.code if client else ""),
                "plus",
            )
        ],
        history=changes(EVENTS, {}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def new_phone_number(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")
    form = NewPhoneNumberForm(request.POST or None, client=client)
    return propose(
        request,
        Proposal(
            here="setup_phone_numbers",
            title=_("New number for %(client)s") % {"client": client.public_name},
            crumb=_crumb(),
            form=form,
            kind=Kind.CREATE,
            verb=_("Add the number"),
            effects=consequences.of_new_number,
            save=lambda given: setting.arrange_number(
                client, number=given["number"], by=request.user, at=now(), **form.settings()
            ),
            then=reverse("setup_phone_numbers"),
            done=_("The number is added. Let the operator send its calls to the telephone system."),
            template="setup/new_mailbox.html",
            more={"clients": clients_within(request, "setup.write"), "client": client},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def phone_number(request: AgentRequest, number_id: int) -> HttpResponse:
    found = found_number(request, number_id)
    initial = initial_of(found)
    form = PhoneNumberForm(request.POST or None, client=found.client, initial=initial)
    days = found.announcements.filter(
        occasion=Announcement.Occasion.DEVIATING, ends_at__gt=now()
    ).select_related("recording")
    return propose(
        request,
        Proposal(
            here="setup_phone_numbers",
            title=found.number,
            crumb=_crumb(),
            form=form,
            effects=lambda given: consequences.of_changed_number(found, initial, given),
            save=lambda given: setting.arrange_number(
                found.client, number=found.number, by=request.user, at=now(), **form.settings()
            ),
            then=request.path,
            done=_("Saved. The next caller hears it."),
            history=changes(EVENTS, {"number_id": found.pk}),
            template="setup/phone_number.html",
            more={
                "number": found,
                "days": days.order_by("begins_at"),
                "at": now(),
                "menu": menus.wish_of(found),
                "box": MessageBox.objects.filter(number=found).first(),
                "usual": {
                    one.occasion: one.words for one in found.announcements.filter(choice=None)
                },
                "faults": consequences.of_faults(menus.faults_of(found)),
            },
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def ending_phone_number(request: AgentRequest, number_id: int) -> HttpResponse:
    found = found_number(request, number_id)
    return propose(
        request,
        Proposal(
            here="setup_phone_numbers",
            title=_("End %(number)s") % {"number": found.number},
            crumb=_crumb(),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("End the number"),
            is_dangerous=True,
            effects=lambda given: consequences.of_ending_number(found),
            save=lambda given: setting.end_number(found, by=request.user, at=now()),
            then=reverse("setup_phone_numbers"),
            done=_("The number is in use no more."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def new_message(request: AgentRequest, number_id: int) -> HttpResponse:
    """Say something for some days."""
    found, at = found_number(request, number_id), now()
    initial = {
        "begins_at": at.replace(second=0),
        "ends_at": at.replace(second=0) + timedelta(days=1),
    }
    form = MessageForm(request.POST or None, client=found.client, initial=initial)
    occasion = Announcement.Occasion.DEVIATING.value
    return propose(
        request,
        Proposal(
            here="setup_phone_numbers",
            title=_("A message at %(number)s") % {"number": found.number},
            crumb=(found.number, reverse("setup_phone_number", args=[found.pk])),
            form=form,
            kind=Kind.CREATE,
            verb=_("Say it"),
            effects=lambda given: consequences.of_message(found, given),
            save=lambda given: setting.say_at(
                found, occasion=occasion, by=request.user, at=now(), **given
            ),
            then=reverse("setup_phone_number", args=[found.pk]),
            done=_("The message is said in its time."),
        ),
    )


@require_POST
@requires("setup.write")
def ending_message(request: AgentRequest, number_id: int, message_id: int) -> HttpResponse:
    found = found_number(request, number_id)
    rows = found.announcements.filter(occasion=Announcement.Occasion.DEVIATING)
    setting.say_no_more(
        get_object_or_404(rows, pk=min(message_id, BIGGEST)), by=request.user, at=now()
    )
    messages.success(request, _("The message is said no more."))
    return HttpResponseRedirect(reverse("setup_phone_number", args=[found.pk]))


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.read")
def sounds(request: AgentRequest) -> HttpResponse:
    """List what is recorded, and take one more."""
    client = chosen_client(request, "setup.read")
    is_writable = request.identity.may("setup.write", client_id=client.pk)
    form = SoundForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and is_writable and form.is_valid():
        try:
            sounding.keep_sound(
                client,
                name=form.cleaned_data["name"],
                content=form.cleaned_data["file"].read(),
                by=request.user,
                at=now(),
            )
            messages.success(request, _("The recording is kept. Choose it at a number."))
            return HttpResponseRedirect(_new_at("setup_sounds", client.code))
        except Refused as refusal:
            form.add_error("file", refusal.words())
    rows = Sound.objects.filter(client=client, ended_at=None).select_related("by")
    answer = listed(
        request,
        "sounds",
        here="setup_sounds",
        title=_("Recordings"),
        about=_("What callers hear, as somebody has said it."),
        tabs=client_tabs(request, "setup.read", "setup_sounds", client),
        client=client,
        form=form if is_writable else None,
        rows=rows.order_by("name", "pk"),
        history=changes(SOUND_EVENTS, {}),
    )
    answer.status_code = 422 if form.errors else 200
    return answer


@require_safe
@requires("setup.read")
def sound(request: AgentRequest, sound_id: int) -> HttpResponse:
    """Let a recording be listened to."""
    within = clients_within(request, "setup.read")
    rows = Sound.objects.filter(client__in=within).select_related("file")
    found = get_object_or_404(rows, pk=min(sound_id, BIGGEST))
    answer = HttpResponse(read_file(found.file), content_type="audio/wav")
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, max-age=3600"
    return answer


@require_POST
@requires("setup.write")
def ending_sound(request: AgentRequest, sound_id: int) -> HttpResponse:
    within = clients_within(request, "setup.write")
    found = get_object_or_404(Sound, pk=min(sound_id, BIGGEST), client__in=within, ended_at=None)
    try:
        sounding.end_sound(found, by=request.user, at=now())
        messages.success(request, _("The recording is offered no more."))
    except Refused as refusal:
        messages.error(request, refusal.words())
    return HttpResponseRedirect(_new_at("setup_sounds", found.client.code))


@require_safe
@requires("setup.read")
def phones(request: AgentRequest) -> HttpResponse:
    within = clients_within(request, "setup.read")
    rows = Phone.objects.filter(client__in=within).select_related("agent", "client")
    known = {one.agent_id: one for one in Account.objects.filter(ended_at=None)}
    client = within.first()
    return listed(
        request,
        "phones",
        here="setup_phones",
        title=_("Phones"),
        has_engine=bool(settings.ARI_URL),
        rows=[(one, known.get(one.agent_id)) for one in rows.order_by("agent__name")],
        acts=[(_("New phone"), _new_at("setup_new_phone", client.code if client else ""), "plus")],
        history=changes(PHONE_EVENTS, {}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@requires("setup.write")
def new_phone(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.write")
    form = PhoneForm(request.POST or None, client=client)
    crumb = (_("Phones"), reverse("setup_phones"))

    def show(made: Any) -> HttpResponse:
        return shown_once(
            request,
            here="setup_phones",
            crumb=crumb,
            title=made.account.agent.name,
            label=_("Password for %(login)s") % {"login": made.account.login},
            secret=made.password,
            told=_("The phone signs in as %(login)s") % {"login": made.account.login},
        )

    return propose(
        request,
        Proposal(
            here="setup_phones",
            title=_("New phone at %(client)s") % {"client": client.public_name},
            crumb=crumb,
            form=form,
            kind=Kind.CREATE,
            verb=_("Give the phone"),
            effects=consequences.of_phone,
            save=lambda given: accounts.open_account(
                given["agent"], client=client, kind=given["kind"], by=request.user, at=now()
            ),
            then=show,
            template="setup/new_mailbox.html",
            more={"clients": clients_within(request, "setup.write"), "client": client},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def taking_phone(request: AgentRequest, agent_id: int) -> HttpResponse:
    within = clients_within(request, "setup.write")
    rows = Phone.objects.filter(client__in=within).select_related("agent")
    found = get_object_or_404(rows, pk=min(agent_id, BIGGEST))
    return propose(
        request,
        Proposal(
            here="setup_phones",
            title=_("Take the phone from %(name)s") % {"name": found.agent.name},
            crumb=(_("Phones"), reverse("setup_phones")),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("Take the phone"),
            is_dangerous=True,
            effects=lambda given: consequences.of_taking_phone(found),
            save=lambda given: accounts.take_phone(found, by=request.user, at=now()),
            then=reverse("setup_phones"),
            done=_("The phone rings no more."),
        ),
    )
