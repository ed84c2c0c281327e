"""A provider of OpenID Connect for tests, on this machine: it lets Ana in, and lies where it is told to."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT = "operative"
SECRET = "a secret: of ours/ä"
ANA = {"sub": "ana-1", "name": "Ana of the Field", "email": "ana@example.org", "email_verified": True}


class StandIn:
    """What it answers can be changed by tests: claims of the token, how it is signed, what it says of itself."""

    def __init__(self, key: RSAKey) -> None:
        self.key = self.signs_with = key
        self.issuer = ""
        self.claims: dict[str, Any] = dict(ANA)
        self.userinfo: dict[str, Any] = {}
        self.header: dict[str, Any] = {"alg": "RS256", "kid": "one"}
        self.metadata: dict[str, Any] = {}
        self.codes: dict[str, dict[str, str]] = {}
        self.asked: list[str] = []

    def discovery(self) -> dict[str, Any]:
        """What it says of itself."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/keys",
            **self.metadata,
        }

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the person is sent back to: they have signed in."""
        assert asked["client_id"] == CLIENT
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        code = f"code-{len(self.codes)}"
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, form: dict[str, str], authorization: str) -> dict[str, Any] | None:
        """The tokens for a code: once, to who asked for it, and only with the verifier."""
        asked = self.codes.pop(form.get("code", ""), None)
        client, _colon, secret = base64.b64decode(authorization.removeprefix("Basic ")).decode().partition(":")
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if asked is None or _encoded(digest) != asked["code_challenge"]:
            return None
        if form["redirect_uri"] != asked["redirect_uri"]:
            return None
        if (unquote(client), unquote(secret)) != (CLIENT, SECRET):
            return None
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"]}
        return {"access_token": "bearer", "token_type": "Bearer", "id_token": self.signed({**claims, **self.claims})}

    def signed(self, claims: dict[str, Any]) -> str:
        """The ID token; a claim of None is left out."""
        told = {name: value for name, value in claims.items() if value is not None}
        if self.header["alg"] in ("none", "HS256"):
            # No library signs like this: nothing, or the public key as if it were a secret that we share.
            parts = ".".join(_encoded(json.dumps(part).encode()) for part in (self.header, told))
            mac = hmac.digest(self.key.as_pem(private=False), parts.encode(), "sha256")
            return f"{parts}.{_encoded(mac) if self.header['alg'] == 'HS256' else ''}"
        return jwt.encode(self.header, told, self.signs_with, algorithms=["RS256"])


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@contextmanager
def standing_in(key: RSAKey) -> Iterator[StandIn]:
    """A provider that answers on a free port of this machine."""
    provider = StandIn(key)

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, query = urlsplit(self.path).path, urlsplit(self.path).query
            provider.asked.append(path)
            if path == "/authorize":
                self.send_response(302)
                self.send_header("Location", provider.authorize({k: v[0] for k, v in parse_qs(query).items()}))
                self.end_headers()
                return
            found = {
                "/.well-known/openid-configuration": provider.discovery(),
                "/keys": {"keys": [{**provider.key.as_dict(private=False), "kid": "one", "use": "sig"}]},
                "/userinfo": provider.userinfo if self.headers["Authorization"] == "Bearer bearer" else None,
            }.get(path)
            self.tell(found)

        def do_POST(self) -> None:
            provider.asked.append(self.path)
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {k: v[0] for k, v in parse_qs(body).items()}
            self.tell(provider.token(form, self.headers.get("Authorization", "")))

        def tell(self, found: dict[str, Any] | None) -> None:
            self.send_response(400 if found is None else 200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(found).encode())

        def log_message(self, *given: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    provider.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
