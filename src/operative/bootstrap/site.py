"""How the web application and the API are put together: what Django is told, and who serves them."""

import secrets
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from operative.bootstrap.configuration import value_of

__all__ = ["APPS", "site_settings"]

APPS = (
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "operative.accounts.apps.Accounts",
    "operative.web.apps.Web",
)
"""The applications of the site, beside the store's own."""

MIDDLEWARE = (
    # What protects every answer goes around all that answers.
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "operative.web.middleware.policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "operative.api.problems.problems_only",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "operative.web.middleware.language",
    "operative.web.middleware.private",
    "operative.web.middleware.errors",
)
SECRET_NAME = "site-secret"
YEAR = 365 * 24 * 3600
LANGUAGES = (("en", "English"), ("fr", "Français"), ("es", "Español"))


def site_settings(secret: str, hosts: tuple[str, ...], *, https: bool = False) -> Mapping[str, object]:
    """What Django is told beside the database; `secret` signs sessions, `hosts` are the names that it answers to."""
    web = Path(str(files("operative.web")))
    return {
        "SECRET_KEY": secret,
        "ALLOWED_HOSTS": list(hosts),
        "MIDDLEWARE": list(MIDDLEWARE),
        "ROOT_URLCONF": "operative.bootstrap.urls",
        "AUTH_USER_MODEL": "accounts.Account",
        "AUTHENTICATION_BACKENDS": ["django.contrib.auth.backends.ModelBackend"],
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.Argon2PasswordHasher"],
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
            {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
        ],
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.template.context_processors.i18n",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                    ]
                },
            }
        ],
        "STATIC_URL": "/static/",
        "WHITENOISE_USE_FINDERS": True,
        "WHITENOISE_MAX_AGE": 3600,
        "USE_I18N": True,
        "LANGUAGE_CODE": "en",
        "LANGUAGES": list(LANGUAGES),
        "LOCALE_PATHS": [str(web / "locale")],
        "LOGIN_URL": "/sign-in",
        "LOGIN_REDIRECT_URL": "/",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": https,
        "CSRF_COOKIE_SECURE": https,
        "CSRF_FAILURE_VIEW": "operative.web.pages.failures.unconfirmed",
        "CSRF_COOKIE_SAMESITE": "Lax",
        # A browser behind the proxy names the site with https, whatever the proxy speaks with us.
        "CSRF_TRUSTED_ORIGINS": [f"https://{host}" for host in hosts] if https else [],
        "SECURE_HSTS_SECONDS": YEAR if https else 0,
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_REFERRER_POLICY": "same-origin",
        "X_FRAME_OPTIONS": "DENY",
        "DATA_UPLOAD_MAX_MEMORY_SIZE": 5_000_000,
        "FILE_UPLOAD_MAX_MEMORY_SIZE": 2_000_000,
        "MESSAGE_STORAGE": "django.contrib.messages.storage.session.SessionStorage",
    }


def site_secret(folder: Path) -> str:
    """What signs sessions: what is set, else a key made once and kept in the folder for this user only."""
    said = value_of("secret")
    if said:
        return said
    file = folder / SECRET_NAME
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48), "utf-8")
    return file.read_text("utf-8").strip()
