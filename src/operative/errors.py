"""The one error tree of Operative.

A wrong *document* gives findings; a wrong *call* or unreadable bytes raise one of these::

    OperativeError                 operative-error
    ├── WrongCall                  wrong-call            an argument or option that makes no sense
    │   └── UnknownLanguage        unknown-language      a language that no vocabulary knows
    ├── UnreadableSource           unreadable-source     bytes from which no text can be had
    │   ├── NoReader               no-reader             a media type that no reader takes
    │   ├── EmptySource            empty-source          no characters at all
    │   ├── DamagedSource          damaged-source        truncated, not well-formed, wrong encoding
    │   ├── EncryptedSource        encrypted-source      a password is needed
    │   ├── HostileSource          hostile-source        external entities, bombs, other attacks
    │   ├── NoTextLayer            no-text-layer         a scan, and no text recognition at hand
    │   └── SourceTooCostly        source-too-costly     over the limit of time, memory or size
    └── VocabularyError            vocabulary-error      a vocabulary file that breaks its own rules
"""

__all__ = [
    "DamagedSource",
    "EmptySource",
    "EncryptedSource",
    "HostileSource",
    "NoReader",
    "NoTextLayer",
    "OperativeError",
    "SourceTooCostly",
    "UnknownLanguage",
    "UnreadableSource",
    "VocabularyError",
    "WrongCall",
]


class OperativeError(Exception):
    """Any error that Operative raises on purpose; `code` is stable and has a page in the reference."""

    code = "operative-error"


class WrongCall(OperativeError):
    """An argument or option that makes no sense."""

    code = "wrong-call"


class UnknownLanguage(WrongCall):
    """A language that no vocabulary knows."""

    code = "unknown-language"


class UnreadableSource(OperativeError):
    """Bytes from which no text can be had."""

    code = "unreadable-source"


class NoReader(UnreadableSource):
    """A media type that no reader takes."""

    code = "no-reader"


class EmptySource(UnreadableSource):
    """A source without a single printed character."""

    code = "empty-source"


class DamagedSource(UnreadableSource):
    """A truncated, malformed or wrongly encoded source."""

    code = "damaged-source"


class EncryptedSource(UnreadableSource):
    """A source that opens only with a password."""

    code = "encrypted-source"


class HostileSource(UnreadableSource):
    """A source with external entities, entity bombs or other attacks."""

    code = "hostile-source"


class NoTextLayer(UnreadableSource):
    """A scan, where no text recognition is at hand."""

    code = "no-text-layer"


class SourceTooCostly(UnreadableSource):
    """A source over the limit of time, memory or size."""

    code = "source-too-costly"


class VocabularyError(OperativeError):
    """A vocabulary file that breaks its own rules."""

    code = "vocabulary-error"
