from django.apps import AppConfig


class DutyConfig(AppConfig):
    name = "gensvar.foundation.duty"
    label = "duty"
