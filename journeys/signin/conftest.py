"""A whole Gensvar on loopback, an OpenID Connect provider and a SAML provider beside it."""

import datetime
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from playwright.sync_api import Browser, BrowserContext, Page, expect

HERE = Path(__file__).parent
PASSWORD = "en lång mening om gator"
AGENTS = [
    ("ada@exempelby.example", "Ada Lind", "agent", PASSWORD),
    ("bo@exempelby.example", "Bo Alm", "agent", PASSWORD),
    ("cia@exempelby.example", "Cia Berg", "team-lead", PASSWORD),
    ("eva@exempelby.example", "Eva Dahl", "agent", PASSWORD),
    ("lars@exempelby.example", "Lars Ek", "agent", PASSWORD),
    ("alva@exempelby.example", "Alva Norén", "administrator", PASSWORD),
]
# What the OpenID Connect provider says of whoever signs in there under these names.
OIDC_PERSONS = {
    "ada-at-work": {"email": "Ada@exempelby.example", "email_verified": True, "name": "A. Lind"},
    "somebody": {"email": "nobody@exempelby.example", "email_verified": True, "name": "N. N."},
    "unchecked": {"email": "bo@exempelby.example", "email_verified": False, "name": "B. Alm"},
    "outside": {"email": "cia@elsewhere.example", "email_verified": True, "name": "C. Berg"},
    "newcomer": {"email": "nils@nyby.example", "email_verified": True, "name": "Nils Holm"},
}
SAML_PERSONS = {
    who: {"id": who, "displayName": who, "name": {}, "emails": [{"value": email}]}
    for who, email in (
        ("cia-at-work", "cia@exempelby.example"),
        ("stranger", "stranger@exempelby.example"),
    )
}


@dataclass(frozen=True)
class House:
    """Where everything answers."""

    base: str
    oidc: str
    saml: str
    var: Path


def free_port(first: int) -> int:
    for port in range(first + os.getpid() % 3_000, 32_000):
        with socket.socket() as listener:
            try:
                listener.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("no port is free")


@pytest.fixture(scope="session")
def peers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The peers' packages, installed by name; GENSVAR_PEERS names a folder that has them."""
    folder = Path(os.environ.get("GENSVAR_PEERS") or tmp_path_factory.mktemp("peers"))
    if not (folder / "node_modules" / "samlp").exists():
        shutil.copy(HERE / "package.json", folder)
        install = ["npm", "install", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(install, cwd=folder, check=True, timeout=300)
    return folder


@contextmanager
def running(*command: str, ready: str, env: dict[str, str] | None = None) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env)
    assert process.stdout is not None
    try:
        seen = iter(process.stdout.readline, "")
        assert any(ready in line for line in seen), f"{command[0]} did not start"
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)
        process.stdout.close()


def certificate(folder: Path, name: str) -> tuple[Path, Path, str]:
    """Make a key and a certificate; return both files, and the certificate without its frame."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    begin = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin - datetime.timedelta(hours=1))
        .not_valid_after(begin + datetime.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = made.public_bytes(serialization.Encoding.PEM)
    paths = folder / f"{name}.crt", folder / f"{name}.key"
    paths[0].write_bytes(pem)
    paths[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return *paths, "".join(pem.decode().splitlines()[1:-1])


@pytest.fixture(scope="session")
def house(peers: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("house")
    ports = [free_port(first) for first in (20_000, 23_000, 26_000, 28_500)]
    web, post, oidc, saml = map(str, ports)
    # To a browser the peers are another site than localhost, as they are in life.
    found = House(
        f"http://localhost:{web}", f"http://127.0.0.1:{oidc}", f"http://127.0.0.1:{saml}", folder
    )
    env = {name: value for name, value in os.environ.items() if not name.startswith("GENSVAR_")}
    env |= {
        "GENSVAR_VAR": str(folder / "var"),
        "GENSVAR_PORT": web,
        "GENSVAR_SMTP_PORT": post,
        "DJANGO_SETTINGS_MODULE": "gensvar.config.settings",
    }
    crt, key, told = certificate(folder, "right")
    *_files, other = certificate(folder, "other")
    callbacks = [f"{found.base}/konto/oidc/{slug}/login/callback/" for slug in ("entra", "nyby")]
    answers = [f"{found.base}/konto/saml/{slug}/acs/" for slug in ("adfs", "forged")]
    node = ("node", str(HERE / "oidc_provider.mjs"), str(peers), oidc, ",".join(callbacks))
    saml_node = ("node", str(HERE / "saml_provider.cjs"), str(peers), saml, ",".join(answers))
    with (
        running(*node, json.dumps(OIDC_PERSONS), ready="ready"),
        running(*saml_node, str(crt), str(key), json.dumps(SAML_PERSONS), ready="ready"),
        gensvar(found, env),
    ):
        seed(found, env, told, other)
        yield found


@contextmanager
def gensvar(house: House, env: dict[str, str]) -> Iterator[None]:
    command = [sys.executable, "-m", "gensvar.config.command", "up"]
    process = subprocess.Popen(command, env=env)
    try:
        wait_for(house, process)
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def wait_for(house: House, process: subprocess.Popen[bytes]) -> None:
    for _try in range(600):
        assert process.poll() is None, "Gensvar stopped by itself"
        try:
            if httpx.get(f"{house.base}/healthz").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise AssertionError("Gensvar did not start in two minutes")


def seed(house: House, env: dict[str, str], told: str, other: str) -> None:
    oidc: dict[str, Any] = {
        "kind": "openid_connect",
        "identifier": "gensvar",
        "secret": "a secret between the two",
        "settings": {"server_url": house.oidc},
    }
    idp = {"entity_id": f"{house.saml}/metadata", "sso_url": f"{house.saml}/sso"}
    saml: dict[str, Any] = {
        "kind": "saml",
        "email_domains": ["exempelby.example"],
        "vouches_for_email": True,
    }
    unreachable = {"settings": {"server_url": "http://localhost:9/nothing"}}
    town = {
        "agents": AGENTS,
        "providers": [
            oidc | {"slug": "entra", "name": "Entra", "email_domains": ["exempelby.example"]},
            oidc
            | {"slug": "nyby", "name": "Nyby", "email_domains": ["nyby.example"]}
            | {"first_role": "agent", "counts_as_second_factor": True},
            oidc | {"slug": "silent", "name": "Silent"} | unreachable,
            saml | {"slug": "adfs", "name": "ADFS", "settings": {"idp": idp | {"x509cert": told}}},
            saml
            | {"slug": "forged", "name": "Forged", "settings": {"idp": idp | {"x509cert": other}}},
        ],
    }
    subprocess.run(
        [sys.executable, str(HERE / "seed.py")],
        env=env | {"GENSVAR_DB_ROLE": "owner", "PYTHONPATH": str(HERE.parent.parent)},
        input=json.dumps(town),
        text=True,
        check=True,
        timeout=120,
    )


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(locale="sv-SE")
    context.set_default_timeout(30_000)
    expect.set_options(timeout=30_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that fails the test for anything said on the console by our own pages."""
    said: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: said.append(f"{message.location['url']} {message.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    # That a page is a refusal is no fault of the page.
    faults = [line for line in said if "/konto/" in line and "responded with a status" not in line]
    assert not faults, said
