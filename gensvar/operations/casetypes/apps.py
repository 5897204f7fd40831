from django.apps import AppConfig


class CaseTypesConfig(AppConfig):
    name = "gensvar.operations.casetypes"
    label = "casetypes"
