"""Posts for programs: the intake log, a table brought in with a dry run, and our replies."""

from datetime import date, datetime
from typing import Any, Literal

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Query, Router, Schema, Status
from pydantic import Field

from gensvar.channels.social.actions.replying import mark_published, reply_to
from gensvar.channels.social.actions.taking_in import import_posts
from gensvar.channels.social.models import Post
from gensvar.channels.social.queries import (
    Sent,
    accounts_of,
    by_itself,
    planned_import,
    posts_of,
    replies_of,
)
from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, ListAsked, listed
from gensvar.foundation.integrations.paging import Page
from gensvar.foundation.integrations.parameters import Body, Id, Line, Text
from gensvar.foundation.people.access import AgentRequest, reach, requires

posts, imports = Router(tags=["social media"]), Router(tags=["social media"])


class PostOut(Schema):
    id: int
    network: str
    account: str
    external_id: str
    url: str
    author: str
    posted_at: datetime
    is_private: bool
    visibility: str = Field(description="As its network says; empty where we did not fetch it.")
    keep_until: date = Field(description="The last day on which the post is kept.")
    case: str
    contact_id: int

    @staticmethod
    def resolve_network(post: Post) -> str:
        return post.account.network

    @staticmethod
    def resolve_account(post: Post) -> str:
        return post.account.handle

    @staticmethod
    def resolve_case(post: Post) -> str:
        return post.case.number


class PostPage(Page[PostOut]):
    pass


class ReplyIn(Body):
    text: Text
    next_state: Literal["waiting-for-customer", "waiting-for-us"] = "waiting-for-customer"


class PublishedIn(Body):
    url: Line = Field("", description="Where the reply stands; may be left out.")


class ReplyOut(Schema):
    id: int
    state: str
    text: str
    url: str = Field(description="Where it stands, if that is known.")
    is_published_by_hand: bool


class PostFault(Schema):
    line: int
    column: str
    code: str
    value: str


class PostImportIn(Body):
    account_id: Id
    table: Text
    dry_run: bool = True


class PostImportOut(Schema):
    id: int | None = Field(description="None in a dry run.")
    new: int
    known: int
    faults: list[PostFault]


COLUMNS: list[Column[Post]] = [
    Column("id", lambda row: row.pk),
    Column("network", lambda row: row.account.network),
    Column("account", lambda row: row.account.handle),
    Column("url", lambda row: row.url),
    Column("posted_at", lambda row: row.posted_at),
    Column("is_private", lambda row: row.is_private),
    Column("keep_until", lambda row: row.keep_until),
    Column("case", lambda row: row.case.number),
]


@posts.get("", response=PostPage, openapi_extra=AS_FILE, summary="The intake log of posts")
@requires("contacts.read")
def list_posts(request: AgentRequest, asked: Query[ListAsked]) -> Any:
    rows = posts_of(reach(request.identity, "contacts.read").clients)
    return listed(request, rows, asked, of=PostOut, columns=COLUMNS, permission="contacts.read")


@posts.get("/{post_id}/replies", response=list[ReplyOut], summary="What we have replied to a post")
@requires("contacts.read")
def list_replies(request: AgentRequest, post_id: Id) -> Any:
    found = _found(request, post_id, "contacts.read")
    return [_told(found, sent) for sent in replies_of(found)]


@posts.post("/{post_id}/replies", response={201: ReplyOut}, summary="Reply to a post")
@requires("cases.answer")
def create_reply(request: AgentRequest, post_id: Id, body: ReplyIn) -> Any:
    """It leaves by itself where the account is joined to its network, else by hand."""
    found = _found(request, post_id, "cases.answer")
    made = reply_to(found, body.text, next_state=body.next_state, by=request.user, at=now())
    sent = next(one for one in replies_of(found) if one.outgoing.pk == made.pk)
    return Status(201, _told(found, sent))


@posts.post(
    "/{post_id}/replies/{reply_id}/publication",
    response=ReplyOut,
    summary="Say that a reply was published by hand",
)
@requires("cases.answer")
def create_publication(request: AgentRequest, post_id: Id, reply_id: Id, body: PublishedIn) -> Any:
    found = _found(request, post_id, "cases.answer")
    sent = next((one for one in replies_of(found) if one.outgoing.pk == reply_id), None)
    if sent is None:
        raise Http404
    mark_published(sent.outgoing, url=body.url, by=request.user, at=now())
    return _told(found, next(one for one in replies_of(found) if one.outgoing.pk == reply_id))


def _found(request: AgentRequest, post_id: int, permission: str) -> Post:
    rows = posts_of(reach(request.identity, permission).clients)
    return get_object_or_404(rows.select_related("contact", "case__client"), pk=post_id)


def _told(post: Post, sent: Sent) -> dict[str, Any]:
    return {
        "id": sent.outgoing.pk,
        "state": sent.outgoing.state,
        "text": sent.outgoing.message.text,
        "url": sent.link,
        "is_published_by_hand": by_itself(post) is None,
    }


@imports.post(
    "", response={200: PostImportOut, 201: PostImportOut}, summary="Import posts from CSV"
)
@requires("contacts.write")
def create_post_import(request: AgentRequest, body: PostImportIn) -> Any:
    """A dry run names line, column and code of every fault, and changes nothing."""
    at = now()
    accounts = accounts_of(reach(request.identity, "contacts.write").clients)
    account = get_object_or_404(accounts, pk=body.account_id)
    plan = planned_import(account, body.table, at=at)
    out = PostImportOut(
        id=None,
        new=len(plan.new),
        known=len(plan.known),
        faults=[
            PostFault(line=one.number, column=one.column, code=one.kind, value=one.value)
            for one in plan.faults
        ],
    )
    if body.dry_run:
        return Status(200, out)
    by = None if request.user.is_service else request.user
    out.id = import_posts(account, body.table, by=by, at=at).pk
    return Status(201, out)


ROUTERS = {"/social-posts": posts, "/social-imports": imports}
