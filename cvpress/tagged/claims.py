"""What a tagged PDF says of itself: its title, the standards that it keeps, its colours."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from cvpress import resources

# A PDF/A document has to describe what no other standard knows: here, the part of PDF/UA.
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
{facts}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of PDF/UA that is kept</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
_TITLE = '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:title>'
_AUTHOR = "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>"
_FACTS = {
    **{"/Title": _TITLE, "/Author": _AUTHOR},
    **{"/Creator": "<xmp:CreatorTool>{}</xmp:CreatorTool>"},
    **{"/Producer": "<pdf:Producer>{}</pdf:Producer>"},
}
_DATES = {"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}
_CLAIMED = (
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
    "<pdfuaid:part>1</pdfuaid:part>"
)


def write(document: pikepdf.Pdf, in_order: bool = True) -> None:
    """Write what the document says of itself. Its dates are those that TeX wrote, or none.

    `in_order`: its letters stand in the order in which they are read, as the standards ask.
    """
    root = document.Root
    viewer = root.get("/ViewerPreferences", Dictionary())
    viewer.DisplayDocTitle = True
    root.ViewerPreferences = viewer
    packet = document.make_stream(_packet(document, in_order).encode())
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    root.Metadata = packet
    colours = document.make_stream(resources.data("srgb.icc").read_bytes())
    colours.N = 3
    root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB"),
                Info=String("sRGB"),
                DestOutputProfile=colours,
            )
        ]
    )


def _packet(document: pikepdf.Pdf, in_order: bool) -> str:
    info: Any = document.docinfo
    facts = [form.format(escape(str(info[key]))) for key, form in _FACTS.items() if key in info]
    for key, name in _DATES.items():
        if key in info:
            facts.append(f"<{name}>{_date(str(info[key]))}</{name}>")
    return _PACKET.format(facts="\n".join((*facts, _CLAIMED) if in_order else facts))


def _date(written: str) -> str:
    """Return a date of TeX, D:20231114221320Z, as XMP writes it."""
    d = written.removeprefix("D:")
    return f"{d[:4]}-{d[4:6]}-{d[6:8]}T{d[8:10]}:{d[10:12]}:{d[12:14]}Z"
