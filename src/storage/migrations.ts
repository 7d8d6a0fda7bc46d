/** Each step brings a database one version further, in a transaction of its own. Steps are only ever added. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE receipts (
     id TEXT PRIMARY KEY,
     at INTEGER NOT NULL,
     receipt TEXT NOT NULL
   ) STRICT;
   CREATE INDEX receipts_by_time ON receipts (at);
   CREATE TABLE token_usage (
     day TEXT PRIMARY KEY,
     tokens INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE secrets (
     name TEXT PRIMARY KEY,
     value BLOB NOT NULL
   ) STRICT, WITHOUT ROWID;`,
]
