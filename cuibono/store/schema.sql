-- The evidence database. Stored types are those that Spark can read too: VARCHAR, BIGINT, DOUBLE, DATE,
-- TIMESTAMP (UTC), BOOLEAN. No primary keys on large tables: an index over 1.2M hashes costs more than the
-- load; uniqueness is kept by anti-joins inside the one transaction that writes.
CREATE SCHEMA IF NOT EXISTS ev;

CREATE TABLE ev.meta (key VARCHAR, value BIGINT);
INSERT INTO ev.meta VALUES ('format', 3), ('generation', 0), ('judgement', 0);

CREATE TABLE ev.source (
    id VARCHAR, name VARCHAR, media_type VARCHAR, reader VARCHAR, reader_version VARCHAR, size BIGINT,
    origin VARCHAR, title VARCHAR, outlet VARCHAR, author VARCHAR, published VARCHAR, language VARCHAR,
    url VARCHAR, captured VARCHAR, added TIMESTAMP, protected BOOLEAN, simulated BOOLEAN, parent VARCHAR,
    notes VARCHAR, gen_in BIGINT
);

-- What was made of a source, and by whom: a reader makes passages of its bytes (kind 'text'), an extractor makes
-- records of its text (kind 'records'). There may be several of the latter; lenses see the active one. When another
-- becomes active, the row ends and a new one begins.
CREATE TABLE ev.reading (
    id VARCHAR, source VARCHAR, extractor VARCHAR, version VARCHAR, active BOOLEAN, passages BIGINT,
    text_sha256 VARCHAR, created TIMESTAMP, gen_in BIGINT, gen_out BIGINT, kind VARCHAR, notes VARCHAR
);

-- The text of a source is its passages joined by a blank line; start and end are code points in it.
CREATE TABLE ev.passage (
    source VARCHAR, reading VARCHAR, seq BIGINT, place VARCHAR, start_char BIGINT, end_char BIGINT,
    text VARCHAR, data VARCHAR
);

-- What an extractor found in a text, and what a person made of it: where a correction (judgement) changes a record,
-- the row ends (gen_out) and one with the same id begins. seq is the passage in which it starts.
CREATE TABLE ev.record (
    id VARCHAR, source VARCHAR, reading VARCHAR, kind VARCHAR, start_char BIGINT, end_char BIGINT,
    quote VARCHAR, data VARCHAR, seq BIGINT, judgement BIGINT, gen_in BIGINT, gen_out BIGINT
);

-- Corrections that could not be placed again after a text was read anew: they wait for a person.
CREATE TABLE ev.unplaced (judgement BIGINT, source VARCHAR, why VARCHAR);

-- FollowTheMoney's statement columns first, ours after; canonical_id is computed, never stored here.
CREATE TABLE ev.statement (
    id VARCHAR, entity_id VARCHAR, schema VARCHAR, prop VARCHAR, value VARCHAR, dataset VARCHAR, lang VARCHAR,
    original_value VARCHAR, origin VARCHAR, external BOOLEAN, first_seen TIMESTAMP, last_seen TIMESTAMP,
    low DOUBLE, high DOUBLE, earliest DATE, latest DATE
);

-- n:1 to statements: two passages that say the same are two rows here. entity_id is repeated and both tables are
-- written in its order, so that one entity is found by the engine's min/max of each block, without an index.
CREATE TABLE ev.evidence (
    statement VARCHAR, entity_id VARCHAR, source VARCHAR, seq BIGINT, asserted_by VARCHAR, status VARCHAR, polarity VARCHAR,
    standing VARCHAR, reading VARCHAR, rule VARCHAR, confidence DOUBLE, retracts VARCHAR,
    gen_in BIGINT, gen_out BIGINT
);

-- Bulk rows: which Parquet file holds what, and how its columns were read.
CREATE TABLE ev.bulk (
    table_name VARCHAR, source VARCHAR, file VARCHAR, rows BIGINT, sha256 VARCHAR, mapping VARCHAR,
    gen_in BIGINT, gen_out BIGINT
);

CREATE TABLE ev.judgement (
    seq BIGINT, target VARCHAR, verdict VARCHAR, other VARCHAR, made_by VARCHAR, made_at TIMESTAMP,
    note VARCHAR, anchor VARCHAR, undone TIMESTAMP
);

CREATE TABLE ev.canonical (entity_id VARCHAR, canonical_id VARCHAR);

-- One run of a lens, with what it could not answer; the newest run of the same lens and settings counts.
CREATE TABLE ev.run (
    id BIGINT, lens VARCHAR, settings VARCHAR, tables VARCHAR, generation BIGINT, judgement BIGINT,
    made_at TIMESTAMP, notices VARCHAR, queries VARCHAR, program VARCHAR
);

CREATE TABLE ev.finding (
    id VARCHAR, run BIGINT, ord BIGINT, lens VARCHAR, says VARCHAR, about VARCHAR, measure VARCHAR,
    caveats VARCHAR, figure VARCHAR, selection VARCHAR, first_keys VARCHAR, count BIGINT, digest VARCHAR, generation BIGINT,
    fell BOOLEAN, bears VARCHAR
);

-- What tests of the docket came to, in the newest run: under the id of what is claimed, with the places of the claims,
-- a digest of all that they say, and the tables that the test read. The claims themselves are read anew.
CREATE TABLE ev.outcome (
    id VARCHAR, outcome VARCHAR, tested VARCHAR, claims VARCHAR, asked VARCHAR, tables VARCHAR, generation BIGINT,
    judgement BIGINT, made_at TIMESTAMP, program VARCHAR, fell BOOLEAN
);

-- What is left of findings and claims of the docket without one source, outlet or speaker: a row for each that was
-- looked at (effect ''), and one for each unit without which it changes. public: computed on the public side alone,
-- and to be told only while the same sources are protected (hidden).
CREATE TABLE ev.stress (
    public BOOLEAN, target VARCHAR, kind VARCHAR, left_out VARCHAR, effect VARCHAR, unit VARCHAR, how VARCHAR,
    units BIGINT, again BIGINT, tables VARCHAR, generation BIGINT, judgement BIGINT, made_at TIMESTAMP,
    program VARCHAR, hidden VARCHAR
);

-- What could not be read, so that reports can say what they do not cover.
CREATE TABLE ev.refused (name VARCHAR, why VARCHAR, noted TIMESTAMP, protected BOOLEAN);

-- That something was forgotten, when and how much; never what it was.
CREATE TABLE ev.forgotten (noted TIMESTAMP, generation BIGINT, sources BIGINT, rows BIGINT, findings BIGINT);
