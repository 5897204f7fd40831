"""The page of one case: whose turn it is, what has happened, and where one writes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from csp.decorators import csp_update
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gensvar.channels.chat.models import Chat
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.actions import is_registering
from gensvar.operations.cases.actions.discarding import is_draft
from gensvar.operations.cases.actions.identifying import CODE_LASTS
from gensvar.operations.cases.forms import WhyForm
from gensvar.operations.cases.models import Case, State
from gensvar.operations.cases.queries import choices
from gensvar.operations.cases.queries.causes import causes_of
from gensvar.operations.cases.queries.deadlines import told_deadline
from gensvar.operations.cases.queries.history import history_of
from gensvar.operations.cases.queries.listing import own_open
from gensvar.operations.cases.queries.need import outcome_of
from gensvar.operations.cases.queries.story import Handed, Spoken, Story, story_of
from gensvar.operations.cases.queries.typed import stage_of
from gensvar.operations.cases.rules import blanks_in
from gensvar.operations.cases.views import must_say_why
from gensvar.operations.contacts.models import Channel
from gensvar.operations.contacts.rules import MOST_PARTS, gsm_letters
from gensvar.operations.customers.queries import needs_of, representatives_of
from gensvar.operations.disposal.queries import disposed, hold_on
from gensvar.operations.knowledge.queries.finding import text_of_version, versions_named
from gensvar.operations.routing.explaining import language_named, why_in_words
from gensvar.operations.routing.queries.hand import offer_in_hand
from gensvar.screens.desk.chatting import chat_of, shown
from gensvar.screens.desk.forms import ReplyForm
from gensvar.screens.desk.hand import at_the_desk
from gensvar.screens.desk.history import sentences
from gensvar.screens.desk.identity import must_identify, reached_level
from gensvar.screens.desk.interpreters import drawn_bookings
from gensvar.screens.desk.places import located
from gensvar.screens.desk.promises import Promised, handed_in, promised_in
from gensvar.screens.desk.reaching import (
    answerable_at,
    case_or_404,
    clients_written_for,
    is_at_desk,
    only_client,
    story_for,
    unopened_case,
)
from gensvar.screens.desk.timeline import delivery_of, drawn, newest_incoming
from gensvar.screens.desk.typed import fields_shown
from gensvar.screens.desk.words import Moments, first_name, initials, state_looks

# Why an answer was not sent: a rule, something unseen, somebody new, something missing; and its
# files, kept.
NO_TROUBLE = {"refusal": "", "unseen": (), "strangers": (), "missing": (), "uploads": ()}
# What stands in the composer, by field.
WRITTEN = ("text", "to", "copies", "turn", "later")
WITH = (
    "client",
    "access",
    "customer",
    "subject__area",
    "subject__group",
    "agent",
    "group__manager",
    "cause__disruption",
    "located__place",
    "located__service",
)


@csp_update({"frame-src": ["'self'"]})  # type: ignore[arg-type]
@require_GET
@requires("cases.read")
def case(request: AgentRequest, number: str) -> HttpResponse:
    found = unopened_case(number, Case.objects.select_related(*WITH))
    if must_say_why(request, found):
        return render(request, "desk/why.html", {"case": found, "form": WhyForm()})
    # Nobody knows any more who asked in an erased case, so all others need not be asked about.
    if found.is_closed and found.customer_id is None and (gone := disposed(found)) is not None:
        context = {"case": found, "gone": gone, "may": request.identity.may}
        return render(request, "desk/disposed.html", context)
    return draw(request, found)


def draw(
    request: AgentRequest,
    case: Case,
    *,
    reply: ReplyForm | None = None,
    trouble: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Draw the page; `reply` is an answer that could not be sent, and `trouble` says why."""
    at = now()
    moments = Moments(at)
    story = story_for(request, case)
    customer = str(case.customer) if case.customer else ""

    def may(permission: str) -> bool:
        return request.identity.may(permission, client_id=case.client_id)

    was_chat = any(one.channel == Channel.CHAT for one in story.spoken)
    chat = chat_of(case) if was_chat and may("cases.answer") else None

    context = {
        "case": case,
        "state_look": state_looks()[case.state],
        "customer": customer,
        "first_name": first_name(customer) if customer else _("the customer"),
        "story": story,
        "lines": drawn(_beside(story, chat), moments=moments, customer=customer),
        "chat": shown(chat, to=request.user, at=at) if chat else None,
        "turn": _turn(case, customer),
        "next_step": _next_step(case, story, customer),
        "deadline": told_deadline(case, at=at),
        "handed": handed_in(case, at=at) if _was_handed_over(story) else None,
        **_times(case, moments),
        "fields": fields_shown(story),
        "type_name": story.type.template.name.said(get_language() or "sv"),
        "script": "" if case.is_closed else story.type.template.script.said(case.language),
        "stage": _stage(case, story),
        "earlier": [(one, moments.when(one.opened), state_looks()) for one in story.earlier],
        **_if_any(case, story, moments),
        **_caused(case, at),
        "mine": _mine(request, case, moments),
        **_between(request, case),
        "located": located(case, at=at),
        "may": may,
        "may_register": case.client_id in clients_written_for(request.identity),
        "moments": moments,
        "whole": story.whole,
        "related": story.related,
        "rest": story.rest,
        "is_watched": request.user.pk in dict(story.watchers),
        "looks": state_looks(),
        "trouble": {**NO_TROUBLE, **(trouble or {})},
        "draft_key": f"case-{case.pk}",
        **_secrecy(request, case, at),
        **_writing(request, case, story, reply),
    }
    is_desk = is_at_desk(request)
    if is_desk:
        context |= at_the_desk(request, case, at=at)
    return render(request, f"desk/{'desk' if is_desk else 'case'}.html", context, status=status)


