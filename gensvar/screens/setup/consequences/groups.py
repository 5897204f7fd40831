from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from gensvar.channels.mail.models import Mailbox
from gensvar.foundation.people.models import Agent, Group, Membership
from gensvar.operations.cases.models import Case
from gensvar.operations.knowledge.models import Subject
from gensvar.screens.setup.changing import told


def of_new_group(given: Mapping[str, Any]) -> list[Markup]:
    words = [told(_("<b>No case</b> goes there until a subject or a mailbox names the group."))]
    words.append(told(_("<b>Nobody</b> is in it yet: add members on its page.")))
    return [*words, *_mail(given.get("email", ""))]


def of_changed_group(group: Group, given: Mapping[str, Any]) -> list[Markup]:
    found = []
    if (given["code"], given["name"]) != (group.code, group.name):
        cases = Case.objects.filter(group=group).count()
        sentence = ngettext(
            "<b>%(count)s case</b> shows the new name from now on.",
            "<b>%(count)s cases</b> show the new name from now on.",
            cases,
        )
        found.append(told(sentence, count=cases))
    if given["email"] != group.email:
        found += _mail(given["email"])
    if given["manager"] != group.manager:
        found += _managers(group, given["manager"])
    if given["is_front"] != group.is_front:
        found.append(_front(is_front=given["is_front"]))
    return found


def of_closing(group: Group, given: Mapping[str, Any]) -> list[Markup]:
    """Return what a group has, and where it goes."""
    to = given.get("to")
    where = to.code if isinstance(to, Group) else _("the group you choose")
    cases = Case.objects.open().filter(group=group).count()
    subjects = Subject.objects.filter(group=group, retired_at=None).count()
    mailboxes = Mailbox.objects.filter(group=group).count()
    members = Membership.objects.filter(group=group, until=None).count()
    return [
        told(
            ngettext(
                "<b>%(count)s open case</b> in %(group)s goes to %(where)s.",
                "<b>%(count)s open cases</b> in %(group)s go to %(where)s.",
                cases,
            ),
            count=cases,
            group=group.code,
            where=where,
        ),
        told(
            ngettext(
                "<b>%(count)s subject</b> is answered by %(where)s from now on.",
                "<b>%(count)s subjects</b> are answered by %(where)s from now on.",
                subjects,
            ),
            count=subjects,
            where=where,
        ),
        told(
            ngettext(
                "<b>%(count)s mailbox</b> gives its mail to %(where)s.",
                "<b>%(count)s mailboxes</b> give their mail to %(where)s.",
                mailboxes,
            ),
            count=mailboxes,
            where=where,
        ),
        told(
            ngettext(
                "<b>%(count)s person</b> loses access to the group's cases today.",
                "<b>%(count)s people</b> lose access to the group's cases today.",
                members,
            ),
            count=members,
        ),
        told(_("<b>Customers are told nothing.</b> What the group has answered stays its own.")),
    ]


def of_joining(group: Group, given: Mapping[str, Any]) -> list[Markup]:
    cases = Case.objects.open().filter(group=group).count()
    sentence = ngettext(
        "<b>%(name)s</b> sees the group's %(count)s open case at once, if a role lets her or him.",
        "<b>%(name)s</b> sees the group's %(count)s open cases at once, if a role lets her or him.",
        cases,
    )
    return [told(sentence, name=given["agent"].name, count=cases)]


def of_leaving(group: Group, agent: Agent) -> list[Markup]:
    own = Case.objects.open().filter(group=group, agent=agent).count()
    left = Membership.objects.filter(group=group, until=None).exclude(agent=agent).count()
    found = [
        told(
            _("<b>%(name)s</b> no longer sees cases only because they are with %(group)s."),
            name=agent.name,
            group=group.code,
        ),
        told(
            ngettext(
                "<b>%(count)s open case</b> stays with %(name)s until somebody else takes it.",
                "<b>%(count)s open cases</b> stay with %(name)s until somebody else takes them.",
                own,
            ),
            count=own,
            name=agent.name,
        ),
    ]
    if not left:
        found.append(told(_("<b>Nobody is left</b> in the group.")))
    return found


def _mail(email: str) -> list[Markup]:
    if not email:
        return [told(_("<b>Nobody is told by mail</b> when a case is handed over to the group."))]
    return [told(_("Mail about hand-overs goes to <b>%(email)s</b> from now on."), email=email)]


def _managers(group: Group, new: Agent | None) -> list[Markup]:
    found = []
    if group.manager is not None:
        found.append(
            told(_("<b>%(name)s</b> no longer sees the group's cases."), name=group.manager.name)
        )
    if new is not None:
        found.append(told(_("<b>%(name)s</b> sees the group's cases."), name=new.name))
    return found


def _front(*, is_front: bool) -> Markup:
    if is_front:
        return told(_("<b>New cases</b> without a subject may come to this group."))
    return told(_("<b>New cases</b> without a subject no longer come to this group."))
