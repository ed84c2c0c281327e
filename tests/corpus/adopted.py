"""A corpus of texts of a council, read as they would be from disk."""

import hashlib

from operative.bootstrap.bulk import take_in
from operative.corpus.corpora import Corpus

__all__ = ["corpus_of"]

TEXT = """Resolution {number}

Adopted by the Security Council at its 700th meeting, on {day}

The Security Council,
Recalling its earlier resolutions,
{paragraphs}
"""


def corpus_of(folder, *texts):
    """A corpus of (number, day, operative paragraphs); the number as printed, such as "3001 (2030)"."""
    corpus = Corpus.open_or_make(folder)
    records = []
    for number, day, *paragraphs in texts:
        numbered = "\n".join(f"{place}. {text};" for place, text in enumerate(paragraphs, 1))
        data = TEXT.format(number=number, day=day, paragraphs=numbered).encode()
        records.append(take_in((hashlib.sha256(data).hexdigest(), f"{number}.txt", data), quick=False))
    corpus.add(records)
    return corpus
