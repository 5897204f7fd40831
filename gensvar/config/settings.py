"""Everything that a process needs to know at start; what an administrator may change is data."""

from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from gensvar.config.database import databases
from gensvar.config.environment import (
    env_bool,
    env_ice,
    env_int,
    env_list,
    env_secret,
    env_socket,
    env_str,
    var_folder,
)

PACKAGE = Path(__file__).resolve().parent.parent
VAR = var_folder()

DEMO = env_bool("GENSVAR_DEMO", default=False)
DEBUG = env_bool("GENSVAR_DEBUG", default=False)
PORT = env_int("GENSVAR_PORT", 8000, least=1, most=65535)
# What changes is told to open pages by a process of its own. Where a proxy puts it beside the pages
# its address is a path; without one it is another port of the same host.
LIVE_PORT = env_int("GENSVAR_LIVE_PORT", min(PORT + 10, 65535), least=1, most=65535)
SMTP_BIND = env_str("GENSVAR_SMTP_BIND", "127.0.0.1")
SMTP_PORT = env_int("GENSVAR_SMTP_PORT", 8025, least=1, most=65535)
# What STARTTLS at that port is done with; a renewed certificate is noticed by itself.
SMTP_TLS_CERT = env_str("GENSVAR_SMTP_TLS_CERT")
SMTP_TLS_KEY = env_str("GENSVAR_SMTP_TLS_KEY")
# A unix socket beside the port, for a mail server on the same machine; both speak SMTP and LMTP.
LMTP_SOCKET = env_str("GENSVAR_LMTP_SOCKET")
# Asterisk's ARI, such as http://127.0.0.1:8088/ari; empty: a telephone without sound, in memory.
ARI_URL = env_str("GENSVAR_ARI_URL")
ARI_USER = env_str("GENSVAR_ARI_USER", "gensvar")
ARI_PASSWORD = env_str("GENSVAR_ARI_PASSWORD")
# Where browsers find Asterisk's websocket, such as wss://telefon.example.org/ws; empty: no phone
# in the browser.
SIP_URL = env_socket("GENSVAR_SIP_URL")
# By which servers the phone in the browser finds a way for the sound, and what the relays among
# them share with us.
TURN_SECRET = env_str("GENSVAR_TURN_SECRET")
ICE_URLS = env_ice("GENSVAR_ICE_URLS", secret=TURN_SECRET)
# By which of Asterisk's endpoints we call out.
SIP_TRUNK = env_str("GENSVAR_SIP_TRUNK", "trunk")
MAIL_READERS = env_int("GENSVAR_MAIL_READERS", 2, least=1, most=64)
# Where the demo's own mail ends; the demo never sends to anywhere else.
SINK_PORT = env_int("GENSVAR_SINK_PORT", SMTP_PORT + 1, least=1, most=65535)
# The server that sends for us: smtp://user:password@host:587?starttls, or smtps://.
MAIL_OUT_URL = f"smtp://127.0.0.1:{SINK_PORT}" if DEMO else env_str("GENSVAR_SMTP_URL")
# Where the demo's text messages end, at a server of its own that speaks as 46elks does; only the
# demo knows it, and the demo knows no other.
ELKS_PORT = env_int("GENSVAR_ELKS_PORT", min(SINK_PORT + 1, 65535), least=1, most=65535)
ELKS_URL = f"http://127.0.0.1:{ELKS_PORT}/a1" if DEMO else "https://api.46elks.com/a1"
# Where the demo's social posts stand, at a server of its own that speaks as Mastodon does.
MASTODON_PORT = env_int("GENSVAR_MASTODON_PORT", min(ELKS_PORT + 1, 65535), least=1, most=65535)
MASTODON_URL = f"http://127.0.0.1:{MASTODON_PORT}" if DEMO else ""
# The address that customers and agents see; passkeys and links in mail are bound to it.
BASE_URL = env_str("GENSVAR_URL", f"http://localhost:{PORT}").rstrip("/")
IS_HTTPS = BASE_URL.startswith("https://")
LIVE_URL = env_str("GENSVAR_LIVE_URL", "/live/" if IS_HTTPS else "")

