"""A language model behind an OpenAI-compatible endpoint, as one more source of claims: below rules and persons, off
by default.

What it says counts only where it quotes words that stand in the paragraph, and only in fields that the rules left
empty.
"""

import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from operative.domain.acts import Act
from operative.domain.claims import LISTS, Author, Claim, Stand, anchor_of
from operative.domain.findings import Finding, Severity

__all__ = ["Endpoint", "suggest_claims"]

QUESTION = """You read one operative paragraph of a resolution. For the act that opens with the words given as "lead",
answer with one JSON object:
{"addressees": [], "deliverables": [], "recipients": [], "channels": [], "conditions": [], "resources": []}.
Every entry is copied from the paragraph to the letter. Leave a list empty where the paragraph does not say it."""
FIELDS = tuple(field for field in LISTS if field != "timings")
MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model listens: the base address (".../v1"), the name of the model, the key if one is needed, seconds to
    wait.
    """

    url: str
    model: str
    key: str = ""
    timeout: float = 30.0


def suggest_claims(
    endpoint: Endpoint, act: Act, words: str, now: datetime
) -> tuple[tuple[Claim, ...], tuple[Finding, ...]]:
    """What the model adds to an act of a paragraph; an endpoint that fails, or talks nonsense, gives a finding and no
    claim.
    """
    try:
        answer = _ask(endpoint, act.lead, words)
    except (OSError, ValueError, KeyError, IndexError, TypeError) as exc:
        message = f"the model at {endpoint.url} gave no usable answer: {type(exc).__name__}: {exc}"
        return (), (Finding("model-failed", Severity.WARNING, message),)
    anchor, made_by = anchor_of(act, words), endpoint.model
    claims = [
        Claim(anchor, field, quote, Stand.ADDED, Author.MODEL, made_by, now)
        for field in FIELDS
        for quote in _quotes(answer.get(field))
        if quote in words
    ]
    return tuple(claims), ()


def _quotes(value: object) -> Sequence[str]:
    if not isinstance(value, list):
        return ()
    return [quote.strip() for quote in value if isinstance(quote, str) and quote.strip()]


def _ask(endpoint: Endpoint, lead: str, words: str) -> dict[str, object]:
    """The JSON object that the model answers; raises `ValueError` where it is none."""
    body = {
        "model": endpoint.model,
        "temperature": 0,
        "response_format": {"type": "json_object"},
        "messages": [
            {"role": "system", "content": QUESTION},
            {"role": "user", "content": json.dumps({"lead": lead, "paragraph": words}, ensure_ascii=False)},
        ],
    }
    headers = {"Content-Type": "application/json"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    address = f"{endpoint.url.rstrip('/')}/chat/completions"
    if not address.startswith(("http://", "https://")):
        raise ValueError("the address of a model begins with http:// or https://")
    request = urllib.request.Request(address, json.dumps(body).encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=endpoint.timeout) as response:
            raw = response.read(MOST_BYTES)
    except urllib.error.HTTPError as exc:
        raise ValueError(f"status {exc.code}") from exc
    answer = json.loads(json.loads(raw)["choices"][0]["message"]["content"])
    if not isinstance(answer, dict):
        raise ValueError("the answer is no JSON object")
    return answer
