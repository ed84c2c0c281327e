"""Notes: the words of a passage stand once, and a later note says where."""

from datetime import date

from operative.domain.papers import notes_of, sentences_of

from .papers import paper


def test_a_quotation_stands_in_one_note_and_the_others_lead_there(place):
    made = paper(place, "working-group", on=date(2025, 7, 1))
    notes = {number: note for note, number in notes_of(made.blocks).items()}
    seen: dict[tuple[str, str, str], int] = {}
    led = 0
    for number, note in sorted(notes.items()):
        for one in note.evidence:
            if not one.quote:
                continue
            passage = (one.document, one.provision, one.quote)
            words = " ".join(one.quote.split())[:40]
            if passage not in seen:
                seen[passage] = number
                assert words in note.words
            elif seen[passage] != number:
                led += 1
                assert f"as in note {seen[passage]}." in note.words

    assert led > 20


def test_every_sentence_keeps_its_notes(place):
    made = paper(place, "status-7")

    assert all(one.notes for one in sentences_of(made.blocks))


def test_notes_lead_in_the_language_of_the_paper(place):
    for language, words in (("fr", "comme à la note"), ("es", "como en la nota")):
        told = [note.words for note in notes_of(paper(place, "working-group", language=language).blocks)]
        assert any(words in one for one in told)
