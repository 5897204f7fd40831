from typing import Any, cast

from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import trans_real


class UiConfig(AppConfig):
    name = "gensvar.ui"
    label = "ui"

    def ready(self) -> None:
        for language, _name in settings.LANGUAGES:
            merge(cast(Any, trans_real.translation(language))._catalog)


def merge(catalog: Any) -> None:
    """Make one table of a language's tables that share a rule for plurals, as Django means to.

    Django 5.2 compares a rule's code with a function, so it merges nothing, and each word of a
    page is looked for in as many tables as there are apps.
    """
    # The first table that has a word is the one that is heard.
    merged: dict[Any, tuple[Any, dict[Any, str]]] = {}
    for rule, table in zip(catalog._plurals, catalog._catalogs, strict=True):
        _rule, words = merged.setdefault(rule.__code__, (rule, {}))
        for word, said in table.items():
            words.setdefault(word, said)
    catalog._plurals, catalog._catalogs = map(list, zip(*merged.values(), strict=True))
