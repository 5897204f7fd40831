"""A case that came by phone, letter or across the counter, written down by hand."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries import choices
from gensvar.operations.cases.queries.typed import type_with
from gensvar.operations.cases.rules import missing_for_closing
from gensvar.operations.casetypes.rules import Field
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import Contact
from gensvar.operations.customers.actions import add_customer, recognise
from gensvar.operations.customers.models import Customer
from gensvar.operations.customers.queries import customer_at
from gensvar.operations.knowledge.models import Subject
from gensvar.operations.routing.actions import mark_heated
from gensvar.operations.routing.queries.hand import newest_contact
from gensvar.screens.desk.forms import NewCaseForm, QuickForm, articles_in, kind_of, title_of
from gensvar.screens.desk.reaching import clients_written_for, posted
from gensvar.screens.desk.typed import PREFIX, add_fields, given_in
from gensvar.screens.desk.views.acts import back, lead_back, leave, status_of
from gensvar.screens.desk.views.cases import dialog
from gensvar.screens.desk.views.typed import rights_on


@require_http_methods(["GET", "HEAD", "POST"])
@requires("contacts.write")
def new(request: AgentRequest) -> HttpResponse:
    """Register what a customer wants; with ?kontakt= one need more of the same contact."""
    contact = _contact(request)
    customer = contact.customer if contact else _customer(request)
    clients = _clients(request, contact, customer)
    form = NewCaseForm(
        posted(request),
        clients=clients,
        subjects=choices.subjects_by_area(key for key, _name in clients),
        initial={
            "client": clients[0][0] if clients else None,
            "channel": contact.channel if contact else "phone",
            "place": request.GET.get("plats", "")[:40],
        },
    )
    if contact is not None:
        del form.fields["channel"]
    is_over = "close" in request.POST
    if is_over:
        add_fields(form, _needed(request, clients))
    if request.method == "POST" and form.is_valid() and not (is_over and _lacks(form)):
        try:
            case = _register(request, form, contact, customer, is_over=is_over)
        except Refused as refusal:
            form.add_error(None, refusal.words())
        else:
            said = _("Case %(number)s is registered. Nothing is sent to the customer.")
            messages.success(request, said % {"number": case.number}, extra_tags="draft:new-case")
            return leave(request, case) if _is_over(request, case) else back(request, case)
    context = {
        "form": form,
        "contact": contact,
        "customer": customer,
        "one_client": len(clients) == 1,
        "typed": [form[name] for name in form.fields if name.startswith(PREFIX)],
    }
    return render(request, "desk/new.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("contacts.write")
def quick(request: AgentRequest) -> HttpResponse:
    """Register a contact that is over in a few keys, from any page; one comes back to that page."""
    clients = _clients(request, None, None)
    form = QuickForm(
        posted(request),
        clients=clients,
        subjects=choices.subjects_by_area(key for key, _name in clients),
        initial={"client": clients[0][0]},
    )
    is_over = "later" not in request.POST
    if is_over:
        add_fields(form, _needed(request, clients))
    if request.method == "POST" and form.is_valid() and not (is_over and _lacks(form)):
        try:
            return _after(request, _register(request, form, None, None, is_over=is_over), form)
        except Refused as refusal:
            form.add_error(None, refusal.words())
    context = {
        "form": form,
        "one_client": len(clients) == 1,
        "typed": [form[name] for name in form.fields if name.startswith(PREFIX)],
    }
    return dialog(request, "desk/_quick.html", context, status=status_of(form))


def _after(request: AgentRequest, case: Case, form: QuickForm) -> HttpResponse:
    """Say what was registered, where it was done; what is left to do is opened at the desk."""
    if form.cleaned_data["is_heated"]:
        contact = newest_contact(case)
        if contact is not None:
            mark_heated(contact, by=request.user, at=now())
    stands = Case.objects.get(pk=case.pk)
    if actions.is_registering(stands, request.user):
        return leave(request, case)
    said = _("The contact is registered as %(number)s. Nothing is sent to the customer.")
    messages.success(request, said % {"number": case.number}, extra_tags="draft:quick-contact")
    if stands.is_closed:
        return lead_back(request)
    return HttpResponseRedirect(reverse("desk_work", args=[case.number]))


def _is_over(request: AgentRequest, case: Case) -> bool:
    """Say whether a confidential case was registered and solved in one go."""
    return "close" in request.POST and actions.is_registering(
        Case.objects.get(pk=case.pk), request.user
    )


def _contact(request: AgentRequest) -> Contact | None:
    asked = request.GET.get("kontakt", "")
    if not asked:
        return None
    contacts = Contact.objects.select_related("customer", "client")
    return get_object_or_404(contacts, pk=int(asked) if asked.isdigit() and len(asked) < 19 else 0)


def _customer(request: AgentRequest) -> Customer | None:
    asked = request.GET.get("kund", "")
    if not asked:
        return None
    found = customer_at(asked)
    if found is None:
        raise Http404
    return found


def _clients(
    request: AgentRequest, contact: Contact | None, customer: Customer | None
) -> list[tuple[int, str]]:
    clients = clients_written_for(request.identity)
    known = contact or customer
    among = clients & {known.client_id} if known else clients
    if not among:
        raise PermissionDenied("contacts.write")
    return choices.clients_named(among)


def _needed(request: AgentRequest, clients: list[tuple[int, str]]) -> list[Field]:
    """Return what the type of the chosen subject needs before the case can be done."""
    client, subject = (_number(request.POST.get(name, "")) for name in ("client", "subject"))
    if client not in {key for key, _name in clients}:
        return []
    return type_with(client=client, subject=subject).template.missing({})


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _lacks(form: NewCaseForm) -> bool:
    """Ask for what closing needs when the case is to be closed at once."""
    given = form.cleaned_data
    missing = missing_for_closing(has_subject=bool(given["subject"]), need_type=given["need_type"])
    missing += [f"{PREFIX}{key}" for key, value in given_in(form).items() if value is None]
    for name in missing:
        form.add_error(name, _("Needed before the case can be done."))
    return bool(missing)


@transaction.atomic
def _register(
    request: AgentRequest,
    form: NewCaseForm,
    contact: Contact | None,
    customer: Customer | None,
    *,
    is_over: bool,
) -> Case:
    at, given = now(), form.cleaned_data
    client = Client.objects.get(pk=given["client"])
    if contact is None:
        customer = customer or _known(client, form)
        contact = register_contact(
            client,
            channel=given["channel"],
            direction="in",
            customer=customer,
            at=at,
            agent=request.user,
            summary=given["said"],
        )
    case = actions.open_case(
        client,
        title=given.get("title") or title_of(given["said"]),
        channel=contact.channel,
        at=at,
        contact=contact,
        customer=customer,
        subject=Subject.objects.filter(pk=given["subject"]).first(),
        need_type=given["need_type"],
        agent=request.user,
        by=request.user,
    )
    if contact.summary != given["said"]:
        actions.write_note(case, given["said"], by=request.user, at=at)
    if given.get("place"):
        actions.locate(case, given["place"], service=None, by=request.user, at=at)
    actions.use_support(case, articles_in(request.POST), by=request.user, at=at)
    actions.fill_in(case, given_in(form), by=request.user, at=at)
    if is_over:
        actions.close(case, by=request.user, at=at, may=rights_on(request, case))
    return case


def _known(client: Client, form: NewCaseForm) -> Customer | None:
    """Recognise the customer by address, make their acquaintance by name, or leave them unnamed."""
    at, address, name = now(), form.cleaned_data["address"], form.cleaned_data["name"].strip()
    if address:
        return recognise(client, kind=kind_of(address), value=address, at=at, name=name)
    return add_customer(client, name=name, addresses={}, at=at) if name else None
