"""Acts -> mandates: one for each duty, with everything that the act says of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from operative.domain.acts import Act, Force, Quote
from operative.domain.conditions import Condition
from operative.domain.mandates import Dependency, Mandate, Modality
from operative.domain.passages import Passage
from operative.domain.spans import Span
from operative.mandates.dependencies import Hanging, find_dependencies, find_pointed
from operative.mandates.permissions import Permission, find_permissions
from operative.mandates.pinpoints import Index, make_index
from operative.mandates.scopes import find_scope
from operative.mandates.tasks import Task, split_tasks
from operative.mandates.unsplit import MODALITIES, derive_unsplit
from operative.mandates.words import Words, words_of_passage
from operative.vocabulary.duties import UNDERSTOOD, Duties, duties
from operative.vocabulary.provisos import PlaceWords, provisos
from operative.vocabulary.verbs import verbs

__all__ = ["derive_mandates"]

NEAREST_OWN = 5
"""How many words may stand between "Decides" and the verb of what the body will do itself."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the acts of one paragraph are read with.

    `earlier` are the mandates found so far, those of this paragraph from `begun` on; `apart` the provisions that say
    what a condition protects, and no duty.
    """

    passage: Passage
    words: Words
    duties: Duties
    places: PlaceWords
    index: Index
    conditions: Sequence[Condition]
    earlier: list[Mandate]
    begun: int
    apart: frozenset[str]
    actions: frozenset[str]
    also_nouns: frozenset[str]

    def provision(self, at: int) -> str:
        """The id of the provision in which a word stands."""
        return self.passage.provision_at(self.words.starts[at]).id

    def next_id(self) -> str:
        """The id of the next mandate: counted within its paragraph."""
        return f"m-{self.passage.head.id}-{len(self.earlier) - self.begun + 1}"

    def hanging(self) -> Hanging:
        """What dependencies are resolved with at this point."""
        return Hanging(self.duties, self.places, self.index, self.earlier)


def derive_mandates(
    passages: Sequence[Passage],
    acts: Sequence[Sequence[Act]],
    conditions: Sequence[Condition] = (),
    language: str = "en",
) -> tuple[Mandate, ...]:
    """The mandates of a text in order; spans count characters of the passage. `acts` are those of each passage."""
    if language not in UNDERSTOOD:
        return derive_unsplit(passages, acts)
    vocabulary = duties(language)
    listed = verbs(language)
    index, earlier = make_index(passages), list[Mandate]()
    by_paragraph = _by_paragraph(conditions)
    for passage, own in zip(passages, acts, strict=True):
        if not any(_binds(act, vocabulary) for act in own):
            continue
        concerning = by_paragraph.get(passage.head.id, [])
        protected = [id for c in concerning if c.quote.rule != "condition-opening" for id in (*c.binds, *c.towards)]
        scene = _Scene(
            passage,
            words_of_passage(passage),
            vocabulary,
            provisos(language).places,
            index,
            concerning,
            earlier,
            len(earlier),
            frozenset(id for id in protected if id != passage.head.id and id.startswith(passage.head.id)),
            listed.actions,
            frozenset() if vocabulary.verb_endings else listed.also_nouns,
        )
        for number, act in enumerate(own, 1):
            if _binds(act, vocabulary):
                _read_act(scene, act, number, own)
    return tuple(earlier)


def _binds(act: Act, vocabulary: Duties) -> bool:
    """Whether an act puts a duty on somebody, or on the body itself for later."""
    if act.force is Force.POSITION:
        return False
    if act.force is Force.DECISION:
        return bool(act.addressees) or act.action.casefold() in vocabulary.own_verbs
    return act.force is Force.DIRECTIVE or bool(act.addressees)


def _by_paragraph(conditions: Sequence[Condition]) -> dict[str, list[Condition]]:
    """The conditions of each paragraph, and those towards it or what stands below it."""
    found: dict[str, list[Condition]] = {}
    for condition in conditions:
        named = (condition.paragraph, *condition.towards)
        levels = [id.split(".") for id in named]
        for paragraph in {".".join(parts[:depth]) for parts in levels for depth in range(1, len(parts) + 1)}:
            found.setdefault(paragraph, []).append(condition)
    return found


def _read_act(scene: _Scene, act: Act, number: int, acts: Sequence[Act]) -> None:
    """Adds the mandates of one act to those found so far."""
    words = scene.words
    following = [other.span.start for other in acts if other.span.start > act.span.start]
    end = words.index_at(min([act.span.end, *following]))
    tasks = split_tasks(words, act, end, scene.duties, scene.actions, scene.also_nouns)
    for at, other in enumerate(acts) if tasks[0].verb < 0 and act.action else ():
        # "Requests the Board and invites the Bank to pay": the duty of the first stands behind the second
        if other.span.start > act.span.start and other.action == act.action and tasks[0].verb < 0:
            later = acts[at + 1].span.start if at + 1 < len(acts) else other.span.end
            end = words.index_at(min(other.span.end, later))
            tasks = split_tasks(words, other, end, scene.duties, scene.actions, scene.also_nouns)
    if act.force is Force.DECISION and not act.addressees and not _by_itself(scene, act, tasks[0]):
        return
    tasks = [_before_conditions(scene, task) for task in tasks]
    for place in range(len(tasks)):
        scene.earlier.append(_mandate(scene, act, number, tasks, place))
    for permission in find_permissions(words, words.index_at(act.span.start), end, scene.duties):
        if any(task.first <= permission.first < task.last for task in tasks):
            scene.earlier.append(_permitted(scene, act, number, permission))


def _by_itself(scene: _Scene, act: Act, task: Task) -> bool:
    """Whether the body decides to do something itself, and not that something else be so."""
    opening = scene.words.index_at(act.span.start + len(act.lead))
    between = scene.words.low[opening : task.first]
    return len(between) <= NEAREST_OWN and scene.duties.relatives.isdisjoint(between)


def _before_conditions(scene: _Scene, task: Task) -> Task:
    """The task without a condition at its end, and without the basis that only leads to it."""
    words, own = scene.words, words_span(scene.words, task)
    for condition in scene.conditions:
        span = condition.quote.span
        if condition.paragraph != scene.passage.head.id or not own.start < span.start < own.end:
            continue
        last = words.index_at(span.start)
        if span.end < own.end - 1 and words.ends[task.last - 1] > span.end + 1:
            continue
        for at in range(task.first + 1, last):
            basis = scene.duties.strong.length_at(words.low, at)
            if basis and words.low[at - 1] == "," and ";" not in words.low[at:last]:
                last = at
                break
        while last > task.first + 1 and words.low[last - 1] in {",", ";", ":"}:
            last -= 1
        while last > task.first + 1 and scene.duties.conjunctions.length_before(words.low, last):
            last -= scene.duties.conjunctions.length_before(words.low, last)
        while last > task.first + 1 and words.low[last - 1] in {",", ";", ":"}:
            last -= 1
        task = Task(task.first, last, task.verb)
    return task


def words_span(words: Words, task: Task) -> Span:
    """The characters of a task."""
    return words.span(task.first, task.last)


def _mandate(scene: _Scene, act: Act, number: int, tasks: Sequence[Task], place: int) -> Mandate:
    words, task = scene.words, tasks[place]
    begins = [words.starts[other.first] for other in tasks]

    def belongs(span: Span) -> bool:
        return _belongs(span, begins, place) and scene.passage.provision_at(span.start).id not in scene.apart

    def quotes(values: tuple[Quote, ...]) -> tuple[Quote, ...]:
        return tuple(value for value in values if belongs(value.span))

    provision = scene.provision(task.first)
    action = act.action
    if task.verb >= 0:
        negated = (at for at in range(task.first, task.verb) if words.low[at] in scene.duties.negations)
        action = " ".join(words.raw(at) for at in (*negated, task.verb))
    mandate = Mandate(
        scene.next_id(),
        provision,
        scene.passage.head.id,
        number,
        MODALITIES[act.force],
        action,
        Quote(
            words.words(task.first, task.last), words_span(words, task), "duty-verb" if task.verb >= 0 else "duty-act"
        ),
        act.addressees,
        quotes(act.deliverables),
        quotes(act.recipients),
        quotes(act.channels),
        tuple(timing for timing in act.timings if belongs(timing.span)),
        quotes(act.resources),
        _conditions(scene, act, provision),
    )
    if act.force is Force.DECISION and _permits(scene, act, task):
        mandate = replace(mandate, modality=Modality.PERMISSION)
    mandate = _with_report(scene, act, mandate, task, len(tasks))
    return replace(mandate, dependencies=_dependencies(scene, act, mandate, tasks, place))


def _belongs(span: Span, begins: Sequence[int], place: int) -> bool:
    """Whether words belong to the duty at a place: those before the first duty belong to all."""
    if span.start < begins[0]:
        return True
    end = begins[place + 1] if place + 1 < len(begins) else None
    return begins[place] <= span.start and (end is None or span.start < end)


def _conditions(scene: _Scene, act: Act, provision: str) -> tuple[str, ...]:
    """The conditions of the act that stand in the same provision or above it, and those towards it from elsewhere."""
    above = set(scene.index.ancestors(provision))
    found = []
    for condition in scene.conditions:
        here = condition.paragraph == scene.passage.head.id and act.span.covers(condition.quote.span)
        if (here and condition.provision in above) or any(
            id == provision or id.startswith(f"{scene.passage.head.id}.") or id in above for id in condition.towards
        ):
            found.append(condition.id)
    return tuple(found)


def _with_report(scene: _Scene, act: Act, mandate: Mandate, task: Task, tasks: int) -> Mandate:
    """The mandate with its duty to give information back, and what that must answer."""
    verb = scene.words.low[task.verb] if task.verb >= 0 else act.action.casefold()
    if verb in scene.duties.keeping and scene.duties.informed.isdisjoint(scene.words.low[task.first : task.last]):
        return mandate
    reports = act.reporting_duty and (
        tasks == 1 or verb in scene.duties.reporting_only or (verb in scene.duties.reporting_verbs and _gives(mandate))
    )
    gives = reports or (verb in scene.duties.reporting_only and task.verb >= 0)
    if not gives or task.verb < 0:
        return replace(mandate, reporting_duty=reports)
    others = (*mandate.recipients, *mandate.channels, *mandate.resources)
    taken = [timing.span for timing in mandate.timings] + [quote.span for quote in others]
    return replace(mandate, reporting_duty=reports, scope=find_scope(scene.words, task, taken, scene.duties))


def _permits(scene: _Scene, act: Act, task: Task) -> bool:
    """Whether a decision leaves something to somebody: "authorizes the Bureau to", "decides that the Bureau may"."""
    if not scene.duties.permission_leads.isdisjoint(act.lead.casefold().split()):
        return True
    return task.first > 0 and scene.words.low[task.first - 1] in scene.duties.permission_modals


def _gives(mandate: Mandate) -> bool:
    return bool(mandate.deliverables or mandate.recipients)


def _dependencies(
    scene: _Scene, act: Act, mandate: Mandate, tasks: Sequence[Task], place: int
) -> tuple[Dependency, ...]:
    """What stands in the duty itself, and what stands between the opening verb of the act and its first duty."""
    words, task, hanging = scene.words, tasks[place], scene.hanging()
    opening = words.index_at(act.span.start + len(act.lead))
    found = list(find_dependencies(words, opening, tasks[0].first, mandate.provision, hanging))
    stop = max(words.index_at(act.span.end), task.last) if place == len(tasks) - 1 else tasks[place + 1].first
    stop = next((at for at in sorted(words.breaks) if task.first < at < stop), stop)
    starts = [words.index_at(c.quote.span.start) for c in scene.conditions if c.paragraph == mandate.paragraph]
    stop = min([start for start in starts if task.first < start < stop], default=stop)
    found += find_dependencies(words, task.first, stop, mandate.provision, hanging)
    for topic in mandate.scope:
        first, last = words.index_at(topic.span.start), words.index_at(topic.span.end)
        on = find_pointed(words, first, last, hanging, plain=True)
        if on and not any(set(on) & set(known.on) for known in found):
            found.append(Dependency(Quote(topic.words, topic.span, "dependency-topic"), on))
    return tuple(found)


def _permitted(scene: _Scene, act: Act, number: int, permission: Permission) -> Mandate:
    """The mandate of a body that may do something."""
    words = scene.words
    span = words.span(permission.first, permission.last)
    provision = scene.provision(permission.first)
    return Mandate(
        scene.next_id(),
        provision,
        scene.passage.head.id,
        number,
        Modality.PERMISSION,
        words.raw(permission.verb),
        Quote(words.words(permission.first, permission.last), span, "duty-permission"),
        (words.quote(permission.who, permission.behind, "addressee-permission"),),
        timings=tuple(timing for timing in act.timings if span.covers(timing.span)),
        conditions=_conditions(scene, act, provision),
    )
