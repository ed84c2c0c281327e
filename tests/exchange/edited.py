"""DOCX as people edit them: parts of a package with words and marks put in the place of others."""

import io
import zipfile


def edited(data: bytes, *changes: tuple[str, str], part: str = "word/document.xml") -> bytes:
    """The package with each mark-up replaced, once, by another in one of its parts; it must be there."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                text = content.decode()
                for before, after in changes:
                    assert before in text, before
                    text = text.replace(before, after, 1)
                content = text.encode()
            new.writestr(name, content)
    return out.getvalue()


def run(words: str, tag: str = "t") -> str:
    """The mark-up of a run."""
    return f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


def tracked(words: str, *, added: bool, author: str = "B. Editor", day: str = "2030-05-03") -> str:
    """Words that somebody added, or struck, with the changes tracked."""
    name, tag = ("ins", "t") if added else ("del", "delText")
    return f'<w:{name} w:id="77" w:author="{author}" w:date="{day}T10:00:00Z">{run(words, tag)}</w:{name}>'
