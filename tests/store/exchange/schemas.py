"""What the XML Schemas of GraphML 1.1 and GEXF 1.3 ask of the elements that Elshi writes, in RELAX NG."""

from __future__ import annotations

_TYPES = 'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'

GRAPHML = f"""
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://graphml.graphdrawing.org/xmlns" {_TYPES}><start>
<element name="graphml">
  <attribute name="schemaLocation" ns="http://www.w3.org/2001/XMLSchema-instance"/>
  <zeroOrMore><element name="key">
    <attribute name="id"><data type="ID"/></attribute>
    <attribute name="for"><choice><value>node</value><value>edge</value></choice></attribute>
    <attribute name="attr.name"><data type="NMTOKEN"/></attribute>
    <attribute name="attr.type"><choice><value>boolean</value>
    <value>int</value><value>double</value><value>string</value></choice>
    </attribute>
  </element></zeroOrMore>
  <element name="graph">
    <attribute name="id"><data type="NMTOKEN"/></attribute>
    <attribute name="edgedefault"><value>directed</value></attribute>
    <zeroOrMore><element name="node">
      <attribute name="id"><data type="NMTOKEN"/></attribute><ref name="data"/></element></zeroOrMore>
    <zeroOrMore><element name="edge">
      <attribute name="id"><data type="NMTOKEN"/></attribute>
      <attribute name="source"><data type="NMTOKEN"/></attribute><attribute name="target"><data type="NMTOKEN"/></attribute>
      <ref name="data"/>
    </element></zeroOrMore>
  </element>
</element></start>
<define name="data"><zeroOrMore><element name="data"><attribute name="key"><data type="IDREF"/></attribute><text/></element>
</zeroOrMore></define>
</grammar>"""

GEXF = f"""
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://gexf.net/1.3" {_TYPES}><start>
<element name="gexf">
  <attribute name="schemaLocation" ns="http://www.w3.org/2001/XMLSchema-instance"/>
  <attribute name="version"><value>1.3</value></attribute>
  <element name="meta"><element name="creator"><text/></element><element name="description"><text/></element></element>
  <element name="graph">
    <attribute name="mode"><value>dynamic</value></attribute>
    <attribute name="defaultedgetype"><value>directed</value></attribute>
    <attribute name="timeformat"><value>date</value></attribute>
    <attribute name="timerepresentation"><value>interval</value></attribute>
    <zeroOrMore><element name="attributes">
      <attribute name="class"><choice><value>node</value><value>edge</value></choice></attribute>
      <attribute name="mode"><value>static</value></attribute>
      <zeroOrMore><element name="attribute">
        <attribute name="id"/><attribute name="title"/>
        <attribute name="type"><choice><value>boolean</value>
    <value>integer</value><value>double</value><value>string</value></choice>
        </attribute>
      </element></zeroOrMore>
    </element></zeroOrMore>
    <element name="nodes"><zeroOrMore><element name="node">
      <attribute name="id"/><attribute name="label"/>
      <optional><attribute name="start"><data type="date"/></attribute>
      <attribute name="end"><data type="date"/></attribute></optional>
      <ref name="values"/>
      <element name="color" ns="http://gexf.net/1.3/viz">
        <attribute name="r"><data type="unsignedByte"/></attribute>
        <attribute name="g"><data type="unsignedByte"/></attribute>
        <attribute name="b"><data type="unsignedByte"/></attribute>
      </element>
    </element></zeroOrMore></element>
    <element name="edges"><zeroOrMore><element name="edge">
      <attribute name="id"/><attribute name="source"/><attribute name="target"/><attribute name="kind"/><attribute name="label"/>
      <attribute name="weight"><data type="double"/></attribute>
      <ref name="values"/>
    </element></zeroOrMore></element>
  </element>
</element></start>
<define name="values"><element name="attvalues"><zeroOrMore><element name="attvalue">
  <attribute name="for"/><attribute name="value"/></element></zeroOrMore></element></define>
</grammar>"""
