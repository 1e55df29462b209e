import Database

/// Schema of accounts and sessions.
package enum IdentityMigrations {
  package static let all: [Migration] = [accounts, sessions, tokens, delegations, lentKinds, closedAccounts]

  private static let accounts = Migration("2026-11-22-30 identity accounts") { engine in
    [
      """
      CREATE TABLE accounts (
        id \(engine.keyType),
        person_id BIGINT NOT NULL CONSTRAINT accounts_person_fk REFERENCES people (id),
        login_name TEXT NOT NULL,
        password_hash TEXT NOT NULL,
        password_set_at BIGINT NOT NULL,
        must_change_password BIGINT NOT NULL,
        failed_attempts BIGINT NOT NULL,
        locked_until BIGINT,
        disabled_at BIGINT,
        disabled_reason TEXT NOT NULL,
        theme TEXT NOT NULL,
        has_single_keys BIGINT NOT NULL,
        created_at BIGINT NOT NULL,
        signed_in_at BIGINT,
        version BIGINT NOT NULL,
        CONSTRAINT accounts_must_change_flag CHECK (must_change_password IN (0, 1)),
        CONSTRAINT accounts_single_keys_flag CHECK (has_single_keys IN (0, 1)),
        CONSTRAINT accounts_theme CHECK (theme IN ('auto', 'light', 'dark')))
      """,
      "CREATE UNIQUE INDEX accounts_person ON accounts (person_id)",
      "CREATE UNIQUE INDEX accounts_login_name ON accounts (login_name)",
      """
      CREATE TABLE password_history (
        id \(engine.keyType),
        account_id BIGINT NOT NULL CONSTRAINT password_history_account_fk REFERENCES accounts (id),
        password_hash TEXT NOT NULL,
        set_at BIGINT NOT NULL)
      """,
      "CREATE INDEX password_history_by_account ON password_history (account_id, id)",
    ]
  }

  private static let sessions = Migration("2026-11-22-31 identity sessions") { engine in
    [
      """
      CREATE TABLE sessions (
        id \(engine.keyType),
        token_hash TEXT NOT NULL,
        account_id BIGINT NOT NULL CONSTRAINT sessions_account_fk REFERENCES accounts (id),
        post_id BIGINT,
        address TEXT NOT NULL,
        browser TEXT NOT NULL,
        opened_at BIGINT NOT NULL,
        last_seen_at BIGINT NOT NULL)
      """,
      "CREATE UNIQUE INDEX sessions_token_hash ON sessions (token_hash)",
      "CREATE INDEX sessions_by_account ON sessions (account_id, id)",
      "CREATE INDEX sessions_by_last_seen ON sessions (last_seen_at)",
    ]
  }

  private static let tokens = Migration("2026-11-25-40 identity access tokens") { engine in
    [
      """
      CREATE TABLE api_tokens (
        id \(engine.keyType),
        secret_hash TEXT NOT NULL,
        account_id BIGINT NOT NULL CONSTRAINT api_tokens_account_fk REFERENCES accounts (id),
        post_id BIGINT NOT NULL CONSTRAINT api_tokens_post_fk REFERENCES posts (id),
        name TEXT NOT NULL,
        scopes TEXT NOT NULL,
        created_at BIGINT NOT NULL,
        expires_at BIGINT NOT NULL,
        last_used_at BIGINT,
        last_address TEXT NOT NULL,
        revoked_at BIGINT)
      """,
      "CREATE UNIQUE INDEX api_tokens_secret_hash ON api_tokens (secret_hash)",
      "CREATE INDEX api_tokens_by_account ON api_tokens (account_id, id)",
    ]
  }

  private static let delegations = Migration("2026-11-27-32 identity delegations") { engine in
    [
      """
      CREATE TABLE delegations (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT delegations_agency_fk REFERENCES agencies (id),
        absent_post BIGINT NOT NULL CONSTRAINT delegations_absent_fk REFERENCES posts (id),
        absent_person BIGINT NOT NULL,
        absent_name TEXT NOT NULL,
        stand_in_post BIGINT NOT NULL CONSTRAINT delegations_stand_in_fk REFERENCES posts (id),
        stand_in_person BIGINT NOT NULL,
        stand_in_name TEXT NOT NULL,
        first_day TEXT NOT NULL,
        last_day TEXT NOT NULL,
        scope TEXT NOT NULL CONSTRAINT delegations_scope CHECK (scope IN ('all', 'directing', 'handling')),
        reason TEXT NOT NULL,
        made_by TEXT NOT NULL,
        made_at BIGINT NOT NULL,
        ended_at BIGINT,
        ended_by TEXT,
        CONSTRAINT delegations_days CHECK (first_day <= last_day),
        CONSTRAINT delegations_others CHECK (absent_person <> stand_in_person),
        CONSTRAINT delegations_ended CHECK ((ended_at IS NULL) = (ended_by IS NULL)))
      """,
      "CREATE INDEX delegations_by_stand_in ON delegations (stand_in_person, last_day)",
      "CREATE INDEX delegations_by_absent ON delegations (absent_post, last_day)",
      "CREATE INDEX delegations_by_agency ON delegations (agency_id, last_day)",
    ]
  }

  private static let lentKinds = Migration("2026-11-28-14 kinds of lent work") { _ in
    ["ALTER TABLE delegations ADD COLUMN kinds TEXT NOT NULL DEFAULT ''"]
  }

  /// Closed for good, which is more than locked.
  private static let closedAccounts = Migration("2026-12-02-30 closed accounts") { _ in
    ["ALTER TABLE accounts ADD COLUMN closed_at BIGINT"]
  }
}
