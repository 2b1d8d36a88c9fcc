"""The site's settings, from the environment. Each default works; a value it cannot read stops it."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from interview import keys

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"


def flag(name: str, default: bool = False) -> bool:
    """Yes or no from the environment. Raises ImproperlyConfigured for anything else: never a guess."""
    said = os.environ.get(name, "").strip().lower()
    if said in ("1", "true", "yes", "on"):
        return True
    if said in ("0", "false", "no", "off"):
        return False
    if said:
        raise ImproperlyConfigured(f"{name} must be 1 or 0.")
    return default


def whole_number(name: str, default: int, of: str, at_least: int, at_most: int) -> int:
    """So many seconds or days from the environment. Raises ImproperlyConfigured outside at_least..at_most."""
    said = os.environ.get(name, "").strip()
    if not said:
        return default
    if not said.isdecimal() or not at_least <= int(said) <= at_most:
        raise ImproperlyConfigured(f"{name} must be a whole number of {of} from {at_least} to {at_most}.")
    return int(said)


def words(name: str, default: str) -> list[str]:
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def https_address(name: str, default: str) -> str:
    """An https address from the environment. Raises ImproperlyConfigured for any other."""
    said = os.environ.get(name, "").strip() or default
    parts = urlsplit(said)
    if parts.scheme != "https" or not parts.hostname or parts.username or parts.query:
        raise ImproperlyConfigured(f"{name} must be a plain https address.")
    return said


DEBUG = flag("DEBUG")
LOCAL = flag("AMPARO_LOCAL")  # plain http on this machine only
KIOSK = flag("KIOSK")  # a computer many people use, one after another (docs/kiosk.md): nothing can be saved

KEYS_DIR = Path(os.environ.get("KEYS_DIR") or VAR_DIR / "keys")
# Empty: commands that need no key run, Django refuses the rest, and wsgi.py refuses to start.
SECRET_KEY = keys.secret_key(KEYS_DIR) or (secrets.token_urlsafe(48) if DEBUG else "")
DRAFT_PEPPER = keys.draft_pepper(KEYS_DIR) or (secrets.token_urlsafe(48) if DEBUG else "")
DRAFT_KEYS = keys.draft_keys(KEYS_DIR) or ([secrets.token_urlsafe(48)] if DEBUG else [])

_LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = words("ALLOWED_HOSTS", ",".join(_LOCAL_HOSTS))
if "*" in ALLOWED_HOSTS and not DEBUG:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the site's hosts.")
if LOCAL and not {host for host in ALLOWED_HOSTS if not host.endswith(".localhost")} <= {*_LOCAL_HOSTS}:
    raise ImproperlyConfigured("AMPARO_LOCAL is for this machine only: unset it, or ALLOWED_HOSTS.")
# TLS ends in front of us: what the browser calls https reaches us as http.
CSRF_TRUSTED_ORIGINS = [f"https://{host.removeprefix('.')}" for host in ALLOWED_HOSTS if host != "*"]

INSTALLED_APPS = [
    "interview",
    "django.contrib.staticfiles",
    "formtools",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
]
MIDDLEWARE = [
    "interview.middleware.PrivacyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "interview.health.HealthMiddleware",
    "interview.compression.PageCompressionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "interview.language.LanguageChoiceMiddleware",
    "interview.asking_again.AskAgainMiddleware",
]
ROOT_URLCONF = "interview.urls"
WSGI_APPLICATION = "interview.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "interview.context.saving",
                "interview.context.device",
                "interview.context.languages",
            ]
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{VAR_DIR / 'amparo.sqlite3'}", conn_max_age=60
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Several workers write sessions: wait for one another, and overwrite what is deleted.
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        timeout=10,
        transaction_mode="IMMEDIATE",
        init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON",
    )
elif DATABASES["default"]["ENGINE"].endswith("postgresql"):
    # A server that was started again must cost nobody a page: a connection is tried before it is used. And
    # nobody waits long for a lock, or for a machine that does not answer.
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["OPTIONS"] = {
        "connect_timeout": 5,
        "keepalives_idle": 30,
        "tcp_user_timeout": 15_000,
        "options": "-c lock_timeout=10s",
    } | DATABASES["default"].get("OPTIONS", {})
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Answers live in the session and nowhere else (sessions.py).
SESSION_ENGINE = "interview.sessions"
SESSION_COOKIE_SECURE = not LOCAL
SESSION_COOKIE_NAME = "session" if LOCAL else "__Host-session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_SAVE_EVERY_REQUEST = True
_IDLE, _IDLE_AT_MOST = (5 * 60, 30 * 60) if KIOSK else (30 * 60, 4 * 3600)
SESSION_COOKIE_AGE = whole_number("SESSION_IDLE_SECONDS", _IDLE, "seconds", 30, _IDLE_AT_MOST)  # without use
SESSION_LONGEST = (4 if KIOSK else 8) * 3600  # seconds, however much it is used
# How long what a person chose to save stays (drafts.py).
DRAFT_DAYS = whole_number("DRAFT_DAYS", 30, "days", 1, 365)
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "interview.views.failures.stale_page"
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 1  # a case taken in (views/handing_files.py); no other page wants any
FILE_UPLOAD_HANDLERS = ["interview.handed_file.InMemoryAlone"]  # no file of anyone's is written to a disk
FILE_UPLOAD_MAX_MEMORY_SIZE = DATA_UPLOAD_MAX_MEMORY_SIZE

SECURE_CONTENT_TYPE_NOSNIFF = True
# Not no-referrer: browsers then send "Origin: null" with a form, which is what a forged one would send.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if flag("BEHIND_TLS_PROXY"):  # only where a proxy in front of us always sets this header itself
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^health/$"]  # a load balancer asks us by plain http (health.py)
SECURE_HSTS_SECONDS = 0 if LOCAL else 365 * 24 * 3600
# For the host's subdomains too, and for browsers' own lists: only where all of them speak https.
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = flag("HSTS_WHOLE_DOMAIN")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
with contextlib.suppress(OSError):  # a file system we may not write to has its folders made for it
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MAX_AGE = 300

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]  # each by its own name; each has a catalogue in locale/
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = "America/Los_Angeles"
# The language chosen on a page (language.py); it goes with the browser's window, as the visit does.
LANGUAGE_COOKIE_NAME = "language" if LOCAL else "__Host-language"
LANGUAGE_COOKIE_AGE = None
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE = not LOCAL
LANGUAGE_COOKIE_SAMESITE: Literal["Lax"] = "Lax"

FORMS_SOURCE = os.environ.get("FORMS_SOURCE", "")
FORMS_DIR = Path(os.environ.get("FORMS_DIR") or VAR_DIR / "forms")
COURT_COUNTY = os.environ.get("COURT_COUNTY", "").strip()
COURT_NAME = os.environ.get("COURT_NAME", "").strip()
COURT_ADDRESS = os.environ.get("COURT_ADDRESS", "").strip()  # street, then city and ZIP after a comma
EXIT_URL = https_address("EXIT_URL", "https://www.weather.gov/")

# Only that something failed and where in our code: never a request, an address, a body or an answer.
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"place": {"()": "interview.middleware.PlaceOnlyFormatter"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "place", "level": "WARNING"},
        "none": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": ["none"], "propagate": False},
        "django.server": {"handlers": ["none"], "propagate": False},
        "pypdf": {
            "handlers": ["none"],
            "level": "CRITICAL",
            "propagate": False,
        },  # it prints what people wrote
        "fontTools": {"handlers": ["none"], "level": "CRITICAL", "propagate": False},
        "weasyprint": {"handlers": ["none"], "level": "CRITICAL", "propagate": False},
    },
}
DEFAULT_EXCEPTION_REPORTER = "interview.middleware.NoLocalsReporter"
