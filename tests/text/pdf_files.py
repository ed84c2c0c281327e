"""Small PDFs made by hand for the tests of the PDF reader: the text is placed letter run by letter run."""

from dataclasses import dataclass, field

FONTS = {"regular": "Times-Roman", "bold": "Times-Bold", "italic": "Times-Italic"}
ARABIC = "arabic"
TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfchar <E000> <06440627> endbfchar
1 beginbfrange <0000> <DFFF> <0000> endbfrange
endcmap end end"""


@dataclass
class Page:
    """What is drawn on one page, from the bottom left corner."""

    width: float = 612
    height: float = 792
    turn: int = 0
    drawn: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, words: str, size: float = 10, font: str = "regular", rise: float = 0) -> "Page":
        code = f"<{words.encode('utf-16-be').hex()}>" if font == ARABIC else f"({escaped(words)})"
        self.drawn.append(f"BT /{font} {size} Tf {rise} Ts 1 0 0 1 {x} {y} Tm {code} Tj ET")
        return self

    def lines(
        self, x: float, y: float, *lines: str, size: float = 10, leading: float = 12, font: str = "regular"
    ) -> float:
        """Draws lines under each other; gives the height of the last one."""
        for number, words in enumerate(lines):
            self.text(x, y - number * leading, words, size, font)
        return y - (len(lines) - 1) * leading

    def turned(self, x: float, y: float, words: str, size: float = 10) -> "Page":
        """Draws words from bottom to top."""
        self.drawn.append(f"BT /regular {size} Tf 0 1 -1 0 {x} {y} Tm ({escaped(words)}) Tj ET")
        return self

    def rule(self, x1: float, y1: float, x2: float, y2: float) -> "Page":
        self.drawn.append(f"{x1} {y1} m {x2} {y2} l S")
        return self


def escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def stream(content: bytes, more: str = "") -> bytes:
    return f"<</Length {len(content)}{more}>>stream\n".encode() + content + b"\nendstream"


def file_of(objects: list[bytes], trailer: str = "") -> bytes:
    """A PDF of numbered objects; the first is the catalog."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + head + table + end.encode()


def pdf_of(*pages: Page) -> bytes:
    """A PDF of these pages."""
    names = [*FONTS, ARABIC]
    first_page = 4 + len(names) + 2
    kids = " ".join(f"{first_page + 2 * number} 0 R" for number in range(len(pages)))
    fonts = " ".join(f"/{name} {4 + number} 0 R" for number, name in enumerate(names))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        f"<</Font<<{fonts}>>>>".encode(),
        *(f"<</Type/Font/Subtype/Type1/BaseFont/{FONTS[name]}/Encoding/WinAnsiEncoding>>".encode() for name in FONTS),
        f"<</Type/Font/Subtype/Type0/BaseFont/Script/Encoding/Identity-H/DescendantFonts[{4 + len(names)} 0 R]"
        f"/ToUnicode {5 + len(names)} 0 R>>".encode(),
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Script/DW 500/CIDSystemInfo<</Registry(Adobe)"
        b"/Ordering(Identity)/Supplement 0>>>>",
        stream(TO_UNICODE),
    ]
    for page in pages:
        number = len(objects) + 1
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {page.width} {page.height}]/Rotate {page.turn}"
            f"/Resources 3 0 R/Contents {number + 1} 0 R>>".encode()
        )
        objects.append(stream("\n".join(page.drawn).encode("cp1252", "replace")))
    return file_of(objects)
