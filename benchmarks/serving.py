"""The product's own web server, with one view more: a bare Django view to compare with."""

from django.http import HttpRequest, HttpResponse

BARE = """<!doctype html><title>Bare</title><table>{% for row in rows %}
<tr><td>{{ row.pk }}</td><td>{{ row.name }}</td><td>{{ row.area.name }}</td>
<td>{{ row.group.code }}</td></tr>{% endfor %}</table>"""
ROWS = 50


def bare(_request: HttpRequest) -> HttpResponse:
    """Fifty rows with two joins, by the ORM and Django's own templates, with nothing around."""
    from django.template import engines

    from gensvar.operations.knowledge.models import Subject

    rows = Subject.objects.select_related("area", "group").order_by("pk")[:ROWS]
    return HttpResponse(engines["django"].from_string(BARE).render({"rows": rows}))


bare.permission = "public"  # type: ignore[attr-defined]


def main() -> None:
    from gensvar.config.boot import boot

    boot("web")  # first of all: the settings are read as that role
    from django.conf import settings

    settings.ROOT_URLCONF = "benchmarks.addresses"
    from gensvar.config.serving import serve

    serve()


if __name__ == "__main__":
    main()
