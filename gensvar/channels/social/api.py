"""Posts for programs: the intake log, and a table brought in with a dry run."""

from datetime import date, datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Query, Router, Schema, Status
from pydantic import Field

from gensvar.channels.social.actions.taking_in import import_posts
from gensvar.channels.social.models import Post
from gensvar.channels.social.queries import accounts_of, planned_import, posts_of
from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, ListAsked, listed
from gensvar.foundation.integrations.paging import Page
from gensvar.foundation.integrations.parameters import Body, Id, Text
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
