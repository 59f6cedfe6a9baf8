/** Version 2: the sealed secrets of one-time codes, each with the last step that was used. */
export const codeSecrets = `
CREATE TABLE code_secrets (
  name TEXT PRIMARY KEY,
  sealed BLOB NOT NULL,
  last_step INTEGER NOT NULL CHECK (last_step >= 0)
) STRICT;
`;
