"""Links to the forms by which persons enter facts, for those who may."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from operative.web.cases import Case
from operative.web.entries import FORMS
from operative.web.templatetags.pages import case_url

__all__ = ["enter", "register"]

register = template.Library()


@register.simple_tag
def enter(case: Case, *names: str, **given: str) -> SafeString:
    """A row of links to forms, those that the reader's role allows; none on a page of another day."""
    allowed = [name for name in names if case.is_today and case.may(FORMS[name].role)]
    if not allowed:
        return SafeString("")
    links = ((case_url(case, f"enter/{name}", **given), FORMS[name].heading) for name in allowed)
    return format_html('<p class="enter">{}</p>', format_html_join(" ", '<a href="{}">{}</a>', links))
