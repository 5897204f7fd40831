"""Every address of the product, by who it is for."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import include, path
from django.urls.resolvers import URLPattern, URLResolver

# Swedish first: the addresses that citizens and agents read are Swedish words.
PLACES = [
    ("", "gensvar.screens.portal"),
    ("", "gensvar.screens.desk"),
    ("laget/", "gensvar.screens.floor"),
    ("handlaggare/", "gensvar.screens.backoffice"),
    ("installningar/", "gensvar.screens.setup"),
    ("konto/", "gensvar.foundation.people"),
    ("svarsstod/", "gensvar.operations.knowledge"),
    ("arbetsorder/", "gensvar.operations.workorders"),
    ("demo/", "gensvar.channels.mail"),
    ("", "gensvar.channels.sms"),
    ("", "gensvar.channels.chat"),
    ("", "gensvar.channels.counter"),
    ("telefon/", "gensvar.channels.voice"),
    ("brev/", "gensvar.channels.paper"),
    ("sociala-medier/", "gensvar.channels.social"),
    ("", "gensvar.oversight.kpi"),
    ("utskick/", "gensvar.oversight.reports"),
    ("publicerade-rapporter/", "gensvar.oversight.publications"),
    ("kontaktvagar/", "gensvar.oversight.entrypoints"),
    ("informationsnivaer/", "gensvar.oversight.levels"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("gensvar.config.health")),
    path("api/", include("gensvar.config.api")),
    *(
        path(prefix, include(f"{slice_}.urls"))
        for prefix, slice_ in PLACES
        if find_spec(f"{slice_}.urls")
    ),
]

if settings.DEBUG:
    # Every component in every state, for whoever draws pages.
    urlpatterns.append(path("ui/", include("gensvar.ui.urls")))
