from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    name = "gensvar.foundation.calendars"
    label = "calendars"
