/** What the register demands of a registration: mandatory fields, lengths and master data, as far as they are known. */

export type RegistrationProblem = { is: "missing" | "master" | "bad"; field: string };

interface Rule {
  readonly required?: true;
  readonly max?: number;
  readonly pattern?: RegExp;
}

const country: Rule = { required: true, pattern: /^[A-Z]{2}$/ };

/** Lengths and mandatory marks of a public client's table (NOTES 1.4): the vendor's own is lost. */
const rules: Readonly<Record<string, Rule>> = {
  channel: { required: true, max: 20 },
  agent_location_id: { required: true },
  salutation: { max: 3 },
  first_name: { required: true, max: 100 },
  middle_name: { max: 60 },
  last_name: { required: true, max: 60 },
  nationality: country,
  second_nationality: { pattern: /^[A-Z]{2}$/ },
  date_of_birth: { required: true, pattern: /^\d{4}-\d\d-\d\d$/ },
  country_of_birth: country,
  country_of_residence: country,
  place_of_birth: { max: 40 },
  resident_type_id: { pattern: /^10[01]$/ },
  gender: { required: true, pattern: /^(?:Male|Female)$/ },
  primary_mobile_number: { required: true, max: 20, pattern: /^\+\d{8,15}$/ },
  email_id: { required: true, max: 255, pattern: /^[^@\s]+@[^@\s]+$/ },
};

export interface Registration {
  readonly fields: Record<string, unknown>;
  readonly idType: string;
  readonly idNumber: string;
}

export type RegistrationReading =
  | { ok: true; registration: Registration }
  | { ok: false; problem: RegistrationProblem };

export function readRegistration(fields: Record<string, unknown>): RegistrationReading {
  for (const [field, rule] of Object.entries(rules)) {
    const value = fields[field];
    if (value === undefined || value === null || value === "") {
      if (rule.required) return refused("missing", field);
      continue;
    }
    const text = typeof value === "string" || typeof value === "number" ? String(value) : null;
    if (text === null || text.length > (rule.max ?? 1_000)) return refused("bad", field);
    if (rule.pattern && !rule.pattern.test(text)) return refused("master", field);
  }
  const details: unknown = fields["id_details"];
  const first: unknown = Array.isArray(details) ? details[0] : undefined;
  if (typeof first !== "object" || first === null) return refused("missing", "id_details");
  const entries = new Map<string, unknown>(Object.entries(first));
  const idType = entries.get("id_type");
  const idNumber = entries.get("id_number");
  if (typeof idNumber !== "string" || idNumber === "") return refused("missing", "id_number");
  if (!/^\d{1,3}$/.test(String(idType))) return refused("master", "id_type");
  return {
    ok: true,
    registration: { fields: withoutPictures(fields), idType: String(idType), idNumber },
  };
}

function refused(is: RegistrationProblem["is"], field: string): RegistrationReading {
  return { ok: false, problem: { is, field } };
}

/** The books note that a picture came and how large it was, not the picture. */
function withoutPictures(fields: Record<string, unknown>): Record<string, unknown> {
  const kept = (name: string, value: unknown): unknown => {
    if (name === "base64_data") return typeof value === "string" ? `${value.length} characters` : null;
    if (Array.isArray(value)) return value.map((entry: unknown) => kept(name, entry));
    if (typeof value !== "object" || value === null) return value;
    return withoutPictures(Object.fromEntries(Object.entries(value)));
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, kept(name, value)]));
}
