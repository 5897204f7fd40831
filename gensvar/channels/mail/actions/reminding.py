"""Whoever owns an article is told by mail that it is time to review it: which, and where."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from gensvar.foundation.acting import action
from gensvar.operations.contacts.actions import Draft, request_message
from gensvar.operations.contacts.models import Channel
from gensvar.operations.knowledge.actions import untold_reminder
from gensvar.ui.jinja import day_in_full


@action
def tell_owner(reminder_id: int, *, at: datetime) -> None:
    """Ask for a mail to the owner; done once, however often it is asked."""
    reminder = untold_reminder(reminder_id, at=at)
    if reminder is None or not reminder.owner.is_active:
        return
    article = reminder.article
    with translation.override(reminder.owner.language):
        subject = _("Review %(article)s") % {"article": article.code}
        text = _(
            "Hello %(name)s,\n\n"
            "You own the article %(article)s, “%(title)s”. It should have been reviewed by "
            "%(day)s. Until it is, colleagues are warned before they answer with it.\n\n"
            "Say that it still holds, or write a new version: %(link)s\n"
        ) % {
            "name": reminder.owner.name,
            "article": article.code,
            "title": article.title,
            "day": day_in_full(reminder.due_on),
            "link": settings.BASE_URL + reverse("knowledge_article", args=[article.pk]),
        }
    draft = Draft(
        text=text,
        subject=subject,
        recipients=[reminder.owner.email],
        purpose="reminder",
        is_automatic=True,
    )
    request_message(article.client, draft, channel=Channel.MAIL, customer=None, by=None, at=at)
