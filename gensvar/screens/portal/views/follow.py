"""A case of one's own, opened by its number and code.

The page that says that number and code do not fit is the same to the byte whether the number
exists or not: it repeats nothing that was typed.
"""

from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.utils.crypto import get_random_string
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.foundation.files import vault
from gensvar.foundation.files.actions import store_file
from gensvar.foundation.files.downloads import download
from gensvar.foundation.files.forms import checked_files, too_large
from gensvar.foundation.files.uploading import brought_too_much
from gensvar.foundation.people.access import Reach, seeing_as
from gensvar.operations.cases.actions import Followed, Shut, standing_at, try_code
from gensvar.operations.cases.models import Case, Participant
from gensvar.operations.cases.rules import numbers_in
from gensvar.operations.contacts.actions import Attached
from gensvar.operations.customers.models import Customer
from gensvar.operations.workorders.queries.shown import kronor, orders_shown
from gensvar.screens.portal import actions
from gensvar.screens.portal.forms import CodeForm, NumberForm, TextForm
from gensvar.screens.portal.hours import reading
from gensvar.screens.portal.jobs import mail_code
from gensvar.screens.portal.queries import case_shown, file_shown
from gensvar.screens.portal.rules import FOLLOWED_LASTS
from gensvar.screens.portal.views.frame import Portal, draw, page, sent_form
from gensvar.screens.portal.views.sender import sender_of

SESSION = "portal.followed"
KEPT = "portal.kept_words"
# A page that is read is renewed this seldom, so that looking does not write every time.
RENEWED_AFTER = timedelta(minutes=5)
MOST_REPLIES = 30


@page
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, portal: Portal) -> HttpResponse:
    if request.method != "POST":
        numbers = numbers_in(request.GET.get("arende", "")[:40])
        return _code_page(request, portal, number=numbers[0] if numbers else "")
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _code_page(request, portal, form=form, status=422)
    opened = try_code(
        form.cleaned_data["number"],
        form.cleaned_data["code"],
        sender=sender_of(request),
        at=now(),
    )
    kept = form.cleaned_data["kept"]
    if isinstance(opened, Shut):
        status = 429 if opened is Shut.LOCKED else 422
        return _code_page(request, portal, shut=opened.value, kept=kept, status=status)
    _remember(request, opened, at=now())
    if kept:
        # What a customer wrote does not lie readable in the table of sessions.
        request.session[KEPT] = vault.seal_text(kept, purpose=KEPT)
    return redirect(portal.at("case"))


@page
@require_http_methods(["GET", "HEAD", "POST"])
def case(request: HttpRequest, portal: Portal) -> HttpResponse:
    followed = followed_in(request, at=now())
    if followed is None:
        if request.method == "POST":
            kept = request.POST.get("text", "").replace("\x00", "")
            return _code_page(request, portal, shut="late", kept=kept, status=403)
        return redirect(portal.at("follow"))
    if request.method == "POST":
        return _take_reply(request, portal, followed)
    return _case_page(request, portal, followed, text=_kept(request))


@page
@require_safe
def file(request: HttpRequest, portal: Portal, file_id: int) -> HttpResponseBase:
    """Hand out a file of the case, to be saved rather than opened in the page."""
    followed = followed_in(request, at=now())
    if followed is None:
        return redirect(portal.at("follow"))
    with seeing_as(Reach(case_id=followed.case_id)):
        found = file_shown(followed.case_id, file_id, at=now())
    if found is None:
        raise Http404
    return download(found.file, name=found.name)


@page
@require_POST
def leave(request: HttpRequest, portal: Portal) -> HttpResponse:
    """Close the case in this browser."""
    forget_followed(request)
    return draw(request, portal, "left.html")


@page
@require_http_methods(["GET", "HEAD", "POST"])
def new_code(request: HttpRequest, portal: Portal) -> HttpResponse:
    """Mail the code to the address that is known; the same answer whether or not there is one."""
    form = NumberForm(sent_form(request))
    if request.method == "POST" and form.is_valid():
        number = actions.request_code(
            form.cleaned_data["number"], sender=sender_of(request), at=now()
        )
        if number is not None:
            mail_code.defer(number=number, asked_at=now().isoformat())
        return draw(request, portal, "code_asked.html")
    status = 422 if form.errors else 200
    return draw(request, portal, "new_code.html", form=form, status=status)


