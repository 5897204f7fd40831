from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "gensvar.operations.search"
    label = "search"
