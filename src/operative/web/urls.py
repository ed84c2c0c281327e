"""The addresses of the pages."""

from django.urls import path

from operative.web.pages import (
    accounts,
    conditions,
    costs,
    desk,
    dossier,
    ledger,
    mechanisms,
    redline,
    reports,
    requests,
    session,
)

__all__ = ["urlpatterns"]

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
    path("dossiers/<str:key>/ledger/", ledger.show, name="ledger"),
    path("dossiers/<str:key>/ledger/verify", ledger.verify, name="verify"),
    path("dossiers/<str:key>/ledger/casebook", ledger.casebook, name="casebook"),
    path("dossiers/<str:key>/ledger/lines", ledger.lines, name="lines"),
    path("people/", accounts.people, name="people"),
]
