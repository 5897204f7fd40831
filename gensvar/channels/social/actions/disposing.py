"""Forget the posts of a case that has been erased."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat

from gensvar.channels.social.models import Post
from gensvar.operations.disposal.models import Disposed


@transaction.atomic
def forget_posts(case_id: int, contacts: Iterable[int]) -> None:
    """Empty who wrote the posts of an erased case, and where; that they came stays."""
    if not Disposed.objects.filter(case=case_id).exists():
        return
    # A network may know a post by its link, which names the author.
    nameless = Concat(Value("erased-"), Cast(F("pk"), CharField()), output_field=CharField())
    Post.objects.filter(contact__in=list(contacts)).update(
        url="", author="", handle="", external_id=nameless
    )
