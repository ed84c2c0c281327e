"""A dossier as linked data: read by programs of others without the network, held to shapes, and back without loss."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import rdflib
from pyld import jsonld
from pyshacl import validate
from rdflib.namespace import PROV, RDF, SKOS

from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.evidence import Evidence
from operative.domain.facts.dossiers import DossierOpened, EventNoted
from operative.dossiers.history import History
from operative.errors import MalformedRecord
from operative.exchange.linked.dossiers import context, read_linked, render_linked
from operative.exchange.linked.words import SETS
from tests.dossiers.told import entries_of, told
from tests.reports.papers import demo

SHAPES = Path(__file__).with_name("shapes.ttl")
OP, ELI = rdflib.Namespace("https://operative.invalid/ns#"), rdflib.Namespace("http://data.europa.eu/eli/ontology#")
ON = date(2025, 6, 1)
DOSSIERS = ("lro-concert-2024", "iom-un-2015")


def no_network(url: str, options: Any) -> Any:
    raise AssertionError(f"{url} is fetched")


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, bytes]:
    place = demo(tmp_path_factory.mktemp("linked"))
    return {
        key: render_linked(key, dossier.entries(), dossier.history(ON))
        for key in DOSSIERS
        for dossier in [place.open(key)]
    }


@pytest.fixture(scope="module")
def graphs(files: dict[str, bytes]) -> dict[str, rdflib.Graph]:
    """The triples that the reference implementation finds."""
    made = {}
    for key, data in files.items():
        quads = jsonld.to_rdf(json.loads(data), {"documentLoader": no_network, "format": "application/n-quads"})
        made[key] = rdflib.Graph().parse(data=quads, format="nt")
    return made


@pytest.mark.parametrize("key", DOSSIERS)
def test_the_graph_holds_to_its_shapes(graphs, key):
    whole, _, why = validate(graphs[key], shacl_graph=str(SHAPES), shacl_graph_format="turtle")

    assert whole, why


@pytest.mark.parametrize("key", DOSSIERS)
def test_nothing_is_dropped_on_expanding(files, key):
    """Every property and every type is a whole address: a word that the context lacks would vanish in silence."""
    told = json.loads(files[key])["graph"]
    types = {one for node in told if "type" in node for one in _listed(node["type"])}

    assert {name for node in told for name in node} <= set(context())
    assert {one.partition(":")[0] for one in types} <= {"op", "prov", "eli", "skos"}


def _listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("key", DOSSIERS)
def test_every_entry_comes_back_as_it_was_recorded(tmp_path_factory, files, key):
    there = tuple(demo(tmp_path_factory.mktemp("linked")).open(key).entries())

    assert read_linked(files[key]) == there


def test_every_passage_has_its_document(graphs):
    graph = graphs["lro-concert-2024"]
    passages = set(graph.objects(None, PROV.wasDerivedFrom))

    assert passages
    assert all((one, ELI.is_part_of, None) in graph or (one, RDF.type, ELI.LegalResource) in graph for one in passages)


def test_a_word_of_the_dossier_is_a_concept_of_its_set(graphs):
    graph = graphs["lro-concert-2024"]
    states = set(graph.objects(None, OP.state))

    assert states
    assert all((one, SKOS.inScheme, OP.MandateState) in graph for one in states)
    assert {str(one).rpartition("#")[2] for one in graph.subjects(RDF.type, SKOS.ConceptScheme)} == {
        one.__name__ for one in SETS
    }


def test_a_text_of_the_united_nations_has_the_identifier_under_which_it_is_published(graphs):
    graph = graphs["iom-un-2015"]
    named = {str(graph.value(one, ELI.id_local)): one for one in graph.subjects(RDF.type, ELI.LegalResource)}
    identifier = rdflib.URIRef("http://purl.org/dc/terms/identifier")

    assert str(graph.value(named["A/RES/70/296"], identifier)) == (
        "/akn/un/statement/deliberation/unga/2016-07-25/70-296/"
    )


@pytest.mark.parametrize(("day", "kind"), [("2030-02-03", "date"), ("2030-02", "gYearMonth"), ("2030", "gYear")])
def test_a_day_is_as_precise_as_it_is_known(day, kind):
    told_, _ = made(told(EventNoted("Rain"), day))

    assert told_["holdsFrom"] == {"@value": day, "@type": f"xsd:{kind}"}


def test_any_words_stay_what_they_are():
    nasty = 'old "wells" <b>\u202e\u0000 & _:b0 @id'
    proof = Evidence.quoting("a document/../?#", "op 2 (b)#", nasty)
    first, nodes = made(Statement(EventNoted(nasty), PartialDate("2030"), nasty, (proof,)))
    expanded = jsonld.expand({"@context": context(), "graph": nodes}, {"documentLoader": no_network})
    passage = next(one for one in nodes if one["id"] == first["evidence"][0])

    assert passage["words"] == nasty
    assert passage["place"] == "op 2 (b)#"
    assert all(one["@id"].count("#") <= 1 and " " not in one["@id"] for one in expanded)


def made(statement: Statement) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The node of an entry, and all nodes of a dossier with this one entry after its opening."""
    entries = entries_of([told(DossierOpened("Wells"), evidence=()), statement])
    data = render_linked("wells", entries, History(entries, ON))
    assert read_linked(data) == tuple(entries)
    nodes = json.loads(data)["graph"]
    return next(one for one in nodes if one.get("number") == 2), nodes


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"graph": 5}', b'{"graph": [{"record": {}}]}'])
def test_what_is_no_dossier_is_refused(data):
    with pytest.raises(MalformedRecord):
        read_linked(data)
