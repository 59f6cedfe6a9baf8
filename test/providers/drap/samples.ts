/** The vendor's envelope (NOTES 1.3): the sample of a found customer, and failures by the names that the document gives. */
export const FOUND = {
  status: "success",
  statusCode: 200,
  message: "Successfully Processed",
  data: {
    ecrn: "7841000000000017",
    first_name: "Mira",
    middle_name: "",
    last_name: "Dushaj",
    agent_location_id: "784101",
    primary_mobile_number: "+971501234567",
    email_id: "mira@customers.example",
  },
};

export const REGISTERED = {
  status: "success",
  statusCode: 200,
  message: "Successfully Processed",
  data: {
    ecrn: "7841000000000017",
    customer_status: "ACTIVE",
    aml_scan_status: "COMPLETED",
    pep: false,
    aml_category: "LOW",
  },
};

export function failed(message: string, more: Record<string, unknown> = {}) {
  return { status: "failure", statusCode: 200, message, ...more };
}
