"""Chats follow their cases, and whoever waits hears when somebody has taken them."""

from django.utils.timezone import now

from gensvar.channels.chat.actions.calling import call_out, call_queue
from gensvar.channels.chat.actions.disposing import forget_chats
from gensvar.channels.chat.actions.ending import end
from gensvar.channels.chat.actions.talking import follow
from gensvar.channels.chat.models import Chat
from gensvar.foundation.events.reacting import reacts_to
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.events import CaseAssigned, CaseClosed
from gensvar.operations.disposal.events import CaseDisposed
from gensvar.operations.routing.events import OfferAccepted


@reacts_to(CaseAssigned)
def be_with_whoever_has_the_case(event: CaseAssigned) -> None:
    for chat in Chat.objects.going_on().filter(case=event.case_id):
        follow(chat, at=now())


@reacts_to(CaseClosed)
def end_with_the_case(event: CaseClosed) -> None:
    by = Agent.objects.filter(pk=event.agent_id).first() if event.agent_id else None
    for chat in Chat.objects.going_on().filter(case=event.case_id):
        end(chat, how=Chat.EndedBy.AGENT, by=by, at=now())


@reacts_to(OfferAccepted)
def tell_who_answers(event: OfferAccepted) -> None:
    for chat in Chat.objects.filter(contact=event.contact_id).select_related("case"):
        call_out(chat)
        call_queue(chat)


@reacts_to(CaseDisposed)
def forget_chats_of_case(event: CaseDisposed) -> None:
    forget_chats(event.case_id, event.contact_ids)
