"""How the forms of a verb are made that stand behind "que" and behind "en", from `data/verbs`."""

from dataclasses import dataclass
from functools import cache

from operative.vocabulary.loader import known_language, load

__all__ = ["Inflection", "inflection"]


@dataclass(frozen=True, slots=True)
class Inflection:
    """Rules by the ending of the infinitive, the longest first, and the verbs that follow none."""

    rules: tuple[tuple[str, tuple[str, ...], str], ...]
    irregular: dict[str, tuple[str, ...]]
    gerunds: dict[str, str]
    drops: str
    futures: tuple[str, ...]
    stems: dict[str, str]

    def finite(self, infinitive: str) -> tuple[str, ...]:
        """The forms behind "que", singular and plural; none where no rule knows the verb."""
        if infinitive in self.irregular:
            return self.irregular[infinitive]
        for ending, gives, _ in self.rules:
            if infinitive.endswith(ending):
                return tuple(infinitive.removesuffix(ending) + new for new in gives)
        return ()

    def gerund(self, infinitive: str) -> tuple[str, ...]:
        """The form that tells a means: "présentant"."""
        if infinitive in self.gerunds:
            return (self.gerunds[infinitive],)
        for ending, _, new in self.rules:
            if infinitive.endswith(ending):
                return (infinitive.removesuffix(ending) + new,) if new else ()
        return ()

    def future(self, infinitive: str) -> tuple[str, ...]:
        """The forms of a duty to come, singular and plural: "présentera", "présenteront"."""
        stem = self.stems.get(infinitive, infinitive.removesuffix(self.drops))
        return tuple(stem + ending for ending in self.futures)


@cache
def inflection(language: str) -> Inflection | None:
    """The inflection of a language; None where its verbs are asked for in the base form alone."""
    actions = load("verbs", known_language(language))["actions"]
    if "form" not in actions:
        return None
    rules = [(rule["ending"], tuple(rule["gives"]), rule.get("gerund", "")) for rule in actions["form"]]
    return Inflection(
        tuple(sorted(rules, key=lambda rule: -len(rule[0]))),
        {word: tuple(forms) for word, forms in actions["irregular"].items()},
        dict(actions.get("gerunds", {})),
        actions["future"]["drops"],
        tuple(actions["future"]["gives"]),
        dict(actions["future"]["stems"]),
    )
