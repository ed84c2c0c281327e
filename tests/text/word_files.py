"""Word files for tests, written part by part."""

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
NAMESPACES = (
    f'{W} {R} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def a_run(words: str, *properties: str) -> str:
    inside = "".join(f"<w:{name}/>" for name in properties)
    return f'<w:r><w:rPr>{inside}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def a_paragraph(*runs: str, properties: str = "") -> str:
    inside = "".join(run if run.startswith("<") else a_run(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def in_list(list_id: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def a_level(depth: int, form: str, text: str, *, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def a_numbering(*levels: str, lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{lists}'


def a_row(*cells: str) -> str:
    inside = "".join(f"<w:tc>{cell if cell.startswith('<') else a_paragraph(cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{inside}</w:tr>"


def a_table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def a_word_file(body: str, *, links: dict[str, str] | None = None, **parts: str) -> bytes:
    """A Word file with a body and, by name, the inside of other parts: styles, numbering, footnotes, header1."""
    roots = {"styles": "styles", "numbering": "numbering", "settings": "settings"}
    relations = []
    members = {}
    for name, inside in parts.items():
        kind = name.rstrip("0123456789")
        root = roots.get(kind) or {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        members[f"word/{name}.xml"] = f"<w:{root} {NAMESPACES}>{inside}</w:{root}>"
        relations.append(f'<Relationship Id="{name}" Type="{TYPES}/{kind}" Target="{name}.xml"/>')
    for name, address in (links or {}).items():
        relations.append(
            f'<Relationship Id="{name}" Type="{TYPES}/hyperlink" Target="{address}" TargetMode="External"/>'
        )
    members["word/document.xml"] = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    members["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{PACKAGE}">{"".join(relations)}</Relationships>'
    members["_rels/.rels"] = (
        f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="r1" Type="{TYPES}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    return a_zip(members)


def a_zip(members: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()
