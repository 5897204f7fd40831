from allauth.account.adapter import get_adapter
from django.http import HttpRequest


def sender_of(request: HttpRequest) -> str:
    """Return the network address that a request came from; kept as a digest only."""
    return str(get_adapter().get_client_ip(request))
