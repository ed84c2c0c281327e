"""Texts in the shape of resolutions, made from a grammar, so that every piece can stand where it stands."""

from dataclasses import dataclass

from hypothesis import strategies as st

BODIES = ("The Council,", "The General Conference,", "The Assembly of Members,", "The Executive Board,")
PARTICIPLES = ("Recalling", "Noting with concern", "Bearing in mind", "Recognizing also", "Having considered")
VERBS = ("Requests", "Decides", "Urges", "Also requests", "Takes note with appreciation", "Invites", "Welcomes")
ADDRESSEES = ("the Director General", "Member States", "the Standing Committee", "all Parties concerned")
OBJECTS = (
    "the long-term plan of the Organization and the costs of carrying it out in the field",
    "the report of the Working Group on Harbours, as well as the follow-up to its earlier recommendations",
    "the need to protect lighthouse keepers, pilots and other workers at sea in all regions",
    "the decision that was taken in Port Anselm, and the results that it has brought so far",
)
TAILS = ("to report on its work", "to take account of small islands", "to submit proposals in due course")


@dataclass(frozen=True)
class Planned:
    """A text with what is in it: words of the preambular paragraphs, and of the operative ones with their points."""

    title: str
    body: str
    preamble: tuple[str, ...]
    operative: tuple[tuple[str, tuple[str, ...]], ...]

    def printed(self, gap: str = "\n\n", space: str = " ", own_line: bool = False) -> str:
        """The text as a printer would set it: paragraphs parted by `gap`, words by `space`."""
        after = "\n" if own_line else space
        lines = ["RESOLUTION No. 41", self.title, self.body, *self.preamble]
        for number, (words, points) in enumerate(self.operative, 1):
            lines.append(f"{number}.{after}{words}")
            lines += [f"({chr(97 + i)}){space}{point}" for i, point in enumerate(points)]
        return gap.join(line.replace(" ", space) for line in lines) + "\n"


preambular = st.builds(lambda verb, thing: f"{verb} {thing},", st.sampled_from(PARTICIPLES), st.sampled_from(OBJECTS))
points = st.lists(
    st.builds(
        lambda tail, thing: f"{tail.capitalize()} and {thing};", st.sampled_from(TAILS), st.sampled_from(OBJECTS)
    ),
    max_size=11,
).map(tuple)


@st.composite
def operative(draw: st.DrawFn) -> tuple[str, tuple[str, ...]]:
    """A numbered paragraph, and its points if it ends on a colon."""
    verb, who = draw(st.sampled_from(VERBS)), draw(st.sampled_from(ADDRESSEES))
    below = draw(points)
    if below:
        return f"{verb} {who}:", below
    return f"{verb} {who} {draw(st.sampled_from(TAILS))}, in view of {draw(st.sampled_from(OBJECTS))};", ()


resolutions = st.builds(
    Planned,
    st.sampled_from(("Harbours and lighthouses", "Costs of the new seat")),
    st.sampled_from(BODIES),
    st.lists(preambular, min_size=1, max_size=6).map(tuple),
    st.lists(operative(), min_size=1, max_size=12).map(tuple),
)
