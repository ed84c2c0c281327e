"""The addresses of the pages."""

from django.urls import path

from operative.web.pages import (
    accounts,
    brief,
    conditions,
    correcting,
    costs,
    desk,
    dossier,
    entering,
    ledger,
    mechanisms,
    offers,
    originals,
    reader,
    redline,
    reports,
    requests,
    session,
    texts,
)
from operative.web.places import in_document, in_text

__all__ = ["urlpatterns"]

DOCUMENT = "dossiers/<str:key>/documents/<str:document>"

urlpatterns = [
    path("", desk.show, name="desk"),
    path("sign-in", accounts.sign_in, name="sign-in"),
    path("sign-out", accounts.sign_out, name="sign-out"),
    path("welcome/<str:secret>", accounts.welcome, name="welcome"),
    path("account/", accounts.account, name="account"),
    path("account/tokens", accounts.tokens, name="tokens"),
    path("dossiers/<str:key>/", dossier.show, name="dossier"),
    path("dossiers/<str:key>/requests/", requests.show, name="requests"),
    path("dossiers/<str:key>/conditions/", conditions.show, name="conditions"),
    path("dossiers/<str:key>/conditions/<str:element>/", conditions.cell, name="element"),
    path("dossiers/<str:key>/redline/", redline.show, name="redline"),
    path("dossiers/<str:key>/mechanisms/", mechanisms.show, name="mechanisms"),
    path("dossiers/<str:key>/costs/", costs.show, name="costs"),
    path("dossiers/<str:key>/reports/", reports.show, name="reports"),
    path("dossiers/<str:key>/session/", session.show, name="session"),
    path("dossiers/<str:key>/session/vote", session.vote, name="vote"),
    path("dossiers/<str:key>/session/decide", session.decide, name="decide"),
    path("dossiers/<str:key>/brief/", brief.show, name="brief"),
    path("dossiers/<str:key>/enter/<str:name>/", entering.show, name="enter"),
    path("dossiers/<str:key>/ledger/", ledger.show, name="ledger"),
    path("dossiers/<str:key>/ledger/verify", ledger.verify, name="verify"),
    path("dossiers/<str:key>/ledger/casebook", ledger.casebook, name="casebook"),
    path("dossiers/<str:key>/ledger/lines", ledger.lines, name="lines"),
    path("people/", accounts.people, name="people"),
    path("dossiers/", desk.dossiers, name="dossiers"),
    path("texts/", texts.show, name="texts"),
    path("texts/<str:sha256>/", reader.show_text, name="text"),
    path("texts/<str:sha256>/open", in_text(offers.open_dossier), name="open-dossier"),
    path("texts/<str:sha256>/join", in_text(offers.join), name="join-dossier"),
    path("texts/<str:sha256>/correct", in_text(correcting.change), name="correct-text"),
    path("texts/<str:sha256>/read-again", in_text(correcting.read_again), name="reread-text"),
    path("texts/<str:sha256>/source", in_text(originals.source), name="text-source"),
    path("texts/<str:sha256>/pages/<int:number>.png", in_text(originals.picture), name="text-page"),
    path(f"{DOCUMENT}/", reader.show_document, name="document"),
    path(f"{DOCUMENT}/correct", in_document(correcting.change), name="correct-document"),
    path(f"{DOCUMENT}/read-again", in_document(correcting.read_again), name="reread-document"),
    path(f"{DOCUMENT}/source", in_document(originals.source), name="document-source"),
    path(f"{DOCUMENT}/pages/<int:number>.png", in_document(originals.picture), name="document-page"),
]
