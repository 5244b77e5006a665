-- The tables of a ledger in PostgreSQL, made once by `qjtask db init`. What may be done with them stands
-- in rules.sql. Bytes are kept as they stand in the files: qjtask alone says what they mean.

CREATE SCHEMA qjtask;

-- One row: the form of these tables, and a name of this ledger that no other has.
CREATE TABLE qjtask.about (
    form integer NOT NULL,
    ledger text NOT NULL
);

CREATE TABLE qjtask.offices (
    name text PRIMARY KEY
);

-- Who belongs to which office. Whoever sees all has a row for each office: row security is quick so.
CREATE TABLE qjtask.members (
    login text NOT NULL,
    office text NOT NULL REFERENCES qjtask.offices,
    may_write boolean NOT NULL,
    PRIMARY KEY (login, office)
);

-- Who gets such a row for every office that comes later, too.
CREATE TABLE qjtask.overseers (
    login text PRIMARY KEY,
    may_write boolean NOT NULL
);

-- `file` is the plan's path in the folder it came from; `places` how many rows its log has.
CREATE TABLE qjtask.plans (
    id integer PRIMARY KEY,
    file text NOT NULL UNIQUE,
    office text NOT NULL REFERENCES qjtask.offices,
    version bigint NOT NULL,
    places bigint NOT NULL
);

-- Every text that a plan has had; the one of the greatest version is the plan's.
CREATE TABLE qjtask.texts (
    plan integer NOT NULL REFERENCES qjtask.plans,
    version bigint NOT NULL,
    office text NOT NULL,
    bytes bytea NOT NULL,
    login text NOT NULL DEFAULT session_user,
    written timestamp with time zone NOT NULL DEFAULT now(),
    PRIMARY KEY (plan, version)
);

-- The log, with its line ends: all rows of a plan in the order of `place` are the file. `id` is that of
-- the entry, where the row is one; of two with one id, the first has it.
CREATE TABLE qjtask.lines (
    plan integer NOT NULL REFERENCES qjtask.plans,
    place bigint NOT NULL,
    office text NOT NULL,
    id text,
    bytes bytea NOT NULL,
    login text NOT NULL DEFAULT session_user,
    written timestamp with time zone NOT NULL DEFAULT now(),
    PRIMARY KEY (plan, place),
    UNIQUE (plan, id)
);

-- What lies beside a plan: contacts, holidays, rules, deliveries. Secrets never do.
CREATE TABLE qjtask.sides (
    plan integer NOT NULL REFERENCES qjtask.plans,
    kind text NOT NULL CHECK (kind IN ('contacts', 'holidays', 'rules', 'deliveries')),
    place bigint NOT NULL,
    office text NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (plan, kind, place)
);
