from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "gensvar.foundation.agreements"
    label = "agreements"
