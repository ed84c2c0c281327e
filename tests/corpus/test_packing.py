"""Records on their way between two processes."""

from operative.corpus.packing import pack_record, unpack_record
from operative.domain.holdings import HeldAct, HeldProvision, HeldReference, Holding, Intake, IntakeRecord

RECORD = IntakeRecord(
    Intake("ab" * 32, "reeds.txt", "text/plain", "en"),
    (Holding("ab" * 8, "reeds.txt", "en", symbol="X/RES/1"),),
    (HeldProvision("ab" * 8, "op1", "operative", "Requests the Board to cut reeds;"),),
    (HeldAct("ab" * 8, "op1", "op1-act1", "Requests", "directive", addressees=("the Board",), reporting_duty=True),),
    (HeldReference("ab" * 8, "op1", "X/RES/1", "X/RES/1"),),
)
REFUSED = IntakeRecord(Intake("cd" * 32, "bad.pdf", error="damaged-source", message="cut off"))


def test_a_record_comes_back_as_it_was():
    assert unpack_record(pack_record(RECORD)) == RECORD
    assert unpack_record(pack_record(REFUSED)) == REFUSED


def test_what_is_counted_can_be_seen_without_unpacking():
    packed = pack_record(RECORD)

    assert (packed.intake, packed.documents, packed.provisions, packed.acts) == (RECORD.intake, 1, 1, 1)
