"""The API, put together: every slice's endpoints under one version."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation
from ninja.renderers import JSONRenderer

from gensvar.foundation.integrations.authentication import BearerToken, SignedIn
from gensvar.foundation.integrations.idempotency import once_per_key
from gensvar.foundation.integrations.parameters import StrictParser, well_formed
from gensvar.foundation.integrations.problems import MEDIA_TYPE, give_problems
from gensvar.foundation.integrations.reference import chapters, shapes
from gensvar.foundation.people.access import public

DESCRIPTION = """
Everything that people do in Gensvar, for programs: the same rules, the same rights, the same words.

**Sign in** with `Authorization: Bearer gsv_…`; `gensvar token create NAME --scope cases:read`
prints a token. Scopes are named after the slices: `cases:read`, `cases:write` …, and `all`.

**Lists** come in pages: `count` says how many there are in all, `next` is sent as `cursor` to get
the page after. `format=csv`, `xlsx` or `json` gives the whole list as a file.

**Errors** are RFC 9457 problem details; `code` never changes, `detail` follows Accept-Language.

**Gensvar-Reason** says why a confidential case is read, where the program is on its access list;
the reading is logged. To everybody else such a case does not exist.

**Idempotency-Key** on POST makes a retry safe: the answer is kept for 24 hours.
"""
# In the order in which they are read.
SLICES = (
    # Before the cases, whose numbers could be called anything.
    "gensvar.operations.batches",
    "gensvar.operations.cases",
    "gensvar.operations.casetypes",
    "gensvar.operations.contacts",
    "gensvar.operations.customers",
    "gensvar.operations.disruptions",
    "gensvar.operations.knowledge",
    "gensvar.operations.register",
    "gensvar.operations.routing",
    "gensvar.operations.workorders",
    "gensvar.channels.chat",
    "gensvar.channels.counter",
    "gensvar.channels.paper",
    "gensvar.channels.social",
    "gensvar.channels.voice",
    "gensvar.oversight.kpi",
    "gensvar.oversight.levels",
    "gensvar.operations.search",
    "gensvar.oversight.publications",
    "gensvar.oversight.reports",
    "gensvar.foundation.files",
    "gensvar.foundation.people",
    "gensvar.foundation.integrations",
)

PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "code", "detail"],
    "properties": {
        "type": {"type": "string", "examples": ["urn:gensvar:problem:Invalid"]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string", "description": "For programs; never changes."},
        "detail": {"type": "string", "description": "For people."},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "detail"],
                "properties": {"pointer": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
    },
}
IDEMPOTENCY = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": False,
    "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"},
    "description": "The same key with the same request gets the same answer, for 24 hours.",
}


class Readable(JSONRenderer):
    """JSON in which Swedish can be read."""

    json_dumps_params = {"ensure_ascii": False}


class Api(NinjaAPI):
    """Ninja's description of itself, with what every operation has in common."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        return _once(self, path_prefix or self.get_root_path(path_params or {}))

    def describe(self, prefix: str) -> OpenAPISchema:
        schema = super().get_openapi_schema(path_prefix=prefix)
        schema["components"]["schemas"]["Problem"] = PROBLEM
        problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
        said_no = {"description": "No, because …", "content": {MEDIA_TYPE: problem}}
        scopes = _scopes(self)
        for methods in schema["paths"].values():
            for method, operation in methods.items():
                operation["x-scope"] = scopes.get(operation["operationId"], "")
                operation["responses"]["4XX"] = said_no
                for parameter in operation.get("parameters", ()):
                    parameter["schema"] = _without_null(parameter["schema"])
                if method == "post":
                    operation.setdefault("parameters", []).append(IDEMPOTENCY)
        return schema

    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__


@cache
def _once(api: Api, prefix: str) -> OpenAPISchema:
    """Return the description, which takes a second to write and never changes."""
    return api.describe(prefix)


def _scopes(api: NinjaAPI) -> dict[str, str]:
    """Return the smallest scope that opens each operation, by its name."""
    found = {}
    for _prefix, router in api._routers:
        for view in router.path_operations.values():
            for operation in view.operations:
                permission = getattr(operation.view_func, "permission", "public")
                slice_, _dot, verb = permission.partition(".")
                degree = "read" if verb == "read" else "write"
                found[operation.view_func.__name__] = f"{slice_}:{degree}" if verb else ""
    return found


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Return what a parameter may be where it is given; there is no null in an address."""
    kinds = [kind for kind in schema.get("anyOf", ()) if kind.get("type") != "null"]
    if not kinds:
        return schema
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    return rest | (kinds[0] if len(kinds) == 1 else {"anyOf": kinds})


api = Api(
    title="Gensvar",
    version="1",
    description=DESCRIPTION,
    urls_namespace="api-1",
    auth=[BearerToken(), SignedIn()],
    parser=StrictParser(),
    renderer=Readable(),
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


@public
@require_safe
@transaction.non_atomic_requests
def reference(request: HttpRequest) -> HttpResponse:
    """Show people what the description tells machines."""
    return render(request, "integrations/reference.html", _described())


@cache
def _described() -> dict[str, Any]:
    document = api.get_openapi_schema(path_prefix="/api/v1/")
    version = document["info"]["version"]
    return {"chapters": chapters(document), "shapes": shapes(document), "version": version}


urlpatterns = [path("v1/docs", reference, name="api_reference"), path("v1/", api.urls)]
