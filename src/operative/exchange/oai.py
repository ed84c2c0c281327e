"""Answers of repositories to OAI-PMH 2.0 (ListRecords), with MARCXML or Dublin Core, and records as JSON lines.

The protocol: openarchives.org/OAI/2.0/openarchivesprotocol.htm, section 4.5; the fields are those of MARC 21: 245
title, 191 document symbol, 269 date, 856 electronic location.
"""

import json
from collections.abc import Iterator

from lxml import etree

from operative.domain.harvests import HarvestedRecord, HarvestPage, RecordLink
from operative.errors import DamagedSource, HarvestRefused, HostileSource

__all__ = ["BAD_TOKEN", "read_json_lines", "read_page"]

OAI = "{http://www.openarchives.org/OAI/2.0/}"
MARC = "{http://www.loc.gov/MARC21/slim}"
DC = "{http://purl.org/dc/elements/1.1/}"

NO_RECORDS = "noRecordsMatch"
BAD_TOKEN = "badResumptionToken"


def read_page(data: bytes) -> HarvestPage:
    """The records of one answer; nothing new is a page without records.

    Raises `DamagedSource` where it is no answer of the protocol, `HarvestRefused` with the code of the protocol where
    the repository refuses, `HostileSource` for a document type, which no answer has.
    """
    root = _parsed(data)
    if root.tag != f"{OAI}OAI-PMH":
        raise DamagedSource(f"no answer of OAI-PMH 2.0: it begins with {root.tag}")
    answered = (root.findtext(f"{OAI}responseDate") or "").strip()
    for error in root.iterfind(f"{OAI}error"):
        if error.get("code") == NO_RECORDS:
            return HarvestPage((), "", answered)
        raise HarvestRefused(f"{error.get('code') or 'error'}: {' '.join((error.text or '').split())}")
    listed = root.find(f"{OAI}ListRecords")
    if listed is None:
        raise DamagedSource("an answer of OAI-PMH without ListRecords")
    token = " ".join((listed.findtext(f"{OAI}resumptionToken") or "").split())
    return HarvestPage(tuple(_records(listed)), token, answered)


def read_json_lines(data: bytes) -> Iterator[HarvestedRecord | str]:
    """The records of JSON lines, `{"id", "text" or "url", "title", "symbol", "date", "deleted"}`; what is none, as the
    words that say why.
    """
    for number, line in enumerate(data.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            identifier = row["id"]
            if not isinstance(identifier, str) or not identifier:
                raise TypeError("id is no text")
            links = (RecordLink(row["url"], str(row.get("language", ""))),) if isinstance(row.get("url"), str) else ()
            words = {name: str(row.get(name) or "") for name in ("title", "symbol", "date", "text")}
        except (ValueError, TypeError, KeyError, AttributeError) as exc:
            yield f"line {number}: not a record: {exc}"
            continue
        yield HarvestedRecord(identifier, deleted=row.get("deleted") is True, links=links, **words)


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as exc:
        raise DamagedSource(f"not well-formed: {exc}") from exc
    if root.getroottree().docinfo.internalDTD is not None:
        raise HostileSource("an answer with a document type, which could hold entities")
    return root


def _records(listed: etree._Element) -> Iterator[HarvestedRecord]:
    for record in listed.iterfind(f"{OAI}record"):
        header = record.find(f"{OAI}header")
        if header is None:
            continue
        identifier = (header.findtext(f"{OAI}identifier") or "").strip()
        datestamp = (header.findtext(f"{OAI}datestamp") or "").strip()
        metadata = record.find(f"{OAI}metadata")
        if header.get("status") == "deleted" or metadata is None:
            yield HarvestedRecord(identifier, datestamp, deleted=header.get("status") == "deleted")
        elif metadata.find(f".//{MARC}datafield") is not None:
            yield _of_marc(identifier, datestamp, metadata)
        else:
            yield _of_dublin_core(identifier, datestamp, metadata)


def _of_marc(identifier: str, datestamp: str, metadata: etree._Element) -> HarvestedRecord:
    def first(tag: str, codes: str) -> str:
        field = metadata.find(f".//{MARC}datafield[@tag='{tag}']")
        if field is None:
            return ""
        parts = (part.text or "" for part in field.iterfind(f"{MARC}subfield") if (part.get("code") or "-") in codes)
        return " ".join(" ".join(parts).split()).rstrip(" /:,")

    links = []
    for field in metadata.iterfind(f".//{MARC}datafield[@tag='856']"):
        values = {part.get("code"): (part.text or "").strip() for part in field.iterfind(f"{MARC}subfield")}
        if values.get("u"):
            links.append(RecordLink(values["u"], values.get("y") or values.get("z") or ""))
    return HarvestedRecord(
        identifier,
        datestamp,
        title=first("245", "ab"),
        symbol=first("191", "a"),
        date=first("269", "a") or first("260", "c"),
        links=tuple(links),
    )


def _of_dublin_core(identifier: str, datestamp: str, metadata: etree._Element) -> HarvestedRecord:
    def all_of(name: str) -> list[str]:
        return [" ".join((one.text or "").split()) for one in metadata.iterfind(f".//{DC}{name}") if one.text]

    said = all_of("identifier")
    return HarvestedRecord(
        identifier,
        datestamp,
        title=next(iter(all_of("title")), ""),
        symbol=next((one for one in said if not one.startswith("http") and "/" in one), ""),
        date=next(iter(all_of("date")), ""),
        links=tuple(RecordLink(one) for one in said if one.startswith(("http://", "https://"))),
    )
