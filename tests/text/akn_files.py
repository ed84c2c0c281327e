"""Akoma Ntoso written for tests, in the drafting style of the field; all bodies and texts are invented."""

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
META = """<meta><identification source="#secretariat">
<FRBRWork><FRBRthis value="/akn/zz/statement/resolution/harbour-council/2024-05-03/12-7/!main"/>
<FRBRuri value="/akn/zz/statement/resolution/harbour-council/2024-05-03/12-7"/>
<FRBRdate date="2024-05-03" name="adoption"/><FRBRauthor href="hc" as="author"/><FRBRcountry value="zz"/></FRBRWork>
<FRBRExpression><FRBRthis value="/x"/><FRBRuri value="/x"/><FRBRdate date="2024-05-20" name="publication"/>
<FRBRauthor href="hc"/><FRBRlanguage language="eng"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="/x"/><FRBRuri value="/x"/><FRBRdate date="2024-05-21" name="markup"/>
<FRBRauthor href="hc"/></FRBRManifestation></identification></meta>"""

COVER = """<coverPage>
  <p><docAuthority refersTo="#publisher">Harbour Union</docAuthority></p>
  <p><docNumber refersTo="#symbol">HC/RES/12/7</docNumber></p>
  <p><docAuthority refersTo="#issuingBody">Harbour Council</docAuthority></p>
  <p><docStatus>Distr.: Limited</docStatus></p>
  <p><session value="12">Twelfth session</session></p>
  <p><inline name="agenda item" title="4">Agenda item 4</inline></p>
  <p><docTitle>Resolution adopted by the Harbour Council on 3 May 2024</docTitle></p>
</coverPage>
<preface><p><docNumber>12/7.</docNumber> <docTitle refersTo="#resolutionTitle"><span class="bold">
  Dredging of shared channels</span></docTitle></p></preface>"""

PREAMBLE = """<preamble>
  <formula name="enactingFormula"><p><span class="italic">The Harbour Council</span>,</p></formula>
  <container name="Recalling"><p xml:space="preserve">	<span class="italic">Recalling</span> its resolution <a
    href="https://example.org/HC/RES/11/2">11/2</a> of 9 May 2023,<authorialNote marker="1" placement="bottom"><p>
    See <a href="https://example.org/r">HC/11/R.3</a>, annex.</p></authorialNote> </p></container>
</preamble>"""

BODY = """<mainBody>
  <paragraph class="SingleTxt"><num>1.</num>
    <list><intro><p><span class="italic">Requests</span> the Pilot Master:</p></intro>
      <point><num>(a)</num><content><p>To sound every channel;</p></content></point>
      <point><num>(b)</num><content><p>To mark those that are</p></content></point>
      <sublist><point><num>(i)</num><content><p>Shallow;</p></content></point></sublist>
      <wrapUp><p>and to report to the Council;</p></wrapUp></list></paragraph>
  <paragraph class="H23"><subheading>Money</subheading></paragraph>
  <paragraph class="SingleTxt"><num>2.</num><content>
    <p><span class="italic">Decides</span> to meet the cost from the reserve.</p></content></paragraph>
</mainBody>"""

CONCLUSIONS = """<conclusions><p><inline name="adoptionMeeting" title="5">5th meeting</inline><eol/>
  <docDate date="2024-05-03" refersTo="#adoptionDate">3 May 2024</docDate></p></conclusions>"""

ANNEX = f"""<attachments><attachment><doc name="annex">{META}<mainBody>
  <paragraph class="H1"><subheading>Annex</subheading></paragraph>
  <paragraph class="H23"><subheading>Rules for dredging</subheading></paragraph>
  <paragraph><num>1.</num><list><intro><p>A dredger shall:</p></intro>
    <point><num>(a)</num><content><p>Show a light;</p></content></point></list></paragraph>
</mainBody></doc></attachment></attachments>"""


def akn(inner: str, name: str = "resolution", meta: str = META) -> bytes:
    """A document with this inside."""
    return f'<akomaNtoso xmlns="{NAMESPACE}"><statement name="{name}">{meta}{inner}</statement></akomaNtoso>'.encode()


def body(inner: str, name: str = "resolution") -> bytes:
    """A document with this in its main body."""
    return akn(f"<mainBody>{inner}</mainBody>", name)


WHOLE = akn(COVER + PREAMBLE + BODY + CONCLUSIONS + ANNEX)
