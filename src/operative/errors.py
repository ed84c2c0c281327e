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
    │   ├── SourceTooCostly        source-too-costly     over the limit of time, memory or size
    │   ├── UnreachableSource      unreachable-source    a server that does not answer, or not to the end
    │   └── HarvestRefused         harvest-refused       a repository that refuses what it is asked
    ├── VocabularyError            vocabulary-error      a vocabulary file that breaks its own rules
    ├── SignInRefused              sign-in-refused       what a sign-in service said is not proven, or lets nobody in
    │   └── UnreachableProvider    unreachable-provider  a sign-in service that does not answer
    └── DossierError               dossier-error         something that a dossier cannot do
        ├── UnreachableStore       unreachable-store     the database does not open
        ├── DamagedBackup         damaged-backup        a file that is no backup, or was changed
        ├── UnknownDossier         unknown-dossier       no dossier has this key
        ├── StaleVersion           stale-version         somebody wrote first: look again, then write
        ├── BrokenLedger           broken-ledger         entries were changed, lost or put in another order
        ├── MalformedRecord        malformed-record      plain data that is no entry, fact or casebook
        └── Refused                refused               a statement that may not be entered
            ├── IllegalTransition  illegal-transition    a step that cannot be taken from this state
            ├── MissingEvidence    missing-evidence      a step that needs proof, without it
            ├── NotEntitled        not-entitled          a person without the role that this takes
            ├── TooEarly           too-early             a day before something that the statement names was there
            ├── UnknownSubject     unknown-subject       a mandate, element, document ... that is not there
            └── WrongFormula       wrong-formula         an expression that is none, or not a safe one
"""

__all__ = [
    "BrokenLedger",
    "DamagedBackup",
    "DamagedSource",
    "DossierError",
    "EmptySource",
    "EncryptedSource",
    "HarvestRefused",
    "HostileSource",
    "IllegalTransition",
    "MalformedRecord",
    "MissingEvidence",
    "NoReader",
    "NoTextLayer",
    "NotEntitled",
    "OperativeError",
    "Refused",
    "SignInRefused",
    "SourceTooCostly",
    "StaleVersion",
    "TooEarly",
    "UnknownDossier",
    "UnknownLanguage",
    "UnknownSubject",
    "UnreachableProvider",
    "UnreachableSource",
    "UnreachableStore",
    "UnreadableSource",
    "VocabularyError",
    "WrongCall",
    "WrongFormula",
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


class UnreachableSource(UnreadableSource):
    """A server that does not answer, or not to the end."""

    code = "unreachable-source"


class HarvestRefused(UnreadableSource):
    """A repository that refuses what it is asked; the message begins with its own code."""

    code = "harvest-refused"


class VocabularyError(OperativeError):
    """A vocabulary file that breaks its own rules."""

    code = "vocabulary-error"


class SignInRefused(OperativeError):
    """What a sign-in service said is not proven, or lets nobody in."""

    code = "sign-in-refused"


class UnreachableProvider(SignInRefused):
    """A sign-in service that does not answer."""

    code = "unreachable-provider"


class DossierError(OperativeError):
    """Something that a dossier cannot do."""

    code = "dossier-error"


class UnreachableStore(DossierError):
    """The database in which dossiers are kept does not open."""

    code = "unreachable-store"


class DamagedBackup(DossierError):
    """A file that is no backup, that was cut off or changed, or that is of another version."""

    code = "damaged-backup"


class UnknownDossier(DossierError):
    """No dossier has this key, or it is not for the person who asks."""

    code = "unknown-dossier"


class StaleVersion(DossierError):
    """Somebody wrote to the dossier first; nothing was entered."""

    code = "stale-version"


class BrokenLedger(DossierError):
    """A ledger whose entries were changed, lost or put in another order."""

    code = "broken-ledger"


class MalformedRecord(DossierError):
    """Plain data that describes no entry, fact or casebook."""

    code = "malformed-record"


class Refused(DossierError):
    """A statement that may not be entered, with the reason."""

    code = "refused"


class IllegalTransition(Refused):
    """A step that cannot be taken from this state."""

    code = "illegal-transition"


class MissingEvidence(Refused):
    """A step that needs proof, without it."""

    code = "missing-evidence"


class NotEntitled(Refused):
    """A person without the role that this takes."""

    code = "not-entitled"


class TooEarly(Refused):
    """A statement that counts from a day on which something that it names was not there yet."""

    code = "too-early"


class UnknownSubject(Refused):
    """A mandate, element, draft or document that is not in the dossier."""

    code = "unknown-subject"


class WrongFormula(Refused):
    """An expression that is none, or that does more than reckon."""

    code = "wrong-formula"
