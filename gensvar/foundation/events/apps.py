from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig, apps


class EventsConfig(AppConfig):
    name = "gensvar.foundation.events"
    label = "events"

    def ready(self) -> None:
        """Load every slice's reactions: an event without its reactions would be half an event."""
        for slice_ in apps.get_app_configs():
            reactions = f"{slice_.name}.reactions"
            if slice_.name.startswith("gensvar.") and find_spec(reactions):
                import_module(reactions)