def _take_reply(request: HttpRequest, portal: Portal, followed: Followed) -> HttpResponse:
    form = TextForm(request.POST)
    form.fields["text"].required = False
    text = form.cleaned_data["text"] if form.is_valid() else request.POST.get("text", "")
    uploads = request.FILES.getlist("files")
    faults = [str(error) for errors in form.errors.values() for error in errors]
    checked = checked_files(uploads)
    faults += [too_large()] if brought_too_much(request) else checked.faults
    if "again" not in request.POST and not text and not checked.files and not faults:
        faults = [_("Write something, or add a file.")]
    if faults:
        return _case_page(request, portal, followed, text=text, faults=faults)
    limits = {f"once {request.POST.get('once', '')[:40]}": 1}
    limits[f"replies {followed.case_id}"] = MOST_REPLIES
    if not may_write_in(followed, at=now()):
        return _case_page(
            request, portal, followed, text=text, faults=[actions.MayOnlyRead().words()]
        )
    # The mark of the page makes a button that is pressed twice one reply.
    if actions.count_sending(limits, at=now()):
        _say(followed, text, checked.files)
        messages.success(request, _("Thank you. What you wrote has reached us."))
    return redirect(portal.at("case"))


def _say(followed: Followed, text: str, files: list[tuple[str, bytes]]) -> None:
    stored = [Attached(file=store_file(content, at=now()), name=name) for name, content in files]
    if text or stored:
        actions.add_words(followed, text, files=stored, at=now())
    else:
        actions.ask_again(followed, "", at=now())


def _case_page(
    request: HttpRequest,
    portal: Portal,
    followed: Followed,
    *,
    text: str = "",
    faults: list[str] | None = None,
) -> HttpResponse:
    with seeing_as(Reach(case_id=followed.case_id)):
        shown = case_shown(followed.case_id, at=now())
        customer = Customer.objects.filter(cases=followed.case_id).first()
        orders = orders_shown(followed.case_id, customer)
        others = list(Participant.objects.in_force(at=now()).filter(case=followed.case_id))
    own = Portal(shown.client, portal.code)
    return draw(
        request,
        own,
        "case.html",
        status=422 if faults else 200,
        case=shown,
        orders=orders,
        # Who takes part sees nobody else who does.
        others=[] if followed.participant_id else others,
        me=next((one for one in others if one.pk == followed.participant_id), None),
        kronor=kronor,
        text=text,
        faults=faults or [],
        once=get_random_string(20),
        reading=reading(shown.client, at=now()),
    )


def _code_page(
    request: HttpRequest, portal: Portal, *, status: int = 200, **context: Any
) -> HttpResponse:
    """Draw the form for number and code with the plain CSRF secret instead of a masked one.

    A masked one differs each time it is drawn, and the refusals shall be alike to the byte. Nothing
    that was typed is repeated beside the secret, so compression gives nothing away.
    """
    get_token(request)
    context = {"number": "", "form": None, "shut": "", "kept": ""} | context
    return draw(
        request,
        portal,
        "follow.html",
        status=status,
        csrf_secret=request.META["CSRF_COOKIE"],
        **context,
    )


def _kept(request: HttpRequest) -> str:
    """Return, once, the words that were written before the code had to be shown again."""
    sealed = request.session.pop(KEPT, "")
    return vault.unseal_text(sealed, purpose=KEPT) if sealed else ""


def _remember(request: HttpRequest, opened: Followed, *, at: datetime) -> None:
    request.session.cycle_key()
    request.session[SESSION] = {
        "case": opened.case_id,
        "client": opened.client_id,
        "version": opened.code_version,
        "through": opened.through,
        "participant": opened.participant_id,
        "until": (at + FOLLOWED_LASTS).isoformat(),
    }


def forget_followed(request: HttpRequest) -> None:
    for key in (SESSION, KEPT):
        request.session.pop(key, None)


def followed_in(request: HttpRequest, *, at: datetime) -> Followed | None:
    """Return the case that this browser has shown the code for, while it lasts."""
    kept = request.session.get(SESSION)
    if kept is None or datetime.fromisoformat(kept["until"]) <= at:
        return None
    through = kept.get("through", kept["case"])
    followed = Followed(
        kept["case"], kept["client"], kept["version"], through, kept.get("participant")
    )
    # Two cases that were one may have been taken apart since: the code opens its own case only.
    if standing_at(through, client_id=followed.client_id).case_id != followed.case_id:
        return None
    with seeing_as(Reach(case_id=followed.case_id)):
        known = Case.objects.filter(pk=followed.case_id, code_version=followed.code_version)
        if not known.exists() or not _still_participates(followed, at=at):
            return None
    if datetime.fromisoformat(kept["until"]) - at < FOLLOWED_LASTS - RENEWED_AFTER:
        kept["until"] = (at + FOLLOWED_LASTS).isoformat()
        request.session.modified = True
    return followed


def may_write_in(followed: Followed, *, at: datetime) -> bool:
    """Say whether who follows the case may write in it: its customer, or who was given that."""
    if followed.participant_id is None:
        return True
    with seeing_as(Reach(case_id=followed.case_id)):
        found = Participant.objects.filter(pk=followed.participant_id).first()
    return found is not None and found.may_write_at(at)


def _still_participates(followed: Followed, *, at: datetime) -> bool:
    if followed.participant_id is None:
        return True
    in_force = Participant.objects.in_force(at=at).filter(case=followed.case_id)
    return in_force.filter(pk=followed.participant_id).exists()
