// Generated from schemas/diplomacy.yaml by python -m kg.schema.generate: do not edit.
// Every node has the label Entity beside that of its class, and is found by its id alone.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
// What the store keeps for itself: what each document contributed, and that the database is a store of Elshi.
CREATE CONSTRAINT contribution_document IF NOT EXISTS FOR (n:Contribution) REQUIRE n.document IS UNIQUE;
CREATE CONSTRAINT store_id IF NOT EXISTS FOR (n:Store) REQUIRE n.id IS UNIQUE;
// Names in words: Neo4j only, ArcadeDB passes it over.
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.names, n.alias, n.label];
CREATE INDEX agreement_name IF NOT EXISTS FOR (n:Agreement) ON (n.name);
CREATE INDEX agreement_date IF NOT EXISTS FOR (n:Agreement) ON (n.date);
CREATE INDEX agreement_date_day IF NOT EXISTS FOR (n:Agreement) ON (n.date_day);
CREATE INDEX claim_predicate IF NOT EXISTS FOR (n:Claim) ON (n.predicate);
CREATE INDEX claim_confidence IF NOT EXISTS FOR (n:Claim) ON (n.confidence);
CREATE INDEX country_name IF NOT EXISTS FOR (n:Country) ON (n.name);
CREATE INDEX country_iso IF NOT EXISTS FOR (n:Country) ON (n.iso);
CREATE INDEX document_date IF NOT EXISTS FOR (n:Document) ON (n.date);
CREATE INDEX document_date_day IF NOT EXISTS FOR (n:Document) ON (n.date_day);
CREATE INDEX document_identifier IF NOT EXISTS FOR (n:Document) ON (n.identifier);
CREATE INDEX document_sha256 IF NOT EXISTS FOR (n:Document) ON (n.sha256);
CREATE INDEX meeting_date IF NOT EXISTS FOR (n:Meeting) ON (n.date);
CREATE INDEX meeting_date_day IF NOT EXISTS FOR (n:Meeting) ON (n.date_day);
CREATE INDEX organization_name IF NOT EXISTS FOR (n:Organization) ON (n.name);
CREATE INDEX person_name IF NOT EXISTS FOR (n:Person) ON (n.name);
CREATE INDEX place_name IF NOT EXISTS FOR (n:Place) ON (n.name);
CREATE INDEX topic_name IF NOT EXISTS FOR (n:Topic) ON (n.name);
