"""The HTTP status of each error: one table for the pages and the API."""

from operative.errors import (
    DossierError,
    NotEntitled,
    OperativeError,
    Refused,
    SignInRefused,
    StaleVersion,
    UnknownDossier,
    UnknownSubject,
    UnreachableProvider,
    UnreadableSource,
    WrongCall,
)

__all__ = ["STATUS", "status_of"]

STATUS: dict[type[OperativeError], int] = {
    UnknownDossier: 404,
    UnknownSubject: 404,
    NotEntitled: 403,
    StaleVersion: 409,
    Refused: 409,
    UnreachableProvider: 502,
    SignInRefused: 403,
    UnreadableSource: 422,
    WrongCall: 400,
    DossierError: 400,
    OperativeError: 500,
}
"""The status of each error; a kind of error that is not named has that of the nearest one above it."""


def status_of(error: OperativeError) -> int:
    """The HTTP status that an error is answered with."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
