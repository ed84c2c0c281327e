"""What is annexed: agreements with articles, declarations, terms of reference. Annexed text is never operative."""

from collections import Counter
from collections.abc import Sequence

from operative.domain.provisions import Kind
from operative.structure.blocks import Block
from operative.structure.drafts import Draft, Drafts
from operative.structure.lists import Lists
from operative.structure.numbering import Label, Scheme, readings_of
from operative.vocabulary.styles import Style

__all__ = ["Annexes", "is_annex", "opens_agreement"]

HEADING_LENGTH = 160


def is_annex(words: str, style: Style) -> bool:
    """Whether a line opens an annex: the word, perhaps a number, and at most what it belongs to."""
    return len(words) < 100 and not words[0].islower() and style.annex.match(words) is not None


def opens_agreement(words: str, style: Style) -> bool:
    """ "Article 1" where nothing operative stands above: the text is an agreement, and is built like an annexed one."""
    return len(words) < 100 and style.article.match(words) is not None


class Annexes:
    """Puts the paragraphs of annexes and of agreements into provisions."""

    def __init__(self, drafts: Drafts, style: Style, content: str) -> None:
        self.drafts, self.style, self.content = drafts, style, content
        self.lists = Lists()
        self.annex: Draft | None = None
        self.article: Draft | None = None
        self.paragraph: Draft | None = None
        self.count = 0
        self.unnumbered: Counter[tuple[str, Kind]] = Counter()

    def take(self, block: Block, words: str, ahead: Sequence[Label]) -> None:
        """Put one paragraph into its place."""
        if is_annex(words, self.style):
            self.count += 1
            self.annex = self.drafts.add(Kind.ANNEX, f"annex{self.count}", block)
            self.article = self.paragraph = None
            self.lists.clear()
        elif len(words) < HEADING_LENGTH and words[-1] not in ",;" and self._take_article(block):
            return
        elif self._is_heading(block, words):
            self._take_heading(block, words)
        elif block.label is not None:
            self._take_labelled(block, block.label, ahead)
        elif self.style.cased and words[:1].islower() and self.paragraph is not None:
            self.drafts.extend(self.paragraph, block)
        else:
            self._take_body(block)

    def _take_article(self, block: Block) -> bool:
        """ "Article 3", alone or before its title."""
        match = self.style.article.match(self.content, block.start, block.end)
        if match is None:
            return False
        self.article = self.drafts.add(
            Kind.ARTICLE,
            self._under(self.annex, f"art{match['number']}"),
            block,
            number=" ".join(match[0].rstrip(".: ").split()),
            parent=self._id(self.annex),
            start=match.end(),
        )
        self.paragraph = None
        self.lists.clear()
        return True

    def _id(self, draft: Draft | None) -> str | None:
        return draft.id if draft else None

    def _under(self, draft: Draft | None, name: str) -> str:
        return f"{draft.id}.{name}" if draft else name

    def _next(self, top: Draft | None, kind: Kind) -> int:
        """How many unnumbered of a kind stand below a provision, and one."""
        if top is None:
            return self.drafts.next(kind)
        self.unnumbered[top.id, kind] += 1
        return self.unnumbered[top.id, kind]

    def _is_heading(self, block: Block, words: str) -> bool:
        if len(words) > HEADING_LENGTH or words[-1] in self.style.terminal or block.table:
            return False
        if block.label is not None:
            schemes = [scheme for scheme, _ in readings_of(block.label)]
            return not block.label.paren and any(s in (Scheme.CAPITAL, Scheme.CAPITAL_ROMAN) for s in schemes)
        return not (self.style.cased and words[:1].islower())

    def _take_labelled(self, block: Block, label: Label, ahead: Sequence[Label]) -> None:
        top = self.article or self.annex
        value = next((value for scheme, value in readings_of(label) if scheme in (Scheme.DIGIT, Scheme.DECIMAL)), 0)
        if value:
            name = self._under(top, f"{label.bare}{label.suffix}" if top else f"p{label.bare}{label.suffix}")
            self.paragraph = self.drafts.add(
                Kind.BODY, name, block, number=label.printed, parent=self._id(top), start=label.end
            )
            self.lists.clear()
            return
        hang = self.paragraph or top
        place = self.lists.place(label, ahead, hang.id if hang else "")
        if place is None:
            self._take_body(block)
            return
        parent, scheme, value, _ = place
        last = value if scheme is Scheme.BULLET else label.bare + label.suffix
        draft = self.drafts.add(
            Kind.BODY,
            f"{parent}.{last}" if parent else f"p{last}",
            block,
            number=label.printed,
            parent=parent or None,
            start=label.end,
        )
        self.lists.enter(scheme, value, draft.id, parent)

    def _take_heading(self, block: Block, words: str) -> None:
        """A heading; right below the number of an article it is the title of it, and that of a part ends the
        article.
        """
        if self.style.division.match(words):
            self.article = self.paragraph = None
        elif self.article is not None and self._awaits_title(self.article) and block.label is None:
            self.drafts.extend(self.article, block)
            return
        top = self.article or self.annex
        name = self._under(top, f"h{self._next(top, Kind.HEADING)}")
        self.drafts.add_labelled(Kind.HEADING, name, block, self._id(top))
        self.paragraph = None
        self.lists.clear()

    def _awaits_title(self, article: Draft) -> bool:
        (block, start), *rest = article.blocks
        return self.drafts.all[-1] is article and not rest and start >= block.end

    def _take_body(self, block: Block) -> None:
        top = self.article or self.annex
        name = self._under(top, f"b{self._next(top, Kind.BODY)}")
        self.paragraph = self.drafts.add(Kind.BODY, name, block, parent=self._id(top))
        self.lists.clear()
