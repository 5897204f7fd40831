"""Accounts of phones, written into Asterisk's own database over ARI: no file, and no reload."""

from collections.abc import Mapping

import httpx

TIMEOUT_SECONDS = 5.0
KINDS = ("endpoint", "auth", "aor")
# In this order, so that an endpoint never stands without what it needs.
WRITTEN = ("auth", "aor", "endpoint")


class Unwritten(Exception):
    """The telephone system did not take it, or was not there."""


def fields_of(login: str, digest: str, *, in_browser: bool) -> dict[str, dict[str, str]]:
    """Return what Asterisk shall know of an account, by kind."""
    endpoint = {
        "context": "from-agent",
        "disallow": "all",
        "allow": "opus,alaw,ulaw" if in_browser else "alaw,ulaw",
        "auth": login,
        "aors": login,
        "direct_media": "no",
        "dtmf_mode": "auto_info",
        "rtp_timeout": "60",
        "rtp_timeout_hold": "600",
    }
    if in_browser:
        # A browser sends sound also while it is muted: silence means that its page is gone.
        endpoint |= {"webrtc": "yes", "rtp_timeout": "10"}
    else:
        endpoint |= {"rtp_symmetric": "yes", "force_rport": "yes", "rewrite_contact": "yes"}
    return {
        "auth": {"auth_type": "md5", "username": login, "md5_cred": digest},
        # One phone, and the newest: a page that is opened again takes over.
        "aor": {"max_contacts": "1", "remove_existing": "yes", "qualify_frequency": "30"},
        "endpoint": endpoint,
    }


def write_account(client: httpx.Client, login: str, digest: str, *, in_browser: bool) -> None:
    fields = fields_of(login, digest, in_browser=in_browser)
    for kind in WRITTEN:
        body = {"fields": [{"attribute": k, "value": v} for k, v in fields[kind].items()]}
        _ask(client, "PUT", kind, login, body)


def remove_account(client: httpx.Client, login: str) -> None:
    for kind in KINDS:
        _ask(client, "DELETE", kind, login, None)


def _ask(
    client: httpx.Client, method: str, kind: str, login: str, body: Mapping[str, object] | None
) -> None:
    path = f"asterisk/config/dynamic/res_pjsip/{kind}/{login}"
    try:
        answer = client.request(method, path, json=body)
    except httpx.HTTPError as error:
        raise Unwritten(type(error).__name__) from error
    is_gone = method == "DELETE" and answer.status_code == httpx.codes.NOT_FOUND
    if answer.is_error and not is_gone:
        raise Unwritten(str(answer.status_code))
