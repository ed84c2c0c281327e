"""Paragraphs in their places: preamble, operative part with its lists, closing, annexes."""

from collections.abc import Sequence

from operative.domain.findings import Finding, Severity
from operative.domain.provisions import Kind
from operative.domain.spans import Span
from operative.structure.annexes import Annexes, is_annex, opens_agreement
from operative.structure.blocks import Block
from operative.structure.closings import is_adoption, is_closing, is_meeting
from operative.structure.counts import Count
from operative.structure.drafts import Draft, Drafts
from operative.structure.formulas import goes_on, is_recital, is_torn, leads_over, turns_operative, unbracketed
from operative.structure.lists import Lists
from operative.structure.numbering import Label, Scheme, is_under, readings_of
from operative.structure.reasons import turn_all_before
from operative.structure.titles import is_date
from operative.vocabulary.styles import Style

__all__ = ["Outline"]

HEADING_LENGTH = 220
REACH = 200  # how far above a decimal number the one that it stands below is looked for


class Outline:
    """Puts the paragraphs of one document, in order, into provisions."""

    def __init__(self, drafts: Drafts, style: Style, content: str, kind: str) -> None:
        self.drafts, self.style, self.statement = drafts, style, kind == "statement"
        self.decides = kind != "document"
        """Its paragraphs are what a body decides, also where none opens with a verb."""
        self.first = len(drafts.all)
        self.lists = Lists()
        self.annexes = Annexes(drafts, style, content)
        self.count = Count(style)
        self.findings = self.count.findings
        self.stage = Kind.PREAMBULAR if kind == "agreement" else Kind.OPERATIVE
        self.operative: Draft | None = None
        self.before = self.after = ""  # the paragraphs before and after this one

    def begin_preamble(self, block: Block, words: str = "") -> None:
        """The enacting formula: a preamble follows; behind a colon, the text of another body is quoted."""
        if self.before.endswith((":", "：")) and self.operative is not None:
            self.stage = Kind.BODY
            self._take_body(block)
            self.before = words
            return
        self.drafts.add(Kind.ENACTING, "enacting", block)
        self.stage, self.operative = Kind.PREAMBULAR, None
        self.count.restart()
        self.lists.clear()

    def take(self, block: Block, words: str, ahead: Sequence[Label], after: str = "", last: bool = False) -> None:
        """Put one paragraph into its place; `words` is its text with its number, `ahead` the numbers that follow,
        `after`
        the paragraph that does, `last` whether it is one of the last of the document.
        """
        self.after = after
        if last and self.stage is Kind.ANNEX and is_meeting(words, self.style):
            self.stage = Kind.CLOSING
        if self.stage is not Kind.ANNEX and (
            self._is_annex(block, words) or (self.count.last == 0 and opens_agreement(words, self.style))
        ):
            self.stage = Kind.ANNEX
        self._place(block, words, ahead)
        self.before = unbracketed(words, block.label)

    def _place(self, block: Block, words: str, ahead: Sequence[Label]) -> None:
        if self.stage is Kind.ANNEX:
            self.annexes.take(block, words, ahead)
        elif block.table:
            self._take_body(block)
        elif self._is_closing(block, words):
            self.drafts.add(Kind.CLOSING, "closing", block)
            self.stage = Kind.CLOSING
        elif self.stage is Kind.BODY:
            self._take_body(block)
        elif block.label is None and self._is_torn(words):
            self.drafts.extend(self.drafts.all[-1], block)
        elif self.stage is Kind.PREAMBULAR:
            self._take_preambular(block, unbracketed(words, block.label), ahead)
        else:
            self._take_operative(block, unbracketed(words, block.label), ahead)

    def _is_annex(self, block: Block, words: str) -> bool:
        ended = self.stage is not Kind.PREAMBULAR or self.before.endswith((".", "。", ";", "；"))
        return ended and is_annex(words, self.style)

    def _is_torn(self, words: str) -> bool:
        """The paragraph above ended in the midst of its sentence; in a preamble no other sentence can follow."""
        above = self.drafts.all[-1].kind if self.drafts.all else None
        if above is not Kind.PREAMBULAR and (above is not Kind.OPERATIVE or words[0].isupper()):
            return False
        return is_torn(self.before, words, self.style)

    def _is_closing(self, block: Block, words: str) -> bool:
        if block.label is not None:
            # "28. 13 December 2014": a list that ran on over its end.
            return self.stage is Kind.CLOSING and is_date(words[len(block.label.printed) :].strip(), self.style)
        if self.stage is Kind.PREAMBULAR:
            return is_adoption(words, self.style)
        return is_closing(words, self.style, self.stage is Kind.CLOSING)

    def _take_preambular(self, block: Block, words: str, ahead: Sequence[Label]) -> None:
        label, style = block.label, self.style
        bare = words[len(label.printed) :].lstrip() if label else words
        if label is not None:
            value = self.count.value_of(label, words, self.operative is None)
            if value == 1 or (value and style.operative.match(bare)):
                self.stage = Kind.OPERATIVE
                self._take_operative(block, words, ahead)
                return
            if self._is_heading(block, words):
                self._take_heading(block)
                return
        elif leads_over(words, self.after, ahead, style):
            self.drafts.add(Kind.ENACTING, "enacting", block)
            self.stage = Kind.OPERATIVE
            return
        elif (
            turns_operative(bare, style, self.stage is Kind.PREAMBULAR)
            or style.speaks.match(bare.lstrip("IVX "))
            or self._ends_preamble(bare)
        ):
            self.stage = Kind.OPERATIVE
            self._take_operative(block, words, ahead)
            return
        elif len(bare) < HEADING_LENGTH and self._is_heading(block, words) and not style.preambular.match(bare):
            self._take_heading(block)
            return
        last = self.drafts.all[-1] if self.drafts.all else None
        if last is not None and last.kind is Kind.PREAMBULAR and (label is not None or goes_on(bare, self.style)):
            self.drafts.extend(last, block)
            return
        count = self.drafts.next(Kind.PREAMBULAR)
        self.drafts.add(Kind.PREAMBULAR, f"pp{count}", block)

    def _ends_preamble(self, bare: str) -> bool:
        """A preamble is one sentence: the paragraph that closes it with a stop, and opens with no recital, is the
        decision.
        """
        if bare[-1] not in ".。" or bare[0] in '“"«' or goes_on(bare, self.style):
            return False
        return self.before.endswith((",", "،", "，")) and self.style.preambular.match(bare) is None

    def _take_operative(self, block: Block, words: str, ahead: Sequence[Label]) -> None:
        label = block.label
        if label is None:
            self._take_unnumbered(block, words)
            return
        value = self.count.value_of(label, words, self.operative is None)
        if (
            value
            and not self._is_inner_count(value, words, label)
            and self._take_numbered(block, label, value, words, ahead)
        ):
            return
        if self._is_heading(block, words):
            self._take_heading(block)
        elif "." in label.bare and self._take_decimal(block, label):
            return
        elif self.operative is not None:
            self._take_point(block, label, ahead)
        else:
            self._take_body(block)

    def _take_numbered(self, block: Block, label: Label, value: int, words: str, ahead: Sequence[Label]) -> bool:
        """A paragraph with a number of the main count, if this can be one."""
        if self.stage is Kind.CLOSING and not self.count.is_due(label, value):
            return False
        opens = self.operative is None and self.before.endswith(tuple(self.style.terminal))
        if not self.count.accepts(block, label, value, words, bool(self.lists.levels), opens):
            return False
        self.stage = Kind.OPERATIVE
        last = self.operative
        if value == 1 and last is not None and last.number is None and self._is_chapeau(last):
            self.drafts.turn(last, Kind.ENACTING, "enacting")
        number = f"{label.bare}{label.suffix}"
        self.operative = self.drafts.add(Kind.OPERATIVE, f"op{number}", block, number=label.printed, start=label.end)
        self.lists.clear()
        if block.inner is not None and block.inner.paren:
            # "2. (a) Decides": the paragraph has no words of its own before its first point.
            self.operative.blocks[0] = (block, block.end)
            self._take_point(block, block.inner, ahead)
        return True

    def _is_chapeau(self, draft: Draft) -> bool:
        """ "Resolves that:" above sentences that count from 1: they are the paragraphs."""
        return self.drafts.all[-1] is draft and self.before.endswith((":", "："))

    def _take_decimal(self, block: Block, label: Label) -> bool:
        """6.2 is a paragraph where none of the count is a 6; 6.2.1 stands below 6.2, and 6.2 below a 6."""
        near = self.drafts.all[-REACH:]
        above = next((d for d in reversed(near) if d.number and is_under(label.bare, d.number)), None)
        if above is not None and above.kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH):
            if self.before.endswith((":", "：")) and above is self.operative and "." in str(above.number).rstrip("."):
                turn_all_before(self.drafts, self.first, above)
            name = f"{above.id}.{label.bare.rpartition('.')[2]}"
            draft = self.drafts.add(
                Kind.SUBPARAGRAPH, name, block, number=label.printed, parent=above.id, start=label.end
            )
            self.lists.clear()
            self.lists.enter(Scheme.DECIMAL, int(label.bare.rpartition(".")[2]), draft.id, above.id)
            return True
        if self.operative is not None and "." not in (self.operative.number or "").rstrip("."):
            return False
        self.operative = self.drafts.add(
            Kind.OPERATIVE, f"op{label.bare}", block, number=label.printed, start=label.end
        )
        self.stage = Kind.OPERATIVE
        self.lists.clear()
        return True

    def _is_inner_count(self, value: int, words: str, label: Label) -> bool:
        """1. 2. 3. below a paragraph that ends on a colon are its list, until a verb opens the next paragraph of the
        main count.
        """
        if self.style.operative.match(words, len(label.printed) + 1):
            return False
        inner = [level for level in self.lists.levels if level.scheme is Scheme.DIGIT]
        if inner:
            return value == inner[-1].last + 1
        if value != 1 or self.operative is None or not self.before.endswith((":", "：", "؛")):
            return False
        return self.operative.number is not None or goes_on(words[len(label.printed) :].lstrip(), self.style)

    def _take_unnumbered(self, block: Block, words: str) -> None:
        style = self.style
        if self.statement and self.operative is None and words.endswith((":", "：")):
            self.drafts.add(Kind.ENACTING, "enacting", block)
            return
        acts = turns_operative(words, style, self.stage is Kind.PREAMBULAR)
        if (self._opens_preamble(words) and not acts) or self._is_recital(words):
            self.stage = Kind.PREAMBULAR
            self._take_preambular(block, words, ())
        elif self.operative is not None and goes_on(words, style):
            # Words that go on with a list belong to the paragraph that holds it; else to what stands just above.
            above = self.drafts.all[-1]
            self.drafts.extend(above if above.kind in (Kind.BODY, Kind.HEADING) else self.operative, block)
        elif self._is_heading(block, words):
            self._take_heading(block)
        elif self.stage is Kind.CLOSING:
            self._take_body(block)
        elif acts or self.statement or style.speaks.match(words) or (self.operative is None and self.decides):
            self.operative = self.drafts.add(Kind.OPERATIVE, f"op{self.drafts.next(Kind.OPERATIVE)}", block)
            self.lists.clear()
        else:
            self._take_body(block)

    def _opens_preamble(self, words: str) -> bool:
        return self.operative is None and self.count.last == 0 and self.style.preambular.match(words) is not None

    def _is_recital(self, words: str) -> bool:
        """A recital below a heading or another one; what stands before it and opens like a decision is one itself."""
        if not self.drafts.all or not is_recital(words, self.style):
            return False
        last = self.drafts.all[-1]
        if last is self.operative and last.number is None and self.style.preambular.match(self.before):
            self.drafts.turn(last, Kind.PREAMBULAR, f"pp{self.drafts.next(Kind.PREAMBULAR)}")
            self.operative = None
        return last.kind in (Kind.HEADING, Kind.PREAMBULAR)

    def _take_point(self, block: Block, label: Label, ahead: Sequence[Label]) -> None:
        assert self.operative is not None
        place = self.lists.place(label, ahead, self.operative.id)
        if place is None:
            self._take_body(block)
            return
        parent, scheme, value, expected = place
        if not expected:
            span = Span(block.start, block.rows[0].end)
            self.findings.append(
                Finding("number-out-of-order", Severity.WARNING, f"{label.printed} does not follow here", span)
            )
        name = f"{parent}.{value if scheme is Scheme.BULLET else label.bare + label.suffix}"
        draft = self.drafts.add(Kind.SUBPARAGRAPH, name, block, number=label.printed, parent=parent, start=label.end)
        self.lists.enter(scheme, value, draft.id, parent)

    def _is_heading(self, block: Block, words: str) -> bool:
        """Short, no closing mark, and not a paragraph by its number or verb."""
        label = block.label
        if len(words) > HEADING_LENGTH or words[-1] in self.style.terminal or goes_on(words, self.style):
            return False
        if label is not None:
            schemes = [scheme for scheme, _ in readings_of(label)]
            return not label.paren and any(s in (Scheme.CAPITAL, Scheme.CAPITAL_ROMAN) for s in schemes)
        if self.style.cased and words[:1] in '“"«' and self.statement:
            return False
        return turns_operative(words, self.style, self.stage is Kind.PREAMBULAR) is False or len(words) < 12

    def _take_heading(self, block: Block) -> None:
        self.drafts.add_labelled(Kind.HEADING, f"h{self.drafts.next(Kind.HEADING)}", block)
        self.count.fresh = True
        self.lists.clear()

    def _take_body(self, block: Block) -> None:
        below = self.operative is not None and self.stage in (Kind.OPERATIVE, Kind.BODY)
        parent = self.operative.id if self.operative is not None and below else None
        self.drafts.add_labelled(Kind.BODY, f"b{self.drafts.next(Kind.BODY)}", block, parent)