def _times(case: Case, moments: Moments) -> dict[str, str]:
    return {
        "waited": moments.waited(case.state_since),
        "since": moments.when(case.state_since),
        "tone": moments.tone(case.state, case.state_since),
        "opened": moments.when(case.opened_at),
    }


def _caused(case: Case, at: datetime) -> dict[str, Any]:
    cause, possible = causes_of(case, at=at)
    return {"cause": cause, "possible_causes": possible}


def _beside(story: Story, chat: Chat | None) -> Story:
    """Return the story without a chat that goes on, which is drawn where one writes in it."""
    if chat is None:
        return story
    entries = (
        one
        for one in story.entries
        if not (isinstance(one, Spoken) and one.contact == chat.contact_id)
    )
    return replace(story, entries=type(story.entries)(entries))


def _if_any(case: Case, story: Story, moments: Moments) -> dict[str, Any]:
    """Return what few cases have, asked for only where there is any."""
    there, customer = story.there, case.customer
    return {
        "ended": outcome_of(case) if case.is_closed else None,
        "is_draft": is_draft(case, story),
        "asked_needs": case.asked_needs.order_by("pk") if "asked_needs" in there else [],
        "interpreters": drawn_bookings(
            case.interpreter_bookings.select_related("client").order_by("pk"), moments=moments
        )
        if "interpreters" in there
        else [],
        "participants": case.participants.in_force(at=moments.at).order_by("pk")
        if "participants" in there
        else [],
        "promised": promised_in(case, moments=moments) if "promises" in there else Promised(),
        "needs": needs_of(customer) if customer and "needs" in there else [],
        "speaking": representatives_of(customer, at=moments.at)
        if customer and "representatives" in there
        else [],
    }


def _between(request: AgentRequest, case: Case) -> dict[str, str]:
    """Return why the case came to whoever asks, and the language they need an interpreter for."""
    is_shared = case.language in {case.client.language, *request.user.spoken_languages}
    return {
        "why_mine": _why_mine(request, case),
        "unspoken": "" if is_shared else language_named(case.language),
    }


def _why_mine(request: AgentRequest, case: Case) -> str:
    """Return why the case was offered to whoever has it in hand and asks."""
    if case.agent_id != request.user.pk:
        return ""
    offer = offer_in_hand(case, request.user)
    return why_in_words(offer.why) if offer is not None else ""


def _stage(case: Case, story: Story) -> str:
    """Return the stage that a case of a type stands in; nothing where no type says more."""
    if story.type.pk is None:
        return ""
    return stage_of(case, story.type.template).label.said(get_language() or "sv")


def _was_handed_over(story: Story) -> bool:
    return any(isinstance(entry, Handed) for entry in story.entries)


def _secrecy(request: AgentRequest, case: Case, at: datetime) -> dict[str, Any]:
    """Return what hides or holds the case, and what must be known of who asks."""
    by_hand = case.confidentialities.filter(lifted_at=None) if case.is_confidential else None
    sees_holds = request.identity.may("disposal.read", client_id=case.client_id)
    known = {
        "held": hold_on(case) if sees_holds else None,
        "is_registering": is_registering(case, request.user),
        "by_hand": by_hand.first() if by_hand is not None else None,
        "is_covered": must_identify(request, case, at=at),
    }
    if not known["is_covered"]:
        return known
    codes = case.identity_codes.filter(used_at=None, at__gt=at - CODE_LASTS)
    reached = reached_level(case, by=request.user.pk, at=at)
    return known | {"reached": reached, "has_code": codes.exists()}


def _mine(request: AgentRequest, case: Case, moments: Moments) -> list[dict[str, Any]]:
    """Return the agent's own open cases: those that wait for us, then the customer's turn."""
    own = own_open(me=request.user.pk, at=moments.at, only_client=only_client(request.identity))
    looks = state_looks()
    return [
        {
            "number": row.number,
            "title": row.title,
            "icon": looks[row.state].icon,
            "second": f"{row.number} · {looks[row.state].label.lower()}",
            "when": moments.waited(row.since),
            "tone": moments.tone(row.state, row.since),
            "is_current": row.pk == case.pk,
        }
        for row in own
    ]


