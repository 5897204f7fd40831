from django.utils.timezone import now

from gensvar.channels.mail.actions.disposing import forget_mails
from gensvar.channels.mail.actions.handing_over import tell_group
from gensvar.channels.mail.actions.promises import (
    ask_about_promise,
    mail_promise,
    tell_new_holder,
    tell_of_danger,
)
from gensvar.channels.mail.actions.reminding import tell_owner
from gensvar.foundation.events.reacting import reacts_to
from gensvar.operations.cases.events import (
    CaseHandedOver,
    HandOverMoved,
    HandOverWarned,
    PromiseAskedAbout,
    PromiseMade,
)
from gensvar.operations.disposal.events import CaseDisposed
from gensvar.operations.knowledge.events import ArticleFellDue


@reacts_to(CaseHandedOver)
def tell_group_by_mail(event: CaseHandedOver) -> None:
    tell_group(event.hand_over_id, at=now())


@reacts_to(ArticleFellDue)
def tell_owner_by_mail(event: ArticleFellDue) -> None:
    tell_owner(event.reminder_id, at=now())


@reacts_to(PromiseMade)
def mail_promise_to_customer(event: PromiseMade) -> None:
    mail_promise(event.promise_id, at=now())


@reacts_to(HandOverMoved, with_record=True)
def tell_new_holder_by_mail(event: HandOverMoved, record_id: int) -> None:
    tell_new_holder(event.case_id, event.to_agent_id, record_id, at=now())


@reacts_to(HandOverWarned, with_record=True)
def tell_of_danger_by_mail(event: HandOverWarned, record_id: int) -> None:
    tell_of_danger(event.hand_over_id, event.kind, record_id, at=now())


@reacts_to(PromiseAskedAbout, with_record=True)
def ask_about_promise_by_mail(event: PromiseAskedAbout, record_id: int) -> None:
    ask_about_promise(event.promise_id, record_id, at=now())


@reacts_to(CaseDisposed)
def forget_mails_of_case(event: CaseDisposed) -> None:
    forget_mails(event.case_id, event.contact_ids)
