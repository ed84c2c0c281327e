"""Whole texts of our own, read from the first word to the last goal; what a reader finds in them is written by "
"hand."""

import pytest

from operative.domain.acts import Force
from operative.mandates.derivation import derive_duties

from .builders import TEXTS, an_act, derived, passages_of, without_acts

F, A, R = "feature", "attribute", "role"

GUILD_ELEMENTS = [
    ("op2.i", F, "shall", "independent"),
    ("op2.i", F, "shall", "non-profit"),
    ("op2.i", F, "shall", "member-governed"),
    ("op2.i", F, "is", "own charter"),
    ("op2.i", F, "is", "rotating presidency"),
    ("op2.i", F, "is", "open ledger"),
    ("op2.ii", R, "is", "serves as the custodian of the tide tables"),
    ("op2.ii", R, "is", "serves as the trainer of young pilots"),
    ("op2.ii", R, "is", "serves as the mediator in disputes among crews"),
    ("op2.ii", A, "must", "modesty"),
    ("op2.ii", A, "must", "speed"),
    ("op2.ii", A, "must", "candour"),
]
SEEDS_ELEMENTS = [
    ("op2.a", F, "is", "scientific body"),
    ("op2.a", F, "is", "charter of its own"),
    ("op2.a", F, "is", "board elected by its donors"),
    ("op2.a", F, "is", "laboratory in each region"),
    ("op2.a", F, "is", "not a regulator"),
    ("op2.a", F, "shall", "small"),
    ("op2.a", F, "shall", "frugal"),
    ("op2.a", F, "shall", "open to every farmer"),
    ("op2.b", R, "is", "provides storage"),
    ("op2.b", R, "is", "provides testing"),
    ("op2.b", R, "is", "provides training to public seed banks"),
    ("op2.b", F, "is", "only collection of alpine grasses"),
]
PHARES_ELEMENTS = [
    ("op2.a", F, "is", "organisation intergouvernementale"),
    ("op2.a", F, "is", "non normative"),
    ("op2.a", F, "is", "autonome"),
    ("op2.a", F, "is", "propre constitution"),
    ("op2.a", F, "is", "propres organes directeurs"),
    ("op2.a", F, "is", "budget constitué de contributions volontaires"),
    ("op2.a", A, "must", "neutralité"),
    ("op2.a", A, "must", "rapidité"),
    ("op2.a", A, "must", "sobriété"),
    ("op2.b", R, "is", "partenaire indispensable dans la surveillance des côtes"),
    ("op2.b", R, "is", "partenaire indispensable dans la formation des gardiens"),
    ("op2.b", R, "is", "partenaire indispensable dans le secours aux navires en détresse"),
    ("op2.b", F, "is", "acquis une expérience sans équivalent"),
    ("op2.b", R, "must", "continuer à jouer ce rôle"),
]
FAROS_ELEMENTS = [
    ("op1.a", F, "is", "entidad intergubernamental"),
    ("op1.a", F, "is", "no normativa"),
    ("op1.a", F, "is", "autónoma"),
    ("op1.a", F, "is", "propia constitución"),
    ("op1.a", F, "is", "propios órganos rectores"),
    ("op1.a", A, "must", "neutralidad"),
    ("op1.a", A, "must", "rapidez"),
    ("op1.a", A, "must", "sobriedad"),
    ("op1.b", R, "is", "asociado indispensable en la vigilancia de las costas"),
    ("op1.b", R, "is", "asociado indispensable en la formación de los fareros"),
    ("op1.b", R, "is", "asociado indispensable en el auxilio a los buques"),
    ("op1.b", F, "is", "adquirido, a lo largo de los años, una experiencia sin igual"),
    ("op1.b", R, "must", "seguir desempeñando ese papel"),
]

CONDITIONS = [
    ("guild", "en", "op2", ("op2.i", "op2.ii"), ("op2.iii",), GUILD_ELEMENTS),
    ("seeds", "en", "op1", ("op2.a", "op2.b"), ("op2.c",), SEEDS_ELEMENTS),
    ("phares", "fr", "op2", ("op2.a", "op2.b"), ("op2.c",), PHARES_ELEMENTS),
    ("faros", "es", "op1", ("op1.a", "op1.b"), ("op1.c",), FAROS_ELEMENTS),
]


