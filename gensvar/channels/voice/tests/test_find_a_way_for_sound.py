"""A browser is told how its sound gets out, and signs in at the relay as coturn asks it to."""

from datetime import UTC, datetime

from gensvar.channels.voice.rules.ice import IceServer, ice_servers

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_the_password_is_what_coturn_makes_of_the_same_secret():
    stun, turn = ice_servers(
        ["turn:t.example:3478", "stun:s.example"], secret="north", login="7", expires_at=AT
    )

    assert stun == IceServer(("stun:s.example",))
    # Made with: printf '%s' 1772366400:7 | openssl dgst -sha1 -hmac north -binary | base64
    assert turn == IceServer(
        ("turn:t.example:3478",), "1772366400:7", "kHT8e53athKARgjAgBwyMTFeX84="
    )


def test_without_servers_the_browser_asks_nobody():
    assert ice_servers([], secret="", login="7", expires_at=AT) == []
