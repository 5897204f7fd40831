from django.apps import apps
from django.db import models

from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Contact
from gensvar.operations.disposal.content import OF_CASES, OF_CONTACTS, STAYS


def test_every_field_of_words_is_either_emptied_or_stays_for_a_reason():
    thought_of = set(STAYS)
    for part in (*OF_CASES, *OF_CONTACTS):
        names = part.emptied or {f.name for f in part.model._meta.concrete_fields}
        thought_of |= {f"{part.model._meta.label}.{name}" for name in names}
    hanging = _hanging_on_cases()

    forgotten = [
        f"{model._meta.label}.{one.name}"
        for model in hanging
        for one in model._meta.concrete_fields
        if _holds_words(one) and f"{model._meta.label}.{one.name}" not in thought_of
    ]

    assert not forgotten, forgotten


# Emptied by the channel or screen that keeps them, or not about one case.
ELSEWHERE = {"chat", "mail", "paper", "sms", "social", "voice", "portal", "reports"}


def _hanging_on_cases():
    found = {Case, Contact}
    grows = True
    while grows:
        more = {
            model
            for model in apps.get_models()
            if model.__module__.startswith("gensvar.") and model not in found
            if any(f.related_model in found for f in model._meta.concrete_fields if f.is_relation)
        }
        found |= more
        grows = bool(more)
    return [m for m in found if m._meta.app_label not in ELSEWHERE]


def _holds_words(one):
    kinds = (models.CharField, models.TextField, models.JSONField, models.BinaryField)
    return isinstance(one, kinds) and not one.choices