@pytest.mark.parametrize(("name", "language", "provision", "binds", "towards", "elements"), CONDITIONS)
def test_one_condition_with_its_elements(name, language, provision, binds, towards, elements):
    (found,) = without_acts((TEXTS / f"{name}.txt").read_text("utf-8"), language).conditions

    assert (found.kind.value, found.provision, found.binds, found.towards) == (
        "preservation",
        provision,
        binds,
        towards,
    )
    assert [(e.provision, e.kind.value, e.strength.value, e.label) for e in found.elements] == elements


COUNCIL = "River Union's Permanent Council"
PRESIDENTS_FR = "Conseil des présidents de la Ligue"
PRESIDENTS_ES = "Junta de Presidentes de la Liga"
GOALS = [
    (
        "guild",
        "en",
        [
            ("seek", "membership", COUNCIL, "", "unstated", False),
            ("seek", "membership", "Council on Tariffs", COUNCIL, "unstated", False),
            ("seek", "membership", "Council on Safety", COUNCIL, "unstated", False),
            ("seek", "membership", "Crews' Panel", COUNCIL, "unstated", False),
            ("seek", "membership", "Board for Locks and Weirs", "", "unstated", False),
            ("seek", "membership", "regional pilots' teams", "", "regional", False),
            ("seek", "membership", "Inter-Port Roundtable on Dredging, Silt and Sand", "", "unstated", False),
            ("continue", "observer", "Delta Health Network", "", "unstated", False),
        ],
    ),
    (
        "seeds",
        "en",
        [
            ("join", "membership", "Coordinating Board of the Union", "", "unstated", False),
            ("join", "observer", "Standing Committee on Plant Health", "", "unstated", True),
            ("join", "observer", "Genebank Platform", "", "unstated", True),
            ("join", "observer", "national seed forums", "", "country", True),
        ],
    ),
    (
        "phares",
        "fr",
        [
            ("seek", "membership", PRESIDENTS_FR, "", "unstated", True),
            ("seek", "membership", "Comité des programmes", PRESIDENTS_FR, "unstated", True),
            ("seek", "membership", "Comité de la gestion", PRESIDENTS_FR, "unstated", True),
            ("seek", "membership", "équipes régionales de la Ligue", "", "regional", True),
            ("seek", "membership", "Forum Inter-Ports sur les urgences", "", "unstated", True),
            ("continue", "membership", "Réseau de sécurité des côtes", "", "unstated", False),
        ],
    ),
    (
        "faros",
        "es",
        [
            ("seek", "membership", PRESIDENTS_ES, "", "unstated", True),
            ("seek", "membership", "Comité de Programas", PRESIDENTS_ES, "unstated", True),
            ("seek", "membership", "Comité de Gestión", PRESIDENTS_ES, "unstated", True),
            ("seek", "membership", "equipos regionales de la Liga", "", "regional", True),
            ("seek", "membership", "Foro Inter-Puertos de Emergencia", "", "unstated", True),
            ("continue", "membership", "Red de Seguridad Costera", "", "unstated", False),
        ],
    ),
]


@pytest.mark.parametrize(("name", "language", "expected"), GOALS)
def test_goals_with_parents_levels_and_openness(name, language, expected):
    found = without_acts((TEXTS / f"{name}.txt").read_text("utf-8"), language).goals

    said = [
        (g.verb.value, g.relation.value, g.mechanism.name, g.parent, g.mechanism.level.value, g.open_list)
        for g in found
    ]
    assert said == expected


def test_the_mandates_of_the_guild():
    text = (TEXTS / "guild.txt").read_text("utf-8")
    passages, provisions, _ = passages_of(text)
    second, third, fourth = (passage.text for passage in passages[1:])
    acts = [
        (),
        [an_act(second, "Mandates", "conclude", "the Executive Secretary")],
        [an_act(third, "Asks", "brief", "the Executive Secretary", reports=True, recipients=["the Bureau"])],
        [an_act(fourth, "Invites", "table", "the Executive Secretary", force=Force.EXHORTATION)],
    ]

    found = derive_duties(passages, acts, provisions).mandates

    assert [(m.id, m.modality.value, m.action) for m in found] == [
        ("m-op2-1", "directive", "conclude"),
        ("m-op3-1", "directive", "brief"),
        ("m-op4-1", "exhortation", "table"),
        ("m-op4-2", "permission", "adopt"),
    ]
    assert found[0].duty.words == "conclude a framework with the River Union by 31 December 2032"
    assert found[0].conditions == ("c-op2-1",)
    assert [topic.words for topic in found[1].scope] == [
        "the progress of these talks",
        "the budgetary consequences of a merger of services",
    ]
    assert [(d.quote.words, d.on) for d in found[2].dependencies] == [
        ("taking these briefings into account", ("m-op3-1",))
    ]