SECRET_KEY = env_secret("GENSVAR_SECRET_KEY", kept_in=VAR / "keys" / "secret")
SECRET_KEY_FALLBACKS = env_list("GENSVAR_SECRET_KEY_FALLBACKS")
# ClamAV's daemon: the path of its socket, or host:port. Empty: nobody looks for viruses.
CLAMD = env_str("GENSVAR_CLAMD")
FILES_FOLDER = VAR / "files"
KEYS_FOLDER = VAR / "keys"

ALLOWED_HOSTS = [
    *env_list("GENSVAR_HOSTS", "localhost,127.0.0.1,[::1]"),
    urlsplit(BASE_URL).hostname or "localhost",
]
CSRF_TRUSTED_ORIGINS = [BASE_URL]
ROOT_URLCONF = "gensvar.config.urls"
WSGI_APPLICATION = "gensvar.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SITE_ID = 1

OUR_APPS = [
    "gensvar.ui",
    "gensvar.foundation.events",
    "gensvar.foundation.agreements",
    "gensvar.foundation.people",
    "gensvar.foundation.secrecy",
    "gensvar.foundation.calendars",
    "gensvar.foundation.duty",
    "gensvar.foundation.files",
    "gensvar.foundation.integrations",
    "gensvar.operations.casetypes",
    "gensvar.operations.knowledge",
    "gensvar.operations.customers",
    "gensvar.operations.register",
    "gensvar.operations.disruptions",
    "gensvar.operations.contacts",
    "gensvar.operations.routing",
    "gensvar.operations.exchange",
    "gensvar.operations.cases",
    "gensvar.operations.workorders",
    "gensvar.operations.search",
    "gensvar.operations.batches",
    "gensvar.operations.disposal",
    "gensvar.channels.mail",
    "gensvar.channels.counter",
    "gensvar.channels.paper",
    "gensvar.channels.social",
    "gensvar.channels.sms",
    "gensvar.channels.chat",
    "gensvar.channels.voice",
    "gensvar.oversight.kpi",
    "gensvar.oversight.reports",
    "gensvar.oversight.publications",
    "gensvar.oversight.entrypoints",
    "gensvar.oversight.levels",
    "gensvar.screens.desk",
    "gensvar.screens.floor",
    "gensvar.screens.backoffice",
    "gensvar.screens.portal",
    "gensvar.screens.setup",
]
INSTALLED_APPS = [
    *OUR_APPS,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]
# SAML needs libraries that not every machine has: pip install gensvar[saml].
if find_spec("onelogin"):
    INSTALLED_APPS.append("allauth.socialaccount.providers.saml")
AUTH_USER_MODEL = "people.Agent"

MIDDLEWARE = [
    "gensvar.config.measuring.Measured",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "gensvar.foundation.integrations.gate.ApiGate",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "gensvar.foundation.refusals.RefusalMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE.joinpath(*app.split(".")[1:]) / "templates" for app in OUR_APPS],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "gensvar.ui.jinja.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "gensvar.ui.context.frame",
            ],
        },
    },
    # allauth's own pages that we do not redraw are written for Django's engine.
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

DATABASES = databases()

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_IMPORT_PATHS = ["gensvar.foundation.events.reacting", "gensvar.config.stalled"]

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

