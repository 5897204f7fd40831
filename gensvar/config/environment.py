"""Configuration comes from the environment; a bad value stops the start with a sentence."""

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from gensvar.channels.voice.rules.ice import is_relay, is_stun


class BadSetting(SystemExit):
    """A setting that cannot be used; its text says which, and what to write instead."""


def env_str(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def env_int(name: str, default: int, *, least: int = 0, most: int = 2**31) -> int:
    text = os.environ.get(name, "")
    if not text:
        return default
    try:
        number = int(text)
    except ValueError:
        raise BadSetting(f"{name} must be a whole number, not “{text}”.") from None
    if not least <= number <= most:
        raise BadSetting(f"{name} must lie between {least} and {most}, not {number}.")
    return number


def env_bool(name: str, *, default: bool) -> bool:
    text = os.environ.get(name, "").lower()
    if not text:
        return default
    if text in {"1", "true", "yes", "on"}:
        return True
    if text in {"0", "false", "no", "off"}:
        return False
    raise BadSetting(f"{name} must be yes or no, not “{text}”.")


def env_socket(name: str) -> str:
    """Read the address of a websocket; without TLS only on the machine itself."""
    text = os.environ.get(name, "")
    if not text:
        return ""
    try:
        found = urlsplit(text)
        host, _port = found.hostname or "", found.port
    except ValueError:
        host, found = "", urlsplit("")
    is_here = host in {"localhost", "127.0.0.1", "::1"}
    is_plain = re.fullmatch(r"[A-Za-z0-9:/._\[\]-]+", text) is not None
    if not host or not is_plain or found.scheme not in {"wss", *(["ws"] if is_here else [])}:
        raise BadSetting(
            f"{name} must be an address such as wss://telefon.example.org/ws, not “{text}”. "
            "Without TLS (ws:) it can only be on this machine."
        )
    return text


def env_ice(name: str, *, secret: str) -> list[str]:
    """Read the addresses of STUN and TURN servers; a relay needs the secret that it shares."""
    found = env_list(name)
    for url in found:
        if not is_stun(url) and not is_relay(url):
            raise BadSetting(
                f"{name} must hold addresses such as stun:stun.example.org:3478 or "
                f"turns:turn.example.org:443?transport=tcp, with commas between, not “{url}”."
            )
    if any(map(is_relay, found)) and not secret:
        raise BadSetting(f"{name} names a relay (TURN): GENSVAR_TURN_SECRET must be its secret.")
    return found


def env_list(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in env_str(name, default).split(",") if part.strip()]


def env_secret(name: str, *, kept_in: Path) -> str:
    """Read a secret from NAME, from the file that NAME_FILE names, or make and keep one."""
    if text := os.environ.get(name):
        return text
    path = Path(os.environ.get(f"{name}_FILE", kept_in))
    if path.exists():
        return path.read_text().strip()
    return _make_secret(path)


def _make_secret(path: Path) -> str:
    import secrets

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    secret = secrets.token_urlsafe(48)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(secret)
    return secret


def var_folder() -> Path:
    """Return the folder that holds everything that must survive: database, files, keys."""
    return Path(env_str("GENSVAR_VAR", "var")).absolute()
