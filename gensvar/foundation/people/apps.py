from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "gensvar.foundation.people"
    label = "people"

    def ready(self) -> None:
        from gensvar.foundation.people.signin.record import listen

        listen()
