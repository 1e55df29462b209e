import Database

/// Tables of templates of dossiers.
enum DossierTemplateMigrations {
  static let all = [templates]

  private static let templates = Migration("2026-12-05-10 templates of dossiers") { engine in
    [
      """
      CREATE TABLE dossier_templates (
        id \(engine.keyType),
        agency_id BIGINT NOT NULL CONSTRAINT dossier_templates_agency_fk REFERENCES agencies (id),
        unit_id BIGINT CONSTRAINT dossier_templates_unit_fk REFERENCES units (id),
        name TEXT NOT NULL, use_text TEXT NOT NULL, heading TEXT NOT NULL, retention TEXT, added_at BIGINT NOT NULL, added_by TEXT NOT NULL, ended_at BIGINT, ended_by TEXT,
        version BIGINT NOT NULL,
        CONSTRAINT dossier_templates_ended CHECK ((ended_at IS NULL) = (ended_by IS NULL)))
      """,
      "CREATE UNIQUE INDEX dossier_templates_name ON dossier_templates (agency_id, name) WHERE unit_id IS NULL AND ended_at IS NULL",
      "CREATE UNIQUE INDEX dossier_templates_unit_name ON dossier_templates (unit_id, name) WHERE ended_at IS NULL",
      "CREATE INDEX dossier_templates_agency ON dossier_templates (agency_id, id)",
      """
      CREATE TABLE dossier_template_lines (
        template_id BIGINT NOT NULL CONSTRAINT dossier_template_lines_template_fk REFERENCES dossier_templates (id),
        place BIGINT NOT NULL, name TEXT NOT NULL,
        type_key TEXT CONSTRAINT dossier_template_lines_type_fk REFERENCES document_types (key),
        direction TEXT NOT NULL CONSTRAINT dossier_template_lines_direction
          CHECK (direction IN ('any', 'incoming', 'outgoing', 'file')),
        is_required BIGINT NOT NULL, is_many BIGINT NOT NULL,
        CONSTRAINT dossier_template_lines_pk PRIMARY KEY (template_id, place))
      """,
    ]
  }
}
