"""What options cost, in sentences of the language of the page: a range, a least, or unknown with what is missing."""

from collections.abc import Iterator, Mapping

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from operative.domain.estimates import Total
from operative.domain.facts.decisions import ProposalTabled
from operative.domain.facts.estimates import InputStated, Recurrence
from operative.dossiers.estimates import find_estimates
from operative.dossiers.history import History
from operative.dossiers.totals import find_totals
from operative.web.saying import Line, all_said, figure, tell
from operative.web.words import said

__all__ = ["price_lines", "say_price"]


def price_lines(history: History) -> Iterator[Line]:
    """A line for each price, with the options and years that have it and the runs that it rests on."""
    runs = find_estimates(history)
    titles = {option.key: option.title for one in history.facts(ProposalTabled) for option in one.options}
    labels = {one.name: one.label or one.name for one in history.facts(InputStated)}
    grouped: dict[tuple[int | None, Recurrence, SafeString], list[Total]] = {}
    for total in find_totals(history):
        grouped.setdefault((total.year, total.recurrence, say_price(total, labels)), []).append(total)
    for (year, recurrence, price), totals in grouped.items():
        options = {one.option for one in totals} | {""}
        of = [one for one in runs if one.option in options and one.year == year and one.recurrence is recurrence]
        when = said(recurrence) if year is None else f"{year}, {said(recurrence)}"
        names = all_said((titles.get(one.option, one.option) for one in totals if one.option), "; ")
        head = format_html("{} ({})", names, when) if names else when
        yield Line(format_html("{}: {}.", head, price), tuple(one.latest.entry for one in of))


def say_price(total: Total, labels: Mapping[str, str]) -> SafeString:
    """A range, a value, a least, or unknown, with the names of what is missing; `labels` are those of inputs."""
    unit = total.unit
    if total.base is not None and total.low is not None and total.high is not None and total.low != total.high:
        known = tell(
            _("{base} {unit}, between {low} and {high}"),
            base=figure(total.base),
            low=figure(total.low),
            high=figure(total.high),
            unit=unit,
        )
    elif total.base is not None:
        known = tell(_("{base} {unit}"), base=figure(total.base), unit=unit)
    elif total.low is not None:
        known = tell(_("at least {low} {unit}"), low=figure(total.low), unit=unit)
    else:
        known = format_html("{}", _("unknown"))
    missing = dict.fromkeys(name for gap in total.gaps for name in (gap.unknown or (gap.service,)))
    if not missing:
        return known
    return tell(
        _("{known}; not known: {names}"), known=known, names=all_said((labels.get(one, one) for one in missing), "; ")
    )
