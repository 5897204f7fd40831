"""The API, put together: every slice's endpoints under one version."""

from importlib import import_module
from importlib.util import find_spec

from django.urls import path
from ninja import NinjaAPI

from gensvar.foundation.integrations.authentication import BearerToken, SignedIn
from gensvar.foundation.integrations.idempotency import once_per_key
from gensvar.foundation.integrations.parameters import StrictParser, well_formed
from gensvar.foundation.integrations.problems import give_problems
from gensvar.foundation.people.access import public

DESCRIPTION = """
Everything that people do in Gensvar, for programs: the same rules, the same rights, the same words.

**Sign in** with `Authorization: Bearer gsv_…`; `gensvar token create NAME --scope cases:read`
prints a token. Scopes are named after the slices: `cases:read`, `cases:write` …, and `all`.

**Lists** come in pages: `count` says how many there are in all, `next` is sent as `cursor` to get
the page after. `format=csv`, `xlsx` or `json` gives the whole list as a file.

**Errors** are RFC 9457 problem details; `code` never changes, `detail` follows Accept-Language.

**Idempotency-Key** on POST makes a retry safe: the answer is kept for 24 hours.
"""
# In the order in which they are read.
SLICES = (
    "gensvar.operations.cases",
    "gensvar.operations.contacts",
    "gensvar.operations.customers",
    "gensvar.operations.knowledge",
    "gensvar.operations.search",
    "gensvar.foundation.files",
    "gensvar.foundation.people",
    "gensvar.foundation.integrations",
)

api = NinjaAPI(
    title="Gensvar",
    version="1",
    description=DESCRIPTION,
    urls_namespace="api-1",
    auth=[BearerToken(), SignedIn()],
    parser=StrictParser(),
    docs_url=None,
    docs_decorator=public,
)
give_problems(api)
api.add_decorator(well_formed, mode="view")
api.add_decorator(once_per_key, mode="view")
for slice_ in SLICES:
    if find_spec(f"{slice_}.api"):
        for prefix, router in import_module(f"{slice_}.api").ROUTERS.items():
            api.add_router(prefix, router)

urlpatterns = [path("v1/", api.urls)]
