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
  `CREATE TABLE inbox (
     channel TEXT NOT NULL,
     event TEXT NOT NULL,
     chat TEXT,
     person TEXT,
     message TEXT,
     at INTEGER NOT NULL,
     received INTEGER NOT NULL,
     is_open INTEGER NOT NULL,
     replaces INTEGER NOT NULL,
     work BLOB,
     attempt TEXT,
     PRIMARY KEY (channel, event)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX inbox_replacing ON inbox (channel, chat, message) WHERE replaces = 1;
   CREATE INDEX inbox_open ON inbox (channel, at) WHERE is_open = 1;
   CREATE TABLE remembered_answers (
     id TEXT PRIMARY KEY,
     chat TEXT NOT NULL,
     person TEXT,
     message TEXT,
     at INTEGER NOT NULL,
     expires INTEGER NOT NULL,
     content BLOB NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX remembered_answers_by_chat ON remembered_answers (chat, at);
   CREATE INDEX remembered_answers_by_person ON remembered_answers (person) WHERE person IS NOT NULL;
   CREATE TABLE sent_messages (
     message TEXT PRIMARY KEY,
     answer TEXT NOT NULL REFERENCES remembered_answers (id) ON DELETE CASCADE
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX sent_messages_by_answer ON sent_messages (answer);
   CREATE TABLE chosen_languages (
     chat TEXT PRIMARY KEY,
     language TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE feedback (
     id TEXT PRIMARY KEY,
     answer TEXT NOT NULL,
     opinion TEXT NOT NULL,
     reason TEXT,
     day TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX feedback_by_day ON feedback (day);`,
  `CREATE TABLE arrivals (
     id INTEGER PRIMARY KEY,
     channel TEXT NOT NULL,
     received INTEGER NOT NULL,
     events BLOB NOT NULL
   ) STRICT;`,
  `CREATE TABLE sent_notices (
     message TEXT PRIMARY KEY,
     chat TEXT NOT NULL,
     expires INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX sent_notices_by_chat ON sent_notices (chat);`,
]
