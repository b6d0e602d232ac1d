-- Why items that the law check warned of were adopted all the same: [{"ref", "reason"}].
ALTER TABLE rule_sheet ADD COLUMN lint_answers jsonb NOT NULL DEFAULT '[]';
