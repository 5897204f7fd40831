"""The same request twice, the work once: Idempotency-Key on POST.

The answer is kept in the transaction of the work itself, so there is never one without the other,
and sealed, for it may hold what a customer wrote or a secret that is shown once.
A refused request did nothing, and is worked out anew.
"""

import hashlib
import re
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, cast

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.files import vault
from gensvar.foundation.integrations.models import IdempotentAnswer
from gensvar.foundation.integrations.problems import Problem

HEADER = "Idempotency-Key"
KEPT = timedelta(hours=24)
PURPOSE = "idempotent-answer"
KEY = re.compile(r"[!-~]{1,255}")


def once_per_key(run: Any) -> Any:
    """Answer a repeated request as the first time; a decorator in Ninja's mode "view"."""

    @wraps(run)
    def answered(request: HttpRequest, **parameters: Any) -> HttpResponseBase:
        key = request.headers.get(HEADER)
        token = getattr(request, "token", None)
        if key is None or token is None or request.method != "POST":
            return cast(HttpResponseBase, run(request, **parameters))
        try:
            earlier = _earlier_answer(request, token.agent_id, key)
        except Problem as problem:
            return problem.response()
        if earlier is not None:
            return earlier
        response = run(request, **parameters)
        if 200 <= response.status_code < 300 and not response.streaming:
            _keep(request, response, token.agent_id, key)
        return cast(HttpResponseBase, response)

    return answered


def forget_old_answers(*, at: datetime) -> None:
    IdempotentAnswer.objects.filter(at__lt=at - KEPT).delete()


def _earlier_answer(request: HttpRequest, agent_id: int, key: str) -> HttpResponse | None:
    if not KEY.fullmatch(key):
        raise Problem(
            422,
            errors=[
                {
                    "pointer": f"header:{HEADER}",
                    "detail": str(_("A key has 1 to 255 visible ASCII characters.")),
                }
            ],
        )
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))", [f"{agent_id}:{key}"]
        )
        is_first = cursor.fetchone()[0]
    if not is_first:
        raise Problem(409, _("The same request is being worked on just now."), code="InProgress")
    kept = IdempotentAnswer.objects.filter(agent_id=agent_id, key=key).first()
    if kept is None:
        return None
    if kept.fingerprint != _fingerprint(request):
        raise Problem(
            422, _("This Idempotency-Key was used for another request."), code="KeyReused"
        )
    body = vault.unseal_text(kept.body, purpose=PURPOSE)
    answer = HttpResponse(body, status=kept.status, content_type="application/json")
    answer["Idempotency-Replayed"] = "true"
    return answer


def _keep(request: HttpRequest, response: HttpResponse, agent_id: int, key: str) -> None:
    IdempotentAnswer.objects.create(
        agent_id=agent_id,
        key=key,
        fingerprint=_fingerprint(request),
        status=response.status_code,
        body=vault.seal_text(response.content.decode(), purpose=PURPOSE),
        at=now(),
    )


def _fingerprint(request: HttpRequest) -> str:
    digest = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode())
    digest.update(_body(request))
    return digest.hexdigest()


def _body(request: HttpRequest) -> bytes:
    if request.content_type != "multipart/form-data":
        return request.body
    # The boundary differs each time that the same form is sent: what it holds is compared.
    parts = [f"{name}={request.POST.getlist(name)}".encode() for name in sorted(request.POST)]
    for name in sorted(request.FILES):
        for file in request.FILES.getlist(name):
            file.seek(0)  # it may have been read
            parts += [name.encode(), (file.name or "").encode(), file.read()]
            file.seek(0)
    return b"\n".join(parts)
