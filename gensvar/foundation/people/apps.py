from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "gensvar.foundation.people"
    label = "people"
