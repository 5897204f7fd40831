from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "gensvar.operations.cases"
    label = "cases"
