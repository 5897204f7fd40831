from django.apps import AppConfig


class CaseTypesConfig(AppConfig):
    name = "gensvar.operations.casetypes"
    label = "casetypes"

    def ready(self) -> None:
        from gensvar.foundation.calendars.answer_times import promises_days
        from gensvar.operations.casetypes.queries import answer_times

        promises_days(answer_times)