TEXTS_AND_LANGUAGES = [(row[0], row[1]) for row in CONDITIONS]


@pytest.mark.parametrize(("name", "language"), TEXTS_AND_LANGUAGES)
def test_every_value_shows_its_words_in_the_passage_and_in_the_source(name, language):
    text = (TEXTS / f"{name}.txt").read_text("utf-8")
    passages, provisions, source = passages_of(text, language)
    found = derive_duties(passages, [() for _ in passages], provisions, language)
    by_head = {passage.head.id: passage.text for passage in passages}
    moved = found.in_source(passages)

    def values(result):
        for condition in result.conditions:
            yield condition.paragraph, condition.quote
            yield from ((element.paragraph, element.quote) for element in condition.elements)
        for goal in result.goals:
            yield goal.paragraph, goal.phrase
            yield goal.paragraph, goal.name

    assert all(quote.span.of(by_head[paragraph]) == quote.words for paragraph, quote in values(found))
    assert all("".join(quote.span.of(source).split()) == "".join(quote.words.split()) for _, quote in values(moved))


def test_the_bundled_sample(sample_text):
    found = derived(sample_text)
    (condition,) = [c for c in found.conditions if c.towards]

    assert (condition.binds, condition.towards) == (("op3.a", "op3.b"), ("op3.c",))
    assert [(e.provision, e.kind.value, e.strength.value, e.label) for e in condition.elements] == [
        ("op3.a", F, "is", "leading intergovernmental authority for shared lakes and rivers"),
        ("op3.a", F, "is", "non-profit"),
        ("op3.a", F, "is", "field-based"),
        ("op3.a", F, "is", "own statute"),
        ("op3.a", F, "is", "own governing bodies"),
        ("op3.a", F, "is", "financed for the most part by voluntary contributions"),
        ("op3.a", A, "must", "neutrality"),
        ("op3.a", A, "must", "promptness"),
        ("op3.a", A, "must", "thrift"),
        ("op3.b", R, "is", "indispensable to flood warning"),
        ("op3.b", R, "is", "indispensable to the settlement of disputes between riparian communities"),
        ("op3.b", R, "is", "indispensable to the care of people whom water has driven from their homes, including …"),
        ("op3.b", F, "is", "built up, in four decades, a body of knowledge that no other institution possesses"),
        ("op3.b", R, "must", "put that knowledge to use"),
    ]
    board = "Presidents’ Board of the Concert"
    assert [(g.verb.value, g.mechanism.name, g.parent, g.open_list) for g in found.goals] == [
        ("seek", board, "", True),
        ("seek", "Committee on Joint Programmes", board, True),
        ("seek", "Committee on Common Services", board, True),
        ("seek", "Basin Teams", "", True),
        ("seek", "Concert’s country offices", "", True),
        ("seek", "Inter-Institution Emergency Forum", "", True),
        ("continue", "Cross-Border Safety Network", "", False),
    ]
    assert [(m.id, m.modality.value, m.action) for m in found.mandates] == [
        ("m-op2-1", "exhortation", "send"),
        ("m-op3-1", "directive", "open"),
        ("m-op3-2", "directive", "explain"),
        ("m-op3-3", "directive", "work"),
        ("m-op4-1", "directive", "lay"),
        ("m-op4-2", "permission", "decide"),
        ("m-op5-1", "directive", "keep"),
        ("m-op5-2", "directive", "indicate"),
        ("m-op6-1", "directive", "examine"),
        ("m-op6-2", "directive", "report"),
        ("m-op7-1", "decision", "remain"),
    ]
    hanging = {m.id: [on for d in m.dependencies for on in d.on] for m in found.mandates}
    assert (hanging["m-op4-1"], hanging["m-op5-1"]) == (["m-op3-1"], ["m-op3-1"])
    assert [q.words for m in found.mandates for q in m.scope if m.paragraph == "op5"] == [
        "the talks",
        "what the revised legal footing would cost",
    ]


def test_reading_twice_gives_the_same():
    text = (TEXTS / "guild.txt").read_text("utf-8")

    assert without_acts(text) == without_acts(text)
