"""What the pages of texts say in one way: fields, languages and days of a text."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operative.domain.days import PartialDate
from operative.errors import WrongCall
from operative.web.deeds import name_of
from operative.web.templatetags.pages import day

__all__ = ["field_name", "iso_day", "language_words", "register"]

register = template.Library()
LANGUAGES = {
    "ar": gettext_lazy("Arabic"),
    "en": gettext_lazy("English"),
    "es": gettext_lazy("Spanish"),
    "fr": gettext_lazy("French"),
    "ru": gettext_lazy("Russian"),
    "zh": gettext_lazy("Chinese"),
}


@register.filter
def field_name(name: str) -> str:
    """The name of a field of an act."""
    return name_of(name)


@register.filter
def language_words(code: str) -> str:
    """The language in words."""
    return str(LANGUAGES.get(code, code or _("language not known")))


@register.filter
def iso_day(iso: str) -> str:
    """A day of a text in words, no more precise than it is."""
    try:
        return day(PartialDate(iso))
    except WrongCall:
        return iso
