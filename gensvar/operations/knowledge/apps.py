from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from gensvar.ui.navigation import Entry, register


class KnowledgeConfig(AppConfig):
    name = "gensvar.operations.knowledge"
    label = "knowledge"

    def ready(self) -> None:
        from gensvar.foundation.calendars.answer_times import promises_days
        from gensvar.operations.knowledge.queries.catalogue import longest_to_answer

        promises_days(longest_to_answer)
        register(
            Entry(
                url_name="knowledge",
                label=_("Answer support"),
                icon="book",
                permission="knowledge.read",
                order=40,
                is_home=False,
            )
        )