def _writing(
    request: AgentRequest, case: Case, story: Story, reply: ReplyForm | None
) -> dict[str, Any]:
    """Return what the composer needs: to whom an answer would go, and what was written so far."""
    addresses = answerable_at(case, story)
    newest = newest_incoming(story)
    written = _written(request, story, reply)
    return {
        "gsm": gsm_letters(),
        "most_parts": MOST_PARTS,
        "addresses": addresses,
        "is_on_portal": not addresses and case.channel == "web",
        "reply": reply,
        "written": written,
        "written_blanks": blanks_in(written["text"]),
        "canned": story.ready,
        "answers_subject": newest.subject if newest else "",
        "used_articles": _articles(request, case, reply),
    }


def _written(request: AgentRequest, story: Story, reply: ReplyForm | None) -> dict[str, str]:
    """Return what stands in the composer: an answer that was not sent, or one taken back."""
    if reply is None:
        return {
            **dict.fromkeys(WRITTEN, ""),
            "text": _taken_back(request, story) or _inserted(request),
        }
    return {name: str(reply.data.get(name, "")) for name in WRITTEN}


def _taken_back(request: AgentRequest, story: Story) -> str:
    """Return the words of the answer just withdrawn, so that they can be put right and sent."""
    asked = request.GET.get("igen", "")
    if not asked.isdigit():
        return ""
    withdrawn = (e for e in story.spoken if e.outgoing == int(asked) and e.state == "cancelled")
    return next((entry.text for entry in withdrawn), "")


def _articles(request: AgentRequest, case: Case, reply: ReplyForm | None) -> list[tuple[int, str]]:
    """Return the articles that the answer in the composer rests on, by version."""
    asked = request.GET.getlist("artikel")[:1] if reply is None else request.POST.getlist("article")
    ids = [int(one) for one in asked[:20] if one.isdigit() and len(one) < 19]
    return versions_named(case.client_id, ids) if ids else []


def _inserted(request: AgentRequest) -> str:
    """Return the words of the article chosen where no script puts them in."""
    asked = request.GET.get("artikel", "")
    return text_of_version(int(asked)) if asked.isdigit() and len(asked) < 19 else ""


def _turn(case: Case, customer: str) -> dict[str, str]:
    if case.state == State.CLOSED:
        return {"name": _("Nobody's, the case is done"), "initials": "", "kind": ""}
    if case.state == State.WAITING_FOR_CUSTOMER:
        name = customer or _("The customer")
        return {"name": name, "initials": initials(name), "kind": "customer"}
    if case.agent is not None:
        return {"name": case.agent.name, "initials": case.agent.initials, "kind": ""}
    if case.group is not None:
        return {"name": case.group.code, "initials": case.group.code[:2], "kind": "group"}
    return {"name": _("Nobody yet"), "initials": "", "kind": ""}


def _next_step(case: Case, story: Story, customer: str) -> str:
    name = first_name(customer) if customer else _("the customer")
    if case.state == State.CLOSED:
        return _("Nothing. If %(name)s writes again the case opens by itself.") % {"name": name}
    if case.state == State.WAITING_FOR_CUSTOMER:
        return _("Wait for %(name)s to answer.") % {"name": name}
    if case.state == State.HANDED_OVER:
        asked = [entry.text for entry in story.entries if isinstance(entry, Handed)]
        return asked[-1][:160] if asked else _("The group answers %(name)s.") % {"name": name}
    if case.agent is None:
        return _("Take the case, then answer %(name)s.") % {"name": name}
    return _("Answer %(name)s.") % {"name": name}


@require_GET
@requires("cases.read")
def history(request: AgentRequest, number: str) -> HttpResponse:
    """Show the record of the case in words."""
    case = case_or_404(request, number)
    recorded = sentences(history_of(case.pk), moments=Moments(now()))
    template = "desk/_history.html" if request.htmx else "desk/history.html"  # type: ignore[attr-defined]
    return render(request, template, {"case": case, "recorded": recorded})


@require_GET
@requires("cases.read")
def delivery(request: AgentRequest, number: str, outgoing: int) -> HttpResponse:
    """Say how an outgoing message stands now; the page asks while it is on its way."""
    case = case_or_404(request, number)
    sent = (entry for entry in story_of(case).spoken if entry.outgoing == outgoing)
    entry = next(sent, None)
    if entry is None:
        raise Http404
    context = {"delivery": delivery_of(entry, at=now()), "case": case, "may": request.identity.may}
    return render(request, "desk/_delivery.html", context)


def subjects_for(case: Case) -> list[tuple[str, list[tuple[int, str]]]]:
    """Return the subjects to choose among in this case."""
    return choices.subjects_by_area([case.client_id])
