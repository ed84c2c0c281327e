"""A feed as Atom (RFC 4287): the same feed, the same bytes."""

from collections.abc import Iterator
from datetime import UTC, datetime

from operative.domain.feeds import Feed, FeedEntry
from operative.exchange.characters import as_attribute, as_text, without_controls

__all__ = ["MEDIA_TYPE", "render_atom"]

MEDIA_TYPE = "application/atom+xml; charset=utf-8"


def render_atom(feed: Feed) -> bytes:
    """The feed, its entries in their order."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"<id>{as_text(feed.id)}</id>",
        f"<title>{as_text(feed.title)}</title>",
        f"<updated>{_moment(feed.updated)}</updated>",
        "<generator>Operative</generator>",
        *_links((("self", feed.address), ("alternate", feed.link))),
    ]
    for one in feed.entries:
        lines += _entry(one)
    lines.append("</feed>\n")
    return without_controls("\n".join(lines)).encode("utf-8", "replace")


def _entry(one: FeedEntry) -> Iterator[str]:
    yield f"<entry><id>{as_text(one.id)}</id>"
    yield f"<title>{as_text(one.title)}</title>"
    yield f"<updated>{_moment(one.updated)}</updated><published>{_moment(one.published)}</published>"
    yield f"<author><name>{as_text(one.author)}</name></author>"
    yield from _links((("alternate", one.link),))
    yield from (f'<category term="{as_attribute(word)}"/>' for word in one.categories)
    yield f'<content type="text">{as_text(one.words or one.title)}</content></entry>'


def _links(links: tuple[tuple[str, str], ...]) -> Iterator[str]:
    return (f'<link rel="{rel}" href="{as_attribute(address)}"/>' for rel, address in links if address)


def _moment(moment: datetime) -> str:
    """RFC 3339, to the second."""
    return f"{moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat()}Z"
