"""Texts of our own in the style of the field, for corpora of tests."""

FRAME = """RESOLUTION No. {number}
(Adopted by the Council at its {session}th Session, on {day})

{title}

The Council,
Mindful of the state of the wells of the valley,
{recital}
{paragraphs}
"""


def resolution(
    number: int, *paragraphs: str, session: int = 43, day: str = "6 June 2024", title: str = "WELLS", recital: str = ""
) -> bytes:
    """A resolution with these operative paragraphs."""
    numbered = "".join(f"{place}.\n{text}\n" for place, text in enumerate(paragraphs, 1))
    said = recital or "Recalling the report of the Board,"
    return FRAME.format(
        number=number, session=session, day=day, title=title, recital=said, paragraphs=numbered
    ).encode()
