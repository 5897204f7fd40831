"""Postfix, Dovecot and a sign-in service, each in a folder of its own on ports of its own."""

import http.server
import json
import os
import pwd
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
pickup    unix n - n 60 1 pickup
cleanup   unix n - n - 0 cleanup
qmgr      unix n - n 1 1 qmgr
rewrite   unix - - n - - trivial-rewrite
bounce    unix - - n - 0 bounce
defer     unix - - n - 0 bounce
trace     unix - - n - 0 bounce
verify    unix - - n - 1 verify
proxymap  unix - - n - - proxymap
smtp      unix - - n - - smtp
relay     unix - - n - - smtp
error     unix - - n - - error
retry     unix - - n - - error
virtual   unix - n n - - virtual
lmtp      unix - - n - - lmtp
postlog   unix-dgram n - n - 1 postlogd
anvil     unix - - n - 1 anvil
"""
MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/mail.log
maillog_file_prefixes = {folder}
myhostname = relay.example.com
mydestination =
mynetworks = 127.0.0.0/8
inet_protocols = ipv4
alias_maps =
local_recipient_maps =
smtputf8_enable = no
smtp_tls_security_level = none
relay_domains = exempelby.example, lmtp.example, gone.example
relay_recipient_maps =
transport_maps = inline:{{
    {{ exempelby.example = smtp:[127.0.0.1]:{ours} }},
    {{ lmtp.example = lmtp:unix:{lmtp} }},
    {{ gone.example = smtp:[127.0.0.1]:{ours} }} }}
virtual_mailbox_domains = example.com
virtual_mailbox_base = {folder}/homes
virtual_mailbox_maps = inline:{{
    {{ eva.ek@example.com = eva/ }}, {{ nils.ny@example.com = eva/ }} }}
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
minimal_backoff_time = 2s
queue_run_delay = 2s
"""
DOVECOT = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
default_internal_user = dovecot
default_login_user = dovenull
mail_location = maildir:{folder}/homes/%u
mail_uid = {uid}
mail_gid = {gid}
first_valid_uid = 1
first_valid_gid = 1
disable_plaintext_auth = no
ssl = yes
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
auth_mechanisms = plain login xoauth2
service imap-login {{
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
}}
service stats {{
  unix_listener stats-reader {{
    mode = 0666
  }}
}}
passdb {{
  driver = static
  mechanisms = plain login
  args = password=hemligt
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {folder}/oauth2.conf
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/homes/%u
}}
"""
OAUTH = """
introspection_mode = get
introspection_url = http://127.0.0.1:{tokens}/introspect?token=
username_attribute = email
active_attribute = active
active_value = true
debug = yes
"""


OPENSSL = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
OPENSSL += ["-subj", "/CN=localhost"]


def free_ports(count: int) -> list[int]:
    held: list[socket.socket] = []
    port = 19_000 + os.getpid() % 6_000
    while len(held) < count:
        port += 1
        trial = socket.socket()
        try:
            trial.bind(("127.0.0.1", port))
        except OSError:
            trial.close()
            continue
        held.append(trial)
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that the servers' own users may enter."""
    with tempfile.TemporaryDirectory(prefix="gensvar-mail-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def eventually(is_so: Callable[[], object], *, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)


def wait_for_port(port: int, *, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while True:
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert time.monotonic() < deadline, f"nothing answers on port {port}"
        time.sleep(0.05)


class Postfix:
    def __init__(self, folder: Path, *, ours: int, lmtp: Path) -> None:
        self.folder = folder
        (self.port,) = free_ports(1)
        owner = pwd.getpwnam("postfix")
        for name in ("conf", "queue", "data", "homes"):
            (folder / name).mkdir(parents=True)
        os.chown(folder / "data", owner.pw_uid, owner.pw_gid)
        os.chown(folder / "homes", owner.pw_uid, owner.pw_gid)
        values = {
            "folder": folder,
            "ours": ours,
            "lmtp": lmtp,
            "uid": owner.pw_uid,
            "gid": owner.pw_gid,
        }
        (folder / "conf/main.cf").write_text(MAIN.format(**values))
        (folder / "conf/master.cf").write_text(MASTER.format(port=self.port))

    def run(self, word: str) -> None:
        command = ["/usr/sbin/postfix", "-c", str(self.folder / "conf"), word]
        subprocess.run(command, check=True, capture_output=True, timeout=60)

    def delivered(self, subject: str) -> list[EmailMessage]:
        """Return the mails that reached somebody at example.com with this in the subject."""
        files = (self.folder / "homes/eva/new").glob("*")
        mails = [message_from_bytes(path.read_bytes(), policy=default) for path in files]
        return [mail for mail in mails if subject in mail["Subject"]]


@contextmanager
def postfix(folder: Path, *, ours: int, lmtp: Path) -> Iterator[Postfix]:
    server = Postfix(folder, ours=ours, lmtp=lmtp)
    server.run("start")
    try:
        wait_for_port(server.port)
        yield server
    finally:
        server.run("stop")


class Dovecot:
    def __init__(self, folder: Path, *, tokens: int) -> None:
        self.folder = folder
        self.port, self.tls_port = free_ports(2)
        owner = pwd.getpwnam("dovecot")
        (folder / "homes").mkdir(parents=True)
        os.chown(folder / "homes", owner.pw_uid, owner.pw_gid)
        subprocess.run(
            [*OPENSSL, "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
            check=True,
            capture_output=True,
        )
        values = {
            "folder": folder,
            "port": self.port,
            "tls_port": self.tls_port,
            "uid": owner.pw_uid,
            "gid": owner.pw_gid,
        }
        (folder / "dovecot.conf").write_text(DOVECOT.format(**values))
        (folder / "oauth2.conf").write_text(OAUTH.format(tokens=tokens))

    def home(self, user: str) -> Path:
        return self.folder / "homes" / user


@contextmanager
def dovecot(folder: Path, *, tokens: int) -> Iterator[Dovecot]:
    server = Dovecot(folder, tokens=tokens)
    process = subprocess.Popen(["/usr/sbin/dovecot", "-F", "-c", str(folder / "dovecot.conf")])
    try:
        wait_for_port(server.port)
        yield server
    finally:
        process.terminate()
        process.wait(20)


class SignIn:
    """A sign-in service: gives tokens for a refresh token, and says whom a token is for."""

    def __init__(self) -> None:
        (self.port,) = free_ports(1)
        self.refresh_token = "first-refresh-token"
        self.seconds = 3600
        self.given: dict[str, str] = {}
        self.asked: list[dict[str, str]] = []
        service = self

        class Answers(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                asked = {
                    key: value[0]
                    for key, value in parse_qs(self.rfile.read(length).decode()).items()
                }
                self._answer(*service.token(asked))

            def do_GET(self) -> None:
                token = parse_qs(urlsplit(self.path).query).get("token", [""])[0]
                who = service.given.get(token)
                self._answer(200, {"active": bool(who)} | ({"email": who} if who else {}))

            def _answer(self, status: int, said: dict[str, object]) -> None:
                body = json.dumps(said).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_words: object) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), Answers)

    def token(self, asked: dict[str, str]) -> tuple[int, dict[str, object]]:
        self.asked.append(asked)
        if asked.get("refresh_token") != self.refresh_token:
            return 400, {"error": "invalid_grant"}
        # Tokens are changed at every use, as the large providers do.
        self.refresh_token = f"refresh-token-{len(self.asked)}"
        token = f"token-{len(self.asked)}"
        self.given[token] = "oauth@exempelby.example"
        return 200, {
            "access_token": token,
            "expires_in": self.seconds,
            "refresh_token": self.refresh_token,
        }


@contextmanager
def sign_in_service() -> Iterator[SignIn]:
    service = SignIn()
    thread = threading.Thread(target=service.server.serve_forever)
    thread.start()
    try:
        yield service
    finally:
        service.server.shutdown()
        service.server.server_close()
        thread.join()
