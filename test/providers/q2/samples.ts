/** The samples of q2-cl-loan-account.txt as data. */
import type { NewLoanAccount } from "../../../electron/providers/contract.ts";

/** "Sample request", the first, as this counter's form has it. */
export const ASKED: NewLoanAccount = {
  borrowerId: "001G000001KY8by",
  loanProductId: "a1gG00000019OFe",
  loanAmountMinor: 1_000_000,
  term: 12,
  expectedDisbursalDate: "2012-12-22",
  firstInstallmentDate: "2013-01-09",
};

/** "Sample response". */
export const CREATED = {
  status: "SUCCESS",
  response: [],
  errorMessage: null,
  errorCode: "NO_ERROR",
  content: [
    {
      attributes: {
        type: "loan__Loan_Account__c",
        url: "/services/data/v30.0/sobjects/loan__Loan_Account__c/a1WG00000050d9yMAA",
      },
      loan__First_Installment_Date__c: "2013-01-09",
      RecordTypeId: "012G0000000rvE4IAI",
      loan__Fee_Set__c: "a12G0000001MbEDIA0",
      loan__Repayment_Procedure__c: "Equal Monthly Installments",
      peer__Origination_Fee__c: 200,
      loan__Disbursal_Date__c: "2012-12-22",
      loan__Interest_Type__c: "Fixed",
      loan__Loan_Status__c: "Partial Application",
      loan__Expected_Disbursal_Date__c: "2012-12-22",
      loan__Expected_Repayment_Start_Date__c: "2013-01-09",
      loan__Loan_Amount__c: 10200,
      loan__Account__c: "001G000001KY8byIAD",
      peer__Note_Type__c: "a3PG00000000iBbMAI",
      loan__Last_Installment_Date__c: "2013-12-09",
      loan__LA_Amortization_Enabled__c: false,
      loan__Contractual_Interest_Rate__c: 9.1,
      loan__Pre_Bill_Days__c: 0,
      loan__Interest_Rate__c: 9.1,
      loan__Number_of_Installments__c: 12,
      loan__Frequency_of_Loan_Payment__c: "Monthly",
      loan__Contractual_Due_Day__c: 9,
      loan__Overdue_Interest_Rate__c: null,
      loan__Loan_Product_Name__c: "a1gG00000019OFeIAM",
      loan__Write_off_Tolerance_Amount__c: 0,
      loan__Grace_Period_for_Repayments__c: 0,
      loan__Branch__c: "a1zG0000000LezuIAC",
      Id: "a1WG00000050d9yMAA",
      loan__Interest_Calculation_Method__c: "Declining Balance",
      loan__Delinquency_Grace_Days__c: 0,
      loan__Time_Counting_Method__c: "Month and Days",
      loan__Interest_Only_Period__c: null,
      loan__Balloon_Payment__c: 0,
    },
  ],
};

/** No body of an error is documented: the success's envelope, as an error would fill it (NOTES 3.2). */
export function errorBody(errorCode: string, errorMessage: string) {
  return { status: "ERROR", response: [], errorMessage, errorCode, content: [] };
}