# Signing in (docs/decisions: accounts are opened by an administrator, never by oneself).
AUTHENTICATION_BACKENDS = ["gensvar.foundation.people.signin.backend.AgentBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "people_home"
REQUIRE_SECOND_FACTOR = env_bool("GENSVAR_REQUIRE_SECOND_FACTOR", default=not DEMO)
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600
ACCOUNT_ADAPTER = "gensvar.foundation.people.signin.account.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
# Counted in the database, so that all workers count together. A whole town hall may share an
# address; wrong passwords are counted by people.signin.lockout, wrong codes here.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "5/5m/key"}
MFA_ADAPTER = "gensvar.foundation.people.signin.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_HTTPS
MFA_TOTP_TOLERANCE = 1
SOCIALACCOUNT_ADAPTER = "gensvar.foundation.people.signin.providers.ProviderAdapter"
# A link, not a form: the content policy would stop a form that leads to another house. All that
# somebody could be lured into is to sign in as oneself.
SOCIALACCOUNT_LOGIN_ON_GET = True
ALLAUTH_TRUSTED_PROXY_COUNT = int(env_bool("GENSVAR_BEHIND_PROXY", default=False))
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "people_counter",
    }
}

SESSION_COOKIE_AGE = env_int("GENSVAR_SESSION_HOURS", 10, least=1, most=24) * 3600
SESSION_COOKIE_NAME = "__Host-gensvar" if IS_HTTPS else "gensvar"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env_bool("GENSVAR_BEHIND_PROXY", default=False) else None
)
X_FRAME_OPTIONS = "DENY"


def is_plain(host: str) -> bool:
    """Say whether a policy can name this host: no address in brackets, no pattern."""
    return host[:1] not in {"[", ".", "*"}


CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "media-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": [
            "'self'",
            *(
                f"http://{host}:{LIVE_PORT}"
                for host in ALLOWED_HOSTS
                if not LIVE_URL and is_plain(host)
            ),
        ],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "manifest-src": ["'self'"],
    }
}
# Requests a minute that one token, or one address without a token, may make of the API.
API_RATE = env_int("GENSVAR_API_RATE", 60_000, least=1)
API_RATE_WITHOUT_TOKEN = env_int("GENSVAR_API_RATE_WITHOUT_TOKEN", 6_000, least=1)
# Webhooks to addresses inside your own network, and without encryption.
WEBHOOK_PRIVATE = env_bool("GENSVAR_WEBHOOK_PRIVATE", default=False)
DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 2**20
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 2**20
FILE_UPLOAD_HANDLERS = ["gensvar.foundation.files.uploading.LimitedUpload"]

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
TIME_ZONE = env_str("GENSVAR_TIME_ZONE", "Europe/Stockholm")
USE_TZ = True
LANGUAGE_COOKIE_NAME = "gensvar_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    # What people send goes to the vault; nothing uses the default.
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "vault": {
        "BACKEND": "gensvar.foundation.files.storage.DurableStorage",
        "OPTIONS": {"location": FILES_FOLDER},
    },
    "staticfiles": {"BACKEND": "gensvar.ui.storage.HashedStaticFiles"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

# The client whose portal stands at the first page (by its code; empty: the first one), and the
# host names of others: "kund.energi.example=energi". All of them are found under /hos/<code>/ too.
PORTAL_CLIENT = env_str("GENSVAR_PORTAL_CLIENT", "")
PORTAL_HOSTS = dict(
    entry.split("=", 1) for entry in env_list("GENSVAR_PORTAL_HOSTS") if "=" in entry
)
# From one network address; a library or an office may sit behind one.
PORTAL_QUESTIONS_PER_HOUR = env_int("GENSVAR_PORTAL_PER_HOUR", 100, least=1, most=1_000_000)
# Where somebody who finds a hole writes: a mail address or a page. Empty: to the portal.
SECURITY_CONTACT = env_str("GENSVAR_SECURITY_CONTACT", "")

LOGGING_CONFIG = "gensvar.config.logs.configure"
# Django calls it only where there is something to hand it.
LOGGING = {"version": 1}
LOG_LEVEL = env_str("GENSVAR_LOG_LEVEL", "INFO")
LOG_FORMAT = env_str("GENSVAR_LOG_FORMAT", "console")
METRICS_TOKEN = env_str("GENSVAR_METRICS_TOKEN")
