"""What has been written to the town on social media: a few posts, one private, one answered."""

from datetime import datetime, timedelta

from gensvar.channels.social.actions.accounts import add_account
from gensvar.channels.social.actions.replying import mark_published, reply_to
from gensvar.channels.social.actions.taking_in import take_in
from gensvar.channels.social.models import Intake, Post
from gensvar.channels.social.rules import Written
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent, Group

HANDLE = "@exempelby"
# Id, author, hours ago, whether it was written to us alone, and the words.
POSTS = (
    ("1001", "Lina Berg", 50, False, "Varför är belysningen släckt på hela cykelvägen mot Viken?"),
    ("1002", "Exempelby IF", 30, False, "När spolas isen på Norrvallen i år?"),
    ("1003", "Mona Lund", 5, True, "Hej, kan jag få veta vad min ansökan om färdtjänst väntar på?"),
    ("1004", "Jonas", 2, False, "Tack för den nya lekplatsen! Men gungan gnisslar redan."),
)


def post_in_public(client: Client, *, at: datetime) -> None:
    """Let some posts come to the town's page, and one be answered."""
    ada = Agent.objects.get(email="ada@exempelby.example")
    front = Group.objects.get(client=client, is_front=True)
    account = add_account(
        client, network="facebook", handle=HANDLE, group=front, keep_days=730, by=None, at=at
    )
    posts = [
        Written(
            id=key,
            url=f"https://social.example/exempelby/{key}",
            author=author,
            handle=f"@{author.lower().replace(' ', '.')}",
            text=words,
            posted_at=at - timedelta(hours=hours),
            is_private=is_private,
        )
        for key, author, hours, is_private, words in POSTS
    ]
    take_in(account, posts, way=Intake.Way.TABLE, by=ada, at=at - timedelta(hours=1))
    first, second = Post.objects.filter(account=account).order_by("posted_at")[:2]
    sent = reply_to(first, "Tack, felet är anmält och lagas i veckan.", by=ada, at=at)
    mark_published(sent, url=f"{first.url}#svar", by=ada, at=at)
    reply_to(second, "Hej! Så snart det är minusgrader ett dygn i sträck.", by=ada, at=at)
