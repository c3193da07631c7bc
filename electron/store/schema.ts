import type Database from 'better-sqlite3';

/** Stands in the header of every workbook file and tells it from any other SQLite database: "HNGM". */
export const APPLICATION_ID = 0x484e474d;

/** One step from the version before to `version`. Frozen once released: it never calls code that may change. */
export interface Migration {
  readonly version: number;
  up(database: Database.Database): void;
}

/** `create` describes the newest schema; `migrations` bring older files to the same shape. */
export interface Schema {
  readonly version: number;
  create(database: Database.Database): void;
  /** One for every version after the first, in order. */
  readonly migrations: readonly Migration[];
}

const TABLES = `
-- The workbook itself: always one row.
CREATE TABLE workbook (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- What the chain of the history starts from.
  uid TEXT NOT NULL,
  created_at TEXT NOT NULL,
  title_zh TEXT NOT NULL,
  title_en TEXT NOT NULL,
  author TEXT NOT NULL,
  framework_id TEXT NOT NULL,
  framework_name_zh TEXT NOT NULL,
  framework_name_en TEXT NOT NULL,
  framework_source TEXT,
  assumptions TEXT NOT NULL,
  method TEXT NOT NULL,
  shipped_method TEXT NOT NULL
) STRICT;

CREATE TABLE node (
  number INTEGER PRIMARY KEY,
  position INTEGER NOT NULL,
  code TEXT NOT NULL UNIQUE,
  parent INTEGER REFERENCES node (number),
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  weight REAL NOT NULL CHECK (weight >= 0 AND weight < 9e999),
  shipped_weight REAL NOT NULL CHECK (shipped_weight >= 0 AND shipped_weight < 9e999),
  -- JSON; NULL: an aggregate of its children.
  indicator TEXT
) STRICT;
CREATE INDEX node_parent ON node (parent);

CREATE TABLE unit (
  number INTEGER PRIMARY KEY,
  position INTEGER NOT NULL,
  code TEXT NOT NULL UNIQUE,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  attributes TEXT NOT NULL
) STRICT;

CREATE TABLE source (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  url TEXT,
  published TEXT NOT NULL
) STRICT;

CREATE TABLE observation (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  unit INTEGER NOT NULL REFERENCES unit (number),
  indicator INTEGER NOT NULL REFERENCES node (number),
  value REAL NOT NULL CHECK (value > -9e999 AND value < 9e999),
  adopted INTEGER NOT NULL CHECK (adopted IN (0, 1)),
  evidence_only INTEGER NOT NULL CHECK (evidence_only IN (0, 1)),
  rejected_reason TEXT,
  unit_of_measure TEXT NOT NULL,
  as_of TEXT NOT NULL,
  -- First and last day of as_of as yyyymmdd; NULL: not known.
  period_start INTEGER,
  period_end INTEGER CHECK ((period_end IS NULL) = (period_start IS NULL)),
  fit TEXT NOT NULL CHECK (fit IN ('exact', 'proxy')),
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
  model TEXT,
  note TEXT NOT NULL,
  source INTEGER REFERENCES source (number),
  author TEXT,
  recorded_at TEXT NOT NULL,
  CHECK (adopted = 0 OR (evidence_only = 0 AND rejected_reason IS NULL))
) STRICT;
CREATE INDEX observation_cell ON observation (indicator, unit);
-- Everything the grid shows, so that it is read without touching the rows and their long texts; those that fill cells
-- stand together.
CREATE INDEX observation_candidate ON observation
  (indicator, adopted, unit, value, fit, unit_of_measure, period_start, period_end)
  WHERE evidence_only = 0 AND rejected_reason IS NULL;
CREATE UNIQUE INDEX observation_adopted ON observation (indicator, unit) WHERE adopted = 1;
CREATE INDEX observation_source ON observation (source);

CREATE TABLE series (
  indicator INTEGER PRIMARY KEY REFERENCES node (number),
  measured_as_zh TEXT NOT NULL,
  measured_as_en TEXT NOT NULL,
  unit_of_measure TEXT NOT NULL,
  fit TEXT NOT NULL CHECK (fit IN ('exact', 'proxy', 'mixed')),
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE scenario (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  parent INTEGER REFERENCES scenario (number),
  name TEXT NOT NULL,
  description TEXT NOT NULL
) STRICT;
CREATE INDEX scenario_parent ON scenario (parent);

CREATE TABLE scenario_override (
  scenario INTEGER NOT NULL REFERENCES scenario (number),
  -- What it replaces, so that a scenario has at most one override of each thing.
  override_key TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('weight', 'value', 'method', 'unit-inclusion', 'node-inclusion')),
  unit INTEGER REFERENCES unit (number),
  node INTEGER REFERENCES node (number),
  weight REAL CHECK (weight >= 0 AND weight < 9e999),
  value REAL CHECK (value > -9e999 AND value < 9e999),
  note TEXT,
  included INTEGER CHECK (included IN (0, 1)),
  method_part TEXT,
  PRIMARY KEY (scenario, override_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX scenario_override_unit ON scenario_override (unit);
CREATE INDEX scenario_override_node ON scenario_override (node);

-- Weights under a name. Nodes by code, as JSON: a set outlives changes of the framework.
CREATE TABLE weight_set (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  weights TEXT NOT NULL
) STRICT;

-- One row per act, never changed or deleted. The long columns stand last, so that a list does not read them.
CREATE TABLE op_log (
  seq INTEGER PRIMARY KEY,
  op_id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  parameters TEXT NOT NULL,
  touched TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  undoes INTEGER REFERENCES op_log (seq),
  parent_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  forward TEXT NOT NULL,
  inverse TEXT NOT NULL
) STRICT;

-- What each act did to the value of a cell in a scenario: the index behind the history of a cell.
CREATE TABLE cell_change (
  indicator INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  seq INTEGER NOT NULL REFERENCES op_log (seq),
  scenario TEXT NOT NULL,
  before REAL,
  after REAL,
  PRIMARY KEY (indicator, unit, seq, scenario)
) STRICT, WITHOUT ROWID;
CREATE INDEX cell_change_seq ON cell_change (seq);

-- Results of long analyses, newest last. They can be made again from the rest, and are no part of the history.
CREATE TABLE analysis (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  -- Their ids, as JSON.
  scenarios TEXT NOT NULL,
  -- Hash of everything that the result depends on.
  inputs TEXT NOT NULL,
  engine INTEGER NOT NULL,
  request TEXT NOT NULL,
  -- A frame (shared/contract/frame.ts): JSON, or bytes where it holds arrays of numbers.
  result ANY NOT NULL
) STRICT;
CREATE UNIQUE INDEX analysis_inputs ON analysis (kind, scenarios, inputs);
`;

const ADD_WEIGHT_SETS = `
CREATE TABLE weight_set (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  weights TEXT NOT NULL
) STRICT;
`;

const ADD_ANALYSES = `
CREATE TABLE analysis (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  scenarios TEXT NOT NULL,
  inputs TEXT NOT NULL,
  engine INTEGER NOT NULL,
  request TEXT NOT NULL,
  result ANY NOT NULL
) STRICT;
CREATE UNIQUE INDEX analysis_inputs ON analysis (kind, scenarios, inputs);
`;

export const CURRENT_SCHEMA: Schema = {
  version: 3,
  create: (database) => void database.exec(TABLES),
  migrations: [
    { version: 2, up: (database) => void database.exec(ADD_WEIGHT_SETS) },
    { version: 3, up: (database) => void database.exec(ADD_ANALYSES) },
  ],
};
