// Constraints and indexes of a graph in Neo4j, applied when a store is opened; each may be applied again and again.
// `k` is a row's key as one text that sorts as the key does, `k_…` its place in another order of its table.

CREATE CONSTRAINT article_version_k IF NOT EXISTS FOR (n:ArticleVersion) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT extraction_k IF NOT EXISTS FOR (n:ExtractionRow) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT signature_k IF NOT EXISTS FOR (n:SignatureRow) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT key_k IF NOT EXISTS FOR (n:KeyRow) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT called_k IF NOT EXISTS FOR (n:CalledRow) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT appearance_k IF NOT EXISTS FOR (n:Appearance) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT entity_k IF NOT EXISTS FOR (n:Entity) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT gram_k IF NOT EXISTS FOR (n:GramRow) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT event_k IF NOT EXISTS FOR (n:Event) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT timeline_k IF NOT EXISTS FOR (n:TimelineRow) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT statement_k IF NOT EXISTS FOR (n:Statement) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT said_k IF NOT EXISTS FOR (n:SaidRow) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT titled_k IF NOT EXISTS FOR (n:TitledRow) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT relation_k IF NOT EXISTS FOR (n:RelationRow) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT related_k IF NOT EXISTS FOR (n:RelatedRow) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT claim_k IF NOT EXISTS FOR (n:Claim) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT pair_k IF NOT EXISTS FOR (n:PairRow) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT decision_k IF NOT EXISTS FOR (n:Decision) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT change_k IF NOT EXISTS FOR (n:ChangeRow) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT gone_k IF NOT EXISTS FOR (n:GoneRow) REQUIRE n.k IS UNIQUE;
CREATE CONSTRAINT store_id IF NOT EXISTS FOR (n:Store) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_name IF NOT EXISTS FOR (n:Source) REQUIRE n.name IS UNIQUE;

CREATE INDEX version_article IF NOT EXISTS FOR (n:ArticleVersion) ON (n.k_article);
CREATE INDEX version_newest IF NOT EXISTS FOR (n:ArticleVersion) ON (n.k_newest);
CREATE INDEX signature_node IF NOT EXISTS FOR (n:SignatureRow) ON (n.k_node);
CREATE INDEX appearance_signature IF NOT EXISTS FOR (n:Appearance) ON (n.k_signature);
CREATE INDEX timeline_type IF NOT EXISTS FOR (n:TimelineRow) ON (n.k_type);
CREATE INDEX pair_weight IF NOT EXISTS FOR (n:PairRow) ON (n.k_weight);
CREATE INDEX decision_article IF NOT EXISTS FOR (n:Decision) ON (n.k_article);

// For people, who look by name, id, day and words.
CREATE INDEX entity_shown_id IF NOT EXISTS FOR (n:Entity) ON (n.id);
CREATE INDEX entity_shown_name IF NOT EXISTS FOR (n:Entity) ON (n.name);
CREATE INDEX event_shown_id IF NOT EXISTS FOR (n:Event) ON (n.id);
CREATE INDEX event_shown_type IF NOT EXISTS FOR (n:Event) ON (n.type, n.earliest);
CREATE INDEX statement_shown_id IF NOT EXISTS FOR (n:Statement) ON (n.id);
CREATE INDEX claim_fact IF NOT EXISTS FOR (n:Claim) ON (n.factId);
CREATE INDEX gone_node IF NOT EXISTS FOR (n:Leaving) ON (n.was);
CREATE TEXT INDEX entity_words IF NOT EXISTS FOR (n:Entity) ON (n.name);
CREATE FULLTEXT INDEX statement_words IF NOT EXISTS FOR (n:Statement) ON EACH [n.words]
  OPTIONS { indexConfig: { `fulltext.eventually_consistent`: true } };
